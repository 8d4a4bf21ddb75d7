package org.hamgraph.eval.report;

import java.awt.Graphics2D;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;

/**
 * The entries under the frame of a plot: a piece of line, then a name. Rows are centred; a row that is full starts
 * the next. (The legend of XChart centres every name by its own letters, so that names with and without descenders
 * stand askew.)
 */
final class Legend {
    private static final int ROW_HEIGHT = 34;
    private static final int LINE_LENGTH = 52;
    private static final int GAP = 12;
    private static final int BETWEEN = 38;
    private static final double MOST_WIDTH = 1020;

    private final List<Entry> entries = new ArrayList<>();

    private record Entry(TextLayout name, Pen pen) {
        double width() {
            return LINE_LENGTH + GAP + name.getAdvance();
        }
    }

    void add(String name, Pen pen) {
        entries.add(new Entry(ChartStyle.legend(name, MOST_WIDTH - LINE_LENGTH - GAP), pen));
    }

    /** Returns the height of all rows [pixels]. */
    int height() {
        return ROW_HEIGHT * rows().size();
    }

    /**
     * Paints the rows.
     *
     * @param centre abscissa of their middle [pixels]
     * @param top ordinate of their upper edge [pixels]
     */
    void paint(Graphics2D g, double centre, double top) {
        double y = top + ROW_HEIGHT / 2.0;
        for (List<Entry> row : rows()) {
            double x = centre - width(row) / 2;
            for (Entry entry : row) {
                paint(g, entry, x, y);
                x += entry.width() + BETWEEN;
            }
            y += ROW_HEIGHT;
        }
    }

    private static void paint(Graphics2D g, Entry entry, double x, double y) {
        Pen pen = entry.pen;
        g.setColor(pen.color());
        g.setStroke(pen.stroke(0));
        g.draw(new Line2D.Double(x, y, x + LINE_LENGTH, y));
        pen.marker().paint(g, x + LINE_LENGTH / 2.0, y, ChartStyle.MARKER_SIZE);
        g.setColor(ChartStyle.TEXT);
        double baseline = y + (entry.name.getAscent() - entry.name.getDescent()) / 2.0 - 1;
        g.fill(entry.name.getOutline(AffineTransform.getTranslateInstance(x + LINE_LENGTH + GAP, baseline)));
    }

    private List<List<Entry>> rows() {
        List<List<Entry>> rows = new ArrayList<>();
        List<Entry> row = new ArrayList<>();
        for (Entry entry : entries) {
            if (!row.isEmpty() && width(row) + BETWEEN + entry.width() > MOST_WIDTH) {
                rows.add(row);
                row = new ArrayList<>();
            }
            row.add(entry);
        }
        rows.add(row);
        return rows;
    }

    private static double width(List<Entry> row) {
        return row.stream().mapToDouble(Entry::width).sum() + BETWEEN * (row.size() - 1);
    }
}
