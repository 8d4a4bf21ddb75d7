package org.hamgraph.hgn.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Vector kernels give the bits of the scalar ones; NaN is NaN whatever its payload. */
@AddLifecycleHook(NeedsVectors.class)
class VectorKernelsProperties {
    private static final int TILE = Kernels.TILE;

    private final Kernels scalar = new ScalarKernels();
    private final Kernels vector = Kernels.best();

    private static void assertSameBits(double[] wanted, double[] found, String where) {
        assertEquals(wanted.length, found.length, where);
        for (int i = 0; i < wanted.length; i++) {
            if (Double.doubleToLongBits(wanted[i]) != Double.doubleToLongBits(found[i])) {
                fail("number " + i + " must be " + wanted[i] + ", found " + found[i] + " with " + where);
            }
        }
    }

    @Property(tries = 200)
    void dotsAreTheSame(
            @ForAll Numbers kind,
            @ForAll @IntRange(max = 100) int n,
            @ForAll @IntRange(max = 9) int xFrom,
            @ForAll @IntRange(max = 9) int yFrom,
            @ForAll long seed) {
        double[] x = kind.array(110, seed, 0);
        double[] y = kind.array(110, seed, 1);
        double[] wanted = {scalar.dot(x, xFrom, y, yFrom, n)};
        double[] found = {vector.dot(x, xFrom, y, yFrom, n)};
        assertSameBits(wanted, found, kind + " n=" + n + " from " + xFrom + ", " + yFrom + " seed=" + seed);
    }

    @Property(tries = 100)
    void fourDotsAreTheSame(
            @ForAll Numbers kind,
            @ForAll @IntRange(max = 100) int n,
            @ForAll @IntRange(max = 9) int xFrom,
            @ForAll long seed) {
        double[][] rows = rows(kind, seed);
        int[] from = {0, 3, 8, 5};
        double[] x = kind.array(110, seed, 4);
        double[] wanted = new double[Kernels.ROWS];
        double[] found = new double[Kernels.ROWS];
        scalar.dots(rows, from, x, xFrom, n, wanted);
        vector.dots(rows, from, x, xFrom, n, found);
        assertSameBits(wanted, found, kind + " n=" + n + " from " + xFrom + " seed=" + seed);
    }

    private static double[][] rows(Numbers kind, long seed) {
        double[][] rows = new double[Kernels.ROWS][];
        for (int k = 0; k < rows.length; k++) {
            rows[k] = kind.array(110, seed, k);
        }
        return rows;
    }

    @Property(tries = 100)
    void multiplesAreAddedTheSame(
            @ForAll Numbers kind,
            @ForAll @IntRange(max = 100) int n,
            @ForAll @IntRange(max = 9) int xFrom,
            @ForAll @IntRange(max = 9) int yFrom,
            @ForAll long seed) {
        double a = kind.array(1, seed, 6)[0];
        double[] x = kind.array(110, seed, 4);
        double[] wanted = kind.array(110, seed, 5);
        double[] found = wanted.clone();
        scalar.add(a, x, xFrom, wanted, yFrom, n);
        vector.add(a, x, xFrom, found, yFrom, n);
        assertSameBits(wanted, found, kind + " n=" + n + " from " + xFrom + ", " + yFrom + " seed=" + seed);
    }

    @Property(tries = 100)
    void multiplesOfFourRowsAreAddedTheSame(
            @ForAll Numbers kind,
            @ForAll @IntRange(max = 100) int n,
            @ForAll @IntRange(max = 9) int yFrom,
            @ForAll long seed) {
        double[][] rows = rows(kind, seed);
        int[] from = {0, 3, 8, 5};
        double[] t = kind.array(Kernels.ROWS, seed, 6);
        double[] wanted = kind.array(110, seed, 5);
        double[] found = wanted.clone();
        scalar.addRows(t, rows, from, wanted, yFrom, n);
        vector.addRows(t, rows, from, found, yFrom, n);
        assertSameBits(wanted, found, kind + " n=" + n + " from " + yFrom + " seed=" + seed);
    }

    @Property(tries = 100)
    void productsAreAddedTheSame(
            @ForAll Numbers kind,
            @ForAll @IntRange(max = 100) int n,
            @ForAll @IntRange(max = 9) int xFrom,
            @ForAll @IntRange(max = 9) int yFrom,
            @ForAll long seed) {
        double[] x = kind.array(110, seed, 4);
        double[] z = kind.array(110, seed, 6);
        double[] wanted = kind.array(110, seed, 5);
        double[] found = wanted.clone();
        scalar.addProducts(x, xFrom, z, 7, wanted, yFrom, n);
        vector.addProducts(x, xFrom, z, 7, found, yFrom, n);
        assertSameBits(wanted, found, kind + " n=" + n + " from " + xFrom + ", " + yFrom + " seed=" + seed);
    }

