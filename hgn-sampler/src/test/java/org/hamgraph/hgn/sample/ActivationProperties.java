package org.hamgraph.hgn.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.hamgraph.support.RandomStreams;

class ActivationProperties {
    private static final double STEP = Math.cbrt(Math.ulp(1.0));
    private static final double H = 0.02;

    @Property(tries = 400)
    void derivativeIsThatOfTheValue(@ForAll Activation activation, @ForAll @DoubleRange(min = -6, max = 6) double u) {
        Assume.that(activation != Activation.RELU || Math.abs(u) > 2 * STEP);
        double difference = (activation.value(u + STEP) - activation.value(u - STEP)) / (2 * STEP);
        // Third derivatives below 2 over 6 times step^2, and two roundings of values below 7 over 2 steps.
        double tolerance = STEP * STEP + 7 * Math.ulp(1.0) / STEP;
        assertEquals(difference, activation.derivative(u), tolerance, () -> activation + " at " + u);
    }

    @Property(tries = 400)
    void composeGivesTheTaylorSeries(
            @ForAll Activation activation,
            @ForAll @DoubleRange(min = -5, max = 5) double start,
            @ForAll @IntRange(min = 1, max = 8) int order,
            @ForAll long seed) {
        Assume.that(activation != Activation.RELU || Math.abs(start) > 2 * H);
        double[] u =
                RandomStreams.of(seed, "series", 0).doubles(order + 1, -1, 1).toArray();
        u[0] = start;
        double[] out = new double[order + 1];
        activation.compose(u, out);
        double error = Math.abs(activation.value(polynomial(u, H)) - polynomial(out, H));
        assertTrue(
                error <= remainder(order),
                () -> error + " for " + activation + " at " + start + " order=" + order + " seed=" + seed);
    }

    @Example
    void aSeriesThatForgetsCurvatureIsFoundOut() {
        double[] u = {0.5, 1, 0.3, 0, 0, 0};
        double slope = Activation.TANH.derivative(u[0]);
        double[] linear = {Math.tanh(u[0]), slope * u[1], slope * u[2], 0, 0, 0};
        assertTrue(Math.abs(Math.tanh(polynomial(u, H)) - polynomial(linear, H)) > remainder(5));
    }

    /**
     * Cauchy's bound: on the circle of radius 1/2 the polynomial stays within 1 of its start, where every activation
     * is analytic and below 8. Rounding adds 1e-14.
     */
    private static double remainder(int order) {
        double ratio = H / 0.5;
        return 8 * Math.pow(ratio, order + 1) / (1 - ratio) + 1e-14;
    }

    private static double polynomial(double[] c, double x) {
        double sum = 0;
        for (int k = c.length - 1; k >= 0; k--) {
            sum = sum * x + c[k];
        }
        return sum;
    }
}
