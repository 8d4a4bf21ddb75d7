package org.hamgraph.hgn.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ActivationTest {
    private static final MathContext DIGITS = new MathContext(60);

    private static double[] seriesOf(Activation activation, double... u) {
        double[] out = new double[u.length];
        activation.compose(u, out);
        return out;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 1, -3.7, 5, 10, -20, 40, 177.3, 300})
    void derivativeOfTanhKeepsAllDigitsInTheTails(double u) {
        // 4/(e^u + e^-u)^2 in 60 digits. The exponential is good to 1 ulp, the rest are four roundings: below 1e-15.
        BigDecimal e = exp(u);
        BigDecimal sum = e.add(BigDecimal.ONE.divide(e, DIGITS), DIGITS);
        double exact =
                BigDecimal.valueOf(4).divide(sum.multiply(sum, DIGITS), DIGITS).doubleValue();
        assertEquals(exact, Activation.TANH.derivative(u), 1e-15 * exact);
    }

    @Test
    void derivativeOfTanhFromItsValueWouldLoseDigitsInTheTails() {
        double exact = Activation.TANH.derivative(10);
        double naive = 1 - Math.tanh(10) * Math.tanh(10);
        assertTrue(Math.abs(naive - exact) > 1e-10 * exact);
    }

    /** (e^(u/2^k))^(2^k) by the Taylor series, |u/2^k| below 1/2. */
    private static BigDecimal exp(double u) {
        int halvings = Math.max(0, Math.getExponent(u) + 2);
        BigDecimal x = new BigDecimal(u).divide(BigDecimal.valueOf(1L << halvings), DIGITS);
        BigDecimal term = BigDecimal.ONE;
        BigDecimal sum = BigDecimal.ONE;
        for (int k = 1; k < 60; k++) {
            term = term.multiply(x, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int k = 0; k < halvings; k++) {
            sum = sum.multiply(sum, DIGITS);
        }
        return sum;
    }

    @Test
    void seriesAboutZeroAreTheKnownOnes() {
        double[] x = {0, 1, 0, 0, 0, 0, 0, 0};
        double[] tanh = {0, 1, 0, -1.0 / 3, 0, 2.0 / 15, 0, -17.0 / 315};
        double[] sine = {0, 1, 0, -1.0 / 6, 0, 1.0 / 120, 0, -1.0 / 5040};
        double[] softplus = {Math.log(2), 0.5, 1.0 / 8, 0, -1.0 / 192, 0, 1.0 / 2880, 0};
        assertArrayEquals(tanh, seriesOf(Activation.TANH, x), 1e-16);
        assertArrayEquals(sine, seriesOf(Activation.SINE, x), 1e-16);
        assertArrayEquals(softplus, seriesOf(Activation.SOFTPLUS, x), 1e-16);
        assertArrayEquals(new double[8], seriesOf(Activation.RELU, x), 0);
        assertArrayEquals(new double[] {2, 3, 4}, seriesOf(Activation.RELU, 2, 3, 4), 0);
    }

    @Test
    void aSeriesInTheSquareSeesTheSecondDerivative() {
        // sin(pi/6 + x + x^2) = 1/2 + (x + x^2) cos - (x + x^2)^2 sin / 2 + ...
        double[] out = seriesOf(Activation.SINE, Math.PI / 6, 1, 1);
        double cosine = Math.sqrt(3) / 2;
        assertArrayEquals(new double[] {0.5, cosine, cosine - 0.25}, out, 1e-15);
    }

    @ParameterizedTest
    @EnumSource
    void farOutNothingOverflows(Activation activation) {
        for (double u : new double[] {-800, 800}) {
            double[] series = seriesOf(activation, u, 1, 0.5);
            assertTrue(Double.isFinite(activation.value(u)) && Double.isFinite(activation.derivative(u)));
            assertEquals(activation.value(u), series[0], 0);
            // A product of two rounded numbers of size 1.
            assertEquals(activation.derivative(u), series[1], 1e-15);
        }
    }

    @Test
    void limitsAreThoseOfTheFormulas() {
        assertEquals(-1, Activation.TANH.value(-800), 0);
        assertEquals(0, Activation.TANH.derivative(800), 0);
        assertEquals(800, Activation.SOFTPLUS.value(800), 0);
        assertEquals(Math.exp(-700), Activation.SOFTPLUS.value(-700), 1e-15 * Math.exp(-700));
        assertEquals(1, Activation.SOFTPLUS.derivative(800), 0);
        assertEquals(0, Activation.RELU.derivative(0), 0);
        assertEquals(0, Activation.RELU.value(-1), 0);
    }

    @ParameterizedTest
    @EnumSource
    void theLabelNamesTheActivation(Activation activation) {
        assertSame(activation, Activation.of(activation.label()));
    }

    @Test
    void anUnknownNameIsRefused() {
        assertEquals(
                "activation must be tanh, sine, softplus or relu, found TANH",
                assertThrows(IllegalArgumentException.class, () -> Activation.of("TANH"))
                        .getMessage());
    }
}
