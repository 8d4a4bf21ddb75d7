package org.hamgraph.phase;

import java.util.Arrays;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.sweep.PairClasses;
import org.hamgraph.sweep.PolynomialValues;

/**
 * One sweep over the springs of some bodies. Every body receives its forces in the order of its springs, first those
 * that end at it, then those that begin at it, however bodies are shared; springs between two shares are computed by
 * both. Springs as long as their {@linkplain CompiledGraph#cutoff cutoff} exert nothing.
 *
 * <p>Lengths and slopes are computed for many springs at once, so that slopes that are polynomials take vector
 * registers; forces add up spring by spring.
 */
final class EdgeSweep {
    /** Springs in hand at once. */
    private static final int BATCH = 512;
    /** Functions that can be told apart in less time than it takes to compute them one by one. */
    private static final int MOST_CLASSES = 6;

    private static final ThreadLocal<Batch> BATCHES = ThreadLocal.withInitial(Batch::new);

    private final CompiledGraph graph;
    private final int dim;
    private final boolean periodic;
    /** Period of every axis and its inverse, both 0 where it is open. */
    private final double[] period = new double[3];

    private final double[] inverse = new double[3];
    private final Slope slope;
    /** Null if slopes are no polynomials, or too many. */
    private final PairClasses classes;

    private final PolynomialValues values;

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
        this(
                graph,
                box,
                (e, r) -> classes.slope(classes.index(e)).value(r),
                classes.count() <= MOST_CLASSES ? classes : null);
    }

    private EdgeSweep(CompiledGraph graph, Box box, Slope slope, PairClasses classes) {
        this.graph = graph;
        this.dim = box.dim();
        this.periodic = box.periodic();
        for (int axis = 0; axis < dim; axis++) {
            period[axis] = box.period(axis);
            inverse[axis] = period[axis] > 0 ? 1 / period[axis] : 0;
        }
        this.slope = slope;
        this.classes = classes;
        this.values = PolynomialValues.suitedTo(graph.nodes());
    }

    /** The slope dV/dr of a spring. */
    @FunctionalInterface
    interface Slope {
        double of(int edge, double r);
    }

    /** Springs in hand. */
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
                dx -= lx * Math.rint(dx * ix);
                dy -= ly * Math.rint(dy * iy);
                dz -= lz * Math.rint(dz * iz);
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
        if (classes == null) {
            for (int k = 0; k < n; k++) {
                batch.slope[k] = slope.of(batch.edge[k], batch.r[k]);
            }
        } else if (classes.count() == 1) {
            values.compute(classes.slope(0), batch.r, n, batch.slope);
        } else {
            for (int kind = 0; kind < classes.count(); kind++) {
                computeSlopes(batch, n, kind);
            }
        }
    }

    private void computeSlopes(Batch batch, int n, int kind) {
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

    private void push(Batch batch, int n, int from, int to, double[] force, int offset) {
        for (int k = 0; k < n; k++) {
            double pull = batch.slope[k] / batch.r[k];
            int i = graph.first(batch.edge[k]);
            int j = graph.second(batch.edge[k]);
            if (i >= from) {
                add(force, offset + dim * i, pull, batch.d, 3 * k);
            }
            if (j < to) {
                add(force, offset + dim * j, -pull, batch.d, 3 * k);
            }
        }
    }

    private void add(double[] force, int place, double pull, double[] d, int at) {
        force[place] += pull * d[at];
        if (dim > 1) {
            force[place + 1] += pull * d[at + 1];
        }
        if (dim > 2) {
            force[place + 2] += pull * d[at + 2];
        }
    }
}
