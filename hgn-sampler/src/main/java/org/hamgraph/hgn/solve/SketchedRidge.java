package org.hamgraph.hgn.solve;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hamgraph.hgn.kernel.Kernels;
import org.hamgraph.support.Checks;
import org.hamgraph.support.RandomStreams;
import org.hamgraph.support.Team;

/**
 * {@link Ridge} regression for many rows: a random sketch of a few rows per column is factored instead of all rows, and
 * its factor makes LSQR on all rows converge in a few dozen steps.
 *
 * <pre>{@code
 * S A = Q R     S: random signs, each group of rows goes to a few rows of the sketch
 * c = R^-1 R-space LSQR on [A; lambda I] R^-1, started at the solution of the sketch
 * }</pre>
 *
 * Where that does not converge, or where there are too few rows to gain, all rows are factored; the report says which
 * and why. The result does not depend on the number of threads.
 *
 * <p>Sources: V. Rokhlin, M. Tygert, A fast randomized algorithm for overdetermined linear least-squares regression,
 * PNAS 105 (2008); C. Paige, M. Saunders, LSQR, ACM Trans. Math. Softw. 8 (1982).
 *
 * @param ridge method and parameter
 * @param seed seed of the sketch
 * @param threads most threads
 * @since 0.1
 */
public record SketchedRidge(Ridge ridge, long seed, int threads) {
    private static final int MOST_STEPS = 60;

    /** Fewer rows than this per column are factored as they are. */
    private static final int FEWEST_ROWS_PER_COLUMN = 4;

    /** From this many rows per column on, steps cost more than factoring the sketch, which then gets more rows. */
    private static final int MANY_ROWS_PER_COLUMN = 32;

    /**
     * Steps end when the cosine between the residual and what the columns can still reach is below this: the residual
     * is then within half its square of the least.
     */
    private static final double CONVERGED = 3e-3;

    /** Checks the components. */
    public SketchedRidge {
        Checks.atLeast(threads, 1, "number of threads");
    }

    /** Returns the method with its default ridge on all processors. */
    public static SketchedRidge defaults(long seed) {
        return new SketchedRidge(Ridge.defaults(), seed, Runtime.getRuntime().availableProcessors());
    }

    /**
     * Solves.
     *
     * @param rows all rows
     */
    public LeastSquaresFit solve(ProductRows rows) {
        if (rows.rows() < (long) FEWEST_ROWS_PER_COLUMN * rows.columns()) {
            return factored(rows, "there are fewer than " + FEWEST_ROWS_PER_COLUMN + " rows per column");
        }
        RidgeFactor factor = RidgeFactor.of(sketch(rows), ridge.relative());
        if (factor.isZero()) {
            return factored(rows, "the sketch is zero");
        }
        Lsqr lsqr = new Lsqr(rows, factor, threads);
        if (!lsqr.run(MOST_STEPS, CONVERGED)) {
            return factored(rows, "LSQR on the sketch's factor had not converged after " + lsqr.steps() + " steps");
        }
        double[] y = rows.rightHandSide();
        return ridge.fit(
                factor,
                lsqr.solution(),
                rows.rows(),
                lsqr.residual2(),
                Kernels.best().dot(y, 0, y, 0, y.length),
                "ridge by a sketch of " + sketchRows(rows) + " rows and " + lsqr.steps() + " LSQR steps",
                "there are at least " + FEWEST_ROWS_PER_COLUMN + " rows per column");
    }

    private LeastSquaresFit factored(ProductRows rows, String reason) {
        RowAccumulator all = new RowAccumulator(rows.columns(), threads);
        rows.addTo(all);
        return ridge.solve(all, rows.rows(), "ridge on the factor of all rows", reason);
    }

    private static boolean many(ProductRows rows) {
        return rows.rows() >= (long) MANY_ROWS_PER_COLUMN * rows.columns();
    }

    private static int sketchRows(ProductRows rows) {
        return rows.columns() * (many(rows) ? 4 : 2);
    }

    /** Returns how many rows of the sketch every group goes to: the fewer they are, the better they must be mixed. */
    private static int copies(ProductRows rows) {
        return many(rows) ? 3 : 8;
    }

    /**
     * Every group goes, in each copy, to one row of the sketch: groups b, b + B, b + 2B … of a copy go to rows that are
     * shifted at random from run to run.
     */
    private RowAccumulator sketch(ProductRows rows) {
        int size = sketchRows(rows);
        int runs = (rows.groups() + size - 1) / size;
        RandomGenerator random = RandomStreams.of(seed, "sketch", 0);
        int[] shift = new int[copies(rows) * runs];
        for (int k = 0; k < shift.length; k++) {
            shift[k] = random.nextInt(size);
        }
        long[] signs = random.longs((long) copies(rows) * rows.groups()).toArray();
        int columns = rows.columns();
        RowAccumulator accumulator = new RowAccumulator(columns, threads);
        double[][] block = new double[Math.min(size, HouseholderTiles.BLOCK)][columns + 1];
        for (int from = 0; from < size; from += block.length) {
            int first = from;
            int count = Math.min(block.length, size - from);
            Team.forEach(threads, count, k -> fill(rows, size, first + k, shift, signs, block[k]));
            accumulator.addLines(block, count);
        }
        return accumulator;
    }

    private static void fill(ProductRows rows, int size, int target, int[] shift, long[] signs, double[] line) {
        Arrays.fill(line, 0);
        double[] scratch = new double[2 * rows.columns()];
        int copies = copies(rows);
        int runs = shift.length / copies;
        for (int copy = 0; copy < copies; copy++) {
            for (int run = 0; run < runs; run++) {
                int group = run * size + Math.floorMod(target - shift[copy * runs + run], size);
                if (group < rows.groups()) {
                    rows.addSigned(group, signs[copy * rows.groups() + group], scratch, line);
                }
            }
        }
        double scale = Math.sqrt(1.0 / copies);
        for (int c = 0; c < line.length; c++) {
            line[c] *= scale;
        }
    }
}
