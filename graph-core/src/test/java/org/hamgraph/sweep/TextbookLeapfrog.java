package org.hamgraph.sweep;

import org.hamgraph.graph.CompiledGraph;

/** Kick-drift-kick steps as a textbook writes them, spring by spring, and how far rounding may take others from them. */
final class TextbookLeapfrog {
    private final SweepSystem system;
    private final CompiledGraph graph;
    private final int dim;
    private final int half;

    TextbookLeapfrog(SweepSystem system) {
        this.system = system;
        this.graph = system.graph();
        this.dim = system.box().dim();
        this.half = graph.nodes() * dim;
    }

    double[] force(double[] y) {
        double[] force = new double[half];
        for (int e = 0; e < graph.edges(); e++) {
            int i = graph.first(e);
            int j = graph.second(e);
            double r = system.box().distance(y, i, j);
            double pull = r == 0 ? 0 : system.pulls()[graph.springSpecies(e)].value(r) / r;
            for (int axis = 0; axis < dim; axis++) {
                double g = pull * system.box().nearest(y[j * dim + axis] - y[i * dim + axis], axis);
                force[i * dim + axis] += g;
                force[j * dim + axis] -= g;
            }
        }
        return force;
    }

    double[] after(int steps, double... h) {
        double[] y = system.y().clone();
        for (int step = 0; step < steps; step++) {
            for (double part : h) {
                kick(y, part / 2);
                drift(y, part);
                kick(y, part / 2);
            }
        }
        return y;
    }

    private void kick(double[] y, double h) {
        double[] force = force(y);
        for (int k = 0; k < half; k++) {
            y[half + k] += h * force[k];
        }
    }

    private void drift(double[] y, double h) {
        for (int i = 0; i < graph.nodes(); i++) {
            double s = 0;
            for (int axis = 0; axis < dim; axis++) {
                s += y[half + i * dim + axis] * y[half + i * dim + axis];
            }
            double w = 1 / graph.mass(i);
            double speed = 2 * w * system.motions()[graph.bodySpecies(i)].value(w * s);
            for (int axis = 0; axis < dim; axis++) {
                y[i * dim + axis] += h * speed * y[half + i * dim + axis];
            }
        }
    }

    /** Largest magnitude of some coordinates. */
    static double largest(double[] y, int from, int to) {
        double most = 0;
        for (int k = from; k < to; k++) {
            most = Math.max(most, Math.abs(y[k]));
        }
        return most;
    }

    /**
     * Rounding of a force. A difference of coordinates is off by a unit of the coordinate, which stiffness turns into a
     * force; the pull itself and its products take less than eight roundings; all that for every spring of a body.
     */
    double forceTolerance() {
        return Math.ulp(1.0) * degree() * (2 * stiffness() * largest(system.y(), 0, half) + 8 * pull());
    }

    /**
     * Rounding of a state after a time: what every part of a step rounds, times the number of parts, times the most by
     * which a difference can grow: exp(t sqrt(|H_qq| |H_pp|)), where |H_qq| is at most twice the stiffness of all springs
     * of a body and |H_pp| at most 2/m, m of 1/2 or more.
     */
    double stateTolerance(int steps, double... h) {
        double time = 0;
        double longest = 0;
        for (double part : h) {
            time += steps * part;
            longest = Math.max(longest, part);
        }
        double size = largest(system.y(), 0, 2 * half);
        double growth = Math.exp(time * Math.sqrt(2 * degree() * stiffness() * 4));
        double once = longest * forceTolerance() + 8 * Math.ulp(1.0) * size;
        return (1 + steps * h.length) * growth * once;
    }

    /** Most springs of a body. */
    int degree() {
        int most = 0;
        for (int i = 0; i < graph.nodes(); i++) {
            most = Math.max(most, graph.degree(i));
        }
        return most;
    }

    /** Bound of |f|: twice the largest now, and more. */
    double pull() {
        double most = 1;
        for (int e = 0; e < graph.edges(); e++) {
            double r = system.box().distance(system.y(), graph.first(e), graph.second(e));
            most = Math.max(most, 2 * Math.abs(system.pulls()[graph.springSpecies(e)].value(r)));
        }
        return most;
    }

    /** Bound of |f'| + |f|/r, where springs are longer than 1/3 and shorter than 2. */
    private double stiffness() {
        return 12 + 3 * pull();
    }
}
