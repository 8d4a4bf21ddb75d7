package org.hamgraph.feature;

import java.util.Locale;

/**
 * A factor that multiplies all features of an edge: the way a static attribute enters a model as structure instead of
 * as one more input of a hidden layer.
 *
 * @since 0.1
 */
public enum EdgeChannel {
    /** 1. */
    ONE,
    /** The spring constant k: with it one model serves springs of any stiffness. */
    STIFFNESS;

    /**
     * Returns the factor of an edge.
     *
     * @param stiffness spring constant k of the edge
     */
    public double factor(double stiffness) {
        return this == ONE ? 1 : stiffness;
    }

    /** Returns the name used in files and on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
