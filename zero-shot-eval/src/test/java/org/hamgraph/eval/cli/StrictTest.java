package org.hamgraph.eval.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hamgraph.eval.io.Json;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** {@code --strict}: doubts about numbers as an exit status, each found and each absent. */
class StrictTest {
    private static final List<String> FIGURES =
            List.of("edgesOutsideTrainingRange", "columns", "rank", "condition", "regularisation");

    @TempDir
    private static Path folder;

    private static String ordinary;
    private static String narrow;

    @BeforeAll
    static void train() {
        ordinary = folder.resolve("ordinary.json").toString();
        narrow = folder.resolve("narrow.json").toString();
        Program.json(training(ordinary));
        Program.json(training(narrow, "--width", "4"));
    }

    private static String[] with(String[] arguments, String... more) {
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return all;
    }

    private static String[] training(String out, String... more) {
        return with(
                new String[] {
                    "train", "--system", "square:3x3", "--potential", "spring:k=10,l=1", "--force", "--out", out
                },
                more);
    }

    private static String[] evaluation(String model, String... more) {
        return with(
                new String[] {"evaluate", "--model", model, "--system", "square:4x4", "--potential", "spring:k=10,l=1"},
                more);
    }

    private static String[] rollout(String model, String... more) {
        return with(
                new String[] {"rollout", "--model", model, "--system", "square:4x4", "--steps", "20", "--strict"},
                more);
    }

    /** The lines on standard error that say why. */
    private static List<String> findings(Program program) {
        List<String> lines = program.err()
                .lines()
                .filter(line -> line.startsWith("strict: "))
                .toList();
        assertEquals(lines.isEmpty() ? 0 : 1, program.exit(), program.err());
        return lines;
    }

    private static void assertFound(Program program, String... patterns) {
        List<String> lines = findings(program);
        assertEquals(patterns.length, lines.size(), program.err());
        for (int k = 0; k < patterns.length; k++) {
            assertTrue(lines.get(k).matches("strict: " + patterns[k]), lines.get(k));
        }
    }

    @Test
    void ordinaryRunsPass() {
        String out = folder.resolve("again.json").toString();
        assertFound(Program.run(training(out, "--strict")));
        for (String system : List.of("chain:8", "cubic:2x2x2", "triangular:4x4")) {
            String[] arguments = training(out, "--strict", "--seed", "5");
            arguments[2] = system;
            assertFound(Program.run(arguments));
        }
        assertFound(Program.run(evaluation(ordinary, "--strict", "--jitter", "0.05", "--velocity", "0.1")));
        assertFound(Program.run(rollout(ordinary, "--jitter", "0.05", "--velocity", "0.1")));
    }

    @Test
    void edgesOutsideTheTrainingRangeAreFound() {
        String[] wide = {"--jitter", "0.5"};
        String line = "edges outside the training range must be at most 0.0 of all, found 0\\.\\d+ in the ";
        Program evaluated = Program.run(with(evaluation(ordinary, "--strict", "--json"), wide));
        assertFound(evaluated, line + "states");
        double found = Json.MAPPER
                .readTree(evaluated.out())
                .get("edgesOutsideTrainingRange")
                .doubleValue();
        assertTrue(evaluated.err().contains("found " + found + " in"), "the answer stands all the same");
        assertFound(Program.run(with(rollout(ordinary), wide)), line + "recorded states");
        assertFound(Program.run(with(rollout(ordinary, "--edges-outside", "0.9"), wide)));
        assertEquals(0, Program.run(with(evaluation(ordinary), wide)).exit(), "not asked for, it is only reported");
    }

    @ParameterizedTest
    @CsvSource({"svd", "qr"})
    void lostRankIsFoundWithoutARidge(String solver) {
        String out = folder.resolve(solver + ".json").toString();
        Program program = Program.run(training(out, "--solver", solver, "--strict"));
        String line = "strict: rank without a ridge must be that of all 64 columns, found \\d\\d in solve %d of 2";
        List<String> ranks = findings(program).stream()
                .filter(found -> found.contains("rank"))
                .toList();
        assertEquals(2, ranks.size(), program.err());
        for (int k = 0; k < 2; k++) {
            assertTrue(ranks.get(k).matches(line.formatted(k + 1)), ranks.get(k));
        }
        assertTrue(Files.exists(Path.of(out)), "the model is written all the same");
        assertEquals(
                1, Program.run(evaluation(out, "--strict", "--jitter", "0.05")).exit());
    }

