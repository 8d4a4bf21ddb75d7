package org.hamgraph.graph;

import java.util.Arrays;
import java.util.Optional;

/**
 * A numbering of the bodies, with two measures of how fast springs are swept in it.
 *
 * <pre>{@code
 * Optional<NodePermutation> better = NodeOrder.better(graph);
 * }</pre>
 *
 * Springs of first ends i, i + 1, …, i + k − 1 whose second ends are i + c, i + 1 + c, …, i + k − 1 + c form a run of
 * length k: they read and write whole stretches of memory. Springs whose ends are far apart wait for memory instead.
 * Every order is a function of the graph, without random choices; which of several equally good ones
 * it is depends on how the bodies were numbered before.
 *
 * @param permutation renumbering that leads to it
 * @param inRuns share of the springs that lie in runs of length 8 or more; 0 without springs
 * @param meanSpan mean of j − i over the springs between bodies i and j &gt; i; 0 without springs
 * @since 0.1
 */
public record NodeOrder(NodePermutation permutation, double inRuns, double meanSpan) {
    private static final int SHORTEST_RUN = 8;
    /** From this share on a sweep is a sweep over runs. */
    private static final double RUNS = 0.5;
    /** Below it, and below twice the least one found, a mean span costs less than a tenth of the time. */
    private static final double SHORT_SPAN = 2000;

    private static NodeOrder of(CompiledGraph graph, int[] newIndex) {
        SpringRuns runs = SpringRuns.of(graph, newIndex, SHORTEST_RUN);
        double springs = Math.max(1, graph.edges());
        return new NodeOrder(new NodePermutation(newIndex), runs.inRuns() / springs, runs.span() / springs);
    }

    /**
     * Returns the order a graph has. O(n + m log d) for degrees up to d, as every order.
     *
     * @param graph any graph
     */
    public static NodeOrder present(CompiledGraph graph) {
        int[] same = new int[graph.nodes()];
        Arrays.setAll(same, i -> i);
        return of(graph, same);
    }

    /**
     * Returns the reverse order of Cuthill and McKee: every component by distance from a node far out, neighbours of
     * the same node by degree and then by index. The ends of all springs come close: a path gets bandwidth (the
     * greatest j − i) 1, a ring 2. Components follow each other by their first bodies.
     *
     * <p>Sources: E. Cuthill, J. McKee, Reducing the bandwidth of sparse symmetric matrices, ACM National Conference,
     * 1969; A. George, J. Liu, An implementation of a pseudoperipheral node finder, ACM Trans. Math. Softw. 5, 1979.
     *
     * @param graph any graph
     */
    public static NodeOrder reverseCuthillMcKee(CompiledGraph graph) {
        return of(graph, ReverseCuthillMcKee.newIndex(graph));
    }

    /**
     * Returns the renumbering that makes sweeps over the springs faster, or empty if the present order is good.
     *
     * <p>An order with at least half of its springs in runs is good. If the present one is not, {@link
     * #reverseCuthillMcKee} takes its place if that has half of them in runs, or if the present mean span is above 2000
     * and above twice as large.
     *
     * <p>The numbers come from {@code SpringHamiltonian.force} on periodic cubic lattices whose coordinates are off by
     * up to a tenth of the spacing (OpenJDK 17, one thread of a shared machine). Nanoseconds for a spring and, in
     * brackets, mean span:
     *
     * <pre>
     * bodies         shuffled        as built     reverse Cuthill-McKee    Morton curve
     *     8 000    12.9 (2 670)    11.9   (267)      11.9    (428)         11.9   (340)
     *    64 000    17.4 (21 300)   12.1 (1 070)      12.1  (1 740)         12.4 (1 360)
     * 1 000 000    68.8 (333 000)  11.7 (6 670)      11.6 (10 900)         13.4 (7 380)
     * </pre>
     *
     * So a span 1.6 times as large costs nothing, and a space-filling curve gains nothing over the order of Cuthill
     * and McKee, which took about a second to find for a million bodies. It depends on the graph alone, so a run that
     * starts from another state of the same system finds the same one.
     *
     * @param graph any graph
     */
    public static Optional<NodePermutation> better(CompiledGraph graph) {
        NodeOrder present = present(graph);
        if (present.inRuns >= RUNS || graph.edges() == 0) {
            return Optional.empty();
        }
        NodeOrder best = reverseCuthillMcKee(graph);
        boolean pays = best.inRuns >= RUNS || present.meanSpan > Math.max(SHORT_SPAN, 2 * best.meanSpan);
        return pays ? Optional.of(best.permutation) : Optional.empty();
    }
}
