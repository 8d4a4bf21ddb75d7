package org.hamgraph.graph;

import static org.hamgraph.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.GraphTests;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.jgrapht.graph.AsSubgraph;
import org.jgrapht.graph.AsUnmodifiableGraph;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.jgrapht.traverse.BreadthFirstIterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CompiledGraphViewTest {
    private static final Body BODY_0 = Body.of(0, 1);
    private static final Body BODY_1 = Body.of(1, 1);
    private static final Body STRANGER = Body.of(9, 1);
    private static final Body HEAVIER = Body.of(1, 2);
    private static final Spring SPRING = new Spring(0, 1, 4, 1, 0);
    private static final Spring STIFFER = new Spring(0, 1, 5, 1, 0);

    /** Bodies 0-1-2-3 on a chain with stiffness 4, 1, 1, a stiff short cut 0-3, and a pair 4-5. */
    private static Graph<Body, Spring> view() {
        return CompiledGraph.builder(6)
                .spring(0, 1, 4, 1, 0)
                .spring(1, 2, 1, 1, 0)
                .spring(2, 3, 1, 1, 0)
                .spring(0, 3, 7, 1, 0)
                .spring(4, 5, 1, 1, 0)
                .build()
                .asGraph();
    }

    @Test
    void itIsASimpleWeightedUnmodifiableGraph() {
        assertEquals(
                new AsUnmodifiableGraph<>(new SimpleWeightedGraph<>(Spring.class))
                        .getType()
                        .toString(),
                view().getType().toString());
        GraphTests.requireUndirected(view());
        assertTrue(GraphTests.isSimple(view()));
        assertNull(view().getVertexSupplier());
        assertNull(view().getEdgeSupplier());
    }

    @Test
    void componentsAreFound() {
        ConnectivityInspector<Body, Spring> parts = new ConnectivityInspector<>(view());
        assertFalse(parts.isConnected());
        assertEquals(2, parts.connectedSets().size());
        assertEquals(Set.of(Body.of(4, 1), Body.of(5, 1)), parts.connectedSetOf(Body.of(5, 1)));
    }

    @Test
    void shortestPathsCountTheStiffness() {
        GraphPath<Body, Spring> path = new DijkstraShortestPath<>(view()).getPath(BODY_0, Body.of(3, 1));
        assertEquals(6, path.getWeight());
        assertEquals(List.of(BODY_0, BODY_1, Body.of(2, 1), Body.of(3, 1)), path.getVertexList());
    }

    @Test
    void breadthFirstDepthOnASquareIsTheNumberOfSteps() {
        Graph<Body, Spring> square =
                Structure.square(4, 5, false).compile(1, 1, 1).asGraph();
        BreadthFirstIterator<Body, Spring> walk = new BreadthFirstIterator<>(square, BODY_0);
        int met = 0;
        while (walk.hasNext()) {
            Body body = walk.next();
            assertEquals(body.index() / 5 + body.index() % 5, walk.getDepth(body));
            met++;
        }
        assertEquals(20, met);
    }

    @Test
    void subgraphsMayBeTaken() {
        Graph<Body, Spring> part = new AsSubgraph<>(view(), Set.of(BODY_0, BODY_1, Body.of(3, 1)));
        assertEquals(Set.of(SPRING, new Spring(0, 3, 7, 1, 0)), part.edgeSet());
    }

    @Test
    void viewsOfEqualGraphsAreEqual() {
        Graph<Body, Spring> other =
                CompiledGraph.builder(6).spring(0, 1, 4, 1, 0).build().asGraph();
        assertEquals(view(), view());
        assertEquals(view().hashCode(), view().hashCode());
        assertFalse(view().equals(other));
    }

    @Test
    void onlyWhatTheGraphHoldsBelongsToIt() {
        Graph<Body, Spring> view = view();
        assertTrue(view.containsVertex(BODY_1) && view.vertexSet().contains(BODY_1));
        assertTrue(view.containsEdge(SPRING) && view.edgeSet().contains(SPRING));
        assertTrue(view.containsEdge(BODY_1, BODY_0));
        for (Body other : new Body[] {STRANGER, HEAVIER, null}) {
            assertFalse(view.containsVertex(other));
            assertFalse(view.vertexSet().contains(other));
            assertNull(view.getEdge(BODY_0, other));
            assertNull(view.getEdge(other, BODY_0));
            assertNull(view.getAllEdges(BODY_0, other));
            assertNull(view.getAllEdges(other, BODY_0));
        }
        for (Spring other : new Spring[] {
            STIFFER, new Spring(0, 2, 4, 1, 0), new Spring(0, 9, 4, 1, 0), new Spring(8, 9, 4, 1, 0), null
        }) {
            assertFalse(view.containsEdge(other));
            assertFalse(view.edgeSet().contains(other));
        }
        assertEquals(Set.of(), view.getAllEdges(BODY_0, Body.of(2, 1)));
        assertEquals(Set.of(SPRING), view.getAllEdges(BODY_1, BODY_0));
    }

    @Test
    void questionsAboutStrangersAreRefused() {
        Graph<Body, Spring> view = view();
        String noBody = "no such vertex in graph: Body[index=1, mass=2.0, species=0]";
        assertRefused(noBody, () -> view.edgesOf(HEAVIER));
        assertRefused(noBody, () -> view.incomingEdgesOf(HEAVIER));
        assertRefused(noBody, () -> view.outgoingEdgesOf(HEAVIER));
        assertRefused(noBody, () -> view.degreeOf(HEAVIER));
        assertRefused(noBody, () -> view.inDegreeOf(HEAVIER));
        assertRefused(noBody, () -> view.outDegreeOf(HEAVIER));
        assertThrows(NullPointerException.class, () -> view.degreeOf(null));
        String noSpring = "spring must belong to this graph, found "
                + "Spring[first=0, second=1, stiffness=5.0, restLength=1.0, species=0]";
        assertRefused(noSpring, () -> view.getEdgeSource(STIFFER));
        assertRefused(noSpring, () -> view.getEdgeTarget(STIFFER));
        assertRefused(noSpring, () -> view.getEdgeWeight(STIFFER));
    }

    static Stream<Arguments> changes() {
        Graph<Body, Spring> view = view();
        return Stream.<Map.Entry<String, Executable>>of(
                        Map.entry("addVertex", view::addVertex),
                        Map.entry("addVertex(v)", () -> view.addVertex(STRANGER)),
                        Map.entry("addEdge(a, b)", () -> view.addEdge(BODY_0, BODY_1)),
                        Map.entry("addEdge(a, b, e)", () -> view.addEdge(BODY_0, BODY_1, STIFFER)),
                        Map.entry("removeEdge(e)", () -> view.removeEdge(SPRING)),
                        Map.entry("removeEdge(a, b)", () -> view.removeEdge(BODY_0, BODY_1)),
                        Map.entry("removeAllEdges(es)", () -> view.removeAllEdges(List.of(SPRING))),
                        Map.entry("removeAllEdges(a, b)", () -> view.removeAllEdges(BODY_0, BODY_1)),
                        Map.entry("removeVertex(v)", () -> view.removeVertex(BODY_0)),
                        Map.entry("removeAllVertices", () -> view.removeAllVertices(List.of(BODY_0))),
                        Map.entry("setEdgeWeight(e)", () -> view.setEdgeWeight(SPRING, 2)),
                        Map.entry("setEdgeWeight(a, b)", () -> view.setEdgeWeight(BODY_0, BODY_1, 2)))
                .map(change -> Arguments.of(change.getKey(), change.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void everyChangeIsRefused(String name, Executable change) {
        assertEquals(
                "a compiled graph is read-only; change the graph it was compiled from",
                assertThrows(UnsupportedOperationException.class, change).getMessage());
    }

    @Test
    void itsSetsAreReadOnlyToo() {
        Graph<Body, Spring> view = view();
        assertThrows(UnsupportedOperationException.class, () -> view.vertexSet().clear());
        assertThrows(UnsupportedOperationException.class, () -> view.vertexSet().remove(BODY_0));
        assertThrows(UnsupportedOperationException.class, () -> view.vertexSet().add(STRANGER));
        assertThrows(UnsupportedOperationException.class, () -> view.edgeSet().remove(SPRING));
        assertThrows(
                UnsupportedOperationException.class, () -> view.edgesOf(BODY_0).remove(SPRING));
        assertEquals(view(), view);
    }
}
