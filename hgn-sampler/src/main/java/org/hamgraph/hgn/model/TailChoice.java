package org.hamgraph.hgn.model;

import java.util.function.ToDoubleFunction;
import org.hamgraph.hgn.network.Continuation;

/**
 * Picks the continuation beyond the training range by its error on data left out of a fit.
 *
 * <p>Candidates are the Taylor polynomials of order 1 to 5 and the network itself. The lowest order whose error is
 * within a factor of two of the least one wins; the network counts as the highest order. Deterministic.
 *
 * @param continuation the choice
 * @param error its relative error on the data left out; NaN if nothing could be left out
 */
record TailChoice(Continuation continuation, double error) {
    private static final double TIE = 2;

    /** Chosen where the data are too few to leave any out. */
    static final TailChoice UNTESTED = new TailChoice(Continuation.NETWORK, Double.NaN);

    static TailChoice among(ToDoubleFunction<Continuation> error) {
        Continuation[] candidate = new Continuation[Continuation.HIGHEST_ORDER + 1];
        double[] value = new double[candidate.length];
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < candidate.length; k++) {
            candidate[k] = k < Continuation.HIGHEST_ORDER ? Continuation.taylor(k + 1) : Continuation.NETWORK;
            value[k] = error.applyAsDouble(candidate[k]);
            if (value[k] < least) {
                least = value[k];
            }
        }
        for (int k = 0; k < candidate.length; k++) {
            if (value[k] <= TIE * least) {
                return new TailChoice(candidate[k], value[k]);
            }
        }
        return UNTESTED;
    }
}
