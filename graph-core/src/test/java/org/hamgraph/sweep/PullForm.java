package org.hamgraph.sweep;

import java.util.random.RandomGenerator;

/**
 * The forms in which a sweep takes a pull. All hold the same kind of cubic, k (r − 1) + a (r − 1)² + b (r − 1)³, between
 * 0.85 and 1.15 and go on straight beyond, so that values are continuous and rounding of r cannot be magnified by a jump.
 */
enum PullForm {
    /** One polynomial without ends. */
    ENDLESS(1),
    /** One piece. */
    ONE(1),
    /** Two pieces. */
    TWO(2),
    /** Four pieces. */
    FOUR(4),
    /** Five pieces. */
    FIVE(5),
    /** Eight pieces. */
    EIGHT(8),
    /** More than fit a register. */
    ELEVEN(11),
    /** Two pieces, and another function beyond. */
    WITHIN(2),
    /** Eleven pieces, and another function beyond. */
    ELEVEN_WITHIN(11);

    private static final double LOW = 0.85;
    private static final double HIGH = 1.15;

    private final int pieces;

    PullForm(int pieces) {
        this.pieces = pieces;
    }

    PiecewisePolynomial pull(RandomGenerator random) {
        double[] c = {0, random.nextDouble(1, 5), random.nextDouble(-1, 1), random.nextDouble(0, 1)};
        double[] below = {at(c, 0, LOW), at(c, 1, LOW)};
        double[] above = {at(c, 0, HIGH), at(c, 1, HIGH)};
        return switch (this) {
            case ENDLESS -> PiecewisePolynomial.polynomial(1, c);
            case WITHIN, ELEVEN_WITHIN ->
                PiecewisePolynomial.within(
                        LOW,
                        HIGH,
                        pieces(c),
                        r -> r < LOW ? below[0] + below[1] * (r - LOW) : above[0] + above[1] * (r - HIGH));
            default -> PiecewisePolynomial.continued(LOW, HIGH, pieces(c), below, above);
        };
    }

    private double[][] pieces(double[] c) {
        double[][] result = new double[pieces][c.length];
        double width = (HIGH - LOW) / pieces;
        for (int k = 0; k < pieces; k++) {
            double factor = 1;
            for (int power = 0; power < c.length; power++) {
                result[k][power] = at(c, power, LOW + (k + 0.5) * width) * factor;
                factor *= width / (power + 1);
            }
        }
        return result;
    }

    /** A derivative of the cubic. */
    private static double at(double[] c, int order, double r) {
        double sum = 0;
        for (int power = c.length - 1; power >= order; power--) {
            double falling = c[power];
            for (int k = 0; k < order; k++) {
                falling *= power - k;
            }
            sum = sum * (r - 1) + falling;
        }
        return sum;
    }
}
