package org.hamgraph.hgn.sample;

import java.util.random.RandomGenerator;

/**
 * A way to draw the weights of a hidden layer; nothing is trained afterwards.
 *
 * <table>
 * <caption>The four schemes</caption>
 * <tr><th>name</th><th>weights</th><th>needs slopes</th></tr>
 * <tr><td>elm</td><td>normal, independent of the data</td><td>no</td></tr>
 * <tr><td>uswim</td><td>from pairs of data points, all alike</td><td>no</td></tr>
 * <tr><td>swim</td><td>from pairs of data points between which the wanted slope changes most</td><td>measured</td></tr>
 * <tr><td>aswim</td><td>the same, with the slope of a first uswim fit</td><td>estimated</td></tr>
 * </table>
 *
 * Sources: G.-B. Huang et al., Neurocomputing 70 (2006) for ELM; E. Bolager et al., Sampling weights of deep neural
 * networks, NeurIPS 2023, for SWIM; arXiv 2411.17511 for its uniform and approximate forms.
 *
 * @since 0.1
 */
public sealed interface WeightScheme permits Elm, UniformSwim, Swim, ApproximateSwim {
    /** Where the slopes come from that a scheme weighs its pairs by. */
    enum Slopes {
        /** The scheme looks at inputs alone. */
        NONE,
        /** Derivatives that the training data give directly. */
        MEASURED,
        /** Derivatives predicted by a first fit with {@link UniformSwim}. */
        ESTIMATED
    }

    /** Returns the name used in files and on the command line. */
    String label();

    /** Returns where the slopes must come from. */
    Slopes slopes();

    /** Returns the steepness of the units: the scale of normal weights, or the gain on pair weights. */
    double steepness();

    /**
     * Draws a layer.
     *
     * @param inputs standardised training inputs, with slopes if {@link #slopes} is not {@code NONE}
     * @param width number of units, at least 1
     * @param random source of numbers
     * @throws IllegalArgumentException if slopes are missing
     */
    DenseLayer sample(LayerInputs inputs, int width, RandomGenerator random);

    /**
     * Returns the scheme of a name, with its default steepness.
     *
     * @param label elm, uswim, swim or aswim
     * @throws IllegalArgumentException for any other name
     */
    static WeightScheme of(String label) {
        return switch (label) {
            case "elm" -> Elm.defaults();
            case "uswim" -> UniformSwim.defaults();
            case "swim" -> Swim.defaults();
            case "aswim" -> ApproximateSwim.defaults();
            default -> throw new IllegalArgumentException("sampling must be elm, uswim, swim or aswim, found " + label);
        };
    }
}
