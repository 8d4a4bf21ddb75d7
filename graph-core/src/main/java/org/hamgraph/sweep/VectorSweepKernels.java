package org.hamgraph.sweep;

/** The inner loops in vector registers. */
final class VectorSweepKernels implements SweepKernels {
    private final VectorLoops loops = new VectorLoops();
    private final VectorSpaceLoops space = new VectorSpaceLoops();

    /** Throws an {@code UnsupportedOperationException} where registers are shorter than four numbers. */
    VectorSweepKernels() {
        if (VectorLoops.L < 4) {
            throw new UnsupportedOperationException("vector registers must hold four numbers, found " + VectorLoops.L);
        }
    }

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public void sweep(PiecewisePolynomial f, double[][] q, double[][] force, Springs run, Ends ends, Workspace work) {
        int offset = run.second - run.first;
        boolean far = ends == Ends.BOTH && offset >= VectorLoops.L;
        int n = run.n;
        stretch(q, run, offset, work);
        values(f, work.r, n, work.pull);
        for (int gap = run.gap; gap < run.gapEnd && run.gaps.get(gap, 0) < run.first + n; gap++) {
            work.pull[run.gaps.get(gap, 0) - run.first] = 0;
        }
        if (far && q.length == 3) {
            space.run(VectorSpaceLoops.PUSH_FAR, force, run.first, offset, work, work.pull, n);
            return;
        }
        perLength(n, work);
        for (int axis = 0; axis < q.length; axis++) {
            int at = axis * STRIDE;
            if (far) {
                loops.run(VectorLoops.PUSH_FAR, null, 0, 0, force[axis], run.first, offset, work.d, at, work.pull, n);
            } else {
                push(force[axis], run.first, offset, n, ends, work, at);
            }
        }
    }

    /** Writes differences and lengths. */
    private void stretch(double[][] q, Springs run, int offset, Workspace work) {
        if (q.length == 3 && run.open) {
            space.run(VectorSpaceLoops.STRETCH, q, run.first, offset, work, null, run.n);
            return;
        }
        if (q.length == 3 && run.periodic) {
            space.run(VectorSpaceLoops.STRETCH_NEAREST, q, run.first, offset, work, run.period, run.n);
            return;
        }
        for (int axis = 0; axis < q.length; axis++) {
            double period = run.period[axis];
            int which = period > 0 ? VectorLoops.NEAREST : VectorLoops.DIFFERENCES;
            loops.run(which, null, period, 0, q[axis], run.first, offset, work.d, axis * STRIDE, null, run.n);
        }
        lengths(q.length, run.n, work);
    }

    private void lengths(int dim, int n, Workspace work) {
        loops.run(VectorLoops.LENGTHS + dim - 1, null, 0, 0, work.d, 0, STRIDE, work.r, 0, null, n);
    }

    private void perLength(int n, Workspace work) {
        loops.run(VectorLoops.PER_LENGTH, null, 0, 0, work.r, 0, 0, work.pull, 0, null, n);
    }

    /** A body that is the second end of one spring and the first of a later one receives their forces in this order. */
    private void push(double[] force, int first, int offset, int n, Ends ends, Workspace work, int at) {
        loops.run(VectorLoops.TIMES, null, 0, 0, work.pull, 0, 0, work.d, at, null, n);
        if (ends != Ends.FIRST) {
            loops.run(VectorLoops.SUBTRACT, null, 0, 0, force, first + offset, 0, work.d, at, null, n);
        }
        if (ends != Ends.SECOND) {
            loops.run(VectorLoops.ADD, null, 0, 0, force, first, 0, work.d, at, null, n);
        }
    }

