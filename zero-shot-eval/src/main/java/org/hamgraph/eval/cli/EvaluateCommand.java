package org.hamgraph.eval.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.hamgraph.eval.plan.PotentialSpec;
import org.hamgraph.eval.plan.SystemSpec;
import org.hamgraph.eval.run.Evaluation;
import org.hamgraph.eval.run.FitFigures;
import org.hamgraph.eval.run.SampleData;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.hgn.io.ModelFile;
import org.hamgraph.hgn.model.TrainedHgn;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.PhaseDataset;
import org.hamgraph.sim.force.SpringHamiltonian;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code evaluate}: compares a model with recorded states. */
@Command(
        name = "evaluate",
        description = "Compares a model with recorded states, or with a known potential on random states.",
        footer = {
            "",
            "Examples:",
            "  hamgraph evaluate --model model.json --system bundled:cubic-16x16x16 --trajectory bundled:cubic-16x16x16",
            "  hamgraph evaluate --model model.json --system cubic:8x8x8 --potential spring:k=10,l=1 --samples 10 --json"
        })
final class EvaluateCommand extends Verb {
    @Option(names = "--model", required = true, paramLabel = "FILE", description = "Model to evaluate.")
    private Path model;

    @Mixin
    private SystemOptions system;

    @Option(names = "--trajectory", paramLabel = "FILE", description = "Recorded states with forces.")
    private String trajectory;

    @Option(
            names = "--potential",
            paramLabel = "POTENTIAL",
            description =
                    "Known energy: gives the random states their forces, or recorded ones their true energies (default for the"
                            + " latter: the springs of the system, if stated).")
    private String potential;

    @Option(names = "--samples", description = "Number of random states (default: 10).")
    private Integer samples;

    @Mixin
    private StrictOptions strictness;

    @Override
    public Integer call() throws IOException {
        strictness.check();
        TrainedHgn trained = ModelFile.read(model);
        Optional<PotentialSpec> spec = Optional.ofNullable(potential).map(system::potential);
        SystemSpec.Resolved resolved = system.resolve(seed(), spec);
        PhaseDataset data = data(resolved, spec);
        CompiledGraph graph = data.graph();
        Box box = data.box();
        Optional<Hamiltonian> truth = spec.<Hamiltonian>map(known -> known.hamiltonian(graph, box));
        if (truth.isEmpty() && resolved.springsKnown() && trained.pairs().isEmpty()) {
            truth = Optional.of(SpringHamiltonian.of(graph, box));
        }
        Evaluation evaluation = Evaluation.of(trained, data, truth, threads());
        print(merged(evaluation, FitFigures.of(trained.report())));
        return strictness.status(this, 0, findings -> {
            findings.add(trained.report());
            findings.add(evaluation.edgesOutsideTrainingRange(), "the states");
        });
    }

    private PhaseDataset data(SystemSpec.Resolved resolved, Optional<PotentialSpec> spec) throws IOException {
        if (trajectory != null) {
            if (samples != null) {
                throw new IllegalArgumentException("--samples must go without --trajectory, found both");
            }
            return SampleData.trajectory(trajectory, resolved)
                    .dataset(resolved.system().graph());
        }
        if (spec.isEmpty()) {
            throw new IllegalArgumentException("evaluate must have --trajectory or --potential, found neither");
        }
        return SampleData.sampled(resolved, spec.get(), seed(), "test states", samples == null ? 10 : samples);
    }
}
