package org.hamgraph.eval.run;

import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.hgn.model.TrainedHgn;
import org.hamgraph.law.EnergyModel;
import org.hamgraph.phase.Hamiltonian;

/**
 * A trained model as laws see it.
 *
 * @param trained model
 * @param precision how exactly its sums are evaluated, relative
 * @since 0.1
 */
public record LearnedModel(TrainedHgn trained, double precision) implements EnergyModel {
    /** Room between the error of velocities on the training states and the greatest error anywhere near them. */
    private static final double ROOM = 1e3;

    @Override
    public Hamiltonian on(CompiledGraph graph, Box box) {
        return trained.hamiltonian(graph, box);
    }

    /** Returns the precision plus a thousand times the error of the velocities on the training states. */
    @Override
    public double accuracy() {
        return precision + ROOM * trained.report().velocityError();
    }
}
