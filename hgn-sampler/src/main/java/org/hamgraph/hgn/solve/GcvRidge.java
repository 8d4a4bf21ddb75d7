package org.hamgraph.hgn.solve;

/**
 * Ridge regression on columns scaled to unit norm, with the parameter chosen by generalised cross-validation and a
 * small preference for smoothness.
 *
 * <pre>{@code
 * R D^-1 = U S V^T    b = U^T z    f_i = S_i^2 / (S_i^2 + lambda^2)    df = sum f_i
 * GCV(lambda) = (sum ((1 - f_i) b_i)^2 + rho^2) / (n - df)^2
 * c = D^-1 V (f / S) b
 * }</pre>
 *
 * Among lambda = 10^(-16 … 0, steps of 1/2) · S_1 it takes the largest whose GCV stays below the least one times (1 +
 * 2 df/n), or below the floor that rounding of the right-hand side sets, (4e-16 |y| / n)². Columns that are zero get
 * the coefficient 0.
 *
 * <p>Source: G. Golub, M. Heath, G. Wahba, Generalized cross-validation as a method for choosing a good ridge
 * parameter, Technometrics 21 (1979).
 *
 * @since 0.1
 */
public record GcvRidge() implements SolverMethod {
    private static final double ROUNDING_FLOOR = 4e-16;
    private static final int CANDIDATES = 33;

    @Override
    public String label() {
        return "gcv";
    }

    @Override
    public LeastSquaresFit solve(TriangularFactor factor) {
        double[] scale = factor.columnNorms();
        SingularValues svd = EjmlSolvers.singularValues(factor, scale);
        Path path = new Path(factor, svd);
        double lambda = path.choose();
        int n = svd.size();
        double[] weight = new double[n];
        double degrees = 0;
        for (int i = 0; i < n; i++) {
            double filter = path.filter(i, lambda);
            degrees += filter;
            weight[i] = filter == 0 ? 0 : filter / svd.value(i) * svd.projection(i);
        }
        double[] c = svd.combine(weight);
        for (int j = 0; j < c.length; j++) {
            c[j] = scale[j] > 0 ? c[j] / scale[j] : 0;
        }
        double relative = svd.largest() > 0 ? lambda / svd.largest() : 0;
        return new LeastSquaresFit(
                c,
                new LeastSquaresFit.Quality(
                        "ridge by generalised cross-validation",
                        "it was asked for",
                        factor.rows(),
                        factor.columns(),
                        svd.rank(factor.columns() * Math.ulp(1.0)),
                        svd.condition(),
                        relative,
                        degrees,
                        factor.residual2(c),
                        factor.rightHandSide2()));
    }

    /** The criterion along the ridge parameter. */
    private record Path(TriangularFactor factor, SingularValues svd) {
        double lambda(int step) {
            return svd.largest() * Math.pow(10, -16 + 0.5 * step);
        }

        double filter(int i, double lambda) {
            double s = svd.value(i);
            return s == 0 ? 0 : s * s / (s * s + lambda * lambda);
        }

        double degrees(double lambda) {
            double sum = 0;
            for (int i = 0; i < svd.size(); i++) {
                sum += filter(i, lambda);
            }
            return sum;
        }

        double criterion(double lambda) {
            double residual2 = factor.rho2();
            for (int i = 0; i < svd.size(); i++) {
                double rest = (1 - filter(i, lambda)) * svd.projection(i);
                residual2 += rest * rest;
            }
            double free = factor.rows() - degrees(lambda);
            return residual2 / (free * free);
        }

        double choose() {
            double n = factor.rows();
            double least = Double.POSITIVE_INFINITY;
            for (int step = 0; step < CANDIDATES; step++) {
                if (degrees(lambda(step)) <= 0.9 * n) {
                    least = Math.min(least, criterion(lambda(step)));
                }
            }
            double floor = ROUNDING_FLOOR * Math.sqrt(factor.rightHandSide2()) / n;
            for (int step = CANDIDATES - 1; step >= 0; step--) {
                double df = degrees(lambda(step));
                if (df <= 0.9 * n && criterion(lambda(step)) <= Math.max(least * (1 + 2 * df / n), floor * floor)) {
                    return lambda(step);
                }
            }
            return lambda(CANDIDATES - 1);
        }
    }
}
