package org.hamgraph.eval.run;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.hamgraph.eval.metric.PositionError;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.sim.integrate.Integrator;
import org.hamgraph.sim.integrate.Stepper;
import org.hamgraph.sim.trajectory.ConservationMonitor;
import org.hamgraph.sim.trajectory.Trajectory;
import org.hamgraph.support.Checks;

/**
 * A run of one energy, and of the true one beside it where that is known.
 *
 * @since 0.1
 */
public final class Rollout {
    private final BodySystem start;
    private final Integrator<? super SeparableHamiltonian> integrator;
    private final double dt;
    private final int steps;
    private final int every;
    private final int threads;

    /**
     * Plans a run.
     *
     * @param start system and state at the start
     * @param integrator scheme
     * @param dt step, time
     * @param steps number of steps, at least 1
     * @param every steps between two recorded states, at least 1
     * @param threads with two or more, the true energy runs beside the other; results do not depend on it
     */
    public Rollout(
            BodySystem start,
            Integrator<? super SeparableHamiltonian> integrator,
            double dt,
            int steps,
            int every,
            int threads) {
        this.start = start;
        this.integrator = integrator;
        this.dt = dt;
        this.steps = Checks.atLeast(steps, 1, "steps");
        this.every = Checks.atLeast(every, 1, "every");
        this.threads = threads;
    }

    /** Receives every recorded state of the run, the start among them. */
    @FunctionalInterface
    public interface Recorder {
        /**
         * Records a state.
         *
         * @param step number of steps so far
         * @param y state [2*n*dim], valid during the call
         * @param truth state of the true run, empty if there is none; valid during the call
         * @throws IOException if it cannot be recorded
         */
        void record(long step, double[] y, Optional<double[]> truth) throws IOException;
    }

    /** The energy of one run at the recorded times, and what it conserved. */
    static final class Lane {
        private final SeparableHamiltonian hamiltonian;
        private final double[] y;
        private final Stepper stepper;
        private final ConservationMonitor monitor;
        private final List<Double> energies = new ArrayList<>();
        private long nanoseconds;

        Lane(
                SeparableHamiltonian hamiltonian,
                Integrator<? super SeparableHamiltonian> integrator,
                double[] y,
                double dt) {
            this.hamiltonian = hamiltonian;
            this.y = y;
            this.monitor = ConservationMonitor.of(hamiltonian, y, dt);
            this.stepper = integrator.start(hamiltonian, y, dt);
            energies.add(hamiltonian.energy(y));
        }

        void advance(int count, long step, double time) {
            long before = System.nanoTime();
            stepper.advance(count);
            nanoseconds += System.nanoTime() - before;
            monitor.observe(step, time, y);
            energies.add(hamiltonian.energy(y));
        }
    }

    /**
     * Runs.
     *
     * @param hamiltonian energy to run
     * @param truth true energy to run beside it, if known
     * @param reference recorded states of an independent simulation from the same start, if there are any
     * @param recorder receives the recorded states
     * @param progress told after every recorded state how many steps are done
     * @throws IOException if the recorder fails
     * @throws ArithmeticException if a state is no longer finite
     */
    public RolloutResult run(
            SeparableHamiltonian hamiltonian,
            Optional<? extends SeparableHamiltonian> truth,
            Optional<Trajectory> reference,
            Recorder recorder,
            IntConsumer progress)
            throws IOException {
        Lane main = new Lane(hamiltonian, integrator, start.state().toArray(), dt);
        Lane beside = truth.isEmpty()
                ? null
                : new Lane(truth.get(), integrator, start.state().toArray(), dt);
        ReferenceCheck check = new ReferenceCheck(start, reference);
        List<Double> times = new ArrayList<>(List.of(0.0));
        Optional<double[]> trueState = Optional.ofNullable(beside).map(lane -> lane.y);
        recorder.record(0, main.y, trueState);
        int done = 0;
        while (done < steps) {
            int count = Math.min(every, steps - done);
            done += count;
            int step = done;
            Workers.each(
                    beside == null ? 1 : threads,
                    beside == null ? 1 : 2,
                    lane -> (lane == 0 ? main : beside).advance(count, step, step * dt));
            times.add(done * dt);
            check.compare(done, main.y);
            recorder.record(done, main.y, trueState);
            progress.accept(done);
        }
        return result(main, beside, times, check);
    }

    private RolloutResult result(Lane main, Lane beside, List<Double> times, ReferenceCheck check) {
        double seconds = main.nanoseconds * 1e-9;
        return new RolloutResult(
                start.graph().nodes(),
                start.graph().edges(),
                steps,
                seconds,
                (double) start.graph().nodes() * steps / seconds,
                beside == null ? null : PositionError.between(start.layout(), beside.y, main.y),
                main.monitor.relativeEnergyDrift(),
                beside == null ? null : beside.monitor.relativeEnergyDrift(),
                main.monitor.momentumError(),
                main.monitor.angularMomentumError(),
                check.error(),
                check.step(),
                times,
                List.copyOf(main.energies),
                beside == null ? List.of() : List.copyOf(beside.energies));
    }
}
