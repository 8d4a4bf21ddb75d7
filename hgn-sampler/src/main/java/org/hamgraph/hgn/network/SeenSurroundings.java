package org.hamgraph.hgn.network;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.support.Checks;

/**
 * What the bodies of a training saw of their surroundings: for every number of neighbours, the range of every
 * descriptor. Bodies are told apart by that number, because one of two neighbours at a right angle sees numbers between
 * those of one neighbour and of two in line. Immutable.
 *
 * @since 0.1
 */
public final class SeenSurroundings {
    private final int count;
    private final Map<Integer, double[]> low = new TreeMap<>();
    private final Map<Integer, double[]> high = new TreeMap<>();

    private SeenSurroundings(int count) {
        this.count = count;
    }

    /**
     * Returns the ranges of some states of one graph.
     *
     * @param graph bodies and springs
     * @param count number of descriptors of a body, M
     * @param descriptors descriptors of all bodies in all states [K*n*M], finite
     */
    public static SeenSurroundings of(CompiledGraph graph, int count, double[] descriptors) {
        Checks.copyOfFinite(descriptors, "descriptors");
        SeenSurroundings seen = new SeenSurroundings(Checks.atLeast(count, 1, "number of descriptors"));
        int row = graph.nodes() * count;
        if (row == 0 || descriptors.length % row != 0) {
            throw new IllegalArgumentException("descriptors must be " + count + " of each of " + graph.nodes()
                    + " bodies in every state, found " + descriptors.length);
        }
        for (int at = 0; at < descriptors.length; at += count) {
            seen.add(graph.degree(at % row / count), descriptors, at);
        }
        return seen;
    }

    private void add(int neighbours, double[] d, int from) {
        double[] least = low.computeIfAbsent(neighbours, n -> filled(Double.POSITIVE_INFINITY));
        double[] greatest = high.computeIfAbsent(neighbours, n -> filled(Double.NEGATIVE_INFINITY));
        for (int m = 0; m < count; m++) {
            least[m] = Math.min(least[m], d[from + m]);
            greatest[m] = Math.max(greatest[m], d[from + m]);
        }
    }

    private double[] filled(double value) {
        double[] all = new double[count];
        Arrays.fill(all, value);
        return all;
    }

    /**
     * Returns whether a body saw in training what this one sees.
     *
     * @param neighbours number of its neighbours
     * @param d array with its descriptors
     * @param from where they begin
     * @param margin part of a range by which it may be left
     */
    boolean contains(int neighbours, double[] d, int from, double margin) {
        double[] least = low.get(neighbours);
        if (least == null) {
            return false;
        }
        double[] greatest = high.get(neighbours);
        for (int m = 0; m < count; m++) {
            double reach = margin * (greatest[m] - least[m]);
            if (!(d[from + m] >= least[m] - reach && d[from + m] <= greatest[m] + reach)) {
                return false;
            }
        }
        return true;
    }

    int count() {
        return count;
    }
}
