package org.hamgraph.hgn.network;

import java.util.ArrayList;
import java.util.List;
import org.hamgraph.support.Checks;

/**
 * All products of the scaled numbers of a state up to a degree, without the constant: declared terms of an energy.
 *
 * <pre>{@code
 * m_j(y) = product over k of ((y_k - mean_k) / scale_k)^e_jk      1 <= sum e_jk <= degree
 * }</pre>
 *
 * Immutable.
 *
 * @since 0.1
 */
public final class Monomials {
    private final int inputs;
    private final int[][] exponents;
    private final double[] mean;
    private final double[] scale;

    /**
     * Lists the products.
     *
     * @param inputs how many numbers a state has
     * @param degree greatest degree; 0 for no terms
     * @param mean means of the numbers [inputs]
     * @param scale scales of the numbers [inputs]
     */
    public Monomials(int inputs, int degree, double[] mean, double[] scale) {
        this.inputs = Checks.atLeast(inputs, 1, "number of inputs");
        Checks.atLeast(degree, 0, "degree");
        this.mean = Checks.length(mean, inputs, "means").clone();
        this.scale = Checks.length(scale, inputs, "scales").clone();
        List<int[]> found = new ArrayList<>();
        list(new int[inputs], 0, degree, found);
        found.remove(0);
        this.exponents = found.toArray(int[][]::new);
    }

    /** Adds all exponents that begin as given; the constant comes first. */
    private static void list(int[] start, int input, int left, List<int[]> found) {
        if (input == start.length) {
            found.add(start.clone());
            return;
        }
        for (int e = 0; e <= left; e++) {
            start[input] = e;
            list(start, input + 1, left - e, found);
        }
        start[input] = 0;
    }

    /** Returns the number of terms. */
    public int count() {
        return exponents.length;
    }

    /**
     * Returns the value of a term.
     *
     * @param j which term
     * @param y state [inputs]
     */
    public double value(int j, double[] y) {
        double product = 1;
        for (int k = 0; k < inputs; k++) {
            product *= power((y[k] - mean[k]) / scale[k], exponents[j][k]);
        }
        return product;
    }

    /**
     * Returns the derivative of a term by one number of the state.
     *
     * @param j which term
     * @param input by which number
     * @param y state [inputs]
     */
    public double derivative(int j, int input, double[] y) {
        int e = exponents[j][input];
        if (e == 0) {
            return 0;
        }
        double product = e / scale[input];
        for (int k = 0; k < inputs; k++) {
            product *= power((y[k] - mean[k]) / scale[k], k == input ? e - 1 : exponents[j][k]);
        }
        return product;
    }

    private static double power(double x, int exponent) {
        double product = 1;
        for (int e = 0; e < exponent; e++) {
            product *= x;
        }
        return product;
    }
}
