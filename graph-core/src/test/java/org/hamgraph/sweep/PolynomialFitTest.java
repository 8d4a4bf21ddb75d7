package org.hamgraph.sweep;

import static org.hamgraph.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.hamgraph.support.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolynomialFitTest {
    private static final int PLACES = 1000;

    private static PolynomialFit fit(DoubleUnaryOperator f, double low, double high, double tolerance) {
        return PolynomialFit.of(f, low, high, tolerance, PLACES).orElseThrow();
    }

    private static double error(DoubleUnaryOperator f, double low, double high, double[][] c) {
        PiecewisePolynomial p = PiecewisePolynomial.within(low, high, c, f);
        double worst = 0;
        for (double x :
                RandomStreams.of(1, "places", 0).doubles(20_000, low, high).toArray()) {
            worst = Math.max(worst, Math.abs(f.applyAsDouble(x) - p.value(x)));
        }
        return worst;
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 5, 40, 300})
    void theToleranceIsMetBetweenThePlacesToo(double steepness) {
        DoubleUnaryOperator f = x -> Math.tanh(steepness * (x - 1.03)) + 1 / x;
        PolynomialFit fit = fit(f, 0.5, 1.7, 1e-11);
        double found = error(f, 0.5, 1.7, fit.coefficients());
        // The difference oscillates; more than a thousand places miss little of a peak.
        assertTrue(found > 0 && found <= 1.2e-11, "found " + found + ", stated " + fit.error());
        assertTrue(fit.error() <= 1e-11);
    }

    @Test
    void aStraightLineIsOnePieceOfTwoCoefficients() {
        PolynomialFit fit = fit(x -> 10 * (x - 1), 0.8, 1.3, 1e-12);
        assertEquals(1, fit.coefficients().length);
        assertEquals(1, fit.degree());
        // In u, which goes from -1/2 to 1/2.
        assertEquals(0.5, fit.coefficients()[0][0], 1e-14);
        assertEquals(5, fit.coefficients()[0][1], 1e-14);
    }

    @Test
    void steeperFunctionsTakeMore() {
        int gentle = fit(x -> Math.tanh(x), -1, 1, 1e-12).coefficients().length;
        int steep = fit(x -> Math.tanh(50 * x), -1, 1, 1e-12).coefficients().length;
        assertTrue(gentle <= 2 && steep > 8, gentle + " and " + steep);
    }

    @Test
    void aTighterToleranceTakesAHigherDegree() {
        int loose = fit(Math::exp, 0, 1, 1e-4).degree();
        int tight = fit(Math::exp, 0, 1, 1e-13).degree();
        assertTrue(loose < tight, loose + " and " + tight);
    }

    @Test
    void oneCoefficientLessWouldMissTheTolerance() {
        DoubleUnaryOperator f = x -> 1 / x;
        double[][] c = fit(f, 0.5, 1.5, 1e-12).coefficients();
        for (double[] piece : c) {
            piece[piece.length - 1] = 0;
            piece[piece.length - 2] = 0;
            piece[piece.length - 3] = 0;
        }
        assertTrue(error(f, 0.5, 1.5, c) > 1e-12);
    }

    @Test
    void aKinkIsBeyondPolynomials() {
        assertEquals(Optional.empty(), PolynomialFit.of(x -> Math.abs(x - 1 / Math.E), 0, 1, 1e-12, PLACES));
    }

    @Test
    void aFunctionThatIsNotANumberIsBeyondPolynomials() {
        assertEquals(Optional.empty(), PolynomialFit.of(x -> Math.sqrt(x - 0.9), 0.5, 1, 1e-12, PLACES));
    }

    @Test
    void badArgumentsAreRefused() {
        assertRefused(
                "tolerance must be positive and finite, found 0.0", () -> PolynomialFit.of(Math::exp, 0, 1, 0, PLACES));
        assertRefused("number of places must be at least 1, found 0", () -> PolynomialFit.of(Math::exp, 0, 1, 1e-3, 0));
        assertRefused("high must be above low = 1.0, found 1.0", () -> PolynomialFit.of(Math::exp, 1, 1, 1e-3, PLACES));
    }
}
