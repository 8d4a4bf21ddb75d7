package org.hamgraph.sweep;

import java.util.Arrays;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.hamgraph.support.Checks;

/**
 * A function of one coordinate in the form that sweeps evaluate fast: polynomials on pieces of equal width, and a rule
 * for what lies beyond them.
 *
 * <pre>{@code
 * t = scale x + shift                      piece k covers t in [k - 1/2, k + 1/2], k = 0 .. pieces-1
 * f(x) = sum_j c[k][j] u^j                 u = t - k
 * f(x) = sum_j below[j] t^j                t < -1/2, likewise above[j] for t > pieces - 1/2; or f(x) = beyond(x)
 * }</pre>
 *
 * Every product is fused with its sum, and even and odd powers are summed apart, so all implementations of a sweep
 * give the same bits. Immutable.
 *
 * @since 0.1
 */
public final class PiecewisePolynomial {
    /** Added to a number below 2^51 and subtracted again, rounds it to the nearest whole number, ties to even. */
    static final double ROUND = 0x1.8p52;

    /** Most pieces whose coefficients of one power fit a vector register. */
    static final int LANES = 8;

    final double scale;
    final double shift;
    final int pieces;
    /** Number of coefficients of a piece, even. */
    final int powers;
    /** Coefficients by power, then piece [powers*pieces]. */
    final double[] coefficient;
    /** The same coefficients in rows of {@link #LANES}, for up to as many pieces; else empty. */
    final double[] lanes;
    /** Coefficients below and above the pieces, as many for both, even; empty if {@link #beyond} serves. */
    final double[] below;

    final double[] above;
    final DoubleUnaryOperator beyond;
    /** Ends of the pieces, in t; infinite for a polynomial without ends. */
    final double low;

    final double high;

    private PiecewisePolynomial(
            double scale,
            double shift,
            double[][] coefficient,
            double[] below,
            double[] above,
            DoubleUnaryOperator beyond,
            boolean endless) {
        this.scale = Checks.finite(scale, "scale");
        this.shift = Checks.finite(shift, "shift");
        this.pieces = Checks.atLeast(coefficient.length, 1, "number of pieces");
        this.powers = even(Checks.atLeast(coefficient[0].length, 1, "number of coefficients"));
        this.coefficient = new double[powers * pieces];
        for (int k = 0; k < pieces; k++) {
            Checks.length(coefficient[k], coefficient[0].length, "coefficients of a piece");
            for (int power = 0; power < coefficient[k].length; power++) {
                this.coefficient[power * pieces + k] = Checks.finite(coefficient[k][power], "coefficient");
            }
        }
        this.lanes = new double[pieces <= LANES ? powers * LANES : 0];
        for (int k = 0; k < lanes.length; k++) {
            lanes[k] = k % LANES < pieces ? this.coefficient[k / LANES * pieces + k % LANES] : 0;
        }
        int most = Math.max(2, even(Math.max(below.length, above.length)));
        this.below = Arrays.copyOf(Checks.copyOfFinite(below, "coefficients below"), most);
        this.above = Arrays.copyOf(Checks.copyOfFinite(above, "coefficients above"), most);
        this.beyond = beyond;
        this.low = endless ? Double.NEGATIVE_INFINITY : -0.5;
        this.high = endless ? Double.POSITIVE_INFINITY : pieces - 0.5;
    }

    private static int even(int count) {
        return count + count % 2;
    }

    /**
     * Returns one polynomial in x − origin.
     *
     * @param origin where the powers are zero
     * @param coefficients coefficient of every power, from the zeroth on
     */
    public static PiecewisePolynomial polynomial(double origin, double... coefficients) {
        double[] none = {};
        return new PiecewisePolynomial(1, -origin, new double[][] {coefficients}, none, none, null, true);
    }

    /**
     * Returns polynomials on pieces that go on as polynomials.
     *
     * @param low lower end of the pieces
     * @param high upper end
     * @param coefficients coefficients of every piece, in powers of u [pieces x powers]
     * @param below coefficients in powers of x − low for x below low
     * @param above coefficients in powers of x − high for x above high
     */
    public static PiecewisePolynomial continued(
            double low, double high, double[][] coefficients, double[] below, double[] above) {
        double scale = scale(low, high, coefficients.length);
        double end = coefficients.length - 0.5;
        return new PiecewisePolynomial(
                scale,
                -0.5 - low * scale,
                coefficients,
                expand(below, scale, -0.5),
                expand(above, scale, end),
                null,
                false);
    }

