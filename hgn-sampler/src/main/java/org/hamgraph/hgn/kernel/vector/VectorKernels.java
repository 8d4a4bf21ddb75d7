package org.hamgraph.hgn.kernel.vector;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;
import org.hamgraph.hgn.kernel.Exponential;
import org.hamgraph.hgn.kernel.Kernels;
import org.hamgraph.hgn.kernel.ScalarKernels;

/** The inner loops in vector registers of four or eight numbers. */
public final class VectorKernels implements Kernels {
    private static final VectorSpecies<Double> S =
            DoubleVector.SPECIES_PREFERRED.length() <= 8 ? DoubleVector.SPECIES_PREFERRED : DoubleVector.SPECIES_512;
    private static final int L = S.length();
    private static final int GROUP = 3 * L;
    private static final VectorShuffle<Double> BY_FOUR = VectorShuffle.fromOp(S, lane -> (lane + 4) % L);
    private static final VectorShuffle<Double> BY_TWO = VectorShuffle.fromOp(S, lane -> (lane + 2) % L);

    private final ScalarKernels scalar = new ScalarKernels();

    /** Throws an {@code UnsupportedOperationException} where registers are shorter than four numbers. */
    public VectorKernels() {
        if (L < 4) {
            throw new UnsupportedOperationException("vector registers must hold four numbers, found " + L);
        }
    }

    @Override
    public String name() {
        return "vector";
    }

    @Override
    public void project(double[] v, double[] x, int from, int to, double[] w) {
        for (int c = 0; c < TILE; c += GROUP) {
            for (int a = 0; a < TILE; a += 4) {
                projectFour(v, x, from, to, w, a, c);
            }
        }
    }

    private static void projectFour(double[] v, double[] x, int from, int to, double[] w, int a, int c) {
        int k0 = a * TILE + c;
        int k1 = k0 + TILE;
        int k2 = k1 + TILE;
        int k3 = k2 + TILE;
        DoubleVector w00 = DoubleVector.fromArray(S, w, k0);
        DoubleVector w01 = DoubleVector.fromArray(S, w, k0 + L);
        DoubleVector w02 = DoubleVector.fromArray(S, w, k0 + 2 * L);
        DoubleVector w10 = DoubleVector.fromArray(S, w, k1);
        DoubleVector w11 = DoubleVector.fromArray(S, w, k1 + L);
        DoubleVector w12 = DoubleVector.fromArray(S, w, k1 + 2 * L);
        DoubleVector w20 = DoubleVector.fromArray(S, w, k2);
        DoubleVector w21 = DoubleVector.fromArray(S, w, k2 + L);
        DoubleVector w22 = DoubleVector.fromArray(S, w, k2 + 2 * L);
        DoubleVector w30 = DoubleVector.fromArray(S, w, k3);
        DoubleVector w31 = DoubleVector.fromArray(S, w, k3 + L);
        DoubleVector w32 = DoubleVector.fromArray(S, w, k3 + 2 * L);
        for (int i = from; i < to; i++) {
            int row = i * TILE;
            DoubleVector x0 = DoubleVector.fromArray(S, x, row + c);
            DoubleVector x1 = DoubleVector.fromArray(S, x, row + c + L);
            DoubleVector x2 = DoubleVector.fromArray(S, x, row + c + 2 * L);
            DoubleVector s = DoubleVector.broadcast(S, v[row + a]);
            w00 = s.fma(x0, w00);
            w01 = s.fma(x1, w01);
            w02 = s.fma(x2, w02);
            s = DoubleVector.broadcast(S, v[row + a + 1]);
            w10 = s.fma(x0, w10);
            w11 = s.fma(x1, w11);
            w12 = s.fma(x2, w12);
            s = DoubleVector.broadcast(S, v[row + a + 2]);
            w20 = s.fma(x0, w20);
            w21 = s.fma(x1, w21);
            w22 = s.fma(x2, w22);
            s = DoubleVector.broadcast(S, v[row + a + 3]);
            w30 = s.fma(x0, w30);
            w31 = s.fma(x1, w31);
            w32 = s.fma(x2, w32);
        }
        w00.intoArray(w, k0);
        w01.intoArray(w, k0 + L);
        w02.intoArray(w, k0 + 2 * L);
        w10.intoArray(w, k1);
        w11.intoArray(w, k1 + L);
        w12.intoArray(w, k1 + 2 * L);
        w20.intoArray(w, k2);
        w21.intoArray(w, k2 + L);
        w22.intoArray(w, k2 + 2 * L);
        w30.intoArray(w, k3);
        w31.intoArray(w, k3 + L);
        w32.intoArray(w, k3 + 2 * L);
    }

