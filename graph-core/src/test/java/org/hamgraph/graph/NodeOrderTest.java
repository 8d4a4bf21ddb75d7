package org.hamgraph.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hamgraph.support.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NodeOrderTest {
    private static Structure cloud(int n, double cutoff) {
        RandomGenerator random = RandomStreams.of(1, "cloud", n);
        return Structure.withinCutoff(
                n, 3, cutoff, false, random.doubles(3L * n).toArray());
    }

    @Test
    void aLadderHasTheRunsAndSpansCountedByHand() {
        // 2 x 10, numbered across: rungs (2k, 2k+1) never follow each other, the 18 rails (i, i+2) do.
        NodeOrder across = NodeOrder.present(Structure.square(10, 2, false).compile(1, 1, 1));
        assertEquals(18.0 / 28, across.inRuns());
        assertEquals((10 * 1 + 18 * 2) / 28.0, across.meanSpan());
        // 10 x 2, numbered along: two runs of 9 rails (i, i+1), one of 10 rungs (i, i+10).
        NodeOrder along = NodeOrder.present(Structure.square(2, 10, false).compile(1, 1, 1));
        assertEquals(1, along.inRuns());
        assertEquals((18 * 1 + 10 * 10) / 28.0, along.meanSpan());
    }

    @Test
    void aRunCountsFromEightSpringsOn() {
        assertEquals(
                1, NodeOrder.present(Structure.chain(9, false).compile(1, 1, 1)).inRuns());
        assertEquals(
                0, NodeOrder.present(Structure.chain(8, false).compile(1, 1, 1)).inRuns());
    }

    @Test
    void latticesAsBuiltKeepTheirOrder() {
        for (Lattice lattice : Lattice.values()) {
            Structure structure = lattice.of(20, 20, 20, false);
            assertEquals(Optional.empty(), NodeOrder.better(structure.compile(1, 1, 1)), lattice.name());
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Lattice.class,
            names = {"CHAIN", "SQUARE", "CUBIC"})
    void shuffledLatticesGetTheirSpringsBackIntoRuns(Lattice lattice) {
        CompiledGraph shuffled = new ShuffledLattice(lattice.of(20, 20, 20, false), 0, 2, 3).graph;
        assertTrue(NodeOrder.present(shuffled).inRuns() < 0.1);
        CompiledGraph moved = NodeOrder.better(shuffled).orElseThrow().apply(shuffled);
        double inRuns = NodeOrder.present(moved).inRuns();
        assertTrue(inRuns >= 0.5, () -> inRuns + " in runs");
        assertEquals(Optional.empty(), NodeOrder.better(moved));
    }

    @Test
    void aLargeCloudIsRenumberedAndASmallOneNot() {
        Structure large = cloud(9000, 0.06);
        CompiledGraph graph = large.compile(1, 1, 1);
        NodePermutation better = NodeOrder.better(graph).orElseThrow();
        double before = NodeOrder.present(graph).meanSpan();
        double after = NodeOrder.present(better.apply(graph)).meanSpan();
        assertTrue(before > 2000 && after < before / 2, () -> before + " before, " + after + " after");
        Structure small = cloud(900, 0.13);
        assertEquals(Optional.empty(), NodeOrder.better(small.compile(1, 1, 1)));
    }

    @Test
    void systemsOfNoBodyOneBodyAndNoSpringKeepTheirOrder() {
        for (int n : new int[] {0, 1, 5}) {
            CompiledGraph graph = CompiledGraph.builder(n).build();
            for (NodeOrder order : new NodeOrder[] {NodeOrder.present(graph), NodeOrder.reverseCuthillMcKee(graph)}) {
                assertEquals(n, order.permutation().size());
                assertEquals(0, order.inRuns());
                assertEquals(0, order.meanSpan());
            }
            assertFalse(NodeOrder.better(graph).isPresent());
        }
    }

    @Test
    void aStarPutsItsCentreWithinItsLeaves() {
        CompiledGraph.Builder star = CompiledGraph.builder(1000);
        for (int leaf = 0; leaf < 1000; leaf++) {
            if (leaf != 400) {
                star.spring(400, leaf, 1, 1, 0);
            }
        }
        CompiledGraph graph = star.build();
        NodeOrder order = NodeOrder.reverseCuthillMcKee(graph);
        // One leaf is numbered first, the centre second; then all is turned round.
        assertEquals(998, order.permutation().newIndex(400));
        assertEquals(998, ShuffledLattice.bandwidth(graph, order));
    }
}
