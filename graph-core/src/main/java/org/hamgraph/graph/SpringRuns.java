package org.hamgraph.graph;

import java.util.Arrays;

/** Counts, for a numbering of the bodies, how far apart the ends of springs are and which springs follow each other. */
final class SpringRuns {
    private final int shortest;
    private int[] offset;
    private int[] length;
    private int[] lastOffset;
    private int[] lastLength;
    private int lastCount;
    private long inRuns;
    private long span;

    private SpringRuns(int largestDegree, int shortest) {
        this.shortest = shortest;
        offset = new int[largestDegree];
        length = new int[largestDegree];
        lastOffset = new int[largestDegree];
        lastLength = new int[largestDegree];
    }

    /**
     * Counts in a renumbered graph without building it. O(n + m log d) for degrees up to d.
     *
     * @param newIndex new index of every body [n]
     * @param shortest length from which on a run counts
     */
    static SpringRuns of(CompiledGraph graph, int[] newIndex, int shortest) {
        int n = newIndex.length;
        int[] order = new int[n];
        int largest = 0;
        for (int i = 0; i < n; i++) {
            order[newIndex[i]] = i;
            largest = Math.max(largest, graph.degree(i));
        }
        SpringRuns runs = new SpringRuns(largest, shortest);
        for (int i = 0; i < n; i++) {
            int count = 0;
            for (int slot = graph.rowStart(order[i]); slot < graph.rowStart(order[i] + 1); slot++) {
                int j = newIndex[graph.neighbor(slot)];
                if (j > i) {
                    runs.offset[count++] = j - i;
                }
            }
            runs.next(count);
        }
        runs.next(0);
        return runs;
    }

    /** Takes the springs of the next first end, continues the runs they belong to and closes the others. */
    private void next(int count) {
        Arrays.sort(offset, 0, count);
        int last = 0;
        for (int k = 0; k < count; k++) {
            span += offset[k];
            while (last < lastCount && lastOffset[last] < offset[k]) {
                close(lastLength[last++]);
            }
            boolean goesOn = last < lastCount && lastOffset[last] == offset[k];
            length[k] = goesOn ? lastLength[last++] + 1 : 1;
        }
        while (last < lastCount) {
            close(lastLength[last++]);
        }
        int[] swap = lastOffset;
        lastOffset = offset;
        offset = swap;
        swap = lastLength;
        lastLength = length;
        length = swap;
        lastCount = count;
    }

    private void close(int run) {
        inRuns += run >= shortest ? run : 0;
    }

    /** Returns the number of springs in runs that are long enough. */
    long inRuns() {
        return inRuns;
    }

    /** Returns the sum over springs of the difference of their ends' indices. */
    long span() {
        return span;
    }
}
