package org.hamgraph.eval.reproduce;

import java.util.List;
import org.hamgraph.eval.run.Findings;

/**
 * Ours beside one published cell.
 *
 * @param system name of the system
 * @param setting constants and box
 * @param width number of units
 * @param train number of training states
 * @param sampling elm, uswim, aswim or swim
 * @param seeds number of runs of ours
 * @param medianRelativeL2 median of ‖H − Ĥ‖₂ / ‖H‖₂ on fresh states, with the published settings
 * @param meanRelativeL2 mean of the same
 * @param publishedMedian published median
 * @param publishedMean published mean
 * @param ratio ours over published, medians
 * @param recommendedMedian median with our own settings at the same width and as many states; null if not asked for
 * @param recommended what those settings were in the first run; null if not asked for
 * @param trainSeconds median time of drawing weights and solving
 * @param publishedTrainSeconds published median time, on another machine
 * @param method solver and why, in the first run
 * @param rank least numerical rank of the columns of a solve with the published settings
 * @param condition greatest condition of one, before any ridge; null if infinite, that is if a column is zero
 * @param regularisation greatest ridge parameter of one, relative to its largest singular value
 * @param doubts reasons to doubt these solves, as {@link Findings} has them, the first of every kind; may be empty
 * @param recommendedDoubts the same for our own settings; empty if not asked for
 * @since 0.1
 */
public record CellResult(
        String system,
        String setting,
        int width,
        int train,
        String sampling,
        int seeds,
        double medianRelativeL2,
        double meanRelativeL2,
        double publishedMedian,
        double publishedMean,
        double ratio,
        Double recommendedMedian,
        String recommended,
        double trainSeconds,
        double publishedTrainSeconds,
        String method,
        int rank,
        Double condition,
        double regularisation,
        List<String> doubts,
        List<String> recommendedDoubts) {
    /** Copies the lists. */
    public CellResult {
        doubts = List.copyOf(doubts);
        recommendedDoubts = List.copyOf(recommendedDoubts);
    }

    /** Returns the setting in words. */
    public String label() {
        return system + ", " + setting + ", width " + width + ", " + train + " states, " + sampling;
    }
}
