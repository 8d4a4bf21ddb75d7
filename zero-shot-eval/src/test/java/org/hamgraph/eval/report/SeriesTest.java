package org.hamgraph.eval.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class SeriesTest {
    @Test
    void pointsReadAsGivenAndStaySoWhenTheArraysChange() {
        double[] x = {8, 64};
        double[] y = {1e-14, 2e-14};
        Series series = Series.of("force", x, y);
        x[0] = -1;
        y[1] = -1;

        assertEquals("force", series.label());
        assertEquals(2, series.size());
        assertEquals(8, series.x(0));
        assertEquals(2e-14, series.y(1));
    }

    @Test
    void valuesThatAreNotFiniteAreRefusedWithTheirPlace() {
        double[] good = {1, 2, 3};
        assertRefused(
                "y of force must be finite, found NaN at index 1",
                () -> Series.of("force", good, new double[] {1, Double.NaN, 3}));
        assertRefused(
                "x of force must be finite, found -Infinity at index 2",
                () -> Series.of("force", new double[] {1, 2, Double.NEGATIVE_INFINITY}, good));
    }

    @Test
    void emptyAndUnevenArraysAreRefused() {
        assertRefused(
                "number of points of force must be at least 1, found 0",
                () -> Series.of("force", new double[0], new double[0]));
        assertRefused(
                "y of force [points] must have length 2, found 3",
                () -> Series.of("force", new double[2], new double[3]));
    }

    @Test
    void labelsAreOneLineOfText() {
        assertRefused(
                "label must be one line of text, found \" \"", () -> Series.of(" ", new double[1], new double[1]));
        assertRefused(
                "label must be one line of text, found \"a\nb\"",
                () -> Series.of("a\nb", new double[1], new double[1]));
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }
}
