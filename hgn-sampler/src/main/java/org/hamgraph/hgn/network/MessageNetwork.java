package org.hamgraph.hgn.network;

import java.util.Arrays;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.hgn.sample.Activation;
import org.hamgraph.hgn.sample.DenseLayer;

/**
 * A hidden layer over what every body sees of its surroundings, shared by all bodies.
 *
 * <pre>{@code
 * z_i = (D_i - mean) / deviation      g_a(D_i) = sigma(w_a . z_i + b_a) - sigma(b_a)      E = sum_i sum_a c_a g_a(D_i)
 * }</pre>
 *
 * Every feature is zero in the mean surroundings of the training. Immutable.
 *
 * @since 0.1
 */
public final class MessageNetwork {
    private final MessageDescriptors descriptors;
    private final Standardisation scaling;
    private final DenseLayer layer;
    private final Activation activation;
    private final SeenSurroundings seen;

    /**
     * Makes a network.
     *
     * @param descriptors what a body sees
     * @param scaling mean and deviation of every descriptor in training
     * @param layer hidden weights for the standardised descriptors
     * @param activation nonlinearity
     * @param seen what the bodies of the training saw
     */
    public MessageNetwork(
            MessageDescriptors descriptors,
            Standardisation scaling,
            DenseLayer layer,
            Activation activation,
            SeenSurroundings seen) {
        this.descriptors = descriptors;
        this.scaling = scaling;
        this.layer = layer;
        this.activation = activation;
        this.seen = seen;
        int count = descriptors.count();
        if (layer.inputs() != count || scaling.inputs() != count || seen.count() != count) {
            throw new IllegalArgumentException("layer, scaling and ranges must be of the " + count
                    + " descriptors, found " + layer.inputs() + ", " + scaling.inputs() + " and " + seen.count());
        }
    }

    /** Returns the number of units F. */
    public int width() {
        return layer.width();
    }

    /** Returns what a body sees. */
    public MessageDescriptors descriptors() {
        return descriptors;
    }

    /**
     * Returns the network on a graph.
     *
     * @param graph bodies and springs
     * @param box space around them
     */
    public Sweep on(CompiledGraph graph, Box box) {
        return new Sweep(graph, box);
    }

    /**
     * Features of all bodies of a graph and their derivatives. Owns its buffers: nothing is allocated behind the
     * constructor. Not thread-safe.
     */
    public final class Sweep {
        private final CompiledGraph graph;
        private final int nodes;
        private final int count;
        private final MessageDescriptors.Sweep sweep;
        private final double[] z;
        private final double[] slope;
        private final double[] adjoint;

        private Sweep(CompiledGraph graph, Box box) {
            this.graph = graph;
            nodes = graph.nodes();
            count = descriptors.count();
            sweep = descriptors.on(graph, box);
            z = new double[count];
            slope = new double[nodes * layer.width()];
            adjoint = new double[nodes * count];
        }

        /**
         * Returns sum_i sum_a c_a g_a(D_i).
         *
         * @param y state, of which the positions are read
         * @param c coefficients [F]
         */
        public double energy(double[] y, double[] c) {
            double[] d = sweep.forward(y);
            double sum = 0;
            for (int i = 0; i < nodes; i++) {
                scaling.apply(d, i * count, z);
                for (int a = 0; a < c.length; a++) {
                    sum += c[a] * (activation.value(argument(a)) - activation.value(layer.bias(a)));
                }
            }
            return sum;
        }

        private double argument(int a) {
            double sum = layer.bias(a);
            for (int m = 0; m < count; m++) {
                sum += layer.weight(a, m) * z[m];
            }
            return sum;
        }

        /**
         * Adds the gradient of that energy.
         *
         * @param y state, of which the positions are read
         * @param c coefficients [F]
         * @param gradient its derivative by the positions is added here [n*dim]
         */
        public void addGradient(double[] y, double[] c, double[] gradient) {
            double[] d = sweep.forward(y);
            Arrays.fill(adjoint, 0);
            for (int i = 0; i < nodes; i++) {
                scaling.apply(d, i * count, z);
                for (int a = 0; a < c.length; a++) {
                    double factor = c[a] * activation.derivative(argument(a));
                    for (int m = 0; m < count; m++) {
                        adjoint[i * count + m] += factor * layer.weight(a, m) / scaling.deviation(m);
                    }
                }
            }
            sweep.backward(adjoint, gradient);
        }

        /**
         * Turns to a state, of which {@link #feature} then tells the derivatives of single features.
         *
         * @param y state, of which the positions are read
         */
        public void begin(double[] y) {
            double[] d = sweep.forward(y);
            for (int i = 0; i < nodes; i++) {
                scaling.apply(d, i * count, z);
                for (int a = 0; a < layer.width(); a++) {
                    slope[i * layer.width() + a] = activation.derivative(argument(a));
                }
            }
        }

        /**
         * Computes the derivative of one pooled feature, sum_i g_a(D_i), by the positions.
         *
         * @param a which unit
         * @param gradientOut receives the derivative [n*dim]
         */
        public void feature(int a, double[] gradientOut) {
            Arrays.fill(gradientOut, 0);
            for (int i = 0; i < nodes; i++) {
                for (int m = 0; m < count; m++) {
                    adjoint[i * count + m] = slope[i * layer.width() + a] * layer.weight(a, m) / scaling.deviation(m);
                }
            }
            sweep.backward(adjoint, gradientOut);
        }

        /**
         * Returns how many bodies see something beyond the range of the training: a number of neighbours, or with that
         * number a distance or an angle that did not occur.
         *
         * @param y state, of which the positions are read
         * @param margin part of the range by which it may be left
         */
        public int outside(double[] y, double margin) {
            double[] d = sweep.forward(y);
            int found = 0;
            for (int i = 0; i < nodes; i++) {
                found += seen.contains(graph.degree(i), d, i * count, margin) ? 0 : 1;
            }
            return found;
        }
    }
}
