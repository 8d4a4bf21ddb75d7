package org.hamgraph.hgn.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.hamgraph.support.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElmTest {
    private static final int WIDTH = 20_000;

    private static DenseLayer layer(int dim, double... z) {
        LayerInputs inputs = LayerInputs.copyOf(dim, z, new double[0]);
        return Elm.defaults().sample(inputs, WIDTH, RandomStreams.of(3, "weights", dim));
    }

    /** How many standard errors the mean of squares of normal numbers lies from a variance. */
    private static double sigmas(double[] weight, double variance) {
        double mean = Arrays.stream(weight).map(w -> w * w).average().orElseThrow();
        return Math.abs(mean / variance - 1) * Math.sqrt(weight.length / 2.0);
    }

    @ParameterizedTest
    @CsvSource({"1, 0.5", "2, 0.5", "3, 0.40824829046386301637"})
    void weightsAreNormalWithAScaleThatFallsWithTheInputs(int dim, double scale) {
        double[] weight = layer(dim, -1, 2, 0, 1, 0, 0).weights();
        double mean = Arrays.stream(weight).average().orElseThrow();
        assertEquals(0, mean, 5 * scale / Math.sqrt(weight.length));
        assertTrue(sigmas(weight, scale * scale) < 5);
        double beyond = Arrays.stream(weight).filter(w -> Math.abs(w) > scale).count() / (double) weight.length;
        assertEquals(0.31731, beyond, 5 * Math.sqrt(0.3173 * 0.6827 / weight.length));
        assertTrue(sigmas(weight, 0.9 * scale * scale) > 5, "a scale 5 % off must be found out");
    }

    @Test
    void biasesAreUniformBetweenTheSmallestAndTheLargestInput() {
        double[] bias = layer(2, -1, 3, 0.5, 0, 2, 1).biases();
        Arrays.sort(bias);
        assertTrue(bias[0] >= -1 && bias[WIDTH - 1] <= 3);
        // The chance that none of 20 000 lies in the outermost thousandth is 2e-9.
        assertTrue(bias[0] < -1 + 0.004 && bias[WIDTH - 1] > 3 - 0.004);
        for (int quarter = 1; quarter < 4; quarter++) {
            double level = -1 + quarter;
            double below = Arrays.stream(bias).filter(b -> b < level).count() / (double) WIDTH;
            assertEquals(quarter / 4.0, below, 5 * Math.sqrt(0.25 / WIDTH));
        }
    }

    @Test
    void equalInputsGiveEqualBiases() {
        assertEquals(1, Arrays.stream(layer(1, 0.25, 0.25).biases()).distinct().count());
    }
}
