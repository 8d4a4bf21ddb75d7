package org.hamgraph.hgn.solve;

import org.hamgraph.support.Checks;

/**
 * Takes in the rows of a least-squares problem A c ≈ y and keeps only their triangular factor, however many there are.
 *
 * <pre>{@code
 * [A y] = Q [R z; 0 rho]      |A c - y|^2 = |R c - z|^2 + rho^2
 * }</pre>
 *
 * Householder reflections fold each full block of rows into R, so memory is O(columns²) and nothing is squared: no
 * digit is lost to normal equations. Two accumulators of disjoint rows can be merged; the factor of the union is the
 * same to rounding in every order of merging, and the same to the bit in the same order. Not thread-safe.
 *
 * <p>Source: J. Demmel, L. Grigori, M. Hoemmen, J. Langou, Communication-optimal parallel and sequential QR and LU
 * factorizations, SIAM J. Sci. Comput. 34 (2012).
 *
 * @since 0.1
 */
public final class RowAccumulator {
    private static final int MOST_BUFFERED = 1 << 20;

    private final int columns;
    private final int width;
    private final double[] factor;
    private final double[] buffer;
    private final double[] work;
    private int buffered;
    private long rows;
    private double outside;

    /**
     * Starts without rows.
     *
     * @param columns number of unknowns, at least 1
     */
    public RowAccumulator(int columns) {
        this.columns = Checks.atLeast(columns, 1, "number of columns");
        this.width = columns + 1;
        this.factor = new double[width * width];
        this.buffer = new double[width * Math.max(16, Math.min(4 * width, MOST_BUFFERED / width))];
        this.work = new double[width];
    }

    /** Returns the number of unknowns. */
    public int columns() {
        return columns;
    }

    /** Returns the number of rows taken in, including those that lie outside the range of the columns. */
    public long rows() {
        return rows;
    }

    /**
     * Adds rows.
     *
     * @param block rows, row-major [count x columns]
     * @param rightHandSide right-hand sides [count]
     * @param count number of rows to read from both
     * @throws IllegalArgumentException if an array is too short, or naming row and column of the first entry that is
     *     not finite; rows are counted over all calls, and those before the faulty one are taken in
     */
    public void add(double[] block, double[] rightHandSide, int count) {
        Checks.atLeast(count, 0, "number of rows");
        if (block.length < (long) count * columns || rightHandSide.length < count) {
            throw new IllegalArgumentException("a block of " + count + " rows and " + columns + " columns must have "
                    + (long) count * columns + " entries and " + count + " right-hand sides, found " + block.length
                    + " and " + rightHandSide.length);
        }
        for (int row = 0; row < count; row++) {
            if (buffered * width == buffer.length) {
                fold();
            }
            int start = buffered * width;
            System.arraycopy(block, row * columns, buffer, start, columns);
            buffer[start + columns] = rightHandSide[row];
            checkFinite(start);
            buffered++;
            rows++;
        }
    }

    private void checkFinite(int start) {
        double sum = 0;
        for (int c = 0; c < width; c++) {
            sum += 0 * buffer[start + c];
        }
        if (sum == 0) {
            return;
        }
        for (int c = 0; c < width; c++) {
            if (!Double.isFinite(buffer[start + c])) {
                throw new IllegalArgumentException("rows must be finite, found " + buffer[start + c] + " in row " + rows
                        + (c < columns ? ", column " + c : ", right-hand side"));
            }
        }
    }

    /**
     * Accounts for rows that no coefficient can change, because an orthogonal reduction showed them to lie outside
     * the range of the columns.
     *
     * @param squaredNorm sum of the squares of their right-hand sides, computed from the vector itself
     * @param count number of such rows
     */
    public void addOutsideRange(double squaredNorm, long count) {
        outside += Checks.notNegative(squaredNorm, "squared norm");
        rows += count;
    }

