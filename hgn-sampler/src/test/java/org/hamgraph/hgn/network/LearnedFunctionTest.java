package org.hamgraph.hgn.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hamgraph.feature.ScalarInput;
import org.hamgraph.hgn.sample.Activation;
import org.hamgraph.hgn.sample.DenseLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class LearnedFunctionTest {
    /** sin x between 0 and 1. */
    private static final CoordinateLayer SINE = layer(Activation.SINE, 1);

    private static CoordinateLayer layer(Activation activation, double... weight) {
        return new CoordinateLayer(
                List.of(ScalarInput.LINEAR),
                new double[1],
                new double[] {1},
                DenseLayer.copyOf(1, weight, new double[weight.length]),
                activation,
                new Range(0, 1, 0.5));
    }

    private static LearnedFunction twoSines(int order) {
        return new LearnedFunction(SINE, new double[] {2}, SINE.range(), new Continuation(order), 0);
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void continuationsOfASineAreItsTaylorPolynomials() {
        double sine = 2 * Math.sin(1);
        double cosine = 2 * Math.cos(1);
        assertEquals(2 * Math.sin(1.5), twoSines(0).value(1.5), 1e-15);
        assertEquals(sine + 0.5 * cosine, twoSines(1).value(1.5), 1e-15);
        assertEquals(sine + 0.5 * cosine - 0.125 * sine, twoSines(2).value(1.5), 1e-15);
        assertEquals(cosine - 0.5 * sine, twoSines(2).derivative(1.5), 1e-15);
        assertEquals(2 * (-0.5 + 0.5 * 0.5 * 0.5 / 6), twoSines(3).value(-0.5), 1e-15);
    }

    @Test
    void atTheEndsTheNetworkItselfCounts() {
        assertEquals(2 * Math.sin(1), twoSines(1).value(1), 0);
        assertEquals(2, twoSines(1).derivative(0), 0);
    }

    @Test
    void whatIsNotANumberStaysSo() {
        assertTrue(Double.isNaN(twoSines(2).value(Double.NaN))
                && Double.isNaN(twoSines(2).derivative(Double.NaN)));
    }

    @Test
    void partsAreKept() {
        LearnedFunction f = twoSines(3);
        assertEquals(new Range(0, 1, 0.5), f.range());
        assertEquals(Continuation.taylor(3), f.continuation());
    }

    @Test
    void argumentsAreChecked() {
        assertRefused(
                "coefficients [F] must have length 1, found 2",
                () -> new LearnedFunction(SINE, new double[2], SINE.range(), Continuation.NETWORK, 0));
        assertRefused(
                "coefficients must be finite, found NaN at index 0",
                () -> new LearnedFunction(SINE, new double[] {Double.NaN}, SINE.range(), Continuation.NETWORK, 0));
        assertRefused(
                "reference must be finite, found NaN",
                () -> new LearnedFunction(SINE, new double[1], SINE.range(), Continuation.NETWORK, Double.NaN));
    }

    @Test
    void aContinuationIsOfOrderZeroToFive() {
        assertEquals("network", Continuation.NETWORK.toString());
        assertEquals("Taylor polynomial of order 2", Continuation.taylor(2).toString());
        assertRefused("order of a Taylor polynomial must be at least 1, found 0", () -> Continuation.taylor(0));
        assertRefused("order of a continuation must lie in 0..5, found 6", () -> Continuation.taylor(6));
        assertRefused("order of a continuation must lie in 0..5, found -1", () -> new Continuation(-1));
    }

    @Test
    void aRangeIsMadeOfItsValues() {
        Range range = Range.of(new double[] {3, -1, 2, 8});
        assertEquals(new Range(-1, 8, 3), range);
        assertEquals(9, range.width());
        assertTrue(range.contains(-1) && range.contains(8) && range.contains(0));
        assertFalse(
                range.contains(Math.nextDown(-1.0)) || range.contains(Math.nextUp(8.0)) || range.contains(Double.NaN));
        assertEquals(new Range(5, 5, 5), Range.of(new double[] {5}));
    }

    @Test
    void theValuesOfARangeStayAsTheyWere() {
        double[] values = {3, -1, 2};
        Range.of(values);
        assertArrayEquals(new double[] {3, -1, 2}, values);
    }

    @Test
    void aRangeIsChecked() {
        assertRefused("number of values must be at least 1, found 0", () -> Range.of(new double[0]));
        assertRefused("high must not be below low = 2.0, found 1.0", () -> new Range(2, 1, 1));
        assertRefused("low must be finite, found NaN", () -> new Range(Double.NaN, 1, 1));
        assertRefused(
                "high must be finite, found Infinity", () -> Range.of(new double[] {1, Double.POSITIVE_INFINITY}));
    }
}
