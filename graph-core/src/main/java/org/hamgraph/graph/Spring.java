package org.hamgraph.graph;

import org.hamgraph.support.Checks;

/**
 * A bond between two bodies: an edge of the user's graph.
 *
 * <p>The end points belong to the value, because JGraphT keys its edges by {@code equals} and would refuse a second
 * spring of the same stiffness and length without a word. A spring has no direction: the smaller index is stored
 * first, whichever way round it was given.
 *
 * @param first smaller body index
 * @param second larger body index
 * @param stiffness spring constant k, force per length, positive; potentials other than springs ignore it
 * @param restLength length l at which the spring exerts no force, zero or positive
 * @param species kind of bond, from 0; bonds of one species share one edge network
 * @since 0.1
 */
public record Spring(int first, int second, double stiffness, double restLength, int species) {
    /** Checks the components and orders the end points. */
    public Spring {
        Checks.atLeast(first, 0, "body index");
        Checks.atLeast(second, 0, "body index");
        if (first == second) {
            throw new IllegalArgumentException("a spring must join two different bodies, found " + first + " twice");
        }
        Checks.positive(stiffness, "stiffness");
        Checks.notNegative(restLength, "restLength");
        Checks.atLeast(species, 0, "species");
        if (first > second) {
            int larger = first;
            first = second;
            second = larger;
        }
    }

    /**
     * Returns a spring of species 0 between two bodies.
     *
     * @param a one end
     * @param b the other end
     * @param stiffness spring constant k, force per length
     * @param restLength length without force
     */
    public static Spring between(Body a, Body b, double stiffness, double restLength) {
        return new Spring(a.index(), b.index(), stiffness, restLength, 0);
    }
}
