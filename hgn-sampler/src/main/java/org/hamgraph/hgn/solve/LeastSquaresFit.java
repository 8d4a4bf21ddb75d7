package org.hamgraph.hgn.solve;

import java.util.Arrays;

/**
 * The answer to a least-squares problem, with what is needed to judge it. A poor fit is not an error: it is reported
 * here.
 *
 * @since 0.1
 */
public final class LeastSquaresFit {
    private final double[] coefficients;
    private final Quality quality;

    LeastSquaresFit(double[] coefficients, Quality quality) {
        this.coefficients = coefficients.clone();
        this.quality = quality;
    }

    /**
     * How well a problem was posed and solved.
     *
     * @param method method in words, with its parameter
     * @param reason why this method was used
     * @param rows number of rows
     * @param columns number of unknowns
     * @param rank numerical rank of the columns, scaled to unit norm (for {@link TruncatedSvd}: as they are) at the
     *     method's threshold; for {@link Ridge} the effective degrees of freedom, rounded
     * @param condition largest over smallest singular value of the same columns; infinite if a column is zero
     * @param regularisation ridge parameter relative to the largest singular value; 0 where there is none
     * @param effectiveDegrees effective degrees of freedom: the trace of the map from right-hand side to prediction
     * @param residual2 squared norm of the residual
     * @param rightHandSide2 squared norm of the right-hand side
     */
    public record Quality(
            String method,
            String reason,
            long rows,
            int columns,
            int rank,
            double condition,
            double regularisation,
            double effectiveDegrees,
            double residual2,
            double rightHandSide2) {
        /** Returns |A c − y| / |y|, or 0 if y is zero. */
        public double relativeResidual() {
            return rightHandSide2 > 0 ? Math.sqrt(residual2 / rightHandSide2) : 0;
        }
    }

    /** Returns a copy of the coefficients [columns]. */
    public double[] coefficients() {
        return coefficients.clone();
    }

    /** Returns how well the problem was posed and solved. */
    public Quality quality() {
        return quality;
    }

    /** Returns the Euclidean norm of the coefficients; rounding in predictions grows with it. */
    public double coefficientNorm() {
        return Math.sqrt(Arrays.stream(coefficients).map(c -> c * c).sum());
    }
}
