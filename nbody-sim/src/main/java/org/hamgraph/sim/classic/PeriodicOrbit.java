package org.hamgraph.sim.classic;

import java.util.Objects;
import org.hamgraph.phase.PhaseState;
import org.hamgraph.support.Checks;

/**
 * A motion of gravitating bodies that is known to return to its start: a state and the time after which it is there
 * again.
 *
 * @param hamiltonian energy of the bodies
 * @param start a state on the orbit, at the centre of mass and without total momentum
 * @param period time of one round
 * @since 0.1
 */
public record PeriodicOrbit(Gravitation hamiltonian, PhaseState start, double period) {
    private static final double[] EIGHT_POSITION = {0.97000436, -0.24308753};
    private static final double[] EIGHT_VELOCITY = {-0.93240737, -0.86473146};
    private static final double EIGHT_PERIOD = 6.32591398;

    /** Checks that the three fit together. */
    public PeriodicOrbit {
        Objects.requireNonNull(hamiltonian, "hamiltonian");
        if (!start.layout().equals(hamiltonian.layout())) {
            throw new IllegalArgumentException(
                    "start must be of " + hamiltonian.layout() + ", found " + start.layout());
        }
        Checks.positive(period, "period");
    }

    /**
     * Returns two bodies on circles about their centre of mass, in the plane of the first two axes.
     *
     * <pre>{@code
     * T = 2 pi sqrt(s^3 / (G (m1 + m2)))        s = sqrt(d^2 + eps^2), the distance d without softening
     * }</pre>
     *
     * The first body starts on the negative, the second on the positive first axis; they turn from the first axis to
     * the second.
     *
     * <p>Source: Kepler's third law; H. Goldstein, C. Poole, J. Safko, Classical Mechanics, 3rd ed., 2002, section 3.8.
     *
     * @param pair energy of two bodies in two or three dimensions
     * @param distance d between the bodies, length, positive
     * @throws IllegalArgumentException if there are not two bodies, or they move on a line
     */
    public static PeriodicOrbit circular(Gravitation pair, double distance) {
        int dim = Checks.atLeast(pair.layout().dim(), 2, "dimension of an orbit");
        if (pair.layout().nodes() != 2) {
            throw new IllegalArgumentException("bodies of a circular orbit must be 2, found "
                    + pair.layout().nodes());
        }
        double m1 = pair.mass(0);
        double m2 = pair.mass(1);
        double s = Math.hypot(Checks.positive(distance, "distance"), pair.softening());
        double omega = Math.sqrt(pair.constant() * (m1 + m2) / s) / s;
        double momentum = m1 * m2 / (m1 + m2) * omega * distance;
        double[] y = new double[pair.layout().size()];
        y[0] = -distance * m2 / (m1 + m2);
        y[dim] = distance * m1 / (m1 + m2);
        y[2 * dim + 1] = -momentum;
        y[3 * dim + 1] = momentum;
        return new PeriodicOrbit(pair, PhaseState.copyOf(pair.layout(), y), 2 * Math.PI / omega);
    }

    /**
     * Returns three unit masses that chase each other along one figure eight in the plane, with G = 1: every third of
     * the period each body is where another one was. Start and period are known to eight digits.
     *
     * <p>Source: A. Chenciner, R. Montgomery, A remarkable periodic solution of the three-body problem in the case of
     * equal masses, Annals of Mathematics 152, 2000; numbers by C. Simó.
     */
    public static PeriodicOrbit figureEight() {
        Gravitation three = Gravitation.of(new double[] {1, 1, 1}, 2);
        double x = EIGHT_POSITION[0];
        double z = EIGHT_POSITION[1];
        double vx = EIGHT_VELOCITY[0];
        double vz = EIGHT_VELOCITY[1];
        double[] y = {x, z, -x, -z, 0, 0, /* p */ -vx / 2, -vz / 2, -vx / 2, -vz / 2, vx, vz};
        return new PeriodicOrbit(three, PhaseState.copyOf(three.layout(), y), EIGHT_PERIOD);
    }
}
