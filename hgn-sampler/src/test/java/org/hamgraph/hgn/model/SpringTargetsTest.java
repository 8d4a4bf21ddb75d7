package org.hamgraph.hgn.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hamgraph.graph.Structure;
import org.hamgraph.hgn.PairTruth;
import org.hamgraph.hgn.TrainingSystem;
import org.hamgraph.hgn.sample.WeightScheme;
import org.hamgraph.phase.Hamiltonian;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Trained on a small lattice of equal springs with default options, judged on a larger one; thresholds are 10 to 1000
 * times what was measured when the method was designed.
 */
class SpringTargetsTest {
    private static final TrainingSystem CUBE = TrainingSystem.springs(Structure.cubic(2, 2, 2, false));
    private static final TrainingSystem LARGE_CUBE = TrainingSystem.springs(Structure.cubic(4, 4, 4, false));

    /**
     * Errors of forces, velocities and energies relative to their norm, and the mean squared error of all
     * derivatives.
     */
    private record Errors(double force, double velocity, double energy, double meanSquare) {
        static Errors of(TrainingSystem system, TrainedHgn model, long seed) {
            double[][] states = system.states(20, 1000 + seed);
            Hamiltonian h = model.on(system.graph(), system.box());
            return new Errors(
                    system.forceError(h, states),
                    system.velocityError(h, states),
                    system.energyError(h, states),
                    meanSquare(system, h, states));
        }

        private static double meanSquare(TrainingSystem system, Hamiltonian h, double[][] states) {
            double sum = 0;
            int size = states[0].length;
            double[] wanted = new double[size];
            double[] found = new double[size];
            for (double[] y : states) {
                system.truth().vectorField(y, wanted);
                h.vectorField(y, found);
                for (int k = 0; k < size; k++) {
                    sum += (found[k] - wanted[k]) * (found[k] - wanted[k]);
                }
            }
            return sum / (states.length * size);
        }
    }

    private static TrainedHgn fit(TrainingSystem system, int states, long seed) {
        return HgnTrainer.fit(
                system.data(states, seed), TrainerOptions.defaults().withSeed(seed));
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 3);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aHundredStatesOfACubeTeachALargerLattice(long seed) {
        Errors errors = Errors.of(LARGE_CUBE, fit(CUBE, 100, seed), seed);
        assertTrue(errors.force <= 1e-9 && errors.velocity <= 1e-7 && errors.energy <= 1e-9, errors.toString());
        assertTrue(errors.meanSquare <= 1e-16, errors.toString());
        assertTrue(errors.force > 1e-17 && errors.meanSquare > 0, errors.toString());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aThousandStatesOfACubeReachRounding(long seed) {
        Errors errors = Errors.of(LARGE_CUBE, fit(CUBE, 1000, seed), seed);
        assertTrue(errors.force <= 1e-11 && errors.velocity <= 1e-12 && errors.energy <= 1e-11, errors.toString());
    }

    static Stream<Arguments> otherLattices() {
        List<List<Structure>> pairs = List.of(
                List.of(Structure.chain(8, false), Structure.chain(64, false)),
                List.of(
                        Structure.chain(8, false).in(2),
                        Structure.chain(64, false).in(2)),
                List.of(Structure.square(3, 3, false), Structure.square(8, 8, false)));
        return pairs.stream()
                .flatMap(pair -> seeds().mapToObj(seed ->
                        Arguments.of(TrainingSystem.springs(pair.get(0)), TrainingSystem.springs(pair.get(1)), seed)));
    }

    @ParameterizedTest
    @MethodSource("otherLattices")
    void aHundredStatesServeInOneAndTwoDimensions(TrainingSystem small, TrainingSystem large, long seed) {
        Errors errors = Errors.of(large, fit(small, 100, seed), seed);
        assertTrue(errors.force <= 1e-9 && errors.velocity <= 1e-9 && errors.energy <= 1e-9, errors.toString());
    }

    static Stream<Arguments> allLattices() {
        return Stream.concat(otherLattices(), seeds().mapToObj(seed -> Arguments.of(CUBE, LARGE_CUBE, seed)));
    }

    @ParameterizedTest
    @MethodSource("allLattices")
    void twentyStatesServeAsWell(TrainingSystem small, TrainingSystem large, long seed) {
        Errors errors = Errors.of(large, fit(small, 20, seed), seed);
        assertTrue(errors.force <= 1e-7 && errors.velocity <= 1e-6, errors.toString());
    }

    static Stream<Arguments> everySchemeAndSeed() {
        return Stream.of("elm", "uswim", "swim", "aswim")
                .flatMap(scheme -> seeds().mapToObj(seed -> Arguments.of(scheme, seed)));
    }

    @ParameterizedTest
    @MethodSource("everySchemeAndSeed")
    void everySchemeReachesTheTarget(String scheme, long seed) {
        TrainerOptions options =
                TrainerOptions.defaults().withWeights(WeightScheme.of(scheme)).withSeed(seed);
        TrainedHgn model = HgnTrainer.fit(CUBE.data(100, seed), options);
        Errors errors = Errors.of(LARGE_CUBE, model, seed);
        assertTrue(errors.force <= 1e-9 && errors.velocity <= 1e-9 && errors.energy <= 1e-9, errors.toString());
        assertEquals(List.of(), model.report().warnings());
    }

    @Test
    void aNetworkThatIsTooNarrowMissesTheTarget() {
        TrainedHgn model =
                HgnTrainer.fit(CUBE.data(100, 1), TrainerOptions.defaults().withWidth(4));
        Errors errors = Errors.of(LARGE_CUBE, model, 1);
        assertTrue(errors.force > 1e-7, errors.toString());
        assertTrue(model.report().warnings().stream().anyMatch(warning -> warning.startsWith("relative residual ")));
    }

    @Test
    void aModelOfOtherSpringsMissesTheTarget() {
        TrainingSystem stiffer = TrainingSystem.of(
                Structure.cubic(2, 2, 2, false),
                Structure.cubic(2, 2, 2, false).compile(1, 1 + 1e-8, 1),
                PairTruth.SPRING);
        Errors errors = Errors.of(LARGE_CUBE, fit(stiffer, 100, 1), 1);
        assertTrue(errors.force > 5e-9 && errors.energy > 1e-10, errors.toString());
    }

    @Test
    void theReportTellsTheTrainingErrors() {
        TrainedHgn model = fit(CUBE, 100, 1);
        double[][] states = CUBE.states(100, 1);
        Hamiltonian h = model.on(CUBE.graph(), CUBE.box());
        TrainingReport report = model.report();
        assertEquals(CUBE.forceError(h, states), report.forceError(), 1e-6 * report.forceError());
        assertEquals(CUBE.velocityError(h, states), report.velocityError(), 1e-6 * report.velocityError());
        // 800 rows of bodies and 1200 of edges, and those the reductions took away: 2 of 3 for a body, 24 - 12 for a
        // state.
        assertEquals(2400 + 2400, report.rows());
        assertEquals(128, report.columns());
        assertTrue(report.rank() > 20 && report.rank() < 128, "rank " + report.rank());
        assertTrue(report.relativeResidual() < 1e-14, "residual " + report.relativeResidual());
    }
}
