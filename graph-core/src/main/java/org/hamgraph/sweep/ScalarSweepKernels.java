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
    public void sweep(PiecewisePolynomial f, double[][] q, double[][] force, Springs run, Ends ends, double[] work) {
        int dim = q.length;
        int gap = run.gap;
        for (int k = 0; k < run.n; k++) {
            int i = run.first + k;
            int j = run.second + k;
            double s = 0;
            for (int axis = 0; axis < dim; axis++) {
                double d = nearest(q[axis][j] - q[axis][i], run.period[axis]);
                s = Math.fma(d, d, s);
            }
            double r = Math.sqrt(s);
            double pull = r > 0 ? f.value(r) / r : 0;
            if (gap < run.gapEnd && run.gaps.get(gap, 0) == i) {
                pull = 0;
                gap++;
            }
            for (int axis = 0; axis < dim; axis++) {
                double g = pull * nearest(q[axis][j] - q[axis][i], run.period[axis]);
                if (ends != Ends.SECOND) {
                    force[axis][i] += g;
                }
                if (ends != Ends.FIRST) {
                    force[axis][j] -= g;
                }
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
    public void drift(double[] q, double[] p, int from, int n, double[] h) {
        for (int k = 0; k < n; k++) {
            q[from + k] = Math.fma(h[k], p[from + k], q[from + k]);
        }
    }

    @Override
    public void squares(double[] p, int from, int n, boolean add, double[] s) {
        for (int k = 0; k < n; k++) {
            s[k] = add ? Math.fma(p[from + k], p[from + k], s[k]) : p[from + k] * p[from + k];
        }
    }

    @Override
    public void slopes(PiecewisePolynomial f, double[] weight, int from, int n, double h, double[] s, double[] work) {
        for (int k = 0; k < n; k++) {
            double w = weight[from + k];
            s[k] = 2 * h * w * f.value(w * s[k]);
        }
    }
}
