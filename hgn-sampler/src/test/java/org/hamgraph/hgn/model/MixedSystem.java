package org.hamgraph.hgn.model;

import java.util.List;
import java.util.random.RandomGenerator;
import org.hamgraph.feature.BodyCoordinate;
import org.hamgraph.feature.EdgeChannel;
import org.hamgraph.feature.EdgeCoordinate;
import org.hamgraph.feature.InvariantFeatures;
import org.hamgraph.feature.ScalarInput;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Structure;
import org.hamgraph.hgn.PairTruth;
import org.hamgraph.hgn.TrainingSystem;
import org.hamgraph.support.RandomStreams;

/** Cubic lattices whose bodies and springs are not all alike. */
final class MixedSystem {
    /** Features that see the length of an edge relative to its rest length. */
    static final InvariantFeatures STRETCHES = new InvariantFeatures(
            EdgeCoordinate.STRETCH,
            List.of(ScalarInput.LINEAR),
            List.of(EdgeChannel.ONE),
            BodyCoordinate.SQUARED_MOMENTUM_PER_MASS,
            List.of(ScalarInput.LINEAR));

    private MixedSystem() {}

    /** Uniform numbers between two bounds. */
    record Spread(double low, double high) {
        static final Spread ONE = new Spread(1, 1);

        double draw(RandomGenerator random) {
            return low + (high - low) * random.nextDouble();
        }
    }

    /** Bodies of one species and random masses, springs of one species and random stiffness and rest length. */
    static TrainingSystem random(int side, Spread mass, Spread stiffness, Spread restLength, long seed) {
        RandomGenerator random = RandomStreams.of(seed, "mixed", 0);
        Structure structure = Structure.cubic(side, side, side, false);
        CompiledGraph plain = structure.compile(1, 1, 1);
        CompiledGraph.Builder builder = CompiledGraph.builder(plain.nodes());
        for (int i = 0; i < plain.nodes(); i++) {
            builder.body(i, mass.draw(random), 0);
        }
        for (int e = 0; e < plain.edges(); e++) {
            double k = stiffness.draw(random);
            builder.spring(plain.first(e), plain.second(e), k, restLength.draw(random), 0);
        }
        return TrainingSystem.of(structure, builder.build(), PairTruth.SPRING);
    }

    /** Light and heavy bodies like the fields of a chessboard, springs along x of one kind, all others of another. */
    static TrainingSystem twoSpecies(int side) {
        Structure structure = Structure.cubic(side, side, side, false);
        double[] x = structure.positions(1);
        CompiledGraph plain = structure.compile(1, 1, 1);
        CompiledGraph.Builder builder = CompiledGraph.builder(plain.nodes());
        for (int i = 0; i < plain.nodes(); i++) {
            int species = (int) (x[3 * i] + x[3 * i + 1] + x[3 * i + 2]) % 2;
            builder.body(i, species == 0 ? 1 : 2.5, species);
        }
        for (int e = 0; e < plain.edges(); e++) {
            boolean along = x[3 * plain.first(e)] != x[3 * plain.second(e)];
            builder.spring(plain.first(e), plain.second(e), along ? 1 : 2, along ? 1 : 0.9, along ? 0 : 1);
        }
        return TrainingSystem.of(structure, builder.build(), PairTruth.SPRING);
    }

    /**
     * Side by side, without a spring in between, as many copies of a system as asked for; states of copies can be
     * strung together.
     */
    static CompiledGraph copies(CompiledGraph graph, int count) {
        int n = graph.nodes();
        CompiledGraph.Builder builder = CompiledGraph.builder(count * n);
        for (int copy = 0; copy < count; copy++) {
            for (int i = 0; i < n; i++) {
                builder.body(copy * n + i, graph.mass(i), graph.bodySpecies(i));
            }
            for (int e = 0; e < graph.edges(); e++) {
                builder.spring(
                        copy * n + graph.first(e),
                        copy * n + graph.second(e),
                        graph.stiffness(e),
                        graph.restLength(e),
                        graph.springSpecies(e));
            }
        }
        return builder.build();
    }

    /** Returns the state in which copy c is in state {@code states[c]}. */
    static double[] together(double[]... states) {
        int half = states[0].length / 2;
        double[] y = new double[2 * half * states.length];
        for (int copy = 0; copy < states.length; copy++) {
            System.arraycopy(states[copy], 0, y, copy * half, half);
            System.arraycopy(states[copy], half, y, (states.length + copy) * half, half);
        }
        return y;
    }
}
