package org.hamgraph.eval.run;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hamgraph.eval.plan.PotentialSpec;
import org.hamgraph.eval.plan.SystemSpec;
import org.hamgraph.eval.plan.ZeroShotPlan;
import org.hamgraph.hgn.io.ModelFile;
import org.hamgraph.hgn.model.HgnTrainer;
import org.hamgraph.hgn.model.RangeCounter;
import org.hamgraph.hgn.model.TrainedHgn;
import org.hamgraph.hgn.model.TrainerOptions;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.PhaseDataset;
import org.hamgraph.phase.PhaseState;
import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.sim.integrate.Integrators;
import org.hamgraph.sim.io.TrajectoryFiles;
import org.hamgraph.sim.io.TrajectoryWriter;
import org.hamgraph.sim.trajectory.Trajectory;

/**
 * The main job: train on a small system, then evaluate and run every size without retraining, then ever larger
 * lattices. Finished parts are kept, so an interrupted run can go on where it stopped.
 *
 * @since 0.1
 */
public final class ZeroShotRun {
    private static final double WARM_SECONDS = 1.5;
    private static final int MOST_REPEATS = 201;

    private final ZeroShotPlan plan;
    private final RunFolder folder;
    private final int threads;
    private final Watcher watcher;

    /** Is told how a run proceeds. */
    public interface Watcher {
        /**
         * A stage begins.
         *
         * @param stage what is done now
         * @param total number of steps in it
         */
        void begin(String stage, int total);

        /**
         * A stage proceeds.
         *
         * @param done number of steps done
         */
        void advance(int done);

        /**
         * A stage ended.
         *
         * @param message what came out, in a line
         */
        void end(String message);
    }

    /**
     * Plans a run.
     *
     * @param plan what to do
     * @param folder where results go
     * @param threads number of threads; results do not depend on it
     * @param watcher is told how the run proceeds
     */
    public ZeroShotRun(ZeroShotPlan plan, RunFolder folder, int threads, Watcher watcher) {
        this.plan = plan;
        this.folder = folder;
        this.threads = threads;
        this.watcher = watcher;
    }

    /**
     * Everything a run found.
     *
     * @param plan what was done
     * @param model the model
     * @param training what it was trained on
     * @param sizes what was found for every size
     * @param scaling what was found on ever larger lattices
     */
    public record Result(
            ZeroShotPlan plan,
            TrainedHgn model,
            TrainingResult training,
            List<SizeResult> sizes,
            ScalingResult scaling) {
        /** Copies the list. */
        public Result {
            sizes = List.copyOf(sizes);
        }
    }

    /**
     * Runs what has not been done yet.
     *
     * @throws IOException if a file cannot be read or written
     */
    public Result run() throws IOException {
        TrainingResult training = train();
        TrainedHgn model = ModelFile.read(folder.file("model.json"));
        List<SizeResult> sizes = new ArrayList<>();
        for (int k = 0; k < plan.sizes().size(); k++) {
            sizes.add(size(k, model));
        }
        ScalingResult scaling = new ScalingRun(plan, folder, threads, watcher).run(model);
        return new Result(plan, model, training, sizes, scaling);
    }

    private TrainingResult train() throws IOException {
        Optional<TrainingResult> before = folder.part("training", TrainingResult.class);
        if (before.isPresent() && Files.exists(folder.file("model.json"))) {
            return before.get();
        }
        watcher.begin("training on " + plan.train().system(), 1);
        PhaseDataset data = trainingData();
        TrainerOptions options = plan.network().options().withSeed(plan.seed());
        long start = System.nanoTime();
        TrainedHgn model = HgnTrainer.fit(data, options, threads);
        double seconds = (System.nanoTime() - start) * 1e-9;
        double[] warm = warmSeconds(data, options, threads);
        ModelFile.write(folder.file("model.json"), model);
        TrainingResult result = new TrainingResult(
                plan.train().system(),
                data.graph().nodes(),
                data.graph().edges(),
                data.size(),
                seconds,
                warm[warm.length / 2],
                warm.length);
        folder.finishPart("training", result);
        watcher.end(String.format(
                Locale.ROOT,
                "trained on %d states of %d bodies in %.0f ms (%.1f ms warm), relative force error %.1e",
                data.size(),
                data.graph().nodes(),
                1e3 * seconds,
                1e3 * result.medianTrainSeconds(),
                model.report().forceError()));
        return result;
    }

