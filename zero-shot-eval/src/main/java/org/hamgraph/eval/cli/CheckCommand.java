package org.hamgraph.eval.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.hamgraph.eval.plan.SystemSpec;
import org.hamgraph.eval.run.InvarianceCheck;
import org.hamgraph.hgn.io.ModelFile;
import org.hamgraph.support.Checks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code check}: measures the invariances of a model. */
@Command(
        name = "check",
        description =
                "Measures the invariances of a model: greatest relative deviation of energy and gradient. Exit status 1 above the"
                        + " tolerance.",
        footer = {"", "Example:", "  hamgraph check --model model.json --system cubic:4x4x4 --tries 100"})
final class CheckCommand extends Verb {
    @Option(names = "--model", required = true, paramLabel = "FILE", description = "Model to check.")
    private Path model;

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
            description = "Greatest deviation allowed (default: ${DEFAULT-VALUE}).")
    private double tolerance;

    @Override
    public Integer call() throws IOException {
        Checks.atLeast(tries, 1, "--tries");
        Checks.notNegative(tolerance, "--tolerance");
        SystemSpec.Resolved resolved = system.resolve(seed(), Optional.empty());
        InvarianceCheck check = InvarianceCheck.of(ModelFile.read(model), resolved.states(), seed(), tries, threads());
        print(check);
        if (check.greatest() <= tolerance) {
            return 0;
        }
        warn("deviations must be at most " + tolerance + ", found " + check.greatest());
        return Main.CHECK_FAILED;
    }
}
