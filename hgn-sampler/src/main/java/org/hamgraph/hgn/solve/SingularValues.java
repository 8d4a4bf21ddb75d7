package org.hamgraph.hgn.solve;

/** R D⁻¹ = U S Vᵀ in descending order, with the right-hand side already turned: b = Uᵀ z. */
final class SingularValues {
    private final double[] value;
    private final double[] projection;
    private final double[] v;

    /**
     * Takes over the arrays.
     *
     * @param value singular values, descending [n]
     * @param projection b = Uᵀ z [n]
     * @param v right singular vectors as columns, row-major [n x n]
     */
    SingularValues(double[] value, double[] projection, double[] v) {
        this.value = value;
        this.projection = projection;
        this.v = v;
    }

    int size() {
        return value.length;
    }

    double value(int i) {
        return value[i];
    }

    double projection(int i) {
        return projection[i];
    }

    double largest() {
        return value[0];
    }

    boolean kept(int i, double threshold) {
        return value[i] > 0 && value[i] >= threshold * value[0];
    }

    int rank(double threshold) {
        int rank = 0;
        while (rank < value.length && kept(rank, threshold)) {
            rank++;
        }
        return rank;
    }

    double condition() {
        double smallest = value[value.length - 1];
        return smallest > 0 ? value[0] / smallest : Double.POSITIVE_INFINITY;
    }

    /** Returns V w. */
    double[] combine(double[] w) {
        int n = value.length;
        double[] result = new double[n];
        for (int j = 0; j < n; j++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += v[j * n + i] * w[i];
            }
            result[j] = sum;
        }
        return result;
    }
}
