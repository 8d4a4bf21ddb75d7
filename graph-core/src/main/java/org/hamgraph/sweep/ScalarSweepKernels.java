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
            double pull = f.value(r) / (r + TINY);
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
            double[] work) {
        for (int k = from; k < from + n; k++) {
            int i = springs.first[k];
            int j = springs.second[k];
            double s = 0;
            for (int axis = 0; axis < q.length; axis++) {
                double d = nearest(q[axis][j] - q[axis][i], period[axis]);
                s = Math.fma(d, d, s);
            }
            double r = Math.sqrt(s);
            double pull = f.value(r) / (r + TINY);
            for (int axis = 0; axis < q.length; axis++) {
                double g = pull * nearest(q[axis][j] - q[axis][i], period[axis]);
                if (i >= low && i < high) {
                    force[axis][i] += g;
                }
                if (j >= low && j < high) {
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
