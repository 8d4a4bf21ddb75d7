package org.hamgraph.eval.run;

/**
 * What a scaling run found on one lattice. Times are measured and never repeat; every other number does.
 *
 * @param system system as the command line states it
 * @param nodes number of bodies
 * @param edges number of springs
 * @param steps number of steps from the first state to the last one, where errors are taken
 * @param stateBytes bytes of a state, of which each run keeps one
 * @param threads most threads a step was divided among
 * @param nanosecondsPerNodeStep time of a step of the learned energy per body, median
 * @param trueNanosecondsPerNodeStep the same for the true energy; null if it is not known
 * @param relativeForceError ‖F − F̂‖ / ‖F‖ at the start; null without the true energy
 * @param relativeForceErrorAtEnd the same at the last state of the learned run; null without the true energy
 * @param relativePositionError ‖q − q̂‖ / ‖q − q̄‖ at the last step; null without the true energy
 * @param edgesOutsideTrainingRange fraction of edges outside the training range in the first and the last state
 * @since 0.1
 */
public record ScalingRung(
        String system,
        int nodes,
        int edges,
        int steps,
        long stateBytes,
        int threads,
        double nanosecondsPerNodeStep,
        Double trueNanosecondsPerNodeStep,
        Double relativeForceError,
        Double relativeForceErrorAtEnd,
        Double relativePositionError,
        double edgesOutsideTrainingRange) {}
