package org.hamgraph.eval.run;

import org.hamgraph.hgn.model.TrainingReport;

/**
 * What every report says about the solves of its model.
 *
 * @param columns columns of all solves
 * @param rank their numerical rank
 * @param condition greatest condition of a solve, of its columns before regularisation; infinite if a column is zero,
 *     which JSON writes as null and a table as an empty cell
 * @param regularisation greatest ridge parameter of a solve, relative to its largest singular value; 0 without a ridge
 * @since 0.1
 */
public record FitFigures(int columns, int rank, double condition, double regularisation) {
    /**
     * Returns the figures of a fit.
     *
     * @param report what is known about it
     */
    public static FitFigures of(TrainingReport report) {
        return new FitFigures(report.columns(), report.rank(), report.condition(), report.regularisation());
    }
}
