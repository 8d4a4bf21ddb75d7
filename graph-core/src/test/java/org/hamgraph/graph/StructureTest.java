package org.hamgraph.graph;

import static org.hamgraph.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.jgrapht.Graph;
import org.junit.jupiter.api.Test;

class StructureTest {
    private static final double ROOT3 = Math.sqrt(3);

    @Test
    void theLastAxisRunsFastest() {
        Structure lattice = Structure.cubic(2, 3, 2, false);
        double[] q = lattice.positions(2);
        assertArrayEquals(new double[] {0, 0, 0, 0, 0, 2, 0, 2, 0}, Arrays.copyOf(q, 9), 0);
        assertEquals(2, q[3 * 6]);
        assertEquals(3, lattice.dim());
        assertEquals(Box.open(3), lattice.box(2));
    }

    @Test
    void aPeriodicLatticeClosesOnItself() {
        Structure lattice = Structure.square(3, 4, true);
        assertEquals(Box.of(6, 8), lattice.box(2));
        CompiledGraph graph = lattice.compile(1, 1, 1);
        assertTrue(graph.edgeBetween(0, 3) >= 0, "across y");
        assertTrue(graph.edgeBetween(0, 8) >= 0, "across x");
        assertEquals(Box.of(3), Structure.chain(3, true).box(1));
    }

    @Test
    void theRingOfFourIsASquare() {
        double half = Math.sqrt(0.5);
        assertArrayEquals(
                new double[] {half, 0, 0, half, -half, 0, 0, -half},
                Structure.ring(4).positions(1),
                1e-15);
        assertEquals(Box.open(2), Structure.ring(4).box(1));
        assertEquals(4, Structure.ring(4).bonds());
    }

    @Test
    void everyOtherRowOfATriangularLatticeIsShifted() {
        Structure lattice = Structure.triangular(2, 2, false);
        assertArrayEquals(new double[] {0, 0, 0.5, ROOT3 / 2, 1, 0, 1.5, ROOT3 / 2}, lattice.positions(1), 1e-15);
        assertEquals(5, lattice.bonds());
        assertEquals(Box.of(3, 2 * ROOT3), Structure.triangular(3, 4, true).box(1));
    }

    @Test
    void aHoneycombCellHoldsTwoBodies() {
        Structure lattice = Structure.honeycomb(1, 2, false);
        assertArrayEquals(new double[] {0, 0, 0, 1, ROOT3 / 2, 1.5, ROOT3 / 2, 2.5}, lattice.positions(1), 1e-15);
        assertEquals(3, lattice.bonds());
        assertEquals(Box.of(3 * ROOT3, 6), Structure.honeycomb(3, 4, true).box(1));
    }

    @Test
    void aSingleRowOfHoneycombCellsIsSeparatePairs() {
        CompiledGraph row = Structure.honeycomb(3, 1, false).compile(1, 1, 1);
        assertEquals(3, row.edges());
        for (int i = 0; i < 6; i++) {
            assertEquals(1, row.degree(i));
        }
    }

    @Test
    void theSmallestLatticesAreSingleBodiesOrPairs() {
        assertEquals(0, Structure.chain(1, false).bonds());
        assertEquals(0, Structure.square(1, 1, false).bonds());
        assertEquals(0, Structure.cubic(1, 1, 1, false).bonds());
        assertEquals(0, Structure.triangular(1, 1, false).bonds());
        assertEquals(1, Structure.honeycomb(1, 1, false).bonds());
        assertEquals(3, Structure.chain(3, true).bonds());
        assertEquals(3, Structure.ring(3).bonds());
    }

    @Test
    void theGraphIsItsOwnersToChange() {
        Structure chain = Structure.chain(3, false);
        Graph<Body, Spring> graph = chain.graph(2, 10, 0.5);
        assertTrue(graph.containsEdge(new Spring(0, 1, 10, 0.5, 0)));
        assertTrue(graph.removeVertex(Body.of(2, 2)));
        assertEquals(3, chain.nodes());
        assertEquals(3, chain.graph(2, 10, 0.5).vertexSet().size());
    }

