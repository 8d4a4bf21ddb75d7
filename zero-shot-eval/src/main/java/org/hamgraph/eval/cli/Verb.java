package org.hamgraph.eval.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hamgraph.eval.io.Json;
import org.hamgraph.support.Checks;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The options every verb has, and how it answers. */
abstract class Verb implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Seed of all random choices (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--threads", description = "Number of threads (default: all cores). Never changes a result.")
    private Integer threads;

    @Option(names = "--force", description = "Replace existing files.")
    private boolean force;

    @Option(names = "--debug", description = "Add the stack trace to an error message.")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and exit.")
    private boolean help;

    boolean debug() {
        return debug;
    }

    boolean force() {
        return force;
    }

    long seed() {
        return seed;
    }

    boolean seedGiven() {
        return spec.commandLine().getParseResult().hasMatchedOption("--seed");
    }

    int threads() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : Checks.atLeast(threads, 1, "--threads");
    }

    Progress progress() {
        return new Progress(spec.commandLine().getErr());
    }

    /** Refuses to replace a file unless that was asked for. */
    void checkFree(Path file) throws IOException {
        checkFree("--out", file);
    }

    /** Refuses to replace the file of an option unless that was asked for. */
    void checkFree(String option, Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(option + " must be a file, found the folder " + file);
        }
        if (!force && Files.exists(file)) {
            throw new IllegalArgumentException(
                    option + " must not exist yet, found " + file + "; use --force to replace it");
        }
    }

    /** Prints a result: a table, or JSON if that was asked for. */
    void print(Object result) {
        if (json) {
            spec.commandLine().getOut().print(Json.text(result));
        } else {
            Table.print(Json.tree(result), spec.commandLine().getOut());
        }
        spec.commandLine().getOut().flush();
    }

    /** Prints a warning on standard error. */
    void warn(String message) {
        spec.commandLine().getErr().println("warning: " + message);
        spec.commandLine().getErr().flush();
    }

    /** Prints on standard error why a strict verb fails. */
    void finding(String message) {
        spec.commandLine().getErr().println("strict: " + message);
        spec.commandLine().getErr().flush();
    }

    /** Merges the members of several records into one JSON object. */
    static JsonNode merged(Object... parts) {
        ObjectNode all = Json.MAPPER.createObjectNode();
        for (Object part : parts) {
            JsonNode tree = Json.tree(part);
            tree.propertyNames().forEach(name -> all.set(name, tree.get(name)));
        }
        return all;
    }
}
