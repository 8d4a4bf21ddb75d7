package org.hamgraph.eval.report;

import java.awt.AWTError;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import org.knowm.xchart.style.AxesChartStyler.TextAlignment;
import org.knowm.xchart.style.XYStyler;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The look that all plots share: colours that stay apart for colour-blind readers, sizes of text, and how powers of ten
 * read.
 *
 * <p>Source of the palette: M. Okabe, K. Ito, Color Universal Design, 2008.
 */
final class ChartStyle {
    /** Minus sign of numbers. */
    static final String MINUS = "\u2212";

    /** Colours of several series, in order. */
    static final List<Color> PALETTE = List.of(
            new Color(0x0072B2), // blue
            new Color(0xD55E00), // vermillion
            new Color(0x009E73), // bluish green
            new Color(0xCC79A7), // reddish purple
            new Color(0xE69F00), // orange
            new Color(0x56B4E9), // sky blue
            new Color(0x000000));

    /** Markers of several series, in order; their number shares no factor with that of the colours. */
    static final List<Marker> MARKERS =
            List.of(SeriesMarkers.CIRCLE, SeriesMarkers.SQUARE, SeriesMarkers.TRIANGLE_UP, SeriesMarkers.DIAMOND);

    /** Exact values, under everything else: sky blue, paled. */
    static final Color TRUTH = new Color(0xB5DDF6);

    static final Color TEXT = new Color(0x222222);
    static final Color FRAME = new Color(0x666666);
    static final Color BAND = new Color(0, 0, 0, 20);
    static final Color BAND_EDGE = new Color(0x8C8C8C);
    static final int MARKER_SIZE = 13;

    private static final Color GRID = new Color(0xDDDDDD);
    private static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 20);
    private static final int TITLE_SIZE = 27;
    private static final double MOST_TITLE_WIDTH = 1020;
    private static final String SUPERSCRIPTS = "\u2070\u00B9\u00B2\u00B3\u2074\u2075\u2076\u2077\u2078\u2079";
    private static final String SUPERSCRIPT_MINUS = "\u207B";

    private ChartStyle() {}

    /**
     * Checks that this machine can write text into a picture.
     *
     * @throws MissingFontException if the Java runtime finds no fonts, or a display is named that does not answer
     */
    static void requireFonts() throws MissingFontException {
        try {
            layout("0", FONT);
            new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics().dispose();
        } catch (InternalError | RuntimeException | LinkageError | AWTError e) {
            // Missing fonts are an InternalError in Java 17 and a RuntimeException in Java 25, missing libraries a
            // LinkageError, a dead display an AWTError.
            throw new MissingFontException(e);
        }
    }

    /** Returns a text of a legend, in letters small enough for it to be no wider than {@code width} [pixels]. */
    static TextLayout legend(String text, double width) {
        return layout(text, fitting(text, FONT.getSize(), width));
    }

    private static TextLayout layout(String text, Font font) {
        return new TextLayout(text, font, new FontRenderContext(null, true, true));
    }

    private static Font fitting(String text, float size, double width) {
        double natural = layout(text, FONT.deriveFont(size)).getAdvance();
        return FONT.deriveFont((float) Math.min(size, size * width / natural));
    }

    /** Returns {@code text} if it is one line that can be drawn. */
    static String line(String text, String name) {
        if (text.isBlank() || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(name + " must be one line of text, found \"" + text + "\"");
        }
        return text;
    }

    /** Returns {@code 10⁻¹²}, or {@code 10^-12} where the font has no raised digits. */
    static String powerOfTen(int exponent) {
        return powerOfTen(exponent, FONT.canDisplayUpTo(SUPERSCRIPTS + SUPERSCRIPT_MINUS) < 0);
    }

    static String powerOfTen(int exponent, boolean raisedDigits) {
        if (!raisedDigits) {
            return "10^" + exponent;
        }
        StringBuilder text = new StringBuilder(exponent < 0 ? "10" + SUPERSCRIPT_MINUS : "10");
        Integer.toString(Math.abs(exponent)).chars().forEach(digit -> text.append(SUPERSCRIPTS.charAt(digit - '0')));
        return text.toString();
    }

    /** Sets everything but ranges and ticks. */
    static void apply(XYStyler styler, String title) {
        styler.setLocale(Locale.ROOT);
        styler.setChartBackgroundColor(Color.WHITE)
                .setChartFontColor(TEXT)
                .setChartPadding(22)
                .setChartTitleFont(fitting(title, TITLE_SIZE, MOST_TITLE_WIDTH))
                .setChartTitlePadding(14)
                .setChartTitleBoxVisible(false)
                .setPlotBackgroundColor(Color.WHITE)
                .setPlotBorderColor(FRAME)
                .setPlotBorderVisible(true)
                .setPlotContentSize(0.95)
                .setYAxisLeftWidthHint(150)
                .setLegendVisible(false);
        styler.setAxisTitleFont(FONT.deriveFont(22f))
                .setAxisTitlePadding(16)
                .setAxisTickLabelsFont(FONT)
                .setAxisTickLabelsColor(TEXT)
                .setAxisTickMarksColor(FRAME)
                .setAxisTickMarksStroke(new BasicStroke(1))
                .setAxisTickMarkLength(8)
                .setAxisTickPadding(6)
                .setAxisTicksLineVisible(false)
                .setPlotMargin(0)
                .setPlotGridLinesColor(GRID)
                .setPlotGridLinesStroke(new BasicStroke(1))
                .setYAxisLabelAlignment(TextAlignment.Right);
    }
}
