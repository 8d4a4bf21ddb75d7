package org.hamgraph.graph;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A numbering of the bodies, with two measures of how fast springs are swept in it.
 *
 * <pre>{@code
 * Optional<NodePermutation> better = NodeOrder.better(graph, y, box);
 * }</pre>
 *
 * Springs of first ends i, i + 1, …, i + k − 1 whose second ends are i + c, i + 1 + c, …, i + k − 1 + c form a run of
 * length k: they read and write whole stretches of memory. Springs whose ends are far apart wait for memory instead.
 * Every order is a function of the graph and the positions, without random choices; which of several equally good ones
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
    /** A lattice comes close to 1; only more than this ends the search. */
    private static final double NEARLY_ALL = 0.9;
    /** Below it, and below twice the least one found, a mean span costs less than a tenth of the time. */
    private static final double SHORT_SPAN = 2000;
    /** Rows of at least this many bodies, four shortest runs, are preferred; longer ones put the next row further off. */
    private static final double LONG_ROW = 32;

    private static final Comparator<NodeOrder> BY_RUNS_THEN_SPAN = Comparator.<NodeOrder>comparingDouble(
                    order -> order.inRuns < RUNS ? 0 : -order.inRuns)
            .thenComparingDouble(order -> order.meanSpan);

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
        return of(graph, RowOrder.identity(graph.nodes()));
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
     * Returns the order by planes, rows and places in a row that a lattice has when its springs are followed along
     * the axes; of the axes that rows may lie along, one that gives most runs, as far as tried.
     *
     * <p>Bodies joined by springs along one axis make a row, rows joined along a second one a plane; a spring runs
     * along an axis if its angle to it is below the angle that the fewest springs have. Neither the spacing nor the
     * origin of the lattice is needed. Chains, square, cubic and triangular lattices come back nearly all in runs if
     * every coordinate is off by less than a quarter of the spacing (triangular: 0.18), honeycombs as zigzag rows
     * with two thirds in runs. Where nothing lies in rows the order is of no use and its measures say so.
     *
     * @param graph any graph
     * @param q positions, read from index 0 on [n*dim]; a whole state serves
     * @param box dimension and periods of space
     * @throws IllegalArgumentException if positions are missing or not finite
     */
    public static NodeOrder rows(CompiledGraph graph, double[] q, Box box) {
        double[] extent = extents(graph, q, box);
        double longRow = LONG_ROW * RowOrder.meanLength(graph, q, box);
        NodeOrder best = null;
        for (int rank = 0; rank < extent.length; rank++) {
            NodeOrder order = of(graph, RowOrder.newIndex(graph, q, box, axes(extent, longRow, rank)));
            best = best == null || BY_RUNS_THEN_SPAN.compare(order, best) < 0 ? order : best;
            if (best.inRuns > NEARLY_ALL) {
                break;
            }
        }
        return best;
    }

    /**
     * Returns the renumbering that makes sweeps over the springs faster, or empty if the present order is good.
     *
     * <p>An order with at least half of its springs in runs is good. If the present one is not, {@link #rows} is
     * tried and, unless that has more than nine tenths in runs, {@link #reverseCuthillMcKee}. The one with more
     * springs in runs wins if that is half of them; otherwise the one of the smaller mean span, if the present mean
     * span is above 2000 and above twice as large.
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
     * and McKee. Either order of the million bodies took about a
     * second to find.
     *
     * @param graph any graph
     * @param q positions, read from index 0 on [n*dim]; a whole state serves
     * @param box dimension and periods of space
     * @throws IllegalArgumentException if positions are missing or not finite
     */
    public static Optional<NodePermutation> better(CompiledGraph graph, double[] q, Box box) {
        checkPositions(graph, q, box);
        NodeOrder present = present(graph);
        if (present.inRuns >= RUNS || graph.edges() == 0) {
            return Optional.empty();
        }
        NodeOrder best = rows(graph, q, box);
        if (best.inRuns <= NEARLY_ALL) {
            NodeOrder other = reverseCuthillMcKee(graph);
            best = BY_RUNS_THEN_SPAN.compare(other, best) < 0 ? other : best;
        }
        boolean pays = best.inRuns >= RUNS || present.meanSpan > Math.max(SHORT_SPAN, 2 * best.meanSpan);
        return pays ? Optional.of(best.permutation) : Optional.empty();
    }

    private static void checkPositions(CompiledGraph graph, double[] q, Box box) {
        int length = graph.nodes() * box.dim();
        if (q.length < length) {
            throw new IllegalArgumentException(
                    "positions q [n*dim] must have length " + length + " or more, found " + q.length);
        }
        for (int k = 0; k < length; k++) {
            if (!Double.isFinite(q[k])) {
                throw new IllegalArgumentException("positions must be finite, found " + q[k] + " at index " + k);
            }
        }
    }

    private static double[] extents(CompiledGraph graph, double[] q, Box box) {
        checkPositions(graph, q, box);
        int dim = box.dim();
        double[] extent = new double[dim];
        for (int axis = 0; axis < dim; axis++) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < graph.nodes(); i++) {
                low = Math.min(low, q[i * dim + axis]);
                high = Math.max(high, q[i * dim + axis]);
            }
            extent[axis] = box.period(axis) > 0 ? box.period(axis) : Math.max(0, high - low);
        }
        return extent;
    }

    /** Returns all axes: first the one tried as number {@code rank} for the rows, then the others, short ones first. */
    private static int[] axes(double[] extent, double longRow, int rank) {
        List<Integer> axes = new ArrayList<>();
        for (int axis = 0; axis < extent.length; axis++) {
            axes.add(axis);
        }
        // The shortest axis with long rows, then longer ones; then those too short for long rows, the longest first.
        axes.sort(Comparator.<Integer, Boolean>comparing(axis -> extent[axis] < longRow)
                .thenComparingDouble(axis -> extent[axis] < longRow ? -extent[axis] : extent[axis]));
        Integer alongRows = axes.remove(rank);
        axes.sort(Comparator.comparingDouble(axis -> extent[axis]));
        axes.add(0, alongRows);
        return axes.stream().mapToInt(axis -> axis).toArray();
    }
}
