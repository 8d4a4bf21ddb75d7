package org.hamgraph.hgn.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.function.DoubleFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** tanh and sech² against 60 digits. */
class ActivationKernelsTest {
    private static final MathContext DIGITS = new MathContext(60);
    private static final BigDecimal ONE = BigDecimal.ONE;

    private static double tanh(double u) {
        double[] x = {u};
        Kernels.best().tanh(x, 0, 1);
        assertEquals(Double.doubleToLongBits(scalar(u)), Double.doubleToLongBits(x[0]));
        return x[0];
    }

    private static double scalar(double u) {
        double[] x = {u};
        new ScalarKernels().tanh(x, 0, 1);
        return x[0];
    }

    private static double sechSquared(double u) {
        double[] x = {u};
        new ScalarKernels().sechSquared(x, 0, 1);
        return x[0];
    }

    /** Returns e^u − 1 by u/2^20, its series and 20 doublings 2x + x², none of which cancels. */
    private static BigDecimal exponentialLessOne(BigDecimal u) {
        BigDecimal small = u.divide(new BigDecimal(1 << 20), DIGITS);
        BigDecimal term = ONE;
        BigDecimal sum = BigDecimal.ZERO;
        for (int k = 1; k <= 14; k++) {
            term = term.multiply(small, DIGITS).divide(new BigDecimal(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        for (int k = 0; k < 20; k++) {
            sum = sum.multiply(sum.add(BigDecimal.valueOf(2)), DIGITS);
        }
        return sum;
    }

    private static BigDecimal exactTanh(double u) {
        BigDecimal less = exponentialLessOne(new BigDecimal(2 * u));
        return less.divide(less.add(BigDecimal.valueOf(2)), DIGITS);
    }

    private static BigDecimal exactSechSquared(double u) {
        BigDecimal t = exponentialLessOne(new BigDecimal(2 * Math.abs(u))).add(ONE);
        BigDecimal sum = t.add(ONE);
        return BigDecimal.valueOf(4).multiply(t).divide(sum.multiply(sum), DIGITS);
    }

    private static DoubleStream grid(double largest) {
        DoubleStream even = IntStream.rangeClosed(0, 400).mapToDouble(k -> largest * k / 400 + 1e-3);
        DoubleStream powers = IntStream.rangeClosed(-300, 0).mapToDouble(k -> 1.2345 * Math.pow(10, k));
        // Where the exponent of exp(-2u) changes, remainders are largest.
        DoubleStream borders = IntStream.rangeClosed(0, 40)
                .mapToDouble(k -> (k + 0.5) * Math.log(2) / 2)
                .flatMap(u -> DoubleStream.of(Math.nextDown(u), u, Math.nextUp(u)));
        return DoubleStream.concat(DoubleStream.concat(even, powers), borders).flatMap(u -> DoubleStream.of(u, -u));
    }

    private static double worst(DoubleUnaryOperator function, DoubleFunction<BigDecimal> exact, double to) {
        return grid(to).map(u -> {
                    BigDecimal wanted = exact.apply(u);
                    BigDecimal error = new BigDecimal(function.applyAsDouble(u)).subtract(wanted);
                    return Math.abs(error.divide(wanted, DIGITS).doubleValue());
                })
                .max()
                .orElseThrow();
    }

    @Test
    void tanhIsExactTo3e16OfItsValue() {
        double worst = worst(ActivationKernelsTest::tanh, ActivationKernelsTest::exactTanh, 20);
        assertTrue(worst <= 3e-16, "relative error " + worst);
    }

    @Test
    void sechSquaredIsExactTo1e15OfItsValue() {
        double worst = worst(ActivationKernelsTest::sechSquared, ActivationKernelsTest::exactSechSquared, 20);
        assertTrue(worst <= 1e-15, "relative error " + worst);
        double far = worst(ActivationKernelsTest::sechSquared, ActivationKernelsTest::exactSechSquared, 350);
        assertTrue(far <= 1e-15, "relative error " + far);
    }

    @Test
    void theJavaTanhAgreesWithinTheUlpsItPromises() {
        // 2.5 ulps there and 3e-16 here, an ulp being at most 2.3e-16 of the value.
        grid(30).forEach(u -> assertEquals(Math.tanh(u), tanh(u), 8.6e-16 * Math.abs(Math.tanh(u)), "u=" + u));
    }

    @Test
    void textbookFormulasFailTheseTests() {
        DoubleUnaryOperator quotient = u -> (Math.exp(2 * u) - 1) / (Math.exp(2 * u) + 1);
        assertTrue(worst(quotient, ActivationKernelsTest::exactTanh, 20) > 0.9);
        DoubleUnaryOperator difference = u -> 1 - Math.tanh(u) * Math.tanh(u);
        assertTrue(worst(difference, ActivationKernelsTest::exactSechSquared, 20) > 0.9);
    }

    @Test
    void limitsAndSignsAreKept() {
        for (double u : new double[] {20, 354, 400, 1e6, Double.MAX_VALUE, Double.POSITIVE_INFINITY}) {
            assertEquals(1, tanh(u), 0, "u=" + u);
            assertEquals(-1, tanh(-u), 0, "u=" + u);
            assertEquals(sechSquared(u), sechSquared(-u), 0, "u=" + u);
        }
        assertEquals(Double.doubleToLongBits(0.0), Double.doubleToLongBits(tanh(0.0)));
        assertEquals(Double.doubleToLongBits(-0.0), Double.doubleToLongBits(tanh(-0.0)));
        assertEquals(Double.MIN_VALUE, tanh(Double.MIN_VALUE), 0);
        assertEquals(-Double.MIN_VALUE, tanh(-Double.MIN_VALUE), 0);
        assertEquals(1, sechSquared(0), 0);
        assertEquals(1, sechSquared(-1e-300), 0);
        assertTrue(Double.isNaN(tanh(Double.NaN)));
        assertTrue(Double.isNaN(sechSquared(Double.NaN)));
    }

    @Test
    void farOutSechSquaredStaysPositive() {
        for (double u : new double[] {355, 400, 1e6, Double.POSITIVE_INFINITY}) {
            assertTrue(sechSquared(u) > 1e-307 && sechSquared(u) < 1e-306, "u=" + u + " gives " + sechSquared(u));
        }
    }
}
