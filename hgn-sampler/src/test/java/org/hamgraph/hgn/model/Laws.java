package org.hamgraph.hgn.model;

import java.util.function.Function;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.NodePermutation;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.RigidMotion;

/**
 * Laws a model obeys, each as a violation in units of what rounding allows: below 1 the law holds. Energies may be
 * wrong by 1e-14 of the sum of the magnitudes of their terms, forces and velocities by 1e-14 max(10, |c|) of the
 * largest, c the output coefficients.
 *
 * @param energy makes the energy of a graph
 * @param terms sum of the magnitudes of the terms of an energy
 * @param coefficientNorm |c|
 */
record Laws(Function<CompiledGraph, Hamiltonian> energy, double terms, double coefficientNorm) {
    private static final double ROUNDING = 1e-14;

    private double energyViolation(double one, double other, double more) {
        return Math.abs(one - other) / (ROUNDING * terms * (1 + more));
    }

    private double gradientViolation(double[] one, double[] other, double more) {
        double largest = 0;
        double worst = 0;
        for (int k = 0; k < one.length; k++) {
            largest = Math.max(largest, Math.abs(one[k]));
            worst = Math.max(worst, Math.abs(one[k] - other[k]));
        }
        return worst / (ROUNDING * Math.max(10, coefficientNorm) * largest * (1 + more));
    }

    private static double[] gradient(Hamiltonian h, double[] y) {
        double[] gradient = new double[y.length];
        h.gradient(y, gradient);
        return gradient;
    }

    /** H(Q y) = H(y) and grad H(Q y) = Q grad H(y), for rotations and reflections about the origin. */
    double rotation(CompiledGraph graph, double[] y, RigidMotion motion) {
        Hamiltonian h = energy.apply(graph);
        double[] moved = motion.apply(y);
        double[] turned = motion.turn(gradient(h, y));
        return Math.max(
                energyViolation(h.energy(y), h.energy(moved), 0), gradientViolation(turned, gradient(h, moved), 0));
    }

    /**
     * The same for a shift, which rounds all positions at its own size: 50 ulps of it, relative to the shortest edge.
     */
    double translation(CompiledGraph graph, double[] y, RigidMotion motion, double size, double shortest) {
        Hamiltonian h = energy.apply(graph);
        double[] moved = motion.apply(y);
        double more = 50 * Math.ulp(1.0) * size / shortest / ROUNDING;
        return Math.max(
                energyViolation(h.energy(y), h.energy(moved), more),
                gradientViolation(gradient(h, y), gradient(h, moved), more));
    }

    /** H'(P y) = H(y) and grad H'(P y) = P grad H(y), where H' belongs to the renumbered graph. */
    double permutation(CompiledGraph graph, double[] y, int dim, NodePermutation permutation) {
        Hamiltonian h = energy.apply(graph);
        Hamiltonian renumbered = energy.apply(permutation.apply(graph));
        double[] moved = permutation.apply(y, dim);
        double[] wanted = permutation.apply(gradient(h, y), dim);
        return Math.max(
                energyViolation(h.energy(y), renumbered.energy(moved), 0),
                gradientViolation(wanted, gradient(renumbered, moved), 0));
    }

    /** Returns whether H(q, -p) = H(q, p), forces are even and velocities odd, all to the bit. */
    boolean reversible(CompiledGraph graph, double[] y) {
        Hamiltonian h = energy.apply(graph);
        double[] reversed = y.clone();
        int half = y.length / 2;
        for (int k = half; k < y.length; k++) {
            reversed[k] = -y[k];
        }
        double[] forward = gradient(h, y);
        double[] backward = gradient(h, reversed);
        boolean same = h.energy(y) == h.energy(reversed);
        for (int k = 0; k < y.length; k++) {
            same &= forward[k] == (k < half ? backward[k] : -backward[k]);
        }
        return same;
    }

    /** The forces add up to nothing, relative to the sum of their magnitudes. */
    double netForce(CompiledGraph graph, double[] y, int dim) {
        double[] gradient = gradient(energy.apply(graph), y);
        double[] sum = new double[dim];
        double size = 0;
        for (int k = 0; k < gradient.length / 2; k++) {
            sum[k % dim] += gradient[k];
            size += Math.abs(gradient[k]);
        }
        double worst = 0;
        for (double component : sum) {
            worst = Math.max(worst, Math.abs(component));
        }
        return size > 0 ? worst / (ROUNDING * size) : 0;
    }
}
