package org.hamgraph.sim.classic;

import java.util.Arrays;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.support.Checks;

/**
 * Point masses in open space that all attract each other by Newton's law, softened at short distance if wished.
 *
 * <pre>{@code
 * H(q, p) = sum_i |p_i|^2 / (2 m_i) - G sum_{i<j} m_i m_j / s_ij        s_ij = sqrt(|q_j - q_i|^2 + eps^2)
 * dq_i/dt = p_i / m_i                  dp_i/dt = G sum_{j != i} m_i m_j (q_j - q_i) / s_ij^3
 * }</pre>
 *
 * The potential is that of space, 1/r, in one and two dimensions too. Coincident bodies exert no force on each other;
 * without softening their energy is −∞. Energy and forces cost n(n − 1)/2 pairs each and sum in a fixed order. Total
 * momentum and angular momentum are conserved. Immutable.
 *
 * <p>Source: H. C. Plummer, On the problem of distribution in globular star clusters, Monthly Notices of the Royal
 * Astronomical Society 71, 1911 (the softened potential); S. J. Aarseth, Gravitational N-Body Simulations, 2003.
 *
 * @since 0.1
 */
public final class Gravitation implements SeparableHamiltonian {
    private final PhaseLayout layout;
    private final double[] masses;
    private final double constant;
    private final double softening;

    private Gravitation(double[] masses, int dim, double constant, double softening) {
        Checks.atLeast(masses.length, 1, "number of masses");
        this.masses = masses.clone();
        for (int i = 0; i < masses.length; i++) {
            Checks.positive(this.masses[i], "mass of body " + i);
        }
        this.layout = new PhaseLayout(masses.length, dim);
        this.constant = Checks.positive(constant, "gravitational constant G");
        this.softening = Checks.notNegative(softening, "softening");
    }

    /**
     * Returns the energy with G = 1 and no softening.
     *
     * @param masses masses of the bodies [n], positive; at least one
     * @param dim dimension of space, 1 to 3
     */
    public static Gravitation of(double[] masses, int dim) {
        return new Gravitation(masses, dim, 1, 0);
    }

    /**
     * Returns the energy with a given constant and softening.
     *
     * @param masses masses of the bodies [n], positive; at least one
     * @param dim dimension of space, 1 to 3
     * @param constant G, length³ per mass per time², positive
     * @param softening eps, length, zero or positive
     */
    public static Gravitation of(double[] masses, int dim, double constant, double softening) {
        return new Gravitation(masses, dim, constant, softening);
    }

    /**
     * Returns the mass of a body.
     *
     * @param body body index
     */
    public double mass(int body) {
        return masses[Checks.index(body, masses.length, "body")];
    }

    /** Returns G, length³ per mass per time². */
    public double constant() {
        return constant;
    }

    /** Returns eps, length; zero for Newton's law. */
    public double softening() {
        return softening;
    }

    @Override
    public PhaseLayout layout() {
        return layout;
    }

    @Override
    public double kineticEnergy(double[] y) {
        int dim = layout.dim();
        double sum = 0;
        for (int i = 0, k = layout.half(); i < masses.length; i++) {
            double square = 0;
            for (int axis = 0; axis < dim; axis++, k++) {
                square += y[k] * y[k];
            }
            sum += square / (2 * masses[i]);
        }
        return sum;
    }

    @Override
    public double potentialEnergy(double[] y) {
        int dim = layout.dim();
        double sum = 0;
        for (int i = 0; i < masses.length; i++) {
            for (int j = i + 1; j < masses.length; j++) {
                sum -= masses[i] * masses[j] / Math.sqrt(softSquare(y, i * dim, j * dim));
            }
        }
        return constant * sum;
    }

    @Override
    public void velocity(double[] y, double[] velocityOut, int offset) {
        int dim = layout.dim();
        int half = layout.half();
        for (int k = 0; k < half; k++) {
            velocityOut[offset + k] = y[half + k] / masses[k / dim];
        }
    }

    @Override
    public void force(double[] y, double[] forceOut, int offset) {
        int dim = layout.dim();
        Arrays.fill(forceOut, offset, offset + layout.half(), 0.0);
        for (int i = 0; i < masses.length; i++) {
            for (int j = i + 1; j < masses.length; j++) {
                double s2 = softSquare(y, i * dim, j * dim);
                double pull = s2 == 0 ? 0 : constant * masses[i] * masses[j] / (s2 * Math.sqrt(s2));
                for (int axis = 0; axis < dim; axis++) {
                    double along = pull * (y[j * dim + axis] - y[i * dim + axis]);
                    forceOut[offset + i * dim + axis] += along;
                    forceOut[offset + j * dim + axis] -= along;
                }
            }
        }
    }

    /** Returns |q_j − q_i|² + eps² of the bodies whose positions begin at the given places. */
    private double softSquare(double[] y, int placeI, int placeJ) {
        double sum = softening * softening;
        for (int axis = 0; axis < layout.dim(); axis++) {
            double d = y[placeJ + axis] - y[placeI + axis];
            sum += d * d;
        }
        return sum;
    }
}
