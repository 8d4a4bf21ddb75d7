package org.hamgraph.hgn.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method on problems whose answer is known: it comes near the best residual, or rank and condition tell. */
class SolverMethodContractTest {
    static Stream<SolverMethod> everyMethod() {
        return Stream.of("gcv", "svd", "qr", "ridge").map(SolverMethod::of);
    }

    /** Columns 1/(i + j + 1): condition above 1e16 from 16 columns on. */
    private static Rows hilbert(int rows, int columns) {
        double[] a = new double[rows * columns];
        Arrays.setAll(a, k -> 1.0 / (k / columns + k % columns + 1));
        return new Rows(columns, a, new double[rows]);
    }

    private static double relativeResidual(Rows rows, double[] c) {
        return Math.sqrt(
                rows.residual2(c) / Arrays.stream(rows.y()).map(v -> v * v).sum());
    }

    @ParameterizedTest
    @MethodSource("everyMethod")
    void exactDataOnGoodColumnsGiveTheirCoefficientsBack(SolverMethod method) {
        double[] wanted = {1, -2, 3, 0.5, 7, -0.1};
        LeastSquaresFit fit =
                method.solve(Rows.random(80, 6, 1).answeredBy(wanted).factor());
        // Backward error 80 * 7 * ulp(1)/2 times a condition below 3 times |c| = 8.
        assertArrayEquals(wanted, fit.coefficients(), 2e-12);
        assertEquals(6, fit.quality().rank());
        assertEquals(6, fit.quality().effectiveDegrees(), 1e-9);
        assertTrue(fit.quality().condition() < 3);
        assertTrue(fit.quality().relativeResidual() < 1e-13);
        assertEquals(80, fit.quality().rows());
        assertEquals(6, fit.quality().columns());
    }

