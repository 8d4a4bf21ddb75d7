package org.hamgraph.hgn.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hamgraph.hgn.network.Continuation;
import org.junit.jupiter.api.Test;

class TailChoiceTest {
    /** Errors of orders 1 to 5 and of the network. */
    private static TailChoice among(double... error) {
        return TailChoice.among(candidate -> error[candidate.order() == 0 ? 5 : candidate.order() - 1]);
    }

    @Test
    void theLeastErrorWins() {
        assertEquals(new TailChoice(Continuation.taylor(3), 1e-9), among(1, 1e-3, 1e-9, 1e-6, 1e-5, 1e-4));
        assertEquals(new TailChoice(Continuation.NETWORK, 1e-9), among(1, 1e-3, 1e-5, 1e-6, 1e-7, 1e-9));
    }

    @Test
    void withinAFactorOfTwoTheLowestOrderWins() {
        assertEquals(new TailChoice(Continuation.taylor(2), 2e-9), among(2.1e-9, 2e-9, 1.5e-9, 1e-9, 3e-9, 1e-9));
        assertEquals(new TailChoice(Continuation.taylor(1), 2e-9), among(2e-9, 2e-9, 2e-9, 1e-9, 2e-9, 2e-9));
    }

    @Test
    void noErrorAtAllIsTheLeast() {
        assertEquals(new TailChoice(Continuation.taylor(2), 0), among(1, 0, 0, 0, 0, 0));
    }

    @Test
    void infiniteErrorsLose() {
        double infinite = Double.POSITIVE_INFINITY;
        assertEquals(
                new TailChoice(Continuation.taylor(1), 5), among(5, infinite, infinite, infinite, infinite, infinite));
    }

    @Test
    void whatIsNotANumberLoses() {
        assertEquals(new TailChoice(Continuation.taylor(1), 5), among(5, 6, 7, 8, 9, Double.NaN));
        assertSame(TailChoice.UNTESTED, among(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
        assertTrue(Double.isNaN(TailChoice.UNTESTED.error()));
        assertEquals(Continuation.NETWORK, TailChoice.UNTESTED.continuation());
    }
}
