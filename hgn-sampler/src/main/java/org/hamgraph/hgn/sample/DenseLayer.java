package org.hamgraph.hgn.sample;

import org.hamgraph.support.Checks;

/**
 * The fixed weights of a hidden layer: unit a computes σ(w_a · z + b_a). Immutable.
 *
 * @since 0.1
 */
public final class DenseLayer {
    private final int inputs;
    private final double[] weight;
    private final double[] bias;

    private DenseLayer(int inputs, double[] weight, double[] bias) {
        this.inputs = inputs;
        this.weight = weight;
        this.bias = bias;
    }

    /**
     * Returns a layer holding copies of the given weights.
     *
     * @param inputs number of inputs d, at least 1
     * @param weight weights, one unit after the other [width*d]
     * @param bias biases [width]
     * @throws IllegalArgumentException if lengths do not fit or a number is not finite
     */
    public static DenseLayer copyOf(int inputs, double[] weight, double[] bias) {
        Checks.atLeast(inputs, 1, "number of inputs");
        Checks.length(weight, bias.length * inputs, "weights [width*inputs]");
        return new DenseLayer(inputs, Checks.copyOfFinite(weight, "weights"), Checks.copyOfFinite(bias, "biases"));
    }

    /** Returns the number of units. */
    public int width() {
        return bias.length;
    }

    /** Returns the number of inputs d. */
    public int inputs() {
        return inputs;
    }

    /**
     * Returns a weight.
     *
     * @param unit which unit
     * @param input which input
     */
    public double weight(int unit, int input) {
        return weight[unit * inputs + input];
    }

    /**
     * Returns a bias.
     *
     * @param unit which unit
     */
    public double bias(int unit) {
        return bias[unit];
    }

    /** Returns a copy of the weights [width*d]. */
    public double[] weights() {
        return weight.clone();
    }

    /** Returns a copy of the biases [width]. */
    public double[] biases() {
        return bias.clone();
    }
}
