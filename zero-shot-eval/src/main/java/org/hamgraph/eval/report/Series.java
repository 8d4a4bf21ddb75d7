package org.hamgraph.eval.report;

import java.util.stream.DoubleStream;
import org.hamgraph.support.Checks;

/**
 * One labelled row of points of a plot. Immutable; every coordinate is finite.
 *
 * @since 0.1
 */
public final class Series {
    private final String label;
    private final double[] x;
    private final double[] y;

    private Series(String label, double[] x, double[] y) {
        this.label = label;
        this.x = x;
        this.y = y;
    }

    /**
     * Returns the series of the points (x[i], y[i]), in that order.
     *
     * @param label name in the legend, one line of text
     * @param x abscissas [points], copied; at least one
     * @param y ordinates [points], copied
     * @throws IllegalArgumentException if the label is blank or has a line break, the lengths differ or are zero, or a
     *     coordinate is infinite or NaN
     */
    public static Series of(String label, double[] x, double[] y) {
        Checks.atLeast(x.length, 1, "number of points of " + ChartStyle.line(label, "label"));
        Checks.length(y, x.length, "y of " + label + " [points]");
        return new Series(label, Checks.copyOfFinite(x, "x of " + label), Checks.copyOfFinite(y, "y of " + label));
    }

    /** Returns the name in the legend. */
    public String label() {
        return label;
    }

    /** Returns the number of points, at least 1. */
    public int size() {
        return x.length;
    }

    /**
     * Returns the abscissa of a point.
     *
     * @param i point, from 0
     */
    public double x(int i) {
        return x[i];
    }

    /**
     * Returns the ordinate of a point.
     *
     * @param i point, from 0
     */
    public double y(int i) {
        return y[i];
    }

    /** Returns all abscissas, in order. */
    DoubleStream xs() {
        return DoubleStream.of(x);
    }

    /** Returns all ordinates, in order. */
    DoubleStream ys() {
        return DoubleStream.of(y);
    }
}
