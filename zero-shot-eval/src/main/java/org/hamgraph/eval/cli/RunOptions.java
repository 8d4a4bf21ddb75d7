package org.hamgraph.eval.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hamgraph.eval.run.ConservationLog;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.sim.integrate.Integrator;
import org.hamgraph.sim.integrate.Integrators;
import org.hamgraph.sim.io.TrajectoryFiles;
import org.hamgraph.sim.io.TrajectoryWriter;
import org.hamgraph.support.Checks;
import org.hamgraph.support.GrowingFile;
import org.hamgraph.support.PendingFile;
import picocli.CommandLine.Option;

/** The options that state how a system is run and where the run is written. */
final class RunOptions {
    @Option(names = "--steps", defaultValue = "1000", description = "Number of steps (default: ${DEFAULT-VALUE}).")
    private int steps;

    @Option(names = "--dt", defaultValue = "0.005", description = "Step, time (default: ${DEFAULT-VALUE}).")
    private double dt;

    @Option(
            names = "--every",
            defaultValue = "10",
            description = "Steps between two recorded states (default: ${DEFAULT-VALUE}).")
    private int every;

    @Option(
            names = "--integrator",
            defaultValue = "stormer-verlet",
            description =
                    "stormer-verlet, yoshida4, symplectic-euler or implicit-midpoint (default: ${DEFAULT-VALUE}).")
    private String integrator;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Trajectory to write: *.dump, *.extxyz (each also with .gz) or *.npz.")
    private Path out;

    @Option(
            names = "--log",
            paramLabel = "FILE",
            description = "Table to write, *.csv: energy, momentum and angular momentum of every recorded state.")
    private Path log;

    @Option(
            names = "--checkpoint-every",
            paramLabel = "STEPS",
            description =
                    "Keep what the run needs to go on, as OUT.checkpoint, every so many steps (default: never). Until the run"
                            + " is complete, its files end in .part.")
    private Integer checkpointEvery;

    @Option(
            names = "--resume",
            description =
                    "Go on from the last checkpoint, bit for bit; with more --steps also behind a finished run. Without a"
                            + " checkpoint, start.")
    private boolean resume;

    int steps() {
        return Checks.atLeast(steps, 1, "--steps");
    }

    double dt() {
        return Checks.positive(dt, "--dt");
    }

    int every() {
        return Checks.atLeast(every, 1, "--every");
    }

    Integrator<? super SeparableHamiltonian> integrator() {
        return Integrators.named(integrator);
    }

    /** Returns the trajectory to write; null if none was asked for. */
    Path out() {
        return out;
    }

    /** Returns the table to write; null if none was asked for. */
    Path log() {
        return log;
    }

    /** Returns whether the run keeps checkpoints. */
    boolean checkpoints() {
        return checkpointEvery != null;
    }

    /** Returns the steps between two checkpoints of a run that keeps them. */
    int checkpointEvery() {
        return Checks.atLeast(checkpointEvery, 1, "--checkpoint-every");
    }

    /** Returns the file of the checkpoint of a run that keeps them. */
    Path checkpoint() {
        return GrowingFile.beside(out, ".checkpoint");
    }

    /** Returns whether the run goes on from a checkpoint. */
    boolean resumes() {
        return resume && Files.exists(checkpoint());
    }

    /** Refuses options that do not go together, and files in the way, before any work is done. */
    void check(Verb verb) throws IOException {
        if (checkpointEvery != null && out == null) {
            throw new IllegalArgumentException("--checkpoint-every must come with --out, found none");
        }
        if (resume && checkpointEvery == null) {
            throw new IllegalArgumentException("--resume must come with --checkpoint-every, found none");
        }
        if (log != null && out != null && log.toAbsolutePath().equals(out.toAbsolutePath())) {
            throw new IllegalArgumentException("--log must be another file than --out, found " + log + " twice");
        }
        if (checkpoints()) {
            checkpointEvery();
            if (resumes()) {
                return;
            }
            if (!verb.force() && Files.exists(checkpoint())) {
                throw new IllegalArgumentException("--out must have no checkpoint yet, found " + checkpoint()
                        + "; use --resume to go on or --force to start anew");
            }
        }
        if (out != null) {
            verb.checkFree(out);
        }
        if (log != null) {
            verb.checkFree("--log", log);
        }
    }

    /** Returns the settings of this run that a checkpoint is bound to; the number of steps is none. */
    Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("--dt", String.valueOf(dt));
        settings.put("--integrator", integrator);
        settings.put("--every", String.valueOf(every));
        settings.put("--checkpoint-every", String.valueOf(checkpointEvery));
        settings.put("--log", log == null ? "absent" : "given");
        return settings;
    }

    /** Opens the trajectory; null if none was asked for. */
    TrajectoryWriter writer(CompiledGraph graph, Box box, Optional<PendingFile.Mark> from) throws IOException {
        if (out == null) {
            return null;
        }
        if (from.isPresent()) {
            return TrajectoryFiles.resumed(out, graph, box, true, from.get());
        }
        return checkpoints()
                ? TrajectoryFiles.growing(out, graph, box, true)
                : TrajectoryFiles.writer(out, graph, box, true);
    }

    /** Opens the table; null if none was asked for. */
    ConservationLog log(SeparableHamiltonian hamiltonian, Optional<PendingFile.Mark> from) throws IOException {
        if (log == null) {
            return null;
        }
        PendingFile file = from.isPresent()
                ? GrowingFile.resume(log, from.get())
                : checkpoints() ? GrowingFile.begin(log) : PendingFile.create(log);
        return new ConservationLog(file, hamiltonian);
    }

    /** Returns whether everything that was asked for has been written before and nothing waits to be finished. */
    boolean finished() {
        return finished(out) && (log == null || finished(log));
    }

    private static boolean finished(Path file) {
        return Files.exists(file) && !Files.exists(GrowingFile.part(file));
    }
}
