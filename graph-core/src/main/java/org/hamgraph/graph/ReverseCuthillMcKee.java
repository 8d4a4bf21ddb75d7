package org.hamgraph.graph;

import java.util.Arrays;

/**
 * Numbers every component level by level from a node far out and turns the numbers round.
 *
 * <p>Sources: E. Cuthill, J. McKee, Reducing the bandwidth of sparse symmetric matrices, ACM National Conference,
 * 1969; A. George, J. Liu, An implementation of a pseudoperipheral node finder, ACM Trans. Math. Softw. 5, 1979.
 */
final class ReverseCuthillMcKee {
    /** Most searches for a node far out in one component; two or three are usual. */
    private static final int SEARCHES = 8;

    private final CompiledGraph graph;
    private final int[] order;
    private final boolean[] seen;
    private final long[] keys;
    private int lastLevel;
    private int end;
    private int depth;

    private ReverseCuthillMcKee(CompiledGraph graph) {
        this.graph = graph;
        order = new int[graph.nodes()];
        seen = new boolean[graph.nodes()];
        int largest = 0;
        for (int i = 0; i < graph.nodes(); i++) {
            largest = Math.max(largest, graph.degree(i));
        }
        keys = new long[largest];
    }

    /** Returns the new index of every body [n]. */
    static int[] newIndex(CompiledGraph graph) {
        int[] order = new ReverseCuthillMcKee(graph).order();
        int[] newIndex = new int[order.length];
        for (int place = 0; place < order.length; place++) {
            newIndex[order[place]] = place;
        }
        return newIndex;
    }

    private int[] order() {
        int start = 0;
        for (int i = 0; i < order.length; i++) {
            if (!seen[i]) {
                int stop = number(farFrom(i, start), start);
                reverse(start, stop);
                start = stop;
            }
        }
        return order;
    }

    /** Returns a node of nearly the greatest distance to another one, in the component of {@code node}. */
    private int farFrom(int node, int start) {
        int root = node;
        int best = -1;
        for (int search = 0; search < SEARCHES; search++) {
            levels(root, start);
            if (depth <= best) {
                break;
            }
            best = depth;
            root = order[lastLevel];
            for (int place = lastLevel + 1; place < end; place++) {
                root = key(order[place]) < key(root) ? order[place] : root;
            }
        }
        return root;
    }

    /** Nodes of a lower degree come first, then those of a lower index. */
    private long key(int node) {
        return (long) graph.degree(node) << 32 | node;
    }

    /** Fills {@code order} from {@code start} on with the component of {@code root}, by distance, and forgets it. */
    private void levels(int root, int start) {
        order[start] = root;
        seen[root] = true;
        lastLevel = start;
        end = start + 1;
        depth = 0;
        int levelEnd = end;
        for (int place = start; place < end; place++) {
            if (place == levelEnd) {
                lastLevel = levelEnd;
                levelEnd = end;
                depth++;
            }
            for (int slot = graph.rowStart(order[place]); slot < graph.rowStart(order[place] + 1); slot++) {
                int neighbor = graph.neighbor(slot);
                if (!seen[neighbor]) {
                    seen[neighbor] = true;
                    order[end++] = neighbor;
                }
            }
        }
        for (int place = start; place < end; place++) {
            seen[order[place]] = false;
        }
    }

    /** Fills {@code order} from {@code start} on in the order of Cuthill and McKee and returns where it ends. */
    private int number(int root, int start) {
        order[start] = root;
        seen[root] = true;
        int stop = start + 1;
        for (int place = start; place < stop; place++) {
            int count = 0;
            for (int slot = graph.rowStart(order[place]); slot < graph.rowStart(order[place] + 1); slot++) {
                int neighbor = graph.neighbor(slot);
                if (!seen[neighbor]) {
                    seen[neighbor] = true;
                    keys[count++] = key(neighbor);
                }
            }
            Arrays.sort(keys, 0, count);
            for (int k = 0; k < count; k++) {
                order[stop++] = (int) keys[k];
            }
        }
        return stop;
    }

    private void reverse(int start, int stop) {
        for (int low = start, high = stop - 1; low < high; low++, high--) {
            int node = order[low];
            order[low] = order[high];
            order[high] = node;
        }
    }
}
