package org.hamgraph.sim.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Spring;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.phase.PhaseState;
import org.hamgraph.support.FileFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a LAMMPS data file may say, and how it is understood. */
class LammpsDataTest {
    private static final String THREE = """
            three atoms

            3 atoms
            2 bonds
            2 atom types
            2 bond types
            0 angles
            2 extra special per atom
            0 4 xlo xhi   # a box of 4 x 2 x 2
            -1 1 ylo yhi
            0 2 zlo zhi

            Masses

            1 1.5   # light
            2 3

            Pair Coeffs # lj/cut

            1 1 1
            2 1 1

            PairIJ Coeffs # lj/cut

            1 2 1 1

            Bond Coeffs # harmonic

            2 5 1
            1 2.5 0.5

            Atoms # molecular

            3 1 2 1.5 0 0 0 0 1
            1 1 1 0.25 0 0 -1 2 0
            2 1 1 0.5 0 0 0 0 0

            Bonds

            1 2 3 1
            2 1 1 2

            Velocities

            2 0 1 0
            3 0.5 0 0
            1 0 0 -1
            """;

    @TempDir
    private Path folder;

    private LammpsData read(String text) throws IOException {
        Path file = folder.resolve("system.data");
        Files.writeString(file, text);
        return LammpsData.read(file);
    }

    private static String without(String section) {
        int start = THREE.indexOf(section + " ") < 0 ? THREE.indexOf(section + "\n") : THREE.indexOf(section + " ");
        int end = THREE.indexOf("\n\n", THREE.indexOf("\n\n", start) + 2);
        return THREE.substring(0, start) + (end < 0 ? "" : THREE.substring(end + 2));
    }

    @Test
    void atomsInAnyOrderBecomeBodiesInTheOrderOfTheirIds() throws IOException {
        LammpsData data = read(THREE);
        assertTrue(data.springsKnown());
        BodySystem system = data.system(true);
        CompiledGraph graph = system.graph();
        assertArrayEquals(new double[] {1.5, 1.5, 3}, graph.masses());
        assertEquals(0, graph.bodySpecies(1));
        assertEquals(1, graph.bodySpecies(2));
        assertEquals(2, graph.edges());
        assertEquals(new Spring(0, 1, 5, 0.5, 0), graph.spring(0));
        assertEquals(new Spring(0, 2, 10, 1, 1), graph.spring(1));
        // Image flags move by whole boxes; momentum is mass times velocity.
        assertArrayEquals(
                new double[] {0.25 - 4, 4, 0, 0.5, 0, 0, 1.5, 0, 2, 0, 0, -1.5, 0, 1.5, 0, 1.5, 0, 0},
                system.state().toArray());
        assertEquals(Box.of(4, 2, 2), system.box());
        assertEquals(Box.open(3), data.system(false).box());
    }

    @Test
    void withoutVelocitiesEverythingIsAtRest() throws IOException {
        BodySystem system = read(without("Velocities")).system(false);
        assertEquals(0.5, system.state().q(1, 0));
        for (int i = 0; i < 9; i++) {
            assertEquals(0, system.state().toArray()[9 + i]);
        }
    }

    @Test
    void withoutCoefficientsSpringsHaveStiffnessAndLengthOne() throws IOException {
        LammpsData data = read(without("Bond Coeffs"));
        assertFalse(data.springsKnown());
        assertEquals(new Spring(0, 2, 1, 1, 1), data.system(false).graph().spring(1));
    }