    /**
     * Takes in all rows of another accumulator, which stays as it is apart from folding its own buffer.
     *
     * @param other another accumulator, of as many columns
     */
    public void merge(RowAccumulator other) {
        if (other == this) {
            throw new IllegalArgumentException("an accumulator must be merged with another one, found itself");
        }
        if (other.columns != columns) {
            throw new IllegalArgumentException(
                    "accumulators must have as many columns, found " + columns + " and " + other.columns);
        }
        other.fold();
        long total = rows + other.rows;
        double totalOutside = outside + other.outside;
        for (int row = 0; row < width; row++) {
            if (buffered * width == buffer.length) {
                fold();
            }
            System.arraycopy(other.factor, row * width, buffer, buffered * width, width);
            buffered++;
        }
        rows = total;
        outside = totalOutside;
    }

    /**
     * Returns the triangular factor of all rows so far; more may be added afterwards.
     *
     * @throws ArithmeticException if squares of entries overflowed
     */
    public TriangularFactor factor() {
        fold();
        for (int row = 0; row < width; row++) {
            double diagonal = factor[row * width + row];
            if (!Double.isFinite(diagonal)) {
                throw new ArithmeticException("rows must be small enough to be squared, found a factor with " + diagonal
                        + " on its diagonal");
            }
        }
        double[] r = new double[columns * columns];
        double[] z = new double[columns];
        for (int row = 0; row < columns; row++) {
            double sign = factor[row * width + row] < 0 ? -1 : 1;
            for (int c = row; c < columns; c++) {
                r[row * columns + c] = sign * factor[row * width + c];
            }
            z[row] = sign * factor[row * width + columns];
        }
        double corner = factor[columns * width + columns];
        return new TriangularFactor(columns, rows, r, z, corner * corner + outside);
    }

    /**
     * Annihilates the buffered rows by one reflection per column, each acting on that column's row of R and the
     * buffer.
     */
    private void fold() {
        int count = buffered;
        for (int j = 0; j < width && count > 0; j++) {
            reflect(j, count);
        }
        buffered = 0;
    }

    private void reflect(int j, int count) {
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double x = buffer[i * width + j];
            sum += x * x;
        }
        if (sum == 0) {
            return;
        }
        double alpha = factor[j * width + j];
        double norm = Math.sqrt(alpha * alpha + sum);
        double beta = alpha > 0 ? -norm : norm;
        double inverse = 1 / (alpha - beta);
        double tau = (beta - alpha) / beta;
        project(j, count, inverse);
        factor[j * width + j] = beta;
        for (int k = j + 1; k < width; k++) {
            work[k] *= tau;
            factor[j * width + k] -= work[k];
        }
        for (int i = 0; i < count; i++) {
            subtract(buffer, i * width, buffer[i * width + j] * inverse, work, j + 1, width);
        }
    }

    /** work = row j of R + (scaled column j of the buffer)ᵀ buffer, four rows at a time. */
    private void project(int j, int count, double inverse) {
        System.arraycopy(factor, j * width, work, 0, width);
        int i = 0;
        for (; i + 3 < count; i += 4) {
            int row = i * width;
            addFour(work, buffer, row, j, width, inverse);
        }
        for (; i < count; i++) {
            int row = i * width;
            double x = buffer[row + j] * inverse;
            for (int k = j + 1; k < width; k++) {
                work[k] += x * buffer[row + k];
            }
        }
    }

    private static void addFour(double[] sum, double[] a, int row, int j, int width, double inverse) {
        int row1 = row + width;
        int row2 = row1 + width;
        int row3 = row2 + width;
        double x0 = a[row + j] * inverse;
        double x1 = a[row1 + j] * inverse;
        double x2 = a[row2 + j] * inverse;
        double x3 = a[row3 + j] * inverse;
        for (int k = j + 1; k < width; k++) {
            sum[k] += x0 * a[row + k] + x1 * a[row1 + k] + x2 * a[row2 + k] + x3 * a[row3 + k];
        }
    }

    private static void subtract(double[] a, int row, double x, double[] w, int from, int to) {
        for (int k = from; k < to; k++) {
            a[row + k] -= x * w[k];
        }
    }
}
