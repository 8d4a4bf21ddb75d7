package org.hamgraph.phase;

import java.util.Arrays;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.sweep.PairClasses;
import org.hamgraph.sweep.PiecewisePolynomial;
import org.hamgraph.sweep.PolynomialValues;

/**
 * One sweep over the springs of some bodies. Every body receives its forces in the order of its springs, first those
 * that end at it, then those that begin at it, however bodies are shared; springs between two shares are computed by
 * both. Springs as long as their {@linkplain CompiledGraph#cutoff cutoff} exert nothing.
 */
final class EdgeSweep {
    /** Springs whose slopes are computed together. */
    private static final int BATCH = 512;
    /** From this degree on, computing slopes together pays for keeping lengths and directions … */
    private static final int LEAST_DEGREE = 5;
    /** … unless there are more of them to be told apart. */
    private static final int MOST_CLASSES = 6;

    private static final ThreadLocal<Batch> BATCHES = ThreadLocal.withInitial(Batch::new);

    private final CompiledGraph graph;
    private final int dim;
    private final boolean periodic;
    /** Period of every axis and its inverse, both 0 where it is open. */
    private final double[] period = new double[3];

    private final double[] inverse = new double[3];
    private final Slope slope;
    /** Null if slopes are no polynomials. */
    private final PairClasses classes;
    /** The slope of all springs; null if there are several. */
    private final PiecewisePolynomial common;

    private final PolynomialValues values;
    private final boolean inBatches;

    /**
     * A sweep over springs that have slopes of their own.
     *
     * @param graph bodies and springs
     * @param box space around them
     * @param slope slope of every spring
     */
    EdgeSweep(CompiledGraph graph, Box box, Slope slope) {
        this(graph, box, slope, null);
    }

    /**
     * A sweep over springs whose slopes are polynomials.
     *
     * @param graph bodies and springs
     * @param box space around them
     * @param classes slope of every spring
     */
    EdgeSweep(CompiledGraph graph, Box box, PairClasses classes) {
        this(graph, box, (e, r) -> classes.slope(classes.index(e)).value(r), classes);
    }

    private EdgeSweep(CompiledGraph graph, Box box, Slope slope, PairClasses classes) {
        this.graph = graph;
        this.dim = box.dim();
        this.periodic = box.periodic();
        for (int axis = 0; axis < dim && periodic; axis++) {
            period[axis] = box.period(axis);
            inverse[axis] = period[axis] > 0 ? 1 / period[axis] : 0;
        }
        this.slope = slope;
        this.classes = classes;
        this.common = classes != null && classes.count() == 1 ? classes.slope(0) : null;
        this.values = PolynomialValues.suitedTo(graph.nodes());
        this.inBatches = classes != null && batchesPay(classes);
    }

    private static boolean batchesPay(PairClasses classes) {
        int degree = 0;
        for (int k = 0; k < classes.count(); k++) {
            degree = Math.max(degree, classes.slope(k).degree());
        }
        return classes.count() <= MOST_CLASSES && degree >= LEAST_DEGREE;
    }

    /** The slope dV/dr of a spring. */
    @FunctionalInterface
    interface Slope {
        double of(int edge, double r);
    }

    /**
     * Computes the forces on some bodies.
     *
     * @param y state, of which only the positions are read
     * @param from first body
     * @param to body after the last
     * @param force receives the forces from {@code offset} on
     * @param offset place of the first body of all
     */
    void force(double[] y, int from, int to, double[] force, int offset) {
        Arrays.fill(force, offset + from * dim, offset + to * dim, 0.0);
        if (inBatches) {
            addInBatches(y, from, to, force, offset);
            return;
        }
        for (int i = from; i < to && from > 0; i++) {
            for (int slot = graph.rowStart(i); slot < graph.rowStart(i + 1) && graph.neighbor(slot) < from; slot++) {
                add(y, graph.edgeAt(slot), force, offset, false, true);
            }
        }
        int first = graph.firstEdge(from);
        int end = graph.firstEdge(to);
        if (dim == 3) {
            addInSpace(y, first, end, to, force, offset);
        } else {
            for (int e = first; e < end; e++) {
                add(y, e, force, offset, true, graph.second(e) < to);
            }
        }
    }

    private double pull(int e, double r) {
        return r > 0 && r < graph.cutoff(e) ? (common != null ? common.value(r) : slope.of(e, r)) / r : 0;
    }

    /** A difference of coordinates, brought to the nearest image. */
    private static double nearest(double d, double period, double inverse) {
        return d - period * Math.rint(d * inverse);
    }

    private void add(double[] y, int e, double[] force, int offset, boolean toFirst, boolean toSecond) {
        int i = graph.first(e) * dim;
        int j = graph.second(e) * dim;
        double dx = nearest(y[j] - y[i], period[0], inverse[0]);
        double dy = dim > 1 ? nearest(y[j + 1] - y[i + 1], period[1], inverse[1]) : 0;
        double dz = dim > 2 ? nearest(y[j + 2] - y[i + 2], period[2], inverse[2]) : 0;
        double pull = pull(e, Math.sqrt(dx * dx + dy * dy + dz * dz));
        if (toFirst) {
            add(force, offset + i, pull, dx, dy, dz);
        }
        if (toSecond) {
            add(force, offset + j, -pull, dx, dy, dz);
        }
    }

    private void add(double[] force, int place, double pull, double dx, double dy, double dz) {
        force[place] += pull * dx;
        if (dim > 1) {
            force[place + 1] += pull * dy;
        }
        if (dim > 2) {
            force[place + 2] += pull * dz;
        }
    }

