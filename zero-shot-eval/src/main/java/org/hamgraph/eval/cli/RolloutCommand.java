package org.hamgraph.eval.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hamgraph.eval.plan.PotentialSpec;
import org.hamgraph.eval.run.Fingerprint;
import org.hamgraph.eval.run.FitFigures;
import org.hamgraph.eval.run.Rollout;
import org.hamgraph.eval.run.RolloutResult;
import org.hamgraph.hgn.io.ModelFile;
import org.hamgraph.hgn.model.RangeCounter;
import org.hamgraph.hgn.model.TrainedHgn;
import org.hamgraph.hgn.network.LearnedHamiltonian;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.phase.CutoffHamiltonian;
import org.hamgraph.phase.DivisibleHamiltonian;
import org.hamgraph.phase.PairwiseHamiltonian;
import org.hamgraph.phase.SeparableHamiltonian;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code rollout}: integrates a learned model on any system. */
@Command(
        name = "rollout",
        description = "Integrates a learned model on any system; --potential runs the truth beside it.",
        footer = {
            "",
            "Examples:",
            "  hamgraph rollout --model model.json --system bundled:cubic-16x16x16 --potential spring --out run.extxyz.gz",
            "  hamgraph rollout --model model.json --system cubic:32x32x32 --steps 1000 --dt 0.005 --json",
            "  hamgraph rollout --model model.json --system cubic:32x32x32 --steps 1000000 --every 1000 --out run.extxyz.gz"
                    + " --log run.csv --checkpoint-every 10000 --resume"
        })
final class RolloutCommand extends Verb {
    @Option(names = "--model", required = true, paramLabel = "FILE", description = "Model to run.")
    private Path model;

    @Mixin
    private SystemOptions system;

    @Mixin
    private RunOptions how;

    @Option(names = "--potential", paramLabel = "POTENTIAL", description = "Known energy to run beside the model.")
    private String potential;

    @Option(
            names = "--no-compile",
            description =
                    "Evaluate the network itself in every step instead of its tables, which agree with it to 1e-12.")
    private boolean direct;

    @Mixin
    private StrictOptions strictness;

    private record Answer(
            int nodes,
            int edges,
            int steps,
            double seconds,
            double nodeUpdatesPerSecond,
            Double relativePositionError,
            double relativeEnergyDrift,
            Double trueRelativeEnergyDrift,
            double momentumError,
            double angularMomentumError,
            double edgesOutsideTrainingRange,
            Double compiledForceError,
            Long neighborListRebuilds) {}

    @Override
    public Integer call() throws IOException {
        strictness.check();
        how.check(this);
        TrainedHgn trained = ModelFile.read(model);
        Optional<PotentialSpec> spec = Optional.ofNullable(potential).map(system::potential);
        BodySystem start = system.resolve(seed(), spec).system();
        Optional<SeparableHamiltonian> truth = spec.map(known -> known.hamiltonian(start.graph(), start.box()));
        DivisibleHamiltonian learned = direct
                ? trained.hamiltonian(start.graph(), start.box())
                : trained.compiledHamiltonian(start.graph(), start.box());
        RangeCounter range = new RangeCounter(trained, start.graph(), start.box());
        Rollout rollout = new Rollout(start, how.integrator(), how.dt(), how.steps(), how.every(), threads());
        Progress progress = progress();
        progress.begin("running " + start.graph(), how.steps());
        try (Recording recording = Recording.open(how, settings(start), start, learned, Optional.of(range))) {
            RolloutResult result = recording.run(rollout, truth, progress::advance);
            progress.end("ran " + recording.done(start));
            double outside = range.report().edgesOutside();
            print(merged(answer(result, outside, learned, start), FitFigures.of(trained.report())));
            return strictness.status(this, 0, findings -> {
                findings.add(trained.report());
                findings.add(outside, "the recorded states");
            });
        }
    }

    /** Returns the error of the tables; null, with a warning unless that was asked for, if the network itself ran. */
    private Double compiledError(DivisibleHamiltonian energy, BodySystem start) {
        PairwiseHamiltonian edges = energy instanceof CutoffHamiltonian near
                ? near.at(start.state().toArray())
                : (PairwiseHamiltonian) energy;
        LearnedHamiltonian learned = (LearnedHamiltonian) edges;
        OptionalDouble error = learned.compiledError();
        if (error.isEmpty() && !direct && learned.graph().edges() > 0) {
            warn("no table agrees with the network to 1e-12 for all springs, so the network itself was evaluated");
        }
        return error.isPresent() ? error.getAsDouble() : null;
    }

    /** Returns everything that determines the run, for its checkpoints. */
    private Map<String, String> settings(BodySystem start) throws IOException {
        if (!how.checkpoints()) {
            return Map.of();
        }
        Map<String, String> settings = new LinkedHashMap<>(Map.of("verb", "rollout"));
        settings.put("--model", "of SHA-256 " + Fingerprint.of(model));
        settings.put("--no-compile", direct ? "given" : "absent");
        settings.put("--potential", potential == null ? "absent" : potential);
        settings.putAll(system.settings(seed(), start));
        settings.putAll(how.settings());
        return settings;
    }

    private Answer answer(RolloutResult result, double edgesOutside, DivisibleHamiltonian learned, BodySystem start) {
        return new Answer(
                result.nodes(),
                Neighbors.edges(learned, start),
                result.steps(),
                result.seconds(),
                result.nodeUpdatesPerSecond(),
                result.relativePositionError(),
                result.relativeEnergyDrift(),
                result.trueRelativeEnergyDrift(),
                result.momentumError(),
                result.angularMomentumError(),
                edgesOutside,
                compiledError(learned, start),
                Neighbors.rebuilds(learned));
    }
}
