package org.hamgraph.hgn.network;

import java.util.Arrays;
import java.util.List;
import org.hamgraph.feature.ScalarInput;
import org.hamgraph.hgn.sample.Activation;
import org.hamgraph.hgn.sample.DenseLayer;
import org.hamgraph.support.Checks;

/**
 * A hidden layer over one invariant coordinate x, shared by all edges or all bodies of a species.
 *
 * <pre>{@code
 * z_c = (input_c(x) - mean_c) / deviation_c        g_a(x) = sigma(w_a . z + b_a)
 * }</pre>
 *
 * Means and deviations are those of the training inputs. Immutable.
 *
 * @since 0.1
 */
public final class CoordinateLayer {
    private final List<ScalarInput> inputs;
    private final double[] mean;
    private final double[] deviation;
    private final DenseLayer layer;
    private final Activation activation;
    private final Range range;
    private final double[] w0;
    private final double[] w1;
    private final double[] w2;
    private final double[] bias;

    /**
     * Makes a layer.
     *
     * @param inputs functions of the coordinate that are taken in, at most three
     * @param mean mean of each input in training [inputs]
     * @param deviation standard deviation of each input in training, positive [inputs]
     * @param layer hidden weights for the standardised inputs
     * @param activation nonlinearity
     * @param range where the coordinate lay in training
     */
    public CoordinateLayer(
            List<ScalarInput> inputs,
            double[] mean,
            double[] deviation,
            DenseLayer layer,
            Activation activation,
            Range range) {
        this.inputs = List.copyOf(inputs);
        if (inputs.isEmpty() || inputs.size() > 3) {
            throw new IllegalArgumentException("inputs must be one to three, found " + inputs.size());
        }
        this.mean = Checks.copyOfFinite(Checks.length(mean, inputs.size(), "means [inputs]"), "means");
        this.deviation =
                Checks.length(deviation, inputs.size(), "deviations [inputs]").clone();
        for (double d : deviation) {
            Checks.positive(d, "deviation");
        }
        if (layer.inputs() != inputs.size()) {
            throw new IllegalArgumentException(
                    "layer must take in " + inputs.size() + " inputs, found " + layer.inputs());
        }
        this.layer = layer;
        this.activation = activation;
        this.range = range;
        w0 = column(layer, 0);
        w1 = column(layer, 1);
        w2 = column(layer, 2);
        bias = layer.biases();
    }

    private static double[] column(DenseLayer layer, int input) {
        double[] column = new double[layer.width()];
        if (input < layer.inputs()) {
            Arrays.setAll(column, a -> layer.weight(a, input));
        }
        return column;
    }

    /** Returns the number of units F. */
    public int width() {
        return layer.width();
    }

    /** Returns the functions of the coordinate that are taken in. */
    public List<ScalarInput> inputs() {
        return inputs;
    }

    /** Returns a copy of the means of the inputs [inputs]. */
    public double[] means() {
        return mean.clone();
    }

    /** Returns a copy of the standard deviations of the inputs [inputs]. */
    public double[] deviations() {
        return deviation.clone();
    }

    /** Returns the hidden weights. */
    public DenseLayer layer() {
        return layer;
    }

    /** Returns the nonlinearity. */
    public Activation activation() {
        return activation;
    }

    /** Returns where the coordinate lay in training. */
    public Range range() {
        return range;
    }

    /**
     * Computes the features.
     *
     * @param x coordinate
     * @param out receives g_a(x) from {@code offset} on [F]
     * @param offset first place to write
     */
    public void features(double x, double[] out, int offset) {
        double z0 = z(0, x);
        double z1 = z(1, x);
        double z2 = z(2, x);
        for (int a = 0; a < bias.length; a++) {
            out[offset + a] = activation.value(bias[a] + w0[a] * z0 + w1[a] * z1 + w2[a] * z2);
        }
    }

    /**
     * Computes the derivatives of the features by the coordinate.
     *
     * @param x coordinate
     * @param out receives g_a'(x) from {@code offset} on [F]
     * @param offset first place to write
     */
    public void slopes(double x, double[] out, int offset) {
        double z0 = z(0, x);
        double z1 = z(1, x);
        double z2 = z(2, x);
        double d0 = zSlope(0, x);
        double d1 = zSlope(1, x);
        double d2 = zSlope(2, x);
        for (int a = 0; a < bias.length; a++) {
            double u = bias[a] + w0[a] * z0 + w1[a] * z1 + w2[a] * z2;
            out[offset + a] = activation.derivative(u) * (w0[a] * d0 + w1[a] * d1 + w2[a] * d2);
        }
    }

    /**
     * Returns sum_a c_a g_a(x).
     *
     * @param x coordinate
     * @param c coefficients [F]
     */
    public double value(double x, double[] c) {
        double z0 = z(0, x);
        double z1 = z(1, x);
        double z2 = z(2, x);
        double sum = 0;
        for (int a = 0; a < bias.length; a++) {
            sum += c[a] * activation.value(bias[a] + w0[a] * z0 + w1[a] * z1 + w2[a] * z2);
        }
        return sum;
    }

    /**
     * Returns sum_a c_a g_a'(x).
     *
     * @param x coordinate
     * @param c coefficients [F]
     */
    public double derivative(double x, double[] c) {
        double z0 = z(0, x);
        double z1 = z(1, x);
        double z2 = z(2, x);
        double d0 = zSlope(0, x);
        double d1 = zSlope(1, x);
        double d2 = zSlope(2, x);
        double sum = 0;
        for (int a = 0; a < bias.length; a++) {
            double u = bias[a] + w0[a] * z0 + w1[a] * z1 + w2[a] * z2;
            sum += c[a] * activation.derivative(u) * (w0[a] * d0 + w1[a] * d1 + w2[a] * d2);
        }
        return sum;
    }

    /**
     * Returns the Taylor coefficients of sum_a c_a g_a about a point: value, first derivative, half the second, …
     *
     * @param x point
     * @param c coefficients [F]
     * @param order highest power
     * @return coefficients [order + 1]
     */
    public double[] series(double x, double[] c, int order) {
        double[] input = new double[order + 1];
        double[] argument = new double[order + 1];
        double[] feature = new double[order + 1];
        double[] sum = new double[order + 1];
        for (int a = 0; a < layer.width(); a++) {
            Arrays.fill(argument, 0);
            argument[0] = layer.bias(a);
            for (int k = 0; k < inputs.size(); k++) {
                inputs.get(k).series(x, input);
                input[0] -= mean[k];
                double scale = layer.weight(a, k) / deviation[k];
                for (int power = 0; power <= order; power++) {
                    argument[power] += scale * input[power];
                }
            }
            activation.compose(argument, feature);
            for (int power = 0; power <= order; power++) {
                sum[power] += c[a] * feature[power];
            }
        }
        return sum;
    }

    /** Greatest |du_a/dx| of the arguments u_a of the units at a place. */
    double steepness(double x) {
        double greatest = 0;
        for (int a = 0; a < bias.length; a++) {
            greatest = Math.max(greatest, Math.abs(w0[a] * zSlope(0, x) + w1[a] * zSlope(1, x) + w2[a] * zSlope(2, x)));
        }
        return greatest;
    }

    private double z(int k, double x) {
        return k < mean.length ? (inputs.get(k).value(x) - mean[k]) / deviation[k] : 0;
    }

    private double zSlope(int k, double x) {
        return k < mean.length ? inputs.get(k).derivative(x) / deviation[k] : 0;
    }
}
