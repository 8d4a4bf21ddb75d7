package org.hamgraph.hgn.solve;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hamgraph.support.RandomStreams;

/**
 * A small least-squares problem with its rows at hand.
 *
 * @param columns number of unknowns n
 * @param a rows [m*n], row-major
 * @param y right-hand sides [m]
 */
record Rows(int columns, double[] a, double[] y) {
    private static final MathContext DIGITS = new MathContext(150);

    static Rows random(int rows, int columns, long seed) {
        RandomGenerator random = RandomStreams.of(seed, "rows", 0);
        double[] a = new double[rows * columns];
        double[] y = new double[rows];
        Arrays.setAll(a, k -> random.nextGaussian());
        Arrays.setAll(y, k -> random.nextGaussian());
        return new Rows(columns, a, y);
    }

    int count() {
        return y.length;
    }

    /** Returns the same rows with the right-hand side A c. */
    Rows answeredBy(double... c) {
        double[] exact = new double[count()];
        for (int row = 0; row < count(); row++) {
            for (int j = 0; j < columns; j++) {
                exact[row] += a[row * columns + j] * c[j];
            }
        }
        return new Rows(columns, a, exact);
    }

    Rows scaled(int column, double factor) {
        double[] b = a.clone();
        for (int row = 0; row < count(); row++) {
            b[row * columns + column] *= factor;
        }
        return new Rows(columns, b, y);
    }

    /** Returns the rows with one column added in front, a multiple of the first. */
    Rows withCopyOfFirst(double factor) {
        double[] b = new double[count() * (columns + 1)];
        for (int row = 0; row < count(); row++) {
            System.arraycopy(a, row * columns, b, row * (columns + 1) + 1, columns);
            b[row * (columns + 1)] = factor * a[row * columns];
        }
        return new Rows(columns + 1, b, y);
    }

    /** Returns the rows with the given numbers, in that order. */
    Rows at(int... order) {
        double[] b = new double[order.length * columns];
        double[] z = new double[order.length];
        for (int k = 0; k < order.length; k++) {
            System.arraycopy(a, order[k] * columns, b, k * columns, columns);
            z[k] = y[order[k]];
        }
        return new Rows(columns, b, z);
    }

    Rows from(int start, int end) {
        return at(IntStream.range(start, end).toArray());
    }

    RowAccumulator accumulated() {
        RowAccumulator rows = new RowAccumulator(columns);
        rows.add(a, y, count());
        return rows;
    }

    TriangularFactor factor() {
        return accumulated().factor();
    }

    /** Returns [A y]'[A y], of n + 1 columns. */
    double[] gram() {
        int width = columns + 1;
        double[] gram = new double[width * width];
        for (int row = 0; row < count(); row++) {
            for (int i = 0; i < width; i++) {
                for (int j = 0; j < width; j++) {
                    gram[i * width + j] += entry(row, i) * entry(row, j);
                }
            }
        }
        return gram;
    }

    private double entry(int row, int column) {
        return column < columns ? a[row * columns + column] : y[row];
    }

    /** Returns [R z; 0 rho]'[R z; 0 rho], which is {@link #gram} of the rows that were reduced. */
    static double[] gramOf(TriangularFactor factor) {
        int n = factor.columns();
        double[] a = new double[(n + 1) * n];
        double[] y = new double[n + 1];
        for (int i = 0; i < n; i++) {
            for (int j = i; j < n; j++) {
                a[i * n + j] = factor.r(i, j);
            }
            y[i] = factor.z(i);
        }
        y[n] = Math.sqrt(factor.rho2());
        return new Rows(n, a, y).gram();
    }

    /**
     * Largest difference of two Gram matrices of n + 1 columns relative to the norms of both columns, in units of the
     * error that Householder reflections of m rows may make: columns are wrong by m (n + 1) ulp(1)/2 of their norm by
     * the standard bound (a few more where rows are few), products of two by twice that.
     */
    static double difference(double[] wanted, double[] found, int rows) {
        int width = (int) Math.round(Math.sqrt(wanted.length));
        double worst = 0;
        for (int i = 0; i < width; i++) {
            for (int j = 0; j < width; j++) {
                double size = Math.sqrt(wanted[i * width + i] * wanted[j * width + j]);
                double error = Math.abs(wanted[i * width + j] - found[i * width + j]);
                worst = Math.max(worst, size > 0 ? error / size : error > 0 ? Double.POSITIVE_INFINITY : 0);
            }
        }
        return worst / ((rows + 5) * width * Math.ulp(1.0));
    }

    double residual2(double[] c) {
        double sum = 0;
        for (int row = 0; row < count(); row++) {
            double rest = -y[row];
            for (int j = 0; j < columns; j++) {
                rest += a[row * columns + j] * c[j];
            }
            sum += rest * rest;
        }
        return sum;
    }

    /** Returns the solution of the normal equations in 150 digits; the columns must be independent. */
    double[] exactSolution() {
        int n = columns;
        BigDecimal[][] system = new BigDecimal[n][n + 1];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= n; j++) {
                BigDecimal sum = BigDecimal.ZERO;
                for (int row = 0; row < count(); row++) {
                    sum = sum.add(
                            new BigDecimal(entry(row, i)).multiply(new BigDecimal(entry(row, j)), DIGITS), DIGITS);
                }
                system[i][j] = sum;
            }
        }
        eliminate(system);
        double[] c = new double[n];
        Arrays.setAll(c, i -> system[i][n].divide(system[i][i], DIGITS).doubleValue());
        return c;
    }

    /** Gauss and Jordan, without pivoting: the matrix is positive definite. */
    private static void eliminate(BigDecimal[][] system) {
        for (int i = 0; i < system.length; i++) {
            for (int k = 0; k < system.length; k++) {
                if (k != i) {
                    BigDecimal factor = system[k][i].divide(system[i][i], DIGITS);
                    for (int j = i; j <= system.length; j++) {
                        system[k][j] = system[k][j].subtract(factor.multiply(system[i][j], DIGITS), DIGITS);
                    }
                }
            }
        }
    }
}
