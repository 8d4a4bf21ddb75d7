package org.hamgraph.eval.run;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * Time and error of a learned model on ever larger lattices.
 *
 * @param rungs what was found for every lattice, ever larger; empty if there was no scaling run
 * @param whyNone why there was none; null if there was
 * @since 0.1
 */
public record ScalingResult(List<ScalingRung> rungs, String whyNone) {
    /** Copies the list. */
    public ScalingResult {
        rungs = List.copyOf(rungs);
    }

    /** Returns a of time per body and step ~ nodes^a for the learned energy; null for fewer than two lattices. */
    public Double exponent() {
        return exponent(ScalingRung::nanosecondsPerNodeStep);
    }

    /** Returns the same for the true energy; null also if that is not known. */
    public Double trueExponent() {
        return exponent(ScalingRung::trueNanosecondsPerNodeStep);
    }

    /** Returns the slope of the least-squares line through (log nodes, log time). */
    private Double exponent(Function<ScalingRung, Double> time) {
        if (rungs.size() < 2 || rungs.stream().map(time).anyMatch(Objects::isNull)) {
            return null;
        }
        double[] x = rungs.stream().mapToDouble(rung -> Math.log(rung.nodes())).toArray();
        double[] y =
                rungs.stream().mapToDouble(rung -> Math.log(time.apply(rung))).toArray();
        double mean = 0;
        for (double value : x) {
            mean += value / x.length;
        }
        double covariance = 0;
        double variance = 0;
        for (int k = 0; k < x.length; k++) {
            covariance += (x[k] - mean) * y[k];
            variance += (x[k] - mean) * (x[k] - mean);
        }
        return covariance / variance;
    }
}