    @ParameterizedTest
    @MethodSource("everyMethod")
    void noisyDataOnGoodColumnsGiveTheLeastSquaresSolution(SolverMethod method) {
        Rows rows = Rows.random(40, 4, 2);
        LeastSquaresFit fit = method.solve(rows.factor());
        double best = rows.residual2(rows.exactSolution());
        assertEquals(best, fit.quality().residual2(), method instanceof GcvRidge ? 0.1 * best : 1e-13 * best);
        assertEquals(fit.quality().residual2(), rows.residual2(fit.coefficients()), 1e-12 * best);
        double size2 = Arrays.stream(rows.y()).map(v -> v * v).sum();
        assertEquals(size2, fit.quality().rightHandSide2(), 1e-12 * size2);
        assertEquals(Math.sqrt(fit.quality().residual2() / size2), fit.quality().relativeResidual(), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("everyMethod")
    void aDuplicatedColumnCostsRankButNoAccuracy(SolverMethod method) {
        Rows rows = Rows.random(80, 5, 3).withCopyOfFirst(1).answeredBy(1, 1, -2, 3, 0.5, 7);
        LeastSquaresFit fit = method.solve(rows.factor());
        assertTrue(relativeResidual(rows, fit.coefficients()) < 1e-12);
        assertEquals(5, fit.quality().rank());
        assertTrue(fit.quality().condition() > 1e14);
        assertTrue(fit.coefficientNorm() < 10);
        double[] c = fit.coefficients();
        assertEquals(2, c[0] + c[1], 1e-11);
        // A ridge near rounding bounds how the two share their sum; it does not settle it.
        if (method instanceof PivotedQr || method instanceof TruncatedSvd) {
            assertEquals(method instanceof PivotedQr ? 2 : 1, Math.max(c[0], c[1]), 1e-11);
        }
    }

    @Test
    void textbookQrBlowsUpOnADuplicatedColumn() {
        double worst = 0;
        for (int seed = 0; seed < 20; seed++) {
            TriangularFactor factor =
                    Rows.random(80, 5, seed).withCopyOfFirst(1).factor();
            double[] c = backSubstituted(factor);
            worst = Math.max(worst, Arrays.stream(c).map(Math::abs).max().orElseThrow());
        }
        assertTrue(!(worst < 1e12), "largest coefficient " + worst);
    }

    /** R c = z without pivoting or truncation. */
    private static double[] backSubstituted(TriangularFactor factor) {
        int n = factor.columns();
        double[] c = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double rest = factor.z(i);
            for (int j = i + 1; j < n; j++) {
                rest -= factor.r(i, j) * c[j];
            }
            c[i] = rest / factor.r(i, i);
        }
        return c;
    }

    @ParameterizedTest
    @MethodSource("everyMethod")
    void oneColumnApartFromManyAlikeIsNotLostAmongThem(SolverMethod method) {
        // Five columns equal to 1e-14 and one that differs by 1e-9, in the direction of the right-hand side: pivoting
        // by norms that were updated
        // by subtraction sees them all at 1e-8 and stops at the first.
        for (int seed = 0; seed < 20; seed++) {
            Rows noise = Rows.random(20, 6, seed);
            double[] a = new double[20 * 6];
            for (int row = 0; row < 20; row++) {
                for (int j = 0; j < 6; j++) {
                    a[row * 6 + j] =
                            noise.a()[row * 6] + (j == 3 ? 1e-9 * noise.y()[row] : 1e-14 * noise.a()[row * 6 + j]);
                }
            }
            Rows rows = new Rows(6, a, noise.y());
            LeastSquaresFit fit = method.solve(rows.factor());
            // 20 * 7 roundings of entries of size 1, against a difference of 1e-9.
            assertTrue(relativeResidual(rows, fit.coefficients()) < 1e-4, method + " seed=" + seed);
            assertTrue(fit.quality().rank() >= 2, method + " seed=" + seed);
        }
    }

    @ParameterizedTest
    @MethodSource("everyMethod")
    void scalingAColumnScalesItsCoefficient(SolverMethod method) {
        Rows plain = Rows.random(80, 4, 4).answeredBy(1, -2, 3, 4);
        for (double factor : new double[] {1e-8, 1e8}) {
            double[] c = method.solve(plain.scaled(2, factor).factor()).coefficients();
            // Columns as they are have condition 1e8 for the method that does not equilibrate.
            double tolerance = method instanceof TruncatedSvd ? 1e-6 : 1e-11;
            assertArrayEquals(new double[] {1, -2, 3 / factor, 4}, c, tolerance * Math.max(1, 1 / factor));
            assertEquals(1, c[0], tolerance);
        }
    }

    @Test
    void equilibratedColumnsMayHaveAnySize() {
        Rows plain = Rows.random(80, 4, 4).answeredBy(1, -2, 3, 4);
        for (double factor : new double[] {1e-140, 1e140}) {
            for (SolverMethod method : new SolverMethod[] {new GcvRidge(), PivotedQr.defaults()}) {
                LeastSquaresFit fit = method.solve(plain.scaled(2, factor).factor());
                double[] c = fit.coefficients();
                assertArrayEquals(new double[] {1, -2, 3, 4}, new double[] {c[0], c[1], factor * c[2], c[3]}, 1e-11);
                assertEquals(4, fit.quality().rank());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyMethod")
    void aZeroColumnGetsTheCoefficientZero(SolverMethod method) {
        Rows rows = Rows.random(80, 4, 5).answeredBy(1, -2, 0, 4).scaled(2, 0);
        LeastSquaresFit fit = method.solve(rows.factor());
        assertArrayEquals(new double[] {1, -2, 0, 4}, fit.coefficients(), 1e-12);
        assertEquals(0, fit.coefficients()[2], 0);
        assertEquals(3, fit.quality().rank());
        assertEquals(Double.POSITIVE_INFINITY, fit.quality().condition());
    }

    @ParameterizedTest
    @MethodSource("everyMethod")
    void nothingButZerosGivesZeros(SolverMethod method) {
        for (Rows rows :
                new Rows[] {new Rows(3, new double[12], new double[4]), new Rows(3, new double[0], new double[0])}) {
            LeastSquaresFit fit = method.solve(rows.factor());
            assertArrayEquals(new double[3], fit.coefficients(), 0);
            assertEquals(0, fit.quality().rank());
            assertEquals(Double.POSITIVE_INFINITY, fit.quality().condition());
            assertEquals(0, fit.quality().relativeResidual(), 0);
            assertEquals(0, fit.quality().effectiveDegrees(), 0);
        }
    }

    @ParameterizedTest
    @MethodSource("everyMethod")
    void hilbertColumnsAreFittedNearlyAsWellAsCanBe(SolverMethod method) {
        for (int columns = 2; columns <= 20; columns++) {
            double[] ones = new double[columns];
            Arrays.fill(ones, 1);
            Rows rows = hilbert(60, columns).answeredBy(ones);
            LeastSquaresFit fit = method.solve(rows.factor());
            // The threshold of the method times the size of the solution.
            assertTrue(relativeResidual(rows, fit.coefficients()) < 1e-11, columns + " columns");
            assertTrue(fit.coefficientNorm() < 10 * Math.sqrt(columns), columns + " columns");
            if (columns >= 16) {
                assertTrue(fit.quality().rank() < columns && fit.quality().condition() > 1e13, columns + " columns");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("everyMethod")
    void hilbertColumnsDoNotReachWhatLiesOutsideThem(SolverMethod method) {
        double[] rough = new double[60];
        Arrays.setAll(rough, i -> i % 2 == 0 ? 1 : -1);
        Rows few = new Rows(8, hilbert(60, 8).a(), rough);
        double best = few.residual2(few.exactSolution());
        for (int columns = 8; columns <= 20; columns++) {
            Rows rows = new Rows(columns, hilbert(60, columns).a(), rough);
            LeastSquaresFit fit = method.solve(rows.factor());
            // More columns can only help; no method may do worse than eight columns solved in 150 digits, but
            // ridges prefer smooth answers.
            double slack = method instanceof GcvRidge || method instanceof Ridge ? 1.2 : 1 + 1e-3;
            assertTrue(
                    rows.residual2(fit.coefficients()) <= slack * best,
                    columns + " columns " + rows.residual2(fit.coefficients()) / best);
            assertEquals(fit.quality().residual2(), rows.residual2(fit.coefficients()), 1e-3 * best);
        }
    }

    @ParameterizedTest
    @MethodSource("everyMethod")
    void moreColumnsThanRowsAreNoSurprise(SolverMethod method) {
        Rows rows = Rows.random(5, 9, 6);
        LeastSquaresFit fit = method.solve(rows.factor());
        assertEquals(5, fit.quality().rank());
        assertTrue(fit.quality().condition() > 1e12);
        assertTrue(fit.quality().relativeResidual() <= 1);
        assertEquals(Math.sqrt(fit.quality().residual2()), Math.sqrt(rows.residual2(fit.coefficients())), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("everyMethod")
    void oneColumnIsARatio(SolverMethod method) {
        double[] c = method.solve(new Rows(1, new double[] {1, 2, 2}, new double[] {2, 4, 4}).factor())
                .coefficients();
        assertArrayEquals(new double[] {2}, c, 1e-14);
    }

    @ParameterizedTest
    @MethodSource("everyMethod")
    void theLabelNamesTheMethod(SolverMethod method) {
        assertEquals(method, SolverMethod.of(method.label()));
    }
}
