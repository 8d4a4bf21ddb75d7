package org.hamgraph.eval.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hamgraph.support.AtomicFiles;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * One picture: XChart lays out title, frame and ticks, and the curves are drawn into its frame here. XChart itself
 * strokes every segment of a curve anew, so that dashes shorter than a segment never show a gap.
 */
final class Figure extends XYChart {
    /** Width of every plot [pixels]. */
    static final int WIDTH = 1200;

    /** Height of every plot [pixels]. */
    static final int HEIGHT = 800;

    /** Most parts the ticks divide an axis into. */
    private static final int MOST_PARTS = 10;

    /** The same sideways if both axes have the same ticks; upwards there are fewer. */
    private static final int MOST_PARTS_EQUAL = 14;

    /** About how many pixels the frame measures; only chooses between ticks, see {@link Axis#spacingHint}. */
    private static final double FRAME_WIDTH = 960;

    private static final double FRAME_HEIGHT = 545;

    /** A longer axis has no marks between its decades. */
    private static final int MOST_DECADES_WITH_MINOR_TICKS = 8;

    private static final int MINOR_TICK = 4;
    private static final int HOLLOW_RIM = 5;
    private static final int MOST_LAYOUTS = 4;
    private static final float BAND_IN_LEGEND = 20;
    private static final int MARGIN = 12;

    private final List<Curve> curves = new ArrayList<>();
    private final List<Band> bands = new ArrayList<>();
    private final Legend names = new Legend();
    private final boolean equalAspect;
    private Axis horizontal;
    private Axis vertical;

    private record Curve(Series series, Pen pen) {}

    private record Band(double low, double high) {}

    private Figure(String title, Axis horizontal, Axis vertical, boolean equalAspect) {
        super(WIDTH, HEIGHT);
        this.horizontal = horizontal;
        this.vertical = vertical;
        this.equalAspect = equalAspect;
        setTitle(title);
        ChartStyle.apply(getStyler(), title);
    }

    /**
     * Returns an empty picture.
     *
     * @throws IOException if this machine has no fonts
     */
    static Figure of(String title, Axis horizontal, Axis vertical) throws IOException {
        ChartStyle.line(title, "title");
        ChartStyle.requireFonts();
        return new Figure(title, horizontal, vertical, false);
    }

    /**
     * Returns an empty picture in which a unit is as long upwards as sideways.
     *
     * @param horizontal linear axis
     * @param vertical linear axis with the same exponent
     * @throws IOException if this machine has no fonts
     */
    static Figure ofEqualAspect(String title, Axis horizontal, Axis vertical) throws IOException {
        ChartStyle.line(title, "title");
        ChartStyle.requireFonts();
        return new Figure(title, horizontal, vertical, true);
    }

    /** Draws a series over what was drawn before; it has no entry in the legend. */
    void draw(Series series, Pen pen) {
        curves.add(new Curve(series, pen));
    }

    /** Adds an entry to the legend. */
    void legend(String label, Pen pen) {
        names.add(label, pen);
    }

    /** Shades the abscissas from {@code low} to {@code high} under all curves, with an entry in the legend. */
    void shade(String label, double low, double high) {
        bands.add(new Band(low, high));
        names.add(label, Pen.solid(ChartStyle.BAND, BAND_IN_LEGEND));
    }

    /**
     * Writes the picture as PNG; the same picture gives the same bytes on the same machine and Java runtime.
     *
     * @throws IOException if the file cannot be written; it is then as it was
     */
    void write(Path file) throws IOException {
        AtomicFiles.write(file, out -> ChartEncoder.saveChart(this, out, "png"));
    }

    /** Returns where the curves are [pixels]; known once the picture was painted. */
    Rectangle2D frame() {
        return plot.getBounds();
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
        g.setColor(Color.WHITE);
        g.fillRect(0, 0, width, height);
        paintFrame(g);
        if (equalAspect) {
            Rectangle2D frame = null;
            for (int i = 0; i < MOST_LAYOUTS && !frame().equals(frame); i++) {
                frame = frame();
                equalise(frame);
                paintFrame(g);
            }
        }
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        paintMinorTicks(g);
        names.paint(g, frame().getCenterX(), HEIGHT - names.height() - MARGIN);
        Shape clip = g.getClip();
        g.setClip(frame());
        bands.forEach(band -> paint(g, band));
        curves.forEach(curve -> paint(g, curve));
        g.setClip(clip);
    }

