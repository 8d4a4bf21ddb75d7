package org.hamgraph.eval.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hamgraph.eval.io.Json;
import org.hamgraph.eval.rfhgn.RfhgnFit;
import org.hamgraph.eval.rfhgn.RfhgnResult;
import org.hamgraph.eval.rfhgn.RfhgnRow;
import org.hamgraph.eval.rfhgn.RfhgnTable;
import org.hamgraph.eval.run.RunFolder;
import org.hamgraph.support.AtomicFiles;

/**
 * Writes the tables of {@code reproduce rfhgn}: {@code results.json}, {@code results.csv}, {@code fits.csv}, pictures
 * and {@code report.md}.
 *
 * @since 0.1
 */
public final class RfhgnReport {
    private RfhgnReport() {}

    /**
     * Writes a report. Where there is no font, everything but the pictures.
     *
     * @param results what every table found
     * @param folder folder to write to
     * @return why there are no pictures; empty if there are, or if there is nothing to draw
     * @throws IOException if a file cannot be written
     */
    public static Optional<String> write(Map<RfhgnTable, RfhgnResult> results, RunFolder folder) throws IOException {
        List<RfhgnRow> rows = results.values().stream()
                .flatMap(result -> result.rows().stream())
                .toList();
        AtomicFiles.writeText(folder.file("results.json"), Json.text(rows));
        AtomicFiles.writeText(folder.file("results.csv"), Csv.text(rows));
        List<RfhgnFit> fits = results.values().stream()
                .flatMap(result -> result.fits().stream())
                .toList();
        AtomicFiles.writeText(folder.file("fits.csv"), Csv.text(fits));
        StringBuilder text = new StringBuilder(
                "# Random-feature Hamiltonian graph networks, ours beside the published\n\n"
                        + "Published: arXiv 2506.06558 and arXiv 2211.05520. Medians over seeds, and the worst of them. Outside:"
                        + " largest fraction of edges (molecules: of bodies) outside the training range. Rank, condition and"
                        + " ridge: the worst of all models; reasons to doubt them, if there are any, are below them.\n\n");
        Optional<String> missing = Optional.empty();
        for (Map.Entry<RfhgnTable, RfhgnResult> entry : results.entrySet()) {
            text.append("## ").append(entry.getKey().name()).append("\n\n");
            text.append(entry.getKey().description()).append("\n\n");
            table(text, entry.getValue().rows());
            fits(text, entry.getValue());
            try {
                for (RfhgnResult.Picture picture : entry.getValue().pictures()) {
                    draw(picture, folder.file(picture.name() + ".png"));
                    text.append("![" + picture.title() + "](" + picture.name() + ".png)\n\n");
                }
            } catch (MissingFontException e) {
                missing = Optional.of(e.getMessage());
            }
        }
        AtomicFiles.writeText(folder.file("report.md"), text.toString());
        return missing;
    }

    private static void draw(RfhgnResult.Picture picture, Path file) throws IOException {
        List<Series> series = picture.lines().stream()
                .map(line -> Series.of(line.label(), array(line.x()), array(line.y())))
                .toList();
        switch (picture.abscissa()) {
            case BODIES -> Plots.errorAgainstSize(file, picture.title(), series);
            case TIME -> Plots.errorOverTime(file, picture.title(), series);
        }
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void table(StringBuilder text, List<RfhgnRow> rows) {
        text.append("| trained on | system | measured | seeds | median | worst | published | target | outside |\n"
                + "|---|---|---|--:|--:|--:|--:|--:|--:|\n");
        for (RfhgnRow row : rows) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %s | %d | %.2e | %.2e | %s | %s | %s |%n",
                    row.trainedOn(),
                    row.system(),
                    row.what(),
                    row.seeds(),
                    row.median(),
                    row.worst(),
                    number(row.published()),
                    row.target() == null ? "–" : number(row.target()) + (row.meetsTarget() ? "" : ", missed"),
                    number(row.outside())));
        }
        text.append('\n');
    }

    private static void fits(StringBuilder text, RfhgnResult result) {
        text.append("| trained on | model | models | columns | rank | condition | ridge |\n"
                + "|---|---|--:|--:|--:|--:|--:|\n");
        for (RfhgnFit fit : result.fits()) {
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %d | %d | %d | %s | %.1e |%n",
                    fit.trainedOn(),
                    fit.model(),
                    fit.seeds(),
                    fit.columns(),
                    fit.rank(),
                    fit.condition() == null ? "∞" : number(fit.condition()),
                    fit.regularisation()));
        }
        text.append('\n');
        List<String> doubts = result.doubts();
        for (String doubt : doubts) {
            text.append("- ").append(doubt).append(".\n");
        }
        text.append(doubts.isEmpty() ? "" : "\n");
    }

    private static String number(Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.3g", value);
    }
}
