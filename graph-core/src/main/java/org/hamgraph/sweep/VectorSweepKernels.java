package org.hamgraph.sweep;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
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
    private static final VectorSpecies<Long> LONGS = S.withLanes(long.class);
    private static final int L = S.length();

    /** Springs taken at once, so that all passes over them find their numbers close by. */
    private static final int BATCH = 128;

    /** Where a working array has the pull per length, and the forces along an axis. */
    private static final int PULL = BATCH + SweepKernels.MARGIN;

    private static final int G = PULL + BATCH + 2 * SweepKernels.MARGIN;

    /** From the forces along one axis to those along the next. */
    private static final int STRIDE = BATCH + SweepKernels.MARGIN;

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
            load(work, PULL + k).div(load(work, k).add(TINY)).intoArray(work, PULL + k);
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
        int dim = q.length;
        for (int start = from; start < from + n; start += BATCH) {
            int count = Math.min(BATCH, from + n - start);
            if (dim == 3 && period[0] + period[1] + period[2] == 0) {
                gather(q[0], q[1], q[2], springs, start, count, work);
            } else {
                for (int axis = 0; axis < dim; axis++) {
                    gather(q[axis], springs, start, count, period[axis], work, G + axis * STRIDE);
                }
            }
            lengths(dim, count, work);
            values(f, work, count, work, PULL);
            perLength(count, work);
            for (int axis = 0; axis < dim; axis++) {
                times(count, work, G + axis * STRIDE);
            }
            if (dim == 3) {
                scatter(force[0], force[1], force[2], springs, start, count, low, high, work);
            } else {
                for (int axis = 0; axis < dim; axis++) {
                    scatter(force[axis], springs, start, count, low, high, work, G + axis * STRIDE);
                }
            }
        }
    }

    /** Turns differences along an axis into forces. */
    private static void times(int count, double[] work, int at) {
        for (int k = 0; k < count; k += L) {
            load(work, at + k).mul(load(work, PULL + k)).intoArray(work, at + k);
        }
    }

    private static void gather(
            double[] x, double[] y, double[] z, LooseSprings springs, int start, int count, double[] work) {
        int[] first = springs.first;
        int[] second = springs.second;
        for (int k = 0; k < count; k++) {
            int i = first[start + k];
            int j = second[start + k];
            work[G + k] = x[j] - x[i];
            work[G + STRIDE + k] = y[j] - y[i];
            work[G + 2 * STRIDE + k] = z[j] - z[i];
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
            double[] work) {
        int[] first = springs.first;
        int[] second = springs.second;
        for (int k = 0; k < count; k++) {
            int i = first[start + k];
            int j = second[start + k];
            double gx = work[G + k];
            double gy = work[G + STRIDE + k];
            double gz = work[G + 2 * STRIDE + k];
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

    /** Writes differences along an axis. */
    private static void gather(
            double[] q, LooseSprings springs, int start, int count, double period, double[] work, int at) {
        int[] first = springs.first;
        int[] second = springs.second;
        if (period > 0) {
            for (int k = 0; k < count; k++) {
                work[at + k] = ScalarSweepKernels.nearest(q[second[start + k]] - q[first[start + k]], period);
            }
        } else {
            for (int k = 0; k < count; k++) {
                work[at + k] = q[second[start + k]] - q[first[start + k]];
            }
        }
    }

    /** Writes the lengths of springs, from their differences. */
    private static void lengths(int dim, int n, double[] work) {
        for (int k = 0; k < n; k += L) {
            DoubleVector d = load(work, G + k);
            DoubleVector s = d.mul(d);
            for (int axis = 1; axis < dim; axis++) {
                DoubleVector e = load(work, G + axis * STRIDE + k);
                s = e.fma(e, s);
            }
            s.lanewise(VectorOperators.SQRT).intoArray(work, k);
        }
    }

    private static void scatter(
            double[] force, LooseSprings springs, int start, int count, int low, int high, double[] work, int at) {
        int[] first = springs.first;
        int[] second = springs.second;
        for (int k = 0; k < count; k++) {
            int i = first[start + k];
            int j = second[start + k];
            double g = work[at + k];
            if (i >= low && i < high) {
                force[i] += g;
            }
            if (j >= low && j < high) {
                force[j] -= g;
            }
        }
    }

    @Override
    public void squares(double[][] p, int from, int n, double[] s) {
        if (p.length == 3) {
            squares(p[0], p[1], p[2], from, n, s);
            return;
        }
        for (int k = 0; k < n; k += L) {
            DoubleVector x = load(p[0], from + k);
            x.mul(x).intoArray(s, k);
        }
        for (int k = 0; k < n && p.length == 2; k += L) {
            DoubleVector y = load(p[1], from + k);
            y.fma(y, load(s, k)).intoArray(s, k);
        }
    }

    private static void squares(double[] px, double[] py, double[] pz, int from, int n, double[] s) {
        for (int k = 0; k < n; k += L) {
            DoubleVector x = load(px, from + k);
            DoubleVector y = load(py, from + k);
            DoubleVector z = load(pz, from + k);
            z.fma(z, y.fma(y, x.mul(x))).intoArray(s, k);
        }
    }

    @Override
    public void times(double[] weight, int from, int n, double factor, double[] s) {
        for (int k = 0; k < n; k += L) {
            load(weight, from + k).mul(factor).mul(load(s, k)).intoArray(s, k);
        }
    }

    @Override
    public void values(PiecewisePolynomial f, double[] x, int n, double[] out) {
        values(f, x, n, out, 0);
    }

    /** Writes f(x). One loop for each form, so that none has to choose inside. */
    private static void values(PiecewisePolynomial f, double[] x, int n, double[] out, int at) {
        if (f.pieces > L) {
            for (int k = 0; k < n; k++) {
                out[at + k] = f.value(x[k]);
            }
            return;
        }
        for (int k = 0; k < n; k += BATCH) {
            int count = Math.min(BATCH, n - k);
            boolean leaves = f.pieces == 1
                    ? onePiece(f, x, k, count, out, at + k)
                    : f.pieces == 2 ? twoPieces(f, x, k, count, out, at + k) : fewPieces(f, x, k, count, out, at + k);
            if (leaves) {
                patch(f, x, k, count, out, at + k);
            }
        }
    }

    /** Sign bits that are set where a place lies beyond the pieces. */
    private static LongVector beyond(PiecewisePolynomial f, DoubleVector t) {
        return all(f.reach).sub(t.sub(f.middle).lanewise(VectorOperators.ABS)).reinterpretAsLongs();
    }

    /** Takes places beyond the pieces one by one, register by register where there is one. */
    private static void patch(PiecewisePolynomial f, double[] x, int from, int n, double[] out, int at) {
        for (int k = 0; k < n; k += L) {
            if (beyond(f, place(f, load(x, from + k))).reduceLanes(VectorOperators.OR) < 0) {
                patchOneByOne(f, x, from + k, Math.min(L, n - k), out, at + k);
            }
        }
    }

    private static void patchOneByOne(PiecewisePolynomial f, double[] x, int from, int n, double[] out, int at) {
        for (int k = 0; k < n; k++) {
            double t = Math.fma(x[from + k], f.scale, f.shift);
            if (Math.abs(t - f.middle) > f.reach) {
                out[at + k] = f.outside(x[from + k], t);
            }
        }
    }

    private static boolean onePiece(PiecewisePolynomial f, double[] x, int from, int n, double[] out, int at) {
        LongVector signs = LongVector.zero(LONGS);
        for (int k = 0; k < n; k += L) {
            DoubleVector t = place(f, load(x, from + k));
            signs = signs.or(beyond(f, t));
            sum(f.coefficient, f.powers, t).intoArray(out, at + k);
        }
        return signs.reduceLanes(VectorOperators.OR) < 0;
    }

    private static boolean twoPieces(PiecewisePolynomial f, double[] x, int from, int n, double[] out, int at) {
        double[] c = f.coefficient;
        int top = 2 * (f.powers - 2);
        LongVector signs = LongVector.zero(LONGS);
        for (int k = 0; k < n; k += L) {
            DoubleVector t = place(f, load(x, from + k));
            signs = signs.or(beyond(f, t));
            // As rounding to even does: the place between the pieces belongs to the first.
            VectorMask<Double> second = t.compare(VectorOperators.GT, 0.5);
            DoubleVector u = t.sub(DoubleVector.zero(S).blend(1.0, second));
            DoubleVector square = u.mul(u);
            DoubleVector even = all(c[top]).blend(c[top + 1], second);
            DoubleVector odd = all(c[top + 2]).blend(c[top + 3], second);
            for (int p = top - 4; p >= 0; p -= 4) {
                even = even.fma(square, all(c[p]).blend(c[p + 1], second));
                odd = odd.fma(square, all(c[p + 2]).blend(c[p + 3], second));
            }
            odd.fma(u, even).intoArray(out, at + k);
        }
        return signs.reduceLanes(VectorOperators.OR) < 0;
    }

    private static boolean fewPieces(PiecewisePolynomial f, double[] x, int from, int n, double[] out, int at) {
        LongVector signs = LongVector.zero(LONGS);
        for (int k = 0; k < n; k += L) {
            DoubleVector t = place(f, load(x, from + k));
            signs = signs.or(beyond(f, t));
            lookUp(f, t).intoArray(out, at + k);
        }
        return signs.reduceLanes(VectorOperators.OR) < 0;
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
    public void drift(double[] q, double[] p, int from, int n, double h, double[] speed) {
        int whole = n - n % L;
        for (int k = 0; k < whole; k += L) {
            load(speed, k).mul(h).fma(load(p, from + k), load(q, from + k)).intoArray(q, from + k);
        }
        for (int k = whole; k < n; k++) {
            q[from + k] = Math.fma(h * speed[k], p[from + k], q[from + k]);
        }
    }
}
