package org.hamgraph.graph;

import static org.hamgraph.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import org.hamgraph.support.RandomStreams;
import org.junit.jupiter.api.Test;

class NodePermutationTest {
    private final NodePermutation cycle = NodePermutation.copyOf(1, 2, 0);

    @Test
    void bodiesTakeTheirNumbersAlong() {
        assertEquals(3, cycle.size());
        assertEquals(2, cycle.newIndex(1));
        assertArrayEquals(
                new double[] {5, 6, 1, 2, 3, 4, 11, 12, 7, 8, 9, 10},
                cycle.apply(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}, 2),
                0);
    }

    @Test
    void springsFollowTheirBodies() {
        CompiledGraph path = CompiledGraph.builder(3)
                .body(0, 5, 2)
                .spring(0, 1, 7, 0.5, 1)
                .spring(1, 2, 8, 1, 0)
                .build();
        CompiledGraph expected = CompiledGraph.builder(3)
                .body(1, 5, 2)
                .spring(1, 2, 7, 0.5, 1)
                .spring(2, 0, 8, 1, 0)
                .build();
        assertTrue(RandomGraphs.same(expected, cycle.apply(path)));
    }

    @Test
    void theArrayGivenIsCopied() {
        int[] newIndex = {1, 0};
        NodePermutation swap = NodePermutation.copyOf(newIndex);
        newIndex[0] = 0;
        assertEquals(1, swap.newIndex(0));
    }

    @Test
    void thePermutationOfNoBodiesChangesNothing() {
        NodePermutation empty = NodePermutation.copyOf();
        assertEquals(0, empty.apply(new double[0], 3).length);
        assertEquals(0, empty.apply(CompiledGraph.builder(0).build()).nodes());
        assertEquals(
                0, NodePermutation.random(0, RandomStreams.of(1, "test", 0)).size());
    }

    @Test
    void everyPermutationIsDrawnEquallyOften() {
        RandomGenerator random = RandomStreams.of(1, "test", 0);
        int draws = 24_000;
        int[] count = new int[27];
        for (int k = 0; k < draws; k++) {
            NodePermutation drawn = NodePermutation.random(3, random);
            count[9 * drawn.newIndex(0) + 3 * drawn.newIndex(1) + drawn.newIndex(2)]++;
        }
        // Binomial with p = 1/6, five standard deviations.
        double margin = 5 * Math.sqrt(draws * 5 / 36.0);
        for (int place : new int[] {5, 7, 11, 15, 19, 21}) {
            assertEquals(draws / 6.0, count[place], margin, "permutation " + place);
        }
    }

    @Test
    void whatIsNoPermutationIsRefused() {
        assertRefused("new index must lie in 0..2, found 3", () -> NodePermutation.copyOf(0, 1, 3));
        assertRefused("new index must lie in 0..2, found -1", () -> NodePermutation.copyOf(0, -1, 2));
        assertRefused("new indices must be distinct, found 1 twice", () -> NodePermutation.copyOf(1, 0, 1));
        assertRefused(
                "number of bodies must be at least 0, found -1",
                () -> NodePermutation.random(-1, RandomStreams.of(1, "test", 0)));
    }

    @Test
    void graphsAndStatesOfAnotherSizeAreRefused() {
        assertRefused(
                "graph must have 3 bodies, found 4",
                () -> cycle.apply(CompiledGraph.builder(4).build()));
        assertRefused(
                "state must consist of blocks of length n*dim = 6, found length 9",
                () -> cycle.apply(new double[9], 2));
        assertRefused("numbers per body must be at least 1, found -1", () -> cycle.apply(new double[6], -1));
        assertRefused(
                "state must consist of blocks of length n*dim = 0, found length 2",
                () -> NodePermutation.copyOf().apply(new double[2], 1));
    }
}
