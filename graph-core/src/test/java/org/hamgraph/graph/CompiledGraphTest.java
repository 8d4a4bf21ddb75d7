package org.hamgraph.graph;

import static org.hamgraph.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jgrapht.Graph;
import org.jgrapht.graph.Multigraph;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.Test;

class CompiledGraphTest {
    /** A triangle 0-1-3 with a tail 3-2 and a body 4 on its own. */
    private static CompiledGraph triangleWithTail() {
        return CompiledGraph.builder(5)
                .body(2, 2.5, 1)
                .spring(3, 2, 7, 0.5, 3)
                .spring(1, 3, 5, 1, 0)
                .spring(0, 1, 4, 0, 0)
                .spring(3, 0, 6, 2, 1)
                .build();
    }

    private static int[] all(int count, IntUnaryOperator value) {
        return IntStream.range(0, count).map(value).toArray();
    }

    @Test
    void springsAreOrderedByTheirSmallerAndThenTheirLargerEnd() {
        CompiledGraph graph = triangleWithTail();
        assertArrayEquals(new int[] {0, 0, 1, 2}, all(4, graph::first));
        assertArrayEquals(new int[] {1, 3, 3, 3}, all(4, graph::second));
        assertEquals(6, graph.stiffness(1));
        assertEquals(2, graph.restLength(1));
        assertEquals(1, graph.springSpecies(1));
        assertEquals(new Spring(2, 3, 7, 0.5, 3), graph.spring(3));
    }

    @Test
    void neighboursStandInCompressedSparseRows() {
        CompiledGraph graph = triangleWithTail();
        assertArrayEquals(new int[] {0, 2, 4, 5, 8, 8}, all(6, graph::rowStart));
        assertArrayEquals(new int[] {1, 3, 0, 3, 3, 0, 1, 2}, all(8, graph::neighbor));
        assertArrayEquals(new int[] {0, 1, 0, 2, 3, 1, 2, 3}, all(8, graph::edgeAt));
        assertArrayEquals(new int[] {2, 2, 1, 3, 0}, all(5, graph::degree));
    }

    @Test
    void bodiesKeepMassAndSpecies() {
        CompiledGraph graph = triangleWithTail();
        assertEquals(new Body(2, 2.5, 1), graph.body(2));
        assertEquals(Body.of(4, 1), graph.body(4));
        assertEquals(2.5, graph.mass(2));
        assertEquals(1, graph.bodySpecies(2));
        assertArrayEquals(new double[] {1, 1, 2.5, 1, 1}, graph.masses(), 0);
    }

    @Test
    void aSpringIsFoundFromEitherEnd() {
        CompiledGraph graph = triangleWithTail();
        assertEquals(1, graph.edgeBetween(0, 3));
        assertEquals(1, graph.edgeBetween(3, 0));
        assertEquals(-1, graph.edgeBetween(0, 2));
        assertEquals(-1, graph.edgeBetween(0, 0));
        assertEquals(-1, graph.edgeBetween(4, 0));
    }

    @Test
    void speciesAreCountedToTheLargest() {
        assertEquals(2, triangleWithTail().bodySpeciesCount());
        assertEquals(4, triangleWithTail().springSpeciesCount());
        assertEquals(1, CompiledGraph.builder(1).build().bodySpeciesCount());
    }

    @Test
    void anEmptyGraphIsAGraph() {
        CompiledGraph graph = CompiledGraph.of(new SimpleGraph<>(Spring.class));
        assertEquals(0, graph.nodes());
        assertEquals(0, graph.edges());
        assertEquals(0, graph.rowStart(0));
        assertEquals(0, graph.bodySpeciesCount());
        assertEquals(0, graph.springSpeciesCount());
        assertEquals("0 bodies, 0 springs", graph.toString());
        assertTrue(RandomGraphs.same(graph, CompiledGraph.builder(0).build()));
    }

    @Test
    void theTextCountsBodiesAndSprings() {
        assertEquals("5 bodies, 4 springs", triangleWithTail().toString());
    }

    @Test
    void whatIsDoneToTheOriginalOrACopyDoesNotReachIt() {
        Graph<Body, Spring> original = Structure.ring(6).graph(1, 10, 1);
        CompiledGraph graph = CompiledGraph.of(original);
        original.removeVertex(Body.of(0, 1));
        assertEquals(6, graph.nodes());
        assertEquals(6, graph.edges());
        graph.masses()[0] = -1;
        assertTrue(graph.mass(0) > 0);
    }

