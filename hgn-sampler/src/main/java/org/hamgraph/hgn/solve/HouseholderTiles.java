package org.hamgraph.hgn.solve;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.hamgraph.hgn.kernel.Kernels;
import org.hamgraph.support.Team;

/**
 * A triangular factor R and a block of rows X below it, in tiles of columns; folding turns [R; X] into [R'; 0].
 *
 * <pre>{@code
 * panel p: reflections Q = I - [I; V] T [I; V]^T from R[p,p] and X[p], V in place of X[p]
 * tile t > p: W = T^T (R[p,t] + V^T X[t])      R[p,t] -= W      X[t] -= V W
 * }</pre>
 *
 * Every tile takes part in the same sums whichever thread works on it, so threads do not change a bit.
 *
 * <p>Source: R. Schreiber, C. Van Loan, A storage-efficient WY representation for products of Householder
 * transformations, SIAM J. Sci. Stat. Comput. 10 (1989).
 */
final class HouseholderTiles {
    /** Rows of a block. */
    static final int BLOCK = 512;

    private static final int TILE = Kernels.TILE;
    private static final int SQUARE = TILE * TILE;

    /** Rows whose two tiles stay in the first-level cache. */
    private static final int STRIP = 64;

    /** Squares below this have lost digits; the column is then scaled before it is squared. */
    private static final double SMALL_SQUARE = 1e-280;

    /** Columns below this, relative to 1, are taken as zero. */
    private static final double ZERO = 1e-300;

    private final Kernels kernels;
    private final int tiles;
    private final double[][] r;
    private final double[][] t;
    private final double[][] x;
    private AtomicIntegerArray done;
    private volatile boolean failed;

    HouseholderTiles(int width) {
        kernels = Kernels.suitedTo(width);
        tiles = (width + TILE - 1) / TILE;
        r = new double[tiles][];
        t = new double[tiles][SQUARE];
        x = new double[tiles][BLOCK * TILE];
        for (int p = 0; p < tiles; p++) {
            r[p] = new double[(tiles - p) * SQUARE];
        }
    }

    /** Copies a row of numbers to a row of the block. */
    void set(int row, double[] from, int offset, int count) {
        for (int tile = 0; tile < tiles; tile++) {
            int n = Math.max(0, Math.min(TILE, count - tile * TILE));
            if (n > 0) {
                System.arraycopy(from, offset + tile * TILE, x[tile], row * TILE, n);
            }
            Arrays.fill(x[tile], row * TILE + n, (row + 1) * TILE, 0);
        }
    }

    /** Sets one number of the block, after its row. */
    void set(int row, int column, double value) {
        x[column / TILE][row * TILE + column % TILE] = value;
    }

    double r(int row, int column) {
        int p = row / TILE;
        return r[p][(column / TILE - p) * SQUARE + row % TILE * TILE + column % TILE];
    }

    /** Copies row {@code row} of R from the diagonal on: columns row … to−1. */
    void copyRow(int row, int to, double[] out, int offset) {
        int p = row / TILE;
        for (int column = row; column < to; ) {
            int tile = column / TILE;
            int n = Math.min(to, (tile + 1) * TILE) - column;
            System.arraycopy(r[p], (tile - p) * SQUARE + row % TILE * TILE + column % TILE, out, offset, n);
            offset += n;
            column += n;
        }
    }

    /**
     * Folds the first rows of the block into R.
     *
     * @param count number of rows
     * @param firstColumn columns before this one are zero in all of them
     * @param threads most threads
     */
    void fold(int count, int firstColumn, int threads) {
        int first = firstColumn / TILE;
        done = new AtomicIntegerArray(tiles);
        for (int tile = first; tile < tiles; tile++) {
            done.set(tile, first);
        }
        factorPanel(first, count);
        done.set(first, first + 1);
        AtomicInteger next = new AtomicInteger();
        double work = 2.0 * count * (tiles - first) * (tiles - first) * SQUARE;
        failed = false;
        Team.run(work < 2e7 ? 1 : threads, () -> work(first, count, next));
    }

    /** Takes units; if it fails, nobody goes on waiting for the unit at hand. */
    private void work(int first, int count, AtomicInteger next) {
        boolean finished = false;
        try {
            takeUnits(first, count, next);
            finished = true;
        } finally {
            if (!finished) {
                failed = true;
            }
        }
    }

    /**
     * Takes one unit (panel, tile) after the other, in the order of the panels; whatever a unit waits for was taken
     * earlier, by a thread that is at work.
     */
    private void takeUnits(int first, int count, AtomicInteger next) {
        double[] w = new double[SQUARE];
        double[] turned = new double[SQUARE];
        int panel = first;
        int start = 0;
        while (panel < tiles - 1) {
            int unit = next.getAndIncrement();
            while (panel < tiles - 1 && unit >= start + tiles - 1 - panel) {
                start += tiles - 1 - panel;
                panel++;
            }
            if (panel == tiles - 1) {
                return;
            }
            int tile = panel + 1 + unit - start;
            if (!await(panel, panel + 1) || !await(tile, panel)) {
                return;
            }
            apply(panel, tile, count, w, turned);
            if (tile == panel + 1) {
                factorPanel(tile, count);
            }
            done.set(tile, tile == panel + 1 ? tile + 1 : panel + 1);
        }
    }

