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
    private final double[] speed = new double[RunPlan.BLOCK + SweepKernels.MARGIN];

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
        for (int k = bodies.segmentOf(from); bodies.segmentStart(k) < to; k++) {
            int first = Math.max(from, bodies.segmentStart(k));
            drift(bodies.slope(k), first, Math.min(to, bodies.segmentStart(k + 1)) - first, h);
        }
    }

    private void drift(PiecewisePolynomial f, int first, int n, double h) {
        if (bodies.equalWeights && f.isConstant()) {
            for (int axis = 0; axis < q.length; axis++) {
                kernels.drift(q[axis], p[axis], first, n, h * f.value(0));
            }
            return;
        }
        kernels.squares(p, first, n, s);
        if (bodies.equalWeights) {
            kernels.values(f, s, n, speed);
        } else {
            kernels.times(bodies.weight, first, n, 1, s);
            kernels.values(f, s, n, speed);
            kernels.times(bodies.weight, first, n, 2, speed);
        }
        for (int axis = 0; axis < q.length; axis++) {
            kernels.drift(q[axis], p[axis], first, n, h, speed);
        }
    }
}
