package org.hamgraph.eval.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class AxisProperties {
    @Property(tries = 300)
    void ticksAreFewAndAllReadDifferently(
            @ForAll @IntRange(min = -280, max = 300) int exponent,
            @ForAll @DoubleRange(min = -9, max = 9) double first,
            @ForAll @DoubleRange(min = -9, max = 9) double second,
            @ForAll @IntRange(min = 4, max = 14) int most) {
        double scale = Math.pow(10, exponent);
        Axis axis = Axis.linear("x", "length", DoubleStream.of(first * scale, second * scale));
        double step = axis.step(most);
        List<String> labels = labels(axis, step, position -> axis.tick(position, step));
        String where = "exponent=" + exponent + " first=" + first + " second=" + second + " most=" + most;

        assertTrue(labels.size() >= 1 && labels.size() <= most + 1, () -> where + " " + labels);
        assertEquals(labels.size(), new HashSet<>(labels).size(), () -> where + " " + labels);
    }

    @Example
    void ticksOfTinyValuesReadAlikeWithoutAPowerOfTen() {
        Axis axis = Axis.linear("x", "length", DoubleStream.of(0, 5e-13));
        double step = axis.step(10);
        double scale = Math.pow(10, axis.exponent());
        List<String> plain = labels(axis, step, position -> String.format(Locale.ROOT, "%.10f", position * scale));

        assertEquals(1, new HashSet<>(plain).size(), () -> "" + plain);
    }

    private static List<String> labels(Axis axis, double step, DoubleFunction<String> label) {
        List<String> labels = new ArrayList<>();
        for (double k = Math.ceil(axis.low() / step); k * step <= axis.high(); k++) {
            labels.add(label.apply(k * step));
        }
        return labels;
    }

    @Property(tries = 300)
    void everyValueLiesOnItsAxis(
            @ForAll @DoubleRange(min = -30, max = 30) double first,
            @ForAll @DoubleRange(min = -30, max = 30) double second,
            @ForAll @IntRange(min = 1, max = 6) int least) {
        double[] values = {Math.pow(10, first), Math.pow(10, second)};
        Axis axis = Axis.decades("error", "relative", least, 1e-17, DoubleStream.of(values));
        String where = "first=" + first + " second=" + second + " least=" + least;

        assertTrue(axis.span() >= least && axis.low() >= -17, () -> where + " " + axis);
        for (double value : values) {
            double position = axis.position(value);
            assertTrue(position >= axis.low() && position <= axis.high(), () -> where + " " + axis);
        }
    }
}
