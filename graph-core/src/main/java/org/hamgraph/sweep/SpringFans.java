package org.hamgraph.sweep;

import java.util.Arrays;

/**
 * Fans of springs: consecutive first ends i, i + 1, … within a block, one spring of a class each, to any bodies above.
 * First ends are then read and written by whole registers, and only second ends are looked up.
 *
 * <p>The n-th springs of bodies that follow each other make fans, with gaps where a body has fewer, at most a quarter
 * of a fan. What is left in fans of fewer than {@value #SHORTEST} springs is loose. Depends on the graph alone.
 * O(m log m).
 */
final class SpringFans {
    static final int SHORTEST = 16;
    private static final int LONGEST_GAP = 16;

    /** First end, number of first ends with gaps, class, place of the second ends, first gap, gap after the last. */
    final IntTable fans = new IntTable(6);
    /** Where those of a block begin. */
    final int[] start;
    /** Second ends, fan after fan; in a gap the first end. */
    final int[] second;
    /** First ends without a spring, fan after fan, ascending. */
    final IntTable gaps = new IntTable(1);
    /** First end, second end, class of what is left, block after block. */
    final IntTable loose = new IntTable(3);

    private int places;

    /**
     * Finds the fans of a graph.
     *
     * @param springs first end, second end, class, in any order
     * @param nodes number of bodies
     * @param kinds number of classes
     */
    SpringFans(IntTable springs, int nodes, int kinds) {
        long[] key = new long[springs.size()];
        for (int k = 0; k < key.length; k++) {
            long row = (long) springs.get(k, 0) * kinds + springs.get(k, 2);
            key[k] = row * nodes + springs.get(k, 1);
        }
        Arrays.sort(key);
        start = new int[(nodes + RunPlan.BLOCK - 1) / RunPlan.BLOCK + 1];
        int[] ends = new int[key.length + key.length / 3];
        int from = 0;
        for (int block = 0; block < start.length - 1; block++) {
            long end = (block + 1L) * RunPlan.BLOCK * kinds * nodes;
            int to = from;
            while (to < key.length && key[to] < end) {
                to++;
            }
            findIn(Arrays.copyOfRange(key, from, to), nodes, kinds, ends);
            start[block + 1] = fans.size();
            from = to;
        }
        second = Arrays.copyOf(ends, places);
    }

    /** Finds the fans of a block: its springs by class, rank among those of their first end, and first end. */
    private void findIn(long[] key, int nodes, int kinds, int[] ends) {
        long count = key.length;
        long[] order = new long[key.length];
        int rank = 0;
        for (int k = 0; k < key.length; k++) {
            rank = k > 0 && key[k] / nodes == key[k - 1] / nodes ? rank + 1 : 0;
            order[k] = (key[k] / nodes % kinds * count + rank) * count + k;
        }
        Arrays.sort(order);
        int[] first = new int[key.length];
        int[] other = new int[key.length];
        for (int k = 0; k < key.length; k++) {
            long spring = key[(int) (order[k] % count)];
            first[k] = (int) (spring / nodes / kinds);
            other[k] = (int) (spring % nodes);
        }
        for (int from = 0; from < key.length; ) {
            int to = from + 1;
            while (to < key.length
                    && order[to] / count == order[from] / count
                    && first[to] - first[to - 1] <= LONGEST_GAP + 1) {
                to++;
            }
            keep(first, other, from, to, (int) (order[from] / count / count), ends);
            from = to;
        }
    }

    private void keep(int[] first, int[] other, int from, int to, int kind, int[] ends) {
        int slots = first[to - 1] - first[from] + 1;
        if (to - from < SHORTEST || 4 * (to - from) < 3 * slots) {
            for (int k = from; k < to; k++) {
                loose.add(first[k], other[k], kind);
            }
            return;
        }
        int firstGap = gaps.size();
        int place = places;
        for (int k = from; k < to; k++) {
            for (; first[from] + places - place < first[k]; places++) {
                ends[places] = first[from] + places - place;
                gaps.add(ends[places]);
            }
            ends[places++] = other[k];
        }
        fans.add(first[from], slots, kind, place, firstGap, gaps.size());
    }
}
