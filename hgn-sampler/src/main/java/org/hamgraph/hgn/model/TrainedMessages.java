package org.hamgraph.hgn.model;

import java.util.List;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.hgn.network.MessageHamiltonian;
import org.hamgraph.hgn.network.MessageNetwork;
import org.hamgraph.hgn.solve.LeastSquaresFit;
import org.hamgraph.support.Checks;

/**
 * A learned energy of pairs and surroundings that is not bound to a graph yet. Immutable.
 *
 * @since 0.1
 */
public final class TrainedMessages {
    /** Part of a descriptor's range by which a body may leave it before it counts as outside. */
    private static final double MARGIN = 0.01;

    private final TrainedHgn pairs;
    private final MessageNetwork network;
    private final double[] coefficients;
    private final LeastSquaresFit.Quality quality;
    private final double forceError;

    TrainedMessages(
            TrainedHgn pairs,
            MessageNetwork network,
            double[] coefficients,
            LeastSquaresFit.Quality quality,
            double forceError) {
        this.pairs = pairs;
        this.network = network;
        this.coefficients = coefficients.clone();
        this.quality = quality;
        this.forceError = forceError;
    }

    /**
     * Returns the model on a graph.
     *
     * @param graph bodies and springs, of one species each
     * @param box space around them
     * @throws IllegalArgumentException if there is more than one species
     */
    public MessageHamiltonian on(CompiledGraph graph, Box box) {
        return new MessageHamiltonian(pairs.on(graph, box), network, coefficients);
    }

    /** Returns the hidden layer over surroundings. */
    public MessageNetwork network() {
        return network;
    }

    /** Returns the quality of the solve for the forces. */
    public LeastSquaresFit.Quality quality() {
        return quality;
    }

    /** Returns the relative error of the forces on the training states. */
    public double forceError() {
        return forceError;
    }

    /**
     * Returns the fraction of bodies, over all states, whose surroundings lie beyond what bodies with as many neighbours
     * saw in training: there the model guesses.
     *
     * @param graph bodies and springs
     * @param box space around them
     * @param states states of that system; at least one
     */
    public double outside(CompiledGraph graph, Box box, List<double[]> states) {
        Checks.atLeast(states.size(), 1, "number of states");
        MessageNetwork.Sweep sweep = network.on(graph, box);
        long found = 0;
        for (double[] y : states) {
            found += sweep.outside(y, MARGIN);
        }
        return graph.nodes() == 0 ? 0 : (double) found / ((long) graph.nodes() * states.size());
    }
}
