package org.hamgraph.sim.classic;

import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.support.Checks;

/**
 * A rigid pendulum of unit mass, length and gravity, with the angle q from the vertical read f times as fast.
 *
 * <pre>{@code
 * H(q, p) = p^2/2 + 1 - cos(f q)        dq/dt = p        dp/dt = -f sin(f q)
 * }</pre>
 *
 * The state is [q, p]; time is in units of sqrt(length/gravity), energy in units of mass·gravity·length. It rests with
 * H = 0 at f q = 0, 2π, …, balances with H = 2 at f q = π, and swings with period 2π/f while the swing is small.
 * The energy keeps its relative accuracy next to rest.
 *
 * <p>Source: A. Rahma, C. Datar, F. Dietrich, Training Hamiltonian neural networks without backpropagation, arXiv
 * 2411.17511, 2024.
 *
 * @param frequency f, angular frequency of a small swing, radians per time, positive
 * @since 0.1
 */
public record Pendulum(double frequency) implements SeparableHamiltonian {
    private static final PhaseLayout LAYOUT = new PhaseLayout(1, 1);

    /** Checks the component. */
    public Pendulum {
        Checks.positive(frequency, "frequency");
    }

    @Override
    public PhaseLayout layout() {
        return LAYOUT;
    }

    @Override
    public double kineticEnergy(double[] y) {
        return 0.5 * y[1] * y[1];
    }

    @Override
    public double potentialEnergy(double[] y) {
        // 1 - cos x, without the loss of digits next to x = 0
        double s = Math.sin(0.5 * frequency * y[0]);
        return 2 * s * s;
    }

    @Override
    public void velocity(double[] y, double[] velocityOut, int offset) {
        velocityOut[offset] = y[1];
    }

    @Override
    public void force(double[] y, double[] forceOut, int offset) {
        forceOut[offset] = -frequency * Math.sin(frequency * y[0]);
    }
}
