package org.hamgraph.phase;

import org.hamgraph.support.Checks;

/**
 * Where the coordinates of a body lie in a state array: all positions first, then all momenta.
 *
 * <pre>{@code
 * y[i*d + a] = q of body i along axis a        y[n*d + i*d + a] = p of body i along axis a
 * }</pre>
 *
 * @param nodes number of bodies n
 * @param dim dimension d of space, 1 to 3
 * @since 0.1
 */
public record PhaseLayout(int nodes, int dim) {
    /** Checks the components. */
    public PhaseLayout {
        Checks.atLeast(nodes, 0, "number of bodies");
        Checks.dimension(dim);
    }

    /** Returns the number of positions, n·d, which is also the place of the first momentum. */
    public int half() {
        return nodes * dim;
    }

    /** Returns the length of a state, 2·n·d. */
    public int size() {
        return 2 * nodes * dim;
    }

    /**
     * Returns {@code y} if it has the length of a state.
     *
     * @param y state [2*n*dim]
     * @throws IllegalArgumentException if its length differs
     */
    public double[] check(double[] y) {
        return Checks.length(y, size(), "state y [2*n*dim]");
    }

    /**
     * Returns what a place of a state array is, for messages.
     *
     * @param index place in 0..2nd-1
     * @return for example {@code "p of body 17, axis 1"}
     */
    public String describe(int index) {
        int within = index % half();
        return (index < half() ? "q" : "p") + " of body " + within / dim + ", axis " + within % dim;
    }
}
