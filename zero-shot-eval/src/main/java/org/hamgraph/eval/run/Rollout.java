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
     * @param threads threads to run on: the true energy has one of its own, without it all serve the one run;
     *     results do not depend on it
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

    /** Keeps the state of a run now and then, so that a later run goes on from there. */
    public interface Checkpoints {
        /** Returns the number of steps between two checkpoints, at least 1. */
        int every();

        /** Returns the state to go on from; empty to start at the start. */
        Optional<RunState> last();

        /**
         * Keeps a state. Everything recorded before belongs to it.
         *
         * @param state state to go on from, valid during the call
         * @throws IOException if it cannot be kept
         */
        void keep(RunState state) throws IOException;
    }

    /**
     * Runs from the start.
     *
     * @param hamiltonian energy to run
     * @param truth true energy to run beside it, if known
     * @param reference recorded states of an independent simulation from the same start, if there are any
     * @param recorder receives the recorded states
     * @param progress told now and then how many steps are done
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
        ReferenceCheck check = new ReferenceCheck(start, reference);
        List<Double> times = new ArrayList<>();
        List<List<Double>> energies = List.of(new ArrayList<>(), new ArrayList<>());
        List<Lane> lanes = lanes(hamiltonian, truth, Optional.empty());
        Recorder all = (step, y, trueState) -> {
            times.add(step * dt);
            for (int k = 0; k < lanes.size(); k++) {
                energies.get(k).add(lanes.get(k).monitor().energy());
            }
            check.compare(step, y);
            recorder.record(step, y, trueState);
        };
        all.record(0, lanes.get(0).y(), trueState(lanes));
        advance(lanes, 0, all, Optional.empty(), progress);
        return result(lanes, check, times, energies);
    }

    /**
     * Runs with checkpoints, from the last one if there is one. States, what the recorder receives behind the
     * checkpoint and the result, apart from the time it took, are those of a run that never stopped. Checkpoints are
     * taken at multiples of their distance and at the last step. Energies and their times are not kept: the result has
     * none.
     *
     * @param hamiltonian energy to run
     * @param truth true energy to run beside it, if known
     * @param recorder receives the recorded states behind the checkpoint
     * @param progress told now and then how many steps are done
     * @param checkpoints where to go on and when to keep a state
     * @throws IOException if the recorder fails or a state cannot be kept
     * @throws ArithmeticException if a state is no longer finite
     * @throws IllegalArgumentException if the checkpoint is of a later step than the last
     */
    public RolloutResult run(
            SeparableHamiltonian hamiltonian,
            Optional<? extends SeparableHamiltonian> truth,
            Recorder recorder,
            IntConsumer progress,
            Checkpoints checkpoints)
            throws IOException {
        int from = checkpoints.last().map(RunState::step).orElse(0);
        Checks.atLeast(steps, from, "steps of a run that goes on from a checkpoint");
        List<Lane> lanes = lanes(hamiltonian, truth, checkpoints.last());
        if (checkpoints.last().isEmpty()) {
            recorder.record(0, lanes.get(0).y(), trueState(lanes));
        }
        advance(lanes, from, recorder, Optional.of(checkpoints), progress);
        return result(lanes, new ReferenceCheck(start, Optional.empty()), List.of(), List.of(List.of(), List.of()));
    }

    /** Two lanes run beside each other on a thread each; one has all of them. */
    private List<Lane> lanes(
            SeparableHamiltonian hamiltonian, Optional<? extends SeparableHamiltonian> truth, Optional<RunState> last) {
        List<SeparableHamiltonian> energies = new ArrayList<>(List.of(hamiltonian));
        truth.ifPresent(energies::add);
        int each = energies.size() == 1 ? threads : 1;
        List<Lane> lanes = new ArrayList<>();
        for (int k = 0; k < energies.size(); k++) {
            SeparableHamiltonian energy = energies.get(k);
            lanes.add(
                    last.isEmpty()
                            ? Lane.begin(energy, integrator, start.state().toArray(), dt, each)
                            : Lane.resume(
                                    energy,
                                    integrator,
                                    dt,
                                    each,
                                    last.get().lanes().get(k)));
        }
        return lanes;
    }

    private static Optional<double[]> trueState(List<Lane> lanes) {
        return lanes.size() == 1 ? Optional.empty() : Optional.of(lanes.get(1).y());
    }

    private void advance(
            List<Lane> lanes, int from, Recorder recorder, Optional<Checkpoints> checkpoints, IntConsumer progress)
            throws IOException {
        Optional<double[]> trueState = trueState(lanes);
        int keepEvery = checkpoints
                .map(keeper -> Checks.atLeast(keeper.every(), 1, "steps between checkpoints"))
                .orElse(steps);
        int done = from;
        while (done < steps) {
            int before = done;
            int step = Math.min(next(done, every), next(done, keepEvery));
            boolean recorded = step == steps || step % every == 0;
            Workers.each(threads, lanes.size(), k -> {
                lanes.get(k).advance(before, step);
                if (recorded) {
                    lanes.get(k).observe(step);
                }
            });
            done = step;
            if (recorded) {
                recorder.record(step, lanes.get(0).y(), trueState);
            }
            if (checkpoints.isPresent() && (step == steps || step % keepEvery == 0)) {
                checkpoints
                        .get()
                        .keep(new RunState(step, lanes.stream().map(Lane::save).toList()));
            }
            progress.accept(step);
        }
    }

    /** Returns the next multiple of a distance; the last step if it comes first. */
    private int next(int done, int distance) {
        return (int) Math.min(steps, (done / distance + 1L) * distance);
    }

    private RolloutResult result(
            List<Lane> lanes, ReferenceCheck check, List<Double> times, List<List<Double>> energies) {
        Lane main = lanes.get(0);
        Lane beside = lanes.size() == 1 ? null : lanes.get(1);
        double seconds = main.seconds();
        return new RolloutResult(
                start.graph().nodes(),
                start.graph().edges(),
                steps,
                seconds,
                (double) start.graph().nodes() * steps / seconds,
                beside == null ? null : PositionError.between(start.layout(), beside.y(), main.y()),
                main.monitor().relativeEnergyDrift(),
                beside == null ? null : beside.monitor().relativeEnergyDrift(),
                main.monitor().momentumError(),
                main.monitor().angularMomentumError(),
                check.error(),
                check.step(),
                times,
                energies.get(0),
                energies.get(1));
    }
}
