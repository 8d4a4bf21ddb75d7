package org.hamgraph.graph;

import static org.hamgraph.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hamgraph.support.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    @ParameterizedTest
    @CsvSource({
        // Springs left out are those across the boundary, in runs as short as they come.
        "CHAIN, false, 0.24, 1.0", "CHAIN, true, 0.24, 0.99",
        "SQUARE, false, 0.24, 1.0", "SQUARE, true, 0.24, 0.9",
        "CUBIC, false, 0.24, 1.0", "CUBIC, true, 0.24, 0.9",
        "TRIANGULAR, false, 0.17, 1.0", "TRIANGULAR, true, 0.17, 0.9",
        "HONEYCOMB, false, 0.17, 0.6", "HONEYCOMB, true, 0.17, 0.6"
    })
    void rowsOfAShuffledLatticeAreFound(Lattice lattice, boolean periodic, double jitter, double inRuns) {
        boolean flat = lattice == Lattice.TRIANGULAR || lattice == Lattice.HONEYCOMB;
        Structure structure = lattice == Lattice.CHAIN
                ? Structure.chain(200, periodic)
                : flat ? lattice.of(30, 24, 1, periodic) : lattice.of(14, 15, 16, periodic);
        ShuffledLattice shuffled = new ShuffledLattice(structure, jitter, 2, 3);
        NodeOrder found = shuffled.rows();
        assertTrue(found.inRuns() >= inRuns, () -> found.inRuns() + " in runs");
        assertTrue(NodeOrder.present(shuffled.graph).inRuns() < 0.1);
        // Without the positions there is nothing to find.
        assertTrue(NodeOrder.rows(shuffled.graph, new double[shuffled.q.length], Box.open(shuffled.box.dim()))
                        .inRuns()
                < 0.5);
    }

    @Test
    void aStretchedBentAndTurnedLatticeKeepsItsRows() {
        ShuffledLattice shuffled = new ShuffledLattice(Structure.square(40, 40, false), 0.1, 2, 3);
        for (int i = 0; i < shuffled.q.length; i += 2) {
            double x = 1.3 * shuffled.q[i];
            double y = shuffled.q[i + 1] + 3 * Math.sin(x / 20);
            shuffled.q[i] = x * Math.cos(0.2) - y * Math.sin(0.2);
            shuffled.q[i + 1] = x * Math.sin(0.2) + y * Math.cos(0.2);
        }
        assertEquals(1, shuffled.rows().inRuns());
    }

    @Test
    void theRowsOfALatticeThatLiesInSpaceAreFound() {
        Structure sheet = Structure.triangular(20, 20, false).in(3);
        assertEquals(1, new ShuffledLattice(sheet, 0.1, 2, 3).rows().inRuns());
    }

    @Test
    void rowsLieAlongTheShortestAxisWhoseRowsAreLong() {
        // Rows of 40: the next row is 40 away, not 50.
        ShuffledLattice wide = new ShuffledLattice(Structure.square(40, 50, false), 0.1, 2, 3);
        assertEquals(40, ShuffledLattice.bandwidth(wide.graph, wide.rows()));
        // Rows of 10 are short, so the other axis is taken.
        ShuffledLattice strip = new ShuffledLattice(Structure.square(10, 50, false), 0.1, 2, 3);
        assertEquals(50, ShuffledLattice.bandwidth(strip.graph, strip.rows()));
    }

    @Test
    void latticesAsBuiltKeepTheirOrder() {
        for (Lattice lattice : Lattice.values()) {
            Structure structure = lattice.of(20, 20, 20, false);
            assertEquals(
                    Optional.empty(),
                    NodeOrder.better(structure.compile(1, 1, 1), structure.positions(1), structure.box(1)),
                    lattice.name());
        }
    }

    @Test
    void shuffledLatticesGetTheirRowsBack() {
        ShuffledLattice shuffled = new ShuffledLattice(Structure.cubic(12, 12, 12, false), 0.2, 2, 3);
        NodePermutation better =
                NodeOrder.better(shuffled.graph, shuffled.q, shuffled.box).orElseThrow();
        CompiledGraph moved = better.apply(shuffled.graph);
        assertEquals(1, NodeOrder.present(moved).inRuns());
        assertEquals(Optional.empty(), NodeOrder.better(moved, better.apply(shuffled.q, 3), shuffled.box));
    }

    @Test
    void runsThatRowsMissAreTakenFromTheOrderOfCuthillAndMcKee() {
        // A circle runs along no axis for long.
        ShuffledLattice ring = new ShuffledLattice(Structure.ring(300), 0, 2, 3);
        NodePermutation better = NodeOrder.better(ring.graph, ring.q, ring.box).orElseThrow();
        double inRuns = NodeOrder.present(better.apply(ring.graph)).inRuns();
        assertTrue(inRuns > 0.98 && inRuns > ring.rows().inRuns(), () -> inRuns + " in runs");
    }

    @Test
    void aLargeCloudIsRenumberedAndASmallOneNot() {
        Structure large = cloud(9000, 0.06);
        CompiledGraph graph = large.compile(1, 1, 1);
        NodePermutation better =
                NodeOrder.better(graph, large.positions(1), large.box(1)).orElseThrow();
        double before = NodeOrder.present(graph).meanSpan();
        double after = NodeOrder.present(better.apply(graph)).meanSpan();
        assertTrue(before > 2000 && after < before / 2, () -> before + " before, " + after + " after");
        Structure small = cloud(900, 0.13);
        assertEquals(Optional.empty(), NodeOrder.better(small.compile(1, 1, 1), small.positions(1), small.box(1)));
    }

    @Test
    void systemsOfNoBodyOneBodyAndNoSpringKeepTheirOrder() {
        for (int n : new int[] {0, 1, 5}) {
            CompiledGraph graph = CompiledGraph.builder(n).build();
            double[] q = new double[2 * n];
            for (NodeOrder order : new NodeOrder[] {
                NodeOrder.present(graph),
                NodeOrder.reverseCuthillMcKee(graph),
                NodeOrder.rows(graph, q, Box.open(2)),
                NodeOrder.rows(graph, q, Box.of(1, 1))
            }) {
                assertEquals(n, order.permutation().size());
                assertEquals(0, order.inRuns());
                assertEquals(0, order.meanSpan());
            }
            assertFalse(NodeOrder.better(graph, q, Box.open(2)).isPresent());
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

    @Test
    void positionsThatAreMissingOrNotFiniteAreRefused() {
        CompiledGraph graph = Structure.chain(3, false).compile(1, 1, 1);
        assertRefused(
                "positions q [n*dim] must have length 6 or more, found 5",
                () -> NodeOrder.better(graph, new double[5], Box.open(2)));
        assertRefused(
                "positions must be finite, found NaN at index 1",
                () -> NodeOrder.rows(graph, new double[] {0, Double.NaN, 2}, Box.open(1)));
    }
}
