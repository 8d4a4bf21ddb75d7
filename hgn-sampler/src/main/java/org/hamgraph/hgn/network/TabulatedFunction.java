package org.hamgraph.hgn.network;

import java.util.Optional;

/**
 * A learned function compiled for speed: piecewise polynomials over the training range, the function itself beyond.
 *
 * <p>On each of P equal pieces the derivative is interpolated at eight Chebyshev points and the value is its exact
 * integral, so energy and force fit together. P is doubled until the derivative differs from the function's by at
 * most 1e-12 times its largest magnitude at three places of every piece where the interpolation error peaks, the
 * extremes of the Chebyshev polynomial of the nodes. The cost of a look-up does not depend on the width of the
 * network. Beyond the range nothing is tabulated.
 *
 * <p>Source for the interpolation error: L. N. Trefethen, Approximation Theory and Approximation Practice, SIAM, 2013.
 *
 * @since 0.1
 */
public final class TabulatedFunction implements ScalarFunction {
    /** Largest difference of the derivative, relative to its largest magnitude in the range. */
    public static final double TOLERANCE = 1e-12;

    private static final int DEGREE = 7;
    private static final int STRIDE = DEGREE + 2;
    private static final int MOST_PIECES = 4096;
    private static final double PEAK = Math.cos(Math.PI / (DEGREE + 1));

    private final LearnedFunction function;
    private final double low;
    private final double high;
    private final double piecesPerUnit;
    private final int pieces;
    private final double[] table;

    private TabulatedFunction(LearnedFunction function, int pieces) {
        this.function = function;
        this.low = function.range().low();
        this.high = function.range().high();
        this.pieces = pieces;
        this.piecesPerUnit = pieces / (high - low);
        this.table = new double[pieces * STRIDE];
        fill();
    }

    /**
     * Returns the compiled function, or nothing if no table of at most 4096 pieces reaches the tolerance.
     *
     * @param function function to compile
     */
    public static Optional<TabulatedFunction> of(LearnedFunction function) {
        if (!(function.range().width() > 0)) {
            return Optional.empty();
        }
        for (int pieces = 8; pieces <= MOST_PIECES; pieces *= 2) {
            TabulatedFunction candidate = new TabulatedFunction(function, pieces);
            if (candidate.accurate()) {
                return Optional.of(candidate);
            }
        }
        return Optional.empty();
    }

    /** Row of a piece: value at its middle, then the coefficients of the derivative by t in [−1, 1]. */
    private void fill() {
        double half = 0.5 / piecesPerUnit;
        double start = function.value(low);
        for (int piece = 0; piece < pieces; piece++) {
            double middle = low + (piece + 0.5) / piecesPerUnit;
            double[] slope = interpolate(middle, half);
            int row = piece * STRIDE;
            System.arraycopy(slope, 0, table, row + 1, slope.length);
            table[row] = 0;
            table[row] = start - half * integral(row, -1);
            start = table[row] + half * integral(row, 1);
        }
    }

    /**
     * Coefficients in powers of t of the polynomial through φ' at the Chebyshev points of a piece (Newton's form,
     * expanded).
     */
    private double[] interpolate(double middle, double half) {
        int n = DEGREE + 1;
        double[] node = new double[n];
        double[] difference = new double[n];
        for (int k = 0; k < n; k++) {
            node[k] = Math.cos(Math.PI * (k + 0.5) / n);
            difference[k] = function.derivative(clamp(middle + half * node[k]));
        }
        for (int order = 1; order < n; order++) {
            for (int k = n - 1; k >= order; k--) {
                difference[k] = (difference[k] - difference[k - 1]) / (node[k] - node[k - order]);
            }
        }
        double[] power = new double[n];
        for (int k = n - 1; k >= 0; k--) {
            for (int j = n - 1; j >= 1; j--) {
                power[j] = power[j - 1] - node[k] * power[j];
            }
            power[0] = difference[k] - node[k] * power[0];
        }
        return power;
    }

    private boolean accurate() {
        double largest = 0;
        double worst = 0;
        for (int piece = 0; piece < pieces; piece++) {
            for (double t : new double[] {-PEAK, 0, PEAK}) {
                double x = low + (piece + 0.5 + 0.5 * t) / piecesPerUnit;
                double exact = function.derivative(clamp(x));
                largest = Math.max(largest, Math.abs(exact));
                worst = Math.max(worst, Math.abs(exact - derivative(clamp(x))));
            }
        }
        return worst <= TOLERANCE * largest;
    }

    private double clamp(double x) {
        return Math.max(low, Math.min(high, x));
    }

    @Override
    public double value(double x) {
        if (!(x >= low && x <= high)) {
            return function.value(x);
        }
        int piece = piece(x);
        int row = piece * STRIDE;
        double half = 0.5 / piecesPerUnit;
        return table[row] + half * integral(row, 2 * ((x - low) * piecesPerUnit - piece) - 1);
    }

    @Override
    public double derivative(double x) {
        if (!(x >= low && x <= high)) {
            return function.derivative(x);
        }
        int piece = piece(x);
        int row = piece * STRIDE;
        double t = 2 * ((x - low) * piecesPerUnit - piece) - 1;
        double sum = table[row + STRIDE - 1];
        for (int k = STRIDE - 2; k >= 1; k--) {
            sum = sum * t + table[row + k];
        }
        return sum;
    }

    private int piece(double x) {
        return Math.min(pieces - 1, (int) ((x - low) * piecesPerUnit));
    }

    /** Integral of the derivative's polynomial from 0 to t, as a multiple of half a piece. */
    private double integral(int row, double t) {
        double sum = 0;
        for (int k = STRIDE - 1; k >= 1; k--) {
            sum = sum * t + table[row + k] / k;
        }
        return sum * t;
    }

    /** Returns the number of pieces. */
    public int pieces() {
        return pieces;
    }
}
