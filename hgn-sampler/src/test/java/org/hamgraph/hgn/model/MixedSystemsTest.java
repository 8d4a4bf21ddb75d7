package org.hamgraph.hgn.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.hamgraph.feature.EdgeChannel;
import org.hamgraph.feature.EdgeCoordinate;
import org.hamgraph.feature.InvariantFeatures;
import org.hamgraph.hgn.TrainingSystem;
import org.hamgraph.hgn.model.MixedSystem.Spread;
import org.hamgraph.hgn.network.CoordinateLayer;
import org.hamgraph.hgn.sample.LayerInputs;
import org.hamgraph.hgn.sample.Swim;
import org.hamgraph.hgn.sample.WeightScheme;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.support.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Springs and bodies that differ: trained on a cube of 2, judged on one of 4 with attributes drawn anew. */
class MixedSystemsTest {
    private static final Spread MASSES = new Spread(0.5, 2);
    private static final Spread STIFFNESSES = new Spread(0.5, 2);
    private static final Spread LENGTHS = new Spread(0.8, 1.2);

    /** On 500 states, as in the method's table for systems of unlike springs. */
    private static TrainedHgn fit(TrainingSystem system, long seed) {
        return HgnTrainer.fit(system.data(500, seed), TrainerOptions.defaults().withSeed(seed));
    }

