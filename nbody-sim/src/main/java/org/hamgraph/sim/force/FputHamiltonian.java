package org.hamgraph.sim.force;

import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.PairwiseHamiltonian;
import org.hamgraph.support.Checks;
import org.hamgraph.sweep.PiecewisePolynomial;

/**
 * Springs with a quadratic and a cubic force beside the linear one; in one dimension, the Fermi–Pasta–Ulam–Tsingou
 * chain.
 *
 * <pre>{@code
 * V(r) = k x^2 / 2 + alpha x^3 / 3 + beta x^4 / 4        V'(r) = k x + alpha x^2 + beta x^3        x = r - l
 * }</pre>
 *
 * k and l belong to each spring; alpha and beta are common to all. The energy is bounded below only for beta &gt; 0 (or
 * alpha = beta = 0).
 *
 * <p>Source: E. Fermi, J. Pasta, S. Ulam, M. Tsingou, Studies of nonlinear problems, Los Alamos report LA-1940, 1955.
 *
 * @since 0.1
 */
public final class FputHamiltonian extends PairwiseHamiltonian {
    private final double alpha;
    private final double beta;

    private FputHamiltonian(CompiledGraph graph, Box box, double alpha, double beta) {
        super(graph, box);
        this.alpha = Checks.finite(alpha, "alpha");
        this.beta = Checks.finite(beta, "beta");
    }

    /**
     * Returns the energy of a system.
     *
     * @param graph bodies with their masses, springs with their stiffnesses and rest lengths
     * @param box dimension and periods of space
     * @param alpha factor of the quadratic force, force per length²
     * @param beta factor of the cubic force, force per length³
     */
    public static FputHamiltonian of(CompiledGraph graph, Box box, double alpha, double beta) {
        return new FputHamiltonian(graph, box, alpha, beta);
    }

    @Override
    protected double pairEnergy(int edge, double r) {
        double x = r - graph().restLength(edge);
        return x * x * (graph().stiffness(edge) / 2 + x * (alpha / 3 + x * (beta / 4)));
    }

    @Override
    protected double pairSlope(int edge, double r) {
        double x = r - graph().restLength(edge);
        return x * (graph().stiffness(edge) + x * (alpha + x * beta));
    }

    @Override
    protected PiecewisePolynomial pairPolynomial(int species, double stiffness, double restLength) {
        return PiecewisePolynomial.polynomial(restLength, 0, stiffness, alpha, beta);
    }
}
