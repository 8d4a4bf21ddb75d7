package org.hamgraph.sim.io;

import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.support.FileFormatException;

/** Turns a frame, x y z vx vy vz fx fy fz of every body, into a state of the system, and checks that it fits. */
final class FrameChecks {
    private final LineReader in;
    private final CompiledGraph graph;
    private final int dim;
    private double[] dropped;
    private Box box;

    FrameChecks(LineReader in, CompiledGraph graph, int dim) {
        this.in = in;
        this.graph = graph;
        this.dim = dim;
    }

    /** Checks a stated mass against the system's; null if none was stated. */
    void mass(String text, int body) throws FileFormatException {
        if (text != null && in.positive(text, "column mass") != graph.mass(body)) {
            throw in.fault(
                    "column mass",
                    "mass of body " + body + " must be that of the system, " + graph.mass(body) + ", found " + text);
        }
    }

    /** Returns the box of a state, which must be that of the first. */
    Box same(Box found, String field) throws FileFormatException {
        if (box != null && !box.equals(found)) {
            throw in.fault(field, "the box must stay the same, " + box + ", found " + found);
        }
        box = found;
        return found;
    }

    /** Checks that what a system of fewer dimensions leaves out does not move. */
    void flat(double[] frame) throws FileFormatException {
        if (dropped == null) {
            dropped = frame.clone();
        }
        for (int i = 0; i < graph.nodes(); i++) {
            for (int axis = dim; axis < 3; axis++) {
                int x = 9 * i + axis;
                if (frame[x] != dropped[x] || frame[x] != frame[axis] || frame[x + 3] != 0 || frame[x + 6] != 0) {
                    throw in.fault(
                            "column " + "xyz".charAt(axis),
                            "bodies must not move along an axis beyond the " + dim + " of the system, found body " + i
                                    + " that does");
                }
            }
        }
    }

    double[] state(double[] frame) {
        int n = graph.nodes();
        double[] y = new double[2 * n * dim];
        for (int i = 0; i < n; i++) {
            for (int axis = 0; axis < dim; axis++) {
                y[i * dim + axis] = frame[9 * i + axis];
                y[(n + i) * dim + axis] = graph.mass(i) * frame[9 * i + 3 + axis];
            }
        }
        return y;
    }

    /** Checks what was computed from finite numbers: images and momenta may overflow. */
    double[] finite(double[] y) throws FileFormatException {
        for (int k = 0; k < y.length; k++) {
            if (!Double.isFinite(y[k])) {
                boolean momentum = k >= y.length / 2;
                int i = k % (y.length / 2);
                throw in.fault(
                        "column " + (momentum ? "v" : "") + "xyz".charAt(i % dim),
                        (momentum ? "mass times velocity" : "an unwrapped coordinate") + " must be finite, found "
                                + y[k] + " for body " + i / dim);
            }
        }
        return y;
    }

    double[] forces(double[] frame) {
        double[] forces = new double[graph.nodes() * dim];
        for (int k = 0; k < forces.length; k++) {
            forces[k] = frame[9 * (k / dim) + 6 + k % dim];
        }
        return forces;
    }
}
