package org.hamgraph.graph;

import static org.hamgraph.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jgrapht.Graph;
import org.jgrapht.Graphs;
import org.jgrapht.generate.GridGraphGenerator;
import org.jgrapht.generate.LinearGraphGenerator;
import org.jgrapht.graph.AsSubgraph;
import org.jgrapht.graph.AsUnmodifiableGraph;
import org.jgrapht.graph.AsWeightedGraph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DefaultUndirectedGraph;
import org.jgrapht.graph.DefaultUndirectedWeightedGraph;
import org.jgrapht.graph.Multigraph;
import org.jgrapht.graph.Pseudograph;
import org.jgrapht.graph.SimpleGraph;
import org.jgrapht.graph.SimpleWeightedGraph;
import org.jgrapht.graph.WeightedPseudograph;
import org.jgrapht.graph.builder.GraphTypeBuilder;
import org.jgrapht.graph.concurrent.AsSynchronizedGraph;
import org.jgrapht.util.SupplierUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnyGraphTypeTest {
    static Stream<Graph<Body, Spring>> emptyGraphs() {
        return Stream.of(
                new SimpleGraph<>(Spring.class),
                new SimpleWeightedGraph<>(Spring.class),
                new DefaultUndirectedGraph<>(Spring.class),
                new DefaultUndirectedWeightedGraph<>(Spring.class),
                new Multigraph<>(Spring.class),
                new Pseudograph<>(Spring.class),
                new WeightedPseudograph<>(Spring.class),
                GraphTypeBuilder.<Body, Spring>undirected()
                        .edgeClass(Spring.class)
                        .buildGraph());
    }

    @ParameterizedTest
    @MethodSource("emptyGraphs")
    void everyUndirectedGraphCompiles(Graph<Body, Spring> graph) {
        Graph<Body, Spring> original = RandomGraphs.simple(12, 4, 0);
        Graphs.addGraph(graph, original);
        assertTrue(RandomGraphs.same(CompiledGraph.of(original), CompiledGraph.of(graph)));
    }

    @Test
    void viewsOfAGraphCompile() {
        Graph<Body, Spring> original = RandomGraphs.simple(12, 4, 0);
        CompiledGraph expected = CompiledGraph.of(original);
        assertTrue(RandomGraphs.same(expected, CompiledGraph.of(new AsUnmodifiableGraph<>(original))));
        assertTrue(RandomGraphs.same(expected, CompiledGraph.of(new AsSynchronizedGraph<>(original))));
        assertTrue(RandomGraphs.same(expected, CompiledGraph.of(new AsWeightedGraph<>(original, Map.of()))));
    }

    @Test
    void aSubgraphOfTheFirstBodiesCompiles() {
        Graph<Body, Spring> square = Structure.square(3, 3, false).graph(1, 10, 1);
        Graph<Body, Spring> row = new AsSubgraph<>(square, Set.of(Body.of(2, 1), Body.of(0, 1), Body.of(1, 1)));
        assertTrue(RandomGraphs.same(Structure.chain(3, false).compile(1, 10, 1), CompiledGraph.of(row)));
    }

    @Test
    void aSubgraphThatSkipsABodyIsRefused() {
        Graph<Body, Spring> square = Structure.square(3, 3, false).graph(1, 10, 1);
        Graph<Body, Spring> gap = new AsSubgraph<>(square, Set.of(Body.of(0, 1), Body.of(5, 1)));
        assertRefused("body indices must be exactly 0..1, found 5", () -> CompiledGraph.of(gap));
    }

    @Test
    void aGeneratorFillsAGraphThroughItsSuppliers() {
        AtomicInteger bodies = new AtomicInteger();
        AtomicInteger springs = new AtomicInteger();
        Supplier<Body> body = () -> Body.of(bodies.getAndIncrement(), 1);
        Supplier<Spring> spring = () -> {
            int e = springs.getAndIncrement();
            return new Spring(e, e + 1, 10, 1, 0);
        };
        Graph<Body, Spring> graph = new SimpleGraph<>(body, spring, false);
        new LinearGraphGenerator<Body, Spring>(7).generateGraph(graph);
        assertTrue(RandomGraphs.same(Structure.chain(7, false).compile(1, 10, 1), CompiledGraph.of(graph)));
    }

    @Test
    void aGeneratorWhoseSpringsDoNotKnowTheirEndsIsRefused() {
        AtomicInteger bodies = new AtomicInteger();
        AtomicInteger springs = new AtomicInteger();
        Graph<Body, Spring> graph = new SimpleGraph<>(
                () -> Body.of(bodies.getAndIncrement(), 1),
                () -> new Spring(0, springs.incrementAndGet(), 10, 1, 0),
                false);
        new LinearGraphGenerator<Body, Spring>(3).generateGraph(graph);
        assertRefused(
                "a spring must carry the indices of the bodies it joins, 1 and 2, found "
                        + "Spring[first=0, second=2, stiffness=10.0, restLength=1.0, species=0]",
                () -> CompiledGraph.of(graph));
    }

    @Test
    void aGraphOfOtherThingsIsCompiledByWhatItsPartsMean() {
        Graph<Integer, DefaultEdge> grid = new SimpleGraph<>(
                SupplierUtil.createIntegerSupplier(), SupplierUtil.createDefaultEdgeSupplier(), false);
        new GridGraphGenerator<Integer, DefaultEdge>(4, 5).generateGraph(grid);
        CompiledGraph compiled = CompiledGraph.of(grid, vertex -> 2, edge -> 10, edge -> 0.5);
        assertEquals(31, compiled.edges());
        assertTrue(RandomGraphs.same(Structure.square(4, 5, false).compile(2, 10, 0.5), compiled));
    }

    @Test
    void numbersThatBreakTheirRuleAreRefused() {
        Graph<String, DefaultEdge> graph = new SimpleGraph<>(DefaultEdge.class);
        Graphs.addAllVertices(graph, List.of("a", "b"));
        graph.addEdge("b", "a");
        assertRefused(
                "mass must be positive and finite, found 0.0",
                () -> CompiledGraph.of(graph, vertex -> 0, edge -> 1, edge -> 1));
        assertRefused(
                "stiffness must be positive and finite, found -1.0",
                () -> CompiledGraph.of(graph, vertex -> 1, edge -> -1, edge -> 1));
        assertRefused(
                "restLength must be zero or positive and finite, found NaN",
                () -> CompiledGraph.of(graph, vertex -> 1, edge -> 1, edge -> Double.NaN));
    }
}