    @Override
    public void subtract(double[] v, double[] x, int from, int to, double[] w) {
        int fours = from + (to - from) / 4 * 4;
        for (int i = from; i < fours; i += 4) {
            for (int c = 0; c < TILE; c += GROUP) {
                subtractFour(v, x, i * TILE, w, c);
            }
        }
        scalar.subtract(v, x, fours, to, w);
    }

    private static void subtractFour(double[] v, double[] x, int r0, double[] w, int c) {
        int r1 = r0 + TILE;
        int r2 = r1 + TILE;
        int r3 = r2 + TILE;
        DoubleVector x00 = DoubleVector.fromArray(S, x, r0 + c);
        DoubleVector x01 = DoubleVector.fromArray(S, x, r0 + c + L);
        DoubleVector x02 = DoubleVector.fromArray(S, x, r0 + c + 2 * L);
        DoubleVector x10 = DoubleVector.fromArray(S, x, r1 + c);
        DoubleVector x11 = DoubleVector.fromArray(S, x, r1 + c + L);
        DoubleVector x12 = DoubleVector.fromArray(S, x, r1 + c + 2 * L);
        DoubleVector x20 = DoubleVector.fromArray(S, x, r2 + c);
        DoubleVector x21 = DoubleVector.fromArray(S, x, r2 + c + L);
        DoubleVector x22 = DoubleVector.fromArray(S, x, r2 + c + 2 * L);
        DoubleVector x30 = DoubleVector.fromArray(S, x, r3 + c);
        DoubleVector x31 = DoubleVector.fromArray(S, x, r3 + c + L);
        DoubleVector x32 = DoubleVector.fromArray(S, x, r3 + c + 2 * L);
        for (int a = 0; a < TILE; a++) {
            int k = a * TILE + c;
            DoubleVector w0 = DoubleVector.fromArray(S, w, k);
            DoubleVector w1 = DoubleVector.fromArray(S, w, k + L);
            DoubleVector w2 = DoubleVector.fromArray(S, w, k + 2 * L);
            DoubleVector s = DoubleVector.broadcast(S, -v[r0 + a]);
            x00 = s.fma(w0, x00);
            x01 = s.fma(w1, x01);
            x02 = s.fma(w2, x02);
            s = DoubleVector.broadcast(S, -v[r1 + a]);
            x10 = s.fma(w0, x10);
            x11 = s.fma(w1, x11);
            x12 = s.fma(w2, x12);
            s = DoubleVector.broadcast(S, -v[r2 + a]);
            x20 = s.fma(w0, x20);
            x21 = s.fma(w1, x21);
            x22 = s.fma(w2, x22);
            s = DoubleVector.broadcast(S, -v[r3 + a]);
            x30 = s.fma(w0, x30);
            x31 = s.fma(w1, x31);
            x32 = s.fma(w2, x32);
        }
        x00.intoArray(x, r0 + c);
        x01.intoArray(x, r0 + c + L);
        x02.intoArray(x, r0 + c + 2 * L);
        x10.intoArray(x, r1 + c);
        x11.intoArray(x, r1 + c + L);
        x12.intoArray(x, r1 + c + 2 * L);
        x20.intoArray(x, r2 + c);
        x21.intoArray(x, r2 + c + L);
        x22.intoArray(x, r2 + c + 2 * L);
        x30.intoArray(x, r3 + c);
        x31.intoArray(x, r3 + c + L);
        x32.intoArray(x, r3 + c + 2 * L);
    }

