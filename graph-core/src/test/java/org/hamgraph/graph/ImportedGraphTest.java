package org.hamgraph.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.jgrapht.Graph;
import org.jgrapht.generate.WheelGraphGenerator;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.graph.SimpleGraph;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.jgrapht.util.SupplierUtil;
import org.junit.jupiter.api.Test;

/** Graphs of other people's vertices and edges become bodies and springs. */
class ImportedGraphTest {
    @Test
    void aGeneratedGraphBecomesASystem() {
        Graph<String, DefaultEdge> wheel =
                new SimpleGraph<>(SupplierUtil.createStringSupplier(), SupplierUtil.DEFAULT_EDGE_SUPPLIER, false);
        new WheelGraphGenerator<String, DefaultEdge>(7).generateGraph(wheel);
        CompiledGraph graph = CompiledGraph.of(wheel, vertex -> 2, edge -> 10, edge -> 1);
        assertEquals("7 bodies, 12 springs", graph.toString());
        assertEquals(14, Arrays.stream(graph.masses()).sum());
        int hub = 0;
        for (int i = 0; i < 7; i++) {
            hub = Math.max(hub, graph.degree(i));
        }
        assertEquals(6, hub);
    }

    @Test
    void attributesComeFromVerticesAndEdgesInTheirOrder() {
        Graph<Double, DefaultWeightedEdge> graph = new SimpleWeightedGraph<>(DefaultWeightedEdge.class);
        graph.addVertex(3.0);
        graph.addVertex(1.5);
        graph.setEdgeWeight(graph.addEdge(1.5, 3.0), 7.0);
        CompiledGraph compiled = CompiledGraph.of(graph, vertex -> vertex, graph::getEdgeWeight, edge -> 0.5);
        assertEquals(new Body(0, 3.0, 0), compiled.body(0));
        assertEquals(new Spring(0, 1, 7.0, 0.5, 0), compiled.spring(0));
    }

    @Test
    void loopsAndParallelEdgesAreRefused() {
        Graph<String, DefaultEdge> graph = new DirectedPseudograph<>(DefaultEdge.class);
        graph.addVertex("a");
        graph.addVertex("b");
        graph.addEdge("a", "b");
        graph.addEdge("b", "a");
        assertEquals(
                "two bodies may be joined by one spring at most, found two between 0 and 1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> CompiledGraph.of(graph, vertex -> 1, edge -> 1, edge -> 1))
                        .getMessage());
        graph.removeEdge("b", "a");
        graph.addEdge("b", "b");
        assertEquals(
                "a spring must join two different bodies, found 1 twice",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> CompiledGraph.of(graph, vertex -> 1, edge -> 1, edge -> 1))
                        .getMessage());
    }
}
