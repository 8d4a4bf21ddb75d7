package org.hamgraph.hgn.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hamgraph.support.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GcvRidgeTest {
    private final GcvRidge method = new GcvRidge();

    /** R = I: the filter is one number f, and GCV = ((1 - f)^2 |z|^2 + rho^2) / (n - p f)^2. */
    private static TriangularFactor orthonormal(double[] z, double rho2, long rows) {
        double[] r = new double[z.length * z.length];
        for (int i = 0; i < z.length; i++) {
            r[i * z.length + i] = 1;
        }
        return new TriangularFactor(z.length, rows, r, z, rho2);
    }

    @ParameterizedTest
    @CsvSource({"0, 20", "1e-6, 20", "1, 20", "100, 20", "1, 4", "1e-30, 1000000"})
    void onOrthonormalColumnsTheParameterIsTheOneWorkedOutByHand(double rho2, long rows) {
        double[] z = {3, -1, 2};
        LeastSquaresFit fit = method.solve(orthonormal(z, rho2, rows));
        double step = 2 * (16 + Math.log10(fit.quality().regularisation()));
        assertEquals(Math.rint(step), step, 1e-9);
        assertEquals(expectedStep(14, 3, rho2, rows), Math.rint(step));
        double f = filter(Math.rint(step));
        assertArrayEquals(new double[] {3 * f, -f, 2 * f}, fit.coefficients(), 1e-15);
        assertEquals(3 * f, fit.quality().effectiveDegrees(), 1e-14);
        assertEquals((1 - f) * (1 - f) * 14 + rho2, fit.quality().residual2(), 1e-12);
    }

    private static double filter(double step) {
        double lambda = Math.pow(10, -16 + step / 2);
        return 1 / (1 + lambda * lambda);
    }

    private static double criterion(double step, double z2, int p, double rho2, long rows) {
        double f = filter(step);
        return ((1 - f) * (1 - f) * z2 + rho2) / Math.pow(rows - p * f, 2);
    }

    private static double expectedStep(double z2, int p, double rho2, long rows) {
        double least = Double.POSITIVE_INFINITY;
        for (int step = 0; step <= 32; step++) {
            if (p * filter(step) <= 0.9 * rows) {
                least = Math.min(least, criterion(step, z2, p, rho2, rows));
            }
        }
        double floor = Math.pow(4e-16, 2) * (z2 + rho2) / ((double) rows * rows);
        for (int step = 32; step > 0; step--) {
            double df = p * filter(step);
            if (df <= 0.9 * rows
                    && criterion(step, z2, p, rho2, rows) <= Math.max(least * (1 + 2 * df / rows), floor)) {
                return step;
            }
        }
        return 0;
    }

    @Test
    void theExpectationTellsParametersApart() {
        assertEquals(16, expectedStep(14, 3, 0, 20));
        assertTrue(expectedStep(14, 3, 1, 20) > expectedStep(14, 3, 1e-6, 20));
        assertEquals(32, expectedStep(14, 3, 10_000, 20));
    }

    /** Gentle random units of one input, and a smooth function of it with noise. */
    private static Rows smooth(int rows, int columns, double noise, long seed) {
        RandomGenerator random = RandomStreams.of(seed, "smooth", 0);
        double[] w = new double[columns];
        double[] b = new double[columns];
        Arrays.setAll(w, a -> 0.5 * random.nextGaussian());
        Arrays.setAll(b, a -> random.nextDouble(-2, 2));
        double[] a = new double[rows * columns];
        double[] y = new double[rows];
        for (int row = 0; row < rows; row++) {
            double x = random.nextDouble(-2, 2);
            for (int j = 0; j < columns; j++) {
                a[row * columns + j] = Math.tanh(w[j] * x + b[j]);
            }
            y[row] = Math.sin(2 * x) + noise * random.nextGaussian();
        }
        return new Rows(columns, a, y);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-6, 1e-4, 1e-2, 1e-1})
    void noiseIsFilteredDownToTheEffectiveDegreesOfFreedom(double noise) {
        // Error^2 = sigma^2 df, and as much again for the bias that the preference for smoothness costs; ten seeds of
        // some ten degrees have a standard deviation of 15 %.
        double ratio = errorOverNoise(method, noise);
        assertTrue(ratio > 0.5 && ratio < 3, "mean square error over sigma^2 df is " + ratio);
    }

    @Test
    void withoutRegularisationAllColumnsFitTheNoise() {
        double ratio = errorOverNoise(new TruncatedSvd(1e-15), 0.1);
        assertTrue(ratio > 3, "mean square error over sigma^2 df is " + ratio);
    }

    /**
     * Mean over ten seeds of the squared error of the predictions over sigma^2 times the effective degrees of freedom
     * of the ridge.
     */
    private double errorOverNoise(SolverMethod solver, double noise) {
        double mean = 0;
        for (int seed = 0; seed < 10; seed++) {
            TriangularFactor factor = smooth(400, 60, noise, seed).factor();
            LeastSquaresFit.Quality ridge = method.solve(factor).quality();
            // The residual of 400 rows, less some ten degrees, within five standard deviations of 7 %.
            assertEquals(noise * noise * 400, ridge.residual2(), 0.4 * noise * noise * 400);
            double error2 =
                    smooth(400, 60, 0, seed).residual2(solver.solve(factor).coefficients());
            mean += error2 / (noise * noise * ridge.effectiveDegrees()) / 10;
        }
        return mean;
    }

    @Test
    void theNoiseDoesNotChangeTheColumns() {
        assertArrayEquals(smooth(400, 60, 0, 3).a(), smooth(400, 60, 0.1, 3).a(), 0);
    }

    @ParameterizedTest
    @CsvSource({"1e-6, -8", "1e-2, -4"})
    void theParameterFollowsTheNoise(double noise, double expectedPower) {
        double power = Math.log10(
                method.solve(smooth(400, 60, noise, 1).factor()).quality().regularisation());
        // Golden values: the power of ten chosen when they were recorded; a step is 1/2.
        assertEquals(expectedPower, power, 1e-9);
    }

    @Test
    void withoutNoiseTheResidualReachesRounding() {
        LeastSquaresFit fit = method.solve(smooth(400, 60, 0, 1).factor());
        assertTrue(fit.quality().relativeResidual() < 1e-11);
        assertTrue(fit.quality().relativeResidual() > 1e-17);
        assertTrue(fit.coefficientNorm() < 1e6);
    }

    @Test
    void whatRoundingLeavesOfTheRightHandSideIsNotFitted() {
        // Two columns 1e-10 apart and a right-hand side half-way between them, but for 2e-16 in the direction of their
        // difference. Fitted, that would move coefficients by 1e-6.
        double[] r = {1, 1, 0, 1e-10};
        LeastSquaresFit fit = method.solve(new TriangularFactor(2, 20, r, new double[] {1, 5e-11 + 2e-16}, 0));
        assertArrayEquals(new double[] {0.5, 0.5}, fit.coefficients(), 1e-9);
        LeastSquaresFit naive =
                PivotedQr.defaults().solve(new TriangularFactor(2, 20, r, new double[] {1, 5e-11 + 2e-16}, 0));
        assertEquals(2e-6, Math.abs(naive.coefficients()[0] - 0.5), 1e-6);
    }

    @Test
    void rowsNoColumnReachesCountAsNoise() {
        RowAccumulator rows = smooth(400, 60, 0, 1).accumulated();
        rows.addOutsideRange(1, 200);
        double regularisation = method.solve(rows.factor()).quality().regularisation();
        assertTrue(regularisation
                > 1e4 * method.solve(smooth(400, 60, 0, 1).factor()).quality().regularisation());
    }

    @Test
    void withFewRowsTheDegreesStayBelowNineTenths() {
        LeastSquaresFit fit = method.solve(smooth(20, 60, 0, 1).factor());
        assertTrue(fit.quality().effectiveDegrees() <= 18);
    }

    @Test
    void theMethodIsDescribedInWords() {
        TriangularFactor factor = Rows.random(20, 2, 1).factor();
        assertEquals(
                "ridge by generalised cross-validation",
                method.solve(factor).quality().method());
        assertEquals(
                "truncated singular value decomposition, threshold 1.0E-13",
                TruncatedSvd.defaults().solve(factor).quality().method());
        assertEquals(
                "QR with column pivoting, threshold 1.0E-12",
                PivotedQr.defaults().solve(factor).quality().method());
    }
}
