package org.hamgraph.sweep;

/**
 * Values of piecewise polynomials at many places at once, in vector registers where that pays. They are those of {@link
 * PiecewisePolynomial#value}, to the last bit.
 *
 * @since 0.1
 */
public final class PolynomialValues {
    /** Numbers that must follow the last one in use in both arrays. */
    public static final int MARGIN = SweepKernels.MARGIN;

    private final SweepKernels kernels;

    private PolynomialValues(SweepKernels kernels) {
        this.kernels = kernels;
    }

    /**
     * Returns what suits a system: small ones do not run long enough for vector code to be compiled.
     *
     * @param nodes number of bodies
     */
    public static PolynomialValues suitedTo(int nodes) {
        return new PolynomialValues(SweepKernels.suitedTo(nodes));
    }

    /**
     * Writes out[k] = f(x[k]).
     *
     * @param f function
     * @param x places [n + MARGIN]
     * @param n number of places
     * @param out receives the values [n + MARGIN]; may not be x
     */
    public void compute(PiecewisePolynomial f, double[] x, int n, double[] out) {
        kernels.values(f, x, n, out);
    }
}
