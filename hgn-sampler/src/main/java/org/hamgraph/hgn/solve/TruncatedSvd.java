package org.hamgraph.hgn.solve;

import java.util.Arrays;
import org.hamgraph.support.Checks;

/**
 * The minimum-norm solution over the singular values above a threshold, on columns as they are: what the published
 * codes call {@code lstsq}.
 *
 * @param threshold smallest singular value kept, relative to the largest; 1e-13 by default
 * @since 0.1
 */
public record TruncatedSvd(double threshold) implements SolverMethod {
    /** Checks the component. */
    public TruncatedSvd {
        Checks.notNegative(threshold, "threshold");
    }

    /** Returns the method with threshold 1e-13. */
    public static TruncatedSvd defaults() {
        return new TruncatedSvd(1e-13);
    }

    @Override
    public String label() {
        return "svd";
    }

    @Override
    public LeastSquaresFit solve(TriangularFactor factor) {
        double[] unscaled = new double[factor.columns()];
        Arrays.fill(unscaled, 1);
        SingularValues svd = EjmlSolvers.singularValues(factor, unscaled);
        int rank = svd.rank(threshold);
        double[] weight = new double[svd.size()];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = svd.kept(i, threshold) ? svd.projection(i) / svd.value(i) : 0;
        }
        double[] c = svd.combine(weight);
        return new LeastSquaresFit(
                c,
                new LeastSquaresFit.Quality(
                        "truncated singular value decomposition, threshold " + threshold,
                        "it was asked for",
                        factor.rows(),
                        factor.columns(),
                        rank,
                        svd.condition(),
                        0,
                        rank,
                        factor.residual2(c),
                        factor.rightHandSide2()));
    }
}
