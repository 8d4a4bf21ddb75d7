package org.hamgraph.graph;

import java.util.Arrays;

/** Finds all pairs of bodies within a cutoff by sorting bodies into cells a little wider than the cutoff. */
final class CellPairs {
    /**
     * Cell width over cutoff, at least: covers the rounding of a cell's number, below 1e-15 times the number of
     * cells.
     */
    private static final double MARGIN = 1 + 1e-6;

    private final double[] position;
    private final Box box;
    private final double cutoff;
    private final int dim;
    private final int nodes;
    private final int[] cells;
    private final double[] lowest;
    private final double[] width;
    /** Period of every axis, 0 where it is open. */
    private final double[] period;

    /** Whether an axis has so few cells that one holds several images of a neighbour. */
    private boolean few;

    /** Number of the cell of every body along every axis; three axes whatever the dimension, as below [n*3]. */
    private final int[] along;
    /** Bodies cell by cell, ascending within a cell, and their places, brought into the period [n*3]. */
    private final int[] sorted;

    private final double[] place;
    /** Where a cell begins in these. */
    private int[] start;
    /** Bodies near the one in hand. */
    private final int[] near;

    private CellPairs(double[] position, Box box, double cutoff) {
        this.position = position;
        this.box = box;
        this.cutoff = cutoff;
        this.dim = box.dim();
        this.nodes = position.length / dim;
        cells = new int[] {1, 1, 1};
        lowest = new double[dim];
        width = new double[dim];
        period = new double[3];
        for (int axis = 0; axis < dim; axis++) {
            period[axis] = box.period(axis);
        }
        along = new int[3 * nodes];
        sorted = new int[nodes];
        place = new double[3 * nodes];
        near = new int[nodes + 1];
    }

    /**
     * Returns the pairs as (a, b), (a, b), … with a below b, in ascending order of b within a.
     *
     * @param position places of the bodies [n*dim]; wrapped into the period where an axis is periodic
     */
    static int[] within(double[] position, Box box, double cutoff) {
        CellPairs search = new CellPairs(position, box, cutoff);
        search.divide();
        search.sort();
        return search.pairs();
    }

    private void divide() {
        int most = Math.max(1, (int) Math.ceil(Math.pow(nodes, 1.0 / dim)));
        for (int axis = 0; axis < dim; axis++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < nodes; i++) {
                low = Math.min(low, position[i * dim + axis]);
                high = Math.max(high, position[i * dim + axis]);
            }
            double extent = box.period(axis) > 0 ? box.period(axis) : high - low;
            lowest[axis] = box.period(axis) > 0 ? 0 : low;
            cells[axis] = (int) Math.max(1, Math.min(most, Math.floor(extent / (cutoff * MARGIN))));
            width[axis] = extent / cells[axis];
            few |= period[axis] > 0 && cells[axis] < 3;
        }
    }

    /** Place of a body along an axis, from the lower end of the cells on. */
    private double placeAlong(int body, int axis) {
        double x = position[body * dim + axis] - lowest[axis];
        return period[axis] > 0 ? x - period[axis] * Math.floor(x / period[axis]) : x;
    }

    private int cellAlong(int body, int axis) {
        return width[axis] > 0 ? Math.min(cells[axis] - 1, (int) (placeAlong(body, axis) / width[axis])) : 0;
    }

    private int cell(int x, int y, int z) {
        return (x * cells[1] + y) * cells[2] + z;
    }

    private void sort() {
        start = new int[cells[0] * cells[1] * cells[2] + 1];
        for (int i = 0; i < nodes; i++) {
            for (int axis = 0; axis < dim; axis++) {
                along[3 * i + axis] = cellAlong(i, axis);
            }
            start[cell(along[3 * i], along[3 * i + 1], along[3 * i + 2]) + 1]++;
        }
        for (int cell = 1; cell < start.length; cell++) {
            start[cell] += start[cell - 1];
        }
        int[] next = start.clone();
        for (int i = 0; i < nodes; i++) {
            int at = next[cell(along[3 * i], along[3 * i + 1], along[3 * i + 2])]++;
            sorted[at] = i;
            for (int axis = 0; axis < dim; axis++) {
                place[3 * at + axis] = placeAlong(i, axis);
            }
        }
    }

    private int[] pairs() {
        Structure.Bonds found = new Structure.Bonds(nodes);
        for (int i = 0; i < nodes; i++) {
            int count = candidates(i);
            Arrays.sort(near, 0, count);
            for (int k = 0; k < count; k++) {
                if (box.distance(position, i, near[k]) < cutoff) {
                    found.add(i, near[k]);
                }
            }
        }
        return found.toArray();
    }

    /** Collects the larger bodies of all cells around a body that may be near it. */
    private int candidates(int body) {
        double qx = placeAlong(body, 0);
        double qy = dim > 1 ? placeAlong(body, 1) : 0;
        double qz = dim > 2 ? placeAlong(body, 2) : 0;
        int lastX = last(body, 0);
        int lastY = last(body, 1);
        int lastZ = last(body, 2);
        int firstY = first(body, 1);
        int firstZ = first(body, 2);
        int count = 0;
        for (int x = first(body, 0); x <= lastX; x++) {
            double sx = qx - shift(x, 0);
            for (int y = firstY; y <= lastY; y++) {
                double sy = qy - shift(y, 1);
                for (int z = firstZ; z <= lastZ; z++) {
                    int cell = cell(wrapped(x, 0), wrapped(y, 1), wrapped(z, 2));
                    count = collect(body, cell, sx, sy, qz - shift(z, 2), count);
                }
            }
        }
        return count;
    }

    /** First of the neighbouring cells along an axis; none is met twice, however few there are. */
    private int first(int body, int axis) {
        int here = along[3 * body + axis];
        return period[axis] > 0 ? (cells[axis] > 1 ? here - 1 : here) : Math.max(0, here - 1);
    }

    private int last(int body, int axis) {
        int here = along[3 * body + axis];
        return period[axis] > 0 ? (cells[axis] > 2 ? here + 1 : here) : Math.min(cells[axis] - 1, here + 1);
    }

    private int wrapped(int cell, int axis) {
        return cell < 0 ? cell + cells[axis] : cell >= cells[axis] ? cell - cells[axis] : cell;
    }

    /** How far bodies are from the cell whose images they are. */
    private double shift(int cell, int axis) {
        return cell < 0 ? -period[axis] : cell >= cells[axis] ? period[axis] : 0;
    }

    /**
     * Collects those of one cell, seen from a place, without roots, divisions and branches; all of it where the shift is
     * not known.
     */
    private int collect(int body, int cell, double qx, double qy, double qz, int count) {
        double limit = few ? Double.POSITIVE_INFINITY : cutoff * cutoff * MARGIN;
        int end = start[cell + 1];
        int at = start[cell];
        while (at < end && sorted[at] <= body) {
            at++;
        }
        int result = count;
        for (; at < end; at++) {
            double dx = place[3 * at] - qx;
            double dy = place[3 * at + 1] - qy;
            double dz = place[3 * at + 2] - qz;
            near[result] = sorted[at];
            result += dx * dx + dy * dy + dz * dz < limit ? 1 : 0;
        }
        return result;
    }
}
