package org.hamgraph.sim.integrate;

import org.hamgraph.phase.SeparableHamiltonian;

/**
 * A step made of Störmer–Verlet sub-steps. The force of the last kick is kept for the first kick of the next sub-step,
 * so each sub-step costs one force evaluation.
 */
final class KickDriftKick extends Stepper {
    private final SeparableHamiltonian hamiltonian;
    private final double[] substep;
    private final double[] velocity;
    private final double[] force;

    /**
     * Evaluates the first force.
     *
     * @param fraction length of every sub-step in units of dt; their sum is 1
     */
    KickDriftKick(SeparableHamiltonian hamiltonian, double[] y, double dt, double... fraction) {
        super(hamiltonian, y, dt);
        this.hamiltonian = hamiltonian;
        int half = hamiltonian.layout().half();
        velocity = new double[half];
        force = new double[half];
        substep = new double[fraction.length];
        for (int k = 0; k < substep.length; k++) {
            substep[k] = fraction[k] * dt;
        }
        hamiltonian.force(y, force, 0);
    }

    @Override
    protected void step() {
        for (double h : substep) {
            kick(0.5 * h);
            drift(h);
            hamiltonian.force(y, force, 0);
            kick(0.5 * h);
        }
    }

    private void kick(double h) {
        int half = force.length;
        for (int k = 0; k < half; k++) {
            y[half + k] += h * force[k];
        }
    }

    private void drift(double h) {
        hamiltonian.velocity(y, velocity, 0);
        for (int k = 0; k < velocity.length; k++) {
            y[k] += h * velocity[k];
        }
    }
}
