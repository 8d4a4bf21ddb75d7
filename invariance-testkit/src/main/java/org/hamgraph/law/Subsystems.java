package org.hamgraph.law;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.phase.PhaseState;

/** Parts of systems, and several of them in one. */
final class Subsystems {
    private Subsystems() {}

    /** Returns two copies of a graph, side by side. */
    static CompiledGraph twice(CompiledGraph graph) {
        int n = graph.nodes();
        CompiledGraph.Builder both = CompiledGraph.builder(2 * n);
        for (int copy = 0; copy < 2; copy++) {
            for (int i = 0; i < n; i++) {
                both.body(copy * n + i, graph.mass(i), graph.bodySpecies(i));
            }
            for (int e = 0; e < graph.edges(); e++) {
                both.spring(
                        copy * n + graph.first(e),
                        copy * n + graph.second(e),
                        graph.stiffness(e),
                        graph.restLength(e),
                        graph.springSpecies(e));
            }
        }
        return both.build();
    }

    /**
     * Returns some bodies and the springs among them.
     *
     * @param kept indices in ascending order
     */
    static CompiledGraph among(CompiledGraph graph, int[] kept) {
        return part(graph, kept, spring -> true);
    }

    private static CompiledGraph part(CompiledGraph graph, int[] kept, IntPredicate springs) {
        int[] place = new int[graph.nodes()];
        Arrays.fill(place, -1);
        CompiledGraph.Builder part = CompiledGraph.builder(kept.length);
        for (int k = 0; k < kept.length; k++) {
            place[kept[k]] = k;
            part.body(k, graph.mass(kept[k]), graph.bodySpecies(kept[k]));
        }
        for (int e = 0; e < graph.edges(); e++) {
            int a = place[graph.first(e)];
            int b = place[graph.second(e)];
            if (a >= 0 && b >= 0 && springs.test(e)) {
                part.spring(a, b, graph.stiffness(e), graph.restLength(e), graph.springSpecies(e));
            }
        }
        return part.build();
    }

    static double[] state(double[] y, int dim, int[] kept) {
        double[] part = new double[2 * kept.length * dim];
        for (int k = 0; k < kept.length; k++) {
            System.arraycopy(y, kept[k] * dim, part, k * dim, dim);
            System.arraycopy(y, y.length / 2 + kept[k] * dim, part, (kept.length + k) * dim, dim);
        }
        return part;
    }

    static BodySystem among(BodySystem system, int[] kept) {
        int dim = system.box().dim();
        return new BodySystem(
                among(system.graph(), kept),
                system.box(),
                PhaseState.copyOf(
                        new PhaseLayout(kept.length, dim), state(system.state().toArray(), dim, kept)));
    }

    /** Returns a system with one spring less. */
    static BodySystem withoutSpring(BodySystem system, int spring) {
        int[] all = IntStream.range(0, system.graph().nodes()).toArray();
        CompiledGraph rest = part(system.graph(), all, other -> other != spring);
        return new BodySystem(rest, system.box(), system.state());
    }

    /** Returns the number of springs on the shortest way from a body to every other; the largest int without a way. */
    static int[] hops(CompiledGraph graph, int from) {
        int[] hops = new int[graph.nodes()];
        Arrays.fill(hops, Integer.MAX_VALUE);
        int[] queue = new int[graph.nodes()];
        int end = 0;
        queue[end++] = from;
        hops[from] = 0;
        for (int next = 0; next < end; next++) {
            int body = queue[next];
            for (int slot = graph.rowStart(body); slot < graph.rowStart(body + 1); slot++) {
                int neighbor = graph.neighbor(slot);
                if (hops[neighbor] == Integer.MAX_VALUE) {
                    hops[neighbor] = hops[body] + 1;
                    queue[end++] = neighbor;
                }
            }
        }
        return hops;
    }
}
