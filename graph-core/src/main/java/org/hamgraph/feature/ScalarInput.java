package org.hamgraph.feature;

import java.util.Locale;

/**
 * A smooth function of one invariant coordinate x: what one input of a network sees.
 *
 * @since 0.1
 */
public enum ScalarInput {
    /** x itself. */
    LINEAR {
        @Override
        public double value(double x) {
            return x;
        }

        @Override
        public double derivative(double x) {
            return 1;
        }

        @Override
        public void series(double x, double[] out) {
            zeroFrom(2, out);
            set(out, 0, x);
            set(out, 1, 1);
        }
    },

    /** log x, for x above 0. */
    LOG {
        @Override
        public double value(double x) {
            return Math.log(x);
        }

        @Override
        public double derivative(double x) {
            return 1 / x;
        }

        @Override
        public void series(double x, double[] out) {
            set(out, 0, Math.log(x));
            double power = -1;
            for (int k = 1; k < out.length; k++) {
                power *= -1 / x;
                out[k] = power / k;
            }
        }
    },

    /** 1/x, for x above 0. */
    RECIPROCAL {
        @Override
        public double value(double x) {
            return 1 / x;
        }

        @Override
        public double derivative(double x) {
            return -1 / (x * x);
        }

        @Override
        public void series(double x, double[] out) {
            double term = 1 / x;
            for (int k = 0; k < out.length; k++) {
                out[k] = term;
                term *= -1 / x;
            }
        }
    },

    /** sqrt(1 + x) − 1, the kinetic energy of a relativistic body for x = |p|², in units of its mass. */
    RELATIVISTIC {
        @Override
        public double value(double x) {
            return x / (Math.sqrt(1 + x) + 1);
        }

        @Override
        public double derivative(double x) {
            return 0.5 / Math.sqrt(1 + x);
        }

        @Override
        public void series(double x, double[] out) {
            double term = Math.sqrt(1 + x);
            set(out, 0, value(x));
            for (int k = 1; k < out.length; k++) {
                term *= (1.5 - k) / (k * (1 + x));
                out[k] = term;
            }
        }
    };

    /**
     * Returns the value of the input.
     *
     * @param x coordinate
     */
    public abstract double value(double x);

    /**
     * Returns the derivative of the input by the coordinate.
     *
     * @param x coordinate
     */
    public abstract double derivative(double x);

    /**
     * Computes the Taylor coefficients f(x), f'(x), f''(x)/2, … about x.
     *
     * @param x coordinate
     * @param out receives as many coefficients as it is long
     */
    public abstract void series(double x, double[] out);

    /** Returns whether the input is defined for coordinates above 0 only. */
    public boolean needsPositive() {
        return this == LOG || this == RECIPROCAL;
    }

    /** Returns the name used in files and on the command line: lower case, words joined by hyphens. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static void set(double[] out, int k, double value) {
        if (k < out.length) {
            out[k] = value;
        }
    }

    private static void zeroFrom(int k, double[] out) {
        for (int i = k; i < out.length; i++) {
            out[i] = 0;
        }
    }
}
