package org.hamgraph.eval.run;

import java.util.List;

/**
 * Everything a run needs to go on from a step as if it had not stopped there, to the last bit.
 *
 * @since 0.1
 */
public final class RunState {
    private final int step;
    private final List<LaneState> lanes;

    RunState(int step, List<LaneState> lanes) {
        this.step = step;
        this.lanes = List.copyOf(lanes);
    }

    /**
     * One energy of the run.
     *
     * @param y state [2*n*dim]
     * @param monitor memory of its monitor
     * @param nanoseconds time its steps took
     */
    record LaneState(double[] y, double[] monitor, long nanoseconds) {}

    /** Returns the number of steps done. */
    public int step() {
        return step;
    }

    /** Returns the energies: that of the run, and the true one if it runs beside it. */
    List<LaneState> lanes() {
        return lanes;
    }
}
