package org.hamgraph.phase;

import java.util.Arrays;
import org.hamgraph.support.Checks;

/**
 * A point in phase space: the positions and momenta of all bodies. Immutable; every number is finite.
 *
 * @since 0.1
 */
public final class PhaseState {
    private final PhaseLayout layout;
    private final double[] y;

    private PhaseState(PhaseLayout layout, double[] y) {
        this.layout = layout;
        this.y = y;
    }

    /**
     * Returns a state holding a copy of {@code y}.
     *
     * @param layout number of bodies and dimension
     * @param y state [2*n*dim]
     * @throws IllegalArgumentException if the length is wrong or a number is not finite
     */
    public static PhaseState copyOf(PhaseLayout layout, double[] y) {
        double[] copy = layout.check(y).clone();
        for (int i = 0; i < copy.length; i++) {
            if (!Double.isFinite(copy[i])) {
                throw new IllegalArgumentException(
                        "state y must be finite, found " + copy[i] + " for " + layout.describe(i));
            }
        }
        return new PhaseState(layout, copy);
    }

    /** Returns the number of bodies and the dimension. */
    public PhaseLayout layout() {
        return layout;
    }

    /**
     * Returns a coordinate of a body.
     *
     * @param body body index
     * @param axis axis, from 0
     */
    public double q(int body, int axis) {
        return y[place(body, axis)];
    }

    /**
     * Returns a momentum of a body.
     *
     * @param body body index
     * @param axis axis, from 0
     */
    public double p(int body, int axis) {
        return y[layout.half() + place(body, axis)];
    }

    private int place(int body, int axis) {
        return Checks.index(body, layout.nodes(), "body") * layout.dim() + Checks.index(axis, layout.dim(), "axis");
    }

    /** Returns a copy of the state array [2*n*dim]. */
    public double[] toArray() {
        return y.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PhaseState that && layout.equals(that.layout) && Arrays.equals(y, that.y);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(y);
    }
}
