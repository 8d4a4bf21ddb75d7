package org.hamgraph.sim.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.sim.trajectory.Trajectory;
import org.hamgraph.support.FileFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Extended XYZ to the letter, as written and as other programs write it. */
class ExtendedXyzTest {
    private static final CompiledGraph PAIR =
            CompiledGraph.builder(2).body(0, 1, 0).body(1, 2, 1).build();
    private static final String GOOD = """
            2
            Lattice="4 0 0 0 5 0 0 0 6" pbc="T T F" Properties=species:S:1:pos:R:3:velo:R:3:mass:R:1:id:I:1 Step=7
            C 0 0 0 0 0 0 1 1
            Si 1 0 0 0 0 0 2 2
            """;

    @TempDir
    private Path folder;

    private Trajectory read(String text, int dim) throws IOException {
        Path file = folder.resolve("run.extxyz");
        Files.writeString(file, text);
        return TrajectoryFiles.read(file, PAIR, dim);
    }

    private String written(Box box, double time, double[] y, double[] forces) throws IOException {
        Path file = folder.resolve("written.extxyz");
        try (TrajectoryWriter out = TrajectoryFiles.writer(file, PAIR, box, forces != null)) {
            out.write(10, time, y, forces);
            out.commit();
        }
        return Files.readString(file);
    }

    @Test
    void aPeriodicPlaneIsWrittenWithItsLattice() throws IOException {
        assertEquals(
                """
                        2
                        Lattice="4.0 0.0 0.0 0.0 1.0 0.0 0.0 0.0 1.0" pbc="T F F" Properties=species:S:1:pos:R:3:velo:R:3:forces:R:3:mass:R:1:id:I:1 Time=0.5 Step=10
                        C 0.1 0.2 0.0 1.0 2.0 0.0 5.0 6.0 0.0 1.0 1
                        Si 0.3 0.4 0.0 1.5 2.0 0.0 7.0 8.0 0.0 2.0 2
                        """, written(Box.of(4, 0), 0.5, new double[] {.1, .2, .3, .4, 1, 2, 3, 4}, new double[] {5, 6, 7, 8}));
    }

    @Test
    void openSpaceIsWrittenWithoutALattice() throws IOException {
        assertEquals("""
                        2
                        pbc="F F F" Properties=species:S:1:pos:R:3:velo:R:3:mass:R:1:id:I:1 Step=10
                        C -0.0 0.0 0.0 0.0 0.0 0.0 1.0 1
                        Si 1.0E-300 0.0 0.0 0.0 0.0 0.0 2.0 2
                        """, written(Box.open(1), Double.NaN, new double[] {-0.0, 1e-300, 0, 0}, null));
    }

    @Test
    void otherOrdersNamesAndKeysAreRead() throws IOException {
        Trajectory read = read("""
                2
                Properties=id:I:1:vel:R:3:species:S:1:masses:R:1:force:R:3:pos:R:3:tag:I:2 energy=-1.5 Time=3 stress="1 0 0 0 1 0 0 0 1"
                2   1 2 3   X 2.0   7 8 9   .1 .2 .3   0 0
                1   0 0 0   X 1.0   4 5 6   .4 .5 .6   0 0
                """, 3);
        assertEquals(Box.open(3), read.box());
        assertEquals(3, read.time(0).orElseThrow());
        assertEquals(0, read.step(0));
        assertArrayEquals(new double[] {.4, .5, .6, .1, .2, .3, 0, 0, 0, 2, 4, 6}, read.state(0));
        assertArrayEquals(new double[] {4, 5, 6, 7, 8, 9}, read.forces(0));
    }

    @ParameterizedTest
    @CsvSource({"T T F", "True TRUE False", "true true FALSE"})
    void flagsOfPeriodsAreReadInEverySpelling(String flags) throws IOException {
        assertEquals(Box.of(4, 5, 0), read(GOOD.replace("T T F", flags), 3).box());
    }

    @Test
    void aLatticeWithoutFlagsIsPeriodic() throws IOException {
        assertEquals(Box.of(4, 5, 6), read(GOOD.replace("pbc=\"T T F\"", ""), 3).box());
    }

    /** A blank line must not hide the states behind it. */
    @Test
    void blankLinesBetweenAndBehindStatesMeanNothing() throws IOException {
        assertEquals(3, read(GOOD + "\n" + GOOD + GOOD + "\n \n", 3).size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "T T F | T T Q | , line 2, key pbc: a flag must be T or F, found Q",
                "T T F | T T | , line 2, key pbc: there must be three flags, found 2",
                "4 0 0 0 5 | 4 0 1 0 5 | , line 2, key Lattice: a box must be orthogonal, found 4 0 1 0 5 0 0 0 6",
                "4 0 0 0 5 | -4 0 0 0 5 | , line 2, key Lattice: a number must be positive, found -4",
                "Properties= | Props= | , line 2, key Properties: columns must be described, found no Properties",
                ":id:I:1 | :id:I | , line 2, key Properties: columns must be name:type:count, found species:S:1:pos:R:3:velo:R:3:mass:R:1:id:I",
                "velo:R:3 | speed:R:3 | , line 2, key Properties: columns pos and velo must be there, three each, found species:S:1:pos:R:3:speed:R:3:mass:R:1:id:I:1",
                "Step=7 | Step=7.5 | , line 2, key Step: a whole number must be given, found '7.5'",
                "Si 1 0 | Si one 0 | , line 4, column pos: a number must be given, found 'one'",
                "Si 1 0 0 0 0 0 2 2 | Si 1 0 0 0 0 0 2 1 | , line 4, column id: ids must be distinct, found 1 twice",
                "Si 1 0 0 0 0 0 2 2 | Si 1 0 0 0 0 0 3 2 | , line 4, column mass: mass of body 1 must be that of the system, 2.0, found 3",
                "Si 1 0 0 0 0 0 2 2 | Si 1 0 0 0 0 0 2 | , line 4: a line must have 9 columns, found 8",
                "Si 1 0 0 0 0 0 2 2 | Si 1 0 0 1e308 0 0 2 2 | , line 4, column vx: mass times velocity must be finite, found Infinity for body 1",
            })
    void faultsAreNamed(String from, String to, String message) {
        assertTrue(GOOD.contains(from), from);
        assertEquals(
                folder.resolve("run.extxyz") + message,
                assertThrows(FileFormatException.class, () -> read(GOOD.replace(from, to), 3))
                        .getMessage());
    }

    @Test
    void aBoxThatChangesAndAStateThatIsCutAreNamed() {
        assertEquals(
                folder.resolve("run.extxyz")
                        + ", line 6, key Lattice: the box must stay the same, 3d, period 4.0 x 5.0 x"
                        + " open, found 3d, period 4.5 x 5.0 x open",
                assertThrows(FileFormatException.class, () -> read(GOOD + GOOD.replace("\"4 0", "\"4.5 0"), 3))
                        .getMessage());
        assertEquals(
                folder.resolve("run.extxyz") + ", line 8: 2 lines of bodies must follow, found the end of the file",
                assertThrows(FileFormatException.class, () -> read(GOOD + GOOD.substring(0, GOOD.indexOf("Si")), 3))
                        .getMessage());
    }
}
