package org.hamgraph.law;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hamgraph.graph.Box;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.sim.io.GraphMl;
import org.hamgraph.sim.io.TrajectoryFiles;
import org.hamgraph.sim.io.TrajectoryWriter;

/**
 * A small system on which a model breaks a law.
 *
 * @param law name of the law
 * @param deviation how far the model is from it
 * @param system the system
 * @since 0.1
 */
public record CounterExample(String law, Deviation deviation, BodySystem system) {
    /** Beyond this many bodies a system is kept as it is: every smaller one costs an evaluation. */
    private static final int MOST_BODIES = 200;

    /**
     * Returns the worst finding of a broken check, made smaller: body after body, then spring after spring is left out
     * as long as the law stays broken.
     *
     * @param check check whose law does not hold
     */
    public static CounterExample of(LawCheck check) {
        LawCheck.Finding found = check.worst().orElseThrow();
        CounterExample smallest = new CounterExample(check.law().name(), found.deviation(), found.system());
        if (found.system().graph().nodes() > MOST_BODIES) {
            return smallest;
        }
        boolean smaller = true;
        while (smaller) {
            CounterExample before = smallest;
            smallest = smallest.withFewerBodies(check, found.index());
            smaller = smallest != before;
        }
        return smallest.withFewerSprings(check, found.index());
    }

    private CounterExample withFewerBodies(LawCheck check, long index) {
        CounterExample smallest = this;
        for (int body = system.graph().nodes() - 1; body >= 0; body--) {
            int left = body;
            int n = smallest.system.graph().nodes();
            if (n == 1) {
                break;
            }
            int[] kept = IntStream.range(0, n).filter(i -> i != left).toArray();
            smallest = smallest.orBroken(check, index, Subsystems.among(smallest.system, kept));
        }
        return smallest;
    }

    private CounterExample withFewerSprings(LawCheck check, long index) {
        CounterExample smallest = this;
        for (int spring = system.graph().edges() - 1; spring >= 0; spring--) {
            smallest = smallest.orBroken(check, index, Subsystems.withoutSpring(smallest.system, spring));
        }
        return smallest;
    }

    private CounterExample orBroken(LawCheck check, long index, BodySystem candidate) {
        Optional<Deviation> found = check.measure(candidate, index);
        return found.isPresent() && !found.get().holds() ? new CounterExample(law, found.get(), candidate) : this;
    }

    /**
     * Writes the system to {@code LAW.extxyz} and {@code LAW.graphml} in a folder; earlier ones are replaced. GraphML
     * holds no box: of a periodic system it has the bodies and springs.
     *
     * @param folder folder, made if it is not there
     * @throws IOException if a file cannot be written
     */
    public Saved save(Path folder) throws IOException {
        Files.createDirectories(folder);
        Path states = folder.resolve(law + ".extxyz");
        Path graph = folder.resolve(law + ".graphml");
        try (TrajectoryWriter writer = TrajectoryFiles.writer(states, system.graph(), system.box(), false)) {
            writer.write(0, 0, system.state().toArray(), null);
            writer.commit();
        }
        GraphMl.write(
                graph, new BodySystem(system.graph(), Box.open(system.box().dim()), system.state()));
        return new Saved(states, graph);
    }

    /**
     * Where a counter-example was saved.
     *
     * @param states extended XYZ: box, positions, velocities
     * @param graph GraphML: bodies and springs
     */
    public record Saved(Path states, Path graph) {}

    @Override
    public String toString() {
        return law + ": " + deviation + " on " + system.graph() + " in " + system.box();
    }
}
