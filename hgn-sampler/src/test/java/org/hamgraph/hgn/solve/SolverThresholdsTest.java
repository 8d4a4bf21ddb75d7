package org.hamgraph.hgn.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SolverThresholdsTest {
    /**
     * Columns (1, 0) and (1, 1e-6), whose singular values are near sqrt(2) and 1e-6/sqrt(2); right-hand side (1,
     * 1e-6).
     */
    private final TriangularFactor factor = new Rows(2, new double[] {1, 1, 0, 1e-6}, new double[] {1, 1e-6}).factor();

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void aTruncatedDecompositionTakesTheMinimumNormAnswer() {
        LeastSquaresFit coarse = new TruncatedSvd(1e-3).solve(factor);
        assertEquals(1, coarse.quality().rank());
        assertArrayEquals(new double[] {0.5, 0.5}, coarse.coefficients(), 1e-6);
        LeastSquaresFit fine = new TruncatedSvd(1e-9).solve(factor);
        assertEquals(2, fine.quality().rank());
        assertArrayEquals(new double[] {0, 1}, fine.coefficients(), 1e-9);
    }

    @Test
    void pivotedQrTakesAsFewColumnsAsServe() {
        LeastSquaresFit coarse = new PivotedQr(1e-3).solve(factor);
        assertEquals(1, coarse.quality().rank());
        assertEquals(1, coarse.coefficients()[0] + coarse.coefficients()[1], 1e-6);
        assertEquals(0, Math.min(coarse.coefficients()[0], coarse.coefficients()[1]), 0);
        LeastSquaresFit fine = new PivotedQr(1e-9).solve(factor);
        assertEquals(2, fine.quality().rank());
        assertArrayEquals(new double[] {0, 1}, fine.coefficients(), 1e-9);
    }

    @Test
    void conditionIsTheRatioOfSingularValues() {
        // (a + d)/2 with a = 2 and the determinant 1e-6: 2/1e-6 to first order.
        assertEquals(2e6, new TruncatedSvd(0).solve(factor).quality().condition(), 1);
        assertEquals(2e6, new GcvRidge().solve(factor).quality().condition(), 1);
        assertEquals(2e6, PivotedQr.defaults().solve(factor).quality().condition(), 1);
    }

    @Test
    void coefficientsAreCopiedOut() {
        LeastSquaresFit fit = PivotedQr.defaults().solve(factor);
        fit.coefficients()[1] = 100;
        assertEquals(1, fit.coefficients()[1], 1e-9);
        assertEquals(1, fit.coefficientNorm(), 1e-9);
    }

    @Test
    void thresholdsAreChecked() {
        assertRefused("threshold must be zero or positive and finite, found -1.0", () -> new TruncatedSvd(-1));
        assertRefused("threshold must be positive and finite, found 0.0", () -> new PivotedQr(0));
        assertRefused("solver must be gcv, svd, qr or ridge, found lstsq", () -> SolverMethod.of("lstsq"));
    }
}
