package org.hamgraph.eval.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The program: {@code hamgraph VERB [options]}.
 *
 * <p>Exit 0: done. 1: it ran, and a check that was asked for failed. 2: bad usage or input, one line on standard
 * error. 130: interrupted.
 *
 * @since 0.1
 */
@Command(
        name = "hamgraph",
        description = "Learns the energy of a small mass-spring system and runs it on a huge one.",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        subcommands = {
            SimulateCommand.class,
            TrainCommand.class,
            EvaluateCommand.class,
            RolloutCommand.class,
            ZeroShotCommand.class,
            CheckCommand.class,
            ExportCommand.class,
            ReproduceCommand.class,
            InfoCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  hamgraph zero-shot",
            "  hamgraph train --system cubic:2x2x2 --potential spring:k=10,l=1 --samples 100 --out model.json",
            "  hamgraph rollout --model model.json --system cubic:16x16x16 --steps 1000 --potential spring:k=10,l=1",
            "",
            "Exit status: 0 done, 1 a check failed, 2 bad usage or input, 130 interrupted."
        })
public final class Main {
    /** Exit status of a check that failed. */
    static final int CHECK_FAILED = 1;

    private static final int BAD_INPUT = 2;

    private Main() {}

    /** Says which release this is. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String release = Main.class.getPackage().getImplementationVersion();
            return new String[] {"hamgraph " + (release == null ? "development" : release)};
        }
    }

    /**
     * Runs a verb and leaves with its exit status.
     *
     * @param arguments verb and options
     */
    public static void main(String[] arguments) {
        System.exit(run(new PrintWriter(System.out, true), new PrintWriter(System.err, true), arguments));
    }

    /**
     * Runs a verb.
     *
     * @param out receives results
     * @param err receives progress and errors
     * @param arguments verb and options
     * @return exit status
     */
    public static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Main());
        line.setOut(out);
        line.setErr(err);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setParameterExceptionHandler((fault, given) -> {
            CommandLine command = fault.getCommandLine();
            command.getErr()
                    .println(oneLine(fault.getMessage()) + "; see hamgraph "
                            + (command.getParent() == null ? "" : command.getCommandName() + " ") + "--help");
            return BAD_INPUT;
        });
        line.setExecutionExceptionHandler((fault, command, given) -> {
            if (command.getCommand() instanceof Verb verb && verb.debug() || !expected(fault)) {
                fault.printStackTrace(command.getErr());
            }
            command.getErr().println(oneLine(message(fault)));
            return BAD_INPUT;
        });
        if (arguments.length == 0) {
            line.usage(err);
            return BAD_INPUT;
        }
        return line.execute(arguments);
    }

    private static boolean expected(Exception fault) {
        return fault instanceof IllegalArgumentException
                || fault instanceof IOException
                || fault instanceof UncheckedIOException
                || fault instanceof ArithmeticException;
    }

    private static String message(Exception fault) {
        Throwable cause = fault instanceof UncheckedIOException ? fault.getCause() : fault;
        if (cause instanceof NoSuchFileException missing) {
            return "a file must exist, found none at " + missing.getFile();
        }
        if (cause instanceof AccessDeniedException denied) {
            return "a file must be accessible, found no permission for " + denied.getFile();
        }
        if (cause instanceof FileAlreadyExistsException present) {
            return "a folder must be free or a folder, found a file at " + present.getFile();
        }
        if (cause instanceof FileSystemException fault2 && fault2.getReason() == null) {
            return "a file must be readable, found trouble with " + fault2.getFile();
        }
        return cause.getMessage() == null ? cause.toString() : cause.getMessage();
    }

    private static String oneLine(String message) {
        return message.lines().map(String::strip).reduce((a, b) -> a + " " + b).orElse("");
    }
}
