package org.hamgraph.phase;

import static org.hamgraph.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.apache.commons.geometry.euclidean.threed.Vector3D;
import org.hamgraph.support.RandomStreams;
import org.junit.jupiter.api.Test;

class RigidMotionTest {
    private static final int DRAWS = 20_000;

    @Test
    void aTranslationMovesPositionsAndLeavesMomenta() {
        RigidMotion motion = RigidMotion.translation(10, -20);
        assertArrayEquals(
                new double[] {11, -18, 13, -16, 5, 6, 7, 8}, motion.apply(new double[] {1, 2, 3, 4, 5, 6, 7, 8}), 0);
        assertArrayEquals(new double[] {1, 2}, motion.turn(new double[] {1, 2}), 0);
    }

    @Test
    void aQuarterTurnOfThePlaneTakesTheFirstAxisToTheSecond() {
        RigidMotion motion = RigidMotion.rotation2D(Math.PI / 2);
        assertEquals(2, motion.dim());
        assertArrayEquals(new double[] {-2, 1, -4, 3}, motion.apply(new double[] {1, 2, 3, 4}), 2e-15);
        assertArrayEquals(new double[] {-2, 1}, motion.turn(new double[] {1, 2}), 1e-15);
    }

    @Test
    void aThirdOfATurnAboutTheDiagonalMovesTheAxesRound() {
        RigidMotion motion = RigidMotion.rotation3D(Vector3D.of(2, 2, 2), 2 * Math.PI / 3);
        assertEquals(3, motion.dim());
        assertArrayEquals(new double[] {3, 1, 2}, motion.turn(new double[] {1, 2, 3}), 2e-15);
    }

    @Test
    void aReflectionTurnsTheFirstCoordinate() {
        assertArrayEquals(new double[] {-1, -2}, RigidMotion.reflection(1).apply(new double[] {1, 2}), 0);
        assertArrayEquals(
                new double[] {-1, 2, 3, -4, 5, 6}, RigidMotion.reflection(3).apply(new double[] {1, 2, 3, 4, 5, 6}), 0);
    }

    @Test
    void aRandomRotationOfTheLineIsTheIdentity() {
        double[] y = {1, 2, 3, 4};
        assertArrayEquals(
                y, RigidMotion.randomRotation(1, RandomStreams.of(1, "test", 0)).apply(y), 0);
    }

    @Test
    void theStateGivenIsLeftAlone() {
        double[] y = {1, 2, 3, 4};
        RigidMotion.rotation2D(1).apply(y);
        assertArrayEquals(new double[] {1, 2, 3, 4}, y, 0);
    }

    /**
     * Deviation of the mean of a rotated unit vector from zero, worst over unit vectors and coordinates, in standard
     * deviations: for uniform rotations a coordinate has variance 1/d.
     */
    private static double meanDeviation(int dim, Function<RandomGenerator, RigidMotion> rotations) {
        RandomGenerator random = RandomStreams.of(1, "rotations", dim);
        double[] sum = new double[dim * dim];
        double[] units = new double[dim * dim];
        for (int axis = 0; axis < dim; axis++) {
            units[axis * dim + axis] = 1;
        }
        for (int k = 0; k < DRAWS; k++) {
            double[] turned = rotations.apply(random).turn(units);
            for (int i = 0; i < sum.length; i++) {
                sum[i] += turned[i];
            }
        }
        double worst = 0;
        for (double s : sum) {
            worst = Math.max(worst, Math.abs(s) / Math.sqrt((double) DRAWS / dim));
        }
        return worst;
    }

    /** Deviation of the mean trace from zero in standard deviations: uniform rotations of space have variance 1. */
    private static double traceDeviation(Function<RandomGenerator, RigidMotion> rotations) {
        RandomGenerator random = RandomStreams.of(2, "rotations", 3);
        double sum = 0;
        for (int k = 0; k < DRAWS; k++) {
            double[] matrix = rotations.apply(random).turn(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1});
            sum += matrix[0] + matrix[4] + matrix[8];
        }
        return Math.abs(sum) / Math.sqrt(DRAWS);
    }

    @Test
    void randomRotationsFavourNoDirection() {
        assertTrue(meanDeviation(2, random -> RigidMotion.randomRotation(2, random)) < 5);
        assertTrue(meanDeviation(3, random -> RigidMotion.randomRotation(3, random)) < 5);
        assertTrue(traceDeviation(random -> RigidMotion.randomRotation(3, random)) < 5);
    }

    @Test
    void rotationsThatAreNotUniformAreSeen() {
        Function<RandomGenerator, RigidMotion> halfTurns = random -> RigidMotion.rotation2D(random.nextDouble(Math.PI));
        assertTrue(meanDeviation(2, halfTurns) > 50);
        Function<RandomGenerator, RigidMotion> oneAxis =
                random -> RigidMotion.rotation3D(Vector3D.Unit.PLUS_Z, random.nextDouble(2 * Math.PI));
        assertTrue(meanDeviation(3, oneAxis) > 50);
        // Uniform axis and uniform angle: small turns come too often.
        Function<RandomGenerator, RigidMotion> anyAngle = random -> RigidMotion.rotation3D(
                Vector3D.of(random.nextGaussian(), random.nextGaussian(), random.nextGaussian()),
                random.nextDouble(2 * Math.PI));
        assertTrue(traceDeviation(anyAngle) > 50);
    }

    @Test
    void badArgumentsAreRefused() {
        assertRefused("offset must be finite, found NaN at index 1", () -> RigidMotion.translation(0, Double.NaN));
        assertRefused("dimension must be 1, 2 or 3, found 0", RigidMotion::translation);
        assertRefused("dimension must be 1, 2 or 3, found 4", () -> RigidMotion.translation(1, 2, 3, 4));
        assertRefused("angle must be finite, found Infinity", () -> RigidMotion.rotation2D(Double.POSITIVE_INFINITY));
        assertRefused(
                "length of the axis must be positive and finite, found 0.0",
                () -> RigidMotion.rotation3D(Vector3D.ZERO, 1));
        assertRefused("dimension must be 1, 2 or 3, found 4", () -> RigidMotion.reflection(4));
        assertRefused(
                "dimension must be 1, 2 or 3, found 0",
                () -> RigidMotion.randomRotation(0, RandomStreams.of(1, "test", 0)));
    }

    @Test
    void motionsAndStatesOfOtherDimensionsAreRefused() {
        assertRefused(
                "motions must have one dimension, found 2 and 3",
                () -> RigidMotion.rotation2D(1).then(RigidMotion.reflection(3)));
        assertRefused(
                "state must have 2*dim = 6 numbers a body, found 9",
                () -> RigidMotion.reflection(3).apply(new double[9]));
        assertRefused(
                "state must have 2*dim = 2 numbers a body, found 5",
                () -> RigidMotion.reflection(1).apply(new double[5]));
        assertRefused(
                "vectors must have 3 numbers each, found 4",
                () -> RigidMotion.reflection(3).turn(new double[4]));
    }
}
