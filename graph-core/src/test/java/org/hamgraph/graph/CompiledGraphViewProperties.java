package org.hamgraph.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.graph.SimpleWeightedGraph;

class CompiledGraphViewProperties {
    /** Counts the questions of the JGraphT interface that the two graphs answer differently. */
    private static int disagreements(Graph<Body, Spring> view, Graph<Body, Spring> graph) {
        int wrong = view.vertexSet().equals(graph.vertexSet()) ? 0 : 1;
        wrong += view.edgeSet().equals(graph.edgeSet()) ? 0 : 1;
        for (Body body : graph.vertexSet()) {
            wrong += view.edgesOf(body).equals(graph.edgesOf(body)) ? 0 : 1;
            wrong += view.incomingEdgesOf(body).equals(graph.incomingEdgesOf(body)) ? 0 : 1;
            wrong += view.outgoingEdgesOf(body).equals(graph.outgoingEdgesOf(body)) ? 0 : 1;
            wrong += view.degreeOf(body) == graph.degreeOf(body) ? 0 : 1;
            wrong += view.inDegreeOf(body) == graph.inDegreeOf(body) ? 0 : 1;
            wrong += view.outDegreeOf(body) == graph.outDegreeOf(body) ? 0 : 1;
            wrong += Graphs.neighborSetOf(view, body).equals(Graphs.neighborSetOf(graph, body)) ? 0 : 1;
        }
        for (Spring spring : graph.edgeSet()) {
            Body a = graph.getEdgeSource(spring);
            Body b = graph.getEdgeTarget(spring);
            wrong += Set.of(view.getEdgeSource(spring), view.getEdgeTarget(spring))
                            .equals(Set.of(a, b))
                    ? 0
                    : 1;
            wrong += spring.equals(view.getEdge(a, b)) && spring.equals(view.getEdge(b, a)) ? 0 : 1;
            wrong += view.getAllEdges(a, b).equals(graph.getAllEdges(a, b)) ? 0 : 1;
            wrong += view.getEdgeWeight(spring) == spring.stiffness() ? 0 : 1;
        }
        return wrong;
    }

    @Property
    void theViewAnswersLikeTheGraphThatWasCompiled(@ForAll @IntRange(max = 25) int n, @ForAll long seed) {
        Graph<Body, Spring> graph = RandomGraphs.simple(n, seed, ~seed);
        Graph<Body, Spring> view = CompiledGraph.of(graph).asGraph();
        assertEquals(0, disagreements(view, graph), () -> "n=" + n + " seed=" + seed);
    }

    @Example
    void aViewOfAnotherGraphIsSeen() {
        Graph<Body, Spring> graph = RandomGraphs.simple(9, 4, 0);
        Graph<Body, Spring> view = CompiledGraph.of(graph).asGraph();
        Spring gone = graph.edgeSet().iterator().next();
        graph.removeEdge(gone);
        // The set of springs, and seven answers less one at each end: sets of springs, degrees, neighbours.
        assertEquals(1 + 2 * 7, disagreements(view, graph));
    }

    @Property
    void compilingTheViewGivesTheSameArrays(@ForAll @IntRange(max = 25) int n, @ForAll long seed) {
        CompiledGraph graph = RandomGraphs.compiled(n, seed);
        String where = "n=" + n + " seed=" + seed;
        assertTrue(RandomGraphs.same(graph, CompiledGraph.of(graph.asGraph())), where);

        Graph<Body, Spring> copy = new SimpleWeightedGraph<>(Spring.class);
        Graphs.addGraph(copy, graph.asGraph());
        assertTrue(RandomGraphs.same(graph, CompiledGraph.of(copy)), where);
    }
}
