package org.hamgraph.sim.trajectory;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.PhaseDataset;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.support.Checks;

/**
 * Recorded states of one system, all in memory. Immutable.
 *
 * @since 0.1
 */
public final class Trajectory {
    private final PhaseLayout layout;
    private final Box box;
    private final List<Frame> frames;

    private Trajectory(PhaseLayout layout, Box box, List<Frame> frames) {
        this.layout = layout;
        this.box = box;
        this.frames = frames;
    }

    private record Frame(long step, double time, double[] y, double[] forces) {}

    /**
     * Returns a builder of a trajectory.
     *
     * @param layout number of bodies and dimension of every state
     * @param box space around them, of the same dimension
     * @throws IllegalArgumentException if the dimensions differ
     */
    public static Builder builder(PhaseLayout layout, Box box) {
        if (box.dim() != layout.dim()) {
            throw new IllegalArgumentException(
                    "box must have the " + layout.dim() + " dimensions of the states, found " + box.dim());
        }
        return new Builder(layout, box);
    }

    /** Returns the number of bodies and the dimension. */
    public PhaseLayout layout() {
        return layout;
    }

    /** Returns the space around the bodies. */
    public Box box() {
        return box;
    }

    /** Returns the number of recorded states. */
    public int size() {
        return frames.size();
    }

    /**
     * Returns the number of steps before a state was recorded.
     *
     * @param k which state
     */
    public long step(int k) {
        return frames.get(k).step;
    }

    /**
     * Returns the time of a state, if it was recorded.
     *
     * @param k which state
     */
    public OptionalDouble time(int k) {
        double time = frames.get(k).time;
        return Double.isNaN(time) ? OptionalDouble.empty() : OptionalDouble.of(time);
    }

    /**
     * Returns a copy of a state [2*n*dim].
     *
     * @param k which state
     */
    public double[] state(int k) {
        return frames.get(k).y.clone();
    }

    /** Returns whether forces were recorded with every state. */
    public boolean hasForces() {
        return frames.stream().allMatch(frame -> frame.forces.length > 0);
    }

    /**
     * Returns a copy of the forces of a state [n*dim].
     *
     * @param k which state
     * @throws IllegalArgumentException if none were recorded
     */
    public double[] forces(int k) {
        double[] forces = frames.get(k).forces;
        if (forces.length == 0 && layout.half() > 0) {
            throw new IllegalArgumentException("forces must be recorded, found none for state " + k);
        }
        return forces.clone();
    }

    /**
     * Returns the states with their derivatives: velocities p / m and recorded forces.
     *
     * @param graph bodies and springs of the states
     * @throws IllegalArgumentException if no forces were recorded, or the graph has another number of bodies
     */
    public PhaseDataset dataset(CompiledGraph graph) {
        if (graph.nodes() != layout.nodes()) {
            throw new IllegalArgumentException(
                    "graph must have the " + layout.nodes() + " bodies of the states, found " + graph.nodes());
        }
        double[][] states = new double[size()][];
        double[][] derivatives = new double[size()][layout.size()];
        for (int k = 0; k < size(); k++) {
            states[k] = frames.get(k).y;
            for (int i = 0; i < layout.half(); i++) {
                derivatives[k][i] = states[k][layout.half() + i] / graph.mass(i / layout.dim());
            }
            System.arraycopy(forces(k), 0, derivatives[k], layout.half(), layout.half());
        }
        return PhaseDataset.copyOf(graph, box, states, derivatives);
    }

    /** Collects states. */
    public static final class Builder {
        private final PhaseLayout layout;
        private final Box box;
        private final List<Frame> frames = new ArrayList<>();

        private Builder(PhaseLayout layout, Box box) {
            this.layout = layout;
            this.box = box;
        }

        /**
         * Adds copies of a state and its forces.
         *
         * @param step number of steps so far
         * @param time time; NaN if unknown
         * @param y state [2*n*dim], finite
         * @param forces forces [n*dim], finite; empty if unknown
         */
        public Builder add(long step, double time, double[] y, double[] forces) {
            if (forces.length != 0) {
                Checks.length(forces, layout.half(), "forces [n*dim]");
            }
            frames.add(new Frame(
                    step, time, Checks.copyOfFinite(layout.check(y), "state"), Checks.copyOfFinite(forces, "forces")));
            return this;
        }

        /** Returns the trajectory; at least one state must have been added. */
        public Trajectory build() {
            Checks.atLeast(frames.size(), 1, "number of recorded states");
            return new Trajectory(layout, box, List.copyOf(frames));
        }
    }
}
