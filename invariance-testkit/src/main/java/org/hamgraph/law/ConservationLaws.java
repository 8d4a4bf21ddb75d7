package org.hamgraph.law;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** What the motion keeps, and what it does to an observer who moves along. */
final class ConservationLaws {
    private ConservationLaws() {}

    /** The forces on all bodies cancel. */
    static Optional<Deviation> momentum(Probe probe, RandomGenerator random) {
        double[] total = new double[probe.dim];
        for (int k = 0; k < probe.half; k++) {
            total[k % probe.dim] += probe.gradient[k];
        }
        double measured = Probe.relative(Probe.largest(total, 0, probe.dim), probe.gq * probe.graph.nodes());
        return Optional.of(probe.within(measured, probe.y));
    }

    /** dL/dt = sum of dH/dp x p - q x dH/dq, about the centre. */
    static Optional<Deviation> angularMomentum(Probe probe, RandomGenerator random) {
        if (probe.box.periodic() || probe.dim == 1) {
            return Optional.empty();
        }
        double[] torque = new double[3];
        double arm = 0;
        for (int i = 0; i < probe.graph.nodes(); i++) {
            double[] q = three(probe, probe.y, i, 0);
            for (int axis = 0; axis < probe.dim; axis++) {
                q[axis] -= probe.centre[axis];
            }
            double[] p = three(probe, probe.y, i, probe.half);
            addCross(torque, three(probe, probe.gradient, i, probe.half), p, 1);
            addCross(torque, q, three(probe, probe.gradient, i, 0), -1);
            arm += Probe.largest(q, 0, 3) * probe.gq + Probe.largest(p, 0, 3) * probe.gp;
        }
        return Optional.of(probe.within(Probe.relative(Probe.largest(torque, 0, 3), arm), probe.y));
    }

    private static double[] three(Probe probe, double[] values, int body, int from) {
        double[] vector = new double[3];
        System.arraycopy(values, from + body * probe.dim, vector, 0, probe.dim);
        return vector;
    }

    private static void addCross(double[] sum, double[] a, double[] b, double factor) {
        for (int axis = 0; axis < 3; axis++) {
            int next = (axis + 1) % 3;
            int last = (axis + 2) % 3;
            sum[axis] += factor * (a[next] * b[last] - a[last] * b[next]);
        }
    }

    /** H(q, p + m v) = H + v P + M v^2 / 2. */
    static Optional<Deviation> galileanBoost(Probe probe, RandomGenerator random) {
        double[] mass = probe.graph.masses();
        double heaviest = Arrays.stream(mass).max().orElseThrow();
        double[] v = new double[probe.dim];
        Arrays.setAll(v, axis -> 0.5 * probe.momentum / heaviest * random.nextDouble(-1, 1));
        double[] y = probe.y.clone();
        double[] wanted = probe.gradient.clone();
        double energy = probe.energy;
        for (int k = 0; k < probe.half; k++) {
            double m = mass[k / probe.dim];
            double along = v[k % probe.dim];
            energy += along * (y[probe.half + k] + 0.5 * m * along);
            y[probe.half + k] += m * along;
            wanted[probe.half + k] += along;
        }
        return Optional.of(new Deviation(
                probe.compare(probe.hamiltonian, y, energy, wanted),
                probe.model.accuracy() + probe.roundings(y),
                "accuracy + rounding of coordinates"));
    }
}
