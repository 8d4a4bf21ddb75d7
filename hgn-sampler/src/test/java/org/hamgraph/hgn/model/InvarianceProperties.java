package org.hamgraph.hgn.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.NodePermutation;
import org.hamgraph.graph.Structure;
import org.hamgraph.hgn.TrainingSystem;
import org.hamgraph.hgn.model.BrokenModel.Fault;
import org.hamgraph.hgn.sample.WeightScheme;
import org.hamgraph.phase.RigidMotion;
import org.hamgraph.support.RandomStreams;

/** Invariances of trained models: one gentle, one of the steep published weights, one of unlike springs. */
class InvarianceProperties {
    private static final List<TrainedHgn> MODELS = List.of(train("elm"), train("uswim"), unlike());

    private static TrainedHgn train(String scheme) {
        TrainingSystem cube = TrainingSystem.springs(Structure.cubic(2, 2, 2, false));
        TrainerOptions options = TrainerOptions.defaults().withWeights(WeightScheme.of(scheme));
        return HgnTrainer.fit(cube.data(100, 1), options);
    }

    private static TrainedHgn unlike() {
        MixedSystem.Spread spread = new MixedSystem.Spread(0.8, 1.25);
        return HgnTrainer.fit(MixedSystem.random(2, spread, spread, spread, 1).data(200, 1), TrainerOptions.defaults());
    }

    /** A random graph of unlike springs between bodies in a row, all of them near enough to the training range. */
    private record Sample(TrainedHgn model, CompiledGraph graph, Box box, double[] y) {
        static Sample of(int which, int n, int dim, long seed) {
            RandomGenerator random = RandomStreams.of(seed, "sample", 0);
            CompiledGraph.Builder builder = CompiledGraph.builder(n);
            double[] y = new double[2 * n * dim];
            for (int i = 0; i < n; i++) {
                builder.body(i, random.nextDouble(0.8, 1.25), 0);
                for (int j = Math.max(0, i - 2); j < i; j++) {
                    builder.spring(i, j, random.nextDouble(0.8, 1.25), random.nextDouble(0.8, 1.25), 0);
                }
                for (int axis = 0; axis < dim; axis++) {
                    y[i * dim + axis] = (axis == 0 ? 0.8 * i : 0) + random.nextDouble(-0.2, 0.2);
                    y[(n + i) * dim + axis] = random.nextDouble(-1, 1);
                }
            }
            return new Sample(MODELS.get(which), builder.build(), Box.open(dim), y);
        }

        Laws laws() {
            return new Laws(other -> model.on(other, box), terms(), norm());
        }

        Laws laws(Fault fault) {
            return new Laws(other -> new BrokenModel(model.on(other, box), other, fault), terms(), norm());
        }

        private double norm() {
            return Math.sqrt(Arrays.stream(model.coefficients()).map(c -> c * c).sum());
        }

        /**
         * Sum over all bodies and edges of |c_a| times a feature of magnitude at most 1, and stiffnesses at most
         * 1.25.
         */
        private double terms() {
            double norm1 = Arrays.stream(model.coefficients()).map(Math::abs).sum();
            return 1.25 * (graph.nodes() + graph.edges()) * norm1;
        }

        double shortest() {
            double shortest = Double.POSITIVE_INFINITY;
            for (int e = 0; e < graph.edges(); e++) {
                shortest = Math.min(shortest, box.distance(y, graph.first(e), graph.second(e)));
            }
            return shortest;
        }
    }

    @Property(tries = 100)
    void rotationsAndReflectionsChangeNothing(
            @ForAll @IntRange(min = 0, max = 2) int which,
            @ForAll @IntRange(min = 2, max = 30) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll boolean reflected,
            @ForAll long seed) {
        Sample sample = Sample.of(which, n, dim, seed);
        RigidMotion motion = RigidMotion.randomRotation(dim, RandomStreams.of(seed, "motion", 0));
        RigidMotion whole = reflected ? motion.then(RigidMotion.reflection(dim)) : motion;
        double violation = sample.laws().rotation(sample.graph, sample.y, whole);
        assertTrue(
                violation < 1,
                () -> violation + " for model " + which + " n=" + n + " dim=" + dim + " reflected=" + reflected
                        + " seed=" + seed);
    }

    @Property(tries = 100)
    void shiftsChangeNothing(
            @ForAll @IntRange(min = 0, max = 2) int which,
            @ForAll @IntRange(min = 2, max = 30) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll @DoubleRange(min = 0, max = 6) double power,
            @ForAll long seed) {
        Sample sample = Sample.of(which, n, dim, seed);
        double size = Math.pow(10, power);
        double[] offset =
                RandomStreams.of(seed, "offset", 0).doubles(dim, -size, size).toArray();
        double violation = sample.laws()
                .translation(sample.graph, sample.y, RigidMotion.translation(offset), size, sample.shortest());
        assertTrue(
                violation < 1,
                () -> violation + " for model " + which + " n=" + n + " dim=" + dim + " size=" + size + " seed="
                        + seed);
    }

