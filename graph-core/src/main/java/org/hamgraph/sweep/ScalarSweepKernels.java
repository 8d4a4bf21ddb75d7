package org.hamgraph.sweep;

/**
 * The inner loops in plain Java: the specification of {@link SweepKernels}.
 */
final class ScalarSweepKernels implements SweepKernels {
    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public void sweep(PiecewisePolynomial f, double[][] q, double[][] force, Springs run, Ends ends, Workspace work) {
        int n = run.n;
        int first = run.first;
        int second = run.second;
        for (int axis = 0; axis < q.length; axis++) {
            differences(q[axis], first, second, n, run.period[axis], work.d, axis * STRIDE);
        }
        pull(f, q.length, n, work);
        for (int gap = run.gap; gap < run.gapEnd && run.gaps.get(gap, 0) < first + n; gap++) {
            work.pull[run.gaps.get(gap, 0) - first] = 0;
        }
        for (int axis = 0; axis < q.length; axis++) {
            push(force[axis], first, second, n, ends, work.pull, work.d, axis * STRIDE);
        }
    }

    private static void differences(double[] q, int first, int second, int n, double period, double[] d, int at) {
        if (period > 0) {
            for (int k = 0; k < n; k++) {
                d[at + k] = nearest(q[second + k] - q[first + k], period);
            }
        } else {
            for (int k = 0; k < n; k++) {
                d[at + k] = q[second + k] - q[first + k];
            }
        }
    }

    /** Pull per length, from the differences along all axes. */
    private static void pull(PiecewisePolynomial f, int dim, int n, Workspace work) {
        double[] d = work.d;
        double[] r = work.r;
        double[] pull = work.pull;
        for (int k = 0; k < n; k++) {
            r[k] = d[k] * d[k];
        }
        for (int axis = 1; axis < dim; axis++) {
            int at = axis * STRIDE;
            for (int k = 0; k < n; k++) {
                r[k] = Math.fma(d[at + k], d[at + k], r[k]);
            }
        }
        for (int k = 0; k < n; k++) {
            r[k] = Math.sqrt(r[k]);
        }
        for (int k = 0; k < n; k++) {
            pull[k] = f.value(r[k]);
        }
        for (int k = 0; k < n; k++) {
            pull[k] /= r[k] + TINY;
        }
    }

    /** A body that is the second end of one spring and the first of a later one receives their forces in this order. */
    private static void push(
            double[] force, int first, int second, int n, Ends ends, double[] pull, double[] d, int at) {
        for (int k = 0; k < n; k++) {
            d[at + k] *= pull[k];
        }
        for (int k = 0; k < n && ends != Ends.FIRST; k++) {
            force[second + k] -= d[at + k];
        }
        for (int k = 0; k < n && ends != Ends.SECOND; k++) {
            force[first + k] += d[at + k];
        }
    }

    @Override
    public void sweepFan(PiecewisePolynomial f, double[][] q, double[][] force, Fan fan, int high, Workspace work) {
        int n = fan.n;
        for (int axis = 0; axis < q.length; axis++) {
            for (int k = 0; k < n; k++) {
                double d = q[axis][fan.second[fan.place + k]] - q[axis][fan.first + k];
                work.d[axis * STRIDE + k] = nearest(d, fan.period[axis]);
            }
        }
        pull(f, q.length, n, work);
        for (int gap = fan.gap; gap < fan.gapEnd; gap++) {
            work.pull[fan.gaps.get(gap, 0) - fan.first] = 0;
        }
        for (int axis = 0; axis < q.length; axis++) {
            for (int k = 0; k < n; k++) {
                work.d[axis * STRIDE + k] *= work.pull[k];
                force[axis][fan.first + k] += work.d[axis * STRIDE + k];
            }
            takeFromSecond(force[axis], fan, high, work.d, axis * STRIDE);
        }
    }

    static void takeFromSecond(double[] force, Fan fan, int high, double[] g, int at) {
        for (int k = 0; k < fan.n; k++) {
            int second = fan.second[fan.place + k];
            if (second < high) {
                force[second] -= g[at + k];
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
        for (int start = from; start < from + n; start += RunPlan.BLOCK) {
            int count = Math.min(RunPlan.BLOCK, from + n - start);
            for (int axis = 0; axis < dim; axis++) {
                for (int k = 0; k < count; k++) {
                    double d = q[axis][springs.second[start + k]] - q[axis][springs.first[start + k]];
                    work.d[axis * STRIDE + k] = nearest(d, period[axis]);
                }
            }
            pull(f, dim, count, work);
            for (int axis = 0; axis < dim; axis++) {
                scatter(force[axis], springs, start, count, low, high, work, axis * STRIDE);
            }
        }
    }

    private static void scatter(
            double[] force, LooseSprings springs, int start, int count, int low, int high, Workspace work, int at) {
        for (int k = 0; k < count; k++) {
            double g = work.d[at + k] * work.pull[k];
            if (springs.first[start + k] >= low) {
                force[springs.first[start + k]] += g;
            }
            if (springs.second[start + k] < high) {
                force[springs.second[start + k]] -= g;
            }
        }
    }

    /** The nearest image of a difference; the difference itself on an open axis. */
    static double nearest(double d, double period) {
        if (period == 0) {
            return d;
        }
        double images = Math.fma(d, 1 / period, PiecewisePolynomial.ROUND) - PiecewisePolynomial.ROUND;
        return Math.fma(-period, images, d);
    }

    @Override
    public void kick(double[] p, double[] force, int from, int n, double a) {
        for (int i = from; i < from + n; i++) {
            p[i] = Math.fma(a, force[i], p[i]);
        }
    }

    @Override
    public void kickTwice(double[] p, double[] force, int from, int n, double a, double b) {
        for (int i = from; i < from + n; i++) {
            p[i] = Math.fma(b, force[i], Math.fma(a, force[i], p[i]));
            force[i] = 0;
        }
    }

    @Override
    public void drift(double[] q, double[] p, int from, int n, double h) {
        for (int i = from; i < from + n; i++) {
            q[i] = Math.fma(h, p[i], q[i]);
        }
    }

    @Override
    public void drift(double[] q, double[] p, int from, int n, double h, double[] speed) {
        for (int k = 0; k < n; k++) {
            q[from + k] = Math.fma(h * speed[k], p[from + k], q[from + k]);
        }
    }

    @Override
    public void squares(double[][] p, int from, int n, double[] s) {
        for (int k = 0; k < n; k++) {
            double sum = 0;
            for (double[] along : p) {
                sum = Math.fma(along[from + k], along[from + k], sum);
            }
            s[k] = sum;
        }
    }

    @Override
    public void times(double[] weight, int from, int n, double factor, double[] s) {
        for (int k = 0; k < n; k++) {
            s[k] *= factor * weight[from + k];
        }
    }

    @Override
    public void values(PiecewisePolynomial f, double[] x, int n, double[] out) {
        for (int k = 0; k < n; k++) {
            out[k] = f.value(x[k]);
        }
    }
}
