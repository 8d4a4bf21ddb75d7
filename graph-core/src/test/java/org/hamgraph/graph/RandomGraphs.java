package org.hamgraph.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.hamgraph.support.RandomStreams;
import org.jgrapht.Graph;
import org.jgrapht.graph.SimpleGraph;

/** Random mass-spring graphs, from nearly empty to nearly complete; every body and every spring is different. */
final class RandomGraphs {
    private RandomGraphs() {}

    /**
     * Returns a graph in which every pair of bodies is joined with one probability.
     *
     * @param n number of bodies
     * @param seed decides what the graph is
     * @param order decides in which order bodies and springs are added, and which end of a spring comes first
     */
    static Graph<Body, Spring> simple(int n, long seed, long order) {
        RandomGenerator random = RandomStreams.of(seed, "graph", n);
        double density = random.nextDouble();
        List<Body> bodies = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            bodies.add(new Body(i, random.nextDouble(0.5, 2.0), random.nextInt(3)));
        }
        List<Body[]> ends = new ArrayList<>();
        List<Spring> springs = new ArrayList<>();
        for (Body a : bodies) {
            for (Body b : bodies.subList(a.index() + 1, n)) {
                if (random.nextDouble() < density) {
                    ends.add(new Body[] {a, b});
                    springs.add(new Spring(
                            b.index(), a.index(), random.nextDouble(1, 10), random.nextDouble(2), random.nextInt(4)));
                }
            }
        }
        return assembled(bodies, ends, springs, order);
    }

    private static Graph<Body, Spring> assembled(
            List<Body> bodies, List<Body[]> ends, List<Spring> springs, long order) {
        Collections.shuffle(bodies, new Random(order));
        Collections.shuffle(ends, new Random(order + 1));
        Collections.shuffle(springs, new Random(order + 1));
        Random turn = new Random(order + 2);
        Graph<Body, Spring> graph = new SimpleGraph<>(Spring.class);
        bodies.forEach(graph::addVertex);
        for (int e = 0; e < springs.size(); e++) {
            int source = turn.nextInt(2);
            graph.addEdge(ends.get(e)[source], ends.get(e)[1 - source], springs.get(e));
        }
        return graph;
    }

    static CompiledGraph compiled(int n, long seed) {
        return CompiledGraph.of(simple(n, seed, 0));
    }

    /** Returns whether two compiled graphs hold the same numbers at the same places. */
    static boolean same(CompiledGraph a, CompiledGraph b) {
        if (a.nodes() != b.nodes() || a.edges() != b.edges()) {
            return false;
        }
        boolean same = true;
        for (int i = 0; i < a.nodes(); i++) {
            same &= a.body(i).equals(b.body(i)) && a.rowStart(i + 1) == b.rowStart(i + 1);
        }
        for (int e = 0; e < a.edges(); e++) {
            same &= a.spring(e).equals(b.spring(e));
        }
        for (int slot = 0; slot < 2 * a.edges(); slot++) {
            same &= a.neighbor(slot) == b.neighbor(slot) && a.edgeAt(slot) == b.edgeAt(slot);
        }
        return same;
    }
}
