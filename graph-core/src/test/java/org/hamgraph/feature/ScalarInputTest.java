package org.hamgraph.feature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScalarInputTest {
    private static double[] series(ScalarInput input, double x) {
        return ScalarInputLaw.coefficients(input::series, x, 4);
    }

    @Test
    void valuesAndSlopesAreTheKnownOnes() {
        assertEquals(3, ScalarInput.LINEAR.value(3));
        assertEquals(1, ScalarInput.LINEAR.derivative(3));
        assertEquals(1, ScalarInput.LOG.value(Math.E), 1e-15);
        assertEquals(0.25, ScalarInput.LOG.derivative(4));
        assertEquals(0.25, ScalarInput.RECIPROCAL.value(4));
        assertEquals(-0.0625, ScalarInput.RECIPROCAL.derivative(4));
        assertEquals(1, ScalarInput.RELATIVISTIC.value(3));
        assertEquals(0.25, ScalarInput.RELATIVISTIC.derivative(3));
    }

    @Test
    void seriesAreTheTextbookOnes() {
        assertArrayEquals(new double[] {5, 1, 0, 0}, series(ScalarInput.LINEAR, 5), 0);
        assertArrayEquals(new double[] {0, 1, -1 / 2.0, 1 / 3.0}, series(ScalarInput.LOG, 1), 1e-16);
        assertArrayEquals(new double[] {1, -1, 1, -1}, series(ScalarInput.RECIPROCAL, 1), 0);
        assertArrayEquals(new double[] {0, 1 / 2.0, -1 / 8.0, 1 / 16.0}, series(ScalarInput.RELATIVISTIC, 0), 0);
    }

    @Test
    void slowRelativisticBodiesLoseNoDigits() {
        // sqrt(1 + x) - 1 = x/2 - x²/8 + …; computed as written it would be 0 here.
        assertEquals(0.5e-20, ScalarInput.RELATIVISTIC.value(1e-20), 1e-35);
        assertEquals(0, ScalarInput.RELATIVISTIC.value(0));
        assertEquals(0.5, ScalarInput.RELATIVISTIC.derivative(0));
    }

    @Test
    void logarithmAndReciprocalNeedPositiveCoordinates() {
        assertEquals(
                List.of(ScalarInput.LOG, ScalarInput.RECIPROCAL),
                Arrays.stream(ScalarInput.values())
                        .filter(ScalarInput::needsPositive)
                        .toList());
    }

    /** Model files and command lines hold these names. */
    @Test
    void namesInFilesStay() {
        assertEquals(
                List.of("linear", "log", "reciprocal", "relativistic"),
                Arrays.stream(ScalarInput.values()).map(ScalarInput::label).toList());
    }
}
