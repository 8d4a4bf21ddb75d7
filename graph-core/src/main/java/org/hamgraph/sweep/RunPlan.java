package org.hamgraph.sweep;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.NodeOrder;
import org.hamgraph.graph.NodePermutation;

/**
 * How a system is swept by runs: its springs as pieces of runs and as fans, block of bodies by block, and what its
 * bodies weigh.
 *
 * <p>Within a block of {@value #BLOCK} first ends, pieces come in ascending order of their offset, then fans, then loose springs.
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
    final SpringFans fans;
    final LooseSprings loose;

    final int[] looseStart;

    /** Where every body of the caller's numbering is; null if all are where they were. */
    final NodePermutation order;

    private RunPlan(
            CompiledGraph graph,
            Box box,
            PairClasses classes,
            BodyClasses bodies,
            EdgeRuns runs,
            NodePermutation order) {
        this.order = order;
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
        this.fans = new SpringFans(runs.loose, nodes, classes.count());
        this.loose = sort(fans.loose);
    }

    /**
     * Returns the plan of a system. Bodies are renumbered where that brings springs into runs or their ends closer
     * together (see {@link NodeOrder#better}). With the property {@code hamgraph.sweep} set to {@code general}, no
     * runs are looked for; without it, or with {@code runs}, runs are found.
     *
     * @param graph bodies and springs
     * @param box space around them
     * @param slopes functions of the springs
     * @param bodySlopes functions of the species of bodies
     * @param weights weight of every body
     * @return the plan; empty if springs have no function or more than {@link PairClasses} takes
     */
    public static Optional<RunPlan> of(
            CompiledGraph graph,
            Box box,
            PairClasses.Slopes slopes,
            IntFunction<PiecewisePolynomial> bodySlopes,
            IntToDoubleFunction weights) {
        boolean withRuns = switch (PATH) {
            case "runs" -> true;
            case "general" -> false;
            default -> throw new IllegalArgumentException("hamgraph.sweep must be runs or general, found " + PATH);
        };
        NodePermutation order = NodeOrder.better(graph).orElse(null);
        CompiledGraph swept = order == null ? graph : order.apply(graph);
        NodePermutation back = order == null ? null : order.inverse();
        return PairClasses.of(swept, slopes).map(classes -> {
            IntToDoubleFunction weight = back == null ? weights : i -> weights.applyAsDouble(back.newIndex(i));
            return of(swept, box, classes, new BodyClasses(swept, bodySlopes, weight), withRuns, order);
        });
    }

    static RunPlan of(
            CompiledGraph graph,
            Box box,
            PairClasses classes,
            BodyClasses bodies,
            boolean withRuns,
            NodePermutation order) {
        return new RunPlan(graph, box, classes, bodies, new EdgeRuns(graph, classes, withRuns), order);
    }

    /** Where the array that goes with the plan has a body of the caller's numbering. */
    int place(int body) {
        return order == null ? body : order.newIndex(body);
    }

    /** Returns the largest number of blocks by which the ends of a spring differ, at least 1. */
    int reach() {
        int most = 1;
        for (int piece = 0; piece < pieces.size(); piece++) {
            most = Math.max(most, pieces.get(piece, 1) - pieces.get(piece, 0));
        }
        for (int fan = 0; fan < fans.fans.size(); fan++) {
            for (int k = 0; k < fans.fans.get(fan, 1); k++) {
                most = Math.max(most, fans.second[fans.fans.get(fan, 3) + k] - fans.fans.get(fan, 0) - k);
            }
        }
        for (int k = 0; k < loose.size(); k++) {
            most = Math.max(most, loose.second[k] - loose.first[k]);
        }
        return (most + BLOCK - 1) / BLOCK;
    }

    /** Cuts runs at the ends of blocks: block by block, a piece of every run that is there, in the order of runs. */
    private void cut(IntTable runs) {
        for (int run = 0; run < runs.size(); run++) {
            for (int block = runs.get(run, 0) / BLOCK; block <= lastBlock(runs, run); block++) {
                pieceStart[block + 1]++;
            }
        }
        for (int block = 0; block < blocks; block++) {
            pieceStart[block + 1] += pieceStart[block];
        }
        int[] next = pieceStart.clone();
        pieces.fill(pieceStart[blocks]);
        for (int run = 0; run < runs.size(); run++) {
            int gapEnd = run + 1 < runs.size() ? runs.get(run + 1, 4) : gaps.size();
            for (int block = runs.get(run, 0) / BLOCK; block <= lastBlock(runs, run); block++) {
                int first = Math.max(block * BLOCK, runs.get(run, 0));
                int end = Math.min((block + 1) * BLOCK, runs.get(run, 0) + runs.get(run, 2));
                int piece = next[block]++;
                pieces.set(piece, 0, first);
                pieces.set(piece, 1, first + runs.get(run, 1));
                pieces.set(piece, 2, end - first);
                pieces.set(piece, 3, runs.get(run, 3));
                pieces.set(piece, 4, gapFrom(runs.get(run, 4), gapEnd, first));
                pieces.set(piece, 5, gapFrom(runs.get(run, 4), gapEnd, end));
            }
        }
    }

    private static int lastBlock(IntTable runs, int run) {
        return (runs.get(run, 0) + runs.get(run, 2) - 1) / BLOCK;
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

    /**
     * Orders loose springs by block, class, offset and first end, and counts those of every block. Springs that follow
     * each other then rarely share a body, whose force would have to be stored before the next could be added.
     */
    private LooseSprings sort(IntTable springs) {
        long kinds = classes.count();
        long[] key = new long[springs.size()];
        for (int k = 0; k < key.length; k++) {
            int first = springs.get(k, 0);
            int offset = springs.get(k, 1) - first;
            key[k] = ((first / BLOCK * kinds + springs.get(k, 2)) * nodes + offset) * BLOCK + first % BLOCK;
            looseStart[first / BLOCK + 1]++;
        }
        Arrays.sort(key);
        for (int block = 0; block < blocks; block++) {
            looseStart[block + 1] += looseStart[block];
        }
        for (int k = 0; k < key.length; k++) {
            long row = key[k] / BLOCK;
            int first = (int) (row / nodes / kinds * BLOCK + key[k] % BLOCK);
            springs.set(k, 0, first);
            springs.set(k, 1, first + (int) (row % nodes));
            springs.set(k, 2, (int) (row / nodes % kinds));
        }
        return new LooseSprings(springs);
    }

    /** Returns the number of pieces of runs, of fans and of loose springs, for reports. */
    @Override
    public String toString() {
        return pieces.size() + " pieces of runs in " + blocks + " blocks, " + fans.fans.size() + " fans, "
                + loose.size() + " loose springs";
    }
}
