package org.hamgraph.hgn.network;

import java.util.Objects;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.support.Checks;

/**
 * The energy behind a learned one that was fitted to finite steps, to first order in the step.
 *
 * <p>Fitted at (q(t + h), p(t)) to differences over a step h, a network learns the energy that symplectic Euler with
 * that step follows exactly as the truth moves; what it lacks to first order is
 *
 * <pre>{@code
 * H(y) = L(y) + h/2 dL/dq . dL/dp
 * }</pre>
 *
 * <p>Source: arXiv 2411.17511; the expansion is that of backward error analysis, E. Hairer, C. Lubich, G. Wanner,
 * Geometric Numerical Integration, 2nd ed., 2006, IX.3.
 *
 * @since 0.1
 */
public final class StepCorrectedHamiltonian implements Hamiltonian {
    private final PlainHamiltonian learned;
    private final double step;
    private final double constant;

    /**
     * Corrects a learned energy.
     *
     * @param learned energy fitted to steps, without declared terms
     * @param step step h, time
     * @param known a state whose energy is known [2*n*dim]
     * @param energy that energy
     */
    public StepCorrectedHamiltonian(PlainHamiltonian learned, double step, double[] known, double energy) {
        this.learned = Objects.requireNonNull(learned, "learned");
        this.step = Checks.positive(step, "step");
        this.constant = energy - variable(learned.layout().check(known));
    }

    @Override
    public PhaseLayout layout() {
        return learned.layout();
    }

    @Override
    public double energy(double[] y) {
        return constant + variable(y);
    }

    private double variable(double[] y) {
        double[] gradient = new double[y.length];
        learned.gradient(y, gradient);
        double product = 0;
        for (int k = 0; k < y.length / 2; k++) {
            product += gradient[k] * gradient[k + y.length / 2];
        }
        return learned.energy(y) + step / 2 * product;
    }

    @Override
    public void gradient(double[] y, double[] gradientOut) {
        int half = y.length / 2;
        double[] direction = new double[y.length];
        double[] change = new double[y.length];
        learned.gradient(y, gradientOut);
        System.arraycopy(gradientOut, half, direction, 0, half);
        System.arraycopy(gradientOut, 0, direction, half, half);
        learned.gradientAlong(y, direction, gradientOut, change);
        for (int k = 0; k < y.length; k++) {
            gradientOut[k] += step / 2 * change[k];
        }
    }
}
