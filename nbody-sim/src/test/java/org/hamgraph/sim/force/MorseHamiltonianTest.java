package org.hamgraph.sim.force;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.junit.jupiter.api.Test;

class MorseHamiltonianTest {
    private static final double DEPTH = 3.0;
    private static final double STEEPNESS = 1.5;
    private static final CompiledGraph PAIR = TwoBodies.joinedBy(1.0, 1.0);

    private final MorseHamiltonian h = MorseHamiltonian.of(PAIR, Box.open(1), DEPTH, STEEPNESS);

    private double pull(double r) {
        double[] force = new double[2];
        h.force(TwoBodies.apart(r), force, 0);
        return force[0];
    }

    @Test
    void energyAndForceAtALogarithmOfTwoAreThoseWorkedOutByHand() {
        double r = 1 + Math.log(2) / STEEPNESS;
        assertEquals(DEPTH / 4, h.energy(TwoBodies.apart(r)), 1e-15 * DEPTH);
        assertEquals(2 * STEEPNESS * DEPTH / 4, pull(r), 1e-15 * 2 * STEEPNESS * DEPTH);
    }

    @Test
    void theBondRestsAtTheRestLengthOfTheSpring() {
        assertEquals(0, h.energy(TwoBodies.apart(1.0)), 0);
        assertEquals(0, pull(1.0), 0);
    }

    @Test
    void nextToTheRestLengthNoDigitsAreLost() {
        double x = 0x1p-30;
        double ax = STEEPNESS * x;
        double series = DEPTH * ax * ax * (1 - ax + 7.0 / 12 * ax * ax);
        double naive = DEPTH * Math.pow(1 - Math.exp(-ax), 2);

        assertEquals(series, h.energy(TwoBodies.apart(1 + x)), 1e-15 * series);
        assertEquals(2 * STEEPNESS * DEPTH * ax * (1 - 1.5 * ax), pull(1 + x), 1e-15 * 2 * STEEPNESS * DEPTH * ax);
        assertTrue(Math.abs(naive - series) > 1e-10 * series);
    }

    @Test
    void inTheTailNoDigitsAreLost() {
        double step = Math.exp(-STEEPNESS * 20.0);
        double exact = 2 * STEEPNESS * DEPTH * step * (1 - step);
        double naive = -2 * STEEPNESS * DEPTH * Math.expm1(-STEEPNESS * 20.0) * (1 + Math.expm1(-STEEPNESS * 20.0));

        assertEquals(exact, pull(21.0), 1e-15 * exact);
        assertTrue(Math.abs(naive - exact) > 1e-6 * exact);
        assertEquals(DEPTH, h.energy(TwoBodies.apart(100.0)), 0);
    }

    @Test
    void depthAndSteepnessMustBePositive() {
        assertEquals(
                "depth D must be positive and finite, found 0.0",
                assertThrows(IllegalArgumentException.class, () -> MorseHamiltonian.of(PAIR, Box.open(1), 0, 1))
                        .getMessage());
        assertEquals(
                "steepness a must be positive and finite, found -1.0",
                assertThrows(IllegalArgumentException.class, () -> MorseHamiltonian.of(PAIR, Box.open(1), 1, -1))
                        .getMessage());
    }
}
