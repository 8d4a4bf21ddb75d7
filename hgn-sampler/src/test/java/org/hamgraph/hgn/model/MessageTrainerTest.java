package org.hamgraph.hgn.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Structure;
import org.hamgraph.hgn.TrainingSystem;
import org.hamgraph.hgn.network.MessageHamiltonian;
import org.hamgraph.hgn.sample.Swim;
import org.hamgraph.phase.PhaseDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Chains in the plane with an energy of every angle: no sum over pairs, but one over surroundings. */
class MessageTrainerTest {
    private static final TrainingSystem SMALL = chain(8);
    private static final TrainingSystem LARGE = chain(32);
    private static final MessageOptions NARROW = MessageOptions.defaults().withWidth(120);
    private static final double[][] TRAINING = SMALL.states(60, 1);
    private static final double[][] TEST = SMALL.states(20, 1001);

    private static TrainingSystem chain(int bodies) {
        TrainingSystem springs =
                TrainingSystem.springs(Structure.chain(bodies, false).in(2));
        return springs.withTruth(new ThreeBodyTruth(springs.graph(), 0.3));
    }

    private static TrainedMessages fit(MessageOptions options) {
        return MessageTrainer.fit(SMALL.data(TRAINING), options);
    }

    private static MessageHamiltonian on(TrainingSystem system, TrainedMessages model) {
        return model.on(system.graph(), system.box());
    }

    private static double outside(TrainedMessages model, TrainingSystem system, double[]... states) {
        return model.outside(system.graph(), system.box(), List.of(states));
    }

    /** Measured 0.90 for pairs, 0.007 for one stage and 0.06 for two, which see more and so need more states. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anglesAreLearnedThatPairsCannotSee(int stages) {
        double pairs = HgnTrainer.fit(SMALL.data(TRAINING), TrainerOptions.defaults())
                .report()
                .forceError();
        assertTrue(pairs > 0.5, "found " + pairs);
        TrainedMessages model = fit(NARROW.withStages(stages));
        double error = SMALL.forceError(on(SMALL, model), TEST);
        assertTrue(error < (stages == 1 ? 0.02 : 0.2), "found " + error);
        double large = LARGE.forceError(on(LARGE, model), LARGE.states(5, 2001));
        assertTrue(large < (stages == 1 ? 0.02 : 0.2), "found " + large);
        assertTrue(SMALL.velocityError(on(SMALL, model), TEST) < 1e-12);
        assertTrue(model.network().descriptors().count() > (stages == 1 ? 0 : 4));
    }

    /** With hardly any energy of angles the springs are left, which pairs say exactly. */
    @Test
    void springsAloneAreFoundToRounding() {
        TrainingSystem springs =
                TrainingSystem.springs(Structure.chain(8, false).in(2));
        TrainedMessages model = MessageTrainer.fit(springs.data(TRAINING), NARROW);
        double error = springs.forceError(on(springs, model), TEST);
        assertTrue(error < 1e-7, "found " + error);
    }

    @Test
    void theReportedErrorIsThatOfTheTrainingStates() {
        TrainedMessages model = fit(NARROW);
        double error = SMALL.forceError(on(SMALL, model), TRAINING);
        assertEquals(error, model.forceError(), 1e-9 * error);
        // The residual of the solve sees the same rows, with the coefficients before they were bound.
        assertEquals(
                error, Math.sqrt(model.quality().residual2() / model.quality().rightHandSide2()), 1e-3 * error);
        assertEquals(60 * 16, model.quality().rows());
        assertEquals(120 + 64, model.quality().columns());
    }

    @Test
    void whatTrainingHasNotShownIsOutside() {
        TrainedMessages model = fit(NARROW);
        assertEquals(0, outside(model, SMALL, TRAINING));
        double[] stretched = TRAINING[0].clone();
        for (int k = 0; k < stretched.length / 2; k++) {
            stretched[k] *= 3;
        }
        assertEquals(1, outside(model, SMALL, stretched));
        assertEquals(0.5, outside(model, SMALL, stretched, TRAINING[0]));
        TrainingSystem square = TrainingSystem.springs(Structure.square(3, 3, false));
        // Corners have two neighbours, as bodies of a chain do, but at an angle that a chain never shows.
        assertEquals(1, outside(model, square, square.states(1, 0.01, 1, 1)));
    }

    @Test
    void theSameSeedGivesTheSameBits() {
        double[] y = TEST[0];
        MessageOptions narrow = NARROW.withWidth(20).withStages(2);
        double first = on(SMALL, fit(narrow.withSeed(3))).energy(y);
        assertEquals(first, on(SMALL, fit(narrow.withSeed(3))).energy(y), 0);
        assertNotEquals(first, on(SMALL, fit(narrow.withSeed(4))).energy(y));
    }

    @Test
    void choicesReachTheNetwork() {
        TrainedMessages model = fit(NARROW.withWidth(17).withExponents(List.of(1.0, 3.0)));
        assertEquals(17, model.network().width());
        int two = model.network().descriptors().count();
        int one = fit(NARROW.withWidth(17).withExponents(List.of(1.0)))
                .network()
                .descriptors()
                .count();
        assertTrue(two > one, "found " + two + " and " + one);
    }

    @Test
    void whatCannotBeLearnedIsRefused() {
        double[][] still = Stream.of(TRAINING)
                .map(y -> Arrays.copyOf(Arrays.copyOf(y, y.length / 2), y.length))
                .toArray(double[][]::new);
        refuse(
                "some body must move in some training state, found none",
                () -> MessageTrainer.fit(SMALL.data(still), NARROW));
        CompiledGraph mixed = CompiledGraph.builder(8).body(3, 2, 1).build();
        double[][] zero = new double[1][32];
        PhaseDataset data = PhaseDataset.copyOf(mixed, SMALL.box(), zero, zero);
        refuse("bodies and springs must be of one species each, found 2 and 0", () -> MessageTrainer.fit(data, NARROW));
        refuse("stages must be 1 or 2, found 3", () -> NARROW.withStages(3));
        refuse("number of radial functions must be at least 1, found 0", () -> NARROW.withExponents(List.of()));
        refuse(
                "weights over surroundings must be drawn without slopes, found swim",
                () -> NARROW.withWeights(Swim.defaults()));
    }

    private static void refuse(String message, Runnable call) {
        assertEquals(
                message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }
}
