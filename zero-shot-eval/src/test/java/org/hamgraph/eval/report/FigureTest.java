package org.hamgraph.eval.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.BitmapEncoder;

class FigureTest {
    @BeforeAll
    static void needsFonts() {
        Fonts.assumePresent();
    }

    private static final Axis UNIT = Axis.linear("x", "length", DoubleStream.of(0, 1));
    private static final Axis FOUR = Axis.linear("y", "length", DoubleStream.of(0, 4));

    @Test
    void aDashedCurveOfManyPointsHasGapsThatShowTheCurveBelow() throws IOException {
        double[] x = new double[3000];
        double[] y = new double[3000];
        Arrays.setAll(x, i -> i / 2999.0);
        Arrays.fill(y, 1.5);
        Series line = Series.of("constant", x, y);

        assertTrue(
                changesAlong(line, Pen.learned(0, 1)) > 40, "a dash and a gap measure 22 pixels, the frame a thousand");
        assertEquals(0, changesAlong(line, Pen.solid(ChartStyle.PALETTE.get(0), 2.5f)));
    }

    /** Draws a level line over a pale one and counts how often the colour along it turns pale. */
    private static int changesAlong(Series line, Pen pen) throws IOException {
        Figure figure = Figure.of("dashes", UNIT, FOUR);
        figure.draw(line, Pen.truth());
        figure.draw(line, pen);
        BufferedImage image = BitmapEncoder.getBufferedImage(figure);
        int row = (int) figure.getScreenYFromChart(1.5);
        int changes = 0;
        boolean pale = false;
        for (int x = (int) figure.getScreenXFromChart(0) + 3; x < figure.getScreenXFromChart(1) - 3; x++) {
            boolean here = image.getRGB(x, row) == ChartStyle.TRUTH.getRGB();
            changes += here && !pale ? 1 : 0;
            pale = here;
        }
        return changes;
    }

    @Test
    void unitsOfAPictureOfEqualAspectAreAsLongUpwardsAsSideways() throws IOException {
        // A picture is laid out for whole pixels of text, so the two agree to less than a pixel over the frame.
        assertEquals(1, aspect(Figure.ofEqualAspect("paths", UNIT, FOUR)), 1e-3);
        assertEquals(1, aspect(Figure.ofEqualAspect("paths", FOUR, UNIT)), 1e-3);
        assertTrue(aspect(Figure.of("paths", UNIT, FOUR)) < 0.5, "otherwise the frame is filled");
    }

    private static double aspect(Figure figure) {
        BitmapEncoder.getBufferedImage(figure);
        double upwards = figure.getScreenYFromChart(0) - figure.getScreenYFromChart(1);
        return upwards / (figure.getScreenXFromChart(1) - figure.getScreenXFromChart(0));
    }

    @Test
    void aBandCoversItsAbscissasAndNoOthers() throws IOException {
        Figure figure = Figure.of("band", UNIT, FOUR);
        figure.shade("training range", 0.25, 0.75);
        BufferedImage image = BitmapEncoder.getBufferedImage(figure);
        int row = (int) figure.getScreenYFromChart(1.25);

        assertEquals(Color.WHITE.getRGB(), image.getRGB((int) figure.getScreenXFromChart(0.24), row));
        assertEquals(0xFFEB, image.getRGB((int) figure.getScreenXFromChart(0.26), row) >>> 16);
        assertEquals(0xFFEB, image.getRGB((int) figure.getScreenXFromChart(0.74), row) >>> 16);
        assertEquals(Color.WHITE.getRGB(), image.getRGB((int) figure.getScreenXFromChart(0.76), row));
    }

    @Test
    void aMarkerBelowTheAxisIsHollow() throws IOException {
        Axis error = Axis.decades("error", "relative", 4, 1e-17, DoubleStream.of(1e-17));

        assertEquals(Color.WHITE.getRGB(), colourAt(error, 0));
        assertEquals(ChartStyle.PALETTE.get(0).getRGB(), colourAt(error, 1e-17));
    }

    private static int colourAt(Axis error, double value) throws IOException {
        Figure figure = Figure.of("markers", UNIT, error);
        figure.draw(Series.of("force", new double[] {0.55}, new double[] {value}), Pen.measured(0));
        BufferedImage image = BitmapEncoder.getBufferedImage(figure);
        return image.getRGB((int) figure.getScreenXFromChart(0.55), (int) figure.getScreenYFromChart(-17));
    }

    @Test
    void pointsKeepTheirPlacesWhereTicksAreFarApart() throws IOException {
        Axis decades = Axis.decades("width", "units", 2, 0, DoubleStream.of(500));
        Axis error = Axis.decades("error", "relative", 4, 1e-17, DoubleStream.of(1e-8, 1e-4));
        Figure figure = Figure.of("points", decades, error);
        for (int i = 0; i < 20; i++) {
            figure.legend("a label that fills a row, " + i, Pen.measured(i));
        }
        figure.draw(Series.of("low", new double[] {500}, new double[] {1e-7}), Pen.measured(0));
        figure.draw(Series.of("high", new double[] {500}, new double[] {1e-5}), Pen.measured(1));
        BufferedImage image = BitmapEncoder.getBufferedImage(figure);
        double x = figure.getScreenXFromChart(Math.log10(500));
        // The axis takes 95 % of the frame; each end is 2.5 % of its height away.
        double height = figure.frame().getHeight();
        double low = figure.frame().getMaxY() - height * (0.025 + 0.95 / 4);
        double high = figure.frame().getMaxY() - height * (0.025 + 0.95 * 3 / 4);
        assertEquals(ChartStyle.PALETTE.get(0).getRGB(), image.getRGB((int) x, (int) low));
        assertEquals(ChartStyle.PALETTE.get(1).getRGB(), image.getRGB((int) x, (int) high));
    }

    @Test
    void legendsThatFillARowTakeHeightFromTheFrame() throws IOException {
        double one = heightWithEntries(1);
        assertEquals(one, heightWithEntries(2), 0);
        assertEquals(one - 34, heightWithEntries(8), 1e-9);
    }

    private static double heightWithEntries(int count) throws IOException {
        Figure figure = Figure.of("legend", UNIT, FOUR);
        for (int i = 0; i < count; i++) {
            figure.legend("learned, run " + i, Pen.learned(i, count));
        }
        BitmapEncoder.getBufferedImage(figure);
        return figure.frame().getHeight();
    }

    @Test
    void titlesAreOneLineOfText() {
        assertEquals(
                "title must be one line of text, found \"a\nb\"",
                assertThrows(IllegalArgumentException.class, () -> Figure.of("a\nb", UNIT, FOUR))
                        .getMessage());
        assertEquals(
                "title must be one line of text, found \"\"",
                assertThrows(IllegalArgumentException.class, () -> Figure.ofEqualAspect("", UNIT, FOUR))
                        .getMessage());
    }
}
