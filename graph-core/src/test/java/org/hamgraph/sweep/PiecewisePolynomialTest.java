package org.hamgraph.sweep;

import static org.hamgraph.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PiecewisePolynomialTest {
    /** x² on pieces [0, 1] and [1, 2], 0 below and 4 + 3 (x − 2) above. */
    private static PiecewisePolynomial parabola() {
        double[][] c = {{0.25, 1, 1}, {2.25, 3, 1}};
        return PiecewisePolynomial.continued(0, 2, c, new double[] {0}, new double[] {4, 3});
    }

    @Test
    void aPolynomialHoldsEverywhere() {
        PiecewisePolynomial p = PiecewisePolynomial.polynomial(1, 5, 0, 2, 1);
        assertEquals(5, p.value(1), 0);
        assertEquals(5 + 2 * 4 + 8, p.value(3), 0);
        assertEquals(5 + 2 * 16 - 64, p.value(-3), 0);
        assertTrue(p.covers(1e300));
        assertEquals(3, p.degree());
        assertEquals(1, p.pieces());
    }

    @Test
    void piecesMeetAndGoOn() {
        PiecewisePolynomial p = parabola();
        for (double x : new double[] {0, 0.3, 0.999, 1, 1.001, 1.7, 2}) {
            assertEquals(x * x, p.value(x), 1e-14, "x=" + x);
            assertTrue(p.covers(x));
        }
        assertEquals(0, p.value(-7), 1e-14);
        assertEquals(4 + 3 * 100, p.value(102), 1e-12);
        assertFalse(p.covers(-0.001));
        assertFalse(p.covers(2.001));
        assertTrue(Double.isNaN(p.value(Double.NaN)));
    }

    @Test
    void anotherFunctionServesBeyond() {
        PiecewisePolynomial p = PiecewisePolynomial.within(1, 3, new double[][] {{7}}, x -> -x);
        assertEquals(7, p.value(1), 0);
        assertEquals(7, p.value(3), 0);
        assertEquals(-3.5, p.value(3.5), 0);
        assertEquals(-0.5, p.value(0.5), 0);
    }

    @Test
    void theArgumentCanBeMappedAndTheValueScaled() {
        PiecewisePolynomial p = parabola().of(0.5, -0.25, 3);
        for (double r : new double[] {-2, 0.5, 1.1, 2.5, 4, 9}) {
            assertEquals(3 * parabola().value(0.5 * r - 0.25), p.value(r), 1e-13, "r=" + r);
        }
        PiecewisePolynomial beyond =
                PiecewisePolynomial.within(1, 3, new double[][] {{7}}, x -> -x).of(1, -2, 2);
        assertEquals(14, beyond.value(4), 0);
        assertEquals(-2 * 8, beyond.value(10), 0);
        PiecewisePolynomial same = parabola();
        assertSame(same, same.of(1, 0, 1));
    }

    @Test
    void badArgumentsAreRefused() {
        double[] none = {};
        assertRefused(
                "high must be above low = 2.0, found 1.0",
                () -> PiecewisePolynomial.continued(2, 1, new double[][] {{1}}, none, none));
        assertRefused(
                "number of pieces must be at least 1, found 0",
                () -> PiecewisePolynomial.continued(1, 2, new double[0][], none, none));
        assertRefused(
                "coefficients of a piece must have length 2, found 1",
                () -> PiecewisePolynomial.continued(1, 2, new double[][] {{1, 2}, {1}}, none, none));
        assertRefused("coefficient must be finite, found NaN", () -> PiecewisePolynomial.polynomial(0, 1, Double.NaN));
        assertRefused(
                "factor of the argument must be positive and finite, found 0.0",
                () -> parabola().of(0, 0, 1));
    }
}
