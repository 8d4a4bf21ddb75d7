package org.hamgraph.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.hgn.io.ModelFile;
import org.hamgraph.hgn.network.LearnedHamiltonian;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.sim.io.LammpsData;
import org.hamgraph.sim.io.TrajectoryFiles;
import org.hamgraph.sim.trajectory.Trajectory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares the forces of LAMMPS, which has run an exported table, with those of the model, and prints one line of
 * JSON.
 *
 * <p>The bound: a body has at most six springs, and each may differ by the stated error of the table times the largest
 * force in it.
 */
@Command(
        name = "exported-forces",
        description = "Compares the forces of LAMMPS with those of the exported model and prints one line of JSON.")
public final class ExportedForces implements Callable<Integer> {
    @Option(names = "--model", required = true, paramLabel = "FILE", description = "model that was exported")
    private Path model;

    @Option(
            names = "--export",
            required = true,
            paramLabel = "DIR",
            description = "folder of system.data, bonds.table and, written by LAMMPS, run.dump")
    private Path folder;

    @Option(
            names = "--stated",
            required = true,
            description = "stated error of the table, relative to its largest force")
    private double stated;

    private ExportedForces() {}

    /** Starts the program; exit code 2 for bad arguments. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs the program and returns its exit code. */
    static int run(String... args) {
        return new CommandLine(new ExportedForces()).execute(args);
    }

    @Override
    public Integer call() throws IOException {
        BodySystem system = LammpsData.read(folder.resolve("system.data")).system(false);
        CompiledGraph graph = system.graph();
        LearnedHamiltonian learned = ModelFile.read(model).on(graph, system.box());
        Trajectory run = TrajectoryFiles.read(
                folder.resolve("run.dump"), graph, system.box().dim());
        double difference = 0;
        double largest = 0;
        double[] force = new double[system.layout().half()];
        for (int k = 0; k < run.size(); k++) {
            learned.force(run.state(k), force, 0);
            double[] found = run.forces(k);
            for (int c = 0; c < force.length; c++) {
                difference = Math.max(difference, Math.abs(found[c] - force[c]));
                largest = Math.max(largest, Math.abs(force[c]));
            }
        }
        double tableForce = largestForce(folder.resolve("bonds.table"));
        int degree = IntStream.range(0, graph.nodes()).map(graph::degree).max().orElse(0);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("nodes", graph.nodes());
        line.put("states", run.size());
        line.put("largestDifference", difference);
        line.put("bound", degree * stated * tableForce);
        line.put("largestForce", largest);
        line.put("largestForceOfTable", tableForce);
        line.put("statedError", stated);
        System.out.println(JsonMapper.builder().build().writeValueAsString(line));
        return CommandLine.ExitCode.OK;
    }

    /** Lines of a table are: place, length, energy, force. */
    private static double largestForce(Path table) throws IOException {
        return Files.readAllLines(table).stream()
                .map(line -> line.split(" "))
                .filter(words -> words.length == 4 && words[0].matches("[0-9]+"))
                .mapToDouble(words -> Math.abs(Double.parseDouble(words[3])))
                .max()
                .orElseThrow(() -> new IllegalStateException("a table must have lines of forces, found none"));
    }
}
