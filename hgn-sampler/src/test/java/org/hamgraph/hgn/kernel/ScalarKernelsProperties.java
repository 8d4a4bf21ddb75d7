package org.hamgraph.hgn.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * Scalar kernels compute what they are defined as: a sum of n products, each rounded once, is wrong by at most n ulps of
 * the sum of their sizes.
 */
class ScalarKernelsProperties {
    private static final int TILE = Kernels.TILE;
    private static final double ROUNDING = Math.ulp(1.0);

    private final Kernels kernels = new ScalarKernels();

    @Property(tries = 100)
    void dotIsTheSumOfProducts(
            @ForAll @IntRange(max = 100) int n, @ForAll @IntRange(max = 9) int xFrom, @ForAll long seed) {
        double[] x = Numbers.PLAIN.array(110, seed, 0);
        double[] y = Numbers.PLAIN.array(110, seed, 1);
        double sum = 0;
        double size = 0;
        for (int i = 0; i < n; i++) {
            sum += x[xFrom + i] * y[3 + i];
            size += Math.abs(x[xFrom + i] * y[3 + i]);
        }
        double tolerance = 2 * n * ROUNDING * size;
        String where = "n=" + n + " xFrom=" + xFrom + " seed=" + seed;
        assertEquals(sum, kernels.dot(x, xFrom, y, 3, n), tolerance, where);
        double[] four = new double[Kernels.ROWS];
        kernels.dots(new double[][] {y, x, x, y}, new int[] {0, xFrom, 0, 5}, y, 3, n, four);
        assertEquals(sum, four[1], tolerance, where);
        assertTrue(n == 0 || Math.abs(sum + 1e-9 - four[1]) > tolerance, "a wrong sum passes with " + where);
    }

    @Property(tries = 100)
    void multiplesAndProductsAreAddedInTheirPlacesOnly(
            @ForAll @IntRange(max = 100) int n, @ForAll @IntRange(max = 9) int yFrom, @ForAll long seed) {
        double[] x = Numbers.PLAIN.array(110, seed, 0);
        double[] z = Numbers.PLAIN.array(110, seed, 1);
        double[] y = Numbers.PLAIN.array(110, seed, 2);
        double[] t = {2, -3, 0.5, 7};
        double[] added = y.clone();
        double[] products = y.clone();
        double[] four = y.clone();
        kernels.add(-1.7, x, 4, added, yFrom, n);
        kernels.addProducts(x, 4, z, 9, products, yFrom, n);
        kernels.addRows(t, new double[][] {x, z, x, z}, new int[] {4, 9, 0, 1}, four, yFrom, n);
        for (int i = 0; i < 110; i++) {
            int k = i - yFrom;
            boolean inside = k >= 0 && k < n;
            double a = inside ? -1.7 * x[4 + k] : 0;
            double p = inside ? x[4 + k] * z[9 + k] : 0;
            double r = inside ? 2 * x[4 + k] - 3 * z[9 + k] + 0.5 * x[k] + 7 * z[1 + k] : 0;
            // Up to four products of size below 7 * 6, each rounded once here and twice there.
            String where = "i=" + i + " n=" + n + " yFrom=" + yFrom + " seed=" + seed;
            assertEquals(y[i] + a, added[i], inside ? 100 * ROUNDING : 0, where);
            assertEquals(y[i] + p, products[i], inside ? 200 * ROUNDING : 0, where);
            assertEquals(y[i] + r, four[i], inside ? 1000 * ROUNDING : 0, where);
        }
    }

    @Property(tries = 50)
    void projectAddsTheProductOfTilesAndSubtractTakesItAway(
            @ForAll @IntRange(max = 9) int from, @ForAll @IntRange(max = 40) int rows, @ForAll long seed) {
        double[] v = Numbers.PLAIN.array(50 * TILE, seed, 0);
        double[] x = Numbers.PLAIN.array(50 * TILE, seed, 1);
        double[] w = Numbers.PLAIN.array(TILE * TILE, seed, 2);
        double[] projected = w.clone();
        double[] left = x.clone();
        kernels.project(v, x, from, from + rows, projected);
        kernels.subtract(v, left, from, from + rows, w);
        String where = "from=" + from + " rows=" + rows + " seed=" + seed;
        // Sums of at most 41 products of normal deviates, all below 25.
        double tolerance = 41 * 41 * 25 * ROUNDING;
        for (int a = 0; a < TILE; a++) {
            for (int c = 0; c < TILE; c++) {
                double sum = w[a * TILE + c];
                for (int i = from; i < from + rows; i++) {
                    sum += v[i * TILE + a] * x[i * TILE + c];
                }
                assertEquals(sum, projected[a * TILE + c], tolerance, where);
            }
        }
        for (int i = 0; i < 50; i++) {
            for (int c = 0; c < TILE; c++) {
                double rest = x[i * TILE + c];
                for (int a = 0; a < TILE && i >= from && i < from + rows; a++) {
                    rest -= v[i * TILE + a] * w[a * TILE + c];
                }
                assertEquals(rest, left[i * TILE + c], i >= from && i < from + rows ? tolerance : 0, where);
            }
        }
    }

    @Property(tries = 50)
    void sweepIsItsThreeFormulas(
            @ForAll @IntRange(max = 40) int rows, @ForAll @IntRange(max = TILE - 2) int j, @ForAll long seed) {
        double[] x = Numbers.PLAIN.array(40 * TILE, seed, 0);
        double[] w = Numbers.PLAIN.array(TILE, seed, 1);
        for (int c = 0; c <= j; c++) {
            w[c] = 0;
        }
        double[] wanted = x.clone();
        double[] wantedSums = new double[TILE];
        for (int i = 0; i < rows; i++) {
            wanted[i * TILE + j] *= 0.3;
            for (int c = j + 1; c < TILE; c++) {
                wanted[i * TILE + c] -= wanted[i * TILE + j] * w[c];
            }
            for (int c = 0; c < TILE; c++) {
                wantedSums[c] += wanted[i * TILE + j + 1] * wanted[i * TILE + c];
            }
        }
        double[] sums = new double[TILE];
        kernels.sweep(x, rows, j, 0.3, w, sums);
        String where = "rows=" + rows + " j=" + j + " seed=" + seed;
        for (int i = 0; i < x.length; i++) {
            // Two roundings of numbers below 5 + 0.3 * 5 * 5.
            assertEquals(wanted[i], x[i], 25 * ROUNDING, where);
        }
        for (int c = 0; c < TILE; c++) {
            assertEquals(wantedSums[c], sums[c], 41 * 41 * 150 * ROUNDING, where);
        }
    }

    @Example
    void partialSumsAreAddedInHalves() {
        // Number i goes to sum i mod 16: 2^53 + 1 - 2^53 is 0 in one sum and 1 in sums that are added later.
        double[] one = new double[48];
        Arrays.fill(one, 1);
        double[] x = new double[48];
        x[0] = 0x1p53;
        x[16] = 1;
        x[32] = -0x1p53;
        assertEquals(0, kernels.dot(x, 0, one, 0, 48), 0);
        x[16] = 0;
        x[32] = 0;
        x[8] = -0x1p53;
        x[1] = 1;
        assertEquals(1, kernels.dot(x, 0, one, 0, 48), 0);
    }
}
