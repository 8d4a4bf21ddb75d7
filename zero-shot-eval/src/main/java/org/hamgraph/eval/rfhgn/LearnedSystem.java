package org.hamgraph.eval.rfhgn;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hamgraph.eval.plan.PotentialSpec;
import org.hamgraph.eval.plan.SystemSpec;
import org.hamgraph.eval.run.Evaluation;
import org.hamgraph.eval.run.Rollout;
import org.hamgraph.eval.run.RolloutResult;
import org.hamgraph.eval.run.SampleData;
import org.hamgraph.hgn.model.HgnTrainer;
import org.hamgraph.hgn.model.RangeCounter;
import org.hamgraph.hgn.model.TrainedHgn;
import org.hamgraph.hgn.model.TrainerOptions;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.phase.DivisibleHamiltonian;
import org.hamgraph.phase.PhaseDataset;
import org.hamgraph.sim.integrate.StormerVerlet;

/** A model trained with default settings on random states of a system by name, and what it does on others. */
record LearnedSystem(PotentialSpec potential, TrainedHgn model, double seconds) {
    private static final int LOOKS = 10;

    /**
     * Trains a model.
     *
     * @param system system by name
     * @param potential known energy
     * @param samples number of random states
     * @param seed the one seed
     */
    static LearnedSystem train(String system, String potential, int samples, long seed) throws IOException {
        PotentialSpec spec = PotentialSpec.parse(potential);
        SystemSpec.Resolved resolved =
                SampleData.forTraining(named(system, seed)).resolve(Optional.of(spec));
        PhaseDataset data = SampleData.sampled(resolved, spec, seed, "training states", samples);
        long start = System.nanoTime();
        TrainedHgn model = HgnTrainer.fit(data, TrainerOptions.defaults().withSeed(seed));
        return new LearnedSystem(spec, model, (System.nanoTime() - start) * 1e-9);
    }

    private static SystemSpec named(String system, long seed) {
        return new SystemSpec(system, 1, 1, OptionalDouble.empty(), OptionalDouble.empty(), seed);
    }

    /**
     * Evaluates the model on fresh random states.
     *
     * @param system system by name
     * @param asInTraining whether states are spread as far as those of the training, else as those that runs start from
     */
    Evaluation evaluate(String system, boolean asInTraining, int samples, long seed, int threads) throws IOException {
        SystemSpec spec = named(Dilution.names(system) ? Dilution.whole(system) : system, seed);
        SystemSpec.Resolved whole =
                (asInTraining ? SampleData.forTraining(spec) : spec).resolve(Optional.of(potential));
        SystemSpec.Resolved resolved = Dilution.names(system) ? diluted(whole, seed) : whole;
        return Evaluation.of(
                model,
                SampleData.sampled(resolved, potential, seed, "test states", samples),
                Optional.empty(),
                threads);
    }

    private static SystemSpec.Resolved diluted(SystemSpec.Resolved whole, long seed) {
        BodySystem system = whole.system();
        return new SystemSpec.Resolved(
                new BodySystem(Dilution.dilute(system.graph(), seed), system.box(), system.state()),
                whole.rest(),
                whole.jitter(),
                whole.velocity(),
                whole.springsKnown());
    }

    /**
     * A run.
     *
     * @param result what it showed
     * @param edgesOutside fraction of edges outside the training range, at {@value #LOOKS} times and the start
     */
    record Run(RolloutResult result, double edgesOutside) {}

    /** Runs the model beside the truth by Störmer–Verlet steps. */
    Run run(String system, double dt, int steps, long seed, int threads) throws IOException {
        BodySystem start = named(system, seed).resolve(Optional.of(potential)).system();
        DivisibleHamiltonian truth = potential.hamiltonian(start.graph(), start.box());
        RangeCounter range = new RangeCounter(model, start.graph(), start.box());
        RolloutResult result = new Rollout(start, new StormerVerlet(), dt, steps, steps / LOOKS, threads)
                .run(
                        model.compiledHamiltonian(start.graph(), start.box()),
                        Optional.of(truth),
                        Optional.empty(),
                        (step, y, other) -> range.add(y),
                        step -> {});
        return new Run(result, range.report().edgesOutside());
    }
}
