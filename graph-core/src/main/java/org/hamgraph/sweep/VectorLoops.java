package org.hamgraph.sweep;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * Loops over vector registers of four or eight numbers.
 *
 * <p>All are called from one place, {@link #run}, which the compiler cannot resolve: each is then compiled by itself.
 * Inlined into one another they would pass what it takes in, and vectors would become objects. No loop holds a branch
 * on what does not change in it, for the same reason. Numbers behind the last one asked for are computed too in arrays
 * that only serve one call; nothing reads them.
 */
final class VectorLoops {
    static final VectorSpecies<Double> S =
            DoubleVector.SPECIES_PREFERRED.length() <= 8 ? DoubleVector.SPECIES_PREFERRED : DoubleVector.SPECIES_512;
    private static final VectorSpecies<Long> LONGS = S.withLanes(long.class);

    /** Numbers in a register. */
    static final int L = S.length();

    static final int DIFFERENCES = 0;
    static final int NEAREST = 1;
    static final int LENGTHS = 2; // of one axis, then of two and of three
    static final int ONE_PIECE = 5;
    static final int TWO_PIECES = 6;
    static final int FEW_PIECES = 7;
    static final int LINEAR_ENDS = 8;
    static final int ENDS = 9;
    static final int PATCH = 10;
    static final int PER_LENGTH = 11;
    static final int PUSH_FAR = 12;
    static final int TIMES = 13;
    static final int ADD = 14;
    static final int SUBTRACT = 15;
    static final int SQUARE = 16;
    static final int ADD_SQUARE = 17;
    static final int WEIGH = 18;
    static final int MULTIPLY_ADD = 19;
    static final int MULTIPLY_ADD_TWICE = 20;
    static final int DRIFT = 21;

    private final Loop[] loops = {
        VectorLoops::differences,
        VectorLoops::nearest,
        VectorLoops::lengthsOnLine,
        VectorLoops::lengthsInPlane,
        VectorLoops::lengthsInSpace,
        VectorLoops::onePiece,
        VectorLoops::twoPieces,
        VectorLoops::fewPieces,
        VectorLoops::linearEnds,
        VectorLoops::ends,
        VectorLoops::patch,
        VectorLoops::perLength,
        VectorLoops::pushFar,
        VectorLoops::times,
        VectorLoops::add,
        VectorLoops::subtract,
        VectorLoops::square,
        VectorLoops::addSquare,
        VectorLoops::weigh,
        VectorLoops::multiplyAdd,
        VectorLoops::multiplyAddTwice,
        VectorLoops::drift
    };

    @FunctionalInterface
    private interface Loop {
        boolean run(
                PiecewisePolynomial f,
                double c,
                double d,
                double[] x,
                int i,
                int m,
                double[] y,
                int j,
                double[] z,
                int n);
    }

    /** Runs a loop over n numbers of x from i on and of y from j on. */
    boolean run(
            int which,
            PiecewisePolynomial f,
            double c,
            double d,
            double[] x,
            int i,
            int m,
            double[] y,
            int j,
            double[] z,
            int n) {
        return loops[which].run(f, c, d, x, i, m, y, j, z, n);
    }

    private static DoubleVector load(double[] x, int k) {
        return DoubleVector.fromArray(S, x, k);
    }

    private static DoubleVector all(double x) {
        return DoubleVector.broadcast(S, x);
    }

    /** y = x[m further on] − x. */
    private static boolean differences(
            PiecewisePolynomial f, double c, double d, double[] x, int i, int m, double[] y, int j, double[] z, int n) {
        for (int k = 0; k < n; k += L) {
            load(x, i + m + k).sub(load(x, i + k)).intoArray(y, j + k);
        }
        return false;
    }

    /** The same brought to the nearest image, for the period c. */
    private static boolean nearest(
            PiecewisePolynomial f, double c, double d, double[] x, int i, int m, double[] y, int j, double[] z, int n) {
        DoubleVector round = all(PiecewisePolynomial.ROUND);
        double inverse = 1 / c;
        for (int k = 0; k < n; k += L) {
            DoubleVector e = load(x, i + m + k).sub(load(x, i + k));
            e.fma(all(inverse), round).sub(round).fma(all(-c), e).intoArray(y, j + k);
        }
        return false;
    }

    /** y = length of the differences in x; axes are m apart. */
    private static boolean lengthsOnLine(
            PiecewisePolynomial f, double c, double d, double[] x, int i, int m, double[] y, int j, double[] z, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector a = load(x, i + k);
            a.mul(a).lanewise(VectorOperators.SQRT).intoArray(y, j + k);
        }
        return false;
    }

    private static boolean lengthsInPlane(
            PiecewisePolynomial f, double c, double d, double[] x, int i, int m, double[] y, int j, double[] z, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector a = load(x, i + k);
            DoubleVector b = load(x, i + m + k);
            b.fma(b, a.mul(a)).lanewise(VectorOperators.SQRT).intoArray(y, j + k);
        }
        return false;
    }

    private static boolean lengthsInSpace(
            PiecewisePolynomial f, double c, double d, double[] x, int i, int m, double[] y, int j, double[] z, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector a = load(x, i + k);
            DoubleVector b = load(x, i + m + k);
            DoubleVector e = load(x, i + 2 * m + k);
            e.fma(e, b.fma(b, a.mul(a))).lanewise(VectorOperators.SQRT).intoArray(y, j + k);
        }
        return false;
    }

    /** y = f(x) on one piece; returns whether a place may lie beyond it, as do the next two. */
    private static boolean onePiece(
            PiecewisePolynomial f, double c, double d, double[] x, int i, int m, double[] y, int j, double[] z, int n) {
        LongVector signs = LongVector.zero(LONGS);
        for (int k = 0; k < n; k += L) {
            DoubleVector t = place(f, load(x, i + k));
            signs = signs.or(beyond(f, t));
            sum(f.coefficient, f.powers, t).intoArray(y, j + k);
        }
        return signs.reduceLanes(VectorOperators.OR) < 0;
    }

    private static boolean twoPieces(
            PiecewisePolynomial f, double c, double d, double[] x, int i, int m, double[] y, int j, double[] z, int n) {
        double[] a = f.coefficient;
        int top = 2 * (f.powers - 2);
        LongVector signs = LongVector.zero(LONGS);
        for (int k = 0; k < n; k += L) {
            DoubleVector t = place(f, load(x, i + k));
            signs = signs.or(beyond(f, t));
            // As rounding to even does: the place between the pieces belongs to the first.
            VectorMask<Double> second = t.compare(VectorOperators.GT, 0.5);
            DoubleVector u = t.sub(DoubleVector.zero(S).blend(1.0, second));
            DoubleVector square = u.mul(u);
            DoubleVector even = all(a[top]).blend(a[top + 1], second);
            DoubleVector odd = all(a[top + 2]).blend(a[top + 3], second);
            for (int p = top - 4; p >= 0; p -= 4) {
                even = even.fma(square, all(a[p]).blend(a[p + 1], second));
                odd = odd.fma(square, all(a[p + 2]).blend(a[p + 3], second));
            }
            odd.fma(u, even).intoArray(y, j + k);
        }
        return signs.reduceLanes(VectorOperators.OR) < 0;
    }

    /** Coefficients are picked by a permutation of the register that holds those of all pieces. */
    private static boolean fewPieces(
            PiecewisePolynomial f, double c, double d, double[] x, int i, int m, double[] y, int j, double[] z, int n) {
        double[] a = f.lanes;
        int row = PiecewisePolynomial.LANES;
        int top = (f.powers - 2) * row;
        double last = f.pieces - 1;
        LongVector signs = LongVector.zero(LONGS);
        for (int k = 0; k < n; k += L) {
            DoubleVector t = place(f, load(x, i + k));
            signs = signs.or(beyond(f, t));
            DoubleVector low = t.blend(0.0, t.compare(VectorOperators.LT, 0.0));
            DoubleVector within = low.blend(last, t.compare(VectorOperators.GT, last));
            DoubleVector rounded = within.add(PiecewisePolynomial.ROUND);
            DoubleVector u = t.sub(rounded.sub(PiecewisePolynomial.ROUND));
            VectorShuffle<Double> piece = ((LongVector)
                            rounded.reinterpretAsLongs().and(L - 1L))
                    .toShuffle()
                    .cast(S);
            DoubleVector square = u.mul(u);
            DoubleVector even = load(a, top).rearrange(piece);
            DoubleVector odd = load(a, top + row).rearrange(piece);
            for (int p = top - 2 * row; p >= 0; p -= 2 * row) {
                even = even.fma(square, load(a, p).rearrange(piece));
                odd = odd.fma(square, load(a, p + row).rearrange(piece));
            }
            odd.fma(u, even).intoArray(y, j + k);
        }
        return signs.reduceLanes(VectorOperators.OR) < 0;
    }

    private static DoubleVector place(PiecewisePolynomial f, DoubleVector x) {
        return x.fma(all(f.scale), all(f.shift));
    }

    /** Sign bits that are set where a place lies beyond the pieces. */
    private static LongVector beyond(PiecewisePolynomial f, DoubleVector t) {
        return t.sub(f.low).reinterpretAsLongs().or(all(f.high).sub(t).reinterpretAsLongs());
    }

    private static DoubleVector sum(double[] a, int powers, DoubleVector u) {
        DoubleVector square = u.mul(u);
        DoubleVector even = all(a[powers - 2]);
        DoubleVector odd = all(a[powers - 1]);
        for (int power = powers - 4; power >= 0; power -= 2) {
            even = even.fma(square, all(a[power]));
            odd = odd.fma(square, all(a[power + 1]));
        }
        return odd.fma(u, even);
    }

    /** Corrects y = f(x) beyond the pieces, where f goes on along straight lines. */
    private static boolean linearEnds(
            PiecewisePolynomial f, double c, double d, double[] x, int i, int m, double[] y, int j, double[] z, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector t = place(f, load(x, i + k));
            DoubleVector below = t.fma(all(f.below[1]), all(f.below[0]));
            DoubleVector above = t.fma(all(f.above[1]), all(f.above[0]));
            load(y, j + k)
                    .blend(below, t.compare(VectorOperators.LT, f.low))
                    .blend(above, t.compare(VectorOperators.GT, f.high))
                    .intoArray(y, j + k);
        }
        return false;
    }

    /** The same for polynomials. */
    private static boolean ends(
            PiecewisePolynomial f, double c, double d, double[] x, int i, int m, double[] y, int j, double[] z, int n) {
        int powers = f.below.length;
        for (int k = 0; k < n; k += L) {
            DoubleVector t = place(f, load(x, i + k));
            load(y, j + k)
                    .blend(sum(f.below, powers, t), t.compare(VectorOperators.LT, f.low))
                    .blend(sum(f.above, powers, t), t.compare(VectorOperators.GT, f.high))
                    .intoArray(y, j + k);
        }
        return false;
    }

    /** The same for another function, number by number in registers that need it. */
    private static boolean patch(
            PiecewisePolynomial f, double c, double d, double[] x, int i, int m, double[] y, int j, double[] z, int n) {
        for (int k = 0; k < n; k += L) {
            if (beyond(f, place(f, load(x, i + k))).reduceLanes(VectorOperators.OR) < 0) {
                for (int lane = k; lane < Math.min(n, k + L); lane++) {
                    double t = Math.fma(x[i + lane], f.scale, f.shift);
                    if (t < f.low || t > f.high) {
                        y[j + lane] = f.outside(x[i + lane], t);
                    }
                }
            }
        }
        return false;
    }

    /** y /= x + TINY. */
    private static boolean perLength(
            PiecewisePolynomial f, double c, double d, double[] x, int i, int m, double[] y, int j, double[] z, int n) {
        for (int k = 0; k < n; k += L) {
            load(y, j + k).div(load(x, i + k).add(SweepKernels.TINY)).intoArray(y, j + k);
        }
        return false;
    }

    /** g = y z: x += g, and x −= g at places m further on, at least a register away; z from 0 on. */
    private static boolean pushFar(
            PiecewisePolynomial f, double c, double d, double[] x, int i, int m, double[] y, int j, double[] z, int n) {
        int whole = n - n % L;
        for (int k = 0; k < whole; k += L) {
            DoubleVector g = load(y, j + k).mul(load(z, k));
            load(x, i + k).add(g).intoArray(x, i + k);
            load(x, i + m + k).sub(g).intoArray(x, i + m + k);
        }
        for (int k = whole; k < n; k++) {
            double g = y[j + k] * z[k];
            x[i + k] += g;
            x[i + m + k] -= g;
        }
        return false;
    }

    /** y *= x. */
    private static boolean times(
            PiecewisePolynomial f, double c, double d, double[] x, int i, int m, double[] y, int j, double[] z, int n) {
        for (int k = 0; k < n; k += L) {
            load(y, j + k).mul(load(x, i + k)).intoArray(y, j + k);
        }
        return false;
    }

    /** x += y. */
    private static boolean add(
            PiecewisePolynomial f, double c, double d, double[] x, int i, int m, double[] y, int j, double[] z, int n) {
        int whole = n - n % L;
        for (int k = 0; k < whole; k += L) {
            load(x, i + k).add(load(y, j + k)).intoArray(x, i + k);
        }
        for (int k = whole; k < n; k++) {
            x[i + k] += y[j + k];
        }
        return false;
    }

    /** x −= y. */
    private static boolean subtract(
            PiecewisePolynomial f, double c, double d, double[] x, int i, int m, double[] y, int j, double[] z, int n) {
        int whole = n - n % L;
        for (int k = 0; k < whole; k += L) {
            load(x, i + k).sub(load(y, j + k)).intoArray(x, i + k);
        }
        for (int k = whole; k < n; k++) {
            x[i + k] -= y[j + k];
        }
        return false;
    }

    /** y = x². */
    private static boolean square(
            PiecewisePolynomial f, double c, double d, double[] x, int i, int m, double[] y, int j, double[] z, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector a = load(x, i + k);
            a.mul(a).intoArray(y, j + k);
        }
        return false;
    }

    /** y += x². */
    private static boolean addSquare(
            PiecewisePolynomial f, double c, double d, double[] x, int i, int m, double[] y, int j, double[] z, int n) {
        for (int k = 0; k < n; k += L) {
            DoubleVector a = load(x, i + k);
            a.fma(a, load(y, j + k)).intoArray(y, j + k);
        }
        return false;
    }

    /** y *= c x. */
    private static boolean weigh(
            PiecewisePolynomial f, double c, double d, double[] x, int i, int m, double[] y, int j, double[] z, int n) {
        for (int k = 0; k < n; k += L) {
            load(x, i + k).mul(c).mul(load(y, j + k)).intoArray(y, j + k);
        }
        return false;
    }

    /** x += c y. */
    private static boolean multiplyAdd(
            PiecewisePolynomial f, double c, double d, double[] x, int i, int m, double[] y, int j, double[] z, int n) {
        int whole = n - n % L;
        for (int k = 0; k < whole; k += L) {
            load(y, j + k).fma(all(c), load(x, i + k)).intoArray(x, i + k);
        }
        for (int k = whole; k < n; k++) {
            x[i + k] = Math.fma(c, y[j + k], x[i + k]);
        }
        return false;
    }

    /** x += c y, x += d y, y = 0. */
    private static boolean multiplyAddTwice(
            PiecewisePolynomial f, double c, double d, double[] x, int i, int m, double[] y, int j, double[] z, int n) {
        int whole = n - n % L;
        for (int k = 0; k < whole; k += L) {
            DoubleVector a = load(y, j + k);
            a.fma(all(d), a.fma(all(c), load(x, i + k))).intoArray(x, i + k);
            DoubleVector.zero(S).intoArray(y, j + k);
        }
        for (int k = whole; k < n; k++) {
            x[i + k] = Math.fma(d, y[j + k], Math.fma(c, y[j + k], x[i + k]));
            y[j + k] = 0;
        }
        return false;
    }

    /** x += (c z) y; z from 0 on. */
    private static boolean drift(
            PiecewisePolynomial f, double c, double d, double[] x, int i, int m, double[] y, int j, double[] z, int n) {
        int whole = n - n % L;
        for (int k = 0; k < whole; k += L) {
            load(z, k).mul(c).fma(load(y, j + k), load(x, i + k)).intoArray(x, i + k);
        }
        for (int k = whole; k < n; k++) {
            x[i + k] = Math.fma(c * z[k], y[j + k], x[i + k]);
        }
        return false;
    }
}
