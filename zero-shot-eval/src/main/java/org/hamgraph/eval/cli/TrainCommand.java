package org.hamgraph.eval.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hamgraph.eval.plan.PotentialSpec;
import org.hamgraph.eval.plan.SystemSpec;
import org.hamgraph.eval.run.SampleData;
import org.hamgraph.feature.InvariantFeatures;
import org.hamgraph.hgn.io.ModelFile;
import org.hamgraph.hgn.model.HgnTrainer;
import org.hamgraph.hgn.model.RangeCounter;
import org.hamgraph.hgn.model.TrainedHgn;
import org.hamgraph.hgn.model.TrainerOptions;
import org.hamgraph.hgn.model.TrainingReport;
import org.hamgraph.hgn.sample.Activation;
import org.hamgraph.hgn.sample.WeightScheme;
import org.hamgraph.hgn.solve.SolverMethod;
import org.hamgraph.phase.PhaseDataset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code train}: samples hidden weights, solves one least-squares problem, writes a model. */
@Command(
        name = "train",
        description = "Samples hidden weights, solves one least-squares problem and writes a model.",
        footer = {
            "",
            "Examples:",
            "  hamgraph train --system bundled:cubic-2x2x2 --trajectory bundled:cubic-2x2x2 --out model.json",
            "  hamgraph train --system chain.data --trajectory chain.dump.gz --width 64 --sampling elm --out model.json",
            "  hamgraph train --system square:3x3 --potential morse:D=1,a=1.5,r0=1 --samples 200 --out model.json"
        })
final class TrainCommand extends Verb {
    @Mixin
    private SystemOptions system;

    @Option(names = "--trajectory", paramLabel = "FILE", description = "Recorded states with forces to train on.")
    private String trajectory;

    @Option(names = "--potential", paramLabel = "POTENTIAL", description = "Known energy to train on random states of.")
    private String potential;

    @Option(names = "--samples", description = "Number of random states (default: 100).")
    private Integer samples;

    @Option(names = "--width", defaultValue = "64", description = "Units per species (default: ${DEFAULT-VALUE}).")
    private int width;

    @Option(
            names = "--sampling",
            defaultValue = "elm",
            description = "elm, uswim, swim or aswim (default: ${DEFAULT-VALUE}).")
    private String sampling;

    @Option(
            names = "--activation",
            defaultValue = "tanh",
            description = "tanh, sine, softplus or relu (default: ${DEFAULT-VALUE}).")
    private String activation;

    @Option(names = "--solver", defaultValue = "gcv", description = "gcv, svd or qr (default: ${DEFAULT-VALUE}).")
    private String solver;

    @Mixin
    private FeatureOptions features;

    @Option(
            names = "--known-energy",
            description = "Energy of the first training state, to fix the constant of the energy.")
    private Double knownEnergy;

    @Option(names = "--out", defaultValue = "model.json", description = "Model to write (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Mixin
    private StrictOptions strictness;

    private record Answer(
            int nodes,
            int edges,
            int states,
            long rows,
            int columns,
            int rank,
            double condition,
            double regularisation,
            double relativeResidual,
            double trainSeconds,
            double trainForceError,
            double trainVelocityError,
            double edgesOutsideTrainingRange,
            String continuation,
            List<String> warnings) {}

    @Override
    public Integer call() throws IOException {
        checkFree(out);
        strictness.check();
        TrainerOptions options = TrainerOptions.defaults()
                .withWidth(width)
                .withWeights(WeightScheme.of(sampling))
                .withActivation(Activation.of(activation))
                .withSolver(SolverMethod.of(solver))
                .withSeed(seed());
        PhaseDataset data = data();
        Optional<InvariantFeatures> stated = features.features(data.graph());
        if (stated.isPresent()) {
            options = options.withFeatures(stated.get());
        }
        if (knownEnergy != null) {
            options = options.withKnownEnergy(knownEnergy);
        }
        long start = System.nanoTime();
        TrainedHgn model = HgnTrainer.fit(data, options, threads());
        double seconds = (System.nanoTime() - start) * 1e-9;
        ModelFile.write(out, model);
        model.report().warnings().forEach(this::warn);
        double outside = edgesOutside(model, data);
        print(answer(data, model.report(), seconds, outside));
        return strictness.status(this, 0, findings -> {
            findings.add(model.report());
            findings.add(outside, "the training states");
        });
    }

    private PhaseDataset data() throws IOException {
        if ((trajectory == null) == (potential == null)) {
            throw new IllegalArgumentException("train must have either --trajectory or --potential, found "
                    + (trajectory == null ? "neither" : "both"));
        }
        if (trajectory != null) {
            if (samples != null) {
                throw new IllegalArgumentException("--samples must go with --potential, found it with --trajectory");
            }
            SystemSpec.Resolved resolved = system.resolve(seed(), Optional.empty());
            PhaseDataset data = SampleData.trajectory(trajectory, resolved)
                    .dataset(resolved.system().graph());
            if (system.pairs().isEmpty()
                    && data.graph().nodes() > 1
                    && data.graph().edges() == 0) {
                throw new IllegalArgumentException("a system without springs must come with --cutoff, found none");
            }
            return system.pairs().map(data::withPairs).orElse(data);
        }
        PotentialSpec spec = system.potential(potential);
        SystemSpec.Resolved resolved = system.resolveForTraining(seed(), spec);
        return SampleData.sampled(resolved, spec, seed(), "training states", samples == null ? 100 : samples);
    }

    private static double edgesOutside(TrainedHgn model, PhaseDataset data) {
        RangeCounter counter = new RangeCounter(model, data.graph(), data.box());
        for (int k = 0; k < data.size(); k++) {
            counter.add(data.state(k));
        }
        return counter.report().edgesOutside();
    }

    private static Answer answer(PhaseDataset data, TrainingReport report, double seconds, double edgesOutside) {
        List<String> tails = report.blocks().stream()
                .map(block -> block.name() + ": " + block.continuation()
                        + (block.tailError().isPresent()
                                ? String.format(
                                        Locale.ROOT,
                                        " (tail error %.1e)",
                                        block.tailError().getAsDouble())
                                : ""))
                .toList();
        return new Answer(
                data.graph().nodes(),
                data.edges(0).edges(),
                data.size(),
                report.rows(),
                report.columns(),
                report.rank(),
                report.condition(),
                report.regularisation(),
                report.relativeResidual(),
                seconds,
                report.forceError(),
                report.velocityError(),
                edgesOutside,
                String.join("; ", tails),
                report.warnings());
    }
}
