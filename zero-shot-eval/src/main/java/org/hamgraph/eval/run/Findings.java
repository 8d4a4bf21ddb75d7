package org.hamgraph.eval.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hamgraph.hgn.model.TrainingReport;
import org.hamgraph.hgn.solve.LeastSquaresFit;

/**
 * Reasons to doubt the numbers of a run, one line each: edges beyond the training range, lost rank, a condition or a
 * ridge beyond its bound.
 *
 * <p>Sampled units are more than the data tell apart, so that the columns of an ordinary fit have a condition about
 * 1/ulp, 1e16 to 1e18, and half their rank; a tiny ridge is there for that. Lost rank is a finding where there is no
 * ridge. Smallest singular values are then rounding of rounding, and conditions up to 5e21 go with errors of 1e-15: the
 * bound lies above them, and is passed by columns that are zero.
 *
 * @since 0.1
 */
public final class Findings {
    /** Greatest condition of an ordinary solve. */
    public static final double MOST_CONDITION = 1e24;

    /** Greatest ridge of an ordinary solve; data without noise take 1e-16 to 1e-14, at 1e-8 half of the digits are gone. */
    public static final double MOST_REGULARISATION = 1e-8;

    private final double mostOutside;
    private final List<String> lines = new ArrayList<>();

    /**
     * Starts without any.
     *
     * @param mostOutside fraction of edges that may lie outside the training range
     */
    public Findings(double mostOutside) {
        this.mostOutside = mostOutside;
    }

    /**
     * Looks at the solves of a model.
     *
     * @param report what is known about them
     */
    public void add(TrainingReport report) {
        add(report.solves());
    }

    /**
     * Looks at solves.
     *
     * @param solves quality of every one
     */
    public void add(List<LeastSquaresFit.Quality> solves) {
        for (int k = 0; k < solves.size(); k++) {
            LeastSquaresFit.Quality solve = solves.get(k);
            String where = " in solve " + (k + 1) + " of " + solves.size();
            if (solve.regularisation() == 0 && solve.rank() < solve.columns()) {
                lines.add("rank without a ridge must be that of all " + solve.columns() + " columns, found "
                        + solve.rank() + where);
            }
            if (!(solve.condition() <= MOST_CONDITION)) {
                lines.add("condition must be at most " + MOST_CONDITION + ", found " + solve.condition() + where);
            }
            if (!(solve.regularisation() <= MOST_REGULARISATION)) {
                lines.add("regularisation must be at most " + MOST_REGULARISATION + ", found " + solve.regularisation()
                        + where);
            }
        }
    }

    /**
     * Looks at a fraction of edges.
     *
     * @param fraction fraction of edges outside the training range
     * @param where where they were found, as in {@code "the states of square:4x4"}
     */
    public void add(double fraction, String where) {
        if (!(fraction <= mostOutside)) {
            lines.add("edges outside the training range must be at most " + mostOutside + " of all, found " + fraction
                    + " in " + where);
        }
    }

    /**
     * Looks at everything a zero-shot run found.
     *
     * @param result what it found
     */
    public void add(ZeroShotRun.Result result) {
        add(result.model().report());
        for (SizeResult size : result.sizes()) {
            add(size.evaluation().edgesOutsideTrainingRange(), "the states of " + size.system());
            add(size.edgesOutsideDuringRollout(), "the run of " + size.system());
        }
        for (ScalingRung rung : result.scaling().rungs()) {
            add(rung.edgesOutsideTrainingRange(), "the scaling run of " + rung.system());
        }
    }

    /** Returns what was found, a line each. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** Returns the first line of every kind of finding. */
    public List<String> firstOfEveryKind() {
        Map<String, String> first = new LinkedHashMap<>();
        lines.forEach(line -> first.putIfAbsent(line.substring(0, line.indexOf(", found")), line));
        return List.copyOf(first.values());
    }
}
