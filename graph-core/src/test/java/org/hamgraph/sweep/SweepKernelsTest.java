package org.hamgraph.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hamgraph.support.RandomStreams;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The loops in registers give the bits of the plain ones, whatever the number of items is. */
class SweepKernelsTest {
    private static final int[] COUNTS = {0, 1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 127, 128, 129, 300};

    private final SweepKernels scalar = new ScalarSweepKernels();
    private SweepKernels vector;

    @BeforeEach
    void registersHoldFourNumbers() {
        assumeTrue(RunLeapfrogProperties.kernels().size() == 2, "vector registers hold fewer than four numbers");
        vector = new VectorSweepKernels();
        assertEquals("vector", vector.name());
        assertEquals("scalar", scalar.name());
    }

    private static double[] numbers(int n, double low, double high, String purpose) {
        RandomGenerator random = RandomStreams.of(5, purpose, n);
        double[] x = new double[n + SweepKernels.MARGIN];
        Arrays.setAll(x, k -> random.nextDouble(low, high));
        return x;
    }

    @ParameterizedTest
    @EnumSource
    void valuesAreTheSameOnPiecesBetweenThemAndBeyond(PullForm form) {
        PiecewisePolynomial f = form.pull(RandomStreams.of(8, "pull", form.ordinal()));
        for (int n : COUNTS) {
            for (double[] x : new double[][] {numbers(n, 0.9, 1.1, "inside"), numbers(n, 0, 3, "everywhere")}) {
                double[] expected = new double[x.length];
                double[] found = new double[x.length];
                scalar.values(f, x, n, expected);
                vector.values(f, x, n, found);
                assertArrayEquals(Arrays.copyOf(expected, n), Arrays.copyOf(found, n), form + ", " + n + " places");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void valuesAreTheSameAtPlacesThatInviteMistakes(PullForm form) {
        PiecewisePolynomial f = form.pull(RandomStreams.of(8, "pull", form.ordinal()));
        double[] x = new double[200 + SweepKernels.MARGIN];
        Arrays.fill(x, 1);
        int n = 0;
        for (int k = 0; k <= f.pieces(); k++) {
            double border = 0.85 + 0.3 * k / f.pieces();
            for (double place : new double[] {Math.nextDown(border), border, Math.nextUp(border)}) {
                x[n++] = place;
            }
        }
        for (double place : new double[] {0, 1e6, -1e6, 1e100, Double.NaN, Double.POSITIVE_INFINITY}) {
            x[n++] = place;
        }
        double[] expected = new double[n];
        double[] found = new double[x.length];
        for (int k = 0; k < n; k++) {
            expected[k] = f.value(x[k]);
        }
        vector.values(f, x, n, found);
        assertArrayEquals(expected, Arrays.copyOf(found, n), form.toString());
    }

    @Test
    void bordersThatAreExactGoToTheSamePiece() {
        for (int pieces = 1; pieces <= 9; pieces++) {
            double[][] c = new double[pieces][];
            Arrays.setAll(c, k -> new double[] {100 + k});
            PiecewisePolynomial stairs =
                    PiecewisePolynomial.continued(0, pieces, c, new double[] {-1}, new double[] {-2});
            double[] x = new double[pieces + 1 + SweepKernels.MARGIN];
            double[] expected = new double[x.length];
            double[] found = new double[x.length];
            Arrays.setAll(x, k -> k);
            scalar.values(stairs, x, x.length - SweepKernels.MARGIN, expected);
            vector.values(stairs, x, x.length - SweepKernels.MARGIN, found);
            assertArrayEquals(
                    Arrays.copyOf(expected, pieces + 1), Arrays.copyOf(found, pieces + 1), pieces + " pieces");
        }
    }

    @Test
    void kicksAndDriftsAreTheSameAndTouchNoNeighbour() {
        for (int n : COUNTS) {
            double[][] one = {numbers(n + 10, -1, 1, "p"), numbers(n + 10, -1, 1, "f"), numbers(n + 10, -1, 1, "q")};
            double[][] other = Arrays.stream(one).map(double[]::clone).toArray(double[][]::new);
            double[] speed = numbers(n, 0, 2, "speed");
            move(scalar, one, n, speed);
            double[] edge = {other[0][2], other[1][2], other[2][2], other[0][3 + n], other[1][3 + n], other[2][3 + n]};
            move(vector, other, n, speed);
            assertArrayEquals(one, other, n + " bodies");
            assertArrayEquals(
                    edge,
                    new double[] {
                        other[0][2], other[1][2], other[2][2], other[0][3 + n], other[1][3 + n], other[2][3 + n]
                    },
                    n + " bodies, the ones beside them");
        }
    }

    private static void move(SweepKernels kernels, double[][] pfq, int n, double... speed) {
        kernels.kick(pfq[0], pfq[1], 3, n, 0.3);
        kernels.drift(pfq[2], pfq[0], 3, n, 0.7);
        kernels.drift(pfq[2], pfq[0], 3, n, 0.1, speed);
        kernels.kickTwice(pfq[0], pfq[1], 3, n, 0.3, 0.9);
    }

    @Test
    void squaresAndProductsAreTheSame() {
        for (int n : COUNTS) {
            for (int dim = 1; dim <= 3; dim++) {
                double[][] p = new double[dim][];
                Arrays.setAll(p, axis -> numbers(n + 10, -1, 1, "p" + axis));
                double[] expected = new double[n + SweepKernels.MARGIN];
                double[] found = new double[n + SweepKernels.MARGIN];
                scalar.squares(p, 3, n, expected);
                vector.squares(p, 3, n, found);
                scalar.times(p[0], 3, n, 2.5, expected);
                vector.times(p[0], 3, n, 2.5, found);
                assertArrayEquals(Arrays.copyOf(expected, n), Arrays.copyOf(found, n), n + " bodies, dim " + dim);
            }
        }
    }

    @Test
    void aProductThatIsNotFusedHasOtherBits() {
        double[] p = numbers(300, -1, 1, "p");
        double[] force = numbers(300, -1, 1, "f");
        double[] plain = p.clone();
        for (int k = 0; k < 300; k++) {
            plain[k] += 0.3 * force[k];
        }
        vector.kick(p, force, 0, 300, 0.3);
        assertNotEquals(Arrays.toString(plain), Arrays.toString(p));
    }
}