    private static void assertReaches(TrainingSystem large, TrainedHgn model, double limit) {
        double[][] states = large.states(10, 2000);
        Hamiltonian h = model.on(large.graph(), large.box());
        double force = large.forceError(h, states);
        double velocity = large.velocityError(h, states);
        double energy = large.energyError(h, states);
        assertTrue(
                force <= limit && velocity <= limit && energy <= limit,
                "force " + force + ", velocity " + velocity + ", energy " + energy);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void twoSpeciesOfBodiesAndSpringsAreLearnedApart(long seed) {
        TrainedHgn model = fit(MixedSystem.twoSpecies(2), seed);
        assertEquals(2, model.network().bodyLayers().size());
        assertEquals(2, model.network().edgeLayers().size());
        assertEquals(InvariantFeatures.defaults(), model.network().features());
        assertReaches(MixedSystem.twoSpecies(4), model, 1e-9);
        assertEquals(1, model.edgeTails().get(0).reference(), 0);
        assertEquals(0.9, model.edgeTails().get(1).reference(), 0);
        assertEquals(List.of(), model.report().warnings());
    }

    @ParameterizedTest
    @CsvSource({"false, false", "true, false", "false, true", "true, true"})
    void springsThatDifferBringTheirOwnFeatures(boolean stiffness, boolean length) {
        Spread k = stiffness ? STIFFNESSES : Spread.ONE;
        Spread l = length ? LENGTHS : Spread.ONE;
        for (long seed = 1; seed <= 3; seed++) {
            TrainedHgn model = fit(MixedSystem.random(2, MASSES, k, l, seed), seed);
            InvariantFeatures features = model.network().features();
            assertEquals(length ? EdgeCoordinate.EXTENSION : EdgeCoordinate.DISTANCE, features.edgeCoordinate());
            assertEquals(stiffness, features.edgeChannels().contains(EdgeChannel.STIFFNESS));
            assertReaches(MixedSystem.random(4, MASSES, k, l, seed + 10), model, 1e-9);
            assertEquals(List.of(), model.report().warnings());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void stiffnessesAndMassesNeverSeenAreNoObstacle(long seed) {
        TrainedHgn model = fit(MixedSystem.random(2, MASSES, STIFFNESSES, LENGTHS, seed), seed);
        Spread heavy = new Spread(2, 3);
        Spread stiff = new Spread(2, 3);
        assertReaches(MixedSystem.random(4, heavy, stiff, LENGTHS, seed + 20), model, 1e-9);
    }

    @Test
    void withoutTheChannelStiffnessesAreOneMeanStiffness() {
        TrainingSystem small = MixedSystem.random(2, Spread.ONE, STIFFNESSES, Spread.ONE, 1);
        TrainerOptions options = TrainerOptions.defaults().withFeatures(InvariantFeatures.defaults());
        TrainedHgn model = HgnTrainer.fit(small.data(100, 1), options);
        double[][] states = small.states(10, 2000);
        assertTrue(small.forceError(model.on(small.graph(), small.box()), states) > 0.1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"uswim", "swim", "aswim"})
    void everySchemeWorksWithChannels(String scheme) {
        TrainingSystem small = MixedSystem.random(2, MASSES, STIFFNESSES, LENGTHS, 1);
        TrainerOptions options = TrainerOptions.defaults().withWeights(WeightScheme.of(scheme));
        TrainedHgn model = HgnTrainer.fit(small.data(500, 1), options);
        assertReaches(MixedSystem.random(4, MASSES, STIFFNESSES, LENGTHS, 11), model, 1e-9);
        assertEquals(List.of(), model.report().warnings());
    }

    @Test
    void estimatedSlopesAreThoseOfAllChannelsTogether() {
        // The energy is all in the second channel. Exact data make a first fit as good as Newton's laws, so that both
        // schemes draw the same pairs.
        TrainingSystem small = MixedSystem.random(2, MASSES, STIFFNESSES, LENGTHS, 1);
        TrainerOptions options = TrainerOptions.defaults();
        TrainedHgn measured = HgnTrainer.fit(small.data(100, 1), options.withWeights(WeightScheme.of("swim")));
        TrainedHgn estimated = HgnTrainer.fit(small.data(100, 1), options.withWeights(WeightScheme.of("aswim")));
        assertArrayEquals(weights(measured), weights(estimated), 0);
        TrainedHgn uniform = HgnTrainer.fit(small.data(100, 1), options.withWeights(WeightScheme.of("uswim")));
        assertFalse(Arrays.equals(weights(measured), weights(uniform)));
    }

    @Test
    void measuredSlopesAreThoseByTheCoordinate() {
        // By r / l, not by r: with lengths that differ, the wrong one would draw other pairs than a first fit does.
        TrainingSystem small = MixedSystem.random(2, MASSES, Spread.ONE, new Spread(0.5, 2), 1);
        TrainerOptions options = TrainerOptions.defaults().withFeatures(MixedSystem.STRETCHES);
        TrainedHgn measured = HgnTrainer.fit(small.data(100, 1), options.withWeights(new Swim(1)));
        LayerInputs inputs = slopesByHand(small, measured);
        double[] wanted = new Swim(1)
                .sample(inputs, 64, RandomStreams.of(1, "hidden weights of edges", 0))
                .weights();
        assertArrayEquals(wanted, weights(measured), 1e-9);
    }

    /**
     * The stretches of all edges in all states, standardised as in the layer, with the slope k l (r - l) of the
     * energy.
     */
    private static LayerInputs slopesByHand(TrainingSystem system, TrainedHgn model) {
        CoordinateLayer layer = model.network().edgeLayers().get(0);
        double[][] states = system.states(100, 1);
        double[] z = new double[1200];
        double[] slope = new double[1200];
        for (int k = 0; k < 1200; k++) {
            int e = k % 12;
            double r = system.box()
                    .distance(
                            states[k / 12],
                            system.graph().first(e),
                            system.graph().second(e));
            double l = system.graph().restLength(e);
            z[k] = (r / l - layer.means()[0]) / layer.deviations()[0];
            slope[k] = l * (r - l);
        }
        return LayerInputs.copyOf(1, z, slope);
    }

    private static double[] weights(TrainedHgn model) {
        return model.network().edgeLayers().get(0).layer().weights();
    }

    @Test
    void theAmplificationIsThatOfAllChannelsTogether() {
        // The first channel holds next to nothing; by itself it amplifies rounding by 1e10, and no prediction suffers.
        TrainedHgn model = fit(MixedSystem.random(2, MASSES, STIFFNESSES, LENGTHS, 1), 1);
        TrainingReport.Block edges = model.report().blocks().get(1);
        assertEquals("edges of species 0", edges.name());
        assertTrue(edges.amplification() >= 1 && edges.amplification() < 100, "amplification " + edges.amplification());
        double alone = Amplification.of(
                model.network().edgeLayers().get(0),
                model.coefficients(),
                model.network().edgeStart(0, 0),
                1);
        assertTrue(alone > 1e6, "the first channel alone " + alone);
    }
}