    @Property(tries = 100)
    void tilesAreProjectedTheSame(
            @ForAll Numbers kind,
            @ForAll @IntRange(max = 9) int from,
            @ForAll @IntRange(max = 40) int rows,
            @ForAll boolean self,
            @ForAll long seed) {
        double[] v = kind.array(50 * TILE, seed, 0);
        double[] x = self ? v : kind.array(50 * TILE, seed, 1);
        double[] wanted = kind.array(TILE * TILE, seed, 2);
        double[] found = wanted.clone();
        scalar.project(v, x, from, from + rows, wanted);
        vector.project(v, x, from, from + rows, found);
        assertSameBits(wanted, found, kind + " rows " + from + " and " + rows + " more, seed=" + seed);
    }

    @Property(tries = 100)
    void tilesAreSubtractedTheSame(
            @ForAll Numbers kind,
            @ForAll @IntRange(max = 9) int from,
            @ForAll @IntRange(max = 40) int rows,
            @ForAll long seed) {
        double[] v = kind.array(50 * TILE, seed, 0);
        double[] w = kind.array(TILE * TILE, seed, 2);
        double[] wanted = kind.array(50 * TILE, seed, 1);
        double[] found = wanted.clone();
        scalar.subtract(v, wanted, from, from + rows, w);
        vector.subtract(v, found, from, from + rows, w);
        assertSameBits(wanted, found, kind + " rows " + from + " and " + rows + " more, seed=" + seed);
    }

    @Property(tries = 200)
    void panelsAreSweptTheSame(
            @ForAll Numbers kind,
            @ForAll @IntRange(max = 40) int rows,
            @ForAll @IntRange(max = TILE - 2) int j,
            @ForAll long seed) {
        double[] w = kind.array(TILE, seed, 0);
        for (int c = 0; c <= j; c++) {
            w[c] = 0;
        }
        double[] wanted = kind.array(40 * TILE, seed, 1);
        double[] found = wanted.clone();
        double[] wantedSums = Numbers.PLAIN.array(TILE, seed, 2);
        double[] foundSums = wantedSums.clone();
        double inverse = Numbers.PLAIN.array(1, seed, 3)[0];
        scalar.sweep(wanted, rows, j, inverse, w, wantedSums);
        vector.sweep(found, rows, j, inverse, w, foundSums);
        String where = kind + " rows=" + rows + " j=" + j + " seed=" + seed;
        assertSameBits(wanted, found, where);
        assertSameBits(wantedSums, foundSums, where);
    }

    @Property(tries = 200)
    void activationsAreTheSame(
            @ForAll Numbers kind,
            @ForAll @IntRange(max = 100) int n,
            @ForAll @IntRange(max = 9) int from,
            @ForAll @IntRange(min = -2, max = 3) int power,
            @ForAll long seed) {
        double[] u = kind.array(110, seed, 0);
        for (int i = 0; i < u.length; i++) {
            u[i] *= Math.pow(10, power);
        }
        double[] special = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 354, -354.5};
        System.arraycopy(special, 0, u, (int) Math.floorMod(seed, 100L), special.length);
        String where = kind + " n=" + n + " from " + from + " power=" + power + " seed=" + seed;
        double[] wanted = u.clone();
        double[] found = u.clone();
        scalar.tanh(wanted, from, from + n);
        vector.tanh(found, from, from + n);
        assertSameBits(wanted, found, where);
        wanted = u.clone();
        found = u.clone();
        scalar.sechSquared(wanted, from, from + n);
        vector.sechSquared(found, from, from + n);
        assertSameBits(wanted, found, where);
    }

    @Example
    void productsThatVanishBelowZeroKeepTheirSign() {
        // Each product rounds to -0: so do sums of nothing else, in full groups of 16 and behind them.
        double[] x = new double[110];
        double[] y = new double[110];
        Arrays.fill(x, 1e-200);
        Arrays.fill(y, -1e-200);
        for (int n = 0; n <= 100; n++) {
            double[] wanted = new double[Kernels.ROWS + 1];
            double[] found = new double[Kernels.ROWS + 1];
            double[][] rows = {x, x, x, x};
            wanted[Kernels.ROWS] = scalar.dot(x, 0, y, 0, n);
            found[Kernels.ROWS] = vector.dot(x, 0, y, 0, n);
            scalar.dots(rows, new int[Kernels.ROWS], y, 0, n, wanted);
            vector.dots(rows, new int[Kernels.ROWS], y, 0, n, found);
            assertSameBits(wanted, found, "n=" + n);
        }
    }

    @Example
    void aSumInAnotherOrderHasOtherBits() {
        // So that the same bits are no matter of course.
        int differing = 0;
        for (int seed = 0; seed < 20; seed++) {
            double[] x = Numbers.PLAIN.array(100, seed, 0);
            double sum = 0;
            for (double value : x) {
                sum = Math.fma(value, value, sum);
            }
            differing += sum == vector.dot(x, 0, x, 0, 100) ? 0 : 1;
        }
        assertNotEquals(0, differing);
    }
}
