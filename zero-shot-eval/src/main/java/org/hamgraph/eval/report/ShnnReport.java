package org.hamgraph.eval.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.hamgraph.eval.io.Json;
import org.hamgraph.eval.reproduce.CellResult;
import org.hamgraph.eval.reproduce.LongRun;
import org.hamgraph.eval.run.RunFolder;
import org.hamgraph.support.AtomicFiles;

/**
 * Writes reproduced results: {@code results.json}, {@code results.csv}, pictures and {@code report.md}.
 *
 * @since 0.1
 */
public final class ShnnReport {
    private static final String SOURCE = "Published: arXiv 2411.17511, the authors' stored results.\n\n";

    private ShnnReport() {}

    /**
     * Writes a table of published settings. Where there is no font, everything but the pictures.
     *
     * @param rows results, one a setting
     * @param folder folder to write to
     * @return why there are no pictures; empty if there are
     * @throws IOException if a file cannot be written
     */
    public static Optional<String> writeTable(List<CellResult> rows, RunFolder folder) throws IOException {
        AtomicFiles.writeText(folder.file("results.json"), Json.text(rows));
        AtomicFiles.writeText(folder.file("results.csv"), Csv.text(rows));
        StringBuilder text =
                new StringBuilder("# Sampled Hamiltonian networks, ours beside the published\n\n" + SOURCE);
        long within = rows.stream().filter(row -> row.ratio() <= 2).count();
        text.append(within).append(" of ").append(rows.size()).append(" medians within twice the published one.\n\n");
        Optional<String> missing = Optional.empty();
        try {
            for (Map.Entry<String, List<CellResult>> group : groups(rows).entrySet()) {
                String file = "error-"
                        + group.getKey().replaceAll("[^A-Za-z0-9.=-]+", "-").replaceAll("-$", "") + ".png";
                draw(group.getKey(), group.getValue(), folder, file);
                text.append("![")
                        .append(group.getKey())
                        .append("](")
                        .append(file)
                        .append(")\n\n");
            }
        } catch (MissingFontException e) {
            missing = Optional.of(e.getMessage());
        }
        table(text, rows);
        AtomicFiles.writeText(folder.file("report.md"), text.toString());
        return missing;
    }

    private static Map<String, List<CellResult>> groups(List<CellResult> rows) {
        Map<String, List<CellResult>> groups = new LinkedHashMap<>();
        for (CellResult row : rows) {
            String setting =
                    row.system().equals("henon-heiles") ? row.setting().replaceFirst("alpha=\\S+ ", "") : row.setting();
            groups.computeIfAbsent(row.system() + ", " + setting, key -> new ArrayList<>())
                    .add(row);
        }
        return groups;
    }

    private static void draw(String title, List<CellResult> rows, RunFolder folder, String file) throws IOException {
        List<Series> published = series(rows, "published ", CellResult::publishedMedian);
        List<Series> ours = series(rows, "ours ", CellResult::medianRelativeL2);
        List<CellResult> recommended =
                rows.stream().filter(row -> row.recommendedMedian() != null).toList();
        List<Series> all = new ArrayList<>(ours);
        if (!recommended.isEmpty()) {
            all.add(points("ours, recommended", recommended, CellResult::recommendedMedian));
        }
        Plots.errorAgainstWidth(folder.file(file), title, published, all);
    }

    private static List<Series> series(List<CellResult> rows, String label, ToDoubleFunction<CellResult> error) {
        return rows.stream()
                .map(CellResult::sampling)
                .distinct()
                .map(sampling -> points(
                        label + sampling,
                        rows.stream()
                                .filter(row -> row.sampling().equals(sampling))
                                .toList(),
                        error))
                .toList();
    }

    /** One point a width: the median over settings that differ otherwise. */
    private static Series points(String label, List<CellResult> rows, ToDoubleFunction<CellResult> error) {
        int[] widths =
                rows.stream().mapToInt(CellResult::width).distinct().sorted().toArray();
        double[] x = new double[widths.length];
        double[] y = new double[widths.length];
        for (int k = 0; k < widths.length; k++) {
            int width = widths[k];
            double[] sorted = rows.stream()
                    .filter(row -> row.width() == width)
                    .mapToDouble(error)
                    .sorted()
                    .toArray();
            x[k] = width;
            y[k] = sorted[sorted.length / 2];
        }
        return Series.of(label, x, y);
    }

