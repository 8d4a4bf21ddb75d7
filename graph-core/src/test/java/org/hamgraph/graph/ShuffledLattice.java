package org.hamgraph.graph;

import java.util.random.RandomGenerator;
import org.hamgraph.support.RandomStreams;

/** A structure whose bodies are numbered at random and stand a little beside their places. */
final class ShuffledLattice {
    final CompiledGraph graph;
    final double[] q;
    final Box box;

    /**
     * @param jitter greatest difference of a coordinate from its place
     * @param seed decides the places
     * @param order decides the numbers
     */
    ShuffledLattice(Structure structure, double jitter, long seed, long order) {
        RandomGenerator random = RandomStreams.of(seed, "jitter", 0);
        double[] place = structure.positions(1);
        for (int k = 0; k < place.length; k++) {
            place[k] += jitter * (2 * random.nextDouble() - 1);
        }
        NodePermutation shuffle =
                NodePermutation.random(structure.nodes(), RandomStreams.of(order, "shuffle", structure.nodes()));
        graph = shuffle.apply(structure.compile(1, 10, 1));
        q = shuffle.apply(place, structure.dim());
        box = structure.box(1);
    }

    /** Returns the greatest j - i over springs between bodies i and j of a renumbered graph. */
    static int bandwidth(CompiledGraph graph, NodeOrder order) {
        CompiledGraph moved = order.permutation().apply(graph);
        int bandwidth = 0;
        for (int e = 0; e < moved.edges(); e++) {
            bandwidth = Math.max(bandwidth, moved.second(e) - moved.first(e));
        }
        return bandwidth;
    }
}