    @Property(tries = 100)
    void renumberingChangesNothing(
            @ForAll @IntRange(min = 0, max = 2) int which,
            @ForAll @IntRange(min = 2, max = 30) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll long seed) {
        Sample sample = Sample.of(which, n, dim, seed);
        NodePermutation permutation = NodePermutation.random(n, RandomStreams.of(seed, "permutation", 0));
        double violation = sample.laws().permutation(sample.graph, sample.y, dim, permutation);
        assertTrue(
                violation < 1, () -> violation + " for model " + which + " n=" + n + " dim=" + dim + " seed=" + seed);
    }

    @Property(tries = 100)
    void timeRunsBackwardsToTheBit(
            @ForAll @IntRange(min = 0, max = 2) int which,
            @ForAll @IntRange(min = 1, max = 30) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll long seed) {
        Sample sample = Sample.of(which, n, dim, seed);
        assertTrue(
                sample.laws().reversible(sample.graph, sample.y),
                () -> "model " + which + " n=" + n + " dim=" + dim + " seed=" + seed);
    }

    @Property(tries = 100)
    void actionAndReactionCancel(
            @ForAll @IntRange(min = 0, max = 2) int which,
            @ForAll @IntRange(min = 2, max = 30) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll long seed) {
        Sample sample = Sample.of(which, n, dim, seed);
        double violation = sample.laws().netForce(sample.graph, sample.y, dim);
        assertTrue(
                violation < 1, () -> violation + " for model " + which + " n=" + n + " dim=" + dim + " seed=" + seed);
    }

    @Example
    void aFeatureOfAbsoluteCoordinatesSeesShiftsAndRotations() {
        Sample sample = Sample.of(0, 10, 2, 3);
        Laws broken = sample.laws(Fault.ABSOLUTE_COORDINATE);
        RigidMotion shift = RigidMotion.translation(3, -4);
        assertTrue(broken.translation(sample.graph, sample.y, shift, 4, sample.shortest()) > 1000);
        assertTrue(broken.rotation(sample.graph, sample.y, RigidMotion.rotation2D(0.7)) > 1000);
        assertTrue(broken.netForce(sample.graph, sample.y, 2) > 1000);
    }

    @Example
    void aComponentInPlaceOfTheMomentumSeesRotations() {
        Sample sample = Sample.of(0, 10, 2, 3);
        Laws broken = sample.laws(Fault.MOMENTUM_COMPONENT);
        assertTrue(broken.rotation(sample.graph, sample.y, RigidMotion.rotation2D(0.7)) > 1000);
        assertTrue(broken.reversible(sample.graph, sample.y), "but not the direction of time");
    }

    @Example
    void anOrientationSeesReflectionsButNotRotations() {
        Sample sample = Sample.of(0, 10, 2, 3);
        Laws broken = sample.laws(Fault.ORIENTATION);
        assertTrue(broken.rotation(sample.graph, sample.y, RigidMotion.reflection(2)) > 1000);
        assertTrue(broken.rotation(sample.graph, sample.y, RigidMotion.rotation2D(0.7)) < 1);
    }

    @Example
    void bodiesToldApartByTheirIndexSeeRenumbering() {
        Sample sample = Sample.of(0, 10, 2, 3);
        int[] backwards = new int[10];
        Arrays.setAll(backwards, i -> 9 - i);
        NodePermutation permutation = NodePermutation.copyOf(backwards);
        assertTrue(sample.laws(Fault.BODY_INDEX).permutation(sample.graph, sample.y, 2, permutation) > 1000);
    }

    @Example
    void anOddPowerOfTheMomentumSeesTheDirectionOfTime() {
        Sample sample = Sample.of(0, 10, 2, 3);
        assertFalse(sample.laws(Fault.ODD_MOMENTUM).reversible(sample.graph, sample.y));
    }

    @Example
    void theCoefficientNormsAreThoseTheTolerancesWereMadeFor() {
        // Gentle weights keep |c| near 100, the steep ones reach 1e4 and more.
        assertTrue(
                Sample.of(0, 2, 1, 1).norm() < 1000,
                "gentle " + Sample.of(0, 2, 1, 1).norm());
        assertTrue(
                Sample.of(1, 2, 1, 1).norm() < 1e6,
                "steep " + Sample.of(1, 2, 1, 1).norm());
        assertEquals(3, MODELS.size());
    }
}
