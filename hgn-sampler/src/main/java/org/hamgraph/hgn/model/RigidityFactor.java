package org.hamgraph.hgn.model;

import java.util.Arrays;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;

/**
 * The rigidity matrix of one state and its thin QR: dp/dt = B f maps the pulls f of the edges to forces on bodies.
 *
 * <pre>{@code
 * B = Q R_B      R_B f = Q^T dp/dt      what lies outside the range of B: |dp/dt - Q Q^T dp/dt|^2
 * }</pre>
 *
 * An exact, orthogonal reduction from n·d rows to m rows, worth it where there are fewer edges than coordinates. The
 * outside part is computed from the vector itself; it is zero to rounding exactly if the forces are central pair
 * forces along these edges.
 */
final class RigidityFactor {
    private final CompiledGraph graph;
    private final Box box;
    private final int rows;
    private final int columns;
    private final double[] b;
    private final double[] diagonal;
    private final double[] turned;

    RigidityFactor(CompiledGraph graph, Box box) {
        this.graph = graph;
        this.box = box;
        this.rows = graph.nodes() * box.dim();
        this.columns = graph.edges();
        this.b = new double[rows * columns];
        this.diagonal = new double[columns];
        this.turned = new double[rows];
    }

    /**
     * Returns whether the reduction saves work: fewer edges than coordinates, and few enough for a dense
     * factorisation.
     */
    static boolean pays(CompiledGraph graph, Box box) {
        return graph.edges() > 0 && graph.edges() < graph.nodes() * box.dim() && graph.edges() <= 256;
    }

    /**
     * Factorises B at the positions of {@code y} and turns the forces that start at {@code offset} of {@code forces}.
     */
    void factor(double[] y, double[] forces, int offset) {
        assemble(y);
        System.arraycopy(forces, offset, turned, 0, rows);
        for (int j = 0; j < columns; j++) {
            reflect(j);
        }
    }

    private void assemble(double[] y) {
        int dim = box.dim();
        Arrays.fill(b, 0);
        for (int e = 0; e < columns; e++) {
            int i = graph.first(e) * dim;
            int j = graph.second(e) * dim;
            double r = box.distance(y, graph.first(e), graph.second(e));
            for (int axis = 0; axis < dim && r > 0; axis++) {
                double u = box.nearest(y[j + axis] - y[i + axis], axis) / r;
                b[e * rows + i + axis] = u;
                b[e * rows + j + axis] = -u;
            }
        }
    }

    /** One Householder reflection; the vector stays in column j, its image of the diagonal in {@code diagonal}. */
    private void reflect(int j) {
        int start = j * rows;
        double norm2 = 0;
        for (int i = j; i < rows; i++) {
            norm2 += b[start + i] * b[start + i];
        }
        double alpha = b[start + j];
        double norm = Math.sqrt(norm2);
        diagonal[j] = alpha > 0 ? -norm : norm;
        if (norm == 0) {
            return;
        }
        b[start + j] = alpha - diagonal[j];
        double scale = 1 / (norm2 - alpha * diagonal[j]);
        for (int k = j + 1; k < columns; k++) {
            apply(start, j, b, k * rows, scale);
        }
        apply(start, j, turned, 0, scale);
    }

    private void apply(int start, int j, double[] target, int offset, double scale) {
        double dot = 0;
        for (int i = j; i < rows; i++) {
            dot += b[start + i] * target[offset + i];
        }
        dot *= scale;
        for (int i = j; i < rows; i++) {
            target[offset + i] -= dot * b[start + i];
        }
    }

    /** Returns R_B(i, j), for j not below i. */
    double r(int i, int j) {
        return i == j ? diagonal[j] : b[j * rows + i];
    }

    /** Returns (Qᵀ dp/dt)_i, for i below the number of edges. */
    double turned(int i) {
        return turned[i];
    }

    /** Returns the square of the forces outside the range of B. */
    double outside2() {
        double sum = 0;
        for (int i = columns; i < rows; i++) {
            sum += turned[i] * turned[i];
        }
        return sum;
    }

    /**
     * Writes the pulls f that balance the forces into {@code out}; returns false if B has no full column rank, so
     * that they are not unique.
     */
    boolean pulls(double[] out) {
        double largest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        for (double d : diagonal) {
            largest = Math.max(largest, Math.abs(d));
            smallest = Math.min(smallest, Math.abs(d));
        }
        if (!(smallest > 1e-8 * largest)) {
            return false;
        }
        for (int i = columns - 1; i >= 0; i--) {
            double rest = turned[i];
            for (int j = i + 1; j < columns; j++) {
                rest -= r(i, j) * out[j];
            }
            out[i] = rest / diagonal[i];
        }
        return true;
    }
}
