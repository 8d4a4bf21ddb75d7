package org.hamgraph.hgn.network;

/**
 * A learned function of one coordinate, with its derivative: an energy and a force.
 *
 * @since 0.1
 */
public interface ScalarFunction {
    /**
     * Returns φ(x).
     *
     * @param x coordinate
     */
    double value(double x);

    /**
     * Returns φ'(x).
     *
     * @param x coordinate
     */
    double derivative(double x);
}
