package org.hamgraph.eval.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hamgraph.support.FileFormatException;
import org.hamgraph.support.PendingFile.Mark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("run.npz.checkpoint");
    }

    private static Checkpoint some(int step) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("--dt", "0.005");
        settings.put("--system", "square:3x3, größer");
        double[] y = {0.1, -0.0, Double.MIN_VALUE, Math.nextUp(1.0), -1e300};
        RunState run = new RunState(
                step,
                List.of(
                        new RunState.LaneState(y, new double[] {1.0 / 3}, 12345678901L),
                        new RunState.LaneState(new double[0], new double[] {Double.POSITIVE_INFINITY}, 0)));
        return new Checkpoint(
                settings, run, List.of(new Mark(1L << 40, 0xCBF43926L), new Mark(0, 0)), new double[] {3, 4});
    }

    private static long[] bits(double[] numbers) {
        return Arrays.stream(numbers).mapToLong(Double::doubleToRawLongBits).toArray();
    }

    @Test
    void whatIsWrittenIsReadToTheLastBit() throws IOException {
        some(7).write(file);
        some(600).write(file);
        Checkpoint read = Checkpoint.read(file);
        Checkpoint wanted = some(600);
        assertEquals(600, read.run().step());
        assertEquals(2, read.run().lanes().size());
        for (int k = 0; k < 2; k++) {
            RunState.LaneState lane = wanted.run().lanes().get(k);
            RunState.LaneState found = read.run().lanes().get(k);
            assertArrayEquals(bits(lane.y()), bits(found.y()));
            assertArrayEquals(bits(lane.monitor()), bits(found.monitor()));
            assertEquals(lane.nanoseconds(), found.nanoseconds());
        }
        assertEquals(wanted.files(), read.files());
        assertArrayEquals(wanted.counts(), read.counts());
        read.requireSettings(file, Map.of("--dt", "0.005", "--system", "square:3x3, größer"));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }

    @Test
    void aCheckpointWithAnyBitChangedOrAnyByteLostIsRefused() throws IOException {
        some(600).write(file);
        byte[] whole = Files.readAllBytes(file);
        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] changed = whole.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            Files.write(file, changed);
            String message = assertThrows(FileFormatException.class, () -> Checkpoint.read(file), "bit " + bit)
                    .getMessage();
            assertTrue(message.startsWith(file + ": "), "bit " + bit + ": " + message);
        }
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThrows(FileFormatException.class, () -> Checkpoint.read(file), "length " + length);
        }
        Files.write(file, Arrays.copyOf(whole, whole.length + 1));
        assertThrows(FileFormatException.class, () -> Checkpoint.read(file));
        Files.write(file, whole);
        assertEquals(600, Checkpoint.read(file).run().step());
    }

    @Test
    void theMessageSaysWhatIsWrong() throws IOException {
        some(600).write(file);
        byte[] bytes = Files.readAllBytes(file);
        bytes[60] ^= 1;
        Files.write(file, bytes);
        assertEquals(
                file + ": a checkpoint must have the sha256 it ends with, found another: it was changed",
                assertThrows(FileFormatException.class, () -> Checkpoint.read(file))
                        .getMessage());
        Files.writeString(file, "a text");
        assertEquals(
                file + ": a checkpoint must begin with 'HamGraph checkpoint, format 1', found another beginning",
                assertThrows(FileFormatException.class, () -> Checkpoint.read(file))
                        .getMessage());
    }

    @Test
    void aWriterThatFailsLeavesTheCheckpointBefore() throws IOException {
        some(7).write(file);
        Files.createDirectory(folder.resolve("run.npz.checkpoint.part"));
        assertThrows(IOException.class, () -> some(600).write(file));
        assertEquals(7, Checkpoint.read(file).run().step());
    }

    @Test
    void otherSettingsAreRefusedByName() {
        Map<String, String> found = new LinkedHashMap<>();
        found.put("--dt", "0.01");
        String message = assertThrows(IllegalArgumentException.class, () -> some(7).requireSettings(file, found))
                .getMessage();
        assertEquals("--dt must be 0.005 as in " + file + ", found 0.01", message);
        found.put("--dt", "0.005");
        message = assertThrows(IllegalArgumentException.class, () -> some(7).requireSettings(file, found))
                .getMessage();
        assertTrue(message.endsWith("found absent"), message);
        found.put("--system", "square:3x3, größer");
        found.put("--model", "one");
        message = assertThrows(IllegalArgumentException.class, () -> some(7).requireSettings(file, found))
                .getMessage();
        assertEquals("--model must be absent as in " + file + ", found one", message);
    }
}
