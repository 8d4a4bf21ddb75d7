package org.hamgraph.eval.cli;

import picocli.CommandLine.Command;

/** {@code reproduce}: ours beside the published tables. */
@Command(
        name = "reproduce",
        description = "Runs published settings and prints ours beside the published results.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "TABLE",
        subcommands = ReproduceShnnCommand.class,
        footer = {"", "Examples:", "  hamgraph reproduce shnn --quick", "  hamgraph reproduce shnn --long-time"})
final class ReproduceCommand {}
