package org.hamgraph.eval.run;

import java.util.List;

/**
 * What a zero-shot run found for one system.
 *
 * @param system system as the plan states it
 * @param dim dimension of space
 * @param evaluation errors on recorded or random states
 * @param rollout errors of a run
 * @param edgesOutsideDuringRollout fraction of edges outside the training range in the recorded states of the run
 * @param paths paths of a few bodies, for the picture
 * @since 0.1
 */
public record SizeResult(
        String system,
        int dim,
        Evaluation evaluation,
        RolloutResult rollout,
        double edgesOutsideDuringRollout,
        List<BodyPath> paths) {
    /** Copies the list. */
    public SizeResult {
        paths = List.copyOf(paths);
    }

    /**
     * The path of one body in the plane of the first two axes; in one dimension, its position over time.
     *
     * @param trueX first true coordinate at the recorded times; empty without the true energy
     * @param trueY second true coordinate
     * @param x first predicted coordinate
     * @param y second predicted coordinate
     */
    public record BodyPath(List<Double> trueX, List<Double> trueY, List<Double> x, List<Double> y) {
        /** Copies the lists. */
        public BodyPath {
            trueX = List.copyOf(trueX);
            trueY = List.copyOf(trueY);
            x = List.copyOf(x);
            y = List.copyOf(y);
        }
    }
}
