package org.hamgraph.feature;

import java.util.function.DoubleUnaryOperator;

/** What value, derivative and series of an input have to do with each other, as deviations that are 0 to 1. */
final class ScalarInputLaw {
    /** Terms the series are tried with. */
    static final int TERMS = 8;

    private static final double STEP = Math.cbrt(Math.ulp(1.0));

    /** Central differences with STEP: truncation (k+2)(k+3)/6 * 4e-11 and rounding 4e-11, relative, for k below 8. */
    private static final double DIFFERENCE = 1e-8;

    private ScalarInputLaw() {}

    /** Computes Taylor coefficients about a point. */
    @FunctionalInterface
    interface Series {
        void at(double x, double[] out);
    }

    static double[] coefficients(Series series, double x, int count) {
        double[] out = new double[count];
        series.at(x, out);
        return out;
    }

    /** Deviation of the derivative from central differences. */
    static double derivative(DoubleUnaryOperator value, DoubleUnaryOperator derivative, double x, double radius) {
        double h = STEP * radius;
        double difference = (value.applyAsDouble(x + h) - value.applyAsDouble(x - h)) / (2 * h);
        return Math.abs(derivative.applyAsDouble(x) - difference) / (DIFFERENCE * Math.abs(difference));
    }

    /** Deviation of (k+1) c_{k+1} from the central difference of c_k, worst over k. */
    static double recursion(Series series, double x, double radius) {
        double h = STEP * radius;
        double[] c = coefficients(series, x, TERMS);
        double[] above = coefficients(series, x + h, TERMS);
        double[] below = coefficients(series, x - h, TERMS);
        double worst = 0;
        for (int k = 0; k + 1 < TERMS; k++) {
            double difference = (above[k] - below[k]) / (2 * h);
            double error = Math.abs((k + 1) * c[k + 1] - difference);
            worst = Math.max(worst, error == 0 ? 0 : error / (DIFFERENCE * Math.abs(difference)));
        }
        return worst;
    }

    /**
     * Deviation of the polynomial of K terms from the value at x + t, over the first term left out, worst over K.
     *
     * <p>Coefficients times radius^k fall with k, so with |t| at most radius/8 the tail is at most 8/7 of its first
     * term; 1.2 allows for that, and 1e-14 for rounding of the terms, of the value and, times the slope, of x + t.
     */
    static double tail(DoubleUnaryOperator value, Series series, double x, double t) {
        double[] c = coefficients(series, x, TERMS + 1);
        double exact = value.applyAsDouble(x + t);
        double sum = 0;
        double power = 1;
        double size = Math.max(Math.abs(exact), Math.abs(c[1] * x));
        double worst = 0;
        for (int k = 0; k < TERMS; k++) {
            sum += c[k] * power;
            size = Math.max(size, Math.abs(c[k] * power));
            power *= t;
            double allowed = 1.2 * Math.abs(c[k + 1] * power) + 1e-14 * size;
            worst = Math.max(worst, Math.abs(sum - exact) / allowed);
        }
        return worst;
    }
}
