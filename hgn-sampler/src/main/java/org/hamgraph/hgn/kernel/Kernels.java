package org.hamgraph.hgn.kernel;

import org.hamgraph.support.VectorGuest;

/**
 * The inner loops of assembling and solving. All implementations give the same bits: sums run in the stated order, and
 * every product is fused with its sum.
 *
 * <p>A tile is an array of rows of {@link #TILE} numbers each. Arguments are not checked; arrays of one call must not
 * overlap unless said so.
 *
 * @since 0.1
 */
public interface Kernels {
    /** Columns of a tile: a multiple of three registers of 8, 4 or 2 numbers. */
    int TILE = 24;

    /** Partial sums of {@link #dot}: number i goes to sum i mod 16, and the sums are added in halves. */
    int PARTIAL_SUMS = 16;

    /** Rows that {@link #dots} and {@link #addRows} take at once. */
    int ROWS = 4;

    /** Returns the name used in reports and by the property {@code hamgraph.kernels}: scalar or vector. */
    String name();

    /**
     * w += vᵀ x, rows in ascending order.
     *
     * @param v tile
     * @param x tile, which may be {@code v}
     * @param from first row
     * @param to row after the last
     * @param w receives the products [TILE*TILE]
     */
    void project(double[] v, double[] x, int from, int to, double[] w);

    /**
     * x −= v w, columns of v in ascending order.
     *
     * @param v tile
     * @param x tile to change
     * @param from first row
     * @param to row after the last
     * @param w factors [TILE*TILE]
     */
    void subtract(double[] v, double[] x, int from, int to, double[] w);

    /**
     * One step through a panel: scales column j, subtracts its multiples from the later columns, and adds the products
     * of the next column with all columns.
     *
     * <pre>{@code
     * x[i][j] *= inverse      x[i][c] -= x[i][j] w[c]      s[c] += x[i][j+1] x[i][c]
     * }</pre>
     *
     * A scaled number that vanishes is +0, whatever its sign was.
     *
     * @param x tile to change
     * @param rows number of rows
     * @param j column, below TILE − 1
     * @param inverse factor of column j
     * @param w multiples, zero up to and including column j [TILE]
     * @param s receives the products [TILE]
     */
    void sweep(double[] x, int rows, int j, double inverse, double[] w, double[] s);

    /**
     * Returns the sum of x·y over {@code n} numbers.
     *
     * @param x first factors
     * @param xFrom first place in x
     * @param y second factors
     * @param yFrom first place in y
     * @param n how many
     */
    double dot(double[] x, int xFrom, double[] y, int yFrom, int n);

    /**
     * y += a x over {@code n} numbers.
     *
     * @param a factor
     * @param x what is added
     * @param xFrom first place in x
     * @param y what is changed
     * @param yFrom first place in y
     * @param n how many
     */
    void add(double a, double[] x, int xFrom, double[] y, int yFrom, int n);

    /**
     * Writes the sums of row·x for four rows, each as {@link #dot} has it.
     *
     * @param rows arrays that hold the rows [ROWS]
     * @param from first place of every row [ROWS]
     * @param x second factors
     * @param xFrom first place in x
     * @param n how many
     * @param out receives the sums [ROWS]
     */
    void dots(double[][] rows, int[] from, double[] x, int xFrom, int n, double[] out);

    /**
     * Adds multiples of four rows to y, one row after the other.
     *
     * @param t factors [ROWS]
     * @param rows arrays that hold the rows [ROWS]
     * @param from first place of every row [ROWS]
     * @param y what is changed
     * @param yFrom first place in y
     * @param n how many
     */
    void addRows(double[] t, double[][] rows, int[] from, double[] y, int yFrom, int n);

    /**
     * y += x·z, number by number.
     *
     * @param x first factors
     * @param xFrom first place in x
     * @param z second factors
     * @param zFrom first place in z
     * @param y what is changed
     * @param yFrom first place in y
     * @param n how many
     */
    void addProducts(double[] x, int xFrom, double[] z, int zFrom, double[] y, int yFrom, int n);

    /**
     * Replaces u by tanh u, to 3e-16 of its value.
     *
     * @param u numbers to replace
     * @param from first place
     * @param to place after the last
     */
    void tanh(double[] u, int from, int to);

    /**
     * Replaces u by sech² u = 1 − tanh² u, to 1e-15 of its value; below 1e-306 it stays at 1e-307.
     *
     * @param u numbers to replace
     * @param from first place
     * @param to place after the last
     */
    void sechSquared(double[] u, int from, int to);

    /** Returns the fastest implementation this Java offers: vector, if the module {@code jdk.incubator.vector} is there. */
    static Kernels best() {
        return Chosen.KERNELS;
    }

    /**
     * Returns the implementation for problems of a size. Vector code is slow until the compiler has seen it often, so
     * small problems are left to plain code.
     *
     * @param columns number of unknowns
     */
    static Kernels suitedTo(int columns) {
        return columns < Chosen.FEWEST_COLUMNS ? Chosen.SCALAR : Chosen.KERNELS;
    }

    /** The choice, made once. */
    final class Chosen {
        private static final String GUEST = "org.hamgraph.hgn.kernel.vector.VectorKernels";
        private static final int FEWEST_COLUMNS = 192;
        private static final Kernels SCALAR = new ScalarKernels();
        private static final Kernels KERNELS = VectorGuest.choose(SCALAR, () ->
                (Kernels) Class.forName(GUEST).getDeclaredConstructor().newInstance());

        private Chosen() {}
    }
}
