package org.hamgraph.sim.force;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.junit.jupiter.api.Test;

class FputHamiltonianTest {
    private static final CompiledGraph PAIR = TwoBodies.joinedBy(2.0, 1.0);

    @Test
    void energyAndForceAreThoseWorkedOutByHand() {
        FputHamiltonian h = FputHamiltonian.of(PAIR, Box.open(1), 3.0, 8.0);
        double[] force = new double[2];

        // x = 0.5: 2/2 * 0.25 + 3/3 * 0.125 + 8/4 * 0.0625 and 2 * 0.5 + 3 * 0.25 + 8 * 0.125
        assertEquals(0.5, h.energy(TwoBodies.apart(1.5)), 0);
        h.force(TwoBodies.apart(1.5), force, 0);
        assertArrayEquals(new double[] {2.75, -2.75}, force, 0);

        // x = -0.5: the cubic term changes sign.
        assertEquals(0.25, h.energy(TwoBodies.apart(0.5)), 0);
        h.force(TwoBodies.apart(0.5), force, 0);
        assertArrayEquals(new double[] {-1.25, 1.25}, force, 0);
    }

    @Test
    void withoutHigherTermsItIsASpring() {
        RandomSystem system = RandomSystem.of(6, 3, false, 4);
        double[] fput = new double[36];
        double[] spring = new double[36];
        FputHamiltonian.of(system.graph(), system.box(), 0, 0).gradient(system.y(), fput);
        SpringHamiltonian.of(system.graph(), system.box()).gradient(system.y(), spring);
        assertArrayEquals(spring, fput, 0);
    }

    @Test
    void factorsMustBeFinite() {
        assertEquals(
                "alpha must be finite, found NaN",
                assertThrows(IllegalArgumentException.class, () -> FputHamiltonian.of(PAIR, Box.open(1), Double.NaN, 0))
                        .getMessage());
        assertEquals(
                "beta must be finite, found Infinity",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> FputHamiltonian.of(PAIR, Box.open(1), 0, Double.POSITIVE_INFINITY))
                        .getMessage());
    }
}