    /**
     * Returns polynomials on pieces, and another function beyond them.
     *
     * @param low lower end of the pieces
     * @param high upper end
     * @param coefficients coefficients of every piece, in powers of u [pieces x powers]
     * @param beyond function of x outside low … high
     */
    public static PiecewisePolynomial within(
            double low, double high, double[][] coefficients, DoubleUnaryOperator beyond) {
        double scale = scale(low, high, coefficients.length);
        double[] none = {};
        Objects.requireNonNull(beyond, "beyond");
        return new PiecewisePolynomial(scale, -0.5 - low * scale, coefficients, none, none, beyond, false);
    }

    private static double scale(double low, double high, int pieces) {
        if (!(high > low)) {
            throw new IllegalArgumentException("high must be above low = " + low + ", found " + high);
        }
        return pieces / (high - low);
    }

    /** Rewrites a polynomial in x − x0 as one in t, where t − t0 = scale (x − x0). */
    private static double[] expand(double[] c, double scale, double t0) {
        double[] result = new double[c.length];
        for (int power = c.length - 1; power >= 0; power--) {
            for (int j = c.length - 1; j >= 1; j--) {
                result[j] = result[j - 1] / scale - t0 / scale * result[j];
            }
            if (c.length > 0) {
                result[0] = c[power] - t0 / scale * result[0];
            }
        }
        return result;
    }

    /**
     * Returns g(r) = factor · f(a r + b).
     *
     * @param a factor of the argument, positive
     * @param b shift of the argument
     * @param factor factor of the value
     */
    public PiecewisePolynomial of(double a, double b, double factor) {
        if (a == 1 && b == 0 && factor == 1) {
            return this;
        }
        Checks.positive(a, "factor of the argument");
        double[][] c = new double[pieces][powers];
        for (int k = 0; k < pieces; k++) {
            for (int power = 0; power < powers; power++) {
                c[k][power] = factor * coefficient[power * pieces + k];
            }
        }
        return new PiecewisePolynomial(
                scale * a,
                Math.fma(scale, b, shift),
                c,
                times(below, factor),
                times(above, factor),
                beyond == null ? null : r -> factor * beyond.applyAsDouble(Math.fma(a, r, b)),
                high == Double.POSITIVE_INFINITY);
    }

    private static double[] times(double[] c, double factor) {
        return Arrays.stream(c).map(value -> factor * value).toArray();
    }

    /**
     * Returns f(x).
     *
     * @param x coordinate
     */
    public double value(double x) {
        double t = Math.fma(x, scale, shift);
        if (t < low || t > high) {
            return outside(x, t);
        }
        if (pieces == 1) {
            return sum(coefficient, 0, 1, powers, t);
        }
        double whole = (clamp(t) + ROUND) - ROUND;
        return sum(coefficient, (int) whole, pieces, powers, t - whole);
    }

    private double clamp(double t) {
        return t < 0 ? 0 : t > pieces - 1 ? pieces - 1 : t;
    }

    /** f at a place beyond the pieces. */
    double outside(double x, double t) {
        if (beyond != null) {
            return beyond.applyAsDouble(x);
        }
        return sum(t < low ? below : above, 0, 1, below.length, t);
    }

    private static double sum(double[] c, int first, int stride, int powers, double u) {
        double square = u * u;
        int k = first + (powers - 2) * stride;
        double even = c[k];
        double odd = c[k + stride];
        for (k -= 2 * stride; k >= 0; k -= 2 * stride) {
            even = Math.fma(even, square, c[k]);
            odd = Math.fma(odd, square, c[k + stride]);
        }
        return Math.fma(odd, u, even);
    }

    /** Returns whether the value is the same everywhere. */
    boolean isConstant() {
        return high == Double.POSITIVE_INFINITY && powers == 2 && coefficient[1] == 0;
    }

    /** Returns the number of pieces. */
    public int pieces() {
        return pieces;
    }

    /** Returns the highest power that may occur. */
    public int degree() {
        return powers - 1;
    }

    /**
     * Returns whether a place lies on one of the pieces.
     *
     * @param x coordinate
     */
    public boolean covers(double x) {
        double t = Math.fma(x, scale, shift);
        return t >= low && t <= high;
    }
}
