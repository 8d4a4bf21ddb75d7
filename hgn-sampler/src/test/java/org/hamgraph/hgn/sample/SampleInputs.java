package org.hamgraph.hgn.sample;

import java.util.random.RandomGenerator;
import org.hamgraph.support.RandomStreams;

/** Standard normal inputs with slopes, and the search for the pair of inputs behind a unit. */
final class SampleInputs {
    private static final double HALF_LOG_3 = Math.log(3) / 2;

    private SampleInputs() {}

    static LayerInputs normal(int rows, int dim, long seed) {
        RandomGenerator random = RandomStreams.of(seed, "inputs", 0);
        double[] z = random.doubles((long) rows * dim, 0, 1)
                .map(u -> random.nextGaussian())
                .toArray();
        double[] slope = new double[rows];
        for (int row = 0; row < rows; row++) {
            slope[row] = Math.sin(3 * z[row * dim]);
        }
        return LayerInputs.copyOf(dim, z, slope);
    }

    /** Two rows, of which a unit is -gain ln(3)/2 at the first and +gain ln(3)/2 at the second. */
    record Pair(int from, int to) {}

    /** Returns the only pair that explains a unit, or null if none or several do. */
    static Pair behind(DenseLayer layer, int unit, LayerInputs inputs, double gain) {
        Pair found = null;
        for (int from = 0; from < inputs.rows(); from++) {
            for (int to = 0; to < inputs.rows(); to++) {
                if (from != to && explains(layer, unit, inputs, from, to, gain)) {
                    if (found != null) {
                        return null;
                    }
                    found = new Pair(from, to);
                }
            }
        }
        return found;
    }

    private static boolean explains(DenseLayer layer, int unit, LayerInputs inputs, int from, int to, double gain) {
        double distance2 = inputs.distance(from, to) * inputs.distance(from, to);
        // Weights are below 2 gain ln(3)/2 / 0.1 and inputs below 5: some ten roundings of numbers below 60.
        double tolerance = 1e-13;
        boolean parallel = true;
        for (int c = 0; c < inputs.dim(); c++) {
            double w = 2 * gain * HALF_LOG_3 * (inputs.z(to, c) - inputs.z(from, c)) / distance2;
            parallel &= Math.abs(w - layer.weight(unit, c)) <= tolerance;
        }
        return parallel
                && Math.abs(argument(layer, unit, inputs, from) + gain * HALF_LOG_3) <= tolerance
                && Math.abs(argument(layer, unit, inputs, to) - gain * HALF_LOG_3) <= tolerance;
    }

    static double argument(DenseLayer layer, int unit, LayerInputs inputs, int row) {
        double u = layer.bias(unit);
        for (int c = 0; c < inputs.dim(); c++) {
            u += layer.weight(unit, c) * inputs.z(row, c);
        }
        return u;
    }
}
