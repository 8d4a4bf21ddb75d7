package org.hamgraph.hgn.model;

import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;

/**
 * How far the states of a system lie outside what a model saw in training.
 *
 * @param edgesOutside fraction of edges, over all states, whose coordinate lies outside the training range of their
 *     species
 * @param edgeExcess largest distance of an edge's coordinate from its range, in widths of the range
 * @param bodiesOutside the same fraction for bodies
 * @param bodyExcess the same distance for bodies
 * @since 0.1
 */
public record RangeReport(double edgesOutside, double edgeExcess, double bodiesOutside, double bodyExcess) {
    /**
     * Counts over states.
     *
     * @param model model whose ranges count
     * @param graph bodies and springs
     * @param box space around them
     * @param states states of that system [K x 2*n*dim]
     */
    public static RangeReport of(TrainedHgn model, CompiledGraph graph, Box box, double[][] states) {
        RangeCounter counter = new RangeCounter(model, graph, box);
        for (double[] y : states) {
            counter.add(y);
        }
        return counter.report();
    }
}
