package org.hamgraph.sim.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.sim.trajectory.Trajectory;
import org.hamgraph.support.FileFormatException;
import org.hamgraph.support.PendingFile.Mark;
import org.hamgraph.support.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of writers that are continued: the bytes are those of a writer that was never stopped. */
class GrowingTrajectoryTest {
    private static final CompiledGraph PAIR = CompiledGraph.builder(2)
            .body(0, 3, 0)
            .body(1, 0.7, 1)
            .spring(0, 1, 1, 1, 0)
            .build();
    private static final Box PLANE = Box.of(4, 0);
    private static final int STATES = 6;
    private static final int MARK_EVERY = 2;

    @TempDir
    private Path folder;

    private static double[] state(int k) {
        return RandomStreams.of(1, "states", k).doubles(8).toArray();
    }

    private static double[] forces(int k) {
        return RandomStreams.of(1, "forces", k).doubles(4).toArray();
    }

    private static void put(TrajectoryWriter out, int k) throws IOException {
        out.write(k * 10L, k * 0.1, state(k), forces(k));
    }

    /** Writes states from one mark on and returns the marks; does not commit. */
    private static List<Mark> put(TrajectoryWriter out, int from, int to) throws IOException {
        List<Mark> marks = new ArrayList<>();
        for (int k = from; k < to; k++) {
            put(out, k);
            if ((k + 1) % MARK_EVERY == 0) {
                marks.add(out.mark());
            }
        }
        return marks;
    }

    private TrajectoryWriter resumed(Path file, Mark mark) throws IOException {
        return TrajectoryFiles.resumed(file, PAIR, PLANE, true, mark);
    }

