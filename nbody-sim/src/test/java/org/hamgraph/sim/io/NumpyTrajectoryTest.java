package org.hamgraph.sim.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.sim.trajectory.Trajectory;
import org.hamgraph.support.FileFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Archives that NumPy itself wrote, and faults of archives. */
class NumpyTrajectoryTest {
    private static final CompiledGraph BODIES = CompiledGraph.builder(3).build();

    @TempDir
    private Path folder;

    private static String faultOf(Path file) {
        String message = assertThrows(FileFormatException.class, () -> TrajectoryFiles.read(file, BODIES, 2))
                .getMessage();
        return message.substring(file.toString().length());
    }

    @ParameterizedTest
    @ValueSource(strings = {"numpy-savez.npz", "numpy-compressed.npz"})
    void whatNumpyWroteIsRead(String name) throws IOException {
        Trajectory read = TrajectoryFiles.read(Samples.file(name), BODIES, 2);
        assertEquals(2, read.size());
        assertEquals(10, read.step(1));
        assertEquals(0.5, read.time(1).orElseThrow());
        assertEquals(Box.open(2), read.box());
        for (int k = 0; k < 2; k++) {
            double[] y = read.state(k);
            for (int i = 0; i < 6; i++) {
                assertEquals((6 * k + i) / 7.0, y[i]);
                assertEquals(-((6 * k + i) / 7.0), y[6 + i]);
            }
        }
        assertEquals(2, TrajectoryFiles.dimension(Samples.file(name)));
        assertEquals(3, TrajectoryFiles.bodies(Samples.file(name)).nodes());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "numpy-fortran.npz | : array positions: an array must be in C order, found Fortran order",
                "numpy-float32.npz | : array velocities: numbers must be <f8 or <i8, found <f4",
            })
    void whatNumpyCanWriteAndThisDoesNotReadIsNamed(String name, String message) {
        assertEquals(message, faultOf(Samples.file(name)));
    }

    /** np.savez does not compress: only the checksum tells a changed number from the right one. */
    @Test
    void aChangedNumberIsRefused() throws IOException {
        byte[] whole = Files.readAllBytes(Samples.file("numpy-savez.npz"));
        ByteBuffer bytes = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
        int place = 0;
        while (bytes.getDouble(place) != 11 / 7.0) {
            place++;
        }
        whole[place + 3] ^= 1;
        Path file = folder.resolve("changed.npz");
        Files.write(file, whole);
        assertEquals(": array positions: the checksum must be that of the numbers, found another", faultOf(file));
    }

    private Path archive(Object... namesAndArrays) throws IOException {
        Path file = folder.resolve("made.npz");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int k = 0; k < namesAndArrays.length; k += 2) {
                zip.putNextEntry(new ZipEntry(namesAndArrays[k] + ".npy"));
                zip.write((byte[]) namesAndArrays[k + 1]);
                zip.closeEntry();
            }
        }
        return file;
    }

    private static byte[] zeros(int... shape) {
        int count = 1;
        for (int length : shape) {
            count *= length;
        }
        return NumpyArray.of(new double[count], shape);
    }

    private static byte[] longer(byte[] array) {
        return Arrays.copyOf(array, array.length + 8);
    }

    @Test
    void positionsAndVelocitiesAreEnough() throws IOException {
        Trajectory read =
                TrajectoryFiles.read(archive("positions", zeros(2, 3, 2), "velocities", zeros(2, 3, 2)), BODIES, 2);
        assertEquals(1, read.step(1), "states are counted where no step is given");
        assertTrue(read.time(0).isEmpty());
        assertFalse(read.hasForces());
    }

    @Test
    void faultsOfArraysAreNamed() throws IOException {
        byte[] good = zeros(1, 3, 2);
        assertEquals(": array velocities: it must be there, found none", faultOf(archive("positions", good)));
        assertEquals(
                ": array positions: shape must be (K, 3, 2), found [1, 2, 3]",
                faultOf(archive("positions", zeros(1, 2, 3), "velocities", good)));
        assertEquals(
                ": array velocities: shape must be [1, 3, 2], found [2, 3, 2]",
                faultOf(archive("positions", good, "velocities", zeros(2, 3, 2))));
        assertEquals(
                ": array velocities: an array must end with its numbers, found more",
                faultOf(archive("positions", good, "velocities", longer(good))));
        assertEquals(
                ": array velocities: numbers must be finite, found NaN in state 0, body 1, axis 1",
                faultOf(archive(
                        "positions",
                        good,
                        "velocities",
                        NumpyArray.of(new double[] {0, 0, 0, Double.NaN, 0, 0}, 1, 3, 2))));
        assertEquals(
                ": array step: numbers must be <i8, found <f8",
                faultOf(archive("positions", good, "velocities", good, "step", zeros(1))));
        assertEquals(
                ": array time: a time must be finite, or NaN if unknown, found Infinity",
                faultOf(archive(
                        "positions",
                        good,
                        "velocities",
                        good,
                        "time",
                        NumpyArray.of(new double[] {Double.POSITIVE_INFINITY}, 1))));
        assertEquals(
                ": array masses: mass of body 2 must be that of the system, 1.0, found 2.0",
                faultOf(archive(
                        "positions", good, "velocities", good, "masses", NumpyArray.of(new double[] {1, 1, 2}, 3))));
        assertEquals(
                ": array box: a period must be zero or positive and finite, found -1.0",
                faultOf(archive("positions", good, "velocities", good, "box", NumpyArray.of(new double[] {3, -1}, 2))));
    }

    @Test
    void aMomentumBeyondTheNumbersIsNamed() throws IOException {
        CompiledGraph heavy = CompiledGraph.builder(1).body(0, 3, 0).build();
        Path file = archive("positions", zeros(1, 1, 1), "velocities", NumpyArray.of(new double[] {1e308}, 1, 1, 1));
        assertEquals(
                file + ": array velocities: mass times velocity must be finite, found Infinity",
                assertThrows(FileFormatException.class, () -> TrajectoryFiles.read(file, heavy, 1))
                        .getMessage());
    }

    /** The announced size is checked against what the file could hold before memory is asked for. */
    @Test
    void anAnnouncedSizeBeyondTheFileIsRefused() throws IOException {
        byte[] array = zeros(1, 3, 2);
        String text =
                new String(array, StandardCharsets.ISO_8859_1).replace("(1, 3, 2), }      ", "(9999999, 3, 2), }");
        Path file = archive("positions", text.getBytes(StandardCharsets.ISO_8859_1), "velocities", array);
        assertEquals(": array positions: an array must fit its file, found shape (9999999, 3, 2)", faultOf(file));
    }
}
