package org.hamgraph.sim.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Structure;
import org.hamgraph.support.FileFormatException;
import org.hamgraph.support.RandomStreams;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every fault of a file is named with file, line and field; nothing else ever comes out of a reader. */
class BadFilesTest {
    @TempDir
    private Path folder;

    private static String data;
    private static String dump;
    private static CompiledGraph graph;

    @BeforeAll
    static void read() {
        data = Samples.text("cubic-2x2x2.data");
        String whole = Samples.text("cubic-2x2x2.dump.gz");
        dump = whole.substring(0, whole.indexOf("ITEM: TIMESTEP", 20));
        graph = Structure.cubic(2, 2, 2, false).compile(1, 10, 1);
    }

    private String faultOf(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        IOException fault = assertThrows(FileFormatException.class, () -> read(file));
        assertTrue(fault.getMessage().startsWith(file.toString()), fault.getMessage());
        return fault.getMessage().substring(file.toString().length());
    }

    private static void read(Path file) throws IOException {
        if (file.toString().endsWith(".data")) {
            LammpsData.read(file);
        } else if (file.toString().endsWith(".graphml")) {
            GraphMl.read(file);
        } else {
            TrajectoryFiles.read(file, graph, 3);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "8 atoms | 9 atoms | , line 31, section Atoms: there must be 9 lines, found 8",
                "12 1 7 8 | 12 1 7 9 | , line 55, section Bonds, atom: a number must lie in 1..8, found 9",
                "12 1 7 8 | 12 1 7 7 | , line 55, section Bonds, atom: a bond must join two different atoms, found 7 twice",
                "12 1 7 8 | 12 1 1 5 | , line 55, section Bonds: two bodies may be joined by one spring at most, found two between 0 and 4",
                "12 1 7 8 | 12 2 7 8 | , line 55, section Bonds, type: a number must lie in 1..1, found 2",
                "1 5.0 1.0 | 1 -5.0 1.0 | , line 18, section Bond Coeffs, K: a number must be positive, found -5.0",
                "1 5.0 1.0 | 1 5.0 | , line 18, section Bond Coeffs: a line must have 3 columns, found 2",
                "Atoms # bond | Atoms # dipole | , line 22, section Atoms: the style must be atomic, charge, bond, molecular, angle or full, found dipole",
                "Atoms # bond | Atoms | , line 22, section Atoms: the style must be stated, as in 'Atoms # bond', where lines have 6 columns; found none",
                "Velocities | Angles | , line 31: a section must be one of [Atoms, Bond Coeffs, Bonds, Masses, Pair Coeffs, PairIJ Coeffs, Velocities], found 'Angles'",
                "1 bond types | 4 angles | , line 6, header: a mass-spring system must have no angles, found 4",
                "12 bonds | twelve bonds | , line 4: a section must be one of [Atoms, Bond Coeffs, Bonds, Masses, Pair Coeffs, PairIJ Coeffs, Velocities], found 'twelve bonds'",
                "0.9079316110209229 | nan | , line 23, section Atoms, z: a number must be finite, found nan",
                "0.9079316110209229 | 0.9_ | , line 23, section Atoms, z: a number must be given, found '0.9_'",
                "7 1 1 0.90 | 6 1 1 0.90 | , line 28, id: atom ids must be distinct, found 6 twice",
            })
    void faultsOfADataFileAreNamed(String from, String to, String message) throws IOException {
        assertTrue(data.contains(from), from);
        assertEquals(message, faultOf("bad.data", data.replaceFirst(Pattern.quote(from), to)));
    }

