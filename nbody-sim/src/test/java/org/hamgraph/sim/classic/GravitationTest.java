package org.hamgraph.sim.classic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class GravitationTest {
    @Test
    void energyAndForcesAreThoseWorkedOutByHand() {
        // Bodies at (0,0) and (3,4) with softening 12: s = 13.
        Gravitation h = Gravitation.of(new double[] {2, 4}, 2, 13, 12);
        double[] y = {0, 0, 3, 4, /* p */ 2, 0, 0, 4};
        double[] derivative = new double[8];
        h.vectorField(y, derivative);

        assertEquals(4 / 4.0 + 16 / 8.0, h.kineticEnergy(y), 0);
        assertEquals(-8, h.potentialEnergy(y), 8 * Math.ulp(8.0));
        double pull = 8.0 / 169;
        double[] expected = {1, 0, 0, 1, 3 * pull, 4 * pull, -3 * pull, -4 * pull};
        assertArrayEquals(expected, derivative, 8 * Math.ulp(1.0));
    }

    @Test
    void coincidentBodiesExertNoForce() {
        Gravitation h = Gravitation.of(new double[] {1, 1}, 1);
        double[] force = {7, 7};
        h.force(new double[] {3, 3, 0, 0}, force, 0);
        assertArrayEquals(new double[2], force, 0);
        assertEquals(Double.NEGATIVE_INFINITY, h.energy(new double[] {3, 3, 0, 0}), 0);
    }

    @Test
    void theMassesAreCopied() {
        double[] masses = {1, 2};
        Gravitation h = Gravitation.of(masses, 2);
        masses[0] = 5;
        assertEquals(1, h.mass(0), 0);
        assertEquals(1, h.constant(), 0);
        assertEquals(0, h.softening(), 0);
    }

    @Test
    void wrongArgumentsAreNamed() {
        assertMessage("number of masses must be at least 1, found 0", () -> Gravitation.of(new double[0], 2));
        assertMessage(
                "mass of body 1 must be positive and finite, found -1.0",
                () -> Gravitation.of(new double[] {1, -1}, 2));
        assertMessage("dimension must be 1, 2 or 3, found 4", () -> Gravitation.of(new double[] {1}, 4));
        assertMessage(
                "gravitational constant G must be positive and finite, found 0.0",
                () -> Gravitation.of(new double[] {1}, 2, 0, 0));
        assertMessage(
                "softening must be zero or positive and finite, found NaN",
                () -> Gravitation.of(new double[] {1}, 2, 1, Double.NaN));
        Gravitation one = Gravitation.of(new double[] {1}, 2);
        assertMessage("body must lie in 0..0, found 1", () -> one.mass(1));
    }

    private static void assertMessage(String expected, Runnable call) {
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }
}
