package org.hamgraph.hgn.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.hamgraph.feature.ScalarInput;
import org.hamgraph.support.RandomStreams;

class CoordinateLayerProperties {
    private static final double STEP = Math.cbrt(Math.ulp(1.0));
    private static final double H = 0.01;

    @Provide
    Arbitrary<List<ScalarInput>> inputs() {
        return Arbitraries.of(ScalarInput.class)
                .list()
                .uniqueElements()
                .ofMinSize(1)
                .ofMaxSize(3);
    }

    private record Sample(CoordinateLayer layer, double[] c) {
        static Sample of(int width, List<ScalarInput> inputs, long seed) {
            RandomGenerator random = RandomStreams.of(seed, "layer", 0);
            CoordinateLayer layer = RandomNetwork.layer(width, inputs, new Range(0.5, 2, 1), random);
            return new Sample(layer, random.doubles(width, -1, 1).toArray());
        }
    }

    @Property(tries = 200)
    void valueAndDerivativeAreSumsOfFeaturesAndSlopes(
            @ForAll("inputs") List<ScalarInput> inputs,
            @ForAll @IntRange(min = 1, max = 20) int width,
            @ForAll @DoubleRange(min = 0.5, max = 2) double x,
            @ForAll long seed) {
        Sample sample = Sample.of(width, inputs, seed);
        double[] features = new double[width + 2];
        double[] slopes = new double[width + 2];
        sample.layer.features(x, features, 1);
        sample.layer.slopes(x, slopes, 1);
        double value = 0;
        double derivative = 0;
        double size = 1;
        for (int a = 0; a < width; a++) {
            value += sample.c[a] * features[a + 1];
            derivative += sample.c[a] * slopes[a + 1];
            size += Math.abs(slopes[a + 1]);
        }
        // The same sums in the same order.
        assertEquals(
                value, sample.layer.value(x, sample.c), 1e-15 * width, () -> inputs + " at " + x + " seed=" + seed);
        assertEquals(
                derivative,
                sample.layer.derivative(x, sample.c),
                1e-15 * size,
                () -> inputs + " at " + x + " seed=" + seed);
        assertEquals(0, features[0] + features[width + 1] + slopes[0] + slopes[width + 1], 0);
    }

    @Property(tries = 200)
    void slopesAreTheDerivativesOfTheFeatures(
            @ForAll("inputs") List<ScalarInput> inputs,
            @ForAll @DoubleRange(min = 0.5, max = 2) double x,
            @ForAll long seed) {
        double error = slopeError(Sample.of(6, inputs, seed).layer, x, 1);
        // Step^2/6 = 6e-12 times third derivatives, which 1/x reaches at x = 1/2: below 10 (2/0.25)^3.
        assertTrue(error < 6e-8, () -> error + " for " + inputs + " at " + x + " seed=" + seed);
    }

    private static double slopeError(CoordinateLayer layer, double x, double factor) {
        double[] up = new double[layer.width()];
        double[] down = new double[layer.width()];
        double[] slope = new double[layer.width()];
        layer.features(x + STEP, up, 0);
        layer.features(x - STEP, down, 0);
        layer.slopes(x, slope, 0);
        double worst = 0;
        for (int a = 0; a < slope.length; a++) {
            worst = Math.max(worst, Math.abs((up[a] - down[a]) / (2 * STEP) - factor * slope[a]));
        }
        return worst;
    }

    @Property(tries = 200)
    void theSeriesIsThatOfTheValue(
            @ForAll("inputs") List<ScalarInput> inputs,
            @ForAll @IntRange(min = 0, max = 6) int order,
            @ForAll @DoubleRange(min = 0.5, max = 2) double x,
            @ForAll long seed) {
        Sample sample = Sample.of(6, inputs, seed);
        double[] series = sample.layer.series(x, sample.c, order);
        assertEquals(order + 1, series.length);
        double error = Math.abs(new Polynomial(x, series).value(x + H) - sample.layer.value(x + H, sample.c));
        assertTrue(
                error <= remainder(order),
                () -> error + " for " + inputs + " order=" + order + " at " + x + " seed=" + seed);
    }

    @Example
    void aSeriesWithoutCurvatureIsFoundOut() {
        Sample sample = Sample.of(6, List.of(ScalarInput.LOG), 3);
        double[] series = sample.layer.series(0.6, sample.c, 6);
        double[] shorter = Arrays.copyOf(series, 2);
        double value = sample.layer.value(0.6 + H, sample.c);
        assertTrue(Math.abs(new Polynomial(0.6, series).value(0.6 + H) - value) <= remainder(6));
        assertTrue(Math.abs(new Polynomial(0.6, shorter).value(0.6 + H) - value) > remainder(6));
        assertTrue(slopeError(sample.layer, 0.6, 1.00001) > 6e-8);
    }

    /**
     * Cauchy's bound on the circle of radius 0.12 about x: there inputs change by less than 0.12 / (0.5 * 0.38) =
     * 0.64 and arguments of tanh, with three weights below 0.7 over a deviation of 1/2, by less than 2 * 3 * 0.7 *
     * 0.64 / 2 = 1.35, short of the pole at pi/2, where tanh stays below tan 1.35 = 4.5. Six units.
     */
    private static double remainder(int order) {
        double ratio = H / 0.12;
        return 6 * 4.5 * Math.pow(ratio, order + 1) / (1 - ratio) + 1e-14;
    }
}
