package org.hamgraph.eval.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import org.hamgraph.eval.plan.PotentialSpec;
import org.hamgraph.eval.plan.SystemSpec;
import org.hamgraph.eval.run.Rollout;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.support.FileFormatException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** A run that was killed, with its files as they may be at any moment, ends with the bytes of one that was not. */
class RecordingTest {
    private static final int STEPS = 12;
    private static final int KEEP = 4;
    private static final int EVERY = 2;

    /** Cuts between two checkpoints. */
    private static final int CUTS = 5;

    @TempDir
    private Path folder;

    private BodySystem system;
    private SeparableHamiltonian hamiltonian;

    @BeforeEach
    void make() throws IOException {
        system = new SystemSpec("square:2x2", 1.7, 1, OptionalDouble.of(0.2), OptionalDouble.of(0.5), 5)
                .resolve(Optional.empty())
                .system();
        hamiltonian = PotentialSpec.parse("spring:k=4,l=1").hamiltonian(system.graph(), system.box());
    }

    private void run(String ending, int steps, IntConsumer progress) throws IOException {
        RunOptions how = CommandLine.populateCommand(
                new RunOptions(),
                "--steps=" + steps,
                "--dt=0.02",
                "--every=" + EVERY,
                "--checkpoint-every=" + KEEP,
                "--resume",
                "--out=" + folder.resolve("run" + ending),
                "--log=" + folder.resolve("run.csv"));
        Rollout rollout = new Rollout(system, how.integrator(), how.dt(), steps, how.every(), 1);
        try (Recording recording = Recording.open(how, how.settings(), system, hamiltonian, Optional.empty())) {
            recording.run(rollout, Optional.empty(), progress);
        }
    }

