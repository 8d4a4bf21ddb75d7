package org.hamgraph.eval.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import org.knowm.xchart.BitmapEncoder;

@AddLifecycleHook(Fonts.Needed.class)
class FigureProperties {
    private static final int MOST_PARTS = 10;

    @Property(tries = 25)
    void gridLinesStandAtTheMultiplesOfTheStepAndNowhereElse(
            @ForAll @IntRange(min = -200, max = 200) int exponent,
            @ForAll @DoubleRange(min = -9, max = 9) double start,
            @ForAll @DoubleRange(min = 1, max = 9) double digit,
            @ForAll @IntRange(min = -2, max = 0) int narrow,
            @ForAll @DoubleRange(min = 0.5, max = 40) double decades)
            throws IOException {
        double scale = Math.pow(10, exponent);
        double span = digit * Math.pow(10, narrow);
        Axis linear = Axis.linear("x", "length", DoubleStream.of(start * scale, (start + span) * scale));
        Axis logarithmic = Axis.decades("y", "relative", 2, 0, DoubleStream.of(1e-30, Math.pow(10, decades - 30)));
        String where = "exponent=" + exponent + " start=" + start + " span=" + span + " decades=" + decades;

        assertGrid(linear, logarithmic, linear.step(MOST_PARTS), logarithmic.step(MOST_PARTS), where);
        assertGrid(logarithmic, linear, logarithmic.step(MOST_PARTS), linear.step(MOST_PARTS), where);
    }

    @Example
    void theLawNoticesOtherSteps() {
        Axis axis = Axis.linear("x", "length", DoubleStream.of(0, 10));
        assertThrows(AssertionError.class, () -> assertGrid(axis, axis, 2, 1, "twice the step sideways"));
        assertThrows(AssertionError.class, () -> assertGrid(axis, axis, 1, 0.5, "half the step upwards"));
    }

    private static void assertGrid(Axis horizontal, Axis vertical, double xStep, double yStep, String where)
            throws IOException {
        Figure figure = Figure.of("grid", horizontal, vertical);
        BufferedImage image = BitmapEncoder.getBufferedImage(figure);
        int row = (int) figure.getScreenYFromChart(betweenTicks(vertical, vertical.step(MOST_PARTS)));
        int column = (int) figure.getScreenXFromChart(betweenTicks(horizontal, horizontal.step(MOST_PARTS)));
        int white = Color.WHITE.getRGB();
        assertLines(horizontal, xStep, figure::getScreenXFromChart, x -> image.getRGB(x, row) != white, where);
        assertLines(vertical, yStep, figure::getScreenYFromChart, y -> image.getRGB(column, y) != white, where);
    }

    /** Looks for a line within a pixel of every multiple of the step, and for none at the quarters between. */
    private static void assertLines(
            Axis axis, double step, DoubleUnaryOperator screen, IntPredicate inked, String where) {
        int lines = 0;
        for (double k = Math.ceil(axis.low() / step); (k + 1) * step <= axis.high(); k++) {
            for (int quarter = 0; quarter < 4; quarter++) {
                double position = (k + quarter / 4.0) * step;
                int pixel = (int) Math.round(screen.applyAsDouble(position));
                boolean line = inked.test(pixel - 1) || inked.test(pixel) || inked.test(pixel + 1);
                assertEquals(quarter == 0, line, () -> where + " " + axis + " at " + position);
            }
            lines++;
        }
        int found = lines;
        assertTrue(lines >= 1, () -> where + " " + axis + " lines=" + found);
    }

    private static double betweenTicks(Axis axis, double step) {
        return (Math.ceil(axis.low() / step) + 0.5) * step;
    }
}
