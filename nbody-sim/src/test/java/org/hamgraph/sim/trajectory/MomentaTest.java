package org.hamgraph.sim.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.hamgraph.phase.PhaseLayout;
import org.junit.jupiter.api.Test;

class MomentaTest {
    private static Momenta of(int nodes, int dim, double... y) {
        Momenta momenta = new Momenta(new PhaseLayout(nodes, dim));
        momenta.measure(y);
        return momenta;
    }

    private static void assertVectors(Momenta momenta, double[] linear, double[] angular) {
        for (int axis = 0; axis < 3; axis++) {
            assertEquals(linear[axis], momenta.linear(axis), 0);
            assertEquals(angular[axis], momenta.angular(axis), 0);
        }
    }

    @Test
    void onALineThereIsNoAngularMomentum() {
        Momenta momenta = of(2, 1, /* q */ 1, 2, /* p */ 3, -5);
        assertVectors(momenta, new double[] {-2, 0, 0}, new double[3]);
        assertEquals(8, momenta.linearSize(), 0);
        assertEquals(13, momenta.angularSize(), 0);
    }

    @Test
    void inThePlaneItIsAlongZ() {
        // x v - y u: 1*4 - 2*3 = -2 and 0*0 - 1*(-1) = 1.
        Momenta momenta = of(2, 2, /* q */ 1, 2, 0, 1, /* p */ 3, 4, -1, 0);
        assertVectors(momenta, new double[] {2, 4, 0}, new double[] {0, 0, -1});
        assertEquals(6, momenta.linearSize(), 0);
    }

    @Test
    void inSpaceItIsTheCrossProduct() {
        // (1,2,3) x (4,5,6) = (-3,6,-3)
        Momenta momenta = of(1, 3, 1, 2, 3, 4, 5, 6);
        assertVectors(momenta, new double[] {4, 5, 6}, new double[] {-3, 6, -3});
        // A second state takes the place of the first.
        momenta.measure(new double[] {1, 0, 0, 0, 2, 0});
        assertVectors(momenta, new double[] {0, 2, 0}, new double[] {0, 0, 2});
        assertEquals(2, momenta.angularSize(), 0);
    }

    @Test
    void axesAndStatesThatDoNotExistAreRefused() {
        Momenta momenta = new Momenta(new PhaseLayout(1, 3));
        assertEquals(
                "axis must lie in 0..2, found 3",
                assertThrows(IllegalArgumentException.class, () -> momenta.angular(3))
                        .getMessage());
        assertEquals(
                "state y [2*n*dim] must have length 6, found 5",
                assertThrows(IllegalArgumentException.class, () -> momenta.measure(new double[5]))
                        .getMessage());
    }
}
