package org.hamgraph.phase;

import java.util.Arrays;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.sweep.PiecewisePolynomial;

/**
 * One sweep over the springs of some bodies. Every body receives its forces in the order of its springs, first those
 * that end at it, then those that begin at it, however bodies are shared; springs between two shares are computed by
 * both.
 */
final class EdgeSweep {
    private final CompiledGraph graph;
    private final Box box;
    private final int dim;
    private final Slope slope;
    private final PiecewisePolynomial common;

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
     * A sweep over springs that share a slope.
     *
     * @param graph bodies and springs
     * @param box space around them
     * @param common slope of all springs
     */
    EdgeSweep(CompiledGraph graph, Box box, PiecewisePolynomial common) {
        this(graph, box, (e, r) -> common.value(r), common);
    }

    private EdgeSweep(CompiledGraph graph, Box box, Slope slope, PiecewisePolynomial common) {
        this.graph = graph;
        this.box = box;
        this.dim = box.dim();
        this.slope = slope;
        this.common = common;
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
        for (int i = from; i < to && from > 0; i++) {
            for (int slot = graph.rowStart(i); slot < graph.rowStart(i + 1) && graph.neighbor(slot) < from; slot++) {
                add(y, graph.edgeAt(slot), force, offset, false, true);
            }
        }
        int first = graph.firstEdge(from);
        int end = graph.firstEdge(to);
        if (common != null && dim == 3 && !box.periodic()) {
            addInOpenSpace(y, first, end, to, force, offset);
        } else {
            for (int e = first; e < end; e++) {
                add(y, e, force, offset, true, graph.second(e) < to);
            }
        }
    }

    private void add(double[] y, int e, double[] force, int offset, boolean toFirst, boolean toSecond) {
        int i = graph.first(e) * dim;
        int j = graph.second(e) * dim;
        double dx = box.nearest(y[j] - y[i], 0);
        double dy = dim > 1 ? box.nearest(y[j + 1] - y[i + 1], 1) : 0;
        double dz = dim > 2 ? box.nearest(y[j + 2] - y[i + 2], 2) : 0;
        double r = Math.sqrt(dx * dx + dy * dy + dz * dz);
        double pull = r > 0 ? slope.of(e, r) / r : 0;
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

    /** The same for the case that is met most, so that the loop has no choice to make. */
    private void addInOpenSpace(double[] y, int first, int end, int to, double[] force, int offset) {
        for (int e = first; e < end; e++) {
            int i = 3 * graph.first(e);
            int j = 3 * graph.second(e);
            double dx = y[j] - y[i];
            double dy = y[j + 1] - y[i + 1];
            double dz = y[j + 2] - y[i + 2];
            double r = Math.sqrt(dx * dx + dy * dy + dz * dz);
            double pull = r > 0 ? common.value(r) / r : 0;
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
}
