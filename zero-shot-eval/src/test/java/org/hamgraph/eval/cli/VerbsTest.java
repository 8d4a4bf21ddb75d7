package org.hamgraph.eval.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The verbs as a user meets them: what they answer, and how well a model trained on 8 bodies does on 64 and 512. */
class VerbsTest {
    /** Zero-shot force and velocity error that the project holds itself to on the LAMMPS data. */
    private static final double TARGET = 1e-9;

    @TempDir
    private static Path folder;

    private static String model;
    private static JsonNode training;

    @BeforeAll
    static void train() {
        model = folder.resolve("model.json").toString();
        training = Program.json(
                "train", "--system", "bundled:cubic-2x2x2", "--trajectory", "bundled:cubic-2x2x2", "--out", model);
    }

    private static void assertFields(JsonNode answer, String... names) {
        assertTrue(
                answer.propertyNames().containsAll(List.of(names)),
                "wanted " + List.of(names) + ", found " + answer.propertyNames());
    }

    @Test
    void trainAnswersWithItsFit() {
        assertFields(training, "rows", "columns", "rank", "relativeResidual", "trainSeconds", "trainForceError");
        // Two solves over 101 states of 24 coordinates each; 64 units of bodies and 64 of springs.
        assertEquals(2 * 101 * 24, training.get("rows").intValue());
        assertEquals(128, training.get("columns").intValue());
        assertTrue(training.get("trainForceError").doubleValue() < 1e-12);
        assertTrue(training.get("relativeResidual").doubleValue() < 1e-12);
    }

    @Test
    void evaluateMeetsTheTargetOnRecordedStatesOfALargerSystem() {
        for (String size : List.of("4x4x4", "8x8x8")) {
            JsonNode answer = Program.json(
                    "evaluate",
                    "--model",
                    model,
                    "--system",
                    "bundled:cubic-" + size,
                    "--trajectory",
                    "bundled:cubic-" + size);
            assertFields(
                    answer,
                    "nodes",
                    "edges",
                    "frames",
                    "relativeForceError",
                    "relativeVelocityError",
                    "relativeEnergyError",
                    "edgesOutsideTrainingRange");
            assertEquals(6, answer.get("frames").intValue());
            assertTrue(answer.get("relativeForceError").doubleValue() <= TARGET);
            assertTrue(answer.get("relativeForceError").doubleValue() > 0, "an error of exactly 0 is no measurement");
            assertTrue(answer.get("relativeVelocityError").doubleValue() <= TARGET);
            // LAMMPS conserves energy to about 1e-6 here: differences of energies keep 16 − 6 digits of rounding, and
            // lose one to the sum.
            assertTrue(answer.get("relativeEnergyError").doubleValue() <= 1e-8);
            assertTrue(answer.get("edgesOutsideTrainingRange").doubleValue() > 0.01);
        }
    }

    @Test
    void evaluateSeesAWrongModel() {
        JsonNode answer = Program.json(
                "evaluate",
                "--model",
                model,
                "--system",
                "cubic:3x3x3",
                "--potential",
                "spring:k=11,l=1",
                "--samples",
                "3");
        // Forces of a spring of 10/11 the stiffness are off by 1/11.
        assertEquals(1.0 / 11, answer.get("relativeForceError").doubleValue(), 1e-9);
    }

    @Test
    void rolloutFollowsTheTruth() throws IOException {
        Path out = folder.resolve("run.extxyz");
        JsonNode answer = Program.json(
                "rollout",
                "--model",
                model,
                "--system",
                "bundled:cubic-4x4x4",
                "--potential",
                "spring:k=10,l=1",
                "--steps",
                "1000",
                "--every",
                "100",
                "--out",
                out.toString());
        assertFields(
                answer,
                "nodes",
                "edges",
                "steps",
                "seconds",
                "nodeUpdatesPerSecond",
                "relativePositionError",
                "relativeEnergyDrift",
                "momentumError");
        assertTrue(answer.get("relativePositionError").doubleValue() <= TARGET);
        assertTrue(answer.get("relativePositionError").doubleValue() > 0);
        assertTrue(answer.get("momentumError").doubleValue() <= 1e-12);
        assertEquals(
                answer.get("trueRelativeEnergyDrift").doubleValue(),
                answer.get("relativeEnergyDrift").doubleValue(),
                1e-9);
        assertEquals(11 * (64 + 2), Files.readAllLines(out).size());
    }

    @Test
    void tablesAndNetworkGiveTheSameRun() {
        String[] arguments = {
            "rollout", "--model", model, "--system", "bundled:cubic-4x4x4", "--potential", "spring", "--steps", "50"
        };
        String[] direct = Arrays.copyOf(arguments, arguments.length + 1);
        direct[arguments.length] = "--no-compile";
        double table = Program.json(arguments).get("relativeEnergyDrift").doubleValue();
        double network = Program.json(direct).get("relativeEnergyDrift").doubleValue();
        assertEquals(network, table, 1e-11);
    }

