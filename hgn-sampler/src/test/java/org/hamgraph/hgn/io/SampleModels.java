package org.hamgraph.hgn.io;

import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Structure;
import org.hamgraph.hgn.PairTruth;
import org.hamgraph.hgn.TrainingSystem;
import org.hamgraph.hgn.model.HgnTrainer;
import org.hamgraph.hgn.model.TrainedHgn;
import org.hamgraph.hgn.model.TrainerOptions;

/** Small models to write and read. */
final class SampleModels {
    private SampleModels() {}

    /** Equal springs, four units: the smallest file worth writing. */
    static TrainedHgn small() {
        TrainingSystem square = TrainingSystem.springs(Structure.square(2, 2, false));
        return HgnTrainer.fit(square.data(30, 1), TrainerOptions.defaults().withWidth(4));
    }

    /**
     * Two species of bodies and of springs, unlike in stiffness and length: extensions, two channels, a known energy.
     */
    static TrainedHgn rich() {
        TrainingSystem system = unlike();
        TrainerOptions options =
                TrainerOptions.defaults().withWidth(4).withKnownEnergy(-2.5).withSeed(Long.MIN_VALUE);
        return HgnTrainer.fit(system.data(30, 1), options);
    }

    static TrainingSystem unlike() {
        Structure square = Structure.square(3, 3, false);
        CompiledGraph plain = square.compile(1, 1, 1);
        CompiledGraph.Builder builder = CompiledGraph.builder(9);
        for (int i = 0; i < 9; i++) {
            builder.body(i, 1 + 0.1 * i, i % 2);
        }
        for (int e = 0; e < plain.edges(); e++) {
            builder.spring(plain.first(e), plain.second(e), 1 + 0.1 * e, 0.9 + 0.02 * e, e % 2);
        }
        return TrainingSystem.of(square, builder.build(), PairTruth.SPRING);
    }
}
