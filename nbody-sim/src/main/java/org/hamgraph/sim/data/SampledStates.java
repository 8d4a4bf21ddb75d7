package org.hamgraph.sim.data;

import org.hamgraph.phase.BodySystem;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.PhaseDataset;
import org.hamgraph.sim.integrate.Integrator;
import org.hamgraph.sim.integrate.Stepper;
import org.hamgraph.support.Checks;

/**
 * Datasets whose derivatives a known energy gives.
 *
 * @since 0.1
 */
public final class SampledStates {
    private SampledStates() {}

    /**
     * Returns states drawn independently of each other.
     *
     * @param states where they are drawn from
     * @param truth energy that gives the derivatives
     * @param seed the one seed of a run
     * @param purpose what the states are for; training and test states need different ones
     * @param count number of states, at least 1
     */
    public static PhaseDataset independent(
            InitialStates states, Hamiltonian truth, long seed, String purpose, int count) {
        return PhaseDataset.of(states.graph(), states.box(), states.drawMany(seed, purpose, count), truth);
    }

    /**
     * Returns the states of one run, the start among them: those after 0, every, 2·every, … steps.
     *
     * @param start system and state at the start
     * @param truth energy that moves the state and gives the derivatives
     * @param integrator scheme that moves it
     * @param dt step, time
     * @param every steps between two states, at least 1
     * @param count number of states, at least 1
     * @param <H> kind of energy
     * @throws IllegalArgumentException if the run leaves the finite numbers
     */
    public static <H extends Hamiltonian> PhaseDataset along(
            BodySystem start, H truth, Integrator<? super H> integrator, double dt, int every, int count) {
        Checks.atLeast(every, 1, "steps between two states");
        double[][] states = new double[Checks.atLeast(count, 1, "number of states")][];
        double[] y = start.state().toArray();
        Stepper stepper = integrator.start(truth, y, dt);
        states[0] = y.clone();
        for (int k = 1; k < count; k++) {
            stepper.advance(every);
            states[k] = y.clone();
        }
        return PhaseDataset.of(start.graph(), start.box(), states, truth);
    }
}
