package org.hamgraph.phase;

import static org.hamgraph.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class PhaseStateTest {
    private static final PhaseLayout LAYOUT = new PhaseLayout(2, 2);
    private final double[] y = {1, 2, 3, 4, 5, 6, 7, 8};

    @Test
    void coordinatesAreFoundByBodyAndAxis() {
        PhaseState state = PhaseState.copyOf(LAYOUT, y);
        assertEquals(LAYOUT, state.layout());
        assertEquals(1, state.q(0, 0));
        assertEquals(4, state.q(1, 1));
        assertEquals(5, state.p(0, 0));
        assertEquals(7, state.p(1, 0));
    }

    @Test
    void neitherTheArrayGivenNorTheOneReturnedReachesIt() {
        PhaseState state = PhaseState.copyOf(LAYOUT, y);
        y[0] = 99;
        state.toArray()[1] = 99;
        assertArrayEquals(new double[] {1, 2, 3, 4, 5, 6, 7, 8}, state.toArray(), 0);
    }

    @Test
    void statesAreEqualIfAllNumbersAre() {
        PhaseState state = PhaseState.copyOf(LAYOUT, y);
        assertEquals(PhaseState.copyOf(LAYOUT, y), state);
        assertEquals(PhaseState.copyOf(LAYOUT, y).hashCode(), state.hashCode());
        assertNotEquals(PhaseState.copyOf(new PhaseLayout(4, 1), y), state);
        y[7] = Math.nextUp(y[7]);
        assertNotEquals(PhaseState.copyOf(LAYOUT, y), state);
        assertNotEquals((Object) state, y);
    }

    @Test
    void aNumberThatIsNotFiniteIsRefusedByName() {
        y[7] = Double.NEGATIVE_INFINITY;
        assertRefused(
                "state y must be finite, found -Infinity for p of body 1, axis 1", () -> PhaseState.copyOf(LAYOUT, y));
        y[2] = Double.NaN;
        assertRefused("state y must be finite, found NaN for q of body 1, axis 0", () -> PhaseState.copyOf(LAYOUT, y));
    }

    @Test
    void aStateOfAnotherLengthIsRefused() {
        assertRefused("state y [2*n*dim] must have length 8, found 5", () -> PhaseState.copyOf(LAYOUT, new double[5]));
    }

    @Test
    void bodiesAndAxesThatDoNotExistAreRefused() {
        PhaseState state = PhaseState.copyOf(LAYOUT, y);
        assertRefused("body must lie in 0..1, found 2", () -> state.q(2, 0));
        assertRefused("axis must lie in 0..1, found 2", () -> state.q(0, 2));
        assertRefused("body must lie in 0..1, found -1", () -> state.p(-1, 0));
        assertRefused("axis must lie in 0..1, found -1", () -> state.p(1, -1));
    }
}
