package org.hamgraph.graph;

import java.util.random.RandomGenerator;
import org.hamgraph.support.Checks;

/**
 * A renumbering of bodies, applied alike to graphs and to state arrays.
 *
 * <p>Body i of the old numbering becomes body {@code newIndex(i)} of the new one. A Hamiltonian of a graph is
 * equivariant if H'(P y) = H(y) and grad H'(P y) = P grad H(y), where H' belongs to the permuted graph.
 *
 * @since 0.1
 */
public final class NodePermutation {
    private final int[] newIndex;

    /** Takes over an array that holds each of 0..n-1 once. */
    NodePermutation(int[] newIndex) {
        this.newIndex = newIndex;
    }

    /**
     * Returns the permutation that sends body i to {@code newIndex[i]}.
     *
     * @param newIndex new index of every body [n]; each of 0..n-1 once
     */
    public static NodePermutation copyOf(int... newIndex) {
        boolean[] taken = new boolean[newIndex.length];
        for (int target : newIndex) {
            Checks.index(target, newIndex.length, "new index");
            if (taken[target]) {
                throw new IllegalArgumentException("new indices must be distinct, found " + target + " twice");
            }
            taken[target] = true;
        }
        return new NodePermutation(newIndex.clone());
    }

    /**
     * Returns a uniformly random permutation (Fisher and Yates).
     *
     * @param n number of bodies
     * @param random source of numbers
     */
    public static NodePermutation random(int n, RandomGenerator random) {
        int[] newIndex = new int[Checks.atLeast(n, 0, "number of bodies")];
        for (int i = 0; i < n; i++) {
            int j = random.nextInt(i + 1);
            newIndex[i] = newIndex[j];
            newIndex[j] = i;
        }
        return new NodePermutation(newIndex);
    }

    /** Returns the number of bodies. */
    public int size() {
        return newIndex.length;
    }

    /**
     * Returns the new index of a body.
     *
     * @param oldIndex index before
     */
    public int newIndex(int oldIndex) {
        return newIndex[oldIndex];
    }

    /** Returns the permutation that undoes this one. */
    public NodePermutation inverse() {
        int[] old = new int[newIndex.length];
        for (int i = 0; i < old.length; i++) {
            old[newIndex[i]] = i;
        }
        return new NodePermutation(old);
    }

    /**
     * Returns the same graph with its bodies renumbered. O(n + m).
     *
     * @param graph graph of as many bodies
     */
    public CompiledGraph apply(CompiledGraph graph) {
        if (graph.nodes() != newIndex.length) {
            throw new IllegalArgumentException(
                    "graph must have " + newIndex.length + " bodies, found " + graph.nodes());
        }
        double[] mass = new double[newIndex.length];
        int[] species = new int[newIndex.length];
        for (int i = 0; i < newIndex.length; i++) {
            mass[newIndex[i]] = graph.mass(i);
            species[newIndex[i]] = graph.bodySpecies(i);
        }
        SpringList springs = new SpringList(graph.edges());
        for (int e = 0; e < graph.edges(); e++) {
            int a = newIndex[graph.first(e)];
            int b = newIndex[graph.second(e)];
            springs.add(
                    Math.min(a, b), Math.max(a, b), graph.stiffness(e), graph.restLength(e), graph.springSpecies(e));
        }
        return new CompiledGraph(springs.sorted(newIndex.length), mass, species);
    }

    /**
     * Returns the same state with its bodies renumbered.
     *
     * @param y state [2*n*dim], or any array made of blocks of n bodies with {@code dim} numbers each
     * @param dim numbers per body in a block
     */
    public double[] apply(double[] y, int dim) {
        int block = newIndex.length * Checks.atLeast(dim, 1, "numbers per body");
        if (block == 0 ? y.length > 0 : y.length % block != 0) {
            throw new IllegalArgumentException(
                    "state must consist of blocks of length n*dim = " + block + ", found length " + y.length);
        }
        double[] result = new double[y.length];
        for (int start = 0; start < y.length; start += block) {
            for (int i = 0; i < newIndex.length; i++) {
                System.arraycopy(y, start + i * dim, result, start + newIndex[i] * dim, dim);
            }
        }
        return result;
    }
}
