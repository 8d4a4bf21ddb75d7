package org.hamgraph.hgn.solve;

import java.util.Arrays;
import org.hamgraph.hgn.kernel.Kernels;
import org.hamgraph.support.Checks;
import org.hamgraph.support.Team;

/**
 * The rows of a least-squares problem in groups: the rows of a group are one vector of factors times multipliers that
 * all groups share.
 *
 * <pre>{@code
 * A[g*d + k, a] = s[g, a] * w[k, a]        d rows a group, w [d x columns]
 * }</pre>
 *
 * The gradient of a hidden layer is such: s holds σ'(w_a·x_g + b_a), w the weights. A pass over A then reads d times
 * fewer numbers. A matrix without structure has groups of one row and multipliers 1. Factors are kept if they fit in a
 * third of the memory Java may use, and computed afresh in every pass if not; the results are the same. Immutable.
 *
 * @since 0.1
 */
public final class ProductRows {
    /** Parts whose sums are added in order, so that threads do not change a bit. */
    private static final int PARTS = 64;

    private static final int NUMBERS_PER_CHUNK = 1 << 17;

    private final Kernels kernels;
    private final int columns;
    private final int groups;
    private final int perGroup;
    private final double[] multipliers;
    private final double[] rightHandSide;
    private final Factors factors;
    private final int perChunk;
    private final double[][] chunk;

    /** Computes the factors of groups. */
    public interface Factors {
        /**
         * Writes the factors of some groups; may be called by several threads at once.
         *
         * @param from first group
         * @param to group after the last
         * @param out receives the factors [(to-from)*columns]
         */
        void fill(int from, int to, double[] out);
    }

    private ProductRows(
            int columns,
            int groups,
            double[] multipliers,
            double[] rightHandSide,
            Factors factors,
            int perChunk,
            double[][] chunk) {
        this.kernels = Kernels.suitedTo(columns);
        this.columns = columns;
        this.groups = groups;
        this.perGroup = multipliers.length == 0 ? 1 : multipliers.length / columns;
        this.multipliers = multipliers;
        this.rightHandSide = rightHandSide;
        this.factors = factors;
        this.perChunk = perChunk;
        this.chunk = chunk;
    }

    /**
     * Returns rows that are products.
     *
     * @param columns number of unknowns, at least 1
     * @param multipliers w [d*columns]
     * @param rightHandSide right-hand sides, group by group [groups*d]
     * @param factors computes s
     * @param threads most threads to compute them with
     * @throws IllegalArgumentException if lengths do not fit, or naming row and column of an entry that is not finite
     */
    public static ProductRows of(
            int columns, double[] multipliers, double[] rightHandSide, Factors factors, int threads) {
        Checks.atLeast(columns, 1, "number of columns");
        int perGroup = multipliers.length / columns;
        if (perGroup == 0
                || multipliers.length % columns != 0
                || rightHandSide.length == 0
                || rightHandSide.length % perGroup != 0) {
            throw new IllegalArgumentException(
                    "multipliers [d*" + columns + "] and right-hand sides [groups*d] must have whole rows, found "
                            + multipliers.length + " and " + rightHandSide.length + " numbers");
        }
        int groups = rightHandSide.length / perGroup;
        int perChunk = Math.max(1, NUMBERS_PER_CHUNK / columns);
        int chunks = (groups + perChunk - 1) / perChunk;
        boolean kept = 8.0 * groups * columns < Runtime.getRuntime().maxMemory() / 3.0;
        double[][] chunk = new double[kept ? chunks : 0][];
        ProductRows rows = new ProductRows(
                columns,
                groups,
                Checks.copyOfFinite(multipliers, "multipliers"),
                Checks.copyOfFinite(rightHandSide, "right-hand sides"),
                factors,
                perChunk,
                chunk);
        Team.forEach(threads, chunks, k -> {
            int from = k * perChunk;
            int to = Math.min(groups, from + perChunk);
            double[] s = new double[(to - from) * columns];
            factors.fill(from, to, s);
            rows.checkFinite(from, s);
            if (kept) {
                chunk[k] = s;
            }
        });
        return rows;
    }

