package org.hamgraph.sim.force;

import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.PairwiseHamiltonian;
import org.hamgraph.sweep.PiecewisePolynomial;

/**
 * Bodies joined by linear springs, each with a stiffness k and a rest length l of its own.
 *
 * <pre>{@code
 * V(r) = k (r - l)^2 / 2        V'(r) = k (r - l)
 * }</pre>
 *
 * @since 0.1
 */
public final class SpringHamiltonian extends PairwiseHamiltonian {
    private SpringHamiltonian(CompiledGraph graph, Box box) {
        super(graph, box);
    }

    /**
     * Returns the spring energy of a system.
     *
     * @param graph bodies with their masses, springs with their stiffnesses and rest lengths
     * @param box dimension and periods of space
     */
    public static SpringHamiltonian of(CompiledGraph graph, Box box) {
        return new SpringHamiltonian(graph, box);
    }

    @Override
    protected double pairEnergy(int edge, double r) {
        double x = r - graph().restLength(edge);
        return 0.5 * graph().stiffness(edge) * x * x;
    }

    @Override
    protected double pairSlope(int edge, double r) {
        return graph().stiffness(edge) * (r - graph().restLength(edge));
    }

    @Override
    protected PiecewisePolynomial pairPolynomial(int species, double stiffness, double restLength) {
        return PiecewisePolynomial.polynomial(restLength, 0, stiffness);
    }
}
