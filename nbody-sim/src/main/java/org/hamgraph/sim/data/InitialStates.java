package org.hamgraph.sim.data;

import java.util.Objects;
import java.util.random.RandomGenerator;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.support.Checks;
import org.hamgraph.support.RandomStreams;

/**
 * Random states about given rest positions, with no total momentum.
 *
 * <pre>{@code
 * q_i = rest_i + u,   u uniform in [-jitter, jitter] on every axis
 * p_i = m_i (v_i - V),   v_i normal with standard deviation `velocity` on every axis,   V = sum_i m_i v_i / sum_i m_i
 * }</pre>
 *
 * A state depends on the seed, the purpose and its index alone, never on which others were drawn. Jitter and velocity
 * scale the same random numbers. Immutable.
 *
 * @since 0.1
 */
public final class InitialStates {
    private final CompiledGraph graph;
    private final Box box;
    private final double[] rest;
    private final double jitter;
    private final double velocity;

    private InitialStates(CompiledGraph graph, Box box, double[] rest, double jitter, double velocity) {
        this.graph = Objects.requireNonNull(graph, "graph");
        this.box = Objects.requireNonNull(box, "box");
        int half = new PhaseLayout(graph.nodes(), box.dim()).half();
        this.rest = Checks.copyOfFinite(Checks.length(rest, half, "rest positions [n*dim]"), "rest positions");
        this.jitter = Checks.notNegative(jitter, "jitter");
        this.velocity = Checks.notNegative(velocity, "velocity");
    }

    /**
     * Returns the states about given positions.
     *
     * @param graph bodies with their masses
     * @param box space around them
     * @param rest positions without displacement [n*dim], length
     * @param jitter greatest displacement along an axis, length
     * @param velocity standard deviation of a velocity along an axis, length per time
     */
    public static InitialStates around(CompiledGraph graph, Box box, double[] rest, double jitter, double velocity) {
        return new InitialStates(graph, box, rest, jitter, velocity);
    }

    /** Returns the bodies and springs. */
    public CompiledGraph graph() {
        return graph;
    }

    /** Returns the space around them. */
    public Box box() {
        return box;
    }

    /**
     * Returns one state [2*n*dim]. A single body is at rest.
     *
     * @param seed the one seed of a run
     * @param purpose what the state is for, such as {@code "training states"}; other purposes give other states
     * @param index which of the states for this purpose
     */
    public double[] draw(long seed, String purpose, long index) {
        RandomGenerator random = RandomStreams.of(seed, purpose, index);
        int half = rest.length;
        double[] y = new double[2 * half];
        for (int k = 0; k < half; k++) {
            y[k] = rest[k] + jitter * (2 * random.nextDouble() - 1);
        }
        int dim = box.dim();
        for (int k = 0; k < half; k++) {
            y[half + k] = graph.mass(k / dim) * velocity * random.nextGaussian();
        }
        for (int axis = 0; axis < dim; axis++) {
            stopDrift(y, axis);
        }
        return y;
    }

    /**
     * Returns the states with indices 0 to count − 1 [count x 2*n*dim].
     *
     * @param seed the one seed of a run
     * @param purpose what the states are for
     * @param count number of states, at least 1
     */
    public double[][] drawMany(long seed, String purpose, int count) {
        double[][] states = new double[Checks.atLeast(count, 1, "number of states")][];
        for (int index = 0; index < count; index++) {
            states[index] = draw(seed, purpose, index);
        }
        return states;
    }

    /** Gives every body the same velocity against the motion of the whole along an axis. */
    private void stopDrift(double[] y, int axis) {
        double totalMass = 0;
        double totalMomentum = 0;
        for (int i = 0; i < graph.nodes(); i++) {
            totalMass += graph.mass(i);
            totalMomentum += y[rest.length + i * box.dim() + axis];
        }
        double drift = totalMomentum / totalMass;
        for (int i = 0; i < graph.nodes(); i++) {
            y[rest.length + i * box.dim() + axis] -= graph.mass(i) * drift;
        }
    }
}
