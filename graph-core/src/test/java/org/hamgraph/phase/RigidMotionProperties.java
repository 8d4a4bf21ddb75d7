package org.hamgraph.phase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hamgraph.graph.Box;
import org.hamgraph.support.RandomStreams;

class RigidMotionProperties {
    /** Coordinates stay below 8; each image is a sum of four products, so 64 roundings of 8 are ample. */
    private static final double TOLERANCE = 64 * Math.ulp(8.0) / 2;

    private static final int BODIES = 6;

    private static RandomGenerator random(long seed, int which) {
        return RandomStreams.of(seed, "motion", which);
    }

    private static double[] state(int dim, long seed) {
        return random(seed, 0).doubles(2L * BODIES * dim, -2, 2).toArray();
    }

    /** A rotation, then perhaps a reflection, then a shift. */
    private static RigidMotion any(int dim, long seed, int which) {
        RandomGenerator random = random(seed, which);
        RigidMotion rotation = RigidMotion.randomRotation(dim, random);
        RigidMotion turned = random.nextBoolean() ? rotation.then(RigidMotion.reflection(dim)) : rotation;
        return turned.then(RigidMotion.translation(random.doubles(dim, -1, 1).toArray()));
    }

    /** Largest change of a distance of two bodies or of the size of a momentum. */
    private static double distortion(UnaryOperator<double[]> map, double[] y, int dim) {
        double[] moved = map.apply(y.clone());
        Box space = Box.open(dim);
        double[] origin = Arrays.copyOf(new double[dim], 2 * dim);
        double worst = 0;
        for (int i = 0; i < BODIES; i++) {
            for (int j = 0; j < i; j++) {
                worst = Math.max(worst, Math.abs(space.distance(moved, i, j) - space.distance(y, i, j)));
            }
            int p = (BODIES + i) * dim;
            System.arraycopy(y, p, origin, dim, dim);
            double before = space.distance(origin, 0, 1);
            System.arraycopy(moved, p, origin, dim, dim);
            worst = Math.max(worst, Math.abs(space.distance(origin, 0, 1) - before));
        }
        return worst;
    }

    @Property
    void distancesAndSizesOfMomentaStay(@ForAll @IntRange(min = 1, max = 3) int dim, @ForAll long seed) {
        double distortion = distortion(any(dim, seed, 1)::apply, state(dim, seed), dim);
        assertTrue(distortion <= TOLERANCE, () -> distortion + " with dim=" + dim + " seed=" + seed);
    }

    @Example
    void stretchingByAMillionthIsSeen() {
        for (int dim = 1; dim <= 3; dim++) {
            double[] y = state(dim, 1);
            int half = BODIES * dim;
            assertTrue(distortion(in -> stretched(in, 0, half), y, dim) > 1e6 * TOLERANCE);
            assertTrue(distortion(in -> stretched(in, half, 2 * half), y, dim) > 1e6 * TOLERANCE);
        }
    }

    private static double[] stretched(double[] y, int from, int to) {
        for (int k = from; k < to; k++) {
            y[k] *= 1 + 1e-6;
        }
        return y;
    }

    @Property
    void oneAfterTheOtherIsTheComposition(@ForAll @IntRange(min = 1, max = 3) int dim, @ForAll long seed) {
        RigidMotion first = any(dim, seed, 1);
        RigidMotion then = any(dim, seed, 2);
        double[] y = state(dim, seed);
        String where = "dim=" + dim + " seed=" + seed;
        assertArrayEquals(then.apply(first.apply(y)), first.then(then).apply(y), TOLERANCE, where);
        assertArrayEquals(then.turn(first.turn(y)), first.then(then).turn(y), TOLERANCE, where);
    }

    @Example
    void theOtherOrderIsSeen() {
        RigidMotion first = any(3, 1, 1);
        RigidMotion then = any(3, 1, 2);
        double[] y = state(3, 1);
        double[] right = first.then(then).apply(y);
        double[] wrong = then.then(first).apply(y);
        assertTrue(Math.abs(right[0] - wrong[0]) > 1e-3);
    }

    @Property
    void threeMotionsMayBeJoinedInEitherWay(@ForAll @IntRange(min = 1, max = 3) int dim, @ForAll long seed) {
        RigidMotion a = any(dim, seed, 1);
        RigidMotion b = any(dim, seed, 2);
        RigidMotion c = any(dim, seed, 3);
        double[] y = state(dim, seed);
        assertArrayEquals(
                a.then(b).then(c).apply(y),
                a.then(b.then(c)).apply(y),
                TOLERANCE,
                () -> "dim=" + dim + " seed=" + seed);
    }

    @Property
    void turningBackAndMirroringTwiceLeadHome(@ForAll @IntRange(min = 1, max = 3) int dim, @ForAll long seed) {
        double[] y = state(dim, seed);
        double[] offset = random(seed, 4).doubles(dim, -2, 2).toArray();
        double[] opposite = Arrays.stream(offset).map(t -> -t).toArray();
        String where = "dim=" + dim + " seed=" + seed;
        RigidMotion mirror = RigidMotion.reflection(dim);
        assertArrayEquals(y, mirror.then(mirror).apply(y), 0, where);
        RigidMotion shift = RigidMotion.translation(offset);
        assertArrayEquals(y, shift.then(RigidMotion.translation(opposite)).apply(y), TOLERANCE, where);
        double angle = random(seed, 5).nextDouble(-9, 9);
        double[] plane = state(2, seed);
        RigidMotion turn = RigidMotion.rotation2D(angle);
        assertArrayEquals(plane, turn.then(RigidMotion.rotation2D(-angle)).apply(plane), TOLERANCE, where);
        assertEquals(Math.cos(angle), turn.turn(new double[] {1, 0})[0], TOLERANCE, where);
    }

    @Property
    void aRotationKeepsHandednessAndAReflectionTurnsIt(@ForAll long seed) {
        double[] axes = {1, 0, 0, 0, 1, 0, 0, 0, 1};
        RigidMotion rotation = RigidMotion.randomRotation(3, random(seed, 6));
        assertEquals(1, determinant(rotation.turn(axes)), TOLERANCE, () -> "seed=" + seed);
        RigidMotion mirrored = rotation.then(RigidMotion.reflection(3));
        assertEquals(-1, determinant(mirrored.turn(axes)), TOLERANCE, () -> "seed=" + seed);
    }

    private static double determinant(double[] a) {
        return a[0] * (a[4] * a[8] - a[5] * a[7])
                - a[1] * (a[3] * a[8] - a[5] * a[6])
                + a[2] * (a[3] * a[7] - a[4] * a[6]);
    }

    @Property
    void aTranslationLeavesMomentaAndVectors(@ForAll @IntRange(min = 1, max = 3) int dim, @ForAll long seed) {
        RigidMotion shift =
                RigidMotion.translation(random(seed, 7).doubles(dim, -2, 2).toArray());
        double[] y = state(dim, seed);
        double[] moved = shift.apply(y);
        int half = BODIES * dim;
        String where = "dim=" + dim + " seed=" + seed;
        assertArrayEquals(Arrays.copyOfRange(y, half, 2 * half), Arrays.copyOfRange(moved, half, 2 * half), 0, where);
        assertArrayEquals(y, shift.turn(y), 0, where);
        assertTrue(moved[0] != y[0], where);
    }
}
