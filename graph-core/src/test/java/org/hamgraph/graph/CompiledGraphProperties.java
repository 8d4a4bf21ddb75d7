package org.hamgraph.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jgrapht.Graph;

class CompiledGraphProperties {
    /** Counts the questions that the compiled graph and the graph it came from answer differently. */
    private static int disagreements(CompiledGraph compiled, Graph<Body, Spring> graph) {
        int wrong = compiled.nodes() == graph.vertexSet().size() ? 0 : 1;
        wrong += compiled.edges() == graph.edgeSet().size() ? 0 : 1;
        for (Body a : graph.vertexSet()) {
            wrong += compiled.body(a.index()).equals(a) ? 0 : 1;
            wrong += compiled.degree(a.index()) == graph.degreeOf(a) ? 0 : 1;
            for (Body b : graph.vertexSet()) {
                int edge = compiled.edgeBetween(a.index(), b.index());
                Spring spring = graph.getEdge(a, b);
                boolean agree =
                        edge < 0 ? spring == null : compiled.spring(edge).equals(spring);
                wrong += agree ? 0 : 1;
            }
        }
        return wrong;
    }

    @Property
    void everyQuestionIsAnsweredAsByTheGraphItCameFrom(@ForAll @IntRange(max = 25) int n, @ForAll long seed) {
        Graph<Body, Spring> graph = RandomGraphs.simple(n, seed, ~seed);
        assertEquals(0, disagreements(CompiledGraph.of(graph), graph), () -> "n=" + n + " seed=" + seed);
    }

    @Example
    void oneSpringTooFewIsSeen() {
        Graph<Body, Spring> graph = RandomGraphs.simple(9, 4, 0);
        CompiledGraph compiled = CompiledGraph.of(graph);
        graph.removeEdge(compiled.spring(4));
        // The number of springs, two degrees, and the same pair asked from both ends.
        assertEquals(5, disagreements(compiled, graph));
    }

    @Property
    void rowsAndEdgesAreSortedAndTellTheSame(@ForAll @IntRange(max = 25) int n, @ForAll long seed) {
        CompiledGraph graph = RandomGraphs.compiled(n, seed);
        String where = "n=" + n + " seed=" + seed;
        for (int e = 0; e < graph.edges(); e++) {
            assertTrue(graph.first(e) < graph.second(e), where);
            if (e > 0) {
                long before = (long) graph.first(e - 1) * n + graph.second(e - 1);
                assertTrue(before < (long) graph.first(e) * n + graph.second(e), where);
            }
        }
        for (int i = 0; i < n; i++) {
            for (int slot = graph.rowStart(i); slot < graph.rowStart(i + 1); slot++) {
                int j = graph.neighbor(slot);
                int edge = graph.edgeAt(slot);
                assertEquals(Math.min(i, j), graph.first(edge), where);
                assertEquals(Math.max(i, j), graph.second(edge), where);
                assertTrue(slot == graph.rowStart(i) || graph.neighbor(slot - 1) < j, where);
            }
        }
        assertEquals(2 * graph.edges(), graph.rowStart(n), where);
    }

    @Property
    void theOrderOfInsertionDoesNotMatter(@ForAll @IntRange(max = 25) int n, @ForAll long seed) {
        CompiledGraph one = CompiledGraph.of(RandomGraphs.simple(n, seed, 1));
        CompiledGraph other = CompiledGraph.of(RandomGraphs.simple(n, seed, seed));
        assertTrue(RandomGraphs.same(one, other), () -> "n=" + n + " seed=" + seed);
    }

    @Property
    void theBuilderMakesTheSame(@ForAll @IntRange(max = 25) int n, @ForAll long seed) {
        Graph<Body, Spring> graph = RandomGraphs.simple(n, seed, ~seed);
        CompiledGraph.Builder builder = CompiledGraph.builder(n);
        for (Spring spring : graph.edgeSet()) {
            builder.spring(
                    graph.getEdgeSource(spring).index(),
                    graph.getEdgeTarget(spring).index(),
                    spring.stiffness(),
                    spring.restLength(),
                    spring.species());
        }
        for (Body body : graph.vertexSet()) {
            builder.body(body.index(), body.mass(), body.species());
        }
        assertTrue(RandomGraphs.same(CompiledGraph.of(graph), builder.build()), () -> "n=" + n + " seed=" + seed);
    }

    @Example
    void graphsOfOtherSeedsAreOtherGraphs() {
        assertFalse(RandomGraphs.same(RandomGraphs.compiled(9, 4), RandomGraphs.compiled(9, 6)));
    }
}
