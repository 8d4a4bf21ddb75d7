package org.hamgraph.sim.integrate;

import org.hamgraph.phase.Hamiltonian;

/** The scheme that breaks the laws: order 1, neither symplectic nor reversible. Its accessors tell the truth. */
final class ExplicitEuler implements Integrator<Hamiltonian> {
    @Override
    public String name() {
        return "explicit-euler";
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public boolean symplectic() {
        return false;
    }

    @Override
    public boolean timeReversible() {
        return false;
    }

    @Override
    public Stepper start(Hamiltonian hamiltonian, double[] y, double dt) {
        double[] rate = new double[y.length];
        return new Stepper(hamiltonian, y, dt) {
            @Override
            protected void step() {
                hamiltonian.vectorField(y, rate);
                for (int k = 0; k < y.length; k++) {
                    y[k] += dt * rate[k];
                }
            }
        };
    }
}
