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
    private final int columns;
    private final int threads;
    private final HouseholderTiles tiles;
    private int buffered;
    private int firstColumn;
    private long rows;
    private double outside;

    /**
     * Starts without rows, on one thread.
     *
     * @param columns number of unknowns, at least 1
     */
    public RowAccumulator(int columns) {
        this(columns, 1);
    }

    /**
     * Starts without rows.
     *
     * @param columns number of unknowns, at least 1
     * @param threads most threads to use; their number does not change a bit of the factor
     */
    public RowAccumulator(int columns, int threads) {
        this.columns = Checks.atLeast(columns, 1, "number of columns");
        this.threads = Checks.atLeast(threads, 1, "number of threads");
        this.tiles = new HouseholderTiles(columns + 1);
        this.firstColumn = columns;
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
            checkFinite(block, row * columns, rightHandSide[row]);
            take(block, row * columns, columns, 0);
            tiles.set(buffered - 1, columns, rightHandSide[row]);
            rows++;
        }
    }

    private void take(double[] from, int offset, int count, int first) {
        if (buffered == HouseholderTiles.BLOCK) {
            fold();
        }
        tiles.set(buffered, from, offset, count);
        firstColumn = Math.min(firstColumn, first);
        buffered++;
    }

    private void checkFinite(double[] block, int start, double rightHandSide) {
        double sum = 0 * rightHandSide;
        for (int c = 0; c < columns; c++) {
            sum += 0 * block[start + c];
        }
        if (sum == 0) {
            return;
        }
        for (int c = 0; c <= columns; c++) {
            double value = c < columns ? block[start + c] : rightHandSide;
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("rows must be finite, found " + value + " in row " + rows
                        + (c < columns ? ", column " + c : ", right-hand side"));
            }
        }
    }

    /**
     * Adds rows that hold their right-hand side as last entry, without a check.
     *
     * @param lines rows [count x columns+1]
     * @param count number of rows
     */
    void addLines(double[][] lines, int count) {
        for (int k = 0; k < count; k++) {
            take(lines[k], 0, columns + 1, 0);
        }
        rows += count;
    }

    /**
     * Adds the rows of a factor: those that the factor was made of.
     *
     * @param factor factor with as many columns
     */
    void add(TriangularFactor factor) {
        double[] row = new double[columns + 1];
        for (int k = 0; k < columns; k++) {
            for (int c = 0; c < columns; c++) {
                row[c] = c < k ? 0 : factor.r(k, c);
            }
            row[columns] = factor.z(k);
            take(row, 0, columns + 1, k);
        }
        rows += factor.rows();
        outside += factor.rho2();
    }

    /**
     * Adds the rows λI with right-hand sides 0, which keep the coefficients small; they do not count as rows.
     *
     * @param lambda ridge, at least 0
     */
    void addRidge(double lambda) {
        fold();
        double[] row = new double[columns + 1];
        for (int c = 0; c < columns; c++) {
            row[c] = lambda;
            take(row, 0, columns + 1, c);
            row[c] = 0;
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
        double[] row = new double[columns + 1];
        for (int k = 0; k <= columns; k++) {
            row[Math.max(0, k - 1)] = 0;
            other.tiles.copyRow(k, columns + 1, row, k);
            take(row, 0, columns + 1, k);
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
        for (int row = 0; row <= columns; row++) {
            double diagonal = tiles.r(row, row);
            if (!Double.isFinite(diagonal)) {
                throw new ArithmeticException("rows must be small enough to be squared, found a factor with " + diagonal
                        + " on its diagonal");
            }
        }
        double[] r = new double[columns * columns];
        double[] z = new double[columns];
        double[] line = new double[columns + 1];
        for (int row = 0; row < columns; row++) {
            tiles.copyRow(row, columns + 1, line, row);
            double sign = line[row] < 0 ? -1 : 1;
            for (int c = row; c < columns; c++) {
                r[row * columns + c] = sign * line[c];
            }
            z[row] = sign * line[columns];
        }
        double corner = tiles.r(columns, columns);
        return new TriangularFactor(columns, rows, r, z, corner * corner + outside);
    }

    private void fold() {
        if (buffered > 0) {
            tiles.fold(buffered, firstColumn, threads);
        }
        buffered = 0;
        firstColumn = columns;
    }
}