    /**
     * Returns the rows of a matrix as they are; the arrays are not copied and must stay as they are.
     *
     * @param matrix rows [rows x columns]
     * @param rightHandSide right-hand sides [rows]
     * @throws IllegalArgumentException if lengths do not fit, or naming row and column of an entry that is not finite
     */
    public static ProductRows of(double[][] matrix, double[] rightHandSide) {
        Checks.atLeast(matrix.length, 1, "number of rows");
        int columns = Checks.atLeast(matrix[0].length, 1, "number of columns");
        Checks.length(rightHandSide, matrix.length, "right-hand sides [rows]");
        Factors none = (from, to, out) -> {
            throw new IllegalStateException("a matrix must be kept");
        };
        ProductRows rows = new ProductRows(
                columns,
                matrix.length,
                new double[0],
                Checks.copyOfFinite(rightHandSide, "right-hand sides"),
                none,
                1,
                matrix);
        for (int i = 0; i < matrix.length; i++) {
            rows.checkFinite(i, Checks.length(matrix[i], columns, "row " + i + " [columns]"));
        }
        return rows;
    }

    private void checkFinite(int group, double[] s) {
        double sum = 0;
        for (double value : s) {
            sum += 0 * value;
        }
        for (int i = 0; sum != 0 && i < s.length; i++) {
            if (!Double.isFinite(s[i])) {
                throw new IllegalArgumentException("rows must be finite, found " + s[i] + " in row "
                        + (long) (group + i / columns) * perGroup + ", column " + i % columns);
            }
        }
    }

    /** Returns the number of unknowns. */
    public int columns() {
        return columns;
    }

    /** Returns the number of rows. */
    public long rows() {
        return rightHandSide.length;
    }

    int groups() {
        return groups;
    }

    int perGroup() {
        return perGroup;
    }

    /** Returns a copy of the right-hand sides [rows]. */
    double[] rightHandSide() {
        return rightHandSide.clone();
    }

    /**
     * One pass over all rows: t = A x − scale·u, then u = t and out = Aᵀ t.
     *
     * @param x unknowns [columns]
     * @param scale factor of u
     * @param u replaced by t [rows]
     * @param out receives Aᵀ t [columns]
     * @param threads most threads
     * @return |t|²
     */
    double pass(double[] x, double scale, double[] u, double[] out, int threads) {
        int chunks = (groups + perChunk - 1) / perChunk;
        int parts = Math.min(PARTS, chunks);
        double[] scaled = multiplied(x);
        double[][] sums = new double[parts][];
        double[] squares = new double[parts];
        Team.forEach(threads, parts, part -> {
            sums[part] = new double[perGroup * columns];
            int from = (int) ((long) chunks * part / parts) * perChunk;
            int to = Math.min(groups, (int) ((long) chunks * (part + 1) / parts) * perChunk);
            squares[part] = pass(from, to, scaled, scale, u, sums[part]);
        });
        double square = 0;
        for (int part = 0; part < parts; part++) {
            square += squares[part];
            if (part > 0) {
                kernels.add(1, sums[part], 0, sums[0], 0, sums[0].length);
            }
        }
        Arrays.fill(out, 0);
        for (int k = 0; k < perGroup; k++) {
            if (multipliers.length == 0) {
                kernels.add(1, sums[0], 0, out, 0, columns);
            } else {
                kernels.addProducts(sums[0], k * columns, multipliers, k * columns, out, 0, columns);
            }
        }
        return square;
    }