    /** The same in three dimensions, with what does not change kept out of the loop. */
    private void addInSpace(double[] y, int first, int end, int to, double[] force, int offset) {
        boolean images = periodic;
        double lx = period[0];
        double ly = period[1];
        double lz = period[2];
        double ix = inverse[0];
        double iy = inverse[1];
        double iz = inverse[2];
        for (int e = first; e < end; e++) {
            int i = 3 * graph.first(e);
            int j = 3 * graph.second(e);
            double dx = y[j] - y[i];
            double dy = y[j + 1] - y[i + 1];
            double dz = y[j + 2] - y[i + 2];
            if (images) {
                dx = nearest(dx, lx, ix);
                dy = nearest(dy, ly, iy);
                dz = nearest(dz, lz, iz);
            }
            double pull = pull(e, Math.sqrt(dx * dx + dy * dy + dz * dz));
            dx *= pull;
            dy *= pull;
            dz *= pull;
            int a = offset + i;
            force[a] += dx;
            force[a + 1] += dy;
            force[a + 2] += dz;
            if (j < 3 * to) {
                int b = offset + j;
                force[b] -= dx;
                force[b + 1] -= dy;
                force[b + 2] -= dz;
            }
        }
    }

    /** Springs whose forces are added together. */
    private static final class Batch {
        /** Springs that are looked at, then those of them that are shorter than their cutoffs. */
        final int[] edge = new int[BATCH];
        /** How many are looked at. */
        int count;
        /** Difference of the ends of every spring. */
        final double[] d = new double[3 * BATCH];
        /** Length. */
        final double[] r = new double[BATCH + PolynomialValues.MARGIN];
        /** Slope. */
        final double[] slope = new double[BATCH + PolynomialValues.MARGIN];
        /** Places of the springs of one class, their lengths and slopes. */
        final int[] place = new int[BATCH];

        final double[] rOfClass = new double[BATCH + PolynomialValues.MARGIN];
        final double[] slopeOfClass = new double[BATCH + PolynomialValues.MARGIN];
    }

    /** The same with the slopes of many springs computed at once; forces still add up spring by spring. */
    private void addInBatches(double[] y, int from, int to, double[] force, int offset) {
        Batch batch = BATCHES.get();
        batch.count = 0;
        for (int i = from; i < to && from > 0; i++) {
            for (int slot = graph.rowStart(i); slot < graph.rowStart(i + 1) && graph.neighbor(slot) < from; slot++) {
                batch.edge[batch.count++] = graph.edgeAt(slot);
                if (batch.count == BATCH) {
                    add(y, batch, from, to, force, offset);
                }
            }
        }
        int end = graph.firstEdge(to);
        for (int e = graph.firstEdge(from); e < end; ) {
            int more = Math.min(BATCH - batch.count, end - e);
            for (int k = 0; k < more; k++) {
                batch.edge[batch.count + k] = e + k;
            }
            batch.count += more;
            e += more;
            add(y, batch, from, to, force, offset);
        }
        add(y, batch, from, to, force, offset);
    }

    /** Adds the forces of a batch to those of its ends that are asked for, and empties it. */
    private void add(double[] y, Batch batch, int from, int to, double[] force, int offset) {
        int n = stretch(y, batch);
        computeSlopes(batch, n);
        push(batch, n, from, to, force, offset);
        batch.count = 0;
    }

    /** Keeps the springs that are shorter than their cutoffs; returns their number. */
    private int stretch(double[] y, Batch batch) {
        int axes = dim;
        boolean images = periodic;
        double lx = period[0];
        double ly = period[1];
        double lz = period[2];
        double ix = inverse[0];
        double iy = inverse[1];
        double iz = inverse[2];
        int n = 0;
        for (int k = 0; k < batch.count; k++) {
            int e = batch.edge[k];
            int i = axes * graph.first(e);
            int j = axes * graph.second(e);
            double dx = y[j] - y[i];
            double dy = axes > 1 ? y[j + 1] - y[i + 1] : 0;
            double dz = axes > 2 ? y[j + 2] - y[i + 2] : 0;
            if (images) {
                dx = nearest(dx, lx, ix);
                dy = nearest(dy, ly, iy);
                dz = nearest(dz, lz, iz);
            }
            double r = Math.sqrt(dx * dx + dy * dy + dz * dz);
            batch.edge[n] = e;
            batch.d[3 * n] = dx;
            batch.d[3 * n + 1] = dy;
            batch.d[3 * n + 2] = dz;
            batch.r[n] = r;
            // Without a branch: which pairs are near is hard to foresee.
            n += r > 0 && r < graph.cutoff(e) ? 1 : 0;
        }
        return n;
    }

    private void computeSlopes(Batch batch, int n) {
        if (common != null) {
            values.compute(common, batch.r, n, batch.slope);
            return;
        }
        for (int kind = 0; kind < classes.count(); kind++) {
            int m = 0;
            for (int k = 0; k < n; k++) {
                batch.place[m] = k;
                batch.rOfClass[m] = batch.r[k];
                m += classes.index(batch.edge[k]) == kind ? 1 : 0;
            }
            values.compute(classes.slope(kind), batch.rOfClass, m, batch.slopeOfClass);
            for (int k = 0; k < m; k++) {
                batch.slope[batch.place[k]] = batch.slopeOfClass[k];
            }
        }
    }

    private void push(Batch batch, int n, int from, int to, double[] force, int offset) {
        for (int k = 0; k < n; k++) {
            double pull = batch.slope[k] / batch.r[k];
            double dx = batch.d[3 * k];
            double dy = batch.d[3 * k + 1];
            double dz = batch.d[3 * k + 2];
            int i = graph.first(batch.edge[k]);
            int j = graph.second(batch.edge[k]);
            if (i >= from) {
                add(force, offset + dim * i, pull, dx, dy, dz);
            }
            if (j < to) {
                add(force, offset + dim * j, -pull, dx, dy, dz);
            }
        }
    }
}
