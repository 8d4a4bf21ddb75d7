package org.hamgraph.sim.classic;

import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.support.Checks;

/**
 * A star of unit mass in the plane of a galaxy: two equal oscillators with a cubic coupling, regular at low energies
 * and chaotic at high ones.
 *
 * <pre>{@code
 * H(q, p) = (p1^2 + p2^2)/2 + (q1^2 + q2^2)/2 + alpha (q1^2 q2 - q2^3/3)
 * dp1/dt = -q1 - 2 alpha q1 q2        dp2/dt = -q2 - alpha (q1^2 - q2^2)
 * }</pre>
 *
 * The state is [q1, q2, p1, p2], one body in the plane. V has the symmetry of a triangle, a minimum at the origin and,
 * for alpha ≠ 0, saddles at height 1/(6 alpha²) in (0, 1/alpha) and (±√3/2, −1/2)/alpha, beyond which motions escape to
 * infinity.
 *
 * <p>Source: M. Hénon, C. Heiles, The applicability of the third integral of motion: some numerical experiments,
 * Astronomical Journal 69, 1964 (alpha = 1).
 *
 * @param alpha strength of the coupling, one over length in units where mass and stiffness are 1
 * @since 0.1
 */
public record HenonHeiles(double alpha) implements SeparableHamiltonian {
    private static final PhaseLayout LAYOUT = new PhaseLayout(1, 2);

    /** Checks the component: finite, of either sign. */
    public HenonHeiles {
        Checks.finite(alpha, "alpha");
    }

    @Override
    public PhaseLayout layout() {
        return LAYOUT;
    }

    @Override
    public double kineticEnergy(double[] y) {
        return 0.5 * (y[2] * y[2] + y[3] * y[3]);
    }

    @Override
    public double potentialEnergy(double[] y) {
        double x = y[0] * y[0];
        double z = y[1] * y[1];
        return 0.5 * (x + z) + alpha * y[1] * (x - z / 3);
    }

    @Override
    public void velocity(double[] y, double[] velocityOut, int offset) {
        velocityOut[offset] = y[2];
        velocityOut[offset + 1] = y[3];
    }

    @Override
    public void force(double[] y, double[] forceOut, int offset) {
        double q1 = y[0];
        double q2 = y[1];
        forceOut[offset] = -q1 - 2 * alpha * q1 * q2;
        forceOut[offset + 1] = -q2 - alpha * (q1 - q2) * (q1 + q2);
    }
}