    @Test
    void aNegativeMassIsNamed() throws IOException {
        assertEquals(
                ", line 14, section Masses, mass: a number must be positive, found -1",
                faultOf("bad.data", data.replace("Masses\n\n1 1\n", "Masses\n\n1 -1\n")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mass x y z | mass x y | , line 9, ITEM: ATOMS: column z must be there, found id type mass x y vx vy vz fx fy fz",
                "mass x y z | mass xs ys zs | , line 9, column xs: positions must be x y z or xu yu zu, found scaled ones",
                "fx fy fz | fx fy fw | , line 9, ITEM: ATOMS: column fz must be there, found id type mass x y z vx vy vz fx fy fw",
                "0.029207195195324456 | nan | , line 10, column vx: a number must be finite, found nan",
                "0.029207195195324456 | 1e999 | , line 10, column vx: a number must be finite, found 1e999",
                "0.029207195195324456 | '' | , line 10: a line must have 12 columns, found 11",
                "2 1 1 | 1 1 1 | , line 11, column id: ids must be distinct, found 1 twice",
                "2 1 1 | 9 1 1 | , line 11, column id: a number must lie in 1..8, found 9",
                "2 1 1 | 2 1 2 | , line 11, column mass: mass of body 1 must be that of the system, 1.0, found 2",
                "2 1 1 | 2 1 -1 | , line 11, column mass: a number must be positive, found -1",
                "ATOMS id | ATMS id | , line 9: ITEM: ATOMS must follow, found 'ITEM: ATMS id type mass x y z vx vy vz fx fy fz'",
                "BOUNDS ff ff ff | BOUNDS xy xz yz ff ff ff | , line 5, BOX BOUNDS: a box must be orthogonal, found ITEM: BOX BOUNDS xy xz yz ff ff ff",
            })
    void faultsOfADumpAreNamed(String from, String to, String message) throws IOException {
        assertTrue(dump.contains(from), from);
        assertEquals(message, faultOf("bad.dump", dump.replaceFirst(Pattern.quote(from), to)));
    }

    @Test
    void aWrongNumberOfAtomsIsNamed() throws IOException {
        assertEquals(
                ", line 4, NUMBER OF ATOMS: a state must have the 8 bodies of the system, found 2000000000",
                faultOf("bad.dump", dump.replaceFirst("\n8\n", "\n2000000000\n")));
    }

    @Test
    void emptyAndCutFilesAreNamed() throws IOException {
        assertEquals(", line 1: a trajectory must hold at least one state, found none", faultOf("bad.dump", ""));
        assertEquals(", line 1: a title must follow, found the end of the file", faultOf("bad.data", ""));
        String cut = dump.substring(0, dump.lastIndexOf("\n8 "));
        assertEquals(", line 17: 8 lines of atoms must follow, found the end of the file", faultOf("bad.dump", cut));
    }

    @Test
    void anUnknownEndingIsNamed() {
        assertEquals(
                "a trajectory must end in .dump, .extxyz (each also with .gz) or .npz, found run.xtc",
                assertThrows(IllegalArgumentException.class, () -> read(Path.of("run.xtc")))
                        .getMessage());
    }

    @Test
    void faultsOfExtendedXyzAreNamed() throws IOException {
        String good = "2\npbc=\"F F F\" Properties=species:S:1:pos:R:3:velo:R:3:mass:R:1:id:I:1 Step=0\n"
                + "C 0 0 0 0 0 0 1 1\nC 1 0 0 0 0 0 1 2\n";
        assertEquals(
                ", line 1, count: a state must have the 8 bodies of the system, found 2", faultOf("bad.extxyz", good));
        CompiledGraph pair = Structure.chain(2, false).compile(1, 1, 1);
        Path file = folder.resolve("pair.extxyz");
        Files.writeString(file, good.replace("velo:R:3", "velo:R:2"));
        assertEquals(
                file + ", line 2, key Properties: velo must have 3 columns, found 2",
                assertThrows(FileFormatException.class, () -> TrajectoryFiles.read(file, pair, 3))
                        .getMessage());
        Files.writeString(file, good.replace("pbc=\"F F F\"", "pbc=\"T F F\""));
        assertEquals(
                file + ", line 2, key Lattice: a periodic box must have nine numbers, found 0",
                assertThrows(FileFormatException.class, () -> TrajectoryFiles.read(file, pair, 3))
                        .getMessage());
    }

    @Test
    void aCutOrChangedGzipIsRefusedOrReadsTheSame() throws IOException {
        byte[] whole = Files.readAllBytes(Samples.file("lj-27.dump.gz"));
        CompiledGraph bodies = CompiledGraph.builder(27).build();
        Path file = folder.resolve("lj.dump.gz");
        RandomGenerator random = RandomStreams.of(1, "cuts", 0);
        for (int k = 0; k < 60; k++) {
            Files.write(file, Arrays.copyOf(whole, random.nextInt(whole.length)));
            FileFormatException fault =
                    assertThrows(FileFormatException.class, () -> TrajectoryFiles.read(file, bodies, 3));
            assertTrue(fault.getMessage().startsWith(file + ", line "), fault.getMessage());
        }
        double[] wanted =
                TrajectoryFiles.read(Samples.file("lj-27.dump.gz"), bodies, 3).state(11);
        int refused = 0;
        for (int k = 0; k < 60; k++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, changed);
            try {
                assertEquals(wanted[5], TrajectoryFiles.read(file, bodies, 3).state(11)[5]);
            } catch (FileFormatException e) {
                refused++;
            }
        }
        assertTrue(refused > 50, "gzip's checksum must refuse nearly every flip, found " + refused + " of 60 refused");
    }

    @ParameterizedTest
    @CsvSource({"bad.data,1000", "bad.dump,1000", "bad.extxyz,500", "bad.npz,500", "bad.graphml,200"})
    void mutationsGiveNothingButTypedFaults(String name, int tries) throws IOException {
        byte[] good = good(name);
        RandomGenerator random = RandomStreams.of(2, "mutations of " + name, 0);
        Path file = folder.resolve(name);
        int refused = 0;
        for (int k = 0; k < tries; k++) {
            Files.write(file, mutated(good, random));
            try {
                read(file);
            } catch (FileFormatException e) {
                refused++;
            }
        }
        assertTrue(refused > 0, "no mutation of " + name + " was refused");
    }

    private byte[] good(String name) throws IOException {
        if (name.endsWith(".data")) {
            return data.getBytes(StandardCharsets.UTF_8);
        }
        if (name.endsWith(".dump")) {
            return dump.getBytes(StandardCharsets.UTF_8);
        }
        Path file = folder.resolve("good-" + name);
        var system = Samples.system(8, 3, 1, false, 3);
        if (name.endsWith(".graphml")) {
            GraphMl.write(file, system);
        } else {
            try (TrajectoryWriter out = TrajectoryFiles.writer(file, graph, system.box(), false)) {
                out.write(0, 0, system.state().toArray(), null);
                out.commit();
            }
        }
        return Files.readAllBytes(file);
    }

    /** Changes, removes or doubles a few stretches. */
    private static byte[] mutated(byte[] good, RandomGenerator random) {
        byte[] result = good.clone();
        for (int change = random.nextInt(1, 4); change > 0 && result.length > 2; change--) {
            int at = random.nextInt(result.length);
            int length = Math.min(result.length - at, random.nextInt(1, 12));
            switch (random.nextInt(3)) {
                case 0 -> result[at] = (byte) (random.nextBoolean() ? random.nextInt(32, 127) : random.nextInt(256));
                case 1 -> {
                    byte[] shorter = Arrays.copyOf(result, result.length - length);
                    System.arraycopy(result, at + length, shorter, at, result.length - at - length);
                    result = shorter;
                }
                default -> {
                    byte[] longer = Arrays.copyOf(result, result.length + length);
                    System.arraycopy(result, at, longer, at + length, result.length - at);
                    result = longer;
                }
            }
        }
        return result;
    }
}
