package org.hamgraph.eval.report;

import java.awt.BasicStroke;
import java.awt.Color;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * How one series is drawn.
 *
 * @param color colour of line and marker
 * @param width width of the line [pixels]
 * @param dashed whether the line has gaps
 * @param phase where in the pattern of dashes the line begins [pixels]
 * @param marker what marks a point; {@link SeriesMarkers#NONE} for nothing
 */
record Pen(Color color, float width, boolean dashed, float phase, Marker marker) {
    private static final float DASH = 13;
    private static final float GAP = 9;

    /** A solid line without markers. */
    static Pen solid(Color color, float width) {
        return new Pen(color, width, false, 0, SeriesMarkers.NONE);
    }

    /** The wide pale line of exact values. */
    static Pen truth() {
        return solid(ChartStyle.TRUTH, 9);
    }

    /** The dashed line of the {@code rank}-th of {@code count} learned runs; lines that coincide show in turn. */
    static Pen learned(int rank, int count) {
        Color color = ChartStyle.PALETTE.get(rank % ChartStyle.PALETTE.size());
        return new Pen(color, 2.5f, true, (DASH + GAP) * rank / count, SeriesMarkers.NONE);
    }

    /** The line with markers of the {@code rank}-th measured quantity. */
    static Pen measured(int rank) {
        Color color = ChartStyle.PALETTE.get(rank % ChartStyle.PALETTE.size());
        return new Pen(color, 2.5f, false, 0, ChartStyle.MARKERS.get(rank % ChartStyle.MARKERS.size()));
    }

    /** The pale dashed line with markers of what others measured, beside the {@code rank}-th of ours. */
    static Pen published(int rank) {
        Pen ours = measured(rank);
        return new Pen(pale(ours.color), 1.5f, true, 0, ours.marker);
    }

    /** Half way to white. */
    private static Color pale(Color color) {
        return new Color((color.getRed() + 255) / 2, (color.getGreen() + 255) / 2, (color.getBlue() + 255) / 2);
    }

    /** Returns the stroke of the line in a picture. */
    BasicStroke stroke() {
        return stroke(phase);
    }

    /** Returns the stroke that begins elsewhere in the pattern of dashes. */
    BasicStroke stroke(float phase) {
        float[] pattern = dashed ? new float[] {DASH, GAP} : null;
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, pattern, phase);
    }
}
