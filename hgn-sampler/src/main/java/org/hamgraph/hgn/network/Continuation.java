package org.hamgraph.hgn.network;

import org.hamgraph.support.Checks;

/**
 * How a learned function goes on beyond the range of its coordinate in training.
 *
 * @param order order of the Taylor polynomial about the end of the range that takes over, 1 to 5; 0 if the network
 *     itself goes on
 * @since 0.1
 */
public record Continuation(int order) {
    /** Highest order of a Taylor polynomial. */
    public static final int HIGHEST_ORDER = 5;

    /** The network itself goes on. */
    public static final Continuation NETWORK = new Continuation(0);

    /** Checks the component. */
    public Continuation {
        Checks.index(order, HIGHEST_ORDER + 1, "order of a continuation");
    }

    /**
     * Returns the continuation by a Taylor polynomial of the energy.
     *
     * @param order highest power, 1 to 5: with 1 the force stays constant, with 2 it goes on linearly
     */
    public static Continuation taylor(int order) {
        return new Continuation(Checks.atLeast(order, 1, "order of a Taylor polynomial"));
    }

    /** Returns, for example, {@code "network"} or {@code "Taylor polynomial of order 2"}. */
    @Override
    public String toString() {
        return order == 0 ? "network" : "Taylor polynomial of order " + order;
    }
}