    /** Lets XChart lay out and paint everything but bands and curves. */
    private void paintFrame(Graphics2D g) {
        double xStep = horizontal.step(equalAspect ? MOST_PARTS_EQUAL : MOST_PARTS);
        double yStep = equalAspect ? xStep : vertical.step(MOST_PARTS);
        getStyler()
                .setXAxisMin(horizontal.low())
                .setXAxisMax(horizontal.high())
                .setYAxisMin(vertical.low())
                .setYAxisMax(vertical.high())
                .setXAxisTickMarkSpacingHint(horizontal.spacingHint(xStep, FRAME_WIDTH))
                .setYAxisTickMarkSpacingHint(vertical.spacingHint(yStep, FRAME_HEIGHT))
                .setXAxisTickLabelsFormattingFunction(position -> horizontal.tick(position, xStep))
                .setYAxisTickLabelsFormattingFunction(position -> vertical.tick(position, yStep));
        setXAxisTitle(horizontal.title());
        setYAxisTitle(vertical.title());
        super.paint(g, WIDTH, HEIGHT - names.height());
        setHeight(HEIGHT);
    }

    private void equalise(Rectangle2D frame) {
        double scale = Math.max(horizontal.span() / frame.getWidth(), vertical.span() / frame.getHeight());
        horizontal = horizontal.spanning(scale * frame.getWidth());
        vertical = vertical.spanning(scale * frame.getHeight());
    }

    private void paintMinorTicks(Graphics2D g) {
        g.setColor(ChartStyle.FRAME);
        g.setStroke(new BasicStroke(1));
        Rectangle2D frame = frame();
        for (double position : horizontal.minorTicks(MOST_DECADES_WITH_MINOR_TICKS)) {
            double x = getScreenXFromChart(position);
            g.draw(new Line2D.Double(x, frame.getMaxY(), x, frame.getMaxY() + MINOR_TICK));
        }
        for (double position : vertical.minorTicks(MOST_DECADES_WITH_MINOR_TICKS)) {
            double y = getScreenYFromChart(position);
            g.draw(new Line2D.Double(frame.getMinX() - MINOR_TICK, y, frame.getMinX(), y));
        }
    }

    private void paint(Graphics2D g, Band band) {
        Rectangle2D frame = frame();
        double left = getScreenXFromChart(horizontal.position(band.low));
        double right = getScreenXFromChart(horizontal.position(band.high));
        g.setColor(ChartStyle.BAND);
        g.fill(new Rectangle2D.Double(left, frame.getMinY(), right - left, frame.getHeight()));
        g.setColor(ChartStyle.BAND_EDGE);
        g.setStroke(new BasicStroke(1.5f));
        g.draw(new Line2D.Double(left, frame.getMinY(), left, frame.getMaxY()));
        g.draw(new Line2D.Double(right, frame.getMinY(), right, frame.getMaxY()));
    }

    private void paint(Graphics2D g, Curve curve) {
        Series series = curve.series;
        Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO, series.size());
        path.moveTo(x(series, 0), y(series, 0));
        for (int i = 1; i < series.size(); i++) {
            path.lineTo(x(series, i), y(series, i));
        }
        g.setColor(curve.pen.color());
        g.setStroke(curve.pen.stroke());
        g.draw(path);
        if (curve.pen.marker() != SeriesMarkers.NONE) {
            for (int i = 0; i < series.size(); i++) {
                mark(g, curve.pen.marker(), ChartStyle.MARKER_SIZE, curve, i);
            }
        } else if (series.size() == 1) {
            mark(g, SeriesMarkers.CIRCLE, 2 * (int) Math.ceil(curve.pen.width()), curve, 0);
        }
    }

    /** Marks a point, hollow if it lies below the axis. */
    private void mark(Graphics2D g, Marker marker, int size, Curve curve, int i) {
        Series series = curve.series;
        g.setColor(curve.pen.color());
        marker.paint(g, x(series, i), y(series, i), size);
        if (vertical.cutsOff(series.y(i))) {
            g.setColor(Color.WHITE);
            marker.paint(g, x(series, i), y(series, i), size - HOLLOW_RIM);
        }
    }

    /** Where a position of the horizontal axis is [pixels]; XChart's own method fails where ticks are far apart. */
    @Override
    public double getScreenXFromChart(double position) {
        Rectangle2D frame = frame();
        return frame.getX() + inside(frame.getWidth(), (position - horizontal.low()) / horizontal.span());
    }

    @Override
    public double getScreenYFromChart(double position) {
        Rectangle2D frame = frame();
        return frame.getMaxY() - inside(frame.getHeight(), (position - vertical.low()) / vertical.span());
    }

    /** The axis takes the middle of the frame, but for a margin. */
    private double inside(double length, double part) {
        double content = getStyler().getPlotContentSize();
        return length * (0.5 + content * (part - 0.5));
    }

    private double x(Series series, int i) {
        return getScreenXFromChart(horizontal.position(series.x(i)));
    }

    private double y(Series series, int i) {
        return getScreenYFromChart(vertical.position(series.y(i)));
    }
}