    @Test
    void aBuilderGoesOnWithoutReachingWhatItBuilt() {
        CompiledGraph.Builder builder = CompiledGraph.builder(3).spring(0, 1, 1, 1, 0);
        CompiledGraph before = builder.build();
        CompiledGraph after = builder.body(0, 9, 4).spring(2, 1, 3, 1, 0).build();
        assertEquals(1, before.edges());
        assertEquals(Body.of(0, 1), before.body(0));
        assertEquals(2, after.edges());
        assertEquals(new Body(0, 9, 4), after.body(0));
    }

    @Test
    void theTestOfSamenessSeesOneNumber() {
        CompiledGraph graph = triangleWithTail();
        assertTrue(RandomGraphs.same(graph, triangleWithTail()));
        assertFalse(RandomGraphs.same(graph, CompiledGraph.builder(5).build()));
        assertFalse(RandomGraphs.same(
                CompiledGraph.builder(2).spring(0, 1, 1, 1, 0).build(),
                CompiledGraph.builder(2).spring(0, 1, Math.nextUp(1.0), 1, 0).build()));
        assertFalse(RandomGraphs.same(
                CompiledGraph.builder(1).build(),
                CompiledGraph.builder(1).body(0, 1, 1).build()));
    }

    @Test
    void twoSpringsBetweenTheSameBodiesAreRefused() {
        String message = "two bodies may be joined by one spring at most, found two between 1 and 2";
        assertRefused(
                message,
                () -> CompiledGraph.builder(3)
                        .spring(1, 2, 1, 1, 0)
                        .spring(2, 1, 3, 1, 0)
                        .build());
        Graph<Body, Spring> graph = new Multigraph<>(Spring.class);
        Body[] body = {Body.of(0, 1), Body.of(1, 1), Body.of(2, 1)};
        for (Body b : body) {
            graph.addVertex(b);
        }
        graph.addEdge(body[1], body[2], Spring.between(body[1], body[2], 1, 1));
        graph.addEdge(body[2], body[1], Spring.between(body[1], body[2], 3, 1));
        assertRefused(message, () -> CompiledGraph.of(graph));
    }

    @Test
    void indicesWithAGapAreRefused() {
        Graph<Body, Spring> graph = new SimpleGraph<>(Spring.class);
        graph.addVertex(Body.of(0, 1));
        graph.addVertex(Body.of(2, 1));
        assertRefused("body indices must be exactly 0..1, found 2", () -> CompiledGraph.of(graph));
    }

    @Test
    void anIndexThatOccursTwiceIsRefused() {
        Graph<Body, Spring> graph = new SimpleGraph<>(Spring.class);
        graph.addVertex(Body.of(0, 1));
        graph.addVertex(Body.of(1, 1));
        graph.addVertex(Body.of(1, 2));
        assertRefused("body indices must be exactly 0..2, found 1 twice", () -> CompiledGraph.of(graph));
    }

    @Test
    void aSpringThatCarriesOtherEndsThanItsOwnIsRefused() {
        Graph<Body, Spring> graph = new SimpleGraph<>(Spring.class);
        Body[] body = {Body.of(0, 1), Body.of(1, 1), Body.of(2, 1)};
        for (Body b : body) {
            graph.addVertex(b);
        }
        graph.addEdge(body[2], body[1], Spring.between(body[0], body[1], 4, 1));
        assertRefused(
                "a spring must carry the indices of the bodies it joins, 2 and 1, found "
                        + "Spring[first=0, second=1, stiffness=4.0, restLength=1.0, species=0]",
                () -> CompiledGraph.of(graph));
    }

    @Test
    void theBuilderRefusesWhatBodiesAndSpringsRefuse() {
        CompiledGraph.Builder builder = CompiledGraph.builder(3);
        assertRefused("number of bodies must be at least 0, found -1", () -> CompiledGraph.builder(-1));
        assertRefused("body index must lie in 0..2, found 3", () -> builder.body(3, 1, 0));
        assertRefused("mass must be positive and finite, found 0.0", () -> builder.body(0, 0, 0));
        assertRefused("species must be at least 0, found -1", () -> builder.body(0, 5, -1));
        assertRefused("body index must lie in 0..2, found -1", () -> builder.spring(-1, 2, 1, 1, 0));
        assertRefused("body index must lie in 0..2, found 3", () -> builder.spring(0, 3, 1, 1, 0));
        assertRefused("a spring must join two different bodies, found 1 twice", () -> builder.spring(1, 1, 1, 1, 0));
        assertRefused("stiffness must be positive and finite, found NaN", () -> builder.spring(0, 1, Double.NaN, 1, 0));
        assertRefused(
                "restLength must be zero or positive and finite, found -1.0", () -> builder.spring(0, 1, 1, -1, 0));
        assertRefused("species must be at least 0, found -1", () -> builder.spring(0, 1, 1, 1, -1));
        assertTrue(
                RandomGraphs.same(CompiledGraph.builder(3).build(), builder.build()), "a refused part leaves a trace");
    }
}
