package org.hamgraph.hgn.solve;

import org.hamgraph.support.Checks;

/**
 * A problem whose first columns are declared terms: they are eliminated exactly and never penalised.
 *
 * <pre>{@code
 * [A y] = Q [W X w; 0 R z; 0 0 rho]      c_rest from R, z      c_declared = W^-1 (w - X c_rest)
 * }</pre>
 *
 * If the declared terms alone reach the right-hand side to 1e-13, the others get the coefficient 0.
 */
public final class DeclaredTerms {
    private static final double EXACT = 1e-13;

    private DeclaredTerms() {}

    /**
     * Solves.
     *
     * @param factor factor of all rows, declared columns first
     * @param declared number of declared columns, below the number of columns
     * @param method how the other coefficients are found
     * @throws ArithmeticException if the declared columns depend on each other
     */
    public static LeastSquaresFit solve(TriangularFactor factor, int declared, SolverMethod method) {
        Checks.index(declared, factor.columns(), "number of declared columns");
        if (declared == 0) {
            return method.solve(factor);
        }
        TriangularFactor rest = factor.trailing(declared);
        double left = rest.rightHandSide2();
        boolean exact = left <= EXACT * EXACT * factor.rightHandSide2();
        LeastSquaresFit fit = method.solve(rest);
        double[] c = new double[factor.columns()];
        if (!exact) {
            System.arraycopy(fit.coefficients(), 0, c, declared, rest.columns());
        }
        factor.solveLeading(declared, c);
        LeastSquaresFit.Quality q = fit.quality();
        return new LeastSquaresFit(
                c,
                new LeastSquaresFit.Quality(
                        exact ? "declared terms alone" : q.method() + ", after " + declared + " declared terms",
                        exact ? "they reach the right-hand side to " + EXACT : q.reason(),
                        q.rows(),
                        c.length,
                        declared + (exact ? 0 : q.rank()),
                        q.condition(),
                        q.regularisation(),
                        declared + (exact ? 0 : q.effectiveDegrees()),
                        factor.residual2(c),
                        factor.rightHandSide2()));
    }
}
