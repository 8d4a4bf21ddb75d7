package org.hamgraph.sim.integrate;

import org.hamgraph.phase.SeparableHamiltonian;

/**
 * The triple jump: three Störmer–Verlet sub-steps, the middle one backwards, of order 4; symplectic, time-reversible,
 * three force evaluations per step.
 *
 * <pre>{@code
 * w1 = 1 / (2 - 2^(1/3)) = 1.35...      w0 = 1 - 2 w1 = -2^(1/3) / (2 - 2^(1/3)) = -1.70...
 * Verlet(w1 dt)      Verlet(w0 dt)      Verlet(w1 dt)
 * }</pre>
 *
 * The sub-steps are longer than dt, so on stiff systems dt must be about 0.8 of what Störmer–Verlet stands.
 *
 * <p>Source: H. Yoshida, Construction of higher order symplectic integrators, Physics Letters A 150, 1990; E. Hairer,
 * C. Lubich, G. Wanner, Geometric Numerical Integration, 2nd ed., 2006, II.4.
 *
 * @since 0.1
 */
public final class Yoshida4 implements Integrator<SeparableHamiltonian> {
    private static final double W1 = 1 / (2 - Math.cbrt(2));
    private static final double W0 = 1 - 2 * W1;

    @Override
    public String name() {
        return "yoshida4";
    }

    @Override
    public int order() {
        return 4;
    }

    @Override
    public boolean symplectic() {
        return true;
    }

    @Override
    public boolean timeReversible() {
        return true;
    }

    @Override
    public Stepper start(SeparableHamiltonian hamiltonian, double[] y, double dt) {
        return start(hamiltonian, y, dt, 1);
    }

    @Override
    public Stepper start(SeparableHamiltonian hamiltonian, double[] y, double dt, int threads) {
        return KickDriftKick.start(hamiltonian, y, dt, threads, W1, W0, W1);
    }
}
