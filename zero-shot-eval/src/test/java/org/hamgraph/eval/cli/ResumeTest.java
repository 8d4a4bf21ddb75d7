package org.hamgraph.eval.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Structure;
import org.hamgraph.sim.io.TrajectoryFiles;
import org.hamgraph.sim.trajectory.Trajectory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code --checkpoint-every}, {@code --resume} and {@code --log} as a user meets them. */
class ResumeTest {
    @TempDir
    private static Path models;

    private static String model;

    @TempDir
    private Path folder;

    @BeforeAll
    static void train() {
        model = train("one", "1");
    }

    private static String train(String name, String seed) {
        String file = models.resolve(name + ".json").toString();
        Program.json(
                "train",
                "--system",
                "square:3x3",
                "--potential",
                "spring:k=10,l=1",
                "--samples",
                "20",
                "--width",
                "16",
                "--seed",
                seed,
                "--out",
                file);
        return file;
    }

    private String[] rollout(int steps, String out, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "rollout",
                "--model",
                model,
                "--system",
                "square:4x4",
                "--every",
                "5",
                "--checkpoint-every",
                "10",
                "--steps",
                String.valueOf(steps),
                "--out",
                folder.resolve(out).toString(),
                "--log",
                folder.resolve(out + ".csv").toString()));
        arguments.addAll(Arrays.asList(more));
        return arguments.toArray(String[]::new);
    }

    /** An option that is given twice counts the second time. */
    private String[] with(String[] arguments, String option, String value) {
        String[] changed = arguments.clone();
        changed[Arrays.asList(arguments).indexOf(option) + 1] = value;
        return changed;
    }

    private static JsonNode withoutTimes(JsonNode answer) {
        ((ObjectNode) answer).remove(List.of("seconds", "nodeUpdatesPerSecond"));
        return answer;
    }

    private byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stormer-verlet", "yoshida4", "symplectic-euler", "implicit-midpoint"})
    void aRunThatIsExtendedGivesFilesAndAnswerOfTheLongerOne(String integrator) throws IOException {
        for (String truth : List.of("--potential=spring:k=10,l=1", "--no-compile")) {
            String name = truth.charAt(2) + ".dump.gz";
            // Wide enough that springs leave what the model saw, whose fraction is counted over all states.
            String[] more = {"--integrator", integrator, truth, "--jitter=0.3", "--velocity=1.5", "--resume"};
            JsonNode wanted = Program.json(rollout(40, "whole" + name, more));
            JsonNode half = Program.json(rollout(20, name, more));
            JsonNode found = Program.json(rollout(40, name, more));
            assertEquals(withoutTimes(wanted), withoutTimes(found));
            assertTrue(wanted.get("edgesOutsideTrainingRange").doubleValue() > 0);
            assertNotEquals(half.get("edgesOutsideTrainingRange"), wanted.get("edgesOutsideTrainingRange"));
            assertEquals(
                    truth.startsWith("--p"),
                    !wanted.get("relativePositionError").isNull());
            assertArrayEquals(bytes("whole" + name), bytes(name));
            assertArrayEquals(bytes("whole" + name + ".csv"), bytes(name + ".csv"));
            assertEquals(
                    1 + 9, Files.readAllLines(folder.resolve(name + ".csv")).size());
        }
    }

    @Test
    void theSameCommandStartsGoesOnAndIsDone() throws IOException {
        String[] arguments = rollout(20, "run.npz", "--resume");
        JsonNode first = Program.json(arguments);
        byte[] bytes = bytes("run.npz");
        // Seconds are those of the run that was made.
        assertEquals(first, Program.json(arguments));
        assertArrayEquals(bytes, bytes("run.npz"));
        Program again = Program.run(arguments);
        assertTrue(again.err().endsWith("ran 20 steps of 16 bodies, 24 springs, all before" + System.lineSeparator()));
        Program longer = Program.run(rollout(30, "run.npz", "--resume"));
        assertTrue(longer.err().endsWith("ran 30 steps of 16 bodies, 24 springs, from 20 on" + System.lineSeparator()));
        Program.run(rollout(20, "run.npz", "--resume"))
                .assertRefused("--steps must be at least 30, the step of " + folder.resolve("run.npz.checkpoint")
                        + ", found 20");
        Files.delete(folder.resolve("run.npz"));
        Program.run(rollout(30, "run.npz", "--resume"))
                .assertRefused(folder.resolve("run.npz.part")
                        + ": a file that is to be continued must be there, found none, nor "
                        + folder.resolve("run.npz"));
    }

    @Test
    void whereStepsAreNoMultipleTheStatesAreTheSame() throws IOException {
        Program.json(rollout(40, "whole.extxyz"));
        Program.json(rollout(13, "run.extxyz"));
        Program.json(rollout(40, "run.extxyz", "--resume"));
        CompiledGraph graph = Structure.square(4, 4, false).compile(1, 1, 1);
        Trajectory whole = TrajectoryFiles.read(folder.resolve("whole.extxyz"), graph, 2);
        Trajectory run = TrajectoryFiles.read(folder.resolve("run.extxyz"), graph, 2);
        assertEquals(9, whole.size());
        assertEquals(10, run.size());
        assertEquals(13, run.step(3));
        for (int k = 0; k < 9; k++) {
            assertEquals(whole.step(k), run.step(k < 3 ? k : k + 1));
            assertArrayEquals(whole.state(k), run.state(k < 3 ? k : k + 1));
        }
    }

    @Test
    void otherOptionsAreRefusedByName() throws IOException {
        String[] run = rollout(20, "run.dump", "--dt", "0.005", "--mass", "1", "--seed", "1", "--resume");
        Program.json(run);
        byte[] kept = bytes("run.dump.checkpoint");
        String as = " as in " + folder.resolve("run.dump.checkpoint") + ", found ";
        Program.run(with(run, "--dt", "0.01")).assertRefused("--dt must be 0.005" + as + "0.01");
        Program.run(with(run, "--every", "10")).assertRefused("--every must be 5" + as + "10");
        Program.run(with(run, "--checkpoint-every", "20")).assertRefused("--checkpoint-every must be 10" + as + "20");
        Program.run(with(run, "--system", "square:4x5"))
                .assertRefused("--system must be square:4x4" + as + "square:4x5");
        Program.run(with(run, "--mass", "2")).assertRefused("--mass must be 1.0" + as + "2.0");
        Program.run(with(run, "--seed", "2")).assertRefused("--seed must be 1" + as + "2");
        for (String extra : List.of("--integrator=yoshida4", "--potential=spring", "--no-compile", "--jitter=0.2")) {
            String[] more = Arrays.copyOf(run, run.length + 1);
            more[run.length] = extra;
            Program program = Program.run(more);
            assertEquals(2, program.exit());
            assertTrue(program.err().startsWith(extra.split("=")[0] + " must be "), program.err());
        }
        Program other = Program.run(with(run, "--model", train("other", "2")));
        assertTrue(other.err().matches("--model must be of SHA-256 \\w{64} as in .*, found of SHA-256 \\w{64}\\R"));
        String[] simulate = {
            "simulate",
            "--system",
            "square:4x4",
            "--potential",
            "spring:k=10",
            "--steps",
            "20",
            "--checkpoint-every",
            "10",
            "--resume",
            "--out",
            folder.resolve("run.dump").toString()
        };
        assertTrue(Program.run(simulate).err().startsWith("verb must be rollout as in "));
        assertArrayEquals(kept, bytes("run.dump.checkpoint"));
        assertEquals(0, Program.run(with(run, "--steps", "30")).exit());
    }

    @Test
    void aSystemFileThatWasChangedIsRefused() throws IOException {
        Path file = folder.resolve("pair.data");
        String text =
                "pair\n\n2 atoms\n1 bonds\n1 atom types\n1 bond types\n\n0 3 xlo xhi\n0 3 ylo yhi\n0 3 zlo zhi\n\n"
                        + "Masses\n\n1 1\n\nBond Coeffs\n\n1 5 1\n\nAtoms # bond\n\n1 1 1 0 0 0\n2 1 1 1.1 0 0\n\n"
                        + "Bonds\n\n1 1 1 2\n";
        String[] run = {
            "simulate",
            "--system",
            file.toString(),
            "--potential",
            "spring",
            "--steps",
            "20",
            "--checkpoint-every",
            "10",
            "--resume",
            "--out",
            folder.resolve("run.dump").toString()
        };
        Files.writeString(file, text);
        Program.json(run);
        Files.writeString(file, text.replace("1.1 0 0", "1.2 0 0"));
        assertTrue(Program.run(run).err().startsWith("content of --system must be of SHA-256 "));
    }

    @Test
    void optionsThatDoNotGoTogetherAreRefused() throws IOException {
        String[] run = {"simulate", "--system", "chain:4", "--potential", "spring:k=10,l=1", "--steps", "20"};
        Program.run(concat(run, "--checkpoint-every", "10"))
                .assertRefused("--checkpoint-every must come with --out, found none");
        String out = folder.resolve("run.dump").toString();
        Program.run(concat(run, "--resume", "--out", out))
                .assertRefused("--resume must come with --checkpoint-every, found none");
        Program.run(concat(run, "--checkpoint-every", "0", "--out", out))
                .assertRefused("--checkpoint-every must be at least 1, found 0");
        Program.run(concat(run, "--log", out, "--out", out))
                .assertRefused("--log must be another file than --out, found " + out + " twice");
        String log = Files.writeString(folder.resolve("run.csv"), "precious").toString();
        Program.run(concat(run, "--log", log))
                .assertRefused("--log must not exist yet, found " + log + "; use --force to replace it");
        Program.json(concat(run, "--log", log, "--force"));
        assertEquals(1 + 3, Files.readAllLines(Path.of(log)).size());
        Program.json(concat(run, "--checkpoint-every", "10", "--out", out));
        Program.run(concat(run, "--checkpoint-every", "10", "--out", out))
                .assertRefused("--out must have no checkpoint yet, found " + out
                        + ".checkpoint; use --resume to go on or --force to start anew");
        Program.json(concat(run, "--checkpoint-every", "5", "--out", out, "--force"));
        Files.write(Path.of(out + ".checkpoint"), new byte[] {1, 2, 3});
        Program.run(concat(run, "--checkpoint-every", "5", "--out", out, "--resume"))
                .assertRefused(out + ".checkpoint: a checkpoint must begin with 'HamGraph checkpoint, format 1', found"
                        + " another beginning");
    }

    private static String[] concat(String[] arguments, String... more) {
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return all;
    }

    private String[] wild(String... more) {
        return concat(
                new String[] {
                    "simulate",
                    "--system",
                    "chain:8",
                    "--potential",
                    "fput:k=1,alpha=0.25,beta=9,l=1",
                    "--dt",
                    "2.5",
                    "--steps",
                    "400",
                    "--every",
                    "1"
                },
                more);
    }

    @Test
    void aRunThatLeavesTheNumbersKeepsWhatWasRecorded() throws IOException {
        Path out = folder.resolve("run.dump.gz");
        Path log = folder.resolve("run.csv");
        Program program = Program.run(wild("--out", out.toString(), "--log", log.toString()));
        assertEquals(2, program.exit());
        String pattern =
                "non-finite \\w+ at step (\\d+) .*; try dt below 1.25; what was recorded up to step (\\d+) is in ";
        assertTrue(program.err().matches(pattern + ".*run.dump.gz\\R"), program.err());
        int last = Integer.parseInt(program.err().replaceAll("(?s).*up to step (\\d+) .*", "$1"));
        assertTrue(last > 0);
        CompiledGraph graph = Structure.chain(8, false).compile(1, 1, 1);
        assertEquals(last + 1, TrajectoryFiles.read(out, graph, 1).size());
        assertEquals(1 + last + 1, Files.readAllLines(log).size());

        Path kept = folder.resolve("kept.dump.gz");
        program = Program.run(wild("--out", kept.toString(), "--checkpoint-every", "2", "--resume"));
        assertEquals(2, program.exit());
        int even = last - last % 2;
        assertTrue(
                program.err()
                        .endsWith("is in " + kept + ".part, the checkpoint of step " + even + " is " + kept
                                + ".checkpoint" + System.lineSeparator()),
                program.err());
        assertFalse(Files.exists(kept));
        Path part = Files.move(folder.resolve("kept.dump.gz.part"), kept);
        assertEquals(last + 1, TrajectoryFiles.read(kept, graph, 1).size());
        Files.move(kept, part);
        // Going on leads to the same end, and to no more files.
        assertEquals(program, Program.run(wild("--out", kept.toString(), "--checkpoint-every", "2", "--resume")));

        program = Program.run(wild("--out", folder.resolve("none.npz").toString(), "--checkpoint-every", "300"));
        assertTrue(program.err().endsWith("none.npz.part, there is no checkpoint yet" + System.lineSeparator()));
        program = Program.run(wild("--log", folder.resolve("only.csv").toString()));
        assertTrue(program.err().matches(pattern + ".*only.csv\\R"), program.err());
    }

    @Test
    void aMillionStepsBetweenTwoStatesDoNotGoOnForLong() {
        String[] run = with(with(wild(), "--steps", "2000000000"), "--every", "1000000000");
        Program program = Program.run(run);
        assertEquals(2, program.exit());
        assertTrue(program.err().startsWith("non-finite state at step 100 (t = 250.0): "), program.err());
    }
}
