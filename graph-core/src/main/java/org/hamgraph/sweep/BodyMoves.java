package org.hamgraph.sweep;

import java.util.Arrays;

/** Kicks and drifts of consecutive bodies, at most a block of them at once. */
final class BodyMoves {
    private final BodyClasses bodies;
    private final SweepKernels kernels;
    private final double[][] q;
    private final double[][] p;
    private final double[][] force;
    private final double[] s = new double[RunPlan.BLOCK + SweepKernels.MARGIN];
    private final double[] work = new double[RunPlan.BLOCK + SweepKernels.MARGIN];

    BodyMoves(BodyClasses bodies, SweepKernels kernels, double[][] q, double[][] p, double[][] force) {
        this.bodies = bodies;
        this.kernels = kernels;
        this.q = q;
        this.p = p;
        this.force = force;
    }

    /** First half of the first kick, and a drift over h; forces are cleared. */
    void begin(int from, int to, double h) {
        for (int axis = 0; axis < q.length; axis++) {
            kernels.kick(p[axis], force[axis], from, to - from, 0.5 * h);
            Arrays.fill(force[axis], from, to, 0);
        }
        drift(from, to, h);
    }

    /**
     * Second half of a kick; unless it is the last, also the first half of the next and a drift, and forces are
     * cleared.
     *
     * @param end time of the half kick
     * @param next time of the next drift; NaN after the last kick
     */
    void move(int from, int to, double end, double next) {
        if (from >= to) {
            return;
        }
        boolean last = Double.isNaN(next);
        for (int axis = 0; axis < q.length; axis++) {
            if (last) {
                kernels.kick(p[axis], force[axis], from, to - from, end);
            } else {
                kernels.kickTwice(p[axis], force[axis], from, to - from, end, 0.5 * next);
            }
        }
        if (!last) {
            drift(from, to, next);
        }
    }

    private void drift(int from, int to, double h) {
        for (int k = 0; k < bodies.segments(); k++) {
            int first = Math.max(from, bodies.segmentStart(k));
            int n = Math.min(to, bodies.segmentStart(k + 1)) - first;
            if (n > 0) {
                drift(bodies.slope(k), first, n, h);
            }
        }
    }

    private void drift(PiecewisePolynomial f, int first, int n, double h) {
        if (f.isConstant() && bodies.equalWeights) {
            double factor = 2 * h * bodies.weight[0] * f.value(0);
            for (int axis = 0; axis < q.length; axis++) {
                kernels.drift(q[axis], p[axis], first, n, factor);
            }
            return;
        }
        for (int axis = 0; axis < q.length; axis++) {
            kernels.squares(p[axis], first, n, axis > 0, s);
        }
        kernels.slopes(f, bodies.weight, first, n, h, s, work);
        for (int axis = 0; axis < q.length; axis++) {
            kernels.drift(q[axis], p[axis], first, n, s);
        }
    }
}
