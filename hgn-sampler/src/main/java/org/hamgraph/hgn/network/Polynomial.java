package org.hamgraph.hgn.network;

/** A polynomial in powers of x − centre. */
final class Polynomial {
    private final double centre;
    private final double[] coefficient;

    Polynomial(double centre, double[] coefficient) {
        this.centre = centre;
        this.coefficient = coefficient;
    }

    double value(double x) {
        double h = x - centre;
        double sum = 0;
        for (int k = coefficient.length - 1; k >= 0; k--) {
            sum = sum * h + coefficient[k];
        }
        return sum;
    }

    double derivative(double x) {
        double h = x - centre;
        double sum = 0;
        for (int k = coefficient.length - 1; k >= 1; k--) {
            sum = sum * h + k * coefficient[k];
        }
        return sum;
    }

    /** Coefficients of the derivative in powers of x − centre. */
    double[] slopes() {
        double[] result = new double[coefficient.length - 1];
        for (int k = 0; k < result.length; k++) {
            result[k] = (k + 1) * coefficient[k + 1];
        }
        return result;
    }
}
