package org.hamgraph.sim.integrate;

import org.hamgraph.phase.SeparableHamiltonian;

/**
 * Störmer–Verlet with a classic fault: the second kick uses the force from before the drift. Claims what the real one
 * keeps.
 */
final class StaleVerlet implements Integrator<SeparableHamiltonian> {
    @Override
    public String name() {
        return "stale-verlet";
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
        int half = y.length / 2;
        double[] force = new double[half];
        double[] velocity = new double[half];
        return new Stepper(hamiltonian, y, dt) {
            @Override
            protected void step() {
                hamiltonian.force(y, force, 0);
                kick();
                hamiltonian.velocity(y, velocity, 0);
                for (int k = 0; k < half; k++) {
                    y[k] += dt * velocity[k];
                }
                kick();
            }

            private void kick() {
                for (int k = 0; k < half; k++) {
                    y[half + k] += dt / 2 * force[k];
                }
            }
        };
    }
}