    private Map<String, byte[]> files() throws IOException {
        Map<String, byte[]> content = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                content.put(file.getFileName().toString(), Files.readAllBytes(file));
            }
        }
        return content;
    }

    private void put(Map<String, byte[]> content) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, byte[]> file : content.entrySet()) {
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }
    }

    /** Runs without a stop; returns the files and, per checkpoint, what lay there behind it. */
    private Map<String, byte[]> undisturbed(String ending, int steps, Map<Integer, Map<String, byte[]>> behind)
            throws IOException {
        put(Map.of());
        run(ending, steps, step -> {
            if (step % KEEP == 0) {
                try {
                    behind.put(step, files());
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        });
        return files();
    }

    private static byte[] cut(byte[] from, byte[] to, int k) {
        int start = from == null ? 0 : from.length;
        return Arrays.copyOf(to, start + (to.length - start) * k / (CUTS - 1));
    }

    private void assertEndsLike(Map<String, byte[]> wanted, String ending, int steps, String moment)
            throws IOException {
        Map<String, byte[]> found = files();
        assertEquals(wanted.keySet(), found.keySet(), moment);
        for (String name : List.of("run" + ending, "run.csv")) {
            assertArrayEquals(wanted.get(name), found.get(name), name + " of " + steps + " steps, killed " + moment);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".dump", ".dump.gz", ".extxyz", ".extxyz.gz", ".npz"})
    void killedBetweenTwoCheckpoints(String ending) throws IOException {
        Map<Integer, Map<String, byte[]>> behind = new TreeMap<>();
        Map<String, byte[]> wanted = undisturbed(ending, STEPS, behind);
        String out = "run" + ending;
        assertEquals(List.of("run.csv", out, out + ".checkpoint"), List.copyOf(wanted.keySet()));
        behind.put(0, new TreeMap<>());
        for (int step = 0; step < STEPS; step += KEEP) {
            Map<String, byte[]> before = behind.get(step);
            Map<String, byte[]> after = behind.get(step + KEEP);
            for (int k = 0; k < CUTS * CUTS; k += 3) {
                Map<String, byte[]> moment = new TreeMap<>(before);
                for (String name : List.of(out + ".part", "run.csv.part")) {
                    int where = name.equals(out + ".part") ? k % CUTS : k / CUTS;
                    moment.put(name, cut(before.get(name), after.get(name), where));
                }
                // A checkpoint that was being written.
                moment.put(out + ".checkpoint.part", cut(null, after.get(out + ".checkpoint"), k % CUTS));
                put(moment);
                int from = step;
                run(ending, STEPS, done -> assertTrue(done > from));
                assertEndsLike(wanted, ending, STEPS, "behind step " + step + ", cut " + k);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".dump", ".extxyz.gz", ".npz"})
    void killedWhileTheFilesTakeTheirPlaces(String ending) throws IOException {
        Map<Integer, Map<String, byte[]>> behind = new TreeMap<>();
        Map<String, byte[]> wanted = undisturbed(ending, STEPS, behind);
        String out = "run" + ending;
        Map<String, byte[]> last = behind.get(STEPS);
        byte[] part = last.get(out + ".part");
        byte[] log = last.get("run.csv.part");
        byte[] kept = last.get(out + ".checkpoint");
        List<Map<String, byte[]>> moments = List.of(
                last,
                Map.of(out + ".part", part, "run.csv", log, out + ".checkpoint", kept),
                Map.of(out, wanted.get(out), "run.csv.part", log, out + ".checkpoint", kept),
                Map.of(out, wanted.get(out), out + ".part", part, "run.csv.part", log, out + ".checkpoint", kept),
                Map.of(
                        out + ".tmp",
                        cut(null, part, 3),
                        out + ".part",
                        part,
                        "run.csv.part",
                        log,
                        out + ".checkpoint",
                        kept),
                wanted);
        for (Map<String, byte[]> moment : moments) {
            put(moment);
            run(ending, STEPS, done -> {
                throw new AssertionError("no step is left, found " + done);
            });
            if (!ending.equals(".npz")) {
                Files.deleteIfExists(folder.resolve(out + ".tmp"));
            }
            assertEndsLike(wanted, ending, STEPS, "with " + moment.keySet());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".dump", ".dump.gz", ".extxyz", ".extxyz.gz", ".npz"})
    void aFinishedRunIsExtendedAlsoIfThatWasKilled(String ending) throws IOException {
        Map<String, byte[]> wanted = undisturbed(ending, 2 * STEPS, new TreeMap<>());
        Map<Integer, Map<String, byte[]>> behind = new TreeMap<>();
        Map<String, byte[]> finished = undisturbed(ending, STEPS, behind);
        String out = "run" + ending;
        byte[] part = behind.get(STEPS).get(out + ".part");
        byte[] log = behind.get(STEPS).get("run.csv.part");
        for (int k = 0; k < CUTS; k++) {
            Map<String, byte[]> moment = new TreeMap<>(finished);
            if (k > 0) {
                moment.put(out + ".part", cut(null, part, k));
                moment.put("run.csv.part", cut(null, log, CUTS - 1 - k));
            }
            put(moment);
            Map<Integer, Map<String, byte[]>> meanwhile = new TreeMap<>();
            run(ending, 2 * STEPS, step -> {
                try {
                    meanwhile.put(step, files());
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            meanwhile.forEach((step, there) -> {
                assertArrayEquals(finished.get(out), there.get(out), "step " + step);
                assertArrayEquals(finished.get("run.csv"), there.get("run.csv"), "step " + step);
            });
            assertEquals(List.of(14, 16, 18, 20, 22, 24), List.copyOf(meanwhile.keySet()));
            assertEndsLike(wanted, ending, 2 * STEPS, "copy cut at " + k);
            // Killed again on the way, with the shorter run still in its place.
            put(meanwhile.get(18));
            run(ending, 2 * STEPS, step -> assertTrue(step > 16));
            assertEndsLike(wanted, ending, 2 * STEPS, "behind step 18");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {".dump.gz", ".npz"})
    void aRunWhoseFilesWereChangedIsRefused(String ending) throws IOException {
        Map<Integer, Map<String, byte[]>> behind = new TreeMap<>();
        undisturbed(ending, STEPS, behind);
        for (String name : List.of("run" + ending + ".part", "run.csv.part")) {
            Map<String, byte[]> moment = new TreeMap<>(behind.get(8));
            byte[] changed = moment.get(name).clone();
            changed[changed.length / 2] ^= 1;
            moment.put(name, changed);
            put(moment);
            FileFormatException fault = assertThrows(FileFormatException.class, () -> run(ending, STEPS, done -> {}));
            assertTrue(fault.getMessage().startsWith(folder.resolve(name) + ": "), fault.getMessage());
            assertArrayEquals(changed, files().get(name));
        }
    }
}
