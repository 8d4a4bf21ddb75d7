package org.hamgraph.hgn.solve;

import java.util.Arrays;

/**
 * The basic solution of R D⁻¹ x ≈ z by Householder QR with column pivoting: columns that depend on earlier ones get
 * the coefficient 0.
 *
 * <p>The norms that choose the next column are computed afresh at every step. The usual shortcut, subtracting
 * squares, loses all that is below 1e-8 of a column and then stops at a column that depends on earlier ones although
 * others do not.
 *
 * @param coefficients x, zero for dependent columns [columns]
 * @param rank number of columns found independent
 */
record BasicSolution(double[] coefficients, int rank) {
    /**
     * Solves a scaled problem.
     *
     * @param factor triangular factor of all rows
     * @param scale divisor of every column; 0 for a column to be taken as zero [columns]
     * @param threshold smallest norm of a remaining column that counts as independent, relative to the largest
     */
    static BasicSolution of(TriangularFactor factor, double[] scale, double threshold) {
        int n = factor.columns();
        double[][] column = columns(factor, scale);
        double[] z = column[n];
        int[] place = new int[n];
        Arrays.setAll(place, j -> j);
        double largest = 0;
        int rank = 0;
        while (rank < n) {
            int next = longest(column, rank, n);
            double norm = norm(column[next], rank);
            largest = Math.max(largest, norm);
            if (!(norm > threshold * largest)) {
                break;
            }
            swap(column, place, rank, next);
            reflect(column, rank, norm);
            rank++;
        }
        double[] coefficients = new double[n];
        for (int i = rank - 1; i >= 0; i--) {
            double rest = z[i];
            for (int j = i + 1; j < rank; j++) {
                rest -= column[j][i] * coefficients[place[j]];
            }
            coefficients[place[i]] = rest / column[i][i];
        }
        return new BasicSolution(coefficients, rank);
    }

    /** The columns of R D⁻¹, and z behind them. */
    private static double[][] columns(TriangularFactor factor, double[] scale) {
        int n = factor.columns();
        double[][] column = new double[n + 1][n];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                column[j][i] = scale[j] > 0 ? factor.r(i, j) / scale[j] : 0;
            }
            column[n][i] = factor.z(i);
        }
        return column;
    }

    private static int longest(double[][] column, int from, int to) {
        int longest = from;
        double largest = norm(column[from], from);
        for (int j = from + 1; j < to; j++) {
            double norm = norm(column[j], from);
            if (norm > largest) {
                longest = j;
                largest = norm;
            }
        }
        return longest;
    }

    private static double norm(double[] column, int from) {
        double sum = 0;
        for (int i = from; i < column.length; i++) {
            sum += column[i] * column[i];
        }
        return Math.sqrt(sum);
    }

    private static void swap(double[][] column, int[] place, int a, int b) {
        double[] moved = column[a];
        column[a] = column[b];
        column[b] = moved;
        int index = place[a];
        place[a] = place[b];
        place[b] = index;
    }

    /** Turns column j onto its diagonal entry, and all later columns and z with it. */
    private static void reflect(double[][] column, int j, double norm) {
        double[] v = column[j].clone();
        double diagonal = v[j] > 0 ? -norm : norm;
        double scale = 1 / (norm * norm - v[j] * diagonal);
        v[j] -= diagonal;
        column[j][j] = diagonal;
        for (int k = j + 1; k < column.length; k++) {
            double dot = 0;
            for (int i = j; i < v.length; i++) {
                dot += v[i] * column[k][i];
            }
            dot *= scale;
            for (int i = j; i < v.length; i++) {
                column[k][i] -= dot * v[i];
            }
        }
    }
}
