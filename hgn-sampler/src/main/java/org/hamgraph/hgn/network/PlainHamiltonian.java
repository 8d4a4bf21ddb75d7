package org.hamgraph.hgn.network;

import java.util.Arrays;
import org.hamgraph.hgn.kernel.Kernels;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.support.Checks;

/**
 * A learned energy of a state as a whole, without a graph: for low-dimensional systems.
 *
 * <pre>{@code
 * H(y) = c_0 + sum_j d_j m_j(y) + sum_a c_a sigma(w_a . y + b_a)
 * }</pre>
 *
 * Not separable in general, so it runs with the implicit midpoint rule.
 *
 * @since 0.1
 */
public final class PlainHamiltonian implements Hamiltonian {
    private final Kernels kernels;
    private final PhaseLayout layout;
    private final PlainLayer layer;
    private final Monomials terms;
    private final double[] declared;
    private final double[] coefficient;
    private final double[] weighted;
    private final double constant;
    private final ThreadLocal<double[]> scratch;

    /**
     * Puts a layer and its coefficients together.
     *
     * @param layout number of bodies and dimension of a state
     * @param layer hidden layer on states of that layout
     * @param terms declared terms
     * @param coefficients d, then c [terms + width]
     * @param known a state whose energy is known [2*n*dim]
     * @param energy that energy, which fixes c_0
     */
    public PlainHamiltonian(
            PhaseLayout layout,
            PlainLayer layer,
            Monomials terms,
            double[] coefficients,
            double[] known,
            double energy) {
        int width = layer.width();
        Checks.length(coefficients, terms.count() + width, "coefficients [terms + width]");
        this.kernels = Kernels.suitedTo(width);
        this.layout = layout;
        this.layer = layer;
        this.terms = terms;
        this.declared = Arrays.copyOf(coefficients, terms.count());
        this.coefficient = Arrays.copyOfRange(coefficients, terms.count(), coefficients.length);
        this.weighted = layer.weights();
        for (int i = 0; i < weighted.length; i++) {
            weighted[i] *= coefficient[i % width];
        }
        this.scratch = ThreadLocal.withInitial(() -> new double[width]);
        this.constant = Checks.finite(energy, "known energy") - variable(layout.check(known));
    }

    @Override
    public PhaseLayout layout() {
        return layout;
    }

    @Override
    public double energy(double[] y) {
        return constant + variable(y);
    }

    private double variable(double[] y) {
        double[] u = scratch.get();
        layer.values(y, u, 0);
        double sum = kernels.dot(u, 0, coefficient, 0, u.length);
        for (int j = 0; j < declared.length; j++) {
            sum += declared[j] * terms.value(j, y);
        }
        return sum;
    }

    @Override
    public void gradient(double[] y, double[] gradientOut) {
        double[] u = scratch.get();
        layer.slopes(y, u, 0);
        for (int k = 0; k < layout.size(); k++) {
            double sum = kernels.dot(u, 0, weighted, k * u.length, u.length);
            for (int j = 0; j < declared.length; j++) {
                sum += declared[j] * terms.derivative(j, k, y);
            }
            gradientOut[k] = sum;
        }
    }

    /**
     * Computes the gradient and how it changes along a direction, (d/dε) ∇H(y + ε v).
     *
     * @param y state [2*n*dim]
     * @param direction v [2*n*dim]
     * @param gradientOut receives the gradient [2*n*dim]
     * @param changeOut receives its change [2*n*dim]
     */
    void gradientAlong(double[] y, double[] direction, double[] gradientOut, double[] changeOut) {
        if (declared.length > 0) {
            throw new IllegalStateException("second derivatives need an energy without declared terms");
        }
        int width = layer.width();
        double[] slope = new double[width];
        double[] change = new double[width];
        layer.slopesAlong(y, direction, slope, change);
        for (int k = 0; k < layout.size(); k++) {
            gradientOut[k] = kernels.dot(slope, 0, weighted, k * width, width);
            changeOut[k] = kernels.dot(change, 0, weighted, k * width, width);
        }
    }
}
