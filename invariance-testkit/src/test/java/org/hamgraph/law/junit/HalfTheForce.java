package org.hamgraph.law.junit;

import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.PairwiseHamiltonian;
import org.hamgraph.sim.force.SpringHamiltonian;

/** Tests that fail; run by {@link LawTestTest} alone. */
class HalfTheForce {
    @LawTest(
            only = {"gradient", "translation", "momentum"},
            folder = "target/law-test")
    void halfTheForce(LawCase law) {
        law.holdsFor(HalfTheForce::model);
    }

    @LawTest(only = "weather")
    void unknown(LawCase law) {
        law.holdsFor(SpringHamiltonian::of);
    }

    private static PairwiseHamiltonian model(CompiledGraph graph, Box box) {
        return new PairwiseHamiltonian(graph, box) {
            @Override
            protected double pairEnergy(int edge, double r) {
                return 0.5 * r * r;
            }

            @Override
            protected double pairSlope(int edge, double r) {
                return 0.5 * r;
            }
        };
    }
}
