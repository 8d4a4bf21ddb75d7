package org.hamgraph.hgn.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Structure;
import org.hamgraph.hgn.PairTruth;
import org.hamgraph.hgn.TrainingSystem;
import org.hamgraph.hgn.sample.WeightScheme;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.PhaseDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Periodic boxes, graphs with more edges than coordinates, graphs with none, and the two ways to the same rows. */
class GeometriesTest {
    private static final TrainerOptions OPTIONS = TrainerOptions.defaults();

    private static double[] errors(TrainingSystem system, TrainedHgn model) {
        double[][] states = system.states(10, 3000);
        Hamiltonian h = model.on(system.graph(), system.box());
        return new double[] {
            system.forceError(h, states), system.velocityError(h, states), system.energyError(h, states)
        };
    }

    private static void assertReaches(TrainingSystem system, TrainedHgn model, double limit) {
        double[] error = errors(system, model);
        assertTrue(
                error[0] <= limit && error[1] <= limit && error[2] <= limit,
                "force " + error[0] + ", velocity " + error[1] + ", energy " + error[2]);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void periodicLatticesAreLearnedAcrossTheirBoundaries(long seed) {
        TrainerOptions options = OPTIONS.withSeed(seed);
        TrainingSystem ring = TrainingSystem.springs(Structure.chain(8, true));
        assertReaches(
                TrainingSystem.springs(Structure.chain(64, true)), HgnTrainer.fit(ring.data(100, seed), options), 1e-9);
        TrainingSystem torus = TrainingSystem.springs(Structure.square(4, 4, true));
        assertReaches(
                TrainingSystem.springs(Structure.square(8, 8, true)),
                HgnTrainer.fit(torus.data(50, seed), options),
                1e-9);
        TrainingSystem cell = TrainingSystem.springs(Structure.cubic(3, 3, 3, true));
        assertReaches(
                TrainingSystem.springs(Structure.cubic(4, 4, 4, true)),
                HgnTrainer.fit(cell.data(20, seed), options),
                1e-9);
    }

    @Test
    void aPeriodForgottenIsFoundOut() {
        TrainingSystem ring = TrainingSystem.springs(Structure.chain(8, true));
        TrainedHgn model = HgnTrainer.fit(ring.data(100, 1), OPTIONS);
        Hamiltonian open = model.on(ring.graph(), Box.open(1));
        assertTrue(ring.forceError(open, ring.states(10, 3000)) > 1);
    }

    /** Six bodies, each joined to each other: 15 edges for 12 coordinates. */
    private static TrainingSystem complete() {
        CompiledGraph.Builder builder = CompiledGraph.builder(6);
        for (int i = 0; i < 6; i++) {
            for (int j = 0; j < i; j++) {
                builder.spring(i, j, 1, 1, 0);
            }
        }
        return TrainingSystem.of(Structure.square(2, 3, false), builder.build(), PairTruth.SPRING);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void moreEdgesThanCoordinatesAreLearnedUnreduced(long seed) {
        TrainingSystem system = complete();
        TrainedHgn model = HgnTrainer.fit(system.data(100, seed), OPTIONS.withSeed(seed));
        assertReaches(system, model, 1e-9);
        assertTrue(model.report().nonCentral().isEmpty());
        // 100 states of 6 bodies in the plane, for bodies and for edges.
        assertEquals(1200 + 1200, model.report().rows());
    }

    @Test
    void swimSaysWhereForcesDoNotDetermineThePullOfEveryEdge() {
        TrainerOptions options = OPTIONS.withWeights(WeightScheme.of("swim"));
        TrainedHgn model = HgnTrainer.fit(complete().data(100, 1), options);
        assertEquals(
                List.of(
                        "forces do not determine the pull of every edge; pairs were weighed by a first fit, as with aswim"),
                model.report().warnings());
        assertReaches(complete(), model, 1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"elm", "swim", "aswim"})
    void bodiesWithoutEdgesAreLearnedToo(String scheme) {
        CompiledGraph gas = CompiledGraph.builder(4).build();
        TrainingSystem system = TrainingSystem.of(Structure.square(2, 2, false), gas, PairTruth.SPRING);
        TrainedHgn model = HgnTrainer.fit(system.data(50, 1), OPTIONS.withWeights(WeightScheme.of(scheme)));
        double[][] states = system.states(10, 3000);
        Hamiltonian h = model.on(gas, system.box());
        assertTrue(system.velocityError(h, states) < 1e-9);
        assertTrue(system.energyError(h, states) < 1e-9);
        double[] force = new double[16];
        h.vectorField(states[0], force);
        for (int k = 8; k < 16; k++) {
            assertEquals(0, force[k], 0);
        }
        assertEquals(1, model.report().solves().size());
        assertTrue(model.edgeTails().isEmpty() && model.report().nonCentral().isEmpty());
    }

    @Test
    void twoBodiesAreEnough() {
        TrainingSystem pair = TrainingSystem.springs(Structure.chain(2, false).in(3));
        TrainedHgn model = HgnTrainer.fit(pair.data(200, 1), OPTIONS);
        assertReaches(TrainingSystem.springs(Structure.cubic(3, 3, 3, false)), model, 1e-7);
    }

    @Test
    void theWidthFollowsTheRowsAndNotTheEdgesWhereTheseAreMore() {
        // 6 bodies in the plane give 12 rows a state; their 15 edges would make the width 30.
        TrainedHgn model = HgnTrainer.fit(complete().data(8, 1), OPTIONS);
        assertEquals(8 * 12 / 4, model.network().edgeLayers().get(0).width());
    }

    @Test
    void reducedAndUnreducedRowsGiveTheSameModel() {
        // 110 states of one cube, and the same as 5 states of 22 cubes, whose 264 edges are too many for the dense
        // reduction.
        TrainingSystem cube = TrainingSystem.springs(Structure.cubic(2, 2, 2, false));
        double[][] states = cube.states(110, 4);
        CompiledGraph many = MixedSystem.copies(cube.graph(), 22);
        double[][] together = new double[5][];
        for (int k = 0; k < 5; k++) {
            together[k] = MixedSystem.together(Arrays.copyOfRange(states, 22 * k, 22 * k + 22));
        }
        assertFalse(RigidityFactor.pays(many, Box.open(3)));
        PhaseDataset data =
                PhaseDataset.of(many, Box.open(3), together, PairTruth.of(many, Box.open(3), PairTruth.SPRING));
        TrainedHgn unreduced = HgnTrainer.fit(data, OPTIONS);
        TrainedHgn reduced = HgnTrainer.fit(cube.data(states), OPTIONS);
        assertTrue(unreduced.report().nonCentral().isEmpty()
                && reduced.report().nonCentral().isPresent());
        assertEquals(reduced.report().rows(), unreduced.report().rows());
        // Hidden weights are the same to the bit, for the coordinates come in the same order.
        assertArrayEquals(
                reduced.network().edgeLayers().get(0).layer().weights(),
                unreduced.network().edgeLayers().get(0).layer().weights(),
                0);
        TrainingSystem asTruth = cube.withTruth(reduced.on(cube.graph(), cube.box()));
        assertReaches(asTruth, unreduced, 1e-11);
    }
}
