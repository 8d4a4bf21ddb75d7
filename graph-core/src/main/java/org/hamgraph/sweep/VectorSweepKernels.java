package org.hamgraph.sweep;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The inner loops in vector registers of four or eight numbers. Numbers behind the last one asked for are computed too
 * in arrays that only serve one call; nothing reads them.
 */
final class VectorSweepKernels implements SweepKernels {
    private static final VectorSpecies<Double> S =
            DoubleVector.SPECIES_PREFERRED.length() <= 8 ? DoubleVector.SPECIES_PREFERRED : DoubleVector.SPECIES_512;
    private static final int L = S.length();

    /** Springs taken at once, so that all passes over them find their numbers close by. */
    private static final int BATCH = 128;

    /** Where a working array has the pull per length, and the forces along an axis. */
    private static final int PULL = BATCH + SweepKernels.MARGIN;

    private static final int G = PULL + BATCH + 2 * SweepKernels.MARGIN;

    private final ScalarSweepKernels scalar = new ScalarSweepKernels();

    /** Throws an {@code UnsupportedOperationException} where registers are shorter than four numbers. */
    VectorSweepKernels() {
        if (L < 4) {
            throw new UnsupportedOperationException("vector registers must hold four numbers, found " + L);
        }
    }

    @Override
    public String name() {
        return "vector";
    }

    private static DoubleVector load(double[] x, int k) {
        return DoubleVector.fromArray(S, x, k);
    }

    private static DoubleVector all(double x) {
        return DoubleVector.broadcast(S, x);
    }

    @Override
    public void sweep(PiecewisePolynomial f, double[][] q, double[][] force, Springs run, Ends ends, double[] work) {
        int offset = run.second - run.first;
        int gap = run.gap;
        for (int from = 0; from < run.n; from += BATCH) {
            int n = Math.min(BATCH, run.n - from);
            int first = run.first + from;
            lengths(q, first, offset, n, run, work);
            values(f, work, n, work, PULL);
            for (; gap < run.gapEnd && run.gaps.get(gap, 0) < first + n; gap++) {
                work[PULL + run.gaps.get(gap, 0) - first] = 0;
            }
            perLength(n, work);
            for (int axis = 0; axis < q.length; axis++) {
                push(q[axis], force[axis], first, offset, n, run.period[axis], ends, work);
            }
        }
    }

    /** Writes the lengths of springs. */
    private static void lengths(double[][] q, int first, int offset, int n, Springs run, double[] work) {
        if (q.length == 3 && !run.periodic) {
            lengths(q[0], q[1], q[2], first, first + offset, n, work);
            return;
        }
        for (int axis = 0; axis < q.length; axis++) {
            square(q[axis], first, first + offset, n, run.period[axis], axis > 0, work);
        }
        for (int k = 0; k < n; k += L) {
            load(work, k).lanewise(VectorOperators.SQRT).intoArray(work, k);
        }
    }

    private static void lengths(double[] x, double[] y, double[] z, int first, int second, int n, double[] r) {
        for (int k = 0; k < n; k += L) {
            DoubleVector dx = load(x, second + k).sub(load(x, first + k));
            DoubleVector dy = load(y, second + k).sub(load(y, first + k));
            DoubleVector dz = load(z, second + k).sub(load(z, first + k));
            DoubleVector s = dz.fma(dz, dy.fma(dy, dx.mul(dx)));
            s.lanewise(VectorOperators.SQRT).intoArray(r, k);
        }
    }

    private static void square(double[] q, int first, int second, int n, double period, boolean add, double[] s) {
        for (int k = 0; k < n; k += L) {
            DoubleVector d = difference(q, first + k, second + k, period);
            (add ? d.fma(d, load(s, k)) : d.mul(d)).intoArray(s, k);
        }
    }

    private static DoubleVector difference(double[] q, int first, int second, double period) {
        DoubleVector d = load(q, second).sub(load(q, first));
        if (period == 0) {
            return d;
        }
        DoubleVector round = all(PiecewisePolynomial.ROUND);
        return d.fma(all(1 / period), round).sub(round).fma(all(-period), d);
    }

    private static void perLength(int n, double[] work) {
        for (int k = 0; k < n; k += L) {
            DoubleVector r = load(work, k);
            load(work, PULL + k)
                    .div(r)
                    .blend(0.0, r.compare(VectorOperators.GT, 0.0).not())
                    .intoArray(work, PULL + k);
        }
    }

