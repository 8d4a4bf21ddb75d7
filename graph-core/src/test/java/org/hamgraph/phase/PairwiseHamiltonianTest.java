package org.hamgraph.phase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hamgraph.Allocation;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Structure;
import org.junit.jupiter.api.Test;

class PairwiseHamiltonianTest {
    /** Masses 2 and 4, k = 10, l = 1. */
    private static final CompiledGraph PAIR = CompiledGraph.builder(2)
            .body(0, 2, 0)
            .body(1, 4, 0)
            .spring(0, 1, 10, 1, 0)
            .build();

    @Test
    void twoMassesOnASpringHaveTheKnownEnergyAndMotion() {
        HarmonicSprings h = new HarmonicSprings(PAIR, Box.open(2));
        // Distance 5, extension 4, pull 40 along (3, 4)/5.
        double[] y = {1, 1, 4, 5, 2, 0, 0, -8};
        assertEquals(80, h.potentialEnergy(y), 1e-13);
        assertEquals(1 + 8, h.kineticEnergy(y), 1e-14);
        double[] motion = new double[8];
        h.vectorField(y, motion);
        assertArrayEquals(new double[] {1, 0, 0, -2, 24, 32, -24, -32}, motion, 1e-13);
    }

    @Test
    void aSpringActsAcrossTheBoundaryOfAPeriodicBox() {
        HarmonicSprings h = new HarmonicSprings(PAIR, Box.of(10));
        double[] y = {0.25, 9.5, 0, 0};
        assertEquals(10 * 0.25 * 0.25 / 2, h.potentialEnergy(y), 1e-14);
        double[] force = new double[2];
        h.force(y, force, 0);
        // Compressed to 3/4: the bodies are pushed apart, the first to the right.
        assertArrayEquals(new double[] {2.5, -2.5}, force, 1e-14);
    }

    @Test
    void coincidentBodiesExertNoForceAndHaveAFiniteEnergy() {
        for (int dim = 1; dim <= 3; dim++) {
            HarmonicSprings h = new HarmonicSprings(PAIR, Box.open(dim));
            double[] y = new double[4 * dim];
            double[] gradient = new double[4 * dim];
            h.gradient(y, gradient);
            assertEquals(5, h.energy(y), 0);
            assertArrayEquals(new double[4 * dim], gradient, 0);
        }
    }

    @Test
    void velocitiesAndForcesAreWrittenFromTheOffsetOn() {
        HarmonicSprings h = new HarmonicSprings(PAIR, Box.open(1));
        double[] y = {0, 3, 2, -8};
        double[] out = {7, 7, 7, 7, 7};
        h.velocity(y, out, 2);
        assertArrayEquals(new double[] {7, 7, 1, -2, 7}, out, 0);
        h.force(y, out, 1);
        assertArrayEquals(new double[] {7, 20, -20, -2, 7}, out, 0);
    }

    @Test
    void aBodyWithoutSpringsMovesFreely() {
        HarmonicSprings h = new HarmonicSprings(CompiledGraph.builder(1).build(), Box.open(2));
        double[] motion = new double[4];
        h.vectorField(new double[] {5, 6, 3, 4}, motion);
        assertArrayEquals(new double[] {3, 4, 0, 0}, motion, 0);
        assertEquals(12.5, h.energy(new double[] {5, 6, 3, 4}));
    }

    @Test
    void noBodiesHaveNoEnergy() {
        HarmonicSprings h = new HarmonicSprings(CompiledGraph.builder(0).build(), Box.open(3));
        assertEquals(0, h.energy(new double[0]));
        h.gradient(new double[0], new double[0]);
    }

    @Test
    void aStateThatIsNotFiniteGivesAnEnergyThatIsNot() {
        HarmonicSprings h = new HarmonicSprings(PAIR, Box.open(1));
        assertTrue(Double.isNaN(h.energy(new double[] {0, Double.NaN, 0, 0})));
        assertTrue(Double.isNaN(h.energy(new double[] {0, 1, Double.NaN, 0})));
    }

    @Test
    void itKnowsItsSystem() {
        Box box = Box.of(4, 4);
        HarmonicSprings h = new HarmonicSprings(PAIR, box);
        assertSame(PAIR, h.graph());
        assertSame(box, h.box());
        assertEquals(new PhaseLayout(2, 2), h.layout());
        assertEquals(
                "graph",
                assertThrows(NullPointerException.class, () -> new HarmonicSprings(null, box))
                        .getMessage());
        assertEquals(
                "box",
                assertThrows(NullPointerException.class, () -> new HarmonicSprings(PAIR, null))
                        .getMessage());
    }

    @Test
    void sweepsAllocateNothing() {
        Structure cube = Structure.cubic(6, 6, 6, true);
        HarmonicSprings h = new HarmonicSprings(cube.compile(1, 10, 0.5), cube.box(1));
        double[] y = new double[h.layout().size()];
        System.arraycopy(cube.positions(1), 0, y, 0, h.layout().half());
        double[] out = new double[y.length];
        Runnable sweeps = () -> {
            for (int k = 0; k < 50; k++) {
                h.vectorField(y, out);
                h.gradient(y, out);
                out[0] = h.energy(y);
            }
        };
        sweeps.run();
        long bytes = Allocation.bytesOf(sweeps);
        // One number for each body in each of the 50 rounds would be 86,400 bytes.
        assertTrue(bytes < 5000, () -> bytes + " bytes");
        double[][] keep = new double[50][];
        long copying = Allocation.bytesOf(() -> {
            for (int k = 0; k < 50; k++) {
                keep[k] = y.clone();
                h.gradient(y, keep[k]);
            }
        });
        assertTrue(copying > 5000, () -> "allocation is not counted, found " + copying + " bytes");
    }
}
