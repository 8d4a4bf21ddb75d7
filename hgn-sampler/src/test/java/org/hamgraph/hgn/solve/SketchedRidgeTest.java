package org.hamgraph.hgn.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.hamgraph.support.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SketchedRidgeTest {
    private static final SketchedRidge METHOD = new SketchedRidge(Ridge.defaults(), 1, 2);

    private static ProductRows dense(Rows rows) {
        double[][] matrix = new double[rows.count()][];
        Arrays.setAll(matrix, i -> Arrays.copyOfRange(rows.a(), i * rows.columns(), (i + 1) * rows.columns()));
        return ProductRows.of(matrix, rows.y());
    }

    /** The ridge solution over all singular values of the matrix itself, by EJML. */
    private static double[] oracle(Rows rows, double relative) {
        int m = rows.count();
        int n = rows.columns();
        SingularValueDecomposition_F64<DMatrixRMaj> svd = DecompositionFactory_DDRM.svd(m, n, true, true, true);
        assertTrue(svd.decompose(new DMatrixRMaj(m, n, true, rows.a())));
        double[] s = svd.getSingularValues();
        DMatrixRMaj u = svd.getU(null, false);
        DMatrixRMaj v = svd.getV(null, false);
        double lambda = relative * Arrays.stream(s).max().orElseThrow();
        double[] c = new double[n];
        for (int k = 0; k < n; k++) {
            double b = 0;
            for (int i = 0; i < m; i++) {
                b += u.get(i, k) * rows.y()[i];
            }
            double factor = s[k] == 0 ? 0 : s[k] / (s[k] * s[k] + lambda * lambda) * b;
            for (int j = 0; j < n; j++) {
                c[j] += factor * v.get(j, k);
            }
        }
        return c;
    }

    private static Rows hilbertLike(int count, int columns) {
        double[] a = new double[count * columns];
        for (int i = 0; i < count; i++) {
            for (int j = 0; j < columns; j++) {
                a[i * columns + j] = 1 / (1 + j + (double) columns * i / count);
            }
        }
        RandomGenerator random = RandomStreams.of(3, "noise", 0);
        double[] y = new double[count];
        Arrays.setAll(y, i -> Math.sin(3.0 * i / count) + 1e-3 * random.nextGaussian());
        return new Rows(columns, a, y);
    }

    static Stream<Rows> nearDependentColumns() {
        Rows plain = Rows.random(400, 12, 7);
        return Stream.of(
                plain,
                plain.withCopyOfFirst(1),
                plain.withCopyOfFirst(1e-8).withCopyOfFirst(1e8),
                plain.scaled(3, 0),
                plain.scaled(2, 1e-8).scaled(5, 1e6),
                plain.answeredBy(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
                hilbertLike(300, 14),
                hilbertLike(300, 40));
    }

    @ParameterizedTest
    @MethodSource("nearDependentColumns")
    void nearDependentColumnsGetThePredictionsOfTheOracle(Rows rows) {
        LeastSquaresFit fit = METHOD.solve(dense(rows));
        double[] oracle = oracle(rows, 1e-15);
        double least = rows.residual2(oracle);
        double size = Math.sqrt(Arrays.stream(rows.y()).map(v -> v * v).sum());
        double largest = Math.sqrt(Arrays.stream(oracle).map(v -> v * v).sum());
        // A larger ridge may cost a fiftieth of the variance per free row, of which there are up to 40 more; LSQR costs
        // half the square of 3e-3; then rounding of A c.
        double rounding = 1e-12 * size + 1e-15 * rows.count() * largest;
        assertTrue(
                Math.sqrt(rows.residual2(fit.coefficients()))
                        <= Math.sqrt(least * 1.02 * rows.count() / (rows.count() - 40.0)) + rounding,
                fit.quality() + " against " + Math.sqrt(least));
        assertEquals(
                Math.sqrt(rows.residual2(fit.coefficients())),
                Math.sqrt(fit.quality().residual2()),
                rounding);
        assertTrue(
                fit.coefficientNorm() <= 100 * largest + 1e-6, "coefficients stay bounded: " + fit.coefficientNorm());
        assertTrue(fit.quality().method().contains("sketch"), fit.quality().method());
        assertTrue(
                fit.quality().reason().contains("rows per column"),
                fit.quality().reason());
    }

    @Test
    void rankConditionAndDegreesAreThoseOfTheColumns() {
        LeastSquaresFit.Quality full =
                METHOD.solve(dense(Rows.random(900, 20, 5))).quality();
        assertEquals(20, full.rank());
        assertEquals(20, full.effectiveDegrees(), 1e-9);
        assertTrue(full.condition() > 1 && full.condition() < 5, "condition " + full.condition());
        LeastSquaresFit.Quality zero =
                METHOD.solve(dense(Rows.random(900, 20, 5).scaled(4, 0))).quality();
        assertEquals(19, zero.rank());
        assertTrue(zero.condition() > 1e12, "condition " + zero.condition());
    }

    @Test
    void fewRowsAreFactoredAsTheyAre() {
        LeastSquaresFit fit =
                METHOD.solve(dense(Rows.random(30, 12, 5).answeredBy(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)));
        assertEquals("there are fewer than 4 rows per column", fit.quality().reason());
        double[] ones = new double[12];
        Arrays.fill(ones, 1);
        assertArrayEquals(ones, fit.coefficients(), 1e-11);
    }

    @Test
    void oneRowThatCarriesAColumnIsNotLost() {
        Rows rows = Rows.random(2000, 6, 8);
        double[] a = rows.a().clone();
        for (int i = 0; i < 2000; i++) {
            a[i * 6 + 5] = i == 777 ? 1e-3 : 0;
        }
        double[] y = rows.y().clone();
        Rows spiked = new Rows(6, a, y);
        double[] c = METHOD.solve(dense(spiked)).coefficients();
        // The cosine of 3e-3 times the residual of about 44, over the singular value 1e-3 of that column.
        assertEquals(oracle(spiked, 1e-15)[5], c[5], 3e-3 * 44 / 1e-3);
        assertTrue(Math.abs(c[5]) > 1000, "lost: " + c[5]);
        double best = spiked.residual2(oracle(spiked, 1e-15));
        assertEquals(best, METHOD.solve(dense(spiked)).quality().residual2(), 1e-5 * best);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 9, 70})
    void productsAreTheMatrixTheyStandFor(int perGroup) {
        int columns = 7;
        int groups = 150;
        RandomGenerator random = RandomStreams.of(perGroup, "products", 0);
        double[] s = random.doubles((long) groups * columns, -1, 1).toArray();
        double[] w = random.doubles((long) perGroup * columns, -1, 1).toArray();
        double[] y = random.doubles((long) perGroup * groups, -1, 1).toArray();
        double[] a = new double[perGroup * groups * columns];
        for (int g = 0; g < groups; g++) {
            for (int k = 0; k < perGroup; k++) {
                for (int c = 0; c < columns; c++) {
                    a[(g * perGroup + k) * columns + c] = s[g * columns + c] * w[k * columns + c];
                }
            }
        }
        ProductRows products = ProductRows.of(
                columns,
                w,
                y,
                (from, to, out) -> System.arraycopy(s, from * columns, out, 0, (to - from) * columns),
                2);
        Rows rows = new Rows(columns, a, y);
        double[] oracle = oracle(rows, 1e-15);
        LeastSquaresFit fit = METHOD.solve(products);
        double best = rows.residual2(oracle);
        assertEquals(best, fit.quality().residual2(), 1e-5 * best);
        // Coefficients: half the square of the cosine is the excess, its root their own error, times 1/s_min ~ 1.
        assertArrayEquals(oracle, fit.coefficients(), 1e-2);
        assertTrue(fit.quality().condition() < 100, "condition " + fit.quality().condition());
    }

    @Test
    void threadsDoNotChangeABit() {
        Rows rows = Rows.random(3000, 250, 2);
        double[] one =
                new SketchedRidge(Ridge.defaults(), 5, 1).solve(dense(rows)).coefficients();
        for (int threads = 2; threads <= 4; threads++) {
            assertArrayEquals(
                    one,
                    new SketchedRidge(Ridge.defaults(), 5, threads)
                            .solve(dense(rows))
                            .coefficients());
        }
        double[] other =
                new SketchedRidge(Ridge.defaults(), 6, 1).solve(dense(rows)).coefficients();
        assertTrue(!Arrays.equals(one, other), "another sketch must give other last digits");
    }

    @Test
    void whatIsNotFiniteIsRefusedWithItsPlace() {
        double[][] matrix = new double[40][3];
        matrix[7][2] = Double.NaN;
        assertEquals(
                "rows must be finite, found NaN in row 7, column 2",
                assertThrows(IllegalArgumentException.class, () -> ProductRows.of(matrix, new double[40]))
                        .getMessage());
        ProductRows.Factors bad = (from, to, out) -> {
            for (int g = from; g < to; g++) {
                out[(g - from) * 3 + 1] = g == 5 ? Double.POSITIVE_INFINITY : 1;
            }
        };
        assertEquals(
                "rows must be finite, found Infinity in row 10, column 1",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ProductRows.of(3, new double[6], new double[40], bad, 2))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> ProductRows.of(3, new double[5], new double[40], bad, 2));
    }

    @Test
    void nothingGivesNothing() {
        LeastSquaresFit fit = METHOD.solve(ProductRows.of(new double[50][4], new double[50]));
        assertArrayEquals(new double[4], fit.coefficients());
        assertEquals(0, fit.quality().rank());
        assertEquals(0, fit.quality().residual2());
    }

    @Test
    void singularValuesAreEstimatedAsStated() {
        for (int seed = 0; seed < 20; seed++) {
            Rows rows = Rows.random(300, 30, seed);
            UpperTriangle triangle = rows.factor().triangle();
            double[] ones = new double[30];
            Arrays.fill(ones, 1);
            SingularValues exact = EjmlSolvers.singularValues(rows.factor(), ones);
            // Random matrices have close singular values: the hardest case for power iteration.
            assertEquals(exact.value(0), triangle.largestSingularValue(), 0.1 * exact.value(0));
            assertEquals(exact.value(29), triangle.smallestSingularValue(), 0.2 * exact.value(29));
        }
    }

    @Test
    void trianglesAndTheirInversesCancel() {
        UpperTriangle triangle = Rows.random(100, 30, 1).factor().triangle();
        double[] x = RandomStreams.of(1, "x", 0).doubles(30).toArray();
        double[] y = x.clone();
        triangle.multiply(y);
        triangle.solve(y);
        assertArrayEquals(x, y, 1e-13);
        triangle.multiplyTransposed(y);
        triangle.solveTransposed(y);
        assertArrayEquals(x, y, 1e-13);
    }
}
