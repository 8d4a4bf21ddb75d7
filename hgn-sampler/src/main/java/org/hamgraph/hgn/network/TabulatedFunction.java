package org.hamgraph.hgn.network;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.hamgraph.sweep.PiecewisePolynomial;
import org.hamgraph.sweep.PolynomialFit;

/**
 * A learned function compiled for speed: piecewise polynomials over the training range, its continuation beyond.
 *
 * <p>The derivative is fitted (see {@link PolynomialFit}) until it differs from the function's by at most 1e-12 times
 * its largest magnitude in the range, which is verified; the value is its exact integral, so energy and force fit
 * together. The cost of a look-up does not depend on the width of the network. Beyond the range a Taylor polynomial
 * goes on as it is; where the network itself goes on, it is fitted for half a range to either side, and evaluated
 * farther out.
 *
 * @since 0.1
 */
public final class TabulatedFunction implements ScalarFunction {
    /** Largest difference of the derivative, relative to its largest magnitude in the range. */
    public static final double TOLERANCE = 1e-12;

    private static final int FEWEST_PLACES = 1024;
    private static final int MOST_PLACES = 1 << 16;

    private final LearnedFunction function;
    private final PolynomialFit fit;
    private final PiecewisePolynomial slope;
    private final double low;
    private final double width;
    private final double[][] c;
    private final double[] start;
    private final double relativeError;

    private TabulatedFunction(LearnedFunction function, PolynomialFit fit, double largest, double tolerance) {
        this.function = function;
        this.fit = fit;
        this.low = function.range().low();
        this.c = fit.coefficients();
        this.width = function.range().width() / c.length;
        this.relativeError = largest > 0 ? fit.error() / largest : 0;
        double high = function.range().high();
        this.slope = function.continuation().order() > 0
                ? PiecewisePolynomial.continued(low, high, c, function.slopesBelow(), function.slopesAbove())
                : PiecewisePolynomial.within(low, high, c, networkBeyond(function, tolerance));
        this.start = new double[c.length];
        double value = function.value(low);
        for (int k = 0; k < start.length; k++) {
            start[k] = value - width * integral(c[k], -0.5);
            value = start[k] + width * integral(c[k], 0.5);
        }
    }

    /**
     * Returns the compiled function, or nothing if no table reaches the tolerance.
     *
     * @param function function to compile
     */
    public static Optional<TabulatedFunction> of(LearnedFunction function) {
        Range range = function.range();
        if (!(range.width() > 0)) {
            return Optional.empty();
        }
        // A unit of steepness w rises within 2 / w: four places for it, so that none hides between two.
        double wanted = 2 * function.steepness() * range.width();
        if (!(wanted <= MOST_PLACES)) {
            return Optional.empty();
        }
        int places = Math.max(FEWEST_PLACES, (int) wanted);
        double largest = largest(function, places);
        double tolerance = Math.max(TOLERANCE * largest, Double.MIN_NORMAL);
        return PolynomialFit.of(function::derivative, range.low(), range.high(), tolerance, places)
                .map(fit -> new TabulatedFunction(function, fit, largest, tolerance));
    }

    private static double largest(LearnedFunction function, int places) {
        Range range = function.range();
        double largest = 0;
        for (int k = 0; k <= places; k++) {
            double x = Math.min(range.high(), range.low() + range.width() * k / places);
            largest = Math.max(largest, Math.abs(function.derivative(x)));
        }
        return largest;
    }

    /** The network for half a range to either side of it, fitted where that succeeds. */
    private static DoubleUnaryOperator networkBeyond(LearnedFunction function, double tolerance) {
        Range range = function.range();
        double reach = range.width() / 2;
        double farBelow = range.low() > 0 ? Math.max(range.low() - reach, range.low() / 2) : range.low() - reach;
        PiecewisePolynomial below = extension(function, farBelow, range.low(), tolerance);
        PiecewisePolynomial above = extension(function, range.high(), range.high() + reach, tolerance);
        return x -> {
            PiecewisePolynomial side = x < range.low() ? below : above;
            return side == null ? function.derivative(x) : side.value(x);
        };
    }

    private static PiecewisePolynomial extension(LearnedFunction function, double low, double high, double tolerance) {
        return PolynomialFit.of(function::derivative, low, high, tolerance, FEWEST_PLACES)
                .map(fit -> PiecewisePolynomial.within(low, high, fit.coefficients(), function::derivative))
                .orElse(null);
    }

    @Override
    public double value(double x) {
        if (!function.range().contains(x)) {
            return function.value(x);
        }
        double place = (x - low) / width;
        int piece = Math.min(c.length - 1, (int) place);
        return start[piece] + width * integral(c[piece], place - piece - 0.5);
    }

    /** Integral of a polynomial from 0 to u. */
    private static double integral(double[] c, double u) {
        double sum = 0;
        for (int k = c.length - 1; k >= 0; k--) {
            sum = sum * u + c[k] / (k + 1);
        }
        return sum * u;
    }

    @Override
    public double derivative(double x) {
        return slope.value(x);
    }

    /** Returns the derivative in the form that sweeps take. */
    public PiecewisePolynomial slope() {
        return slope;
    }

    /** Returns the largest difference of the derivative that verification found, relative to its largest magnitude. */
    public double relativeError() {
        return relativeError;
    }

    /** Returns the number of pieces in the range. */
    public int pieces() {
        return c.length;
    }

    /** Returns the degree of the derivative on a piece. */
    public int degree() {
        return fit.degree();
    }
}
