package org.hamgraph.hgn.kernel;

/**
 * tanh and sech² by exp(−2|u|) = 2ⁿ eʳ, |r| ≤ ln(2)/2, with the Taylor polynomial of degree 13, whose remainder is
 * below 1e-17. Without branches, so that registers of any length follow the same arithmetic.
 *
 * @since 0.1
 */
public final class Exponential {
    /** 1.5·2⁵²: added to a number it leaves the nearest integer in the last bits. */
    public static final double ROUNDER = 6755399441055744.0;

    /** log₂ e. */
    public static final double LOG2_E = 1.4426950408889634;

    /** ln 2 in 33 leading bits: its product with an exponent is exact. */
    public static final double LN2_HIGH = 0x1.62e42feep-1;

    /** ln 2 less {@link #LN2_HIGH}. */
    public static final double LN2_LOW = 0x1.a39ef35793c76p-33;

    /** The least exponent used: 2ⁿ stays a normal number. */
    public static final double LEAST = -708;

    /** Bits of the exponent of 1. */
    public static final long ONE = 1023L << 52;

    private static final double[] INVERSE_FACTORIAL = inverseFactorials();

    private Exponential() {}

    private static double[] inverseFactorials() {
        double[] inverse = new double[14];
        double factorial = 1;
        for (int k = 0; k < inverse.length; k++) {
            factorial *= Math.max(1, k);
            inverse[k] = 1 / factorial;
        }
        return inverse;
    }

    /**
     * Returns 1/k!, a coefficient of the polynomial.
     *
     * @param k degree, 0 to 13
     */
    public static double coefficient(int k) {
        return INVERSE_FACTORIAL[k];
    }

    /** Returns eʳ − 1 for |r| ≤ ln(2)/2. */
    private static double lessOne(double r) {
        double q = INVERSE_FACTORIAL[13];
        for (int k = 12; k >= 2; k--) {
            q = Math.fma(q, r, INVERSE_FACTORIAL[k]);
        }
        return Math.fma(r * r, q, r);
    }

    static double tanh(double u) {
        double y = Math.max(-2 * Math.abs(u), LEAST);
        double shifted = Math.fma(y, LOG2_E, ROUNDER);
        double n = shifted - ROUNDER;
        double p = lessOne(Math.fma(-n, LN2_LOW, Math.fma(-n, LN2_HIGH, y)));
        double power = Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) << 52) + ONE);
        double less = Math.fma(power, p, power - 1);
        return Math.copySign(less / (less + 2), u);
    }

    static double sechSquared(double u) {
        double y = Math.max(-2 * Math.abs(u), LEAST);
        double shifted = Math.fma(y, LOG2_E, ROUNDER);
        double n = shifted - ROUNDER;
        double p = lessOne(Math.fma(-n, LN2_LOW, Math.fma(-n, LN2_HIGH, y)));
        double power = Double.longBitsToDouble((Double.doubleToRawLongBits(shifted) << 52) + ONE);
        double t = Math.fma(power, p, power);
        double sum = 1 + t;
        return 4 * t / (sum * sum);
    }
}
