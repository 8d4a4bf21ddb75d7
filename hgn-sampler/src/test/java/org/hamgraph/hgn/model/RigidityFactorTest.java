package org.hamgraph.hgn.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Structure;
import org.hamgraph.hgn.TrainingSystem;
import org.hamgraph.phase.PhaseDataset;
import org.junit.jupiter.api.Test;

class RigidityFactorTest {
    private final TrainingSystem cube = TrainingSystem.springs(Structure.cubic(2, 2, 2, false));
    private final PhaseDataset data = cube.data(20, 1);

    @Test
    void pullsOfSpringsAreRecoveredFromForces() {
        RigidityFactor rigidity = new RigidityFactor(cube.graph(), cube.box());
        double[] pull = new double[12];
        for (int k = 0; k < data.size(); k++) {
            rigidity.factor(data.state(k), data.derivative(k), 24);
            assertTrue(rigidity.pulls(pull));
            for (int e = 0; e < 12; e++) {
                double r = cube.box()
                        .distance(
                                data.state(k),
                                cube.graph().first(e),
                                cube.graph().second(e));
                // Triangular systems of condition below 100.
                assertEquals(r - 1, pull[e], 1e-13, "state " + k + ", edge " + e);
            }
            assertTrue(rigidity.outside2() < 1e-28, "outside " + rigidity.outside2());
        }
    }

    @Test
    void lengthsAreKept() {
        RigidityFactor rigidity = new RigidityFactor(cube.graph(), cube.box());
        double[] forces = new double[24];
        for (int i = 0; i < 24; i++) {
            forces[i] = Math.sin(i);
        }
        rigidity.factor(data.state(0), forces, 0);
        double inside2 = 0;
        double all2 = 0;
        for (int e = 0; e < 12; e++) {
            inside2 += rigidity.turned(e) * rigidity.turned(e);
        }
        for (double f : forces) {
            all2 += f * f;
        }
        assertEquals(all2, inside2 + rigidity.outside2(), 1e-14 * all2);
        assertTrue(inside2 > 0.1 * all2 && rigidity.outside2() > 0.1 * all2);
        for (int e = 0; e < 12; e++) {
            double norm2 = 0;
            for (int i = 0; i <= e; i++) {
                norm2 += rigidity.r(i, e) * rigidity.r(i, e);
            }
            // A column of the rigidity matrix holds two opposite unit vectors.
            assertEquals(2, norm2, 1e-14);
        }
    }

    @Test
    void aPushOnTheWholeSystemLiesOutside() {
        RigidityFactor rigidity = new RigidityFactor(cube.graph(), cube.box());
        double[] forces = new double[24];
        for (int i = 0; i < 24; i += 3) {
            forces[i] = 1;
        }
        rigidity.factor(data.state(0), forces, 0);
        assertEquals(8, rigidity.outside2(), 1e-13);
    }

    @Test
    void forcesOnATriangleOnALineDoNotTellItsPulls() {
        CompiledGraph triangle = CompiledGraph.builder(3)
                .spring(0, 1, 1, 1, 0)
                .spring(1, 2, 1, 1, 0)
                .spring(0, 2, 1, 1, 0)
                .build();
        RigidityFactor rigidity = new RigidityFactor(triangle, Box.open(2));
        double[] flat = {0, 0, 1, 0, 2, 0, 0, 0, 0, 0, 0, 0};
        rigidity.factor(flat, new double[6], 0);
        assertFalse(rigidity.pulls(new double[3]));
        double[] slanted = {0, 0, 0.3, 0.1, 0.9, 0.3, 0, 0, 0, 0, 0, 0};
        rigidity.factor(slanted, new double[6], 0);
        assertTrue(rigidity.r(2, 2) != 0, "rounding hides the dependence");
        assertFalse(rigidity.pulls(new double[3]));
        double[] tall = {0, 0, 1, 1, 2, 0, 0, 0, 0, 0, 0, 0};
        rigidity.factor(tall, new double[6], 0);
        double[] pull = {1, 1, 1};
        assertTrue(rigidity.pulls(pull));
        assertArrayEquals(new double[3], pull, 0);
    }

    @Test
    void coincidentBodiesHaveNoDirection() {
        CompiledGraph pair = CompiledGraph.builder(2).spring(0, 1, 1, 1, 0).build();
        RigidityFactor rigidity = new RigidityFactor(pair, Box.open(2));
        rigidity.factor(new double[8], new double[] {1, 2, 3, 4}, 0);
        assertEquals(0, rigidity.r(0, 0), 0);
        assertFalse(rigidity.pulls(new double[1]));
    }
}
