package org.hamgraph.eval.metric;

import org.hamgraph.phase.PhaseLayout;

/**
 * The distance of two states in units of the size of the system: ‖q − q̂‖₂ / ‖q − q̄‖₂, where q̄ is the mean of all
 * true positions.
 *
 * @since 0.1
 */
public final class PositionError {
    private PositionError() {}

    /**
     * Returns the error.
     *
     * @param layout number of bodies and dimension
     * @param truth true state [2*n*dim]
     * @param prediction predicted state [2*n*dim]
     */
    public static double between(PhaseLayout layout, double[] truth, double[] prediction) {
        int dim = layout.dim();
        double[] mean = new double[dim];
        for (int k = 0; k < layout.half(); k++) {
            mean[k % dim] += truth[k] / layout.nodes();
        }
        double error2 = 0;
        double size2 = 0;
        for (int k = 0; k < layout.half(); k++) {
            error2 += (truth[k] - prediction[k]) * (truth[k] - prediction[k]);
            size2 += (truth[k] - mean[k % dim]) * (truth[k] - mean[k % dim]);
        }
        return error2 == 0 ? 0 : Math.sqrt(error2 / size2);
    }
}
