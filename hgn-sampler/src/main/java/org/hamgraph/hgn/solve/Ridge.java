package org.hamgraph.hgn.solve;

import org.hamgraph.support.Checks;

/**
 * Ridge regression with a tiny parameter on columns as they are: minimises |A c − y|² + λ² |c|² with λ relative to the
 * largest singular value of A. λ is raised in steps of a hundred for as long as the variance of the residual grows by
 * less than a fiftieth, which bounds the coefficients of columns that depend on each other; where the smallest singular
 * value is far above λ there may be none. No singular value decomposition, so thousands of columns are no trouble.
 *
 * <p>For activations of size 1 the norm of c is what rounding in predictions grows with, so columns are not scaled.
 * Meant for data without noise; with noise use {@link GcvRidge}.
 *
 * @param relative least λ over the largest singular value; 1e-15 by default
 * @since 0.1
 */
public record Ridge(double relative) implements SolverMethod {
    /** Checks the component. */
    public Ridge {
        Checks.positive(relative, "relative ridge");
    }

    /** Returns the method with λ at least 1e-15 of the largest singular value. */
    public static Ridge defaults() {
        return new Ridge(1e-15);
    }

    @Override
    public String label() {
        return "ridge";
    }

    @Override
    public LeastSquaresFit solve(TriangularFactor factor) {
        RowAccumulator rows = new RowAccumulator(factor.columns());
        rows.add(factor);
        return solve(rows, factor.rows(), "ridge on the factor of all rows", "it was asked for");
    }

    /** Solves for all rows an accumulator has taken in; the ridge is added to it. */
    LeastSquaresFit solve(RowAccumulator rows, long count, String method, String reason) {
        RidgeFactor ridge = RidgeFactor.of(rows, relative);
        double[] c = ridge.solution();
        return fit(ridge, c, count, ridge.plain().residual2(c), ridge.plain().rightHandSide2(), method, reason);
    }

    LeastSquaresFit fit(
            RidgeFactor ridge,
            double[] c,
            long rows,
            double residual2,
            double rightHandSide2,
            String method,
            String reason) {
        double degrees = ridge.effectiveDegrees();
        return new LeastSquaresFit(
                c,
                new LeastSquaresFit.Quality(
                        method,
                        reason,
                        rows,
                        c.length,
                        (int) Math.round(degrees),
                        ridge.condition(),
                        ridge.relative(),
                        degrees,
                        residual2,
                        rightHandSide2));
    }
}
