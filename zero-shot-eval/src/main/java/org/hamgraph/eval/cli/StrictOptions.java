package org.hamgraph.eval.cli;

import java.util.function.Consumer;
import org.hamgraph.eval.run.Findings;
import picocli.CommandLine.Option;

/** The options that turn doubts about numbers into an exit status. */
final class StrictOptions {
    @Option(
            names = "--strict",
            description = {
                "When all is done, print a line and exit 1 for each of these: edges outside the training range; rank below the"
                        + " number of columns of a solve without a ridge; a condition above 1e24; a ridge above 1e-8."
            })
    private boolean strict;

    @Option(
            names = "--edges-outside",
            paramLabel = "FRACTION",
            description =
                    "Fraction of edges outside the training range that --strict allows (default: 0; for zero-shot 0.1).")
    private Double edgesOutside;

    /** Refuses a fraction that is none, before any work is done. */
    void check() {
        if (edgesOutside != null && !(edgesOutside >= 0 && edgesOutside <= 1)) {
            throw new IllegalArgumentException("--edges-outside must be between 0 and 1, found " + edgesOutside);
        }
        if (edgesOutside != null && !strict) {
            throw new IllegalArgumentException("--edges-outside must come with --strict, found none");
        }
    }

    /**
     * Returns the exit status, after a line on standard error for everything found.
     *
     * @param verb verb that ran
     * @param usual fraction of edges outside the training range that is allowed where none is given
     * @param look collects what is found
     */
    int status(Verb verb, double usual, Consumer<Findings> look) {
        if (!strict) {
            return 0;
        }
        Findings findings = new Findings(edgesOutside == null ? usual : edgesOutside);
        look.accept(findings);
        findings.lines().forEach(verb::finding);
        return findings.lines().isEmpty() ? 0 : Main.CHECK_FAILED;
    }
}
