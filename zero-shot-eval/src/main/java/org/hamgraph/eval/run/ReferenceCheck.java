package org.hamgraph.eval.run;

import java.util.Arrays;
import java.util.Optional;
import org.hamgraph.eval.metric.PositionError;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.sim.trajectory.Trajectory;

/**
 * Compares a run with the recorded states of an independent simulation that started from the same state; keeps the
 * last comparison.
 */
final class ReferenceCheck {
    private final BodySystem start;
    private final Optional<Trajectory> reference;
    private Double error;
    private Long step;

    ReferenceCheck(BodySystem start, Optional<Trajectory> reference) {
        this.start = start;
        this.reference = reference.filter(trajectory -> trajectory.step(0) == 0
                && Arrays.equals(trajectory.state(0), start.state().toArray()));
    }

    void compare(long step, double[] y) {
        reference.ifPresent(trajectory -> {
            for (int k = 0; k < trajectory.size(); k++) {
                if (trajectory.step(k) == step) {
                    error = PositionError.between(start.layout(), trajectory.state(k), y);
                    this.step = step;
                }
            }
        });
    }

    /** Returns the position error at the last step both have; null if there was none. */
    Double error() {
        return error;
    }

    /** Returns that step; null if there was none. */
    Long step() {
        return step;
    }
}
