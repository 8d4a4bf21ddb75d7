package org.hamgraph.hgn.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hamgraph.support.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalFrameTest {
    private static final int BODIES = 5;

    /** A random state whose frame is far from jumps, and whose bodies stand in no order. */
    private static double[] sound(int dim) {
        RandomGenerator random = RandomStreams.of(4, "states", dim);
        LocalFrame frame = new LocalFrame(BODIES, dim);
        double[] y = new double[2 * BODIES * dim];
        for (int attempt = 0; attempt < 1000; attempt++) {
            Arrays.setAll(y, k -> random.nextDouble(-1, 1));
            frame.turnTo(y);
            FrameHealth health = frame.health();
            if (health.nearest() > 0.2 && health.gap() > 0.1 && health.plane() > 0.3) {
                return y;
            }
        }
        throw new AssertionError("no sound state was drawn");
    }

    private static double[] framed(double[] y, int dim) {
        LocalFrame frame = new LocalFrame(y.length / (2 * dim), dim);
        double[] out = new double[y.length];
        frame.turnTo(y);
        frame.apply(y, out);
        return out;
    }

    private static double distance(double[] a, int i, int j, int stride, int dim) {
        double square = 0;
        for (int axis = 0; axis < dim; axis++) {
            square += Math.pow(a[i * stride + axis] - a[j * stride + axis], 2);
        }
        return Math.sqrt(square);
    }

    private static double determinant(double[] a, int stride, int... bodies) {
        double[] d = new double[9];
        for (int k = 0; k < 9; k++) {
            d[k] = a[bodies[k / 3 + 1] * stride + k % 3] - a[bodies[0] * stride + k % 3];
        }
        return d[0] * (d[4] * d[8] - d[5] * d[7])
                - d[1] * (d[3] * d[8] - d[5] * d[6])
                + d[2] * (d[3] * d[7] - d[4] * d[6]);
    }

    @Test
    void inThePlaneTheNearestBodyComesToLieOnTheFirstAxis() {
        // Centre (1, 1); body 1 is nearest, at (0, 1) from it, so the frame is turned by a quarter.
        double[] y = {4, 1, 1, 2, -2, 0, 1, 0, 0, 2, 3, 4};
        double[] wanted = {0, -3, 0, -1, 1, 0, 2, 0, -1, 3, 4, -3};
        assertArrayEquals(wanted, framed(y, 2), 1e-15);
    }

    @Test
    void inSpaceTheTwoNearestSpanTheFirstPlaneAndHandsAreKept() {
        double[] y = sound(3);
        double[] out = framed(y, 3);
        int nearest = 0;
        int second = 1;
        for (int i = 0; i < BODIES; i++) {
            double r = Math.hypot(Math.hypot(out[i * 6], out[i * 6 + 1]), out[i * 6 + 2]);
            if (Math.abs(out[i * 6 + 1]) < 1e-14 && Math.abs(out[i * 6 + 2]) < 1e-14) {
                nearest = i;
                assertEquals(r, out[i * 6], 1e-15);
            } else if (Math.abs(out[i * 6 + 2]) < 1e-14) {
                second = i;
                assertTrue(out[i * 6 + 1] > 0);
            }
            for (int j = 0; j < i; j++) {
                assertEquals(distance(y, i, j, 3, 3), distance(out, i, j, 6, 3), 1e-14);
            }
        }
        assertTrue(nearest != second);
        double volume = determinant(y, 3, 0, 1, 2, 3);
        assertTrue(Math.abs(volume) > 1e-3);
        assertEquals(volume, determinant(out, 6, 0, 1, 2, 3), 1e-14);
    }

    @Test
    void onALineNothingTurnsAndABodyAtTheCentreDoesNoHarm() {
        double[] y = {-1, 1, 3, 5, 6, 7};
        assertArrayEquals(new double[] {-2, 5, 0, 6, 2, 7}, framed(y, 1));
        LocalFrame frame = new LocalFrame(3, 1);
        frame.turnTo(y);
        assertFalse(frame.health().poor());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void everyFramedCoordinateHasTheDerivativeOfCentralDifferences(int dim) {
        double[] y = sound(dim);
        LocalFrame frame = new LocalFrame(BODIES, dim);
        double step = Math.cbrt(Math.ulp(1.0));
        for (int c = 0; c < y.length; c++) {
            double[] adjoint = new double[y.length];
            adjoint[c] = 1;
            double[] gradient = new double[y.length];
            frame.turnTo(y);
            frame.backward(y, adjoint, gradient);
            for (int k = 0; k < y.length; k++) {
                double[] moved = y.clone();
                moved[k] = y[k] + step;
                double above = framed(moved, dim)[c];
                moved[k] = y[k] - step;
                double difference = (above - framed(moved, dim)[c]) / (2 * step);
                // step² = 4e-11 times third derivatives, which are below (1 / 0.2)³.
                assertEquals(difference, gradient[k], 1e-8, "dim " + dim + ", framed " + c + " by " + k);
            }
        }
    }

    /** The one coordinate that the frame itself holds at zero: with fixed axes its derivative would be of length 1. */
    @Test
    void theDerivativeOfWhatTheFrameHoldsFixedIsZero() {
        double[] y = {4, 1, 1, 2, -2, 0, 1, 0, 0, 2, 3, 4};
        LocalFrame frame = new LocalFrame(3, 2);
        frame.turnTo(y);
        double[] gradient = new double[12];
        frame.backward(y, new double[] {0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0}, gradient);
        assertArrayEquals(new double[12], gradient, 1e-15);
        frame.backward(y, new double[] {0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0}, gradient);
        double third = 1.0 / 3;
        assertArrayEquals(new double[] {0, -third, 0, 1 - third, 0, -third, 0, 0, 0, 0, 0, 0}, gradient, 1e-15);
    }

    @Test
    void healthIsRelativeToTheFarthestBody() {
        // Distances from the centre 1, 2, 5, 5: bodies 0 to 3.
        double[] q = {1, 0, 0, 0, 2, 0, -1, -2, Math.sqrt(20), 0, 0, -Math.sqrt(20)};
        LocalFrame frame = new LocalFrame(4, 3);
        frame.turnTo(Arrays.copyOf(q, 24));
        FrameHealth health = frame.health();
        double extent = 5;
        assertEquals(1 / extent, health.nearest(), 1e-15);
        assertEquals(1 / extent, health.gap(), 1e-15);
        assertEquals(2 / extent, health.plane(), 1e-15);
        assertFalse(health.poor());
    }

    @Test
    void aTieHasNoGap() {
        double[] q = {1, 0, -1, 0, 0, 2, 0, -2};
        LocalFrame frame = new LocalFrame(4, 2);
        frame.turnTo(Arrays.copyOf(q, 16));
        assertEquals(0, frame.health().gap());
        assertTrue(frame.health().poor());
    }

    @Test
    void tooFewBodiesAreRefused() {
        assertEquals(
                "number of bodies of a local frame must be at least 3, found 2",
                assertThrows(IllegalArgumentException.class, () -> new LocalFrame(2, 3))
                        .getMessage());
    }
}
