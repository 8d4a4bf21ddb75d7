package org.hamgraph.eval.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AxisTest {
    @BeforeAll
    static void needsFonts() {
        Fonts.assumePresent();
    }

    @Test
    void anAxisOfSmallValuesPutsThePowerOfTenIntoItsTitle() {
        Axis axis = Axis.linear("drift", "relative", DoubleStream.of(-2.1e-5, 1.8e-5));

        assertEquals("drift [" + ChartStyle.powerOfTen(-5) + " relative]", axis.title());
        assertEquals(-2.1, axis.low(), 1e-15);
        assertEquals(1.8, axis.high(), 1e-15);
        assertEquals(0.5, axis.step(10));
        assertEquals("−1.5", axis.tick(-1.5, 0.5));
        assertEquals("0.0", axis.tick(-0.0, 0.5));
    }

    @Test
    void anAxisOfOrdinaryValuesHasNoPowerOfTen() {
        Axis axis = Axis.linear("distance r", "length", DoubleStream.of(0.4, 1.8));

        assertEquals("distance r [length]", axis.title());
        assertEquals(0.2, axis.step(10), 1e-16);
        assertEquals("1.2", axis.tick(1.2, 0.2));
        assertEquals("40", axis.tick(40, 20));
    }

    @Test
    void aLogarithmicAxisRunsOverWholeDecades() {
        Axis axis = Axis.decades("error", "relative", 2, 0, DoubleStream.of(3e-15, 1.3e-12));

        assertEquals(-15, axis.low());
        assertEquals(-11, axis.high());
        assertEquals(1, axis.step(10));
        assertEquals(ChartStyle.powerOfTen(-12), axis.tick(-12, 1));
        assertEquals("error [relative]", axis.title());
        assertEquals(-14, axis.position(1e-14), 4e-15);
    }

    @Test
    void marksBetweenDecadesStandAtTwoToNine() {
        Axis axis = Axis.decades("size", "bodies", 2, 0, DoubleStream.of(20, 500));

        double[] marks = axis.minorTicks(8);
        assertEquals(16, marks.length);
        assertArrayEquals(new double[] {20, 30, 90}, powers(marks[0], marks[1], marks[7]), 1e-12);
        assertArrayEquals(new double[] {200, 900}, powers(marks[8], marks[15]), 1e-12);
        assertEquals(0, axis.minorTicks(1).length, "an axis with more decades than wanted has none");
    }

    private static double[] powers(double... positions) {
        return DoubleStream.of(positions)
                .map(position -> Math.pow(10, position))
                .toArray();
    }

    @Test
    void aNarrowLogarithmicAxisIsWidenedOnTheNearerSide() {
        assertEquals(-3, Axis.decades("e", "1", 2, 0, DoubleStream.of(2e-2)).low());
        assertEquals(1, Axis.decades("e", "1", 2, 0, DoubleStream.of(0.7)).high());
    }

    @Test
    void valuesBelowTheFloorStandThereAndAreKnown() {
        Axis axis = Axis.decades("error", "relative", 4, 1e-17, DoubleStream.of(0, 3e-300, 0));

        assertEquals(-17, axis.low());
        assertEquals(-13, axis.high());
        assertEquals(-17, axis.position(0));
        assertTrue(axis.cutsOff(0));
        assertFalse(axis.cutsOff(1e-17));
    }

    @Test
    void aSingleValueStandsInTheMiddle() {
        Axis axis = Axis.linear("x", "length", DoubleStream.of(3));
        assertEquals(3, (axis.low() + axis.high()) / 2, 1e-15);
        assertTrue(axis.span() > 0.1);

        Axis zero = Axis.linear("x", "length", DoubleStream.of(0, 1e-320));
        assertEquals(-1, zero.low());
        assertEquals(1, zero.high());
    }

    @Test
    void powersOfTenReadWithAndWithoutRaisedDigits() {
        assertEquals("10⁻¹²", ChartStyle.powerOfTen(-12, true));
        assertEquals("10³⁰⁸", ChartStyle.powerOfTen(308, true));
        assertEquals("10⁰", ChartStyle.powerOfTen(0, true));
        assertEquals("10^-12", ChartStyle.powerOfTen(-12, false));
    }
}