    /** Waits until a tile has reached a stage; returns false if another thread has failed, which then reports it. */
    private boolean await(int tile, int stage) {
        for (int spins = 0; done.get(tile) < stage; spins++) {
            if (failed) {
                return false;
            }
            if (spins < 2000) {
                Thread.onSpinWait();
            } else {
                Thread.yield();
            }
        }
        return true;
    }

    private void apply(int panel, int tile, int count, double[] w, double[] turned) {
        double[] v = x[panel];
        double[] target = x[tile];
        int block = (tile - panel) * SQUARE;
        System.arraycopy(r[panel], block, w, 0, SQUARE);
        project(v, target, count, w);
        Arrays.fill(turned, 0);
        kernels.project(t[panel], w, 0, TILE, turned);
        for (int k = 0; k < SQUARE; k++) {
            r[panel][block + k] -= turned[k];
        }
        kernels.subtract(v, target, 0, count, turned);
    }

    private void project(double[] v, double[] target, int count, double[] w) {
        for (int row = 0; row < count; row += STRIP) {
            kernels.project(v, target, row, Math.min(count, row + STRIP), w);
        }
    }

    /** Reflects the columns of a panel one after the other, then builds T. */
    private void factorPanel(int panel, int count) {
        double[] v = x[panel];
        double[] diagonal = r[panel];
        double[] tau = new double[TILE];
        double[] w = new double[TILE];
        double[] products = new double[TILE];
        for (int i = 0; i < count; i++) {
            kernels.add(v[i * TILE], v, i * TILE, products, 0, TILE);
        }
        for (int j = 0; j < TILE; j++) {
            Arrays.fill(w, 0);
            double inverse = reflect(v, diagonal, count, j, products, w, tau);
            Arrays.fill(products, 0);
            if (j + 1 < TILE) {
                kernels.sweep(v, count, j, inverse, w, products);
            } else {
                for (int i = 0; i < count; i++) {
                    v[i * TILE + j] *= inverse;
                }
            }
        }
        buildT(v, count, tau, t[panel]);
    }

    /**
     * Turns column j onto its diagonal entry.
     *
     * @param products of column j with all columns, over the rows of the block
     * @param w receives the multiples to subtract from the later columns
     * @return what column j must be multiplied by to become a column of V
     */
    private static double reflect(
            double[] v, double[] diagonal, int count, int j, double[] products, double[] w, double[] tau) {
        double alpha = diagonal[j * TILE + j];
        double scale = 1;
        double sum = products[j];
        if (alpha * alpha + sum < SMALL_SQUARE) {
            scale = scaleUp(v, alpha, count, j);
            if (scale == 0) {
                tau[j] = 0;
                return 0;
            }
            sum = scaledProducts(v, count, j, scale, products);
        }
        if (sum == 0) {
            tau[j] = 0;
            return 0;
        }
        double scaled = alpha * scale;
        double norm = Math.sqrt(Math.fma(scaled, scaled, sum));
        double beta = scaled > 0 ? -norm : norm;
        double inverse = 1 / (scaled - beta);
        tau[j] = (beta - scaled) / beta;
        diagonal[j * TILE + j] = beta / scale;
        for (int k = j + 1; k < TILE; k++) {
            w[k] = tau[j] * Math.fma(inverse, products[k], diagonal[j * TILE + k]);
            diagonal[j * TILE + k] -= w[k];
        }
        return inverse * scale;
    }

    /** Returns a power of two that brings a column near 1; 0 if the column is zero. */
    private static double scaleUp(double[] v, double alpha, int count, int j) {
        double largest = Math.abs(alpha);
        for (int i = 0; i < count; i++) {
            largest = Math.max(largest, Math.abs(v[i * TILE + j]));
        }
        return largest < ZERO ? 0 : Math.scalb(1.0, -Math.getExponent(largest));
    }

    /** Products of the scaled column j: with itself (returned), and with the later columns as they are. */
    private static double scaledProducts(double[] v, int count, int j, double scale, double[] products) {
        Arrays.fill(products, 0);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double factor = v[i * TILE + j] * scale;
            sum = Math.fma(factor, factor, sum);
            for (int k = j + 1; k < TILE; k++) {
                products[k] = Math.fma(factor, v[i * TILE + k], products[k]);
            }
        }
        return sum;
    }

    /** T[i,j] = −tau_j Σ T[i,l] (VᵀV)[l,j] above the diagonal, tau on it. */
    private void buildT(double[] v, int count, double[] tau, double[] out) {
        double[] gram = new double[SQUARE];
        project(v, v, count, gram);
        Arrays.fill(out, 0);
        for (int j = 0; j < TILE; j++) {
            out[j * TILE + j] = tau[j];
            for (int i = 0; i < j; i++) {
                double sum = 0;
                for (int l = i; l < j; l++) {
                    sum = Math.fma(out[i * TILE + l], gram[l * TILE + j], sum);
                }
                out[i * TILE + j] = -tau[j] * sum;
            }
        }
    }
}
