package org.hamgraph.eval.reproduce;

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
        String method) {}