    @Override
    public void sweep(double[] x, int rows, int j, double inverse, double[] w, double[] s) {
        if (rows == 0) {
            return;
        }
        for (int i = 0; i < rows; i++) {
            x[i * TILE + j] = x[i * TILE + j] * inverse + 0.0;
        }
        for (int c = 0; c < TILE; c += GROUP) {
            sweepGroup(x, rows, j, w, s, c);
        }
    }

    /**
     * The groups of columns are swept one after the other, and the next column changes with the first group that holds
     * it: its old value is therefore kept in the sums' own pass.
     */
    private static void sweepGroup(double[] x, int rows, int j, double[] w, double[] s, int c) {
        DoubleVector w0 = DoubleVector.fromArray(S, w, c);
        DoubleVector w1 = DoubleVector.fromArray(S, w, c + L);
        DoubleVector w2 = DoubleVector.fromArray(S, w, c + 2 * L);
        DoubleVector s0 = DoubleVector.fromArray(S, s, c);
        DoubleVector s1 = DoubleVector.fromArray(S, s, c + L);
        DoubleVector s2 = DoubleVector.fromArray(S, s, c + 2 * L);
        // Once a group holding the next column was swept, that column is done.
        boolean done = j + 1 < c;
        for (int i = 0; i < rows; i++) {
            int row = i * TILE;
            double scaled = x[row + j];
            double next = done ? x[row + j + 1] : Math.fma(-scaled, w[j + 1], x[row + j + 1]);
            DoubleVector factor = DoubleVector.broadcast(S, -scaled);
            DoubleVector x0 = factor.fma(w0, DoubleVector.fromArray(S, x, row + c));
            DoubleVector x1 = factor.fma(w1, DoubleVector.fromArray(S, x, row + c + L));
            DoubleVector x2 = factor.fma(w2, DoubleVector.fromArray(S, x, row + c + 2 * L));
            x0.intoArray(x, row + c);
            x1.intoArray(x, row + c + L);
            x2.intoArray(x, row + c + 2 * L);
            DoubleVector product = DoubleVector.broadcast(S, next);
            s0 = product.fma(x0, s0);
            s1 = product.fma(x1, s1);
            s2 = product.fma(x2, s2);
        }
        s0.intoArray(s, c);
        s1.intoArray(s, c + L);
        s2.intoArray(s, c + 2 * L);
    }

    @Override
    public double dot(double[] x, int xFrom, double[] y, int yFrom, int n) {
        DoubleVector sum = halfDot(x, xFrom, y, yFrom, n);
        return reduce(L == 8 ? sum : sum.add(halfDot(x, xFrom + L, y, yFrom + L, n - L)));
    }

    /** Sums of the products in lanes 0 … L−1 of each group of 16, and 8 lanes later; added. */
    private static DoubleVector halfDot(double[] x, int xFrom, double[] y, int yFrom, int n) {
        DoubleVector low = DoubleVector.zero(S);
        DoubleVector high = low;
        int i = 0;
        for (; i <= n - 8 - L; i += PARTIAL_SUMS) {
            int p = xFrom + i;
            int q = yFrom + i;
            low = DoubleVector.fromArray(S, x, p).fma(DoubleVector.fromArray(S, y, q), low);
            high = DoubleVector.fromArray(S, x, p + 8).fma(DoubleVector.fromArray(S, y, q + 8), high);
        }
        low = tail(x, xFrom + i, y, yFrom + i, n - i, low);
        high = tail(x, xFrom + i + 8, y, yFrom + i + 8, n - i - 8, high);
        return low.add(high);
    }

    /** Adds the products of what is left, less than a full group. */
    private static DoubleVector tail(double[] x, int p, double[] y, int q, int left, DoubleVector sum) {
        if (left <= 0) {
            return sum;
        }
        VectorMask<Double> mask = S.indexInRange(0, left);
        DoubleVector more = DoubleVector.fromArray(S, x, p, mask).fma(DoubleVector.fromArray(S, y, q, mask), sum);
        return sum.blend(more, mask);
    }

    /** Adds the lanes in halves. */
    private static double reduce(DoubleVector sum) {
        DoubleVector four = L == 8 ? sum.add(sum.rearrange(BY_FOUR)) : sum;
        DoubleVector two = four.add(four.rearrange(BY_TWO));
        return two.lane(0) + two.lane(1);
    }

