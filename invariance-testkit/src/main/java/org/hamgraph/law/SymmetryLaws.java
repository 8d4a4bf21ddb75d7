package org.hamgraph.law;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hamgraph.graph.NodePermutation;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.RigidMotion;

/** Laws of the form: transform the state, and energy and gradient go along. */
final class SymmetryLaws {
    private static final double LARGEST_SHIFT = 10;

    private SymmetryLaws() {}

    static Optional<Deviation> permutation(Probe probe, RandomGenerator random) {
        NodePermutation order = NodePermutation.random(probe.graph.nodes(), random);
        Hamiltonian renumbered = probe.model.on(order.apply(probe.graph), probe.box);
        double[] y = order.apply(probe.y, probe.dim);
        double[] wanted = order.apply(probe.gradient, probe.dim);
        return Optional.of(probe.within(probe.compare(renumbered, y, probe.energy, wanted), y));
    }

    /**
     * In a periodic box single bodies also move by whole periods, unless that would turn none into a rounding: where
     * bodies with a spring between them are at one place, or half a period apart.
     */
    static Optional<Deviation> translation(Probe probe, RandomGenerator random) {
        double[] shift = new double[probe.dim];
        Arrays.setAll(shift, axis -> LARGEST_SHIFT * random.nextDouble(-1, 1));
        double[] y = RigidMotion.translation(shift).apply(probe.y);
        boolean wrapped = probe.box.periodic() && probe.smooth();
        for (int k = 0; wrapped && k < probe.half; k++) {
            y[k] += (random.nextInt(3) - 1) * probe.box.period(k % probe.dim);
        }
        return Optional.of(probe.within(probe.compare(probe.hamiltonian, y, probe.energy, probe.gradient), y));
    }

    static Optional<Deviation> rotation(Probe probe, RandomGenerator random) {
        if (probe.box.periodic() || probe.dim == 1) {
            return Optional.empty();
        }
        return Optional.of(under(RigidMotion.randomRotation(probe.dim, random), probe));
    }

    static Optional<Deviation> reflection(Probe probe, RandomGenerator random) {
        return Optional.of(under(RigidMotion.reflection(probe.dim), probe));
    }

    private static Deviation under(RigidMotion motion, Probe probe) {
        double[] y = motion.apply(probe.y);
        double[] wanted = motion.turn(probe.gradient);
        return probe.within(probe.compare(probe.hamiltonian, y, probe.energy, wanted), y);
    }

    static Optional<Deviation> timeReversal(Probe probe, RandomGenerator random) {
        double[] y = probe.y.clone();
        double[] wanted = probe.gradient.clone();
        for (int k = probe.half; k < y.length; k++) {
            y[k] = -y[k];
            wanted[k] = -wanted[k];
        }
        return Optional.of(probe.within(probe.compare(probe.hamiltonian, y, probe.energy, wanted), y));
    }

    /** A model that has been elsewhere and one that has not give the same. */
    static Optional<Deviation> repeatability(Probe probe, RandomGenerator random) {
        Hamiltonian travelled = probe.model.on(probe.graph, probe.box);
        Probe.gradient(travelled, Probe.along(probe.y, 1, probe.direction(random, true, true)));
        return Optional.of(probe.within(probe.compare(travelled, probe.y, probe.energy, probe.gradient), probe.y));
    }
}
