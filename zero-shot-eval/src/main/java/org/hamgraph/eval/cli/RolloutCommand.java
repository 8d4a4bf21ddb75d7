package org.hamgraph.eval.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.hamgraph.eval.plan.PotentialSpec;
import org.hamgraph.eval.run.Rollout;
import org.hamgraph.eval.run.RolloutResult;
import org.hamgraph.hgn.io.ModelFile;
import org.hamgraph.hgn.model.RangeCounter;
import org.hamgraph.hgn.model.TrainedHgn;
import org.hamgraph.hgn.network.LearnedHamiltonian;
import org.hamgraph.phase.BodySystem;
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
            "  hamgraph rollout --model model.json --system cubic:32x32x32 --steps 1000 --dt 0.005 --json"
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
            double edgesOutsideTrainingRange) {}

    @Override
    public Integer call() throws IOException {
        if (how.out() != null) {
            checkFree(how.out());
        }
        TrainedHgn trained = ModelFile.read(model);
        Optional<PotentialSpec> spec = Optional.ofNullable(potential).map(PotentialSpec::parse);
        BodySystem start = system.resolve(seed(), spec).system();
        Optional<SeparableHamiltonian> truth = spec.map(known -> known.hamiltonian(start.graph(), start.box()));
        LearnedHamiltonian learned =
                direct ? trained.on(start.graph(), start.box()) : trained.compiledOn(start.graph(), start.box());
        RangeCounter range = new RangeCounter(trained, start.graph(), start.box());
        Rollout rollout = new Rollout(start, how.integrator(), how.dt(), how.steps(), how.every(), threads());
        Progress progress = progress();
        progress.begin("running " + start.graph(), how.steps());
        try (Recording recording = new Recording(how.writer(start.graph(), start.box()), learned, how.dt())) {
            RolloutResult result = rollout.run(
                    learned,
                    truth,
                    Optional.empty(),
                    (step, y, trueState) -> {
                        range.add(y);
                        recording.record(step, y, trueState);
                    },
                    progress::advance);
            recording.commit();
            progress.end("ran " + result.steps() + " steps of " + start.graph());
            print(answer(result, range.report().edgesOutside()));
        }
        return 0;
    }

    private static Answer answer(RolloutResult result, double edgesOutside) {
        return new Answer(
                result.nodes(),
                result.edges(),
                result.steps(),
                result.seconds(),
                result.nodeUpdatesPerSecond(),
                result.relativePositionError(),
                result.relativeEnergyDrift(),
                result.trueRelativeEnergyDrift(),
                result.momentumError(),
                result.angularMomentumError(),
                edgesOutside);
    }
}
