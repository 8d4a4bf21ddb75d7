package org.hamgraph.sweep;

import java.util.Arrays;
import java.util.Optional;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;

/**
 * How a system is swept by runs: its springs as pieces of runs, block of bodies by block, and what its bodies weigh.
 *
 * <p>Within a block of {@value #BLOCK} first ends, pieces come in ascending order of their offset, then loose springs.
 * The order depends on the graph alone, and so do the sums of forces. Immutable.
 *
 * @since 0.1
 */
public final class RunPlan {
    static final int BLOCK = 512;
    private static final double LEAST_FRACTION = 0.5;
    private static final String PATH = System.getProperty("hamgraph.sweep", "auto");

    final int nodes;
    final double[] period;
    final PairClasses classes;
    final BodyClasses bodies;
    final int blocks;
    /** First end, second end, number of springs, class, first gap, gap after the last; block after block. */
    final IntTable pieces = new IntTable(6);

    final int[] pieceStart;
    final IntTable gaps;
    /** First end, second end, class; block after block. */
    final IntTable loose = new IntTable(3);

    final int[] looseStart;

    private RunPlan(CompiledGraph graph, Box box, PairClasses classes, BodyClasses bodies, EdgeRuns runs) {
        this.nodes = graph.nodes();
        this.period = new double[box.dim()];
        Arrays.setAll(period, box::period);
        this.classes = classes;
        this.bodies = bodies;
        this.gaps = runs.gaps;
        this.blocks = (nodes + BLOCK - 1) / BLOCK;
        this.pieceStart = new int[blocks + 1];
        this.looseStart = new int[blocks + 1];
        cut(runs.runs);
        sort(runs.loose);
    }

    /**
     * Returns the plan of a system, or nothing if runs do not pay: fewer than half of the springs lie in runs, or
     * classes of bodies change too often. The property {@code hamgraph.sweep} says {@code runs} to sweep by runs
     * whatever pays, {@code general} never to do so, {@code auto} otherwise.
     *
     * @param graph bodies and springs
     * @param box space around them
     * @param classes functions of the springs
     * @param bodies functions of the bodies
     */
    public static Optional<RunPlan> of(CompiledGraph graph, Box box, PairClasses classes, BodyClasses bodies) {
        return switch (PATH) {
            case "general" -> Optional.empty();
            case "runs" -> Optional.of(always(graph, box, classes, bodies));
            case "auto" -> {
                if (bodies.segments() > 1 + graph.nodes() / 64) {
                    yield Optional.empty();
                }
                EdgeRuns runs = new EdgeRuns(graph, classes);
                yield runs.fraction() < LEAST_FRACTION
                        ? Optional.empty()
                        : Optional.of(new RunPlan(graph, box, classes, bodies, runs));
            }
            default ->
                throw new IllegalArgumentException("hamgraph.sweep must be auto, general or runs, found " + PATH);
        };
    }

    /** Returns the plan of a system, whether it pays or not. */
    static RunPlan always(CompiledGraph graph, Box box, PairClasses classes, BodyClasses bodies) {
        return new RunPlan(graph, box, classes, bodies, new EdgeRuns(graph, classes));
    }

    /** Cuts runs at the ends of blocks: block by block, a piece of every run that is there. */
    private void cut(IntTable runs) {
        int[] order = new int[runs.size()];
        Arrays.setAll(order, k -> k);
        for (int block = 0; block < blocks; block++) {
            pieceStart[block] = pieces.size();
            int from = block * BLOCK;
            int to = Math.min(nodes, from + BLOCK);
            for (int run : order) {
                int first = Math.max(from, runs.get(run, 0));
                int end = Math.min(to, runs.get(run, 0) + runs.get(run, 2));
                if (first < end) {
                    int gapEnd = run + 1 < runs.size() ? runs.get(run + 1, 4) : gaps.size();
                    pieces.add(
                            first,
                            first + runs.get(run, 1),
                            end - first,
                            runs.get(run, 3),
                            gapFrom(runs.get(run, 4), gapEnd, first),
                            gapFrom(runs.get(run, 4), gapEnd, end));
                }
            }
        }
        pieceStart[blocks] = pieces.size();
    }

    /** First gap of a run at or behind a body. */
    private int gapFrom(int low, int high, int body) {
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (gaps.get(middle, 0) < body) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private void sort(IntTable unsorted) {
        int[] next = new int[blocks + 1];
        for (int k = 0; k < unsorted.size(); k++) {
            next[unsorted.get(k, 0) / BLOCK + 1]++;
        }
        for (int block = 0; block < blocks; block++) {
            next[block + 1] += next[block];
        }
        System.arraycopy(next, 0, looseStart, 0, blocks + 1);
        int[] order = new int[unsorted.size()];
        for (int k = 0; k < order.length; k++) {
            order[next[unsorted.get(k, 0) / BLOCK]++] = k;
        }
        for (int k : order) {
            loose.add(unsorted.get(k, 0), unsorted.get(k, 1), unsorted.get(k, 2));
        }
    }

    /** Returns the number of springs in runs, gaps not counted, and of loose springs, for reports. */
    @Override
    public String toString() {
        return pieces.size() + " pieces of runs in " + blocks + " blocks, " + loose.size() + " loose springs";
    }
}
