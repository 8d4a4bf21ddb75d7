package org.hamgraph.sweep;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.hamgraph.support.Checks;

/**
 * Finds polynomials on equal pieces that agree with a function to a stated tolerance.
 *
 * <p>On every piece the function is interpolated at {@value #NODES} Chebyshev points ({@value #FEW_NODES} of many pieces)
 * and the series cut off where the rest is below the tolerance: well below if that costs little more, else just below. Of
 * 1, 2, 4 and 8 pieces the cheapest wins, where picking one of two coefficients counts as a product more and looking one
 * up as four; more pieces, up to {@value #MOST_PIECES}, are taken only if those do not do. Degrees are limited so that
 * sums of powers stay stable: the coefficients of Chebyshev polynomials in powers grow as 2.41 to the degree, and a
 * series that reaches 1e-12 within degree 31 falls as fast.
 *
 * <p>The result is verified as it will be used, rounding included, at four places for every coefficient of a piece or
 * more.
 *
 * <p>Source for the interpolation error: L. N. Trefethen, Approximation Theory and Approximation Practice, SIAM, 2013.
 *
 * @since 0.1
 */
public final class PolynomialFit {
    private static final int NODES = 48;
    private static final int FEW_NODES = 16;
    private static final int MOST_PIECES = 4096;
    private static final int FEW_PIECES = 8;
    private static final double MARGIN = 64;
    /** Cost of a coefficient that is one of two, and of one that is looked up, in products. */
    private static final double CHOICE = 2;

    private static final double LOOK_UP = 5;
    /** How much more well below the tolerance may cost than just below. */
    private static final double WORTH = 1.5;
    /** A series that falls by two thirds from term to term sums to three times its first. */
    private static final double REST = 3;

    private final double[][] coefficients;
    private final double error;

    private PolynomialFit(double[][] coefficients, double error) {
        this.coefficients = coefficients;
        this.error = error;
    }

    /**
     * Fits a function, or returns nothing if no number of pieces reaches the tolerance.
     *
     * @param f function, smooth between the ends
     * @param low lower end
     * @param high upper end, above {@code low}
     * @param tolerance largest difference, in units of f; positive
     * @param places least number of places at which the difference is looked at; closer together than f has features
     */
    public static Optional<PolynomialFit> of(
            DoubleUnaryOperator f, double low, double high, double tolerance, int places) {
        Checks.positive(tolerance, "tolerance");
        Checks.atLeast(places, 1, "number of places");
        PolynomialFit best = null;
        for (int pieces = 1; pieces <= FEW_PIECES; pieces *= 2) {
            PolynomialFit fit = fit(f, low, high, pieces, tolerance, places);
            if (fit != null && (best == null || fit.cost() < best.cost())) {
                best = fit;
            }
        }
        for (int pieces = 2 * FEW_PIECES; best == null && pieces <= MOST_PIECES; pieces *= 2) {
            best = fit(f, low, high, pieces, tolerance, places);
        }
        return Optional.ofNullable(best);
    }

    private double cost() {
        int pieces = coefficients.length;
        return coefficients[0].length * (pieces == 1 ? 1 : pieces == 2 ? CHOICE : LOOK_UP);
    }

    private static int mostPowers(int pieces) {
        return pieces <= 2 ? 32 : pieces <= FEW_PIECES ? 24 : 12;
    }

    private static PolynomialFit fit(
            DoubleUnaryOperator f, double low, double high, int pieces, double tolerance, int places) {
        double[][] series = new double[pieces][];
        double width = (high - low) / pieces;
        for (int k = 0; k < pieces; k++) {
            double middle = low + (k + 0.5) * width;
            series[k] = chebyshev(
                    u -> f.applyAsDouble(clamp(middle + u * width, low, high)),
                    pieces > FEW_PIECES ? FEW_NODES : NODES);
        }
        PolynomialFit just = cut(f, low, high, series, tolerance / 2, tolerance, places);
        PolynomialFit well = cut(f, low, high, series, tolerance / MARGIN, tolerance, places);
        return just == null || well != null && well.cost() <= WORTH * just.cost() ? well : just;
    }

