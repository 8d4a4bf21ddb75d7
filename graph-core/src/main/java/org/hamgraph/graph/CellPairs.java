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
    private final int[] cells;
    private final double[] lowest;
    private final double[] width;
    /** Period of every axis and its inverse, both 0 where it is open. */
    private final double[] period;

    private final double[] inverse;
    /** Number of the cell of every body along every axis [n*dim]. */
    private final int[] along;

    private int[] head;
    private int[] next;

    private CellPairs(double[] position, Box box, double cutoff) {
        this.position = position;
        this.box = box;
        this.cutoff = cutoff;
        this.dim = box.dim();
        cells = new int[] {1, 1, 1};
        lowest = new double[dim];
        width = new double[dim];
        period = new double[dim];
        inverse = new double[dim];
        for (int axis = 0; axis < dim; axis++) {
            period[axis] = box.period(axis);
            inverse[axis] = period[axis] > 0 ? 1 / period[axis] : 0;
        }
        along = new int[position.length];
    }

    /**
     * Returns the pairs as (a, b), (a, b), … with a below b, in ascending order of b within a.
     *
     * @param position places of the bodies [n*dim]; wrapped into the period where an axis is periodic
     */
    static int[] within(double[] position, Box box, double cutoff) {
        CellPairs search = new CellPairs(position, box, cutoff);
        search.divide();
        search.fill();
        return search.pairs();
    }

    private void divide() {
        int n = position.length / dim;
        int most = Math.max(1, (int) Math.ceil(Math.pow(n, 1.0 / dim)));
        for (int axis = 0; axis < dim; axis++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < n; i++) {
                low = Math.min(low, position[i * dim + axis]);
                high = Math.max(high, position[i * dim + axis]);
            }
            double extent = box.period(axis) > 0 ? box.period(axis) : high - low;
            lowest[axis] = box.period(axis) > 0 ? 0 : low;
            cells[axis] = (int) Math.max(1, Math.min(most, Math.floor(extent / (cutoff * MARGIN))));
            width[axis] = extent / cells[axis];
        }
    }

    private int cellAlong(int body, int axis) {
        double x = position[body * dim + axis] - lowest[axis];
        if (box.period(axis) > 0) {
            x -= box.period(axis) * Math.floor(x / box.period(axis));
        }
        return width[axis] > 0 ? Math.min(cells[axis] - 1, (int) (x / width[axis])) : 0;
    }

    private int cellOf(int body) {
        int cell = 0;
        for (int axis = 0; axis < dim; axis++) {
            along[body * dim + axis] = cellAlong(body, axis);
            cell = cell * cells[axis] + along[body * dim + axis];
        }
        return cell;
    }

    private void fill() {
        int n = position.length / dim;
        head = new int[cells[0] * cells[1] * cells[2]];
        Arrays.fill(head, -1);
        next = new int[n];
        for (int i = n - 1; i >= 0; i--) {
            int cell = cellOf(i);
            next[i] = head[cell];
            head[cell] = i;
        }
    }

    private int[] pairs() {
        Structure.Bonds found = new Structure.Bonds(next.length);
        int[] buffer = new int[next.length];
        for (int i = 0; i < next.length; i++) {
            int count = candidates(i, 0, 0, buffer, 0);
            Arrays.sort(buffer, 0, count);
            for (int k = 0; k < count; k++) {
                found.add(i, buffer[k]);
            }
        }
        return found.toArray();
    }

    /** Collects the larger bodies near {@code body}, cell by cell along the remaining axes. */
    private int candidates(int body, int axis, int cell, int[] out, int count) {
        if (axis == dim) {
            int result = count;
            for (int j = head[cell]; j >= 0; j = next[j]) {
                if (j > body && mayBeNear(body, j) && box.distance(position, body, j) < cutoff) {
                    out[result++] = j;
                }
            }
            return result;
        }
        int result = count;
        int here = along[body * dim + axis];
        boolean wraps = box.period(axis) > 0;
        for (int step = -1; step <= 1; step++) {
            int c = here + step;
            if (wraps) {
                c = Math.floorMod(c, cells[axis]);
            }
            boolean repeated = wraps && (cells[axis] == 1 && step != 0 || cells[axis] == 2 && step == 1);
            if (c >= 0 && c < cells[axis] && !repeated) {
                result = candidates(body, axis + 1, cell * cells[axis] + c, out, result);
            }
        }
        return result;
    }

    /** Says no to most bodies that are too far, without a root or a division. */
    private boolean mayBeNear(int i, int j) {
        double square = 0;
        for (int axis = 0; axis < dim; axis++) {
            double d = position[j * dim + axis] - position[i * dim + axis];
            d -= period[axis] * Math.rint(d * inverse[axis]);
            square += d * d;
        }
        return square < cutoff * cutoff * MARGIN;
    }
}
