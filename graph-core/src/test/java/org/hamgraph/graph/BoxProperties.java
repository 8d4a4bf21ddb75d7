package org.hamgraph.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleBinaryOperator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;

class BoxProperties {
    /** How far an image lies beyond half a period, and off the images of the difference: at most rounding of both. */
    private static double fault(DoubleBinaryOperator nearest, double difference, double period) {
        double image = nearest.applyAsDouble(difference, period);
        double beyond = Math.abs(image) - period / 2;
        double off = Math.abs(Math.IEEEremainder(image - difference, period));
        // The product of period and rint, the difference, and the remainder round by half a unit of |difference| each.
        return Math.max(beyond, off) / (4 * Math.ulp(Math.abs(difference) + period));
    }

    @Property
    void theNearestImageLiesWithinHalfAPeriod(
            @ForAll @Scale(15) @DoubleRange(min = -1e6, max = 1e6) double difference,
            @ForAll @Scale(15) @DoubleRange(min = 1e-3, max = 1e3) double period) {
        double fault = fault((d, length) -> Box.of(length).nearest(d, 0), difference, period);
        assertTrue(fault <= 1, () -> fault + " with difference=" + difference + " period=" + period);
    }

    @Example
    void wrappingIntoThePeriodInsteadIsSeen() {
        assertTrue(fault((d, length) -> d - length * Math.floor(d / length), 3, 4) > 1e6);
        assertTrue(fault((d, length) -> 0, 3, 4) > 1e6);
    }

    @Property
    void turningADifferenceRoundTurnsItsImageRound(
            @ForAll @Scale(15) @DoubleRange(min = -1e6, max = 1e6) double difference,
            @ForAll @Scale(15) @DoubleRange(min = 1e-3, max = 1e3) double period) {
        // Exact: both ends of a spring must feel opposite forces, half a period apart too.
        Box box = Box.of(period);
        assertEquals(box.nearest(difference, 0), -box.nearest(-difference, 0), 0, () -> "period=" + period);
        assertEquals(box.nearest(period / 2, 0), -box.nearest(-period / 2, 0), 0, () -> "period=" + period);
    }
}
