package org.hamgraph.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;

class ScalarInputProperties {
    /** Returns how far the series reaches: to the pole at 0, or at -1; any length for x itself. */
    private static double radius(ScalarInput input, double x) {
        return input == ScalarInput.RELATIVISTIC ? 1 + x : x;
    }

    @Property(tries = 300)
    void theDerivativeIsThatOfTheValue(
            @ForAll ScalarInput input, @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 100) double x) {
        double excess = ScalarInputLaw.derivative(input::value, input::derivative, x, radius(input, x));
        assertTrue(excess <= 1, () -> excess + " for " + input + " x=" + x);
    }

    @Property(tries = 300)
    void everyCoefficientFollowsFromTheOneBefore(
            @ForAll ScalarInput input, @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 100) double x) {
        double excess = ScalarInputLaw.recursion(input::series, x, radius(input, x));
        assertTrue(excess <= 1, () -> excess + " for " + input + " x=" + x);
    }

    @Property(tries = 300)
    void theSeriesApproachesTheValueTermByTerm(
            @ForAll ScalarInput input,
            @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 100) double x,
            @ForAll @Scale(6) @DoubleRange(min = -0.125, max = 0.125) double part) {
        double t = part * radius(input, x);
        double excess = ScalarInputLaw.tail(input::value, input::series, x, t);
        assertTrue(excess <= 1, () -> excess + " for " + input + " x=" + x + " t=" + t);
    }

    @Property(tries = 300)
    void theSeriesStartsWithValueAndDerivativeAndFillsWhatItIsGiven(
            @ForAll ScalarInput input,
            @ForAll @Scale(6) @DoubleRange(min = 0.01, max = 100) double x,
            @ForAll @IntRange(max = 9) int length) {
        double[] whole = ScalarInputLaw.coefficients(input::series, x, 9);
        String where = input + " x=" + x + " length=" + length;
        // Two ways to the same number, three roundings each.
        assertEquals(input.value(x), whole[0], 6 * Math.ulp(input.value(x)), where);
        assertEquals(input.derivative(x), whole[1], 6 * Math.ulp(input.derivative(x)), where);
        double[] part = new double[length];
        Arrays.fill(part, Double.NaN);
        input.series(x, part);
        assertArrayEquals(Arrays.copyOf(whole, length), part, 0, where);
    }

    @Example
    void aWrongSlopeIsSeen() {
        ScalarInput input = ScalarInput.RELATIVISTIC;
        assertTrue(ScalarInputLaw.derivative(input::value, s -> 1 / Math.sqrt(1 + s), 2, 3) > 1e6);
        assertTrue(ScalarInputLaw.derivative(input::value, s -> input.derivative(s) * (1 + 1e-7), 2, 3) > 5);
    }

    @Example
    void oneWrongCoefficientIsSeen() {
        for (int wrong = 0; wrong < ScalarInputLaw.TERMS; wrong++) {
            int k = wrong;
            ScalarInputLaw.Series series = (x, out) -> {
                ScalarInput.LOG.series(x, out);
                out[k] *= 1.01;
            };
            assertTrue(ScalarInputLaw.recursion(series, 2, 2) > 1e3, "coefficient " + k);
            ScalarInputLaw.Series turned = (x, out) -> {
                ScalarInput.LOG.series(x, out);
                out[k] = -out[k];
            };
            assertTrue(ScalarInputLaw.tail(ScalarInput.LOG::value, turned, 2, 0.25) > 1.5, "coefficient " + k);
        }
    }
}