    @Test
    void positionsGivenOutAreCopies() {
        Structure chain = Structure.chain(3, false);
        chain.positions(1)[0] = 99;
        assertArrayEquals(new double[] {0, 1, 2}, chain.positions(1), 0);
    }

    @Test
    void anAddedDimensionIsOpenAndZero() {
        Structure chain = Structure.chain(3, true).in(2);
        assertArrayEquals(new double[] {0, 0, 1, 0, 2, 0}, chain.positions(1), 0);
        assertEquals(Box.of(3, 0), chain.box(1));
    }

    @Test
    void dimensionsBelowItsOwnOrAboveThreeAreRefused() {
        assertRefused(
                "dimension must be at least 2, found 1", () -> Structure.ring(3).in(1));
        assertRefused(
                "dimension must be 1, 2 or 3, found 4", () -> Structure.ring(3).in(4));
    }

    @Test
    void latticesTooSmallAreRefused() {
        assertRefused("bodies along an axis must be at least 1, found 0", () -> Structure.chain(0, false));
        assertRefused("bodies along a periodic axis must be at least 3, found 2", () -> Structure.chain(2, true));
        assertRefused("bodies along a periodic axis must be at least 3, found 2", () -> Structure.square(3, 2, true));
        assertRefused("bodies along an axis must be at least 1, found -1", () -> Structure.cubic(2, 2, -1, false));
        assertRefused("number of bodies of a ring must be at least 3, found 2", () -> Structure.ring(2));
        assertRefused("places along a row must be at least 1, found 0", () -> Structure.triangular(0, 1, false));
        assertRefused("rows must be at least 1, found 0", () -> Structure.honeycomb(1, 0, false));
        assertRefused("places along a row must be at least 3, found 2", () -> Structure.triangular(2, 4, true));
        assertRefused("rows must be at least 4, found 2", () -> Structure.honeycomb(3, 2, true));
    }

    @Test
    void anOddNumberOfPeriodicRowsIsRefused() {
        String message = "rows of a periodic lattice must be even in number, found 5";
        assertRefused(message, () -> Structure.triangular(3, 5, true));
        assertRefused(message, () -> Structure.honeycomb(3, 5, true));
    }

    @Test
    void latticesTooLargeForAnArrayAreRefused() {
        assertRefused(
                "number of bodies must be at most 268435455, found 268435456",
                () -> Structure.square(1 << 14, 1 << 14, false));
        assertRefused(
                "number of bodies must be at most 268435455, found 8796093022208",
                () -> Structure.cubic(1 << 22, 1 << 21, 1 << 21, false));
        assertRefused(
                "number of bodies must be at most 268435455, found 2147483647",
                () -> Structure.ring(Integer.MAX_VALUE));
        assertRefused(
                "number of bodies must be at most 268435455, found 4000000000",
                () -> Structure.honeycomb(2, 1_000_000_000, false));
    }

    @Test
    void aSpacingThatIsNotPositiveIsRefused() {
        assertRefused(
                "spacing must be positive and finite, found 0.0",
                () -> Structure.ring(3).positions(0));
        assertRefused(
                "spacing must be positive and finite, found NaN",
                () -> Structure.ring(3).box(Double.NaN));
    }

    @Test
    void badBodiesAndSpringsAreRefused() {
        Structure ring = Structure.ring(3);
        assertRefused("mass must be positive and finite, found 0.0", () -> ring.graph(0, 1, 1));
        assertRefused("mass must be positive and finite, found 0.0", () -> ring.compile(0, 1, 1));
        assertRefused("stiffness must be positive and finite, found -1.0", () -> ring.graph(1, -1, 1));
        assertRefused("stiffness must be positive and finite, found -1.0", () -> ring.compile(1, -1, 1));
        assertRefused("restLength must be zero or positive and finite, found -1.0", () -> ring.compile(1, 1, -1));
    }
}
