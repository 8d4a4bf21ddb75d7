package org.hamgraph.eval.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hamgraph.eval.plan.SystemSpec;
import org.hamgraph.eval.run.ExternalModel;
import org.hamgraph.eval.run.InvarianceCheck;
import org.hamgraph.eval.run.LearnedModel;
import org.hamgraph.hgn.io.ModelFile;
import org.hamgraph.law.CounterExample;
import org.hamgraph.law.EnergyModel;
import org.hamgraph.law.Law;
import org.hamgraph.law.LawCheck;
import org.hamgraph.law.Laws;
import org.hamgraph.support.Checks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check}: measures how far a model is from the laws of physics. */
@Command(
        name = "check",
        description =
                "Measures how far a model is from invariances and conservation laws: greatest relative deviation on random states."
                        + " Exit status 1 if a law does not hold.",
        footer = {
            "",
            "An external program reads states and writes energies and forces, as JSON lines or NumPy archives; see docs/laws.md.",
            "",
            "Examples:",
            "  hamgraph check --model model.json --system cubic:4x4x4 --tries 100",
            "  hamgraph check --external 'python3 model.py' --system random:N=12,d=3,cutoff=0.6 --tries 10"
        })
final class CheckCommand extends Verb {
    @Option(names = "--model", paramLabel = "FILE", description = "Model to check.")
    private Path model;

    @Option(
            names = "--external",
            paramLabel = "COMMAND",
            description = "Program to check in place of a model; run by the shell.")
    private String external;

    @Option(
            names = "--form",
            description =
                    "What the external program reads and writes: json (one object a line) or npz (archives, each after a line"
                            + " with the number of its bytes; default: json).")
    private ExternalModel.Form form;

    @Mixin
    private SystemOptions system;

    @Option(
            names = "--tries",
            defaultValue = "100",
            description = "Number of random states (default: ${DEFAULT-VALUE}).")
    private int tries;

    @Option(
            names = "--tolerance",
            defaultValue = "1e-11",
            description =
                    "Precision the model is evaluated with, from which every law's tolerance follows (default: ${DEFAULT-VALUE}).")
    private double tolerance;

    @Option(names = "--laws", split = ",", paramLabel = "LAW", description = "Laws to measure (default: all).")
    private List<String> only;

    @Option(names = "--except", split = ",", paramLabel = "LAW", description = "Laws to leave out.")
    private List<String> except;

    @Option(
            names = "--save",
            paramLabel = "FOLDER",
            description = "Save a small counter-example of every broken law: LAW.extxyz and LAW.graphml.")
    private Path save;

    @Override
    public Integer call() throws IOException {
        Checks.atLeast(tries, 1, "--tries");
        Checks.positive(tolerance, "--tolerance");
        if ((model == null) == (external == null)) {
            throw new IllegalArgumentException(
                    "one of --model and --external must be given, found " + (model == null ? "neither" : "both"));
        }
        if (external == null && form != null) {
            throw new IllegalArgumentException("--form must go with --external, found it with --model");
        }
        List<Law> laws = laws();
        SystemSpec.Resolved resolved = system.resolve(seed(), Optional.empty());
        if (external == null) {
            return check(new LearnedModel(ModelFile.read(model), tolerance), laws, resolved, threads());
        }
        try (ExternalModel program =
                new ExternalModel(external, form == null ? ExternalModel.Form.JSON : form, tolerance)) {
            return check(program, laws, resolved, 1);
        }
    }

    private List<Law> laws() {
        List<Law> rest = Laws.except(except == null ? List.of() : except);
        List<Law> wanted = only == null ? rest : only.stream().map(Laws::named).toList();
        return rest.stream().filter(wanted::contains).toList();
    }

    private int check(EnergyModel checked, List<Law> laws, SystemSpec.Resolved resolved, int threads)
            throws IOException {
        List<LawCheck> checks = InvarianceCheck.measure(checked, laws, resolved.states(), seed(), tries, threads);
        print(InvarianceCheck.of(checks, tries));
        int status = 0;
        for (LawCheck broken : checks.stream().filter(check -> !check.holds()).toList()) {
            status = Main.CHECK_FAILED;
            String found =
                    broken.law().name() + ": " + broken.worst().orElseThrow().deviation();
            if (save == null) {
                warn(found);
            } else {
                CounterExample.Saved saved = CounterExample.of(broken).save(save);
                warn(found + "; see " + saved.states() + " and " + saved.graph());
            }
        }
        return status;
    }
}
