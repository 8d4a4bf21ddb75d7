package org.hamgraph.graph;

import static org.hamgraph.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoxTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "-2, -2", "2.5, -1.5", "-2.5, 1.5", "4, 0", "7, -1", "-9, -1", "400, 0"})
    void aDifferenceIsBroughtToTheNearestImage(double difference, double nearest) {
        assertEquals(nearest, Box.of(4).nearest(difference, 0), 0);
    }

    @Test
    void anOpenAxisLeavesADifferenceAlone() {
        Box box = Box.of(4, 0);
        assertEquals(1e9, box.nearest(1e9, 1));
        assertEquals(-0.1, box.nearest(-0.1, 1));
    }

    @Test
    void theDistanceIsToTheNearestImage() {
        double[] q = {0.5, 0, 9.5, 0.75};
        assertEquals(Math.sqrt(81.5625), Box.open(2).distance(q, 0, 1), 1e-15);
        assertEquals(1.25, Box.of(10, 0).distance(q, 0, 1), 1e-15);
        assertEquals(0, Box.of(10, 0).distance(q, 1, 1));
    }

    @Test
    void periodsMayDifferByAxis() {
        Box box = Box.of(4, 0, 2);
        assertEquals(3, box.dim());
        assertEquals(4, box.period(0));
        assertEquals(0, box.period(1));
        assertEquals(2, box.period(2));
        assertTrue(box.periodic());
        assertFalse(Box.open(3).periodic());
        assertTrue(Box.of(0, 0, 2).periodic());
    }

    @Test
    void thePeriodsGivenAreCopied() {
        double[] period = {4, 4};
        Box box = Box.of(period);
        period[0] = 5;
        assertEquals(4, box.period(0));
    }

    @Test
    void boxesAreEqualIfTheirPeriodsAre() {
        assertEquals(Box.open(2), Box.of(0, 0));
        assertEquals(Box.open(2), Box.of(-0.0, 0));
        assertEquals(Box.of(-0.0, 0).hashCode(), Box.open(2).hashCode());
        assertEquals(Box.of(3, 4).hashCode(), Box.of(3, 4).hashCode());
        assertEquals(Box.of(3, 4), Box.of(3, 4));
        assertNotEquals(Box.of(3, 4), Box.of(4, 3));
        assertNotEquals(Box.of(3), Box.of(3, 0));
        assertNotEquals((Object) Box.of(3), "1d, period 3.0");
    }

    @Test
    void theTextNamesDimensionAndPeriods() {
        assertEquals("3d, open", Box.open(3).toString());
        assertEquals("2d, period 4.0 x open", Box.of(4, 0).toString());
        assertEquals("1d, period 0.5", Box.of(0.5).toString());
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void aPeriodThatIsNoLengthIsRefused(double period) {
        assertRefused("period must be zero or positive and finite, found " + period, () -> Box.of(1, period));
    }

    @Test
    void moreThanThreeDimensionsAreRefused() {
        assertRefused("dimension must be 1, 2 or 3, found 4", () -> Box.of(1, 1, 1, 1));
        assertRefused("dimension must be 1, 2 or 3, found 0", Box::of);
        assertRefused("dimension must be 1, 2 or 3, found 4", () -> Box.open(4));
    }
}
