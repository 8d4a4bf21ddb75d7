package org.hamgraph.phase;

import java.util.Arrays;
import java.util.Objects;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;

/**
 * A sum over bodies and springs: every body adds an energy of its momentum's square, every spring an energy of its
 * length.
 *
 * <pre>{@code
 * H(q, p) = sum_i T_i(|p_i|^2) + sum_e V_e(r_e)          r_e = |q_j - q_i|, nearest image on periodic axes
 * dq_i/dt = 2 T_i'(|p_i|^2) p_i                          dp_i/dt = sum_{e at i} V_e'(r_e) (q_j - q_i) / r_e
 * }</pre>
 *
 * Momentum and angular momentum (in open space) are conserved, and permutations and rigid motions respected, by
 * construction. Coincident bodies exert no force on each other. One gradient costs one sweep over the springs; sums
 * run in the graph's own order and repeat bit for bit.
 *
 * @since 0.1
 */
public abstract class PairwiseHamiltonian implements SeparableHamiltonian {
    private final CompiledGraph graph;
    private final Box box;
    private final PhaseLayout layout;

    /**
     * Binds the energy to a system.
     *
     * @param graph bodies and springs
     * @param box dimension and periods of space
     */
    protected PairwiseHamiltonian(CompiledGraph graph, Box box) {
        this.graph = Objects.requireNonNull(graph, "graph");
        this.box = Objects.requireNonNull(box, "box");
        this.layout = new PhaseLayout(graph.nodes(), box.dim());
    }

    /**
     * Returns V_e(r), energy.
     *
     * @param edge edge index
     * @param r length of the edge, zero or positive
     */
    protected abstract double pairEnergy(int edge, double r);

    /**
     * Returns dV_e/dr, force; positive where the edge pulls.
     *
     * @param edge edge index
     * @param r length of the edge, zero or positive
     */
    protected abstract double pairSlope(int edge, double r);

    /**
     * Returns T_i(s), energy; s/(2m) unless overridden.
     *
     * @param body body index
     * @param s squared momentum |p|²
     */
    protected double bodyEnergy(int body, double s) {
        return s / (2 * graph.mass(body));
    }

    /**
     * Returns dT_i/ds, one over mass; 1/(2m) unless overridden.
     *
     * @param body body index
     * @param s squared momentum |p|²
     */
    protected double bodySlope(int body, double s) {
        return 1 / (2 * graph.mass(body));
    }

    /** Returns the bodies and springs. */
    public final CompiledGraph graph() {
        return graph;
    }

    /** Returns the space around them. */
    public final Box box() {
        return box;
    }

    @Override
    public final PhaseLayout layout() {
        return layout;
    }

    @Override
    public double potentialEnergy(double[] y) {
        double sum = 0;
        for (int e = 0; e < graph.edges(); e++) {
            sum += pairEnergy(e, box.distance(y, graph.first(e), graph.second(e)));
        }
        return sum;
    }

    @Override
    public double kineticEnergy(double[] y) {
        int dim = layout.dim();
        int half = layout.half();
        double sum = 0;
        for (int i = 0; i < layout.nodes(); i++) {
            sum += bodyEnergy(i, square(y, half + i * dim, dim));
        }
        return sum;
    }

    @Override
    public void velocity(double[] y, double[] velocityOut, int offset) {
        int dim = layout.dim();
        int half = layout.half();
        for (int i = 0; i < layout.nodes(); i++) {
            int place = i * dim;
            double factor = 2 * bodySlope(i, square(y, half + place, dim));
            for (int axis = 0; axis < dim; axis++) {
                velocityOut[offset + place + axis] = factor * y[half + place + axis];
            }
        }
    }

    @Override
    public void force(double[] y, double[] forceOut, int offset) {
        int dim = layout.dim();
        Arrays.fill(forceOut, offset, offset + layout.half(), 0.0);
        for (int e = 0; e < graph.edges(); e++) {
            int i = graph.first(e) * dim;
            int j = graph.second(e) * dim;
            double dx = box.nearest(y[j] - y[i], 0);
            double dy = dim > 1 ? box.nearest(y[j + 1] - y[i + 1], 1) : 0;
            double dz = dim > 2 ? box.nearest(y[j + 2] - y[i + 2], 2) : 0;
            double r = Math.sqrt(dx * dx + dy * dy + dz * dz);
            double pull = r > 0 ? pairSlope(e, r) / r : 0;
            forceOut[offset + i] += pull * dx;
            forceOut[offset + j] -= pull * dx;
            if (dim > 1) {
                forceOut[offset + i + 1] += pull * dy;
                forceOut[offset + j + 1] -= pull * dy;
            }
            if (dim > 2) {
                forceOut[offset + i + 2] += pull * dz;
                forceOut[offset + j + 2] -= pull * dz;
            }
        }
    }

    private static double square(double[] y, int start, int dim) {
        double sum = 0;
        for (int axis = 0; axis < dim; axis++) {
            sum += y[start + axis] * y[start + axis];
        }
        return sum;
    }
}
