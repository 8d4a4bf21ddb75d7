package org.hamgraph.sweep;

import java.util.Arrays;
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
    private static final String PATH = System.getProperty("hamgraph.sweep", "runs");

    final int nodes;
    final double[] period;
    final PairClasses classes;
    final BodyClasses bodies;
    final int blocks;
    /** First end, second end, number of springs, class, first gap, gap after the last; block after block. */
    final IntTable pieces = new IntTable(6);

    final int[] pieceStart;
    final IntTable gaps;
    final LooseSprings loose;

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
        this.loose = sort(runs.loose);
    }

    /**
     * Returns the plan of a system. With the property {@code hamgraph.sweep} set to {@code general}, all springs are
     * taken as loose; without it, or with {@code runs}, runs are found.
     *
     * @param graph bodies and springs
     * @param box space around them
     * @param classes functions of the springs
     * @param bodies functions of the bodies
     */
    public static RunPlan of(CompiledGraph graph, Box box, PairClasses classes, BodyClasses bodies) {
        return switch (PATH) {
            case "runs" -> of(graph, box, classes, bodies, true);
            case "general" -> of(graph, box, classes, bodies, false);
            default -> throw new IllegalArgumentException("hamgraph.sweep must be runs or general, found " + PATH);
        };
    }

    static RunPlan of(CompiledGraph graph, Box box, PairClasses classes, BodyClasses bodies, boolean withRuns) {
        return new RunPlan(graph, box, classes, bodies, new EdgeRuns(graph, classes, withRuns));
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

    /** Orders loose springs by block, class and first end, and counts those of every block. */
    private LooseSprings sort(IntTable springs) {
        long kinds = classes.count();
        long[] key = new long[springs.size()];
        for (int k = 0; k < key.length; k++) {
            key[k] = (springs.get(k, 0) / BLOCK * kinds + springs.get(k, 2)) * key.length + k;
            looseStart[springs.get(k, 0) / BLOCK + 1]++;
        }
        Arrays.sort(key);
        for (int block = 0; block < blocks; block++) {
            looseStart[block + 1] += looseStart[block];
        }
        int[] order = new int[key.length];
        Arrays.setAll(order, k -> (int) (key[k] % key.length));
        return new LooseSprings(springs, order);
    }

    /** Returns the number of springs in runs, gaps not counted, and of loose springs, for reports. */
    @Override
    public String toString() {
        return pieces.size() + " pieces of runs in " + blocks + " blocks, " + loose.size() + " loose springs";
    }
}
