package org.hamgraph.sweep;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hamgraph.graph.CompiledGraph;

/**
 * The springs of a graph sorted by the function that gives their pull: springs of the same species, stiffness and rest
 * length share one.
 *
 * @since 0.1
 */
public final class PairClasses {
    /** Most functions of one graph. */
    public static final int MOST = 100;

    private final PiecewisePolynomial[] slope;
    private final byte[] of;

    private PairClasses(PiecewisePolynomial[] slope, byte[] of) {
        this.slope = slope;
        this.of = of;
    }

    /** What the pull of a spring may depend on beside its length. */
    private record Kind(int species, double stiffness, double restLength) {}

    /** Gives the pull of springs. */
    @FunctionalInterface
    public interface Slopes {
        /**
         * Returns dV/dr as a function of the length r; null if it has no such form.
         *
         * @param species species of spring
         * @param stiffness spring constant
         * @param restLength rest length
         */
        PiecewisePolynomial slope(int species, double stiffness, double restLength);
    }

    /**
     * Sorts springs, or returns nothing if there are more than {@value #MOST} functions or one has no such form. O(m).
     *
     * @param graph bodies and springs, one at least
     * @param slopes gives the function of every kind of spring
     */
    public static Optional<PairClasses> of(CompiledGraph graph, Slopes slopes) {
        Map<Kind, Byte> known = new HashMap<>();
        List<PiecewisePolynomial> slope = new ArrayList<>();
        byte[] of = new byte[graph.edges()];
        for (int e = 0; e < of.length; e++) {
            if (e > 0 && same(graph, e - 1, e)) {
                of[e] = of[e - 1];
                continue;
            }
            Kind kind = new Kind(graph.springSpecies(e), graph.stiffness(e), graph.restLength(e));
            Byte index = known.get(kind);
            if (index == null) {
                PiecewisePolynomial f = slopes.slope(kind.species, kind.stiffness, kind.restLength);
                if (f == null || slope.size() == MOST && !slope.contains(f)) {
                    return Optional.empty();
                }
                if (!slope.contains(f)) {
                    slope.add(f);
                }
                index = (byte) slope.indexOf(f);
                known.put(kind, index);
            }
            of[e] = index;
        }
        if (slope.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new PairClasses(slope.toArray(new PiecewisePolynomial[0]), slope.size() == 1 ? new byte[0] : of));
    }

    private static boolean same(CompiledGraph graph, int e, int f) {
        return graph.springSpecies(e) == graph.springSpecies(f)
                && graph.stiffness(e) == graph.stiffness(f)
                && graph.restLength(e) == graph.restLength(f);
    }

    /** Returns the number of functions. */
    public int count() {
        return slope.length;
    }

    /**
     * Returns which function a spring has.
     *
     * @param edge edge index
     */
    public int index(int edge) {
        return of.length == 0 ? 0 : of[edge];
    }

    /**
     * Returns a function.
     *
     * @param index which one
     */
    public PiecewisePolynomial slope(int index) {
        return slope[index];
    }
}