    @ParameterizedTest
    @CsvSource({
        "# atomic, 1 1 0.25 0.5 0.75",
        "# charge, 1 1 -9 0.25 0.5 0.75",
        "# bond, 1 7 1 0.25 0.5 0.75",
        "# molecular, 1 7 1 0.25 0.5 0.75",
        "# angle, 1 7 1 0.25 0.5 0.75",
        "# full, 1 7 1 -9 0.25 0.5 0.75",
        "# full, 1 7 1 -9 4.25 0.5 -4.25 -1 0 1",
        "'', 1 1 0.25 0.5 0.75",
        "'', 1 1 0.25 5.5 0.75 0 -1 0",
        "'', 1 7 1 -9 0.25 0.5 0.75",
        "'', 1 7 1 -9 0.25 0.5 0.75 0 0 0",
    })
    void everyAtomStyleHasItsColumns(String style, String line) throws IOException {
        BodySystem system =
                read("one\n\n1 atoms\n1 atom types\n0 4 xlo xhi\n0 5 ylo yhi\n0 5 zlo zhi\n\nMasses\n\n1 2\n\n"
                                + "Atoms " + style + "\n\n" + line + "\n")
                        .system(false);
        assertArrayEquals(
                new double[] {0.25, 0.5, 0.75, 0, 0, 0}, system.state().toArray());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2 5 1 | 2 1e308 1 | , line 29, section Bond Coeffs, K: the stiffness 2K must be finite, found K = 1e308",
                "2 5 1 | 2 5f 1 | , line 29, section Bond Coeffs, K: a number must be given, found '5f'",
                "2 5 1 | 2 0x5p0 1 | , line 29, section Bond Coeffs, K: a number must be given, found '0x5p0'",
                "2 5 1 | 1 5 1 | , line 47, section Bond Coeffs: every type must have coefficients, found none for type 2",
                "2 5 1 | 2 5 -1 | , line 29, section Bond Coeffs, r0: a rest length must not be negative, found -1",
                "Coeffs # harmonic | Coeffs # fene | , line 27, section Bond Coeffs: bonds must be harmonic, found fene",
                "0 4 xlo xhi | -1e308 1e308 xlo xhi | , line 9, header: box bounds must be ascending, a finite length apart, found -1e308 1e308 xlo xhi",
                "0 4 xlo xhi | 4 0 xlo xhi | , line 9, header: box bounds must be ascending, a finite length apart, found 4 0 xlo xhi",
                "0 4 xlo xhi | 0 4 xlo yhi | , line 9, header: box bounds must be ascending, a finite length apart, found 0 4 xlo yhi",
                "0 angles | 0.1 0 0 xy xz yz | , line 7, header: a box must be orthogonal, found 0.1 0 0 xy xz yz",
                "0 angles | 1 dihedrals | , line 7, header: a mass-spring system must have no dihedrals, found 1",
                "0 angles | 1 moons | , line 7, header: a header line must be a count or box bounds, found '1 moons'",
                "Bonds | Masses | , line 38, section Masses: a section must be given once, found it twice",
                "3 0.5 0 0 | 3 1e308 0 0 | , line 47, section Velocities: mass times velocity must be finite, found Infinity for atom 3",
                "3 0.5 0 0 | 3 0.5 0 | , line 46, section Velocities: a line must have 4 columns, found 3",
                "3 0.5 0 0 | 2 0.5 0 0 | , line 46, id: atom ids must be distinct, found 2 twice",
                "3 0.5 0 0 | 4 0.5 0 0 | , line 46, section Velocities, id: a number must lie in 1..3, found 4",
                "1 0 0 -1 | 1 0 0 -1;2 0 0 0 | , line 48: the name of a section must follow, found '2 0 0 0'",
                "2 3; | ; | , line 18, section Masses: there must be 2 lines, found 1",
                "2 3; | 1 3; | , line 47, section Masses: every type must have a mass, found none for type 2",
                "3 1 2 1.5 | 3 1 3 1.5 | , line 34, section Atoms, type: a number must lie in 1..2, found 3",
                "3 1 2 1.5 0 0 0 0 1 | 3 1 2 1.5 0 0 0 | , line 34, section Atoms: a line of style molecular must have 6 or 9 columns, found 7",
            })
    void faultsAreNamed(String from, String to, String message) throws IOException {
        String old = from.replace(';', '\n');
        assertTrue(THREE.contains(old), old);
        String text = THREE.substring(0, THREE.indexOf(old))
                + to.replace(';', '\n')
                + THREE.substring(THREE.indexOf(old) + old.length());
        Path file = folder.resolve("system.data");
        assertEquals(
                file + message,
                assertThrows(FileFormatException.class, () -> read(text)).getMessage());
    }

    @Test
    void anImageBeyondTheNumbersIsNamed() {
        String far = THREE.replace("0 2 zlo zhi", "0 1e300 zlo zhi").replace("1.5 0 0 0 0 1", "1.5 0 0 0 0 1000000000");
        assertEquals(
                folder.resolve("system.data") + ", line 34, section Atoms, image flag: an unwrapped coordinate must be"
                        + " finite, found flag 1000000000",
                assertThrows(FileFormatException.class, () -> read(far)).getMessage());
    }

    @Test
    void aSystemIsWrittenAsLammpsReadsIt() throws IOException {
        CompiledGraph graph = CompiledGraph.builder(2)
                .body(0, 2, 0)
                .body(1, 0.5, 0)
                .spring(0, 1, 10, 0.75, 0)
                .build();
        PhaseState state = PhaseState.copyOf(new PhaseLayout(2, 2), new double[] {0.1, 0, 1, -1, 2, 0, 0, 0.25});
        Path file = folder.resolve("written.data");
        LammpsData.write(file, new BodySystem(graph, Box.of(4, 0), state));
        assertEquals("""
                Mass-spring system

                2 atoms
                1 bonds
                2 atom types
                1 bond types

                0.0 4.0 xlo xhi
                -2.0 1.0 ylo yhi
                -1.0 1.0 zlo zhi

                Masses

                1 2.0
                2 0.5

                Bond Coeffs # harmonic

                1 5.0 0.75

                Atoms # bond

                1 1 1 0.1 0.0 0.0
                2 1 2 1.0 -1.0 0.0

                Velocities

                1 1.0 0.0 0.0
                2 0.0 0.5 0.0

                Bonds

                1 1 1 2
                """, Files.readString(file));
    }

    @Test
    void everyStiffnessOfOneSpeciesGetsAType() throws IOException {
        CompiledGraph graph = CompiledGraph.builder(3)
                .spring(0, 1, 10, 1, 0)
                .spring(1, 2, 20, 1, 0)
                .spring(0, 2, 10, 1, 0)
                .build();
        Path file = folder.resolve("written.data");
        LammpsData.write(
                file, new BodySystem(graph, Box.open(1), PhaseState.copyOf(new PhaseLayout(3, 1), new double[6])));
        CompiledGraph read = LammpsData.read(file).system(false).graph();
        assertEquals(new Spring(0, 1, 10, 1, 0), read.spring(0));
        assertEquals(new Spring(0, 2, 10, 1, 0), read.spring(1));
        assertEquals(new Spring(1, 2, 20, 1, 1), read.spring(2));
    }
}
