package org.hamgraph.hgn.sample;

import org.hamgraph.support.Checks;

/**
 * What hidden weights are drawn from: standardised inputs and, for the schemes that ask for it, the slope of the
 * wanted function at each.
 *
 * @since 0.1
 */
public final class LayerInputs {
    private final int dim;
    private final double[] z;
    private final double[] slope;

    private LayerInputs(int dim, double[] z, double[] slope) {
        this.dim = dim;
        this.z = z;
        this.slope = slope;
    }

    /**
     * Returns inputs holding copies of the given arrays.
     *
     * @param dim number of inputs d of a row
     * @param z standardised inputs [rows*d]; at least one row
     * @param slope derivative of the wanted function at each row, of any scale [rows]; empty if unknown
     */
    public static LayerInputs copyOf(int dim, double[] z, double[] slope) {
        Checks.atLeast(dim, 1, "number of inputs");
        Checks.atLeast(z.length, 1, "number of input values");
        if (z.length % dim != 0 || slope.length != 0 && slope.length != z.length / dim) {
            throw new IllegalArgumentException(
                    "inputs [rows*" + dim + "] and slopes [rows or 0] must have as many rows, found " + z.length
                            + " and " + slope.length + " values");
        }
        return new LayerInputs(dim, Checks.copyOfFinite(z, "inputs"), Checks.copyOfFinite(slope, "slopes"));
    }

    /** Returns the number of inputs d of a row. */
    public int dim() {
        return dim;
    }

    /** Returns the number of rows. */
    public int rows() {
        return z.length / dim;
    }

    /** Returns whether slopes are known. */
    public boolean hasSlopes() {
        return slope.length > 0;
    }

    double z(int row, int input) {
        return z[row * dim + input];
    }

    double slope(int row) {
        return slope[row];
    }

    double distance(int a, int b) {
        double sum = 0;
        for (int c = 0; c < dim; c++) {
            double d = z(b, c) - z(a, c);
            sum += d * d;
        }
        return Math.sqrt(sum);
    }
}