    private static void push(
            double[] q, double[] force, int first, int offset, int n, double period, Ends ends, double[] work) {
        if (ends == Ends.BOTH && offset >= L) {
            pushFar(q, force, first, offset, n, period, work);
            return;
        }
        for (int k = 0; k < n; k += L) {
            DoubleVector d = difference(q, first + k, first + offset + k, period);
            d.mul(load(work, PULL + k)).intoArray(work, G + k);
        }
        switch (ends) {
            case BOTH -> addNear(force, first, offset, n, work);
            case FIRST -> {
                for (int k = 0; k < n; k++) {
                    force[first + k] += work[G + k];
                }
            }
            case SECOND -> {
                for (int k = 0; k < n; k++) {
                    force[first + offset + k] -= work[G + k];
                }
            }
        }
    }

    private static void pushFar(
            double[] q, double[] force, int first, int offset, int n, double period, double[] work) {
        int whole = n - n % L;
        for (int k = first; k < first + whole; k += L) {
            DoubleVector g = difference(q, k, k + offset, period).mul(load(work, PULL + k - first));
            load(force, k).add(g).intoArray(force, k);
            load(force, k + offset).sub(g).intoArray(force, k + offset);
        }
        for (int k = first + whole; k < first + n; k++) {
            double g = work[PULL + k - first] * ScalarSweepKernels.nearest(q[k + offset] - q[k], period);
            force[k] += g;
            force[k + offset] -= g;
        }
    }

    /** A body loses the force of the spring that ends at it, then gains that of its own; missing ones change nothing. */
    private static void addNear(double[] force, int first, int offset, int n, double[] work) {
        Arrays.fill(work, G - offset, G, 0.0);
        Arrays.fill(work, G + n, G + n + offset, -0.0);
        int whole = (n + offset) - (n + offset) % L;
        for (int k = 0; k < whole; k += L) {
            load(force, first + k)
                    .sub(load(work, G + k - offset))
                    .add(load(work, G + k))
                    .intoArray(force, first + k);
        }
        for (int k = whole; k < n + offset; k++) {
            force[first + k] = (force[first + k] - work[G + k - offset]) + work[G + k];
        }
    }

    @Override
    public void squares(double[] p, int from, int n, boolean add, double[] s) {
        if (add) {
            for (int k = 0; k < n; k += L) {
                DoubleVector v = load(p, from + k);
                v.fma(v, load(s, k)).intoArray(s, k);
            }
        } else {
            for (int k = 0; k < n; k += L) {
                DoubleVector v = load(p, from + k);
                v.mul(v).intoArray(s, k);
            }
        }
    }

    @Override
    public void slopes(PiecewisePolynomial f, double[] weight, int from, int n, double h, double[] s, double[] work) {
        for (int k = 0; k < n; k += L) {
            load(s, k).mul(load(weight, from + k)).intoArray(s, k);
        }
        values(f, s, n, work, 0);
        for (int k = 0; k < n; k += L) {
            load(weight, from + k).mul(2 * h).mul(load(work, k)).intoArray(s, k);
        }
    }

    /** Writes f(x). One loop for each form, so that none has to choose inside. */
    private static void values(PiecewisePolynomial f, double[] x, int n, double[] out, int at) {
        if (f.pieces > L) {
            for (int k = 0; k < n; k++) {
                out[at + k] = f.value(x[k]);
            }
            return;
        }
        if (f.pieces == 1) {
            onePiece(f, x, n, out, at);
        } else {
            fewPieces(f, x, n, out, at);
        }
        if (f.beyond != null) {
            beyond(f, x, n, out, at);
        } else if (f.reach < Double.POSITIVE_INFINITY) {
            ends(f, x, n, out, at);
        }
    }

    private static void onePiece(PiecewisePolynomial f, double[] x, int n, double[] out, int at) {
        for (int k = 0; k < n; k += L) {
            sum(f.coefficient, f.powers, place(f, load(x, k))).intoArray(out, at + k);
        }
    }

    private static void fewPieces(PiecewisePolynomial f, double[] x, int n, double[] out, int at) {
        for (int k = 0; k < n; k += L) {
            lookUp(f, place(f, load(x, k))).intoArray(out, at + k);
        }
    }

    private static void ends(PiecewisePolynomial f, double[] x, int n, double[] out, int at) {
        int powers = f.below.length;
        for (int k = 0; k < n; k += L) {
            DoubleVector t = place(f, load(x, k));
            DoubleVector fromMiddle = t.sub(f.middle);
            load(out, at + k)
                    .blend(sum(f.below, powers, t), fromMiddle.compare(VectorOperators.LT, -f.reach))
                    .blend(sum(f.above, powers, t), fromMiddle.compare(VectorOperators.GT, f.reach))
                    .intoArray(out, at + k);
        }
    }

