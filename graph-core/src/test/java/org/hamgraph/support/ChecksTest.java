package org.hamgraph.support;

import static org.hamgraph.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTest {
    @ParameterizedTest
    @ValueSource(doubles = {0.0, -0.0, -1.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void onlyPositiveFiniteNumbersArePositive(double value) {
        assertRefused("mass must be positive and finite, found " + value, () -> Checks.positive(value, "mass"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void onlyZeroAndPositiveFiniteNumbersAreNotNegative(double value) {
        assertRefused(
                "period must be zero or positive and finite, found " + value,
                () -> Checks.notNegative(value, "period"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void infinitiesAndNanAreNotFinite(double value) {
        assertRefused("angle must be finite, found " + value, () -> Checks.finite(value, "angle"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 4, Integer.MAX_VALUE})
    void spaceHasOneToThreeDimensions(int value) {
        assertRefused("dimension must be 1, 2 or 3, found " + value, () -> Checks.dimension(value));
    }

    @Test
    void anIntegerBelowTheLeastIsRefused() {
        assertRefused("width must be at least 3, found 2", () -> Checks.atLeast(2, 3, "width"));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 8})
    void anIndexOutsideIsRefused(int value) {
        assertRefused("body must lie in 0..7, found " + value, () -> Checks.index(value, 8, "body"));
    }

    @Test
    void anArrayOfAnotherLengthIsRefused() {
        assertRefused(
                "state y [2*n*dim] must have length 12, found 5",
                () -> Checks.length(new double[5], 12, "state y [2*n*dim]"));
    }

    @Test
    void theFirstNumberThatIsNotFiniteIsNamed() {
        assertRefused(
                "offset must be finite, found NaN at index 1",
                () -> Checks.copyOfFinite(new double[] {0, Double.NaN, Double.POSITIVE_INFINITY}, "offset"));
    }

    @Test
    void whatPassesIsReturned() {
        assertEquals(Double.MIN_VALUE, Checks.positive(Double.MIN_VALUE, "x"));
        assertEquals(Double.MAX_VALUE, Checks.positive(Double.MAX_VALUE, "x"));
        assertEquals(0.0, Checks.notNegative(0.0, "x"));
        assertEquals(-3.5, Checks.finite(-3.5, "x"));
        assertEquals(3, Checks.atLeast(3, 3, "x"));
        assertEquals(0, Checks.index(0, 8, "x"));
        assertEquals(7, Checks.index(7, 8, "x"));
        assertEquals(1, Checks.dimension(1));
        assertEquals(3, Checks.dimension(3));
        double[] array = {1, 2};
        assertSame(array, Checks.length(array, 2, "x"));
    }

    @Test
    void aFiniteArrayIsCopied() {
        double[] array = {1, 2};
        double[] copy = Checks.copyOfFinite(array, "x");
        assertNotSame(array, copy);
        assertArrayEquals(array, copy, 0);
    }
}