    @Override
    public void sweepFan(PiecewisePolynomial f, double[][] q, double[][] force, Fan fan, int high, Workspace work) {
        int n = fan.n;
        boolean open = q.length == 3 && fan.open;
        if (open) {
            gather(q[0], q[1], q[2], fan, work.d);
            space.run(VectorSpaceLoops.STRETCH_FROM, q, fan.first, 0, work, null, n);
        } else {
            for (int axis = 0; axis < q.length; axis++) {
                gather(q[axis], fan, fan.period[axis], work.d, axis * STRIDE);
            }
            lengths(q.length, n, work);
        }
        values(f, work.r, n, work.pull);
        for (int gap = fan.gap; gap < fan.gapEnd; gap++) {
            work.pull[fan.gaps.get(gap, 0) - fan.first] = 0;
        }
        if (q.length == 3) {
            space.run(VectorSpaceLoops.SPREAD_TO, force, fan.first, 0, work, work.pull, n);
            takeFromSecond(force[0], force[1], force[2], fan, high, work.d);
            return;
        }
        perLength(n, work);
        for (int axis = 0; axis < q.length; axis++) {
            push(force[axis], fan.first, 0, n, Ends.FIRST, work, axis * STRIDE);
            ScalarSweepKernels.takeFromSecond(force[axis], fan, high, work.d, axis * STRIDE);
        }
    }

    private static void gather(double[] x, double[] y, double[] z, Fan fan, double[] d) {
        int[] second = fan.second;
        int place = fan.place;
        int n = fan.n;
        for (int k = 0; k < n; k++) {
            int j = second[place + k];
            d[k] = x[j];
            d[STRIDE + k] = y[j];
            d[2 * STRIDE + k] = z[j];
        }
    }

    private static void gather(double[] q, Fan fan, double period, double[] d, int at) {
        for (int k = 0; k < fan.n; k++) {
            double difference = q[fan.second[fan.place + k]] - q[fan.first + k];
            d[at + k] = ScalarSweepKernels.nearest(difference, period);
        }
    }

    private static void takeFromSecond(double[] x, double[] y, double[] z, Fan fan, int high, double[] g) {
        int[] second = fan.second;
        int place = fan.place;
        int n = fan.n;
        for (int k = 0; k < n; k++) {
            int j = second[place + k];
            if (j < high) {
                x[j] -= g[k];
                y[j] -= g[STRIDE + k];
                z[j] -= g[2 * STRIDE + k];
            }
        }
    }

    @Override
    public void sweepLoose(
            PiecewisePolynomial f,
            double[][] q,
            double[][] force,
            LooseSprings springs,
            int from,
            int n,
            int low,
            int high,
            double[] period,
            Workspace work) {
        int dim = q.length;
        boolean open = dim == 3 && period[0] + period[1] + period[2] == 0;
        for (int start = from; start < from + n; start += RunPlan.BLOCK) {
            int count = Math.min(RunPlan.BLOCK, from + n - start);
            if (open) {
                gather(q[0], q[1], q[2], springs, start, count, work.d);
            } else {
                for (int axis = 0; axis < dim; axis++) {
                    gather(q[axis], springs, start, count, period[axis], work.d, axis * STRIDE);
                }
            }
            lengths(dim, count, work);
            values(f, work.r, count, work.pull);
            if (dim == 3) {
                space.run(VectorSpaceLoops.SPREAD, q, 0, 0, work, work.pull, count);
                scatter(force[0], force[1], force[2], springs, start, count, low, high, work.d);
            } else {
                perLength(count, work);
                for (int axis = 0; axis < dim; axis++) {
                    loops.run(VectorLoops.TIMES, null, 0, 0, work.pull, 0, 0, work.d, axis * STRIDE, null, count);
                    scatter(force[axis], springs, start, count, low, high, work.d, axis * STRIDE);
                }
            }
        }
    }

    private static void gather(
            double[] x, double[] y, double[] z, LooseSprings springs, int start, int count, double[] d) {
        int[] first = springs.first;
        int[] second = springs.second;
        for (int k = 0; k < count; k++) {
            int i = first[start + k];
            int j = second[start + k];
            d[k] = x[j] - x[i];
            d[STRIDE + k] = y[j] - y[i];
            d[2 * STRIDE + k] = z[j] - z[i];
        }
    }

