package org.hamgraph.sweep;

import java.util.function.DoubleUnaryOperator;

/** A soft spring's slope, 3 (1 − e) e with e = exp(−1.5 (r − 1)), in every form a sweep knows. */
enum Forms {
    ENDLESS,
    ONE_PIECE,
    TWO_PIECES,
    FOUR_PIECES,
    EIGHT_PIECES,
    MANY_PIECES,
    CURVED_ENDS,
    BEYOND,
    BEYOND_PIECES;

    private static final double LOW = 0.8;
    private static final double HIGH = 1.25;

    static double slope(double r) {
        double e = Math.exp(-1.5 * (r - 1));
        return 3 * (1 - e) * e;
    }

    PiecewisePolynomial polynomial(double factor) {
        DoubleUnaryOperator f = r -> factor * slope(r);
        return switch (this) {
            case ENDLESS -> PiecewisePolynomial.polynomial(1, 0, 4.5 * factor, -10.125 * factor, 3 * factor);
            case ONE_PIECE -> continued(f, 1, 2);
            case TWO_PIECES -> continued(f, 2, 2);
            case FOUR_PIECES -> continued(f, 4, 2);
            case EIGHT_PIECES -> continued(f, 8, 2);
            case MANY_PIECES -> continued(f, 16, 2);
            case CURVED_ENDS -> continued(f, 1, 3);
            case BEYOND -> PiecewisePolynomial.within(LOW, HIGH, pieces(f, 1), f);
            default -> PiecewisePolynomial.within(LOW, HIGH, pieces(f, 4), f);
        };
    }

    private static PiecewisePolynomial continued(DoubleUnaryOperator f, int pieces, int powers) {
        return PiecewisePolynomial.continued(LOW, HIGH, pieces(f, pieces), tail(f, LOW, powers), tail(f, HIGH, powers));
    }

    /** Value, slope and half the curvature, by central differences. */
    private static double[] tail(DoubleUnaryOperator f, double x, int powers) {
        double h = 1e-3;
        double[] c = {
            f.applyAsDouble(x),
            (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h),
            (f.applyAsDouble(x + h) - 2 * f.applyAsDouble(x) + f.applyAsDouble(x - h)) / (2 * h * h)
        };
        return java.util.Arrays.copyOf(c, powers);
    }

    /** Parabolas through three places of every piece, in u. */
    private static double[][] pieces(DoubleUnaryOperator f, int count) {
        double[][] c = new double[count][];
        double width = (HIGH - LOW) / count;
        for (int k = 0; k < count; k++) {
            double middle = LOW + (k + 0.5) * width;
            double below = f.applyAsDouble(middle - width / 2);
            double at = f.applyAsDouble(middle);
            double above = f.applyAsDouble(middle + width / 2);
            c[k] = new double[] {at, above - below, 2 * (above - 2 * at + below)};
        }
        return c;
    }
}
