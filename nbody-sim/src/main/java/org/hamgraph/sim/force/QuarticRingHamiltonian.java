package org.hamgraph.sim.force;

import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.PairwiseHamiltonian;
import org.hamgraph.sweep.PiecewisePolynomial;

/**
 * Bonds of length 1 that also resist collapse only up to a finite energy, with an energy that is a polynomial of the
 * coordinates.
 *
 * <pre>{@code
 * V(r) = (r^2 - 1)^2 = ((r - 1) (r + 1))^2        V'(r) = 4 r (r - 1) (r + 1)
 * }</pre>
 *
 * Stiffness and rest length of the springs are not used. In one dimension each bond is a double well, in two its minima
 * are a ring.
 *
 * @since 0.1
 */
public final class QuarticRingHamiltonian extends PairwiseHamiltonian {
    /** 4 r³ − 4 r about r = 1, where rounding does least harm: 8 x + 12 x² + 4 x³. */
    private static final PiecewisePolynomial SLOPE = PiecewisePolynomial.polynomial(1, 0, 8, 12, 4);

    private QuarticRingHamiltonian(CompiledGraph graph, Box box) {
        super(graph, box);
    }

    /**
     * Returns the energy of a system.
     *
     * @param graph bodies with their masses, and which of them are bonded
     * @param box dimension and periods of space
     */
    public static QuarticRingHamiltonian of(CompiledGraph graph, Box box) {
        return new QuarticRingHamiltonian(graph, box);
    }

    @Override
    protected double pairEnergy(int edge, double r) {
        double root = (r - 1) * (r + 1);
        return root * root;
    }

    @Override
    protected double pairSlope(int edge, double r) {
        return 4 * r * (r - 1) * (r + 1);
    }

    @Override
    protected PiecewisePolynomial pairPolynomial(int species, double stiffness, double restLength) {
        return SLOPE;
    }
}