    private static void gather(
            double[] q, LooseSprings springs, int start, int count, double period, double[] d, int at) {
        for (int k = 0; k < count; k++) {
            double difference = q[springs.second[start + k]] - q[springs.first[start + k]];
            d[at + k] = ScalarSweepKernels.nearest(difference, period);
        }
    }

    private static void scatter(
            double[] x,
            double[] y,
            double[] z,
            LooseSprings springs,
            int start,
            int count,
            int low,
            int high,
            double[] g) {
        int[] first = springs.first;
        int[] second = springs.second;
        for (int k = 0; k < count; k++) {
            int i = first[start + k];
            int j = second[start + k];
            double gx = g[k];
            double gy = g[STRIDE + k];
            double gz = g[2 * STRIDE + k];
            if (i >= low) {
                x[i] += gx;
                y[i] += gy;
                z[i] += gz;
            }
            if (j < high) {
                x[j] -= gx;
                y[j] -= gy;
                z[j] -= gz;
            }
        }
    }

    private static void scatter(
            double[] force, LooseSprings springs, int start, int count, int low, int high, double[] g, int at) {
        for (int k = 0; k < count; k++) {
            if (springs.first[start + k] >= low) {
                force[springs.first[start + k]] += g[at + k];
            }
            if (springs.second[start + k] < high) {
                force[springs.second[start + k]] -= g[at + k];
            }
        }
    }

    @Override
    public void kick(double[] p, double[] force, int from, int n, double a) {
        loops.run(VectorLoops.MULTIPLY_ADD, null, a, 0, p, from, 0, force, from, null, n);
    }

    @Override
    public void kickTwice(double[] p, double[] force, int from, int n, double a, double b) {
        loops.run(VectorLoops.MULTIPLY_ADD_TWICE, null, a, b, p, from, 0, force, from, null, n);
    }

    @Override
    public void drift(double[] q, double[] p, int from, int n, double h) {
        loops.run(VectorLoops.MULTIPLY_ADD, null, h, 0, q, from, 0, p, from, null, n);
    }

    @Override
    public void drift(double[] q, double[] p, int from, int n, double h, double[] speed) {
        loops.run(VectorLoops.DRIFT, null, h, 0, q, from, 0, p, from, speed, n);
    }

    @Override
    public void squares(double[][] p, int from, int n, double[] s) {
        for (int axis = 0; axis < p.length; axis++) {
            int which = axis == 0 ? VectorLoops.SQUARE : VectorLoops.ADD_SQUARE;
            loops.run(which, null, 0, 0, p[axis], from, 0, s, 0, null, n);
        }
    }

    @Override
    public void times(double[] weight, int from, int n, double factor, double[] s) {
        loops.run(VectorLoops.WEIGH, null, factor, 0, weight, from, 0, s, 0, null, n);
    }

    @Override
    public void values(PiecewisePolynomial f, double[] x, int n, double[] out) {
        if (f.pieces > VectorLoops.L) {
            for (int k = 0; k < n; k++) {
                out[k] = f.value(x[k]);
            }
            return;
        }
        int inside =
                f.pieces == 1 ? VectorLoops.ONE_PIECE : f.pieces == 2 ? VectorLoops.TWO_PIECES : VectorLoops.FEW_PIECES;
        int ends =
                f.beyond != null ? VectorLoops.PATCH : f.below.length == 2 ? VectorLoops.LINEAR_ENDS : VectorLoops.ENDS;
        for (int k = 0; k < n; k += RunPlan.BLOCK) {
            int count = Math.min(RunPlan.BLOCK, n - k);
            if (loops.run(inside, f, 0, 0, x, k, 0, out, k, null, count)) {
                loops.run(ends, f, 0, 0, x, k, 0, out, k, null, count);
            }
        }
    }
}
