package org.hamgraph.hgn.solve;

import org.hamgraph.hgn.kernel.Kernels;

/** Products and solutions with an upper triangular matrix, row-major. */
final class UpperTriangle {
    private final Kernels kernels;
    private final int n;
    private final double[] r;

    UpperTriangle(int n, double[] r) {
        this.kernels = Kernels.suitedTo(n);
        this.n = n;
        this.r = r;
    }

    int size() {
        return n;
    }

    /** x = R⁻¹ x. */
    void solve(double[] x) {
        for (int i = n - 1; i >= 0; i--) {
            int row = i * n;
            x[i] = (x[i] - kernels.dot(r, row + i + 1, x, i + 1, n - i - 1)) / r[row + i];
        }
    }

    /** x = R⁻ᵀ x. */
    void solveTransposed(double[] x) {
        for (int i = 0; i < n; i++) {
            int row = i * n;
            x[i] /= r[row + i];
            kernels.add(-x[i], r, row + i + 1, x, i + 1, n - i - 1);
        }
    }

    /** x = R x. */
    void multiply(double[] x) {
        for (int i = 0; i < n; i++) {
            x[i] = kernels.dot(r, i * n + i, x, i, n - i);
        }
    }

    /** x = Rᵀ x. */
    void multiplyTransposed(double[] x) {
        for (int i = n - 1; i >= 0; i--) {
            double value = x[i];
            x[i] = value * r[i * n + i];
            kernels.add(value, r, i * n + i + 1, x, i + 1, n - i - 1);
        }
    }

    /** Returns the largest singular value, by power iteration from below, to about one in ten; it is a lower bound. */
    double largestSingularValue() {
        double[] x = start();
        double value = 0;
        for (int step = 0; step < 10; step++) {
            multiply(x);
            multiplyTransposed(x);
            value = Math.sqrt(normalise(x));
        }
        return value;
    }

    /**
     * Returns the smallest singular value, by inverse iteration from above, to about one in five; 0 if the diagonal
     * has a zero or the iteration leaves the numbers.
     */
    double smallestSingularValue() {
        for (int i = 0; i < n; i++) {
            if (r[i * n + i] == 0) {
                return 0;
            }
        }
        double[] x = start();
        double value = 0;
        for (int step = 0; step < 5; step++) {
            solveTransposed(x);
            double first = normalise(x);
            solve(x);
            value = 1 / Math.sqrt(first * normalise(x));
        }
        return Double.isFinite(value) ? value : 0;
    }

    /** A unit vector without symmetry, the same every time. */
    private double[] start() {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = 1 + (i * 0.6180339887498949) % 1;
        }
        normalise(x);
        return x;
    }

    /** Scales x to norm 1 and returns the norm it had; a zero stays. */
    private double normalise(double[] x) {
        double norm = Math.sqrt(kernels.dot(x, 0, x, 0, n));
        for (int i = 0; i < n && norm > 0; i++) {
            x[i] /= norm;
        }
        return norm;
    }
}