    @Test
    void simulateConservesEnergyAndWritesWhatTrainReads() {
        String dump = folder.resolve("run.dump.gz").toString();
        JsonNode answer = Program.json(
                "simulate",
                "--system",
                "square:3x3",
                "--potential",
                "spring:k=10,l=1",
                "--steps",
                "200",
                "--every",
                "2",
                "--out",
                dump);
        assertFields(answer, "nodes", "edges", "steps", "seconds", "nodeUpdatesPerSecond", "relativeEnergyDrift");
        assertTrue(answer.get("relativeEnergyDrift").doubleValue() < 1e-3);
        assertTrue(answer.get("relativeEnergyDrift").doubleValue() > 1e-9, "Störmer–Verlet is not exact");
        JsonNode trained = Program.json(
                "train",
                "--system",
                "square:3x3",
                "--trajectory",
                dump,
                "--out",
                folder.resolve("square.json").toString());
        assertTrue(trained.get("trainForceError").doubleValue() < 1e-11);
    }

    @Test
    void checkFindsThatTheModelObeysAllLaws() {
        String[] arguments = {"check", "--model", model, "--system", "cubic:3x3x3", "--tries", "20"};
        JsonNode answer = Program.json(arguments);
        for (String law : List.of("permutation", "translation", "rotation", "reflection", "timeReversal")) {
            assertTrue(answer.get(law).doubleValue() <= 1e-11, law);
        }
        assertEquals(0, answer.get("timeReversal").doubleValue());
        assertTrue(answer.get("translation").doubleValue() > 0);
        answer.get("laws").forEach(row -> assertTrue(row.get("holds").booleanValue(), row.toString()));
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        String[] one = {"check", "--model", model, "--system", "cubic:3x3x3", "--tries", "7", "--threads", "1"};
        String[] two = one.clone();
        two[two.length - 1] = "2";
        assertEquals(Program.json(one), Program.json(two));
    }

    @Test
    void theSameSeedGivesTheSameModel() throws IOException {
        byte[][] bytes = new byte[3][];
        for (int k = 0; k < 3; k++) {
            Path out = folder.resolve("seed-" + k + ".json");
            Program.json(
                    "train",
                    "--system",
                    "chain:8",
                    "--potential",
                    "spring:k=10,l=1",
                    "--samples",
                    "20",
                    "--seed",
                    k < 2 ? "5" : "6",
                    "--out",
                    out.toString());
            bytes[k] = Files.readAllBytes(out);
        }
        assertArrayEquals(bytes[0], bytes[1]);
        assertTrue(!Arrays.equals(bytes[0], bytes[2]));
    }

    @Test
    void zeroShotAnswersWithItsSizesAndItsLadderAndResumes() throws IOException {
        Path plan = folder.resolve("ladder.yaml");
        Files.writeString(
                plan,
                "train:\n  system: chain:8\n  potential: spring:k=10,l=1\nsizes:\n  - system: chain:16,periodic\n"
                        + "rollout:\n  steps: 20\n");
        String out = folder.resolve("ladder").toString();
        String[] arguments = {"zero-shot", "--plan", plan.toString(), "--out", out, "--max-nodes", "2000"};
        JsonNode answer = Program.json(arguments);
        assertFields(answer, "trainedOn", "sizes", "scaling", "trainSeconds", "scalingExponent", "trueScalingExponent");
        JsonNode scaling = answer.get("scaling");
        assertEquals(2, scaling.size());
        assertFields(
                scaling.get(1),
                "system",
                "nodes",
                "edges",
                "steps",
                "nanosecondsPerNodeStep",
                "trueNanosecondsPerNodeStep",
                "relativeForceError",
                "relativeForceErrorAtEnd",
                "relativePositionError",
                "edgesOutsideTrainingRange");
        assertEquals("chain:2000,periodic", scaling.get(1).get("system").stringValue());
        assertEquals(2000, scaling.get(1).get("edges").intValue());
        assertTrue(scaling.get(1).get("relativeForceError").doubleValue() <= TARGET);
        assertTrue(scaling.get(1).get("relativeForceError").doubleValue() > 0);

        String[] resumed = Arrays.copyOf(arguments, arguments.length + 1);
        resumed[arguments.length] = "--resume";
        assertEquals(answer, Program.json(resumed), "a finished run is taken over with its times");
        Program other = Program.run("zero-shot", "--plan", plan.toString(), "--out", out, "--resume");
        assertEquals(2, other.exit(), "another --max-nodes is another plan");
    }

    @Test
    void infoDescribesModelsPlansSystemsAndTrajectories() throws IOException {
        JsonNode ofModel = Program.json("info", model);
        assertEquals("model", ofModel.get("kind").stringValue());
        assertEquals(101, ofModel.get("provenance").get("states").intValue());
        Path plan = folder.resolve("plan.yaml");
        Files.writeString(plan, "train:\n  system: chain:8\n  potential: spring\nsizes:\n  - system: chain:16\n");
        assertEquals("plan", Program.json("info", plan.toString()).get("kind").stringValue());
        assertEquals(
                12, Program.json("info", "bundled:cubic-2x2x2").get("edges").intValue());
        for (String ending : List.of("dump.gz", "extxyz", "npz")) {
            String run = folder.resolve("described." + ending).toString();
            Program.json(
                    "simulate",
                    "--system",
                    "square:3x3,periodic",
                    "--mass",
                    "2",
                    "--potential",
                    "spring:k=10",
                    "--steps",
                    "20",
                    "--out",
                    run);
            JsonNode answer = Program.json("info", run);
            assertEquals("trajectory", answer.get("kind").stringValue());
            assertEquals(9, answer.get("nodes").intValue());
            assertEquals(3, answer.get("frames").intValue());
            assertEquals(20, answer.get("lastStep").intValue());
            assertTrue(answer.get("forces").booleanValue());
        }
    }
}
