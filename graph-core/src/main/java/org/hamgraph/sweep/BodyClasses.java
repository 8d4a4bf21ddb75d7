package org.hamgraph.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;
import org.hamgraph.graph.CompiledGraph;

/**
 * The bodies of a graph as segments of one species each, with the function that gives their velocity.
 *
 * <pre>{@code
 * dT/ds = w f(w s)        s = |p|^2, w = weight of the body, such as one over its mass
 * }</pre>
 *
 * @since 0.1
 */
public final class BodyClasses {
    private final List<PiecewisePolynomial> slope = new ArrayList<>();
    private final IntTable segments = new IntTable(2);
    final double[] weight;
    /** Whether all weights are the same, w; slopes then are 2 w f(w s) as functions of s. */
    final boolean equalWeights;

    /**
     * Sorts bodies. O(n).
     *
     * @param graph bodies
     * @param slopes function f of every species
     * @param weights weight of every body, positive
     */
    public BodyClasses(CompiledGraph graph, IntFunction<PiecewisePolynomial> slopes, IntToDoubleFunction weights) {
        int n = graph.nodes();
        weight = new double[n + SweepKernels.MARGIN];
        boolean equal = true;
        PiecewisePolynomial last = null;
        for (int i = 0; i < n; i++) {
            weight[i] = weights.applyAsDouble(i);
            equal &= weight[i] == weight[0];
            PiecewisePolynomial f = i > 0 && graph.bodySpecies(i) == graph.bodySpecies(i - 1)
                    ? last
                    : slopes.apply(graph.bodySpecies(i));
            if (f != last) {
                int index = slope.indexOf(f);
                if (index < 0) {
                    index = slope.size();
                    slope.add(f);
                }
                segments.add(i, index);
                last = f;
            }
        }
        segments.add(n, 0);
        equalWeights = equal && n > 0;
        if (equalWeights) {
            double w = weight[0];
            slope.replaceAll(f -> f.of(w, 0, 2 * w));
        }
    }

    /** Segment a body lies in. */
    int segmentOf(int body) {
        int low = 0;
        int high = segments.size() - 1;
        while (low + 1 < high) {
            int middle = (low + high) >>> 1;
            if (segments.get(middle, 0) <= body) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int segmentStart(int k) {
        return segments.get(k, 0);
    }

    PiecewisePolynomial slope(int k) {
        return slope.get(segments.get(k, 1));
    }
}
