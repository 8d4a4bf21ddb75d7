package org.hamgraph.eval.reproduce;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hamgraph.eval.run.RunFolder;
import org.hamgraph.eval.run.ZeroShotRun;

/**
 * Runs published settings one after the other and keeps every finished one.
 *
 * @since 0.1
 */
public final class ShnnReproduction {
    private ShnnReproduction() {}

    /**
     * Runs all cells of a plan.
     *
     * @param plan which cells, and how often
     * @param folder receives finished cells
     * @param threads most threads
     * @param watcher hears of progress
     * @throws IOException if a file cannot be written
     */
    public static List<CellResult> run(ShnnPlan plan, RunFolder folder, int threads, ZeroShotRun.Watcher watcher)
            throws IOException {
        List<PublishedCell> cells = plan.cells();
        List<CellResult> results = new ArrayList<>();
        watcher.begin("published settings", cells.size());
        for (PublishedCell cell : cells) {
            String name = name(cell);
            Optional<CellResult> finished = folder.part(name, CellResult.class);
            CellResult result = finished.isPresent()
                    ? finished.get()
                    : new CellRun(cell, plan.seed(), threads).run(plan.runs(cell), plan.recommended());
            if (finished.isEmpty()) {
                folder.finishPart(name, result);
            }
            results.add(result);
            watcher.advance(results.size());
        }
        long within = results.stream().filter(result -> result.ratio() <= 2).count();
        watcher.end(within + " of " + results.size() + " cells within twice the published median");
        return List.copyOf(results);
    }

    private static String name(PublishedCell cell) {
        String setting =
                cell.system() + " " + cell.setting() + " " + cell.width() + " " + cell.train() + " " + cell.sampling();
        return setting.replaceAll("[^A-Za-z0-9.=-]+", "_");
    }
}
