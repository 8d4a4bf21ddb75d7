package org.hamgraph.sweep;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops over vector registers that take three axes at once, so that square roots and divisions go on while the numbers
 * of the next springs come in. Called as those of {@link VectorLoops} are, and for the same reason.
 */
final class VectorSpaceLoops {
    private static final VectorSpecies<Double> S = VectorLoops.S;
    private static final int L = VectorLoops.L;
    private static final int STRIDE = SweepKernels.STRIDE;

    static final int STRETCH = 0;
    static final int STRETCH_NEAREST = 1;
    static final int PUSH_FAR = 2;
    static final int SPREAD = 3;
    static final int STRETCH_FROM = 4;
    static final int SPREAD_TO = 5;

    private final Loop[] loops = {
        VectorSpaceLoops::stretch,
        VectorSpaceLoops::stretchNearest,
        VectorSpaceLoops::pushFar,
        VectorSpaceLoops::spread,
        VectorSpaceLoops::stretchFrom,
        VectorSpaceLoops::spreadTo
    };

    @FunctionalInterface
    private interface Loop {
        void run(double[][] a, int i, int m, double[] d, double[] r, double[] z, int n);
    }

    /** Runs a loop over n numbers of every axis of a from i on, and of workspaces from 0 on. */
    void run(int which, double[][] a, int i, int m, SweepKernels.Workspace work, double[] z, int n) {
        loops[which].run(a, i, m, work.d, work.r, z, n);
    }

    private static DoubleVector load(double[] x, int k) {
        return DoubleVector.fromArray(S, x, k);
    }

    /** d = a[m further on] − a, r = |d|. */
    private static void stretch(double[][] a, int i, int m, double[] d, double[] r, double[] z, int n) {
        double[] a0 = a[0];
        double[] a1 = a[1];
        double[] a2 = a[2];
        for (int k = 0; k < n; k += L) {
            DoubleVector d0 = load(a0, i + m + k).sub(load(a0, i + k));
            DoubleVector d1 = load(a1, i + m + k).sub(load(a1, i + k));
            DoubleVector d2 = load(a2, i + m + k).sub(load(a2, i + k));
            d0.intoArray(d, k);
            d1.intoArray(d, STRIDE + k);
            d2.intoArray(d, 2 * STRIDE + k);
            d2.fma(d2, d1.fma(d1, d0.mul(d0))).lanewise(VectorOperators.SQRT).intoArray(r, k);
        }
    }

    /** The same with differences brought to the nearest image, for the periods z of the axes. */
    private static void stretchNearest(double[][] a, int i, int m, double[] d, double[] r, double[] z, int n) {
        double[] a0 = a[0];
        double[] a1 = a[1];
        double[] a2 = a[2];
        for (int k = 0; k < n; k += L) {
            DoubleVector d0 = nearest(load(a0, i + m + k).sub(load(a0, i + k)), z[0], 1 / z[0]);
            DoubleVector d1 = nearest(load(a1, i + m + k).sub(load(a1, i + k)), z[1], 1 / z[1]);
            DoubleVector d2 = nearest(load(a2, i + m + k).sub(load(a2, i + k)), z[2], 1 / z[2]);
            d0.intoArray(d, k);
            d1.intoArray(d, STRIDE + k);
            d2.intoArray(d, 2 * STRIDE + k);
            d2.fma(d2, d1.fma(d1, d0.mul(d0))).lanewise(VectorOperators.SQRT).intoArray(r, k);
        }
    }

    private static DoubleVector nearest(DoubleVector e, double period, double inverse) {
        DoubleVector round = DoubleVector.broadcast(S, PiecewisePolynomial.ROUND);
        DoubleVector images = e.fma(DoubleVector.broadcast(S, inverse), round).sub(round);
        return images.fma(DoubleVector.broadcast(S, -period), e);
    }

    /** g = d z / (r + TINY): a += g, and a −= g at places m further on, at least a register away. */
    private static void pushFar(double[][] a, int i, int m, double[] d, double[] r, double[] z, int n) {
        double[] a0 = a[0];
        double[] a1 = a[1];
        double[] a2 = a[2];
        int whole = n - n % L;
        for (int k = 0; k < whole; k += L) {
            DoubleVector pull = load(z, k).div(load(r, k).add(SweepKernels.TINY));
            DoubleVector g0 = load(d, k).mul(pull);
            DoubleVector g1 = load(d, STRIDE + k).mul(pull);
            DoubleVector g2 = load(d, 2 * STRIDE + k).mul(pull);
            load(a0, i + k).add(g0).intoArray(a0, i + k);
            load(a1, i + k).add(g1).intoArray(a1, i + k);
            load(a2, i + k).add(g2).intoArray(a2, i + k);
            load(a0, i + m + k).sub(g0).intoArray(a0, i + m + k);
            load(a1, i + m + k).sub(g1).intoArray(a1, i + m + k);
            load(a2, i + m + k).sub(g2).intoArray(a2, i + m + k);
        }
        for (int k = whole; k < n; k++) {
            double pull = z[k] / (r[k] + SweepKernels.TINY);
            for (int axis = 0; axis < 3; axis++) {
                double g = d[axis * STRIDE + k] * pull;
                a[axis][i + k] += g;
                a[axis][i + m + k] -= g;
            }
        }
    }

    /** d *= z / (r + TINY). */
    private static void spread(double[][] a, int i, int m, double[] d, double[] r, double[] z, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector pull = load(z, k).div(load(r, k).add(SweepKernels.TINY));
            load(d, k).mul(pull).intoArray(d, k);
            load(d, STRIDE + k).mul(pull).intoArray(d, STRIDE + k);
            load(d, 2 * STRIDE + k).mul(pull).intoArray(d, 2 * STRIDE + k);
        }
    }

    /** d −= a, r = |d|. */
    private static void stretchFrom(double[][] a, int i, int m, double[] d, double[] r, double[] z, int n) {
        double[] a0 = a[0];
        double[] a1 = a[1];
        double[] a2 = a[2];
        for (int k = 0; k < n; k += L) {
            DoubleVector d0 = load(d, k).sub(load(a0, i + k));
            DoubleVector d1 = load(d, STRIDE + k).sub(load(a1, i + k));
            DoubleVector d2 = load(d, 2 * STRIDE + k).sub(load(a2, i + k));
            d0.intoArray(d, k);
            d1.intoArray(d, STRIDE + k);
            d2.intoArray(d, 2 * STRIDE + k);
            d2.fma(d2, d1.fma(d1, d0.mul(d0))).lanewise(VectorOperators.SQRT).intoArray(r, k);
        }
    }

    /** d *= z / (r + TINY), a += d. */
    private static void spreadTo(double[][] a, int i, int m, double[] d, double[] r, double[] z, int n) {
        spread(a, i, m, d, r, z, n);
        double[] a0 = a[0];
        double[] a1 = a[1];
        double[] a2 = a[2];
        int whole = n - n % L;
        for (int k = 0; k < whole; k += L) {
            load(a0, i + k).add(load(d, k)).intoArray(a0, i + k);
            load(a1, i + k).add(load(d, STRIDE + k)).intoArray(a1, i + k);
            load(a2, i + k).add(load(d, 2 * STRIDE + k)).intoArray(a2, i + k);
        }
        for (int k = whole; k < n; k++) {
            for (int axis = 0; axis < 3; axis++) {
                a[axis][i + k] += d[axis * STRIDE + k];
            }
        }
    }
}
