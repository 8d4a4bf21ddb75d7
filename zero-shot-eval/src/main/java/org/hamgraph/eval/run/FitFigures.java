package org.hamgraph.eval.run;

import java.util.List;
import org.hamgraph.hgn.model.TrainingReport;
import org.hamgraph.hgn.solve.LeastSquaresFit;

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
        return of(report.solves());
    }

    /**
     * Returns the figures of solves that make one model.
     *
     * @param solves quality of every one; at least one
     */
    public static FitFigures of(List<LeastSquaresFit.Quality> solves) {
        return new FitFigures(
                solves.stream().mapToInt(LeastSquaresFit.Quality::columns).sum(),
                solves.stream().mapToInt(LeastSquaresFit.Quality::rank).sum(),
                solves.stream()
                        .mapToDouble(LeastSquaresFit.Quality::condition)
                        .max()
                        .orElseThrow(),
                solves.stream()
                        .mapToDouble(LeastSquaresFit.Quality::regularisation)
                        .max()
                        .orElseThrow());
    }

    /**
     * Returns the worst of several fits: most columns, least rank, greatest condition and ridge.
     *
     * @param fits at least one
     */
    public static FitFigures worst(List<FitFigures> fits) {
        return fits.stream()
                .reduce((a, b) -> new FitFigures(
                        Math.max(a.columns, b.columns),
                        Math.min(a.rank, b.rank),
                        Math.max(a.condition, b.condition),
                        Math.max(a.regularisation, b.regularisation)))
                .orElseThrow();
    }
}
