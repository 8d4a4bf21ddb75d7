package org.hamgraph.hgn.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.hamgraph.feature.BodyCoordinate;
import org.hamgraph.feature.EdgeChannel;
import org.hamgraph.feature.EdgeCoordinate;
import org.hamgraph.feature.InvariantFeatures;
import org.hamgraph.feature.ScalarInput;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Structure;
import org.hamgraph.hgn.PairTruth;
import org.hamgraph.hgn.TrainingSystem;
import org.hamgraph.hgn.sample.Activation;
import org.hamgraph.hgn.sample.WeightScheme;
import org.hamgraph.hgn.solve.SolverMethod;
import org.hamgraph.phase.PhaseDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HgnTrainerTest {
    private static final TrainingSystem CUBE = TrainingSystem.springs(Structure.cubic(2, 2, 2, false));
    private static final TrainerOptions OPTIONS = TrainerOptions.defaults();

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    private static double forceError(TrainedHgn model) {
        return CUBE.forceError(model.on(CUBE.graph(), CUBE.box()), CUBE.states(50, 500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"elm", "uswim", "swim", "aswim"})
    void twoFitsGiveTheSameBits(String scheme) {
        TrainerOptions options = OPTIONS.withWeights(WeightScheme.of(scheme));
        TrainedHgn one = HgnTrainer.fit(CUBE.data(50, 1), options);
        TrainedHgn other = HgnTrainer.fit(CUBE.data(50, 1), options);
        assertArrayEquals(one.coefficients(), other.coefficients(), 0);
        assertEquals(one.bodyTails(), other.bodyTails());
        assertEquals(one.edgeTails(), other.edgeTails());
        assertEquals(one.report(), other.report());
        assertEquals(one.provenance(), other.provenance());
        double[] y = CUBE.states(1, 9)[0];
        double energy = one.on(CUBE.graph(), CUBE.box()).energy(y);
        assertEquals(energy, other.on(CUBE.graph(), CUBE.box()).energy(y), 0);
        TrainedHgn third = HgnTrainer.fit(CUBE.data(50, 1), options.withSeed(2));
        assertFalse(Arrays.equals(one.coefficients(), third.coefficients()));
        assertEquals(2, third.provenance().seed());
    }

    @Test
    void threadsDoNotChangeABit() {
        TrainedHgn one = HgnTrainer.fit(CUBE.data(50, 1), OPTIONS);
        for (int threads = 2; threads <= 3; threads++) {
            TrainedHgn several = HgnTrainer.fit(CUBE.data(50, 1), OPTIONS, threads);
            assertArrayEquals(one.coefficients(), several.coefficients(), 0, threads + " threads");
            assertEquals(one.report(), several.report());
        }
    }

    @Test
    void theOrderOfTheStatesDoesNotMatterToPredictions() {
        PhaseDataset data = CUBE.data(100, 1);
        int[] backwards = new int[100];
        Arrays.setAll(backwards, k -> 99 - k);
        TrainedHgn one = HgnTrainer.fit(data, OPTIONS);
        TrainedHgn other = HgnTrainer.fit(data.select(backwards), OPTIONS);
        TrainingSystem asTruth = CUBE.withTruth(one.on(CUBE.graph(), CUBE.box()));
        // Target 23 of the method: 1e-9 relative.
        assertTrue(asTruth.forceError(other.on(CUBE.graph(), CUBE.box()), CUBE.states(50, 500)) < 1e-9);
        assertFalse(Arrays.equals(one.coefficients(), other.coefficients()), "rounding must differ");
    }

    @ParameterizedTest
    @EnumSource(value = Activation.class, names = "RELU", mode = EnumSource.Mode.EXCLUDE)
    void everySmoothActivationServes(Activation activation) {
        double error = forceError(HgnTrainer.fit(CUBE.data(100, 1), OPTIONS.withActivation(activation)));
        assertTrue(error < 1e-9, activation + " error " + error);
    }

    @Test
    void aForceOfStepsIsCoarseAndSaysSo() {
        TrainerOptions options = OPTIONS.withActivation(Activation.RELU).withWeights(WeightScheme.of("uswim"));
        TrainedHgn model = HgnTrainer.fit(CUBE.data(100, 1), options);
        assertTrue(forceError(model) > 1e-3 && forceError(model) < 0.5, "error " + forceError(model));
        assertTrue(model.report().warnings().stream().anyMatch(warning -> warning.startsWith("relative residual ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gcv", "svd", "qr"})
    void everySolverServes(String solver) {
        double error = forceError(HgnTrainer.fit(CUBE.data(100, 1), OPTIONS.withSolver(SolverMethod.of(solver))));
        assertTrue(error < 1e-8, solver + " error " + error);
    }

    @Test
    void statedFeaturesAreUsed() {
        InvariantFeatures features = new InvariantFeatures(
                EdgeCoordinate.STRETCH,
                List.of(ScalarInput.RECIPROCAL, ScalarInput.LINEAR),
                List.of(EdgeChannel.STIFFNESS),
                BodyCoordinate.SQUARED_MOMENTUM,
                List.of(ScalarInput.RELATIVISTIC));
        TrainedHgn model = HgnTrainer.fit(CUBE.data(200, 1), OPTIONS.withFeatures(features));
        assertEquals(features, model.network().features());
        assertTrue(forceError(model) < 1e-9, "error " + forceError(model));
        assertEquals(1, model.edgeTails().get(0).reference(), 0);
    }

    @Test
    void energiesAreZeroAtRestAndAtRestLength() {
        TrainedHgn model = HgnTrainer.fit(CUBE.data(100, 1), OPTIONS);
        double[] rest = Arrays.copyOf(CUBE.lattice(), 48);
        // Distances of the lattice are 1 to the bit, and the constants are those of the same sums.
        assertEquals(0, model.on(CUBE.graph(), CUBE.box()).energy(rest), 0);
        assertEquals(0, model.energyPerBody(), 0);
    }

    @Test
    void withoutARestLengthInReachTheMiddleOfTheRangeIsTheReference() {
        Structure cube = Structure.cubic(2, 2, 2, false);
        TrainingSystem taut = TrainingSystem.of(cube, cube.compile(1, 1, 0.2), PairTruth.SPRING);
        TrainedHgn model = HgnTrainer.fit(taut.data(100, 1), OPTIONS);
        double reference = model.edgeTails().get(0).reference();
        assertEquals(model.network().edgeLayers().get(0).range().median(), reference, 0);
        assertEquals(0, model.edgeFunction(0, 0).value(reference), 0);
    }

    @Test
    void aKnownEnergyFixesTheConstantOfTheWholeSystem() {
        TrainedHgn plain = HgnTrainer.fit(CUBE.data(100, 1), OPTIONS);
        TrainedHgn shifted = HgnTrainer.fit(CUBE.data(100, 1), OPTIONS.withKnownEnergy(100));
        double[] first = CUBE.states(100, 1)[0];
        // Rounding of an energy of 100.
        assertEquals(100, shifted.on(CUBE.graph(), CUBE.box()).energy(first), 1e-12);
        double perBody = (100 - plain.on(CUBE.graph(), CUBE.box()).energy(first)) / 8;
        assertEquals(perBody, shifted.energyPerBody(), 1e-13);
        assertArrayEquals(plain.coefficients(), shifted.coefficients(), 0);
        TrainingSystem large = TrainingSystem.springs(Structure.cubic(3, 3, 3, false));
        double[] y = large.states(1, 5)[0];
        double difference = shifted.on(large.graph(), large.box()).energy(y)
                - plain.on(large.graph(), large.box()).energy(y);
        assertEquals(27 * perBody, difference, 1e-11);
        double[] one = new double[162];
        double[] other = new double[162];
        plain.on(large.graph(), large.box()).gradient(y, one);
        shifted.on(large.graph(), large.box()).gradient(y, other);
        assertArrayEquals(one, other, 0);
    }

    @Test
    void energiesOfSystemsSideBySideAddUp() {
        TrainedHgn model = HgnTrainer.fit(CUBE.data(100, 1), OPTIONS.withKnownEnergy(3));
        double[][] states = CUBE.states(5, 6);
        double sum = 0;
        double size = 0;
        for (double[] y : states) {
            double energy = model.on(CUBE.graph(), CUBE.box()).energy(y);
            sum += energy;
            size += Math.abs(energy);
        }
        CompiledGraph many = MixedSystem.copies(CUBE.graph(), 5);
        double together = model.on(many, CUBE.box()).energy(MixedSystem.together(states));
        assertEquals(sum, together, 1e-13 * 5 * 20 * Math.max(1, size));
    }

    @Test
    void aBodyThatNeverMovesIsRefused() {
        double[][] resting = CUBE.states(10, 1);
        for (double[] y : resting) {
            Arrays.fill(y, 24, 48, 0);
        }
        assertRefused(
                "every species of body must move in some training state, found none of species 0",
                () -> HgnTrainer.fit(CUBE.data(resting), OPTIONS));
    }

    @Test
    void aGapInTheSpeciesIsRefused() {
        CompiledGraph bodies =
                CompiledGraph.builder(2).body(0, 1, 0).body(1, 1, 2).build();
        TrainingSystem system = TrainingSystem.of(Structure.chain(2, false), bodies, PairTruth.SPRING);
        assertRefused(
                "every species of body must move in some training state, found none of species 1",
                () -> HgnTrainer.fit(system.data(10, 1), OPTIONS));
        CompiledGraph edges = CompiledGraph.builder(2).spring(0, 1, 1, 1, 3).build();
        TrainingSystem other = TrainingSystem.of(Structure.chain(2, false), edges, PairTruth.SPRING);
        assertRefused(
                "every species of edge must occur in the training graph, found none of species 0",
                () -> HgnTrainer.fit(other.data(10, 1), OPTIONS));
    }

    @Test
    void coincidentBodiesAreRefusedWhereTheInputIsALogarithm() {
        double[][] states = CUBE.states(10, 1);
        System.arraycopy(states[3], 0, states[3], 3, 3);
        PhaseDataset data = PhaseDataset.copyOf(CUBE.graph(), CUBE.box(), states, new double[10][48]);
        double longest =
                Arrays.stream(states).mapToDouble(HgnTrainerTest::longest).max().orElseThrow();
        assertRefused(
                "coordinates of edges of species 0 must be above " + 1e-9 * longest + " for the input log, found 0.0",
                () -> HgnTrainer.fit(data, OPTIONS));
    }

    private static double longest(double[] y) {
        CompiledGraph graph = CUBE.graph();
        double longest = 0;
        for (int e = 0; e < graph.edges(); e++) {
            longest = Math.max(longest, CUBE.box().distance(y, graph.first(e), graph.second(e)));
        }
        return longest;
    }

    @Test
    void coincidentBodiesAreNoObstacleWithoutALogarithm() {
        InvariantFeatures linear = new InvariantFeatures(
                EdgeCoordinate.DISTANCE,
                List.of(ScalarInput.LINEAR),
                List.of(EdgeChannel.ONE),
                BodyCoordinate.SQUARED_MOMENTUM_PER_MASS,
                List.of(ScalarInput.LINEAR));
        double[][] states = CUBE.states(100, 1);
        System.arraycopy(states[3], 0, states[3], 3, 3);
        TrainedHgn model = HgnTrainer.fit(CUBE.data(states), OPTIONS.withFeatures(linear));
        assertTrue(forceError(model) < 1e-9, "error " + forceError(model));
    }

    @Test
    void whatIsNotANumberNeverReachesTheTrainer() {
        double[][] states = CUBE.states(3, 1);
        double[][] derivatives = new double[3][48];
        derivatives[2][30] = Double.NaN;
        assertRefused(
                "derivative 2 must be finite, found NaN for p of body 2, axis 0",
                () -> PhaseDataset.copyOf(CUBE.graph(), CUBE.box(), states, derivatives));
        states[1][4] = Double.POSITIVE_INFINITY;
        assertRefused(
                "state 1 must be finite, found Infinity for q of body 1, axis 1",
                () -> PhaseDataset.copyOf(CUBE.graph(), CUBE.box(), states, new double[3][48]));
    }

    @Test
    void noBodyIsRefused() {
        CompiledGraph none = CompiledGraph.builder(0).build();
        PhaseDataset data = PhaseDataset.copyOf(none, CUBE.box(), new double[1][0], new double[1][0]);
        assertRefused("training system must have at least one body, found none", () -> HgnTrainer.fit(data, OPTIONS));
    }

    @Test
    void distancesWithoutARestLengthCannotBeStretches() {
        Structure cube = Structure.cubic(2, 2, 2, false);
        TrainingSystem gravity = TrainingSystem.of(cube, cube.compile(1, 1, 0), PairTruth.SPRING);
        InvariantFeatures stretch = new InvariantFeatures(
                EdgeCoordinate.STRETCH,
                List.of(ScalarInput.LINEAR),
                List.of(EdgeChannel.ONE),
                BodyCoordinate.SQUARED_MOMENTUM_PER_MASS,
                List.of(ScalarInput.LINEAR));
        assertRefused(
                "rest lengths must be positive for the coordinate stretch, found 0.0 of edge 0",
                () -> HgnTrainer.fit(gravity.data(10, 1), OPTIONS.withFeatures(stretch)));
    }

    @Test
    void equalInputsHaveNoPairs() {
        double[][] states = CUBE.states(10, 1);
        for (double[] y : states) {
            for (int i = 24; i < 48; i++) {
                y[i] = (i % 2 == 0 ? 1 : -1) * 0.5;
            }
        }
        assertRefused(
                "training inputs must not all be equal, found 80 equal rows",
                () -> HgnTrainer.fit(CUBE.data(states), OPTIONS.withWeights(WeightScheme.of("uswim"))));
        TrainedHgn model = HgnTrainer.fit(CUBE.data(states), OPTIONS);
        assertTrue(model.report().velocityError() < 1e-12, "constant speed is learned with other weights");
    }
}
