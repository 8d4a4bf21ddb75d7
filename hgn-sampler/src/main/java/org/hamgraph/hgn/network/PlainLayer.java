package org.hamgraph.hgn.network;

import java.util.Arrays;
import org.hamgraph.hgn.kernel.Kernels;
import org.hamgraph.hgn.sample.Activation;
import org.hamgraph.hgn.sample.DenseLayer;

/**
 * A hidden layer on the numbers of a state as they are, without a graph: unit a computes σ(w_a · y + b_a). Immutable.
 *
 * @since 0.1
 */
public final class PlainLayer {
    private final Kernels kernels;
    private final Activation activation;
    private final int inputs;
    private final int width;
    private final double[] weight;
    private final double[] bias;

    private PlainLayer(Activation activation, int inputs, double[] weight, double[] bias) {
        this.kernels = Kernels.suitedTo(bias.length);
        this.activation = activation;
        this.inputs = inputs;
        this.width = bias.length;
        this.weight = weight;
        this.bias = bias;
    }

    /**
     * Returns a layer whose weights were drawn for (y − mean) / scale.
     *
     * @param activation nonlinearity
     * @param drawn weights and biases
     * @param mean means of the numbers of a state [inputs]
     * @param scale scales of the numbers of a state [inputs]
     */
    public static PlainLayer of(Activation activation, DenseLayer drawn, double[] mean, double[] scale) {
        int inputs = drawn.inputs();
        int width = drawn.width();
        double[] weight = new double[inputs * width];
        double[] bias = drawn.biases();
        for (int a = 0; a < width; a++) {
            for (int k = 0; k < inputs; k++) {
                double w = drawn.weight(a, k) / scale[k];
                weight[k * width + a] = w;
                bias[a] -= w * mean[k];
            }
        }
        return new PlainLayer(activation, inputs, weight, bias);
    }

    /** Returns the number of units. */
    public int width() {
        return width;
    }

    /** Returns the number of inputs. */
    public int inputs() {
        return inputs;
    }

    /** Returns a copy of the weights, input by input [inputs*width]. */
    public double[] weights() {
        return weight.clone();
    }

    /**
     * Computes the values of all units.
     *
     * @param y state [inputs]
     * @param out receives σ(w_a · y + b_a) [width] from {@code from} on
     * @param from first place to write
     */
    public void values(double[] y, double[] out, int from) {
        arguments(y, out, from);
        if (activation == Activation.TANH) {
            kernels.tanh(out, from, from + width);
            return;
        }
        for (int i = from; i < from + width; i++) {
            out[i] = activation.value(out[i]);
        }
    }

    /**
     * Computes the slopes of all units.
     *
     * @param y state [inputs]
     * @param out receives σ'(w_a · y + b_a) [width] from {@code from} on
     * @param from first place to write
     */
    public void slopes(double[] y, double[] out, int from) {
        arguments(y, out, from);
        if (activation == Activation.TANH) {
            kernels.sechSquared(out, from, from + width);
            return;
        }
        for (int i = from; i < from + width; i++) {
            out[i] = activation.derivative(out[i]);
        }
    }

    /**
     * Computes the slopes of all units and how they change along a direction, (d/dε) σ'(w_a · (y + ε v) + b_a).
     *
     * @param y state [inputs]
     * @param direction v [inputs]
     * @param slopeOut receives the slopes [width]
     * @param changeOut receives their changes [width]
     */
    void slopesAlong(double[] y, double[] direction, double[] slopeOut, double[] changeOut) {
        arguments(y, slopeOut, 0);
        Arrays.fill(changeOut, 0, width, 0);
        for (int k = 0; k < inputs; k++) {
            kernels.add(direction[k], weight, k * width, changeOut, 0, width);
        }
        double[] argument = {0, 1, 0};
        double[] series = new double[3];
        for (int a = 0; a < width; a++) {
            argument[0] = slopeOut[a];
            activation.compose(argument, series);
            slopeOut[a] = series[1];
            changeOut[a] *= 2 * series[2];
        }
    }

    private void arguments(double[] y, double[] out, int from) {
        System.arraycopy(bias, 0, out, from, width);
        for (int k = 0; k < inputs; k++) {
            kernels.add(y[k], weight, k * width, out, from, width);
        }
    }
}
