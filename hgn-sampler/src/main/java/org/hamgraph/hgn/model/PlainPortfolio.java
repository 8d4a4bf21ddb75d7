package org.hamgraph.hgn.model;

import java.util.List;
import java.util.stream.IntStream;
import org.hamgraph.hgn.sample.Activation;
import org.hamgraph.hgn.sample.Elm;
import org.hamgraph.hgn.sample.UniformSwim;
import org.hamgraph.hgn.sample.WeightScheme;

/**
 * Chooses how to draw the weights of a network without a graph, by trying eleven ways on a part of the states.
 *
 * <p>Each way is fitted with at most 600 units to four fifths of at most 3000 states and judged by the derivatives at
 * the last fifth. The best is taken; of those within 5 % of it, or within three times of it where all are below 1e-9,
 * the gentlest.
 *
 * @since 0.1
 */
public final class PlainPortfolio {
    private static final int MOST_UNITS = 600;
    private static final int MOST_STATES = 3000;
    private static final int FIFTH = 5;
    private static final double TIE = 1.05;
    private static final double ROUNDING_TIE = 3;
    private static final double ROUNDING = 1e-9;

    /** The ways, gentle ones first. */
    private static final List<Way> WAYS = List.of(
            new Way(Activation.SINE, new Elm(0.5), true, false),
            new Way(Activation.TANH, new Elm(0.5), true, false),
            new Way(Activation.TANH, new UniformSwim(0.1), true, false),
            new Way(Activation.TANH, new UniformSwim(0.1), true, true),
            new Way(Activation.TANH, new UniformSwim(0.25), true, false),
            new Way(Activation.SINE, new Elm(2), true, false),
            new Way(Activation.SINE, new Elm(2), true, true),
            new Way(Activation.TANH, new UniformSwim(1), true, false),
            new Way(Activation.TANH, new UniformSwim(1, 0), false, false),
            new Way(Activation.SINE, new Elm(8), true, true),
            new Way(Activation.SINE, new Elm(30), true, true));

    private PlainPortfolio() {}

    private record Way(Activation activation, WeightScheme weights, boolean scaled, boolean separable) {
        PlainOptions options(int width, long seed, int threads) {
            PlainOptions options = PlainOptions.defaults(Math.max(2, width))
                    .withActivation(activation)
                    .withWeights(weights, scaled)
                    .withSeed(seed)
                    .withThreads(threads);
            return separable ? options.asSeparable() : options;
        }
    }

    /**
     * Returns the choices for a training.
     *
     * @param data states to be fitted
     * @param width number of units of the training, at least 2
     * @param seed the one seed of all random choices
     * @param threads most threads; they do not change a bit
     */
    public static PlainOptions choose(PlainStates data, int width, long seed, int threads) {
        int states = Math.min(data.size(), MOST_STATES);
        if (states < FIFTH) {
            return WAYS.get(0).options(width, seed, threads);
        }
        PlainStates fitted = data.select(
                IntStream.range(0, states).filter(k -> k % FIFTH != 0).toArray());
        PlainStates judged = data.select(
                IntStream.range(0, states).filter(k -> k % FIFTH == 0).toArray());
        double[] error = WAYS.stream()
                .mapToDouble(way -> judged.relativeDerivativeError(
                        PlainTrainer.fit(fitted, way.options(Math.min(width, MOST_UNITS), seed, threads))
                                .hamiltonian()))
                .toArray();
        double least = IntStream.range(0, error.length)
                .mapToDouble(k -> error[k])
                .min()
                .orElseThrow();
        double tie = least * ROUNDING_TIE < ROUNDING ? ROUNDING_TIE : TIE;
        for (int k = 0; k < error.length; k++) {
            if (error[k] <= least * tie) {
                return WAYS.get(k).options(width, seed, threads);
            }
        }
        throw new IllegalStateException("a least error must be found, found none of " + error.length);
    }
}
