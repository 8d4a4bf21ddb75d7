package org.hamgraph.graph;

import java.util.Arrays;
import org.hamgraph.support.Checks;

/**
 * The space bodies move in: its dimension and, for periodic axes, the period.
 *
 * <p>Positions are never wrapped; only differences are, to the nearest image: d − L·rint(d/L) on a periodic axis, d
 * on an open one.
 *
 * @since 0.1
 */
public final class Box {
    private final double[] period;

    private Box(double[] period) {
        this.period = period;
    }

    /**
     * Returns unbounded space.
     *
     * @param dim 1, 2 or 3
     */
    public static Box open(int dim) {
        return new Box(new double[Checks.dimension(dim)]);
    }

    /**
     * Returns a space with one period per axis.
     *
     * @param period period of every axis [dim], length; 0 for an open axis
     */
    public static Box of(double... period) {
        double[] copy = new double[Checks.dimension(period.length)];
        for (int axis = 0; axis < copy.length; axis++) {
            copy[axis] = Checks.notNegative(period[axis], "period") + 0.0; // -0.0 becomes 0.0
        }
        return new Box(copy);
    }

    /** Returns the dimension of space: 1, 2 or 3. */
    public int dim() {
        return period.length;
    }

    /**
     * Returns the period of an axis, or 0 if the axis is open.
     *
     * @param axis axis, from 0
     */
    public double period(int axis) {
        return period[axis];
    }

    /** Returns whether any axis is periodic. */
    public boolean periodic() {
        for (double length : period) {
            if (length > 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * Returns the difference of two coordinates, brought to the nearest image on a periodic axis.
     *
     * @param difference coordinate difference, length
     * @param axis axis, from 0
     */
    public double nearest(double difference, int axis) {
        double length = period[axis];
        return length > 0 ? difference - length * Math.rint(difference / length) : difference;
    }

    /**
     * Returns the distance of two bodies, to the nearest image.
     *
     * @param q positions, read from index 0 on [n*dim]; a whole state serves
     * @param i one body
     * @param j the other body
     */
    public double distance(double[] q, int i, int j) {
        int dim = period.length;
        double sum = 0;
        for (int axis = 0; axis < dim; axis++) {
            double d = nearest(q[j * dim + axis] - q[i * dim + axis], axis);
            sum += d * d;
        }
        return Math.sqrt(sum);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Box && Arrays.equals(period, ((Box) other).period);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(period);
    }

    /** Returns, for example, {@code "3d, open"} or {@code "2d, period 4.0 x open"}. */
    @Override
    public String toString() {
        if (!periodic()) {
            return dim() + "d, open";
        }
        StringBuilder text = new StringBuilder(dim() + "d, period ");
        for (int axis = 0; axis < period.length; axis++) {
            text.append(axis == 0 ? "" : " x ").append(period[axis] > 0 ? String.valueOf(period[axis]) : "open");
        }
        return text.toString();
    }
}
