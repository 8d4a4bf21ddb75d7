package org.hamgraph.eval.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.sim.integrate.Integrator;
import org.hamgraph.sim.integrate.Integrators;
import org.hamgraph.sim.io.TrajectoryFiles;
import org.hamgraph.sim.io.TrajectoryWriter;
import org.hamgraph.support.Checks;
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

    Path out() {
        return out;
    }

    /** Returns the writer of the trajectory; null if none was asked for. */
    TrajectoryWriter writer(CompiledGraph graph, Box box) throws IOException {
        return out == null ? null : TrajectoryFiles.writer(out, graph, box, true);
    }
}
