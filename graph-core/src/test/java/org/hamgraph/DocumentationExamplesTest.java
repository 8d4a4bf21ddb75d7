package org.hamgraph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.random.RandomGenerator;
import org.hamgraph.graph.Body;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Spring;
import org.hamgraph.graph.Structure;
import org.hamgraph.support.RandomStreams;
import org.jgrapht.Graph;
import org.junit.jupiter.api.Test;

/** The snippets of the Javadoc, compiled and run. Change one here and the page it stands on. */
class DocumentationExamplesTest {
    @Test
    void structureMakesGraphAndPositionsOfACubicLattice() {
        Structure lattice = Structure.cubic(2, 2, 2, false);
        Graph<Body, Spring> graph = lattice.graph(1.0, 10.0, 1.0); // mass, stiffness, rest length
        double[] positions = lattice.positions(1.0); // spacing

        assertEquals(8, graph.vertexSet().size());
        assertEquals(12, graph.edgeSet().size());
        assertEquals(10.0, graph.getEdge(Body.of(0, 1.0), Body.of(1, 1.0)).stiffness());
        assertEquals(24, positions.length);
    }

    @Test
    void compiledGraphIsReadRowByRow() {
        CompiledGraph graph = CompiledGraph.of(Structure.ring(5).graph(1.0, 10.0, 1.0));
        int[] neighbours = new int[2];
        int count = 0;
        int i = 2;
        for (int slot = graph.rowStart(i); slot < graph.rowStart(i + 1); slot++) {
            int j = graph.neighbor(slot);
            int edge = graph.edgeAt(slot);
            neighbours[count++] = j;
            assertEquals(edge, graph.edgeBetween(i, j));
        }
        assertArrayEquals(new int[] {1, 3}, neighbours);
    }

    @Test
    void randomStreamsOfOneSeedDifferByPurposeAndIndex() {
        long seed = 42;
        int species = 1;
        RandomGenerator weights = RandomStreams.of(seed, "edge-weights", species);

        assertNotEquals(RandomStreams.of(seed, "edge-weights", 0).nextLong(), weights.nextLong());
    }
}
