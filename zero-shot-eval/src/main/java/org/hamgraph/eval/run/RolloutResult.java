package org.hamgraph.eval.run;

import java.util.List;

/**
 * What a run showed.
 *
 * @param nodes number of bodies
 * @param edges number of springs
 * @param steps number of steps
 * @param seconds time spent in the steps of the energy that was run, without recording
 * @param nodeUpdatesPerSecond bodies times steps over seconds
 * @param relativePositionError ‖q − q̂‖ / ‖q − q̄‖ at the last step; null without the true energy
 * @param relativeEnergyDrift max |H(t) − H(0)| / |H(0)| of the energy that was run
 * @param trueRelativeEnergyDrift the same for the true energy on its own run; null without it
 * @param momentumError max |P(t) − P(0)| / sum of |p_i(0)|
 * @param angularMomentumError max |L(t) − L(0)| / sum of |q_i(0)||p_i(0)|
 * @param relativePositionErrorToTrajectory position error against an independent simulation; null if there was none
 *     from the same start
 * @param trajectoryStep step of that comparison; null if there was none
 * @param times times of the recorded states; empty for a run with checkpoints, whose log has them
 * @param energies energy at those times
 * @param trueEnergies true energy of the true run at those times; empty without it
 * @since 0.1
 */
public record RolloutResult(
        int nodes,
        int edges,
        int steps,
        double seconds,
        double nodeUpdatesPerSecond,
        Double relativePositionError,
        double relativeEnergyDrift,
        Double trueRelativeEnergyDrift,
        double momentumError,
        double angularMomentumError,
        Double relativePositionErrorToTrajectory,
        Long trajectoryStep,
        List<Double> times,
        List<Double> energies,
        List<Double> trueEnergies) {
    /** Copies the lists. */
    public RolloutResult {
        times = List.copyOf(times);
        energies = List.copyOf(energies);
        trueEnergies = List.copyOf(trueEnergies);
    }
}
