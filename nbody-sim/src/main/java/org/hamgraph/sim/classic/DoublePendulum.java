package org.hamgraph.sim.classic;

import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.support.Checks;

/**
 * A point mass on a massless rod that hangs from a point mass on a massless rod, in a plane. The kinetic part depends
 * on the angles, so the energy does not split into T(p) + V(q).
 *
 * <pre>{@code
 * D = q1 - q2        mu = m1 + m2 sin^2 D
 * T = (m2 l2^2 p1^2 + (m1 + m2) l1^2 p2^2 - 2 m2 l1 l2 p1 p2 cos D) / (2 m2 l1^2 l2^2 mu)
 * V = -(m1 + m2) g l1 cos q1 - m2 g l2 cos q2
 *
 * dT/dp1 = (l2 p1 - l1 p2 cos D) / (l1^2 l2 mu)
 * dT/dp2 = ((m1 + m2) l1 p2 - m2 l2 p1 cos D) / (m2 l1 l2^2 mu)
 * dT/dq1 = -dT/dq2 = (p1 p2 / (l1 l2) - 2 m2 T cos D) sin D / mu
 * dV/dq1 = (m1 + m2) g l1 sin q1        dV/dq2 = m2 g l2 sin q2
 * }</pre>
 *
 * The state is [q1, q2, p1, p2] with both angles from the downward vertical in radians and the angular momenta
 * conjugate to them; the layout is that of two bodies on a line. It rests hanging with H = −(m1 + m2) g l1 − m2 g l2.
 *
 * <p>Source: the Legendre transform of the Lagrangian in L. D. Landau, E. M. Lifshitz, Mechanics, 3rd ed., 1976,
 * section 5, problem 1; see also H. Goldstein, C. Poole, J. Safko, Classical Mechanics, 3rd ed., 2002, chapters 1 and 8.
 *
 * @param m1 upper mass
 * @param m2 lower mass
 * @param l1 length of the upper rod
 * @param l2 length of the lower rod
 * @param g gravity, length per time², zero or positive
 * @since 0.1
 */
public record DoublePendulum(double m1, double m2, double l1, double l2, double g) implements Hamiltonian {
    private static final PhaseLayout LAYOUT = new PhaseLayout(2, 1);

    /** Checks the components. */
    public DoublePendulum {
        Checks.positive(m1, "mass m1");
        Checks.positive(m2, "mass m2");
        Checks.positive(l1, "length l1");
        Checks.positive(l2, "length l2");
        Checks.notNegative(g, "gravity g");
    }

    /** Returns the double pendulum whose masses, lengths and gravity are all 1. */
    public static DoublePendulum unit() {
        return new DoublePendulum(1, 1, 1, 1, 1);
    }

    @Override
    public PhaseLayout layout() {
        return LAYOUT;
    }

    @Override
    public double energy(double[] y) {
        double cos = Math.cos(y[0] - y[1]);
        double sin = Math.sin(y[0] - y[1]);
        double mu = m1 + m2 * sin * sin;
        double kinetic = 0.5 * (y[2] * upperRate(y[2], y[3], cos, mu) + y[3] * lowerRate(y[2], y[3], cos, mu));
        return kinetic - (m1 + m2) * g * l1 * Math.cos(y[0]) - m2 * g * l2 * Math.cos(y[1]);
    }

    @Override
    public void gradient(double[] y, double[] gradientOut) {
        double cos = Math.cos(y[0] - y[1]);
        double sin = Math.sin(y[0] - y[1]);
        double mu = m1 + m2 * sin * sin;
        double rate1 = upperRate(y[2], y[3], cos, mu);
        double rate2 = lowerRate(y[2], y[3], cos, mu);
        double twiceKinetic = y[2] * rate1 + y[3] * rate2;
        double turn = (y[2] * y[3] / (l1 * l2) - m2 * twiceKinetic * cos) * sin / mu;
        gradientOut[0] = turn + (m1 + m2) * g * l1 * Math.sin(y[0]);
        gradientOut[1] = -turn + m2 * g * l2 * Math.sin(y[1]);
        gradientOut[2] = rate1;
        gradientOut[3] = rate2;
    }

    /** Returns dT/dp1, the rate of the upper angle; T is half of p1 dT/dp1 + p2 dT/dp2. */
    private double upperRate(double p1, double p2, double cos, double mu) {
        return (l2 * p1 - l1 * p2 * cos) / (l1 * l1 * l2 * mu);
    }

    /** Returns dT/dp2, the rate of the lower angle. */
    private double lowerRate(double p1, double p2, double cos, double mu) {
        return ((m1 + m2) * l1 * p2 - m2 * l2 * p1 * cos) / (m2 * l1 * l2 * l2 * mu);
    }
}