    @Override
    public void dots(double[][] rows, int[] from, double[] x, int xFrom, int n, double[] out) {
        if (L == 8) {
            dotsOfEight(rows, from, x, xFrom, n, out);
        } else {
            for (int k = 0; k < ROWS; k++) {
                out[k] = dot(rows[k], from[k], x, xFrom, n);
            }
        }
    }

    private static void dotsOfEight(double[][] rows, int[] from, double[] x, int xFrom, int n, double[] out) {
        double[] r0 = rows[0];
        double[] r1 = rows[1];
        double[] r2 = rows[2];
        double[] r3 = rows[3];
        int f0 = from[0];
        int f1 = from[1];
        int f2 = from[2];
        int f3 = from[3];
        DoubleVector low0 = DoubleVector.zero(S);
        DoubleVector low1 = low0;
        DoubleVector low2 = low0;
        DoubleVector low3 = low0;
        DoubleVector high0 = low0;
        DoubleVector high1 = low0;
        DoubleVector high2 = low0;
        DoubleVector high3 = low0;
        int i = 0;
        for (; i <= n - PARTIAL_SUMS; i += PARTIAL_SUMS) {
            DoubleVector y = DoubleVector.fromArray(S, x, xFrom + i);
            low0 = DoubleVector.fromArray(S, r0, f0 + i).fma(y, low0);
            low1 = DoubleVector.fromArray(S, r1, f1 + i).fma(y, low1);
            low2 = DoubleVector.fromArray(S, r2, f2 + i).fma(y, low2);
            low3 = DoubleVector.fromArray(S, r3, f3 + i).fma(y, low3);
            y = DoubleVector.fromArray(S, x, xFrom + i + 8);
            high0 = DoubleVector.fromArray(S, r0, f0 + i + 8).fma(y, high0);
            high1 = DoubleVector.fromArray(S, r1, f1 + i + 8).fma(y, high1);
            high2 = DoubleVector.fromArray(S, r2, f2 + i + 8).fma(y, high2);
            high3 = DoubleVector.fromArray(S, r3, f3 + i + 8).fma(y, high3);
        }
        out[0] = finish(r0, f0 + i, x, xFrom + i, n - i, low0, high0);
        out[1] = finish(r1, f1 + i, x, xFrom + i, n - i, low1, high1);
        out[2] = finish(r2, f2 + i, x, xFrom + i, n - i, low2, high2);
        out[3] = finish(r3, f3 + i, x, xFrom + i, n - i, low3, high3);
    }

    private static double finish(
            double[] row, int p, double[] x, int q, int left, DoubleVector low, DoubleVector high) {
        return reduce(tail(row, p, x, q, left, low).add(tail(row, p + 8, x, q + 8, left - 8, high)));
    }

    @Override
    public void addRows(double[] t, double[][] rows, int[] from, double[] y, int yFrom, int n) {
        double[] r0 = rows[0];
        double[] r1 = rows[1];
        double[] r2 = rows[2];
        double[] r3 = rows[3];
        int f0 = from[0];
        int f1 = from[1];
        int f2 = from[2];
        int f3 = from[3];
        DoubleVector t0 = DoubleVector.broadcast(S, t[0]);
        DoubleVector t1 = DoubleVector.broadcast(S, t[1]);
        DoubleVector t2 = DoubleVector.broadcast(S, t[2]);
        DoubleVector t3 = DoubleVector.broadcast(S, t[3]);
        int full = S.loopBound(n);
        for (int i = 0; i < full; i += L) {
            DoubleVector sum = DoubleVector.fromArray(S, y, yFrom + i);
            sum = t0.fma(DoubleVector.fromArray(S, r0, f0 + i), sum);
            sum = t1.fma(DoubleVector.fromArray(S, r1, f1 + i), sum);
            sum = t2.fma(DoubleVector.fromArray(S, r2, f2 + i), sum);
            sum = t3.fma(DoubleVector.fromArray(S, r3, f3 + i), sum);
            sum.intoArray(y, yFrom + i);
        }
        for (int k = 0; k < ROWS && full < n; k++) {
            scalar.add(t[k], rows[k], from[k] + full, y, yFrom + full, n - full);
        }
    }