    private double pass(int from, int to, double[] scaled, double scale, double[] u, double[] sum) {
        double[][] rows = new double[Kernels.ROWS][chunk.length == 0 ? columns : 0];
        int[] offset = new int[Kernels.ROWS];
        double[] t = new double[Kernels.ROWS];
        double square = 0;
        for (int g = from; g < to; g += Kernels.ROWS) {
            int count = Math.min(Kernels.ROWS, to - g);
            for (int i = 0; i < count; i++) {
                rows[i] = factors(g + i, rows[i]);
                offset[i] = offset(g + i);
            }
            for (int k = 0; k < perGroup; k++) {
                multiply(count, rows, offset, scaled, k * columns, t);
                for (int i = 0; i < count; i++) {
                    int row = (g + i) * perGroup + k;
                    t[i] -= scale * u[row];
                    u[row] = t[i];
                    square += t[i] * t[i];
                }
                addMultiples(count, rows, offset, t, sum, k * columns);
            }
        }
        return square;
    }

    private void multiply(int count, double[][] rows, int[] offset, double[] x, int xFrom, double[] t) {
        if (count == Kernels.ROWS) {
            kernels.dots(rows, offset, x, xFrom, columns, t);
            return;
        }
        for (int i = 0; i < count; i++) {
            t[i] = kernels.dot(rows[i], offset[i], x, xFrom, columns);
        }
    }

    private void addMultiples(int count, double[][] rows, int[] offset, double[] t, double[] y, int yFrom) {
        if (count == Kernels.ROWS) {
            kernels.addRows(t, rows, offset, y, yFrom, columns);
            return;
        }
        for (int i = 0; i < count; i++) {
            kernels.add(t[i], rows[i], offset[i], y, yFrom, columns);
        }
    }

    private double[] multiplied(double[] x) {
        double[] scaled = new double[perGroup * columns];
        for (int k = 0; k < perGroup; k++) {
            if (multipliers.length == 0) {
                System.arraycopy(x, 0, scaled, 0, columns);
            } else {
                kernels.addProducts(x, 0, multipliers, k * columns, scaled, k * columns, columns);
            }
        }
        return scaled;
    }

    private double[] factors(int group, double[] scratch) {
        if (chunk.length > 0) {
            return chunk[group / perChunk];
        }
        factors.fill(group, group + 1, scratch);
        return scratch;
    }

    private int offset(int group) {
        return chunk.length > 0 ? group % perChunk * columns : 0;
    }

    /**
     * Adds the signed sum of a group's rows to a row of a sketch.
     *
     * @param group which group
     * @param signs random bits that say which rows are subtracted
     * @param scratch room for numbers [2*columns]
     * @param row what is changed [columns+1], right-hand side last
     */
    void addSigned(int group, long signs, double[] scratch, double[] row) {
        double[] s = factors(group, scratch);
        for (int k = 0; k < perGroup; k++) {
            row[columns] += sign(signs, k) * rightHandSide[group * perGroup + k];
        }
        if (multipliers.length == 0) {
            kernels.add(sign(signs, 0), s, offset(group), row, 0, columns);
            return;
        }
        Arrays.fill(scratch, columns, 2 * columns, 0);
        for (int k = 0; k < perGroup; k++) {
            kernels.add(sign(signs, k), multipliers, k * columns, scratch, columns, columns);
        }
        kernels.addProducts(s, offset(group), scratch, columns, row, 0, columns);
    }

    /** Row k of a group has bit k mod 64, of fresh bits for every 64 rows. */
    private static double sign(long signs, int k) {
        long bits = signs;
        for (int word = 0; word < k / Long.SIZE; word++) {
            bits = (bits ^ bits >>> 31) * 0x9E3779B97F4A7C15L + 1;
        }
        return (bits >>> k % Long.SIZE & 1) == 0 ? 1 : -1;
    }

    /** Takes all rows into an accumulator, in order. */
    void addTo(RowAccumulator accumulator) {
        double[] scratch = new double[columns];
        double[] row = new double[columns];
        double[] right = new double[1];
        for (int g = 0; g < groups; g++) {
            double[] s = factors(g, scratch);
            for (int k = 0; k < perGroup; k++) {
                for (int c = 0; c < columns; c++) {
                    row[c] = s[offset(g) + c] * (multipliers.length == 0 ? 1 : multipliers[k * columns + c]);
                }
                right[0] = rightHandSide[g * perGroup + k];
                accumulator.add(row, right, 1);
            }
        }
    }
}
