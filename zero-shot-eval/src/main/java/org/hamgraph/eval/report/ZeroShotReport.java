package org.hamgraph.eval.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hamgraph.eval.io.Json;
import org.hamgraph.eval.run.ZeroShotRun;
import org.hamgraph.support.AtomicFiles;

/**
 * Writes the results of a zero-shot run: {@code results.json}, {@code results.csv}, {@code scaling.csv}, {@code
 * timings.json}, pictures and {@code report.md}.
 *
 * @since 0.1
 */
public final class ZeroShotReport {
    private ZeroShotReport() {}

    /**
     * Writes everything. Where there is no font, everything but the pictures.
     *
     * @param result what the run found
     * @param folder folder to write to
     * @return why there are no pictures; empty if there are
     * @throws IOException if a file cannot be written
     */
    public static Optional<String> write(ZeroShotRun.Result result, Path folder) throws IOException {
        Summary summary = Summary.of(result);
        AtomicFiles.writeText(folder.resolve("results.json"), Json.text(summary));
        AtomicFiles.writeText(folder.resolve("results.csv"), Csv.text(summary.sizes()));
        AtomicFiles.writeText(
                folder.resolve("scaling.csv"), Csv.text(result.scaling().rungs()));
        AtomicFiles.writeText(folder.resolve("timings.json"), Json.text(Timings.of(result)));
        List<ReportPlots.Picture> pictures = List.of();
        Optional<String> missing = Optional.empty();
        try {
            pictures = new ReportPlots(result, folder).draw();
        } catch (MissingFontException e) {
            missing = Optional.of(e.getMessage());
        }
        AtomicFiles.writeText(folder.resolve("report.md"), new MarkdownReport(result, pictures).text());
        return missing;
    }
}