    /** Cuts series off at an aim; null if that takes too many powers or misses the tolerance. */
    private static PolynomialFit cut(
            DoubleUnaryOperator f,
            double low,
            double high,
            double[][] series,
            double aim,
            double tolerance,
            int places) {
        int powers = powers(series, aim);
        if (powers > mostPowers(series.length)) {
            return null;
        }
        double[][] c = new double[series.length][];
        for (int k = 0; k < c.length; k++) {
            c[k] = inPowers(series[k], powers);
        }
        double error = error(f, low, high, c, places);
        return error <= tolerance ? new PolynomialFit(c, error) : null;
    }

    private static double clamp(double x, double low, double high) {
        return Math.max(low, Math.min(high, x));
    }

    /** Chebyshev coefficients of the interpolant of f(u) on −1/2 … 1/2. */
    private static double[] chebyshev(DoubleUnaryOperator f, int nodes) {
        double[] value = new double[nodes];
        for (int i = 0; i < nodes; i++) {
            value[i] = f.applyAsDouble(0.5 * Math.cos(Math.PI * (i + 0.5) / nodes));
        }
        double[] c = new double[nodes];
        for (int j = 0; j < nodes; j++) {
            for (int i = 0; i < nodes; i++) {
                c[j] += value[i] * Math.cos(Math.PI * j * (i + 0.5) / nodes) * (j == 0 ? 1.0 : 2.0) / nodes;
            }
        }
        return c;
    }

    /** Smallest even number of coefficients behind which those of every series are far below the aim. */
    private static int powers(double[][] series, double aim) {
        int most = 2;
        for (double[] c : series) {
            int count = c.length;
            while (count > 0 && Math.abs(c[count - 1]) <= aim / REST) {
                count--;
            }
            most = Math.max(most, count);
        }
        return most + most % 2;
    }

    /** Coefficients in powers of u of the first terms of a Chebyshev series in 2u. */
    private static double[] inPowers(double[] series, int count) {
        double[] result = new double[count];
        double[] before = new double[count];
        double[] now = new double[count];
        before[0] = 1;
        now[1] = 2;
        for (int j = 0; j < count; j++) {
            double[] term = j == 0 ? before : now;
            for (int power = 0; power <= j; power++) {
                result[power] += series[j] * term[power];
            }
            if (j > 0) {
                double[] next = new double[count];
                for (int power = 0; power < count; power++) {
                    next[power] = (power > 0 ? 4 * now[power - 1] : 0) - before[power];
                }
                before = now;
                now = next;
            }
        }
        return result;
    }

    private static double error(DoubleUnaryOperator f, double low, double high, double[][] c, int least) {
        PiecewisePolynomial polynomial = PiecewisePolynomial.within(low, high, c, f);
        int places = Math.max(4 * c[0].length, (least + c.length - 1) / c.length);
        double width = (high - low) / c.length;
        double worst = 0;
        for (int k = 0; k < c.length; k++) {
            for (int i = 0; i <= places; i++) {
                double x = clamp(low + (k + (double) i / places) * width, low, high);
                double difference = Math.abs(f.applyAsDouble(x) - polynomial.value(x));
                worst = difference <= worst ? worst : difference;
            }
        }
        return worst;
    }

    /** Returns the coefficients of every piece, in powers of u in −1/2 … 1/2 [pieces x powers]. */
    public double[][] coefficients() {
        double[][] copy = new double[coefficients.length][];
        for (int k = 0; k < copy.length; k++) {
            copy[k] = coefficients[k].clone();
        }
        return copy;
    }

    /** Returns the degree of the polynomials. */
    public int degree() {
        return coefficients[0].length - 1;
    }

    /** Returns the largest difference found by the verification. */
    public double error() {
        return error;
    }
}
