package org.hamgraph.phase;

import static org.hamgraph.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Structure;
import org.junit.jupiter.api.Test;

class BodySystemTest {
    private final CompiledGraph graph = Structure.chain(3, false).compile(1, 1, 1);

    @Test
    void graphSpaceAndStateOfOneLayoutMakeASystem() {
        PhaseState state = PhaseState.copyOf(new PhaseLayout(3, 2), new double[12]);
        assertEquals(new PhaseLayout(3, 2), new BodySystem(graph, Box.of(4, 4), state).layout());
    }

    @Test
    void aStateOfAnotherLayoutIsRefused() {
        PhaseState state = PhaseState.copyOf(new PhaseLayout(2, 3), new double[12]);
        assertRefused(
                "state must be of PhaseLayout[nodes=3, dim=2], found PhaseLayout[nodes=2, dim=3]",
                () -> new BodySystem(graph, Box.open(2), state));
    }
}
