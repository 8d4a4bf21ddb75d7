package org.hamgraph.sim.integrate;

import org.hamgraph.phase.SeparableHamiltonian;

/**
 * Kick-drift-kick leapfrog: order 2, symplectic, time-reversible, one force evaluation per step. The scheme to start
 * with.
 *
 * <pre>{@code
 * p += -dt/2 dV/dq(q)      q += dt dT/dp(p)      p += -dt/2 dV/dq(q)
 * }</pre>
 *
 * Stable on a linear system for dt below 2 over its highest angular frequency.
 *
 * <p>Source: E. Hairer, C. Lubich, G. Wanner, Geometric Numerical Integration, 2nd ed., 2006, I.1.4.
 *
 * @since 0.1
 */
public final class StormerVerlet implements Integrator<SeparableHamiltonian> {
    @Override
    public String name() {
        return "stormer-verlet";
    }

    @Override
    public int order() {
        return 2;
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
        return KickDriftKick.start(hamiltonian, y, dt, threads, 1.0);
    }
}
