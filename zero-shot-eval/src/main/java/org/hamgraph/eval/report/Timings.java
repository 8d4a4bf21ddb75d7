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
 * @param scaling time of a step on every lattice of the scaling run
 * @param scalingExponent a of nanosecondsPerNodeStep ~ nodes^a; null for fewer than two lattices
 * @param trueScalingExponent the same for the true energy; null also if that is not known
 * @since 0.1
 */
public record Timings(
        double trainSeconds,
        double medianTrainSeconds,
        int repeats,
        List<RunTime> rollouts,
        List<StepTime> scaling,
        Double scalingExponent,
        Double trueScalingExponent) {
    /** Copies the lists. */
    public Timings {
        rollouts = List.copyOf(rollouts);
        scaling = List.copyOf(scaling);
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
     * Time of a step on one lattice.
     *
     * @param nodes number of bodies
     * @param threads most threads a step was divided among
     * @param nanosecondsPerNodeStep time of a step of the learned energy per body, median
     * @param trueNanosecondsPerNodeStep the same for the true energy; null if it is not known
     */
    public record StepTime(int nodes, int threads, double nanosecondsPerNodeStep, Double trueNanosecondsPerNodeStep) {}

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
                        .toList(),
                result.scaling().rungs().stream()
                        .map(rung -> new StepTime(
                                rung.nodes(),
                                rung.threads(),
                                rung.nanosecondsPerNodeStep(),
                                rung.trueNanosecondsPerNodeStep()))
                        .toList(),
                result.scaling().exponent(),
                result.scaling().trueExponent());
    }
}
