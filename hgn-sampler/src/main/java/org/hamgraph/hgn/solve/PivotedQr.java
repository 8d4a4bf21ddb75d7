package org.hamgraph.hgn.solve;

import org.hamgraph.support.Checks;

/**
 * The basic solution by QR with column pivoting on columns scaled to unit norm: columns that depend on earlier ones
 * get the coefficient 0.
 *
 * @param threshold smallest norm of a column, after those chosen before it were projected out, that counts as
 *     independent; relative to the largest; 1e-12 by default
 * @since 0.1
 */
public record PivotedQr(double threshold) implements SolverMethod {
    /** Checks the component. */
    public PivotedQr {
        Checks.positive(threshold, "threshold");
    }

    /** Returns the method with threshold 1e-12. */
    public static PivotedQr defaults() {
        return new PivotedQr(1e-12);
    }

    @Override
    public String label() {
        return "qr";
    }

    @Override
    public LeastSquaresFit solve(TriangularFactor factor) {
        double[] scale = factor.columnNorms();
        BasicSolution solution = BasicSolution.of(factor, scale, threshold);
        double[] c = solution.coefficients();
        for (int j = 0; j < c.length; j++) {
            c[j] = scale[j] > 0 ? c[j] / scale[j] : 0;
        }
        return new LeastSquaresFit(
                c,
                new LeastSquaresFit.Quality(
                        "QR with column pivoting, threshold " + threshold,
                        "it was asked for",
                        factor.rows(),
                        factor.columns(),
                        solution.rank(),
                        EjmlSolvers.singularValues(factor, scale).condition(),
                        0,
                        solution.rank(),
                        factor.residual2(c),
                        factor.rightHandSide2()));
    }
}
