package org.hamgraph.graph;

import java.util.Arrays;

/**
 * Numbers a lattice row by row: bodies joined along a first axis form a row, rows joined along a second one a plane;
 * planes, the rows of a plane and the bodies of a row follow each other by their mean place along the third, second
 * and first axis.
 *
 * <p>A spring runs along an axis if its angle to it is below the angle that the fewest springs have. So neither the
 * spacing nor the origin of the lattice enters, and the lattice may be stretched, bent and turned a little.
 */
final class RowOrder {
    private static final int SAMPLE = 1 << 16;
    /** Bins for the angles from 0 to 90 degrees. */
    private static final int BINS = 18;

    private final CompiledGraph graph;
    private final double[] q;
    private final Box box;
    private final int[] axes;
    private final int n;
    private final double gap;
    private final int[] parent;

    private RowOrder(CompiledGraph graph, double[] q, Box box, int[] axes) {
        this.graph = graph;
        this.q = q;
        this.box = box;
        this.axes = axes;
        n = graph.nodes();
        gap = meanLength(graph, q, box) / 4;
        parent = identity(n);
    }

    /**
     * Returns the new index of every body [n].
     *
     * @param graph any graph
     * @param q positions [n*dim]
     * @param axes the axes, the one along the rows first [dim]
     */
    static int[] newIndex(CompiledGraph graph, double[] q, Box box, int... axes) {
        return new RowOrder(graph, q, box, axes).newIndex();
    }

    /** Returns the mean length of springs, of every few ones if there are many; 0 if there are none. */
    static double meanLength(CompiledGraph graph, double[] q, Box box) {
        int step = 1 + graph.edges() / SAMPLE;
        double sum = 0;
        int count = 0;
        for (int e = 0; e < graph.edges(); e += step) {
            sum += box.distance(q, graph.first(e), graph.second(e));
            count++;
        }
        return count == 0 ? 0 : sum / count;
    }

    static int[] identity(int n) {
        int[] result = new int[n];
        Arrays.setAll(result, i -> i);
        return result;
    }

    private int[] newIndex() {
        int[][] group = new int[axes.length][];
        group[0] = identity(n);
        for (int level = 1; level < axes.length; level++) {
            join(level - 1);
            group[level] = groups();
        }
        int[] rank = new int[n];
        for (int level = axes.length - 1; level >= 0; level--) {
            int[] rankOfGroup = sorted(group[level], rank, axes[level]);
            for (int i = 0; i < n; i++) {
                rank[i] = rankOfGroup[group[level][i]];
            }
        }
        return rank;
    }

    /** Unites the ends of springs that run along the axis of a level. */
    private void join(int level) {
        double limit = leastFrequentSlope(level);
        for (int e = 0; e < graph.edges(); e++) {
            int a = root(graph.first(e));
            int b = root(graph.second(e));
            if (a != b && across(e, level) < limit * along(e, level)) {
                parent[Math.max(a, b)] = Math.min(a, b);
            }
        }
    }

    private int root(int body) {
        int i = body;
        while (parent[i] != i) {
            parent[i] = parent[parent[i]];
            i = parent[i];
        }
        return i;
    }

    private double along(int edge, int level) {
        return Math.abs(difference(graph.first(edge), graph.second(edge), axes[level]));
    }

    /** Returns the length of a spring in the axes of the levels above. */
    private double across(int edge, int level) {
        double sum = 0;
        for (int above = level + 1; above < axes.length; above++) {
            double d = difference(graph.first(edge), graph.second(edge), axes[above]);
            sum += d * d;
        }
        return Math.sqrt(sum);
    }

    private double difference(int from, int to, int axis) {
        return box.nearest(q[to * axes.length + axis] - q[from * axes.length + axis], axis);
    }

    /** Returns the tangent of the angle between 20 and 70 degrees that fewest springs have within 7.5 degrees. */
    private double leastFrequentSlope(int level) {
        int[] count = new int[BINS];
        int step = 1 + graph.edges() / SAMPLE;
        for (int e = 0; e < graph.edges(); e += step) {
            if (root(graph.first(e)) != root(graph.second(e))) {
                double angle = Math.atan2(across(e, level), along(e, level));
                count[Math.min(BINS - 1, (int) (angle / (Math.PI / 2) * BINS))]++;
            }
        }
        int least = BINS / 2;
        for (int away = 0; away < 10; away++) {
            int bin = BINS / 2 + (away % 2 == 0 ? away / 2 : -(away + 1) / 2);
            least = around(count, bin) < around(count, least) ? bin : least;
        }
        return Math.tan((least + 0.5) * Math.PI / 2 / BINS);
    }

    private static int around(int[] count, int bin) {
        return count[bin - 1] + count[bin] + count[bin + 1];
    }

    /** Returns the number of the group of every body; groups are numbered by their first bodies. */
    private int[] groups() {
        int[] group = new int[n];
        int count = 0;
        for (int i = 0; i < n; i++) {
            int root = root(i);
            group[i] = root == i ? count++ : group[root];
        }
        return group;
    }

    /** Returns the rank of every group by the rank of what it belongs to and then its mean place along an axis. */
    private int[] sorted(int[] group, int[] rankAbove, int axis) {
        double[] place = means(group, axis);
        int[] above = new int[place.length];
        for (int i = 0; i < n; i++) {
            above[group[i]] = rankAbove[i];
        }
        int[] start = starts(above);
        int[] next = start.clone();
        double low = Arrays.stream(place).min().orElse(0);
        double high = Arrays.stream(place).max().orElse(0);
        double scale = high > low ? Integer.MAX_VALUE / (high - low) : 0;
        long[] keys = new long[place.length];
        for (int k = 0; k < place.length; k++) {
            keys[next[above[k]]++] = (long) ((place[k] - low) * scale) << 32 | k;
        }
        for (int b = 0; b + 1 < start.length; b++) {
            Arrays.sort(keys, start[b], start[b + 1]);
        }
        int[] rank = new int[place.length];
        for (int r = 0; r < rank.length; r++) {
            rank[(int) keys[r]] = r;
        }
        return rank;
    }

    /** Returns where the members of every bucket start when they are put one bucket after the other. */
    private static int[] starts(int[] bucket) {
        int[] start = new int[Arrays.stream(bucket).max().orElse(-1) + 2];
        for (int b : bucket) {
            start[b + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        return start;
    }

    /** Returns the mean place of every group along an axis, on a periodic one within a period that starts in a gap. */
    private double[] means(int[] group, int axis) {
        int groups = Arrays.stream(group).max().orElse(-1) + 1;
        int[] first = new int[groups];
        int[] size = new int[groups];
        double[] sum = new double[groups];
        for (int i = 0; i < n; i++) {
            int g = group[i];
            if (size[g]++ == 0) {
                first[g] = i;
            }
            sum[g] += difference(first[g], i, axis);
        }
        for (int g = 0; g < groups; g++) {
            sum[g] = wrapped(q[first[g] * axes.length + axis] + sum[g] / size[g], axis);
        }
        return sum;
    }

    private double wrapped(double x, int axis) {
        double period = box.period(axis);
        double beyond = x - q[axis] - gap;
        return period > 0 ? beyond - period * Math.floor(beyond / period) : x;
    }
}
