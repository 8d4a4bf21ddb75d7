package org.hamgraph.eval.metric;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.hamgraph.phase.PhaseLayout;
import org.junit.jupiter.api.Test;

class ErrorsTest {
    @Test
    void relativeErrorIsTheNormOfTheDifferenceOverTheNormOfTheTruth() {
        RelativeError error = new RelativeError();
        error.add(new double[] {9, 3, 4}, new double[] {9, 3, 4.5}, 1, 3);
        assertEquals(0.5 / 5, error.value(), 1e-16);
    }

    @Test
    void nothingWrongIsZeroEvenWhereTheTruthIsZero() {
        RelativeError error = new RelativeError();
        error.add(0, 0);
        assertEquals(0, error.value());
        error.add(0, 1);
        assertEquals(Double.POSITIVE_INFINITY, error.value());
    }

    @Test
    void positionErrorIsMeasuredAgainstTheSpreadAboutTheMean() {
        PhaseLayout layout = new PhaseLayout(2, 2);
        double[] truth = {10, 5, 14, 8, 1, 1, 1, 1};
        double[] prediction = {10, 5, 14, 8.25, 7, 7, 7, 7};
        // Deviations from the mean (12, 6.5) are (2, 1.5) twice: norm sqrt(12.5).
        assertEquals(0.25 / Math.sqrt(12.5), PositionError.between(layout, truth, prediction), 1e-16);
        assertEquals(0, PositionError.between(layout, truth, truth));
    }
}
