package org.hamgraph.hgn.solve;

/**
 * A way to solve R c ≈ z for the coefficients.
 *
 * <table>
 * <caption>The methods</caption>
 * <tr><th>name</th><th>what it does</th><th>when</th></tr>
 * <tr><td>gcv</td><td>ridge on equilibrated columns, parameter by generalised cross-validation</td><td>default, with and without noise</td></tr>
 * <tr><td>svd</td><td>minimum-norm solution over the singular values above a threshold</td><td>to compare with published results</td></tr>
 * <tr><td>qr</td><td>basic solution on independent equilibrated columns</td><td>exact data, well-chosen columns</td></tr>
 * <tr><td>ridge</td><td>ridge with a tiny parameter, raised while the data fit as well; columns as they are</td><td>data without noise, thousands of columns</td></tr>
 * </table>
 *
 * No method forms normal equations, and none answers a rank-deficient problem silently: rank and condition are in the
 * fit.
 *
 * @since 0.1
 */
public sealed interface SolverMethod permits GcvRidge, TruncatedSvd, PivotedQr, Ridge {
    /** Returns the name used in files and on the command line. */
    String label();

    /**
     * Solves a reduced problem.
     *
     * @param factor triangular factor of all rows
     */
    LeastSquaresFit solve(TriangularFactor factor);

    /**
     * Returns the method of a name, with its default threshold.
     *
     * @param label gcv, svd, qr or ridge
     * @throws IllegalArgumentException for any other name
     */
    static SolverMethod of(String label) {
        return switch (label) {
            case "gcv" -> new GcvRidge();
            case "svd" -> TruncatedSvd.defaults();
            case "qr" -> PivotedQr.defaults();
            case "ridge" -> Ridge.defaults();
            default -> throw new IllegalArgumentException("solver must be gcv, svd, qr or ridge, found " + label);
        };
    }
}
