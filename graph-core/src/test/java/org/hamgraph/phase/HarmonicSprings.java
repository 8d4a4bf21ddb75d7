package org.hamgraph.phase;

import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;

/** V = k/2 (r - l)²: the sound energy of these tests, and the trunk of the broken ones. */
class HarmonicSprings extends PairwiseHamiltonian {
    HarmonicSprings(CompiledGraph graph, Box box) {
        super(graph, box);
    }

    @Override
    protected double pairEnergy(int edge, double r) {
        double extension = r - graph().restLength(edge);
        return 0.5 * graph().stiffness(edge) * extension * extension;
    }

    @Override
    protected double pairSlope(int edge, double r) {
        return graph().stiffness(edge) * (r - graph().restLength(edge));
    }

    /** The same springs between relativistic bodies, T = sqrt(m² + s) - m. */
    static PairwiseHamiltonian relativistic(CompiledGraph graph, Box box) {
        return new HarmonicSprings(graph, box) {
            @Override
            protected double bodyEnergy(int body, double s) {
                double m = graph().mass(body);
                return s / (Math.sqrt(m * m + s) + m);
            }

            @Override
            protected double bodySlope(int body, double s) {
                double m = graph().mass(body);
                return 0.5 / Math.sqrt(m * m + s);
            }
        };
    }
}
