package org.hamgraph.graph;

import org.hamgraph.support.Checks;

/**
 * A point mass: a vertex of the user's graph.
 *
 * <p>The index is the body's place in every state array. The bodies of one graph carry exactly the indices
 * {@code 0..n-1}; {@link CompiledGraph#of} checks that.
 *
 * @param index place in state arrays, from 0
 * @param mass mass, positive and finite
 * @param species kind of body, from 0; bodies of one species share one node network
 * @since 0.1
 */
public record Body(int index, double mass, int species) {
    /** Checks the components. */
    public Body {
        Checks.atLeast(index, 0, "body index");
        Checks.positive(mass, "mass");
        Checks.atLeast(species, 0, "species");
    }

    /**
     * Returns a body of species 0.
     *
     * @param index place in state arrays, from 0
     * @param mass mass, positive and finite
     */
    public static Body of(int index, double mass) {
        return new Body(index, mass, 0);
    }
}
