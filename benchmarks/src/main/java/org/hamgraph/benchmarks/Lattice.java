package org.hamgraph.benchmarks;

import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Structure;
import org.hamgraph.hgn.model.HgnTrainer;
import org.hamgraph.hgn.model.TrainedHgn;
import org.hamgraph.hgn.model.TrainerOptions;
import org.hamgraph.phase.PhaseDataset;
import org.hamgraph.sim.data.InitialStates;
import org.hamgraph.sim.data.SampledStates;
import org.hamgraph.sim.force.SpringHamiltonian;
import org.hamgraph.support.Checks;

/**
 * The system of all rollout benchmarks: a cubic lattice with open boundaries, at spacing 1, of bodies of mass 1 and
 * springs of stiffness 10 and rest length 1. Immutable.
 */
final class Lattice {
    /** Step of every run, time. */
    static final double STEP = 0.005;

    private static final int DIM = 3;
    private static final double MASS = 1;
    private static final double STIFFNESS = 10;
    private static final double REST_LENGTH = 1;
    private static final double JITTER = 0.1;
    private static final double VELOCITY = 0.3;
    private static final int TRAINING_SIDE = 2;
    private static final int TRAINING_STATES = 100;
    /** Training states are spread 2.5 times as far as states to start from, so that runs stay in the range seen. */
    private static final double TRAINING_SPREAD = 2.5;

    private static final int LARGEST_SIDE = 800;
    private static final long SEED = 1;

    private final Structure structure;
    private final CompiledGraph graph;

    /**
     * Builds the lattice.
     *
     * @param side bodies along every axis, from 1 to 800
     */
    Lattice(int side) {
        Checks.atLeast(side, 1, "nodes per side");
        if (side > LARGEST_SIDE) {
            throw new IllegalArgumentException("nodes per side must be at most " + LARGEST_SIDE + ", found " + side);
        }
        this.structure = Structure.cubic(side, side, side, false);
        this.graph = compile();
    }

    /** Returns bodies and springs, compiled anew. */
    CompiledGraph compile() {
        return structure.compile(MASS, STIFFNESS, REST_LENGTH);
    }

    /** Returns bodies and springs. */
    CompiledGraph graph() {
        return graph;
    }

    /** Returns open space. */
    Box box() {
        return Box.open(DIM);
    }

    /** Returns the state every program starts from [6*n]. */
    double[] start() {
        return states(1).draw(SEED, "initial state", 0);
    }

    private InitialStates states(double spread) {
        return InitialStates.around(graph, box(), structure.positions(1), spread * JITTER, spread * VELOCITY);
    }

    /**
     * Returns the energy learned from 100 random states of the lattice of eight bodies.
     *
     * @param width units of the network, at least 1
     */
    static TrainedHgn train(int width) {
        Lattice small = new Lattice(TRAINING_SIDE);
        PhaseDataset data = SampledStates.independent(
                small.states(TRAINING_SPREAD),
                SpringHamiltonian.of(small.graph, small.box()),
                SEED,
                "training states",
                TRAINING_STATES);
        return HgnTrainer.fit(data, TrainerOptions.defaults().withWidth(width).withSeed(SEED));
    }
}
