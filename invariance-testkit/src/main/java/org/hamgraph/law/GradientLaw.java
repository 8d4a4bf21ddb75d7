package org.hamgraph.law;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The gradient is the derivative of the energy: along random directions, by central differences over shorter and
 * shorter distances, extrapolated to none. The tolerance has roundings of energies and coordinates over the distance,
 * and ten times the error of extrapolation, at most 1e-9.
 *
 * <p>Source: C. J. F. Ridders, Accurate computation of F'(x) and F'(x)F''(x), Advances in Engineering Software 4, 1982.
 */
final class GradientLaw {
    private static final int LEVELS = 9;
    /** First distance, in typical lengths and momenta. */
    private static final double FIRST = 0.05;

    private GradientLaw() {}

    static Optional<Deviation> measure(Probe probe, RandomGenerator random) {
        if (!probe.smooth()) {
            return Optional.empty();
        }
        Deviation ofPositions = along(probe, probe.direction(random, true, false), 0);
        Deviation ofMomenta = along(probe, probe.direction(random, false, true), probe.half);
        return Optional.of(ofPositions.excess() >= ofMomenta.excess() ? ofPositions : ofMomenta);
    }

    private static Deviation along(Probe probe, double[] u, int from) {
        double wanted = 0;
        double unit = 0;
        for (int k = from; k < from + probe.half; k++) {
            wanted += probe.gradient[k] * u[k];
            unit += Math.abs(u[k]) * (from == 0 ? probe.gq : probe.gp);
        }
        Estimate found = derivative(probe, u);
        double rounding = Math.ulp(1.0)
                * 16
                / found.h
                * (probe.size + unit * Probe.largest(probe.y, 0, probe.half) / probe.length)
                / unit;
        double extrapolation = Math.min(10 * found.error / unit, 1e-9);
        return new Deviation(
                Probe.relative(found.value - wanted, unit),
                10 * probe.model.precision() + rounding + extrapolation,
                "10 precisions + rounding over the distance + extrapolation");
    }

    /** A derivative, its estimated error and the distance behind it. */
    private record Estimate(double value, double error, double h) {}

    private static Estimate derivative(Probe probe, double[] u) {
        double[][] table = new double[LEVELS][LEVELS];
        Estimate best = new Estimate(Double.NaN, Double.POSITIVE_INFINITY, FIRST);
        double h = FIRST;
        for (int row = 0; row < LEVELS; row++, h /= 2) {
            table[row][0] = (probe.hamiltonian.energy(Probe.along(probe.y, h, u))
                            - probe.hamiltonian.energy(Probe.along(probe.y, -h, u)))
                    / (2 * h);
            double factor = 4;
            for (int column = 1; column <= row; column++, factor *= 4) {
                double coarse = table[row - 1][column - 1];
                table[row][column] = (factor * table[row][column - 1] - coarse) / (factor - 1);
                double error = Math.max(
                        Math.abs(table[row][column] - table[row][column - 1]), Math.abs(table[row][column] - coarse));
                if (error < best.error) {
                    best = new Estimate(table[row][column], error, h);
                }
            }
        }
        return best;
    }
}
