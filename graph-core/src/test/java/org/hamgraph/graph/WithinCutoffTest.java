package org.hamgraph.graph;

import static org.hamgraph.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WithinCutoffTest {
    @Test
    void bodiesCloserThanTheCutoffAreBonded() {
        double[] position = {0.0, 0.25, 0.375, 1.0};
        Structure open = Structure.withinCutoff(4, 1, 0.25, false, position);
        assertEquals(1, open.bonds(), "a distance equal to the cutoff makes no bond");
        CompiledGraph graph = open.compile(1, 10, 0);
        assertEquals(new Spring(1, 2, 10, 0, 0), graph.spring(0));
        assertArrayEquals(new double[] {0, 1, 1.5, 4}, open.positions(4), 0);
        assertEquals(Box.open(1), open.box(4));
    }

    @Test
    void acrossAPeriodTheNearestImageCounts() {
        double[] position = {0.0625, 0.9375, 0.5};
        assertEquals(0, Structure.withinCutoff(3, 1, 0.25, false, position).bonds());
        Structure periodic = Structure.withinCutoff(3, 1, 0.25, true, position);
        assertEquals(1, periodic.bonds());
        assertTrue(periodic.compile(1, 1, 1).edgeBetween(0, 1) >= 0);
        assertEquals(Box.of(4), periodic.box(4));
    }

    @Test
    void bodiesInOnePlaceAreBonded() {
        double[] position = new double[2 * 9];
        assertEquals(36, Structure.withinCutoff(9, 2, 0.1, false, position).bonds());
        assertEquals(36, Structure.withinCutoff(9, 2, 0.1, true, position).bonds());
    }

    @Test
    void oneBodyHasNoBond() {
        assertEquals(0, Structure.withinCutoff(1, 3, 10, false, new double[3]).bonds());
    }

    @Test
    void thePositionsGivenAreCopied() {
        double[] position = {0.0, 0.25};
        Structure structure = Structure.withinCutoff(2, 1, 0.5, false, position);
        position[0] = 99;
        assertArrayEquals(new double[] {0.0, 0.25}, structure.positions(1), 0);
    }

    @Test
    void badArgumentsAreRefused() {
        double[] position = new double[6];
        assertRefused(
                "number of bodies must be at least 1, found 0",
                () -> Structure.withinCutoff(0, 1, 0.1, false, new double[0]));
        assertRefused("dimension must be 1, 2 or 3, found 4", () -> Structure.withinCutoff(1, 4, 0.1, false, position));
        assertRefused(
                "positions [n*dim] must have length 8, found 6",
                () -> Structure.withinCutoff(4, 2, 0.1, false, position));
        assertRefused(
                "cutoff must be positive and finite, found 0.0",
                () -> Structure.withinCutoff(3, 2, 0, false, position));
        assertRefused(
                "cutoff must be below half the period, found 0.5",
                () -> Structure.withinCutoff(3, 2, 0.5, true, position));
        position[4] = Double.NaN;
        assertRefused(
                "positions must be finite, found NaN at index 4",
                () -> Structure.withinCutoff(3, 2, 0.1, false, position));
    }
}
