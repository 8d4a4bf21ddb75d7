package org.hamgraph.eval.run;

/**
 * What a zero-shot run trained on, and how long that took.
 *
 * @param system system as the plan states it
 * @param nodes number of bodies
 * @param edges number of springs
 * @param states number of training states
 * @param trainSeconds time of the first training in a fresh process
 * @param medianTrainSeconds median time of repeated trainings in a warm process
 * @param repeats number of those
 * @since 0.1
 */
public record TrainingResult(
        String system, int nodes, int edges, int states, double trainSeconds, double medianTrainSeconds, int repeats) {}
