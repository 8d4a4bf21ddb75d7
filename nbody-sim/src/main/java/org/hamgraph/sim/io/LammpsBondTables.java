package org.hamgraph.sim.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.hamgraph.support.AtomicFiles;
import org.hamgraph.support.Checks;

/**
 * Energies and forces of bonds as tables for {@code bond_style table spline N} of LAMMPS, N the number of points.
 *
 * <p>LAMMPS lays a cubic spline with given end slopes through the forces. The number of points, one for all bonds, is
 * doubled until that spline differs from the force by at most the tolerance, relative to the largest force of the
 * bond, at three places between every two points; {@link #error} tells what was reached.
 *
 * <p>Source: LAMMPS documentation, commands bond_style table and pair_write.
 *
 * @since 0.1
 */
public final class LammpsBondTables {
    private static final int FEWEST_INTERVALS = 500;
    private static final int MOST_INTERVALS = 64_000;
    private static final double[] BETWEEN = {0.25, 0.5, 0.75};

    private final List<Bond> bonds;
    private final int points;
    private final double error;

    /**
     * One kind of bond.
     *
     * @param key name of its table, one word
     * @param energy V(r), energy
     * @param force −dV/dr
     * @param low shortest length of the table, above 0
     * @param high longest length of the table
     */
    public record Bond(String key, DoubleUnaryOperator energy, DoubleUnaryOperator force, double low, double high) {
        /** Checks the components. */
        public Bond {
            if (!key.matches("[A-Za-z0-9_-]+")) {
                throw new IllegalArgumentException("key of a table must be one word, found \"" + key + "\"");
            }
            Checks.positive(low, "shortest length");
            if (!(high > low) || Double.isInfinite(high)) {
                throw new IllegalArgumentException("longest length must be above " + low + ", found " + high);
            }
        }

        private double length(int point, int intervals) {
            return point == intervals ? high : low + (high - low) * point / intervals;
        }

        /** Derivative of the force, by central differences of order four. */
        private double slope(double r) {
            double h = 1e-4 * (high - low);
            return (8 * (force.applyAsDouble(r + h) - force.applyAsDouble(r - h))
                            - (force.applyAsDouble(r + 2 * h) - force.applyAsDouble(r - 2 * h)))
                    / (12 * h);
        }
    }

    private LammpsBondTables(List<Bond> bonds, int intervals, double error) {
        this.bonds = bonds;
        this.points = intervals + 1;
        this.error = error;
    }

    /**
     * Makes tables.
     *
     * @param bonds kinds of bonds, at least one
     * @param tolerance largest difference wanted, relative to the largest force of a bond
     * @throws ArithmeticException if a force in a table is not finite
     */
    public static LammpsBondTables of(List<Bond> bonds, double tolerance) {
        Checks.atLeast(bonds.size(), 1, "number of kinds of bonds");
        Checks.positive(tolerance, "tolerance");
        LammpsBondTables best = null;
        for (int intervals = FEWEST_INTERVALS; intervals <= MOST_INTERVALS; intervals *= 2) {
            int count = intervals;
            double error = bonds.stream()
                    .mapToDouble(bond -> splineError(bond, count))
                    .max()
                    .orElseThrow();
            if (best == null || error < best.error) {
                best = new LammpsBondTables(List.copyOf(bonds), intervals, error);
            }
            if (best.error <= tolerance) {
                break;
            }
        }
        return best;
    }

    private static double splineError(Bond bond, int intervals) {
        double[] force = new double[intervals + 1];
        double largest = 0;
        for (int k = 0; k <= intervals; k++) {
            double r = bond.length(k, intervals);
            force[k] = bond.force.applyAsDouble(r);
            if (!Double.isFinite(force[k])) {
                throw new ArithmeticException("forces of " + bond.key + " must be finite in the table, found "
                        + force[k] + " at length " + r);
            }
            largest = Math.max(largest, Math.abs(force[k]));
        }
        double h = (bond.high - bond.low) / intervals;
        double[] bend = secondDerivatives(force, h, bond.slope(bond.low), bond.slope(bond.high));
        double worst = 0;
        for (int k = 0; k < intervals; k++) {
            for (double b : BETWEEN) {
                double a = 1 - b;
                double spline = a * force[k]
                        + b * force[k + 1]
                        + ((a * a * a - a) * bend[k] + (b * b * b - b) * bend[k + 1]) * h * h / 6;
                worst = Math.max(worst, Math.abs(spline - bond.force.applyAsDouble(bond.low + h * (k + b))));
            }
        }
        return largest > 0 ? worst / largest : worst;
    }

    /** Second derivatives of the cubic spline through equidistant values with given slopes at its ends. */
    private static double[] secondDerivatives(double[] value, double h, double first, double last) {
        int n = value.length;
        double[] upper = new double[n];
        double[] bend = new double[n];
        upper[0] = 0.5;
        bend[0] = 3 / h * ((value[1] - value[0]) / h - first);
        for (int k = 1; k < n - 1; k++) {
            double pivot = 4 - upper[k - 1];
            upper[k] = 1 / pivot;
            bend[k] = (6 / (h * h) * (value[k + 1] - 2 * value[k] + value[k - 1]) - bend[k - 1]) / pivot;
        }
        double end = 6 / h * (last - (value[n - 1] - value[n - 2]) / h);
        bend[n - 1] = (end - bend[n - 2]) / (2 - upper[n - 2]);
        for (int k = n - 2; k >= 0; k--) {
            bend[k] -= upper[k] * bend[k + 1];
        }
        return bend;
    }

    /** Returns the number of points of every table. */
    public int points() {
        return points;
    }

    /** Returns the greatest difference between LAMMPS's spline and the force, relative to the largest force. */
    public double error() {
        return error;
    }

    /**
     * Writes all tables to one file.
     *
     * @param file file to write
     * @throws IOException if it cannot be written; an earlier file is then as it was
     */
    public void write(Path file) throws IOException {
        StringBuilder text = new StringBuilder("# bond_style table spline " + points + "\n");
        for (Bond bond : bonds) {
            text.append('\n').append(bond.key).append('\n');
            text.append("N ").append(points).append(" FP ");
            text.append(bond.slope(bond.low)).append(' ').append(bond.slope(bond.high));
            text.append("\n\n");
            for (int k = 0; k < points; k++) {
                double r = bond.length(k, points - 1);
                text.append(k + 1).append(' ').append(r).append(' ');
                text.append(bond.energy.applyAsDouble(r)).append(' ').append(bond.force.applyAsDouble(r));
                text.append('\n');
            }
        }
        AtomicFiles.writeText(file, text.toString());
    }
}