    private static void table(StringBuilder text, List<CellResult> rows) {
        text.append("| system | setting | width | states | sampling | ours, median | published, median | ratio |"
                + " ours, mean | published, mean | recommended | seconds | rank | condition |"
                + " ridge |\n|---|---|--:|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        for (CellResult row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %d | %d | %s | %.2e | %.2e | %.2g | %.2e | %.2e | %s | %.2f | %d | %s | %.1e |%n",
                    row.system(),
                    row.setting(),
                    row.width(),
                    row.train(),
                    row.sampling(),
                    row.medianRelativeL2(),
                    row.publishedMedian(),
                    row.ratio(),
                    row.meanRelativeL2(),
                    row.publishedMean(),
                    row.recommendedMedian() == null ? "–" : String.format(Locale.ROOT, "%.2e", row.recommendedMedian()),
                    row.trainSeconds(),
                    row.rank(),
                    row.condition() == null ? "∞" : String.format(Locale.ROOT, "%.1e", row.condition()),
                    row.regularisation()));
        }
        text.append("\nRank, condition and ridge: the worst of all seeds, with the published settings.\n\n");
        for (CellResult row : rows) {
            row.doubts().forEach(doubt -> text.append("- " + row.label() + ": " + doubt + ".\n"));
            row.recommendedDoubts()
                    .forEach(doubt -> text.append("- " + row.label() + ", recommended: " + doubt + ".\n"));
        }
    }

    /**
     * Writes long runs. Where there is no font, everything but the pictures.
     *
     * @param results one a system
     * @param folder folder to write to
     * @return why there are no pictures; empty if there are
     * @throws IOException if a file cannot be written
     */
    public static Optional<String> write(List<LongRun.Result> results, RunFolder folder) throws IOException {
        List<LongRun.Summary> rows =
                results.stream().map(LongRun.Result::summary).toList();
        AtomicFiles.writeText(folder.file("results.json"), Json.text(rows));
        AtomicFiles.writeText(folder.file("results.csv"), Csv.text(rows));
        StringBuilder text = new StringBuilder("# Learned and exact motion over long times\n\n");
        Optional<String> missing = Optional.empty();
        for (LongRun.Result result : results) {
            String system = result.summary().system();
            AtomicFiles.writeText(folder.file(system + "-over-time.csv"), Csv.text(result.frames()));
            text.append("## ")
                    .append(system)
                    .append("\n\n")
                    .append(result.description())
                    .append("\n\n");
            try {
                pictures(result, folder, text);
            } catch (MissingFontException e) {
                missing = Optional.of(e.getMessage());
            }
        }
        AtomicFiles.writeText(folder.file("report.md"), text.toString());
        return missing;
    }

    private static void pictures(LongRun.Result result, RunFolder folder, StringBuilder text) throws IOException {
        String system = result.summary().system();
        double[] time =
                result.frames().stream().mapToDouble(LongRun.Frame::time).toArray();
        Plots.errorOverTime(
                folder.file(system + "-errors.png"),
                "Learned motion, " + system,
                List.of(
                        Series.of("position and momentum", time, values(result, LongRun.Frame::trajectoryError)),
                        Series.of("energy, learned run", time, values(result, LongRun.Frame::energyError)),
                        Series.of("energy, exact run", time, values(result, LongRun.Frame::exactEnergyError))));
        text.append("![errors](").append(system).append("-errors.png)\n\n");
        if (!result.exactSection().isEmpty()) {
            Plots.section(
                    folder.file(system + "-section.png"),
                    "Poincaré section q₁ = 0, p₁ > 0, " + system,
                    orbits(result.exactSection()),
                    orbits(result.learnedSection()));
            text.append("![section](").append(system).append("-section.png)\n\n");
        }
    }

    private static double[] values(LongRun.Result result, ToDoubleFunction<LongRun.Frame> error) {
        return result.frames().stream().mapToDouble(error).toArray();
    }

    private static List<Series> orbits(List<List<double[]>> orbits) {
        return orbits.stream()
                .filter(orbit -> !orbit.isEmpty())
                .map(orbit -> Series.of(
                        "orbit",
                        orbit.stream().mapToDouble(point -> point[0]).toArray(),
                        orbit.stream().mapToDouble(point -> point[1]).toArray()))
                .toList();
    }
}
