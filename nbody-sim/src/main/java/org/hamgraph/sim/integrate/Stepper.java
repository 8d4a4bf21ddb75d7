package org.hamgraph.sim.integrate;

import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.support.Checks;

/**
 * A run under way: moves one state array by steps of one length. Made by {@link Integrator#start}.
 *
 * <p>Owns its buffers and allocates nothing while it advances. Several calls give the same bits as one call with the
 * sum of their steps. It does not look for numbers that are no longer finite: a run with too long a step goes on with
 * infinities and NaN, which {@code ConservationMonitor.observe} refuses. Not thread-safe.
 *
 * @since 0.1
 */
public abstract class Stepper {
    /** The caller's state [2*n*dim], moved in place. */
    protected final double[] y;

    /** The step, time; negative when running backwards. */
    protected final double dt;

    /**
     * Binds the stepper to a state.
     *
     * @param hamiltonian energy that generates the motion
     * @param y state to move [2*n*dim]; kept, not copied
     * @param dt step, finite and not zero
     */
    protected Stepper(Hamiltonian hamiltonian, double[] y, double dt) {
        PhaseLayout layout = hamiltonian.layout();
        this.y = layout.check(y);
        for (int k = 0; k < y.length; k++) {
            if (!Double.isFinite(y[k])) {
                throw new IllegalArgumentException(
                        "state y must be finite, found " + y[k] + " for " + layout.describe(k));
            }
        }
        if (!Double.isFinite(dt) || dt == 0) {
            throw new IllegalArgumentException("dt must be finite and not zero, found " + dt);
        }
        this.dt = dt;
    }

    /**
     * Moves the state by a number of steps.
     *
     * @param steps number of steps, zero or more
     */
    public final void advance(int steps) {
        Checks.atLeast(steps, 0, "number of steps");
        steps(steps);
    }

    /**
     * Moves {@link #y} by a number of steps: step by step, unless overridden by a scheme that takes many at once. The
     * state may not depend on how steps are split among calls.
     *
     * @param count number of steps, zero or more
     */
    protected void steps(int count) {
        for (int k = 0; k < count; k++) {
            step();
        }
    }

    /** Moves {@link #y} by one step. */
    protected abstract void step();
}
