package org.hamgraph.law;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.Hamiltonian;

/** What happens to a part does not depend on what else there is. */
final class ScalingLaws {
    private ScalingLaws() {}

    /** Two copies far from each other have twice the energy. */
    static Optional<Deviation> extensivity(Probe probe, RandomGenerator random) {
        if (probe.box.periodic()) {
            return Optional.empty();
        }
        double far = 100 * probe.length;
        for (int k = 0; k < probe.half; k++) {
            far = Math.max(far, 10 * Math.abs(probe.y[k] - probe.centre[k % probe.dim]));
        }
        double[] y = new double[4 * probe.half];
        double[] wanted = new double[4 * probe.half];
        for (int copy = 0; copy < 2; copy++) {
            System.arraycopy(probe.y, 0, y, copy * probe.half, probe.half);
            System.arraycopy(probe.y, probe.half, y, (2 + copy) * probe.half, probe.half);
            System.arraycopy(probe.gradient, 0, wanted, copy * probe.half, probe.half);
            System.arraycopy(probe.gradient, probe.half, wanted, (2 + copy) * probe.half, probe.half);
        }
        for (int k = probe.half; k < 2 * probe.half; k += probe.dim) {
            y[k] += far;
        }
        Hamiltonian both = probe.model.on(Subsystems.twice(probe.graph), probe.box);
        double[] difference = Probe.gradient(both, y);
        Arrays.setAll(difference, k -> difference[k] - wanted[k]);
        double measured = Probe.max(
                Probe.relative(both.energy(y) - 2 * probe.energy, 2 * probe.size),
                Probe.relative(Probe.largest(difference, 0, 2 * probe.half), probe.gq),
                Probe.relative(Probe.largest(difference, 2 * probe.half, 4 * probe.half), probe.gp));
        double rounding = 32 * Math.ulp(1.0) * Probe.largest(y, 0, 2 * probe.half) / probe.length;
        return Optional.of(
                new Deviation(measured, probe.model.precision() + rounding, "precision + rounding of coordinates"));
    }

    /** A body that moves changes nothing at bodies more springs away than the model reaches. */
    static Optional<Deviation> locality(Probe probe, RandomGenerator random) {
        CompiledGraph graph = probe.graph;
        int moved = random.nextInt(graph.nodes());
        int[] hops = Subsystems.hops(graph, moved);
        int reach = probe.model.reach();
        if (graph.edges() == 0 || Arrays.stream(hops).allMatch(distance -> distance <= reach)) {
            return Optional.empty();
        }
        double[] y = probe.y.clone();
        for (int axis = 0; axis < probe.dim; axis++) {
            y[moved * probe.dim + axis] += 0.1 * probe.length * random.nextDouble(-1, 1);
        }
        double[] found = Probe.gradient(probe.hamiltonian, y);
        double measured = 0;
        for (int k = 0; k < 2 * probe.half; k++) {
            if (hops[k % probe.half / probe.dim] > reach) {
                double unit = k < probe.half ? probe.gq : probe.gp;
                measured = Math.max(measured, Probe.relative(found[k] - probe.gradient[k], unit));
            }
        }
        return Optional.of(probe.within(measured, y));
    }

    /** A body feels in the whole system what it feels among those within reach alone. */
    static Optional<Deviation> zeroShotConsistency(Probe probe, RandomGenerator random) {
        CompiledGraph graph = probe.graph;
        if (graph.edges() == 0) {
            return Optional.empty();
        }
        int body = random.nextInt(graph.nodes());
        int[] hops = Subsystems.hops(graph, body);
        int[] kept = IntStream.range(0, graph.nodes())
                .filter(i -> hops[i] <= probe.model.reach())
                .toArray();
        double[] y = Subsystems.state(probe.y, probe.dim, kept);
        double[] found = Probe.gradient(probe.model.on(Subsystems.among(graph, kept), probe.box), y);
        int place = Arrays.binarySearch(kept, body);
        double measured = 0;
        for (int axis = 0; axis < probe.dim; axis++) {
            int there = place * probe.dim + axis;
            int here = body * probe.dim + axis;
            measured = Probe.max(
                    measured,
                    Probe.relative(found[there] - probe.gradient[here], probe.gq),
                    Probe.relative(found[y.length / 2 + there] - probe.gradient[probe.half + here], probe.gp));
        }
        return Optional.of(probe.within(measured, probe.y));
    }
}
