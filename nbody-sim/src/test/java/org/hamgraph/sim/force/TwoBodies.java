package org.hamgraph.sim.force;

import org.hamgraph.graph.CompiledGraph;

/** Two unit masses on a line at a given distance. */
final class TwoBodies {
    private TwoBodies() {}

    static CompiledGraph joinedBy(double stiffness, double restLength) {
        return CompiledGraph.builder(2).spring(0, 1, stiffness, restLength, 0).build();
    }

    static double[] apart(double r) {
        return new double[] {0, r, 0, 0};
    }
}
