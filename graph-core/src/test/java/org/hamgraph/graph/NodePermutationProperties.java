package org.hamgraph.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hamgraph.support.RandomStreams;

/** All laws are exact: a permutation moves numbers and computes none. */
class NodePermutationProperties {
    private static NodePermutation permutation(int n, long seed, int which) {
        return NodePermutation.random(n, RandomStreams.of(seed, "permutation", which));
    }

    private static double[] state(int n, int dim, long seed) {
        RandomGenerator random = RandomStreams.of(seed, "state", 0);
        return random.doubles(2L * n * dim).toArray();
    }

    /** Counts the springs whose ends do not lie as far apart in the renumbered system as in the old one. */
    private static int strayedSprings(CompiledGraph graph, double[] y, CompiledGraph moved, double[] movedY, int dim) {
        Box box = Box.open(dim);
        double[] before = new double[graph.edges()];
        double[] after = new double[graph.edges()];
        for (int e = 0; e < graph.edges(); e++) {
            before[e] = graph.stiffness(e) + box.distance(y, graph.first(e), graph.second(e));
            after[e] = moved.stiffness(e) + box.distance(movedY, moved.first(e), moved.second(e));
        }
        Arrays.sort(before);
        Arrays.sort(after);
        int strayed = 0;
        for (int e = 0; e < before.length; e++) {
            strayed += before[e] == after[e] ? 0 : 1;
        }
        return strayed;
    }

    @Property(tries = 200)
    void theInverseUndoes(
            @ForAll @IntRange(min = 1, max = 20) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll long seed) {
        NodePermutation forth = permutation(n, seed, 0);
        NodePermutation back = forth.inverse();
        CompiledGraph graph = RandomGraphs.compiled(n, seed);
        double[] y = state(n, dim, seed);
        String where = "n=" + n + " dim=" + dim + " seed=" + seed;
        for (int i = 0; i < n; i++) {
            assertEquals(i, back.newIndex(forth.newIndex(i)), where);
        }
        assertArrayEquals(y, back.apply(forth.apply(y, dim), dim), 0, where);
        assertTrue(RandomGraphs.same(graph, back.apply(forth.apply(graph))), where);
    }

    @Property(tries = 200)
    void oneAfterTheOtherIsTheComposition(
            @ForAll @IntRange(min = 1, max = 20) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll long seed) {
        NodePermutation first = permutation(n, seed, 0);
        NodePermutation then = permutation(n, seed, 1);
        int[] composed = new int[n];
        Arrays.setAll(composed, i -> then.newIndex(first.newIndex(i)));
        NodePermutation both = NodePermutation.copyOf(composed);
        CompiledGraph graph = RandomGraphs.compiled(n, seed);
        double[] y = state(n, dim, seed);
        String where = "n=" + n + " dim=" + dim + " seed=" + seed;
        assertArrayEquals(both.apply(y, dim), then.apply(first.apply(y, dim), dim), 0, where);
        assertTrue(RandomGraphs.same(both.apply(graph), then.apply(first.apply(graph))), where);
    }

    @Property(tries = 200)
    void graphAndStateAreRenumberedAlike(
            @ForAll @IntRange(min = 1, max = 20) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll long seed) {
        NodePermutation permutation = permutation(n, seed, 0);
        CompiledGraph graph = RandomGraphs.compiled(n, seed);
        CompiledGraph moved = permutation.apply(graph);
        double[] y = state(n, dim, seed);
        String where = "n=" + n + " dim=" + dim + " seed=" + seed;
        for (int i = 0; i < n; i++) {
            assertEquals(graph.mass(i), moved.mass(permutation.newIndex(i)), 0, where);
            assertEquals(graph.degree(i), moved.degree(permutation.newIndex(i)), where);
        }
        assertEquals(0, strayedSprings(graph, y, moved, permutation.apply(y, dim), dim), where);
    }

    @Example
    void theInverseInPlaceOfThePermutationIsSeen() {
        NodePermutation cycle = NodePermutation.copyOf(1, 2, 3, 4, 5, 0);
        CompiledGraph graph = Structure.chain(6, false).compile(1, 1, 1);
        double[] y = state(6, 2, 1);
        assertEquals(0, strayedSprings(graph, y, cycle.apply(graph), cycle.apply(y, 2), 2));
        assertTrue(strayedSprings(graph, y, cycle.apply(graph), cycle.inverse().apply(y, 2), 2) > 0);
        assertFalse(RandomGraphs.same(graph, cycle.apply(graph)));
    }
}
