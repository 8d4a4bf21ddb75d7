package org.hamgraph.eval.reproduce;

import java.util.List;
import java.util.random.RandomGenerator;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.sim.classic.DoublePendulum;
import org.hamgraph.sim.classic.HenonHeiles;
import org.hamgraph.sim.classic.LotkaVolterra;
import org.hamgraph.sim.classic.Pendulum;

/**
 * A classic system and the box its states are drawn from.
 *
 * @param hamiltonian exact energy
 * @param limits least and greatest value of every number of a state, positions first [2*n*dim][2]
 */
record ClassicSystem(Hamiltonian hamiltonian, double[][] limits) {
    static ClassicSystem of(PublishedCell cell) {
        int half = cell.positions().size();
        double[][] limits = new double[2 * half][];
        for (int k = 0; k < half; k++) {
            limits[k] = pair(cell.positions().get(k));
            limits[half + k] = pair(cell.momenta().get(k));
        }
        return new ClassicSystem(hamiltonian(cell), limits);
    }

    private static double[] pair(List<Double> limits) {
        return new double[] {limits.get(0), limits.get(1)};
    }

    private static Hamiltonian hamiltonian(PublishedCell cell) {
        return switch (cell.system()) {
            case "single-pendulum", "single-pendulum-freq" -> new Pendulum(constant(cell, "f"));
            case "lotka-volterra" ->
                new LotkaVolterra(
                        constant(cell, "alpha"),
                        constant(cell, "beta"),
                        constant(cell, "gamma"),
                        constant(cell, "delta"));
            case "double-pendulum" ->
                new DoublePendulum(
                        constant(cell, "m1"),
                        constant(cell, "m2"),
                        constant(cell, "l1"),
                        constant(cell, "l2"),
                        constant(cell, "g"));
            case "henon-heiles" -> new HenonHeiles(constant(cell, "alpha"));
            default -> throw new IllegalArgumentException("system must be a classic one, found " + cell.system());
        };
    }

    private static double constant(PublishedCell cell, String name) {
        Double value = cell.parameters().get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    cell.system() + " must have the constant " + name + ", found " + cell.parameters());
        }
        return value;
    }

    /** Returns states drawn independently and uniformly from the box. */
    double[][] draw(int count, RandomGenerator random) {
        double[][] states = new double[count][limits.length];
        for (double[] y : states) {
            for (int k = 0; k < y.length; k++) {
                y[k] = limits[k][0] + (limits[k][1] - limits[k][0]) * random.nextDouble();
            }
        }
        return states;
    }
}
