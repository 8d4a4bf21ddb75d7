package org.hamgraph.hgn.solve;

import java.util.Arrays;

/**
 * What remains of a least-squares problem after its rows were reduced: |A c − y|² = |R c − z|² + ρ². Immutable.
 *
 * @since 0.1
 */
public final class TriangularFactor {
    private final int columns;
    private final long rows;
    private final double[] r;
    private final double[] z;
    private final double rho2;

    TriangularFactor(int columns, long rows, double[] r, double[] z, double rho2) {
        this.columns = columns;
        this.rows = rows;
        this.r = r;
        this.z = z;
        this.rho2 = rho2;
    }

    /** Returns the number of unknowns. */
    public int columns() {
        return columns;
    }

    /** Returns the number of rows that were reduced. */
    public long rows() {
        return rows;
    }

    /**
     * Returns an entry of R; diagonal entries are zero or positive.
     *
     * @param row row of R
     * @param column column of R
     */
    public double r(int row, int column) {
        return r[row * columns + column];
    }

    /**
     * Returns an entry of z.
     *
     * @param row row of R
     */
    public double z(int row) {
        return z[row];
    }

    /** Returns what is left of the problem once its first columns are used up: their rows are gone. */
    TriangularFactor trailing(int first) {
        int n = columns - first;
        double[] block = new double[n * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(r, (first + i) * columns + first, block, i * n, n);
        }
        return new TriangularFactor(n, rows, block, Arrays.copyOfRange(z, first, columns), rho2);
    }

    /**
     * Computes the first coefficients from the others.
     *
     * @param first number of coefficients to compute
     * @param c coefficients, of which the later ones are given [columns]
     * @throws ArithmeticException if a diagonal entry is lost in rounding of its column
     */
    void solveLeading(int first, double[] c) {
        double[] norm = columnNorms();
        for (int i = first - 1; i >= 0; i--) {
            double diagonal = r[i * columns + i];
            if (!(diagonal > columns * Math.ulp(norm[i]))) {
                throw new ArithmeticException(
                        "declared terms must be independent on the training states, found that term " + i
                                + " depends on earlier ones");
            }
            double rest = z[i];
            for (int j = i + 1; j < columns; j++) {
                rest -= r[i * columns + j] * c[j];
            }
            c[i] = rest / diagonal;
        }
    }

    /** Returns R, for products and solutions. */
    UpperTriangle triangle() {
        return new UpperTriangle(columns, r);
    }

    /** Returns ρ², the part of |y|² that no coefficients can reach. */
    public double rho2() {
        return rho2;
    }

    /** Returns |y|². */
    public double rightHandSide2() {
        double sum = rho2;
        for (double value : z) {
            sum += value * value;
        }
        return sum;
    }

    /**
     * Returns |A c − y|².
     *
     * @param c coefficients [columns]
     */
    public double residual2(double[] c) {
        double sum = rho2;
        for (int i = 0; i < columns; i++) {
            double rest = -z[i];
            for (int j = i; j < columns; j++) {
                rest += r[i * columns + j] * c[j];
            }
            sum += rest * rest;
        }
        return sum;
    }

    /** Returns the Euclidean norms of the columns of R, which are those of A [columns]. */
    public double[] columnNorms() {
        double[] norm = new double[columns];
        for (int i = 0; i < columns; i++) {
            for (int j = i; j < columns; j++) {
                norm[j] += r[i * columns + j] * r[i * columns + j];
            }
        }
        for (int j = 0; j < columns; j++) {
            norm[j] = Math.sqrt(norm[j]);
        }
        return norm;
    }
}