    private byte[] whole(Path file, int states) throws IOException {
        try (TrajectoryWriter out = TrajectoryFiles.growing(file, PAIR, PLANE, true)) {
            put(out, 0, states);
            out.commit();
        }
        return Files.readAllBytes(file);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".dump", ".dump.gz", ".extxyz", ".extxyz.gz", ".npz"})
    void cutOffAtAnyByteItGoesOnFromTheMarkBefore(String ending) throws IOException {
        Path file = folder.resolve("run" + ending);
        byte[] wanted = whole(file, STATES);
        Files.delete(file);
        List<Mark> marks;
        try (TrajectoryWriter out = TrajectoryFiles.growing(file, PAIR, PLANE, true)) {
            marks = put(out, 0, STATES);
        }
        Path part = folder.resolve("run" + ending + ".part");
        byte[] unfinished = Files.readAllBytes(part);
        assertEquals(unfinished.length, marks.get(2).length());
        for (int length = (int) marks.get(0).length(); length <= unfinished.length; length += 37) {
            Files.write(part, Arrays.copyOf(unfinished, length));
            int last = length < marks.get(1).length() ? 0 : length < unfinished.length ? 1 : 2;
            try (TrajectoryWriter out = resumed(file, marks.get(last))) {
                List<Mark> later = put(out, MARK_EVERY * (last + 1), STATES);
                assertEquals(marks.subList(last + 1, marks.size()), later);
                assertFalse(Files.exists(file));
                out.commit();
            }
            assertArrayEquals(wanted, Files.readAllBytes(file), "cut off at " + length);
            assertEquals(List.of("run" + ending), names());
            Files.delete(file);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".dump", ".dump.gz", ".extxyz", ".extxyz.gz", ".npz"})
    void aFinishedOneIsExtendedAndThereUntilTheLongerOneIsComplete(String ending) throws IOException {
        Path file = folder.resolve("run" + ending);
        byte[] wanted = whole(file, STATES);
        Mark mark;
        try (TrajectoryWriter out = TrajectoryFiles.growing(file, PAIR, PLANE, true)) {
            mark = put(out, 0, 4).get(1);
            out.commit();
        }
        byte[] finished = Files.readAllBytes(file);
        assertFalse(Arrays.equals(wanted, finished));
        try (TrajectoryWriter out = resumed(file, mark)) {
            put(out, 4, STATES);
            assertArrayEquals(finished, Files.readAllBytes(file));
            out.commit();
        }
        assertArrayEquals(wanted, Files.readAllBytes(file));
        assertEquals(List.of("run" + ending), names());
        // Nor is a longer one taken for a shorter one, or another one for its own.
        Mark other = new Mark(mark.length(), mark.checksum() ^ 1);
        assertThrows(FileFormatException.class, () -> resumed(file, other));
        assertArrayEquals(wanted, Files.readAllBytes(file));
        assertEquals(List.of("run" + ending), names());
    }

    @ParameterizedTest
    @ValueSource(strings = {".dump", ".dump.gz", ".extxyz", ".extxyz.gz", ".npz"})
    void marksChangeNothingThatIsRead(String ending) throws IOException {
        Path file = folder.resolve("run" + ending);
        whole(file, STATES);
        Trajectory marked = TrajectoryFiles.read(file, PAIR, 2);
        Path other = folder.resolve("other" + ending);
        try (TrajectoryWriter out = TrajectoryFiles.writer(other, PAIR, PLANE, true)) {
            for (int k = 0; k < STATES; k++) {
                put(out, k);
            }
            out.commit();
        }
        Trajectory plain = TrajectoryFiles.read(other, PAIR, 2);
        assertEquals(STATES, marked.size());
        for (int k = 0; k < STATES; k++) {
            assertEquals(10L * k, marked.step(k));
            assertArrayEquals(plain.state(k), marked.state(k));
            assertArrayEquals(plain.forces(k), marked.forces(k));
        }
        // Only where a gzip member ends at every mark do the bytes differ.
        assertEquals(!ending.endsWith(".gz"), Arrays.equals(Files.readAllBytes(file), Files.readAllBytes(other)));
    }

    @Test
    void anUnfinishedPackedFileCanBeReadUpToItsMark() throws IOException {
        Path file = folder.resolve("run.extxyz.gz");
        try (TrajectoryWriter out = TrajectoryFiles.growing(file, PAIR, PLANE, true)) {
            put(out, 0, 4);
        }
        byte[] part = Files.readAllBytes(folder.resolve("run.extxyz.gz.part"));
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(part))) {
            // Two bodies, a count and a comment per state.
            assertEquals(
                    4 * 4,
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .count());
        }
    }

    @Test
    void anUnfinishedArchiveIsOneRecordPerState() throws IOException {
        Path file = folder.resolve("run.npz");
        try (TrajectoryWriter out = TrajectoryFiles.growing(file, PAIR, PLANE, true)) {
            put(out, 0, 4);
        }
        ByteBuffer part = ByteBuffer.wrap(Files.readAllBytes(folder.resolve("run.npz.part")))
                .order(ByteOrder.LITTLE_ENDIAN);
        int record = 8 * (2 + 3 * 4);
        assertEquals(4 * record, part.capacity());
        double[] y = state(2);
        assertEquals(20, part.getLong(2 * record));
        assertEquals(0.2, part.getDouble(2 * record + 8));
        assertEquals(y[3], part.getDouble(2 * record + 8 * (2 + 3)));
        assertEquals(y[4] / 3, part.getDouble(2 * record + 8 * (2 + 4)));
        assertEquals(forces(2)[1], part.getDouble(2 * record + 8 * (2 + 9)));
    }

    @Test
    void anArchiveThatCannotBeContinuedIsRefused() throws IOException {
        Path file = folder.resolve("run.npz");
        Mark mark;
        try (TrajectoryWriter out = TrajectoryFiles.growing(file, PAIR, PLANE, true)) {
            mark = put(out, 0, 2).get(0);
            out.commit();
        }
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        String torn = assertThrows(FileFormatException.class, () -> resumed(file, mark))
                .getMessage();
        assertTrue(torn.startsWith(file + ": an archive must be whole, found: "), torn);
        try (TrajectoryWriter out = TrajectoryFiles.writer(file, PAIR, PLANE, false)) {
            out.write(0, 0, new double[8], null);
            out.commit();
        }
        assertEquals(
                file + ": array forces: it must be there, found none",
                assertThrows(FileFormatException.class, () -> resumed(file, mark))
                        .getMessage());
        assertEquals(List.of("run.npz"), names());
    }
}
