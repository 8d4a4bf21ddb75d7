package org.hamgraph.sim.trajectory;

import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.support.Checks;

/**
 * Momentum and angular momentum of a state, each as a sum over the bodies in their order.
 *
 * <pre>{@code
 * P = sum_i p_i      L = sum_i q_i x p_i
 * }</pre>
 *
 * L is taken about the origin; of a system in the plane it has the component along z alone, on a line it is 0. One
 * object serves many states. Not thread-safe.
 *
 * @since 0.1
 */
public final class Momenta {
    private static final int AXES = 3;

    private final PhaseLayout layout;
    private final double[] linear = new double[AXES];
    private final double[] angular = new double[AXES];
    private double linearSize;
    private double angularSize;

    /**
     * Starts without a state; every sum is 0.
     *
     * @param layout number of bodies and dimension of the states
     */
    public Momenta(PhaseLayout layout) {
        this.layout = layout;
    }

    /**
     * Sums up a state.
     *
     * @param y state [2*n*dim]; not kept
     */
    public void measure(double[] y) {
        layout.check(y);
        double px = 0;
        double py = 0;
        double pz = 0;
        double lx = 0;
        double ly = 0;
        double lz = 0;
        linearSize = 0;
        angularSize = 0;
        int dim = layout.dim();
        int half = layout.half();
        for (int i = 0; i < half; i += dim) {
            double x = y[i];
            double u = y[half + i];
            double yy = dim > 1 ? y[i + 1] : 0;
            double v = dim > 1 ? y[half + i + 1] : 0;
            double z = dim > 2 ? y[i + 2] : 0;
            double w = dim > 2 ? y[half + i + 2] : 0;
            double size = norm(u, v, w);
            px += u;
            py += v;
            pz += w;
            lx += yy * w - z * v;
            ly += z * u - x * w;
            lz += x * v - yy * u;
            linearSize += size;
            angularSize += norm(x, yy, z) * size;
        }
        linear[0] = px;
        linear[1] = py;
        linear[2] = pz;
        angular[0] = lx;
        angular[1] = ly;
        angular[2] = lz;
    }

    static double norm(double x, double y, double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }

    /**
     * Returns a component of the momentum; 0 along an axis the system does not have.
     *
     * @param axis 0, 1 or 2
     */
    public double linear(int axis) {
        return linear[Checks.index(axis, AXES, "axis")];
    }

    /**
     * Returns a component of the angular momentum about the origin.
     *
     * @param axis 0, 1 or 2
     */
    public double angular(int axis) {
        return angular[Checks.index(axis, AXES, "axis")];
    }

    /** Returns sum_i |p_i|, what a deviation of the momentum is compared with. */
    public double linearSize() {
        return linearSize;
    }

    /** Returns sum_i |q_i||p_i|, what a deviation of the angular momentum is compared with. */
    public double angularSize() {
        return angularSize;
    }
}