    @Override
    public void add(double a, double[] x, int xFrom, double[] y, int yFrom, int n) {
        DoubleVector factor = DoubleVector.broadcast(S, a);
        int full = S.loopBound(n);
        for (int i = 0; i < full; i += L) {
            factor.fma(DoubleVector.fromArray(S, x, xFrom + i), DoubleVector.fromArray(S, y, yFrom + i))
                    .intoArray(y, yFrom + i);
        }
        scalar.add(a, x, xFrom + full, y, yFrom + full, n - full);
    }

    @Override
    public void addProducts(double[] x, int xFrom, double[] z, int zFrom, double[] y, int yFrom, int n) {
        int full = S.loopBound(n);
        for (int i = 0; i < full; i += L) {
            DoubleVector.fromArray(S, x, xFrom + i)
                    .fma(DoubleVector.fromArray(S, z, zFrom + i), DoubleVector.fromArray(S, y, yFrom + i))
                    .intoArray(y, yFrom + i);
        }
        scalar.addProducts(x, xFrom + full, z, zFrom + full, y, yFrom + full, n - full);
    }

    @Override
    public void tanh(double[] u, int from, int to) {
        int full = from + S.loopBound(to - from);
        for (int i = from; i < full; i += L) {
            DoubleVector x = DoubleVector.fromArray(S, u, i);
            DoubleVector y = x.abs().mul(-2).max(Exponential.LEAST);
            DoubleVector shifted = y.fma(
                    DoubleVector.broadcast(S, Exponential.LOG2_E), DoubleVector.broadcast(S, Exponential.ROUNDER));
            DoubleVector p = lessOne(remainder(y, shifted));
            DoubleVector power = power(shifted);
            DoubleVector less = power.fma(p, power.sub(1));
            DoubleVector size = less.div(less.add(2));
            // copySign: less is never positive, so the quotient is -|tanh|
            LongVector sign = x.reinterpretAsLongs().and(Long.MIN_VALUE);
            LongVector bits = size.reinterpretAsLongs().and(Long.MAX_VALUE);
            bits.or(sign).reinterpretAsDoubles().intoArray(u, i);
        }
        scalar.tanh(u, full, to);
    }

    @Override
    public void sechSquared(double[] u, int from, int to) {
        int full = from + S.loopBound(to - from);
        for (int i = from; i < full; i += L) {
            DoubleVector y = DoubleVector.fromArray(S, u, i).abs().mul(-2).max(Exponential.LEAST);
            DoubleVector shifted = y.fma(
                    DoubleVector.broadcast(S, Exponential.LOG2_E), DoubleVector.broadcast(S, Exponential.ROUNDER));
            DoubleVector p = lessOne(remainder(y, shifted));
            DoubleVector power = power(shifted);
            DoubleVector t = power.fma(p, power);
            DoubleVector sum = t.add(1);
            t.mul(4).div(sum.mul(sum)).intoArray(u, i);
        }
        scalar.sechSquared(u, full, to);
    }

    /** y − n ln 2 in two parts. */
    private static DoubleVector remainder(DoubleVector y, DoubleVector shifted) {
        DoubleVector minus = shifted.sub(Exponential.ROUNDER).neg();
        DoubleVector high = minus.fma(DoubleVector.broadcast(S, Exponential.LN2_HIGH), y);
        return minus.fma(DoubleVector.broadcast(S, Exponential.LN2_LOW), high);
    }

    private static DoubleVector power(DoubleVector shifted) {
        return shifted.reinterpretAsLongs()
                .lanewise(VectorOperators.LSHL, 52)
                .add(Exponential.ONE)
                .reinterpretAsDoubles();
    }

    private static DoubleVector lessOne(DoubleVector r) {
        DoubleVector q = DoubleVector.broadcast(S, Exponential.coefficient(13));
        for (int k = 12; k >= 2; k--) {
            q = q.fma(r, DoubleVector.broadcast(S, Exponential.coefficient(k)));
        }
        return r.mul(r).fma(q, r);
    }
}
