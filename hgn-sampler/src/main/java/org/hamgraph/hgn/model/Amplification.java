package org.hamgraph.hgn.model;

import org.hamgraph.hgn.network.CoordinateLayer;
import org.hamgraph.hgn.network.Range;

/**
 * How much rounding in the features is amplified in the derivative of a learned function: max over the range of sum
 * |f_c c_ca g_a'(x)| over units a and channels c of factor f_c, divided by max |sum f_c c_ca g_a'(x)|. Sampled at 65
 * places.
 */
final class Amplification {
    private static final int INTERVALS = 64;

    private Amplification() {}

    /**
     * Returns the amplification, or 0 for a function that is zero.
     *
     * @param layer hidden layer
     * @param theta all output coefficients [L]
     * @param start place of the first coefficient of the first channel; those of the other channels follow
     * @param factor factor of every channel
     */
    static double of(CoordinateLayer layer, double[] theta, int start, double... factor) {
        Range range = layer.range();
        double[] slope = new double[layer.width()];
        double terms = 0;
        double largest = 0;
        for (int k = 0; k <= INTERVALS; k++) {
            layer.slopes(range.low() + range.width() * k / INTERVALS, slope, 0);
            double absolute = 0;
            double signed = 0;
            for (int a = 0; a < factor.length * slope.length; a++) {
                double term = factor[a / slope.length] * theta[start + a] * slope[a % slope.length];
                absolute += Math.abs(term);
                signed += term;
            }
            terms = Math.max(terms, absolute);
            largest = Math.max(largest, Math.abs(signed));
        }
        return largest > 0 ? terms / largest : 0;
    }
}