    private PhaseDataset trainingData() throws IOException {
        ZeroShotPlan.Training train = plan.train();
        SystemSpec spec = spec(train.system(), optional(train.jitter()), optional(train.velocity()));
        if (train.trajectory() != null) {
            SystemSpec.Resolved system = spec.resolve(Optional.empty());
            PhaseDataset data = SampleData.trajectory(train.trajectory(), system)
                    .dataset(system.system().graph());
            return train.pairs().map(data::withPairs).orElse(data);
        }
        PotentialSpec potential = PotentialSpec.parse(train.potential()).among(train.pairs());
        SystemSpec.Resolved system = SampleData.forTraining(spec).resolve(Optional.of(potential));
        return SampleData.sampled(system, potential, plan.seed(), "training states", train.samples());
    }

    /** Trains again and again in the warm process; returns the later half of the times, sorted. */
    private static double[] warmSeconds(PhaseDataset data, TrainerOptions options, int threads) {
        List<Double> seconds = new ArrayList<>();
        long begin = System.nanoTime();
        while (seconds.size() < MOST_REPEATS && (System.nanoTime() - begin) * 1e-9 < WARM_SECONDS
                || seconds.size() < 2) {
            long start = System.nanoTime();
            HgnTrainer.fit(data, options, threads);
            seconds.add((System.nanoTime() - start) * 1e-9);
        }
        double[] later = seconds.subList(seconds.size() / 2, seconds.size()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray();
        Arrays.sort(later);
        return later;
    }

    private SystemSpec spec(String text, OptionalDouble jitter, OptionalDouble velocity) {
        return new SystemSpec(text, 1, 1, jitter, velocity, plan.seed());
    }

    private static OptionalDouble optional(Double value) {
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private SizeResult size(int index, TrainedHgn model) throws IOException {
        String name = "size-" + (index + 1);
        Optional<SizeResult> before = folder.part(name, SizeResult.class);
        if (before.isPresent()) {
            return before.get();
        }
        ZeroShotPlan.Size size = plan.sizes().get(index);
        watcher.begin("evaluating " + size.system(), plan.rollout().steps());
        SystemSpec.Resolved system = spec(size.system(), OptionalDouble.empty(), OptionalDouble.empty())
                .resolve(plan.truth());
        Optional<Trajectory> trajectory = size.trajectory() == null
                ? Optional.empty()
                : Optional.of(SampleData.trajectory(size.trajectory(), system));
        Optional<SeparableHamiltonian> truth = plan.truth()
                .map(potential -> potential.hamiltonian(
                        system.system().graph(), system.system().box()));
        PhaseDataset data = trajectory.isPresent()
                ? trajectory.get().dataset(system.system().graph())
                : SampleData.sampled(system, plan.truth().orElseThrow(), plan.seed(), "test states", size.samples());
        Evaluation evaluation = Evaluation.of(model, data, truth.map(h -> (Hamiltonian) h), threads);
        BodySystem start =
                trajectory.map(recorded -> startOf(system.system(), recorded)).orElse(system.system());
        SizeResult result = roll(size.system(), model, start, truth, trajectory, evaluation);
        folder.finishPart(name, result);
        watcher.end(String.format(
                Locale.ROOT,
                "%d bodies: relative force error %.1e, relative position error after %d steps %s",
                evaluation.nodes(),
                evaluation.relativeForceError(),
                result.rollout().steps(),
                result.rollout().relativePositionError() == null
                        ? "unknown"
                        : String.format(Locale.ROOT, "%.1e", result.rollout().relativePositionError())));
        return result;
    }

    private static BodySystem startOf(BodySystem system, Trajectory recorded) {
        return new BodySystem(system.graph(), recorded.box(), PhaseState.copyOf(system.layout(), recorded.state(0)));
    }

    private SizeResult roll(
            String text,
            TrainedHgn model,
            BodySystem start,
            Optional<SeparableHamiltonian> truth,
            Optional<Trajectory> trajectory,
            Evaluation evaluation)
            throws IOException {
        ZeroShotPlan.RolloutPlan how = plan.rollout();
        Rollout rollout =
                new Rollout(start, Integrators.named(how.integrator()), how.dt(), how.steps(), how.every(), threads);
        PathRecorder paths = new PathRecorder(start, how.dt());
        RangeCounter range = new RangeCounter(model, start.graph(), start.box());
        String ending = start.graph().nodes() > 1000 ? ".extxyz.gz" : ".extxyz";
        try (TrajectoryWriter out = TrajectoryFiles.writer(
                folder.file("rollout-" + start.graph().nodes() + ending), start.graph(), start.box(), false)) {
            RolloutResult result = rollout.run(
                    model.compiledHamiltonian(start.graph(), start.box()),
                    truth,
                    trajectory,
                    (step, y, trueState) -> {
                        paths.record(step, y, trueState);
                        range.add(y);
                        if (step % how.writeEvery() == 0) {
                            out.write(step, step * how.dt(), y, null);
                        }
                    },
                    watcher::advance);
            out.commit();
            return new SizeResult(
                    text, start.box().dim(), evaluation, result, range.report().edgesOutside(), paths.paths());
        }
    }
}
