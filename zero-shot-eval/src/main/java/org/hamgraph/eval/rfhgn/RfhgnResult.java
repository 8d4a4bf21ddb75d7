package org.hamgraph.eval.rfhgn;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What a table found.
 *
 * @param rows measured quantities
 * @param fits the solves behind them
 * @param pictures what is worth a picture; may be empty
 * @since 0.1
 */
public record RfhgnResult(List<RfhgnRow> rows, List<RfhgnFit> fits, List<Picture> pictures) {
    private static final double MOST_OUTSIDE = 0.1;

    /** Copies the lists. */
    public RfhgnResult {
        rows = List.copyOf(rows);
        fits = List.copyOf(fits);
        pictures = List.copyOf(pictures);
    }

    /**
     * Returns the reasons to doubt numbers that are held to a target, a line each: medians above it, more than a tenth
     * of the edges outside the training range, and {@link RfhgnFit#doubts}.
     */
    public List<String> findings() {
        return reasons(RfhgnRow::hasTarget, RfhgnFit::held);
    }

    /** Returns the reasons to doubt any number of the table, those of peers included. */
    public List<String> doubts() {
        return reasons(row -> true, fit -> true);
    }

    private List<String> reasons(Predicate<RfhgnRow> ofRow, Predicate<RfhgnFit> ofFit) {
        List<String> found = new ArrayList<>();
        for (RfhgnRow row : rows.stream().filter(ofRow).toList()) {
            String where = ": " + row.what() + " on " + row.system() + ", trained on " + row.trainedOn();
            if (!row.meetsTarget()) {
                found.add("the median must be at most " + row.target() + ", found " + row.median() + where);
            }
            if (row.outside() != null && !(row.outside() <= MOST_OUTSIDE)) {
                found.add("edges outside the training range must be at most " + MOST_OUTSIDE + " of all, found "
                        + row.outside() + where);
            }
        }
        for (RfhgnFit fit : fits.stream().filter(ofFit).toList()) {
            fit.doubts().forEach(doubt -> found.add(doubt + ": " + fit.model() + ", trained on " + fit.trainedOn()));
        }
        return found;
    }

    /** What runs along the abscissa of a picture of errors. */
    public enum Abscissa {
        /** Number of bodies. */
        BODIES,
        /** Time. */
        TIME
    }

    /**
     * Errors against size or time.
     *
     * @param name file name without ending
     * @param title heading
     * @param abscissa what runs along it
     * @param lines at least one
     */
    public record Picture(String name, String title, Abscissa abscissa, List<Line> lines) {
        /** Copies the list. */
        public Picture {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One line of a picture.
     *
     * @param label name in the legend
     * @param x abscissas
     * @param y errors
     */
    public record Line(String label, List<Double> x, List<Double> y) {
        /** Copies the lists. */
        public Line {
            x = List.copyOf(x);
            y = List.copyOf(y);
        }
    }
}
