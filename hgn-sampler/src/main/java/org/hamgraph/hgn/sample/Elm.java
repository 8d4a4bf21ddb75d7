package org.hamgraph.hgn.sample;

import java.util.random.RandomGenerator;
import org.hamgraph.support.Checks;

/**
 * Extreme learning machine: weights N(0, scale²) per component, divided by sqrt(max(1, d/2)); biases uniform between
 * the smallest and the largest input.
 *
 * @param steepness standard deviation of a weight for standardised inputs; 0.5 by default: gentle units fit smooth
 *     energies best
 * @since 0.1
 */
public record Elm(double steepness) implements WeightScheme {
    /** Checks the component. */
    public Elm {
        Checks.positive(steepness, "steepness");
    }

    /** Returns the scheme with standard deviation 0.5. */
    public static Elm defaults() {
        return new Elm(0.5);
    }

    @Override
    public String label() {
        return "elm";
    }

    @Override
    public Slopes slopes() {
        return Slopes.NONE;
    }

    @Override
    public DenseLayer sample(LayerInputs inputs, int width, RandomGenerator random) {
        Checks.atLeast(width, 1, "width");
        int d = inputs.dim();
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int row = 0; row < inputs.rows(); row++) {
            for (int c = 0; c < d; c++) {
                low = Math.min(low, inputs.z(row, c));
                high = Math.max(high, inputs.z(row, c));
            }
        }
        double scale = steepness / Math.sqrt(Math.max(1, d / 2.0));
        double[] weight = new double[width * d];
        double[] bias = new double[width];
        for (int a = 0; a < width; a++) {
            for (int c = 0; c < d; c++) {
                weight[a * d + c] = scale * random.nextGaussian();
            }
            bias[a] = low + (high - low) * random.nextDouble();
        }
        return DenseLayer.copyOf(d, weight, bias);
    }
}
