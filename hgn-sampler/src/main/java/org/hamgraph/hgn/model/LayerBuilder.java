package org.hamgraph.hgn.model;

import java.util.List;
import org.hamgraph.feature.ScalarInput;
import org.hamgraph.hgn.network.CoordinateLayer;
import org.hamgraph.hgn.network.Range;
import org.hamgraph.hgn.sample.DenseLayer;
import org.hamgraph.hgn.sample.LayerInputs;
import org.hamgraph.support.RandomStreams;

/** Standardises the inputs of a layer and draws its weights. */
final class LayerBuilder {
    private static final double CLOSEST = 1e-9;

    private final TrainerOptions options;

    LayerBuilder(TrainerOptions options) {
        this.options = options;
    }

    /**
     * Builds a layer over one coordinate.
     *
     * @param purpose name of the random stream, "bodies" or "edges"
     * @param species species, which is the index of the stream
     * @param inputs functions of the coordinate
     * @param x training values of the coordinate; at least one
     * @param slopes slope of the wanted function at each; empty if the scheme needs none
     * @param width number of units
     */
    CoordinateLayer build(
            String purpose, int species, List<ScalarInput> inputs, double[] x, double[] slopes, int width) {
        Range range = Range.of(x);
        checkPositive(purpose, species, inputs, range);
        int d = inputs.size();
        double[] mean = new double[d];
        double[] deviation = new double[d];
        double[] z = new double[x.length * d];
        for (int c = 0; c < d; c++) {
            standardise(inputs.get(c), x, c, mean, deviation, z);
        }
        DenseLayer layer = options.weights()
                .sample(
                        LayerInputs.copyOf(d, z, slopes),
                        width,
                        RandomStreams.of(options.seed(), "hidden weights of " + purpose, species));
        return new CoordinateLayer(inputs, mean, deviation, layer, options.activation(), range);
    }

    private static void checkPositive(String purpose, int species, List<ScalarInput> inputs, Range range) {
        for (ScalarInput input : inputs) {
            if (input.needsPositive() && !(range.low() > CLOSEST * range.high())) {
                throw new IllegalArgumentException("coordinates of " + purpose + " of species " + species
                        + " must be above " + CLOSEST * range.high() + " for the input " + input.label() + ", found "
                        + range.low());
            }
        }
    }

    private static void standardise(
            ScalarInput input, double[] x, int c, double[] mean, double[] deviation, double[] z) {
        int d = mean.length;
        double sum = 0;
        for (double value : x) {
            sum += input.value(value);
        }
        mean[c] = sum / x.length;
        double squares = 0;
        for (int k = 0; k < x.length; k++) {
            z[k * d + c] = input.value(x[k]) - mean[c];
            squares += z[k * d + c] * z[k * d + c];
        }
        // An input that never varies tells nothing and needs no scale.
        double spread = Math.sqrt(squares / x.length);
        deviation[c] = spread > 1e-12 * Math.max(Math.abs(mean[c]), Double.MIN_NORMAL) ? spread : 1;
        for (int k = 0; k < x.length; k++) {
            z[k * d + c] /= deviation[c];
        }
    }
}
