package org.hamgraph.hgn.sample;

import java.util.Locale;

/**
 * The nonlinearity σ of a hidden layer, with its derivative and its Taylor series.
 *
 * @since 0.1
 */
public enum Activation {
    /**
     * tanh u, derivative sech² u; the derivative is computed as such, because 1 − tanh² loses its digits in the
     * tails.
     */
    TANH {
        @Override
        public double value(double u) {
            return Math.tanh(u);
        }

        @Override
        public double derivative(double u) {
            double t = Math.exp(-2 * Math.abs(u));
            return 4 * t / ((1 + t) * (1 + t));
        }

        @Override
        public void compose(double[] u, double[] out) {
            // s' = (1 - s^2) u'
            out[0] = Math.tanh(u[0]);
            double[] slope = new double[out.length];
            slope[0] = derivative(u[0]);
            for (int k = 1; k < out.length; k++) {
                out[k] = integrateProduct(slope, u, k);
                slope[k] = -square(out, k);
            }
        }
    },

    /** sin u. */
    SINE {
        @Override
        public double value(double u) {
            return Math.sin(u);
        }

        @Override
        public double derivative(double u) {
            return Math.cos(u);
        }

        @Override
        public void compose(double[] u, double[] out) {
            double[] cosine = new double[out.length];
            out[0] = Math.sin(u[0]);
            cosine[0] = Math.cos(u[0]);
            for (int k = 1; k < out.length; k++) {
                out[k] = integrateProduct(cosine, u, k);
                cosine[k] = -integrateProduct(out, u, k);
            }
        }
    },

    /** log(1 + exp u). */
    SOFTPLUS {
        @Override
        public double value(double u) {
            return Math.max(u, 0) + Math.log1p(Math.exp(-Math.abs(u)));
        }

        @Override
        public double derivative(double u) {
            double t = Math.exp(-Math.abs(u));
            return (u >= 0 ? 1 : t) / (1 + t);
        }

        @Override
        public void compose(double[] u, double[] out) {
            // s' = g u' with the logistic g, and g' = g (1 - g) u'
            double[] logistic = new double[out.length];
            double[] slope = new double[out.length];
            out[0] = value(u[0]);
            logistic[0] = derivative(u[0]);
            slope[0] = logistic[0] * (1 - logistic[0]);
            for (int k = 1; k < out.length; k++) {
                out[k] = integrateProduct(logistic, u, k);
                logistic[k] = integrateProduct(slope, u, k);
                slope[k] = logistic[k] - square(logistic, k);
            }
        }
    },

    /** max(0, u); its derivative jumps at 0, where it is taken as 0. */
    RELU {
        @Override
        public double value(double u) {
            return Math.max(0, u);
        }

        @Override
        public double derivative(double u) {
            return u > 0 ? 1 : 0;
        }

        @Override
        public void compose(double[] u, double[] out) {
            for (int k = 0; k < out.length; k++) {
                out[k] = u[0] > 0 ? u[k] : 0;
            }
        }
    };

    /**
     * Returns σ(u).
     *
     * @param u argument
     */
    public abstract double value(double u);

    /**
     * Returns σ'(u).
     *
     * @param u argument
     */
    public abstract double derivative(double u);

    /**
     * Computes the Taylor coefficients of σ(u(x)) from those of u(x).
     *
     * @param u coefficients of u: value, first derivative, half the second, …
     * @param out receives as many coefficients as it is long; {@code u} must be at least as long
     */
    public abstract void compose(double[] u, double[] out);

    /** Returns the name used in files and on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the activation of a name.
     *
     * @param label tanh, sine, softplus or relu
     * @throws IllegalArgumentException for any other name
     */
    public static Activation of(String label) {
        for (Activation activation : values()) {
            if (activation.label().equals(label)) {
                return activation;
            }
        }
        throw new IllegalArgumentException("activation must be tanh, sine, softplus or relu, found " + label);
    }

    /** Coefficient k of the integral of a·u', from coefficients of a below k. */
    private static double integrateProduct(double[] a, double[] u, int k) {
        double sum = 0;
        for (int j = 1; j <= k; j++) {
            sum += j * u[j] * a[k - j];
        }
        return sum / k;
    }

    /** Coefficient k of a². */
    private static double square(double[] a, int k) {
        double sum = 0;
        for (int j = 0; j <= k; j++) {
            sum += a[j] * a[k - j];
        }
        return sum;
    }
}
