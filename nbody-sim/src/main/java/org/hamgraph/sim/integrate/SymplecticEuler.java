package org.hamgraph.sim.integrate;

import org.hamgraph.phase.SeparableHamiltonian;

/**
 * Symplectic Euler in the variant that kicks first and drifts with the new momenta: order 1, symplectic, one force
 * evaluation per step. Not time-reversible: undoing it takes the other variant, which drifts first.
 *
 * <pre>{@code
 * p += -dt dV/dq(q)      q += dt dT/dp(p)
 * }</pre>
 *
 * <p>Source: E. Hairer, C. Lubich, G. Wanner, Geometric Numerical Integration, 2nd ed., 2006, I.1.2 and VI.3.
 *
 * @since 0.1
 */
public final class SymplecticEuler implements Integrator<SeparableHamiltonian> {
    @Override
    public String name() {
        return "symplectic-euler";
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public boolean symplectic() {
        return true;
    }

    @Override
    public boolean timeReversible() {
        return false;
    }

    @Override
    public Stepper start(SeparableHamiltonian hamiltonian, double[] y, double dt) {
        return new KickDrift(hamiltonian, y, dt);
    }

    private static final class KickDrift extends Stepper {
        private final SeparableHamiltonian hamiltonian;
        private final double[] rate;

        KickDrift(SeparableHamiltonian hamiltonian, double[] y, double dt) {
            super(hamiltonian, y, dt);
            this.hamiltonian = hamiltonian;
            this.rate = new double[hamiltonian.layout().half()];
        }

        @Override
        protected void step() {
            int half = rate.length;
            hamiltonian.force(y, rate, 0);
            for (int k = 0; k < half; k++) {
                y[half + k] += dt * rate[k];
            }
            hamiltonian.velocity(y, rate, 0);
            for (int k = 0; k < half; k++) {
                y[k] += dt * rate[k];
            }
        }
    }
}
