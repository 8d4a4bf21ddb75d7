package org.hamgraph.phase;

import java.util.Objects;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;

/**
 * A mass-spring system at a moment: its graph, the space around it, and one state.
 *
 * @param graph bodies and springs
 * @param box dimension and periods of space
 * @param state positions and momenta
 * @since 0.1
 */
public record BodySystem(CompiledGraph graph, Box box, PhaseState state) {
    /** Checks that the three fit together. */
    public BodySystem {
        Objects.requireNonNull(graph, "graph");
        PhaseLayout expected = new PhaseLayout(graph.nodes(), box.dim());
        if (!state.layout().equals(expected)) {
            throw new IllegalArgumentException("state must be of " + expected + ", found " + state.layout());
        }
    }

    /** Returns the number of bodies and the dimension. */
    public PhaseLayout layout() {
        return state.layout();
    }
}
