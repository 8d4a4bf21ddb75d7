package org.hamgraph.sweep;

import java.util.Arrays;
import org.hamgraph.graph.CompiledGraph;

/**
 * Runs of springs: consecutive first ends i, i + 1, … each joined to the body a constant number further on. In a
 * lattice numbered row by row every direction is a few long runs; any graph has some.
 *
 * <p>Runs of one direction that are only a little apart, such as the rows of a lattice, are joined, with gaps where a
 * spring is missing: a gap may be as long as the shorter of its neighbours. What is left in runs of fewer than
 * {@value #SHORTEST} springs is loose. Depends on the graph alone. O(m log m).
 */
final class EdgeRuns {
    static final int SHORTEST = 16;

    private final IntTable pieces = new IntTable(4);
    /** First end, offset to the second end, number of first ends with gaps, class; from here on gaps. */
    final IntTable runs = new IntTable(5);
    /** First ends without a spring, run after run, ascending. */
    final IntTable gaps = new IntTable(1);
    /** First end, second end, class. */
    final IntTable loose = new IntTable(3);

    private final int springs;

    /**
     * Finds the runs of a graph.
     *
     * @param graph bodies and springs
     * @param classes functions of the springs
     * @param withRuns whether to look for runs; if not, all springs are loose
     */
    EdgeRuns(CompiledGraph graph, PairClasses classes, boolean withRuns) {
        springs = graph.edges();
        if (withRuns) {
            findPieces(graph, classes);
            join(classes.count());
        } else {
            for (int e = 0; e < springs; e++) {
                loose.add(graph.first(e), graph.second(e), classes.index(e));
            }
        }
    }

    /** Follows runs without gaps from body to body; springs of a body are ordered by their second end. */
    private void findPieces(CompiledGraph graph, PairClasses classes) {
        int[] before = new int[0];
        int[] now = new int[8];
        int countBefore = 0;
        int lastFirst = -2;
        for (int e = 0; e < springs; ) {
            int i = graph.first(e);
            countBefore = i == lastFirst + 1 ? countBefore : 0;
            int count = 0;
            int candidate = 0;
            for (; e < springs && graph.first(e) == i; e++) {
                int offset = graph.second(e) - i;
                while (candidate < countBefore && pieces.get(before[candidate], 1) < offset) {
                    candidate++;
                }
                int kind = classes.index(e);
                boolean goesOn = candidate < countBefore
                        && pieces.get(before[candidate], 1) == offset
                        && pieces.get(before[candidate], 3) == kind;
                if (count == now.length) {
                    now = Arrays.copyOf(now, 2 * count);
                }
                if (goesOn) {
                    now[count] = before[candidate];
                    pieces.set(now[count], 2, pieces.get(now[count], 2) + 1);
                } else {
                    now[count] = pieces.add(i, offset, 1, kind);
                }
                count++;
            }
            int[] swap = before;
            before = now;
            now = swap.length < 8 ? new int[8] : swap;
            countBefore = count;
            lastFirst = i;
        }
    }

    private void join(int kinds) {
        int count = pieces.size();
        long[] order = new long[count];
        for (int k = 0; k < count; k++) {
            order[k] = ((long) pieces.get(k, 1) * kinds + pieces.get(k, 3)) * count + k;
        }
        Arrays.sort(order);
        for (int from = 0; from < count; ) {
            int to = from + 1;
            while (to < count && joins((int) (order[to - 1] % count), (int) (order[to] % count))) {
                to++;
            }
            keep(order, from, to, count);
            from = to;
        }
    }

    private boolean joins(int a, int b) {
        int gap = pieces.get(b, 0) - pieces.get(a, 0) - pieces.get(a, 2);
        return pieces.get(a, 1) == pieces.get(b, 1)
                && pieces.get(a, 3) == pieces.get(b, 3)
                && gap <= Math.min(pieces.get(a, 2), pieces.get(b, 2));
    }

    private void keep(long[] order, int from, int to, int count) {
        int total = 0;
        for (int k = from; k < to; k++) {
            total += pieces.get((int) (order[k] % count), 2);
        }
        int head = (int) (order[from] % count);
        int first = pieces.get(head, 0);
        int offset = pieces.get(head, 1);
        int kind = pieces.get(head, 3);
        int gapStart = gaps.size();
        int end = first;
        for (int k = from; k < to; k++) {
            int piece = (int) (order[k] % count);
            int start = pieces.get(piece, 0);
            int length = pieces.get(piece, 2);
            for (int i = end; total >= SHORTEST && i < start; i++) {
                gaps.add(i);
            }
            for (int i = start; total < SHORTEST && i < start + length; i++) {
                loose.add(i, i + offset, kind);
            }
            end = start + length;
        }
        if (total >= SHORTEST) {
            runs.add(first, offset, end - first, kind, gapStart);
        }
    }
}
