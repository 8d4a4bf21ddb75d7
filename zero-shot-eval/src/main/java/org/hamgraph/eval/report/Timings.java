package org.hamgraph.eval.report;

import java.util.List;
import org.hamgraph.eval.run.ZeroShotRun;

/**
 * The measured times of a zero-shot run, apart from its results because they never repeat.
 *
 * @param trainSeconds first training in a fresh process
 * @param medianTrainSeconds median of repeated trainings in a warm process
 * @param repeats number of those
 * @param rollouts time of the steps of every run
 * @since 0.1
 */
public record Timings(double trainSeconds, double medianTrainSeconds, int repeats, List<RunTime> rollouts) {
    /** Copies the list. */
    public Timings {
        rollouts = List.copyOf(rollouts);
    }

    /**
     * Time of one run.
     *
     * @param nodes number of bodies
     * @param steps number of steps
     * @param seconds time of the steps
     * @param nodeUpdatesPerSecond bodies times steps over seconds
     */
    public record RunTime(int nodes, int steps, double seconds, double nodeUpdatesPerSecond) {}

    /**
     * Returns the times of a run.
     *
     * @param result what the run found
     */
    public static Timings of(ZeroShotRun.Result result) {
        return new Timings(
                result.training().trainSeconds(),
                result.training().medianTrainSeconds(),
                result.training().repeats(),
                result.sizes().stream()
                        .map(size -> new RunTime(
                                size.rollout().nodes(),
                                size.rollout().steps(),
                                size.rollout().seconds(),
                                size.rollout().nodeUpdatesPerSecond()))
                        .toList());
    }
}