    private static void beyond(PiecewisePolynomial f, double[] x, int n, double[] out, int at) {
        for (int k = 0; k < n; k += L) {
            DoubleVector fromMiddle = place(f, load(x, k)).sub(f.middle).lanewise(VectorOperators.ABS);
            if (fromMiddle.compare(VectorOperators.GT, f.reach).anyTrue()) {
                for (int lane = k; lane < Math.min(n, k + L); lane++) {
                    double t = Math.fma(x[lane], f.scale, f.shift);
                    if (Math.abs(t - f.middle) > f.reach) {
                        out[at + lane] = f.outside(x[lane], t);
                    }
                }
            }
        }
    }

    private static DoubleVector place(PiecewisePolynomial f, DoubleVector x) {
        return x.fma(all(f.scale), all(f.shift));
    }

    private static DoubleVector sum(double[] c, int powers, DoubleVector u) {
        DoubleVector square = u.mul(u);
        DoubleVector even = all(c[powers - 2]);
        DoubleVector odd = all(c[powers - 1]);
        for (int power = powers - 4; power >= 0; power -= 2) {
            even = even.fma(square, all(c[power]));
            odd = odd.fma(square, all(c[power + 1]));
        }
        return odd.fma(u, even);
    }

    /** Coefficients are picked by a permutation of the register that holds those of all pieces. */
    private static DoubleVector lookUp(PiecewisePolynomial f, DoubleVector t) {
        int pieces = f.pieces;
        double[] c = f.lanes;
        DoubleVector low = t.blend(0.0, t.compare(VectorOperators.LT, 0.0));
        DoubleVector within = low.blend(pieces - 1.0, t.compare(VectorOperators.GT, pieces - 1.0));
        DoubleVector rounded = within.add(PiecewisePolynomial.ROUND);
        DoubleVector u = t.sub(rounded.sub(PiecewisePolynomial.ROUND));
        VectorShuffle<Double> piece = ((LongVector) rounded.reinterpretAsLongs().and(L - 1L))
                .toShuffle()
                .cast(S);
        DoubleVector square = u.mul(u);
        int top = f.powers - 2;
        DoubleVector even = load(c, top * PiecewisePolynomial.LANES).rearrange(piece);
        DoubleVector odd = load(c, (top + 1) * PiecewisePolynomial.LANES).rearrange(piece);
        for (int power = top - 2; power >= 0; power -= 2) {
            even = even.fma(square, load(c, power * PiecewisePolynomial.LANES).rearrange(piece));
            odd = odd.fma(
                    square, load(c, (power + 1) * PiecewisePolynomial.LANES).rearrange(piece));
        }
        return odd.fma(u, even);
    }

    @Override
    public void kick(double[] p, double[] force, int from, int n, double a) {
        int whole = n - n % L;
        for (int i = from; i < from + whole; i += L) {
            load(force, i).fma(all(a), load(p, i)).intoArray(p, i);
        }
        scalar.kick(p, force, from + whole, n - whole, a);
    }

    @Override
    public void kickTwice(double[] p, double[] force, int from, int n, double a, double b) {
        int whole = n - n % L;
        for (int i = from; i < from + whole; i += L) {
            DoubleVector f = load(force, i);
            f.fma(all(b), f.fma(all(a), load(p, i))).intoArray(p, i);
            DoubleVector.zero(S).intoArray(force, i);
        }
        scalar.kickTwice(p, force, from + whole, n - whole, a, b);
    }

    @Override
    public void drift(double[] q, double[] p, int from, int n, double h) {
        int whole = n - n % L;
        for (int i = from; i < from + whole; i += L) {
            load(p, i).fma(all(h), load(q, i)).intoArray(q, i);
        }
        scalar.drift(q, p, from + whole, n - whole, h);
    }

    @Override
    public void drift(double[] q, double[] p, int from, int n, double[] h) {
        int whole = n - n % L;
        for (int k = 0; k < whole; k += L) {
            load(h, k).fma(load(p, from + k), load(q, from + k)).intoArray(q, from + k);
        }
        for (int k = whole; k < n; k++) {
            q[from + k] = Math.fma(h[k], p[from + k], q[from + k]);
        }
    }
}
