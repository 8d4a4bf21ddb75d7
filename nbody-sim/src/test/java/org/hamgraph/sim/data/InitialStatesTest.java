package org.hamgraph.sim.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Structure;
import org.junit.jupiter.api.Test;

class InitialStatesTest {
    private static final Structure SQUARE = Structure.square(3, 3, false);
    private static final double[] REST = SQUARE.positions(1.0);
    private static final double JITTER = 0.1;
    private static final double VELOCITY = 0.3;

    private static InitialStates states(double jitter, double velocity) {
        return InitialStates.around(SQUARE.compile(1, 10, 1), Box.open(2), REST, jitter, velocity);
    }

    @Test
    void theSameSeedPurposeAndIndexGiveTheSameBitsAndAnyOtherGivesOthers() {
        double[] y = states(JITTER, VELOCITY).draw(1, "training states", 5);
        assertArrayEquals(y, states(JITTER, VELOCITY).draw(1, "training states", 5), 0);
        assertFalse(Arrays.equals(y, states(JITTER, VELOCITY).draw(2, "training states", 5)));
        assertFalse(Arrays.equals(y, states(JITTER, VELOCITY).draw(1, "test states", 5)));
        assertFalse(Arrays.equals(y, states(JITTER, VELOCITY).draw(1, "training states", 6)));
    }

    @Test
    void aStateDoesNotDependOnHowManyAreDrawn() {
        double[][] few = states(JITTER, VELOCITY).drawMany(1, "test states", 2);
        double[][] many = states(JITTER, VELOCITY).drawMany(1, "test states", 7);
        assertEquals(7, many.length);
        assertArrayEquals(few[1], many[1], 0);
        assertArrayEquals(states(JITTER, VELOCITY).draw(1, "test states", 6), many[6], 0);
    }

    @Test
    void jitterAndVelocityScaleTheSameNumbers() {
        double[] y = states(JITTER, VELOCITY).draw(1, "x", 0);
        double[] doubled = states(2 * JITTER, 2 * VELOCITY).draw(1, "x", 0);
        for (int k = 0; k < 18; k++) {
            assertEquals(2 * (y[k] - REST[k]), doubled[k] - REST[k], 4 * Math.ulp(2.0));
        }
        for (int k = 18; k < 36; k++) {
            assertEquals(2 * y[k], doubled[k], 4 * Math.ulp(1.0));
        }
    }

    @Test
    void withoutJitterAndVelocityTheSystemRests() {
        assertArrayEquals(Arrays.copyOf(REST, 36), states(0, 0).draw(3, "x", 0), 0);
    }

    @Test
    void aSingleBodyIsAtRest() {
        CompiledGraph graph = CompiledGraph.builder(1).body(0, 1.7, 0).build();
        double[] y =
                InitialStates.around(graph, Box.open(3), new double[3], 1, 1).draw(1, "x", 0);
        assertArrayEquals(new double[3], Arrays.copyOfRange(y, 3, 6), 4 * Math.ulp(2.0));
        assertTrue(y[0] != 0);
    }

    @Test
    void displacementsAreUniform() {
        int count = 2000;
        int numbers = count * 18;
        double mean = 0;
        double square = 0;
        double greatest = 0;
        for (double[] y : states(JITTER, VELOCITY).drawMany(7, "statistics", count)) {
            for (int k = 0; k < 18; k++) {
                double u = (y[k] - REST[k]) / JITTER;
                mean += u / numbers;
                square += u * u / numbers;
                greatest = Math.max(greatest, Math.abs(u));
            }
        }
        // Uniform on [-1, 1]: variance 1/3; the variance of u² is 1/5 - 1/9 = 4/45. Five standard deviations each.
        assertEquals(0, mean, 5 * Math.sqrt(1.0 / 3 / numbers));
        assertEquals(1.0 / 3, square, 5 * Math.sqrt(4.0 / 45 / numbers));
        assertTrue(greatest > 0.999 && greatest <= 1 + 1e-14);
    }

    @Test
    void velocitiesAreNormalWithTheStatedDeviation() {
        int count = 4000;
        int bodies = 9;
        double[] mean = new double[2];
        double square = 0;
        double fourth = 0;
        for (double[] y : states(JITTER, VELOCITY).drawMany(7, "statistics", count)) {
            mean[0] += y[18] / VELOCITY / count;
            mean[1] += y[19] / VELOCITY / count;
            // One body of each state, so that the numbers are independent; taking the mean off leaves a variance of 1 -
            // 1/n.
            for (int axis = 0; axis < 2; axis++) {
                double g = y[18 + axis] / VELOCITY / Math.sqrt(1 - 1.0 / bodies);
                square += g * g / (2 * count);
                fourth += g * g * g * g / (2 * count);
            }
        }
        assertEquals(0, mean[0], 5 / Math.sqrt(count));
        assertEquals(0, mean[1], 5 / Math.sqrt(count));
        assertEquals(1, square, 5 * Math.sqrt(2.0 / (2 * count)));
        // The fourth moment of a normal number is 3, of a uniform one 1.8; its variance is 96.
        assertEquals(3, fourth, 5 * Math.sqrt(96.0 / (2 * count)));
    }

    @Test
    void heavyBodiesMoveAsFastAsLightOnes() {
        CompiledGraph graph = CompiledGraph.builder(3)
                .body(0, 0.5, 0)
                .body(1, 1.5, 0)
                .body(2, 8.0, 0)
                .build();
        InitialStates states = InitialStates.around(graph, Box.open(1), new double[3], 0, VELOCITY);
        int count = 4000;
        double[] square = new double[3];
        for (double[] y : states.drawMany(5, "statistics", count)) {
            for (int i = 0; i < 3; i++) {
                square[i] += Math.pow(y[3 + i] / graph.mass(i) / VELOCITY, 2) / count;
            }
        }
        double sumOfSquares = (0.25 + 2.25 + 64) / 100;
        for (int i = 0; i < 3; i++) {
            // v_i minus the mass-weighted mean: 1 - 2 w_i + sum_j w_j²; relative deviation of its estimate
            // sqrt(2/count).
            double variance = 1 - 2 * graph.mass(i) / 10 + sumOfSquares;
            assertEquals(variance, square[i], 5 * variance * Math.sqrt(2.0 / count), "body " + i);
        }
    }

    @Test
    void badArgumentsAreNamed() {
        CompiledGraph graph = SQUARE.compile(1, 10, 1);
        assertEquals(
                "rest positions [n*dim] must have length 27, found 18",
                refusal(() -> InitialStates.around(graph, Box.open(3), REST, 0.1, 0.3)));
        double[] broken = REST.clone();
        broken[4] = Double.NaN;
        assertEquals(
                "rest positions must be finite, found NaN at index 4",
                refusal(() -> InitialStates.around(graph, Box.open(2), broken, 0.1, 0.3)));
        assertEquals("jitter must be zero or positive and finite, found -0.1", refusal(() -> states(-0.1, 0.3)));
        assertEquals("velocity must be zero or positive and finite, found NaN", refusal(() -> states(0.1, Double.NaN)));
        assertEquals(
                "number of states must be at least 1, found 0",
                refusal(() -> states(0, 0).drawMany(1, "x", 0)));
    }

    private static String refusal(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }
}
