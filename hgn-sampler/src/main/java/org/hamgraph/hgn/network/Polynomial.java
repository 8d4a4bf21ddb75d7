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
}