    @Test
    void aConditionBeyondItsBoundIsFound() {
        // Units that nothing switches on are columns of zeros.
        Program program = Program.run(
                training(folder.resolve("relu.json").toString(), "--activation", "relu", "--strict", "--json"));
        assertTrue(
                findings(program).stream()
                        .anyMatch(
                                line -> line.matches("strict: condition must be at most 1.0E24, found Infinity in .*")),
                program.err());
        assertTrue(Json.MAPPER.readTree(program.out()).get("condition").isNull());
    }

    @Test
    void aRidgeBeyondItsBoundIsFoundByEveryVerb() {
        String line = "regularisation must be at most 1.0E-8, found [^ ]+ in solve %d of 2";
        String[] both = {line.formatted(1), line.formatted(2)};
        String[] inside = {"--jitter", "0.05", "--velocity", "0.1"};
        assertFound(Program.run(training(folder.resolve("b.json").toString(), "--width=4", "--strict")), both);
        assertFound(Program.run(with(evaluation(narrow, "--strict"), inside)), both);
        assertFound(Program.run(with(rollout(narrow), inside)), both);
    }

    @Test
    void aRunOfAllSizesIsStrictToo() throws IOException {
        Path plan = folder.resolve("plan.yaml");
        Files.writeString(plan, """
                train:
                  system: chain:8
                  potential: spring:k=10,l=1
                sizes:
                  - system: chain:16
                    samples: 2
                rollout:
                  steps: 20
                scaling:
                  maxNodes: 0
                """);
        String out = folder.resolve("run").toString();
        String[] arguments = {"zero-shot", "--plan", plan.toString(), "--out", out, "--json"};
        JsonNode answer = Json.MAPPER.readTree(Program.run(arguments).out());
        double outside =
                answer.get("sizes").get(0).get("edgesOutsideTrainingRange").doubleValue();
        assertTrue(outside <= 0.1, "found " + outside);
        assertTrue(answer.get("sizes").get(0).propertyNames().containsAll(FIGURES));
        assertTrue(answer.get("trainedOn").propertyNames().containsAll(FIGURES.subList(1, 5)));
        List<String> header =
                List.of(Files.readAllLines(Path.of(out, "results.csv")).get(0).split(","));
        assertTrue(header.containsAll(FIGURES), header.toString());
        String report = Files.readString(Path.of(out, "report.md"));
        for (String title : List.of("| edges outside training range |", "| rank | condition |", "| ridge |")) {
            assertTrue(report.contains(title), title);
        }
        assertFound(Program.run(with(arguments, "--resume", "--strict")));

        Files.writeString(plan, Files.readString(plan) + "network:\n  width: 4\n");
        String other = folder.resolve("other").toString();
        Program program = Program.run("zero-shot", "--plan", plan.toString(), "--out", other, "--strict");
        assertTrue(findings(program).stream().anyMatch(line -> line.contains("regularisation")), program.err());
        assertTrue(Files.exists(Path.of(other, "report.md")), "everything is written all the same");
    }

    @Test
    void everyAnswerHasTheFigures() {
        for (JsonNode answer : List.of(
                Program.json(training(folder.resolve("c.json").toString())),
                Program.json(evaluation(ordinary)),
                Program.json("rollout", "--model", ordinary, "--system", "square:4x4", "--steps", "20"))) {
            assertTrue(answer.propertyNames().containsAll(FIGURES), answer.propertyNames()::toString);
            assertEquals(128, answer.get("columns").intValue());
            assertTrue(answer.get("rank").intValue() < 128);
            assertTrue(answer.get("condition").doubleValue() > 1e15);
            assertTrue(answer.get("regularisation").doubleValue() > 0);
        }
    }

    @Test
    void optionsThatMakeNoSenseAreRefused() {
        Program.run(evaluation(ordinary, "--edges-outside", "0.1"))
                .assertRefused("--edges-outside must come with --strict, found none");
        Program.run(evaluation(ordinary, "--strict", "--edges-outside", "1.5"))
                .assertRefused("--edges-outside must be between 0 and 1, found 1.5");
    }
}
