package org.hamgraph.sim.force;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hamgraph.graph.Box;
import org.junit.jupiter.api.Test;

class QuarticRingHamiltonianTest {
    private final QuarticRingHamiltonian h = QuarticRingHamiltonian.of(TwoBodies.joinedBy(7.0, 3.0), Box.open(1));

    @Test
    void energyAndForceAreThoseWorkedOutByHandWhateverTheSpring() {
        double[] force = new double[2];
        assertEquals(9, h.energy(TwoBodies.apart(2)), 0);
        h.force(TwoBodies.apart(2), force, 0);
        assertArrayEquals(new double[] {24, -24}, force, 0);
        assertEquals(0.5625, h.energy(TwoBodies.apart(0.5)), 0);
        h.force(TwoBodies.apart(0.5), force, 0);
        assertArrayEquals(new double[] {-1.5, 1.5}, force, 0);
        assertEquals(0, h.energy(TwoBodies.apart(1)), 0);
    }

    @Test
    void nextToTheRingNoDigitsAreLost() {
        double x = 0x1p-30;
        double r = 1 + x;
        double exact = 4 * x * x * (1 + x);
        double naive = Math.pow(r * r - 1, 2);
        assertEquals(exact, h.energy(TwoBodies.apart(r)), 1e-15 * exact);
        assertTrue(Math.abs(naive - exact) > 1e-10 * exact);
    }
}
