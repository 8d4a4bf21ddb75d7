package org.hamgraph.eval.report;

import java.util.List;
import org.hamgraph.eval.run.ScalingRung;
import org.hamgraph.eval.run.SizeResult;
import org.hamgraph.eval.run.TrainingResult;
import org.hamgraph.eval.run.ZeroShotRun;
import org.hamgraph.hgn.model.TrainingReport;

/**
 * The results of a zero-shot run as numbers, without measured times: the same plan gives the same summary on the same
 * machine.
 *
 * @param name title of the plan
 * @param seed the one seed
 * @param trainedOn training system and data
 * @param sizes one row per system
 * @param scaling one row per lattice of the scaling run
 * @since 0.1
 */
public record Summary(String name, long seed, TrainedOn trainedOn, List<Row> sizes, List<Rung> scaling) {
    /** Copies the lists. */
    public Summary {
        sizes = List.copyOf(sizes);
        scaling = List.copyOf(scaling);
    }

    /**
     * Training system, data and fit.
     *
     * @param system system as the plan states it
     * @param nodes number of bodies
     * @param edges number of springs
     * @param states number of training states
     * @param rows rows of all least-squares problems
     * @param columns columns of them
     * @param rank their numerical rank
     * @param condition greatest condition of a solve
     * @param regularisation greatest ridge parameter of a solve, relative to its largest singular value
     * @param relativeResidual their relative residual
     * @param trainForceError relative force error on the training states
     * @param warnings what the trainer warned of
     */
    public record TrainedOn(
            String system,
            int nodes,
            int edges,
            int states,
            long rows,
            int columns,
            int rank,
            double condition,
            double regularisation,
            double relativeResidual,
            double trainForceError,
            List<String> warnings) {}

    /**
     * One evaluated system; the names are those of the command line's JSON.
     *
     * @param system system as the plan states it
     * @param nodes number of bodies
     * @param edges number of springs
     * @param frames number of states compared
     * @param relativeForceError error of forces
     * @param relativeVelocityError error of velocities
     * @param relativeEnergyError error of energy differences; null if the true energy is not known
     * @param edgesOutsideTrainingRange fraction of edges in those states outside the training range
     * @param steps steps of the run
     * @param relativePositionError error of positions at its end; null if the true energy is not known
     * @param relativeEnergyDrift drift of the learned energy on the run
     * @param trueRelativeEnergyDrift drift of the true energy on the true run; null if it is not known
     * @param momentumError error of the total momentum on the run
     * @param angularMomentumError error of the total angular momentum on the run
     * @param relativePositionErrorToTrajectory error of positions against the recorded trajectory; null without one
     * @param trajectoryStep step of that comparison; null without one
     * @param edgesOutsideDuringRollout fraction of edges in the recorded states of the run outside the training range
     * @param columns columns of the solves of the model, here and below the same for every system
     * @param rank their numerical rank
     * @param condition their greatest condition
     * @param regularisation their greatest ridge parameter, relative to the largest singular value
     */
    public record Row(
            String system,
            int nodes,
            int edges,
            int frames,
            double relativeForceError,
            double relativeVelocityError,
            Double relativeEnergyError,
            double edgesOutsideTrainingRange,
            int steps,
            Double relativePositionError,
            double relativeEnergyDrift,
            Double trueRelativeEnergyDrift,
            double momentumError,
            double angularMomentumError,
            Double relativePositionErrorToTrajectory,
            Long trajectoryStep,
            double edgesOutsideDuringRollout,
            int columns,
            int rank,
            double condition,
            double regularisation) {
        static Row of(SizeResult size, TrainingReport report) {
            return new Row(
                    size.system(),
                    size.evaluation().nodes(),
                    size.evaluation().edges(),
                    size.evaluation().frames(),
                    size.evaluation().relativeForceError(),
                    size.evaluation().relativeVelocityError(),
                    size.evaluation().relativeEnergyError(),
                    size.evaluation().edgesOutsideTrainingRange(),
                    size.rollout().steps(),
                    size.rollout().relativePositionError(),
                    size.rollout().relativeEnergyDrift(),
                    size.rollout().trueRelativeEnergyDrift(),
                    size.rollout().momentumError(),
                    size.rollout().angularMomentumError(),
                    size.rollout().relativePositionErrorToTrajectory(),
                    size.rollout().trajectoryStep(),
                    size.edgesOutsideDuringRollout(),
                    report.columns(),
                    report.rank(),
                    report.condition(),
                    report.regularisation());
        }
    }

    /**
     * One lattice of the scaling run.
     *
     * @param system system as the command line states it
     * @param nodes number of bodies
     * @param edges number of springs
     * @param steps number of steps
     * @param stateBytes bytes of a state
     * @param relativeForceError error of forces at the start; null if the true energy is not known
     * @param relativeForceErrorAtEnd error of forces at the last state; null if the true energy is not known
     * @param relativePositionError error of positions at the last step; null if the true energy is not known
     * @param edgesOutsideTrainingRange fraction of edges in the first and the last state outside the training range
     */
    public record Rung(
            String system,
            int nodes,
            int edges,
            int steps,
            long stateBytes,
            Double relativeForceError,
            Double relativeForceErrorAtEnd,
            Double relativePositionError,
            double edgesOutsideTrainingRange) {
        static Rung of(ScalingRung rung) {
            return new Rung(
                    rung.system(),
                    rung.nodes(),
                    rung.edges(),
                    rung.steps(),
                    rung.stateBytes(),
                    rung.relativeForceError(),
                    rung.relativeForceErrorAtEnd(),
                    rung.relativePositionError(),
                    rung.edgesOutsideTrainingRange());
        }
    }

    /**
     * Returns the summary of a run.
     *
     * @param result what the run found
     */
    public static Summary of(ZeroShotRun.Result result) {
        TrainingResult training = result.training();
        TrainingReport report = result.model().report();
        TrainedOn trainedOn = new TrainedOn(
                training.system(),
                training.nodes(),
                training.edges(),
                training.states(),
                report.rows(),
                report.columns(),
                report.rank(),
                report.condition(),
                report.regularisation(),
                report.relativeResidual(),
                report.forceError(),
                report.warnings());
        List<Row> sizes =
                result.sizes().stream().map(size -> Row.of(size, report)).toList();
        List<Rung> scaling = result.scaling().rungs().stream().map(Rung::of).toList();
        return new Summary(result.plan().name(), result.plan().seed(), trainedOn, sizes, scaling);
    }
}
