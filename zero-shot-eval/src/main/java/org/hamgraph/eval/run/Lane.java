package org.hamgraph.eval.run;

import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.sim.integrate.Integrator;
import org.hamgraph.sim.integrate.Stepper;
import org.hamgraph.sim.trajectory.ConservationMonitor;

/** One energy under way: its state, what it conserved, and the time its steps took. */
final class Lane {
    /** Steps between two looks at the state, at most: a run that left the numbers does not go on for long. */
    private static final int LOOK = 100;

    private final double[] y;
    private final double dt;
    private final Stepper stepper;
    private final ConservationMonitor monitor;
    private long nanoseconds;

    private Lane(
            SeparableHamiltonian hamiltonian,
            Integrator<? super SeparableHamiltonian> integrator,
            double[] y,
            double dt,
            int threads,
            ConservationMonitor monitor) {
        this.y = y;
        this.dt = dt;
        this.monitor = monitor;
        this.stepper = integrator.start(hamiltonian, y, dt, threads);
    }

    /** Starts at a state, which is moved in place. */
    static Lane begin(
            SeparableHamiltonian hamiltonian,
            Integrator<? super SeparableHamiltonian> integrator,
            double[] y,
            double dt,
            int threads) {
        return new Lane(hamiltonian, integrator, y, dt, threads, ConservationMonitor.of(hamiltonian, y, dt));
    }

    /** Goes on where a lane was when it was saved. Steppers hold nothing but the state and what follows from it. */
    static Lane resume(
            SeparableHamiltonian hamiltonian,
            Integrator<? super SeparableHamiltonian> integrator,
            double dt,
            int threads,
            RunState.LaneState saved) {
        Lane lane = new Lane(
                hamiltonian,
                integrator,
                saved.y().clone(),
                dt,
                threads,
                ConservationMonitor.restored(hamiltonian, dt, saved.monitor()));
        lane.nanoseconds = saved.nanoseconds();
        return lane;
    }

    /**
     * Moves from one step to another.
     *
     * @throws ArithmeticException if the state is not finite at one of the steps looked at
     */
    void advance(int from, int to) {
        long before = System.nanoTime();
        int done = from;
        while (done < to) {
            int count = Math.min(LOOK, to - done);
            stepper.advance(count);
            done += count;
            monitor.requireFinite(done, done * dt, y);
        }
        nanoseconds += System.nanoTime() - before;
    }

    /** Takes the state into account that was reached. */
    void observe(int step) {
        monitor.observe(step, step * dt, y);
    }

    /** Returns what {@link #resume} needs, valid until the next step. */
    RunState.LaneState save() {
        return new RunState.LaneState(y, monitor.memory(), nanoseconds);
    }

    /** Returns the state itself, which steps move. */
    double[] y() {
        return y;
    }

    ConservationMonitor monitor() {
        return monitor;
    }

    double seconds() {
        return nanoseconds * 1e-9;
    }
}
