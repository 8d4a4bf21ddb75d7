package org.hamgraph.eval.reproduce;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hamgraph.eval.cli.Main;
import org.hamgraph.eval.io.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class ShnnReproductionTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
    }

    @Test
    void theTableHasAllPublishedSettings() throws IOException {
        List<PublishedCell> cells = PublishedTable.shnn();
        assertEquals(191 * 4, cells.size());
        PublishedCell first = cells.get(0);
        assertEquals("double-pendulum", first.system());
        assertEquals(1000, first.width());
        assertEquals(2.990108e-02, first.median());
        assertEquals(5.5763, first.trainSeconds());
        assertEquals("q[-3.142..3.142] p[-1..1]", first.setting());
        assertEquals(
                Set.of("single-pendulum", "single-pendulum-freq", "lotka-volterra", "double-pendulum", "henon-heiles"),
                cells.stream().map(PublishedCell::system).collect(Collectors.toSet()));
    }

    @Test
    void theQuickSetHasEverySystem() throws IOException {
        ShnnPlan plan = new ShnnPlan(Set.of(), Set.of(), Set.of(), Set.of(), true, 3, 1, false);
        assertEquals(
                5, plan.cells().stream().map(PublishedCell::system).distinct().count());
        assertEquals(37, plan.cells().size());
    }

    @Test
    void publishedSettingsGiveThePublishedErrorsOrBetter() throws IOException {
        int status = run(
                "reproduce",
                "shnn",
                "--system",
                "single-pendulum",
                "--width",
                "300",
                "--sampling",
                "uswim",
                "--seeds",
                "3",
                "--recommended",
                "--strict",
                "--json",
                "--out",
                folder.resolve("run").toString());
        assertEquals(0, status, err.toString());
        JsonNode rows = Json.MAPPER.readTree(out.toString()).get("rows");
        assertEquals(2, rows.size());
        for (JsonNode row : rows) {
            assertTrue(row.get("ratio").doubleValue() <= 2, row.toString());
            assertTrue(
                    row.get("recommendedMedian").doubleValue()
                            < 0.1 * row.get("publishedMedian").doubleValue(),
                    row.toString());
            assertTrue(row.get("rank").intValue() > 50 && row.get("rank").intValue() <= 300, row.toString());
            assertTrue(row.get("condition").doubleValue() > 1e12, row.toString());
            assertTrue(row.get("regularisation").doubleValue() > 0, row.toString());
            assertEquals(
                    0, row.get("doubts").size() + row.get("recommendedDoubts").size(), row.toString());
        }
        assertTrue(Files.readString(folder.resolve("run/report.md")).contains("2 of 2 medians"));
        assertEquals(3, Files.readAllLines(folder.resolve("run/results.csv")).size());
    }

    @Test
    void doubtsAboutPublishedSettingsAreToldAndThoseAboutOursDecide() throws IOException {
        String[] command = {
            "reproduce",
            "shnn",
            "--system",
            "lotka-volterra",
            "--width",
            "100",
            "--sampling",
            "elm",
            "--seeds",
            "5",
            "--strict",
            "--out",
            folder.resolve("narrow").toString()
        };
        assertEquals(0, run(command), err.toString());
        String report = Files.readString(folder.resolve("narrow/report.md"));
        assertTrue(report.contains(", elm: regularisation must be at most 1.0E-8, found "), report);
    }

    @Test
    void aResumedRunTakesOverWhatIsThere() throws IOException {
        String[] command = {
            "reproduce",
            "shnn",
            "--system",
            "single-pendulum",
            "--width",
            "100",
            "--sampling",
            "elm",
            "--seeds",
            "1",
            "--out",
            folder.resolve("run").toString()
        };
        assertEquals(0, run(command), err.toString());
        String first = Files.readString(folder.resolve("run/results.json"));
        assertEquals(2, run(command));
        assertTrue(err.toString().contains("--resume"), err.toString());
        String[] resumed = Arrays.copyOf(command, command.length + 1);
        resumed[command.length] = "--resume";
        assertEquals(0, run(resumed), err.toString());
        assertEquals(first, Files.readString(folder.resolve("run/results.json")));
    }

    @Test
    void aMissedTargetIsExitOneWhenAskedFor() throws IOException {
        PublishedCell cell = PublishedTable.shnn().get(0);
        CellResult missed = new CellResult(
                cell.system(),
                cell.setting(),
                1,
                1,
                "elm",
                1,
                3,
                3,
                1,
                1,
                3,
                null,
                null,
                0,
                0,
                "",
                1,
                1.0,
                0,
                List.of(),
                List.of());
        assertTrue(missed.ratio() > 2);
        // A width nobody published is refused before anything runs.
        assertEquals(2, run("reproduce", "shnn", "--width", "123"));
        assertTrue(err.toString().startsWith("a published setting must have system ["), err.toString());
    }

    @Test
    void bothSetsAtOnceAreRefused() {
        assertEquals(2, run("reproduce", "shnn", "--quick", "--full"));
        assertEquals("at most one of --quick and --full must be given, found both\n", err.toString());
        assertThrows(
                IllegalArgumentException.class,
                () -> new ShnnPlan(Set.of(), Set.of(), Set.of(), Set.of(), true, 0, 1, false));
    }

    @Test
    void longRunsTakeNoChoiceOfSettings() {
        assertEquals(2, run("reproduce", "shnn", "--long-time", "--width", "500"));
        assertEquals(
                "--long-time must be without other choices than --seed, --threads, --out and --resume, found one\n",
                err.toString());
    }

    @Test
    void medianOfAnEvenNumberIsBetweenTheMiddleTwo() {
        assertEquals(2.5, CellRun.median(new double[] {4, 1, 3, 2}));
        assertEquals(2, CellRun.median(new double[] {9, 1, 2}));
    }
}
