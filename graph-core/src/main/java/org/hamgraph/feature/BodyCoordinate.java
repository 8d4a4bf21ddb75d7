package org.hamgraph.feature;

import java.util.Locale;

/**
 * The one number a network sees of a body, made of its squared momentum s = |p|² and its mass m. The square, not |p|,
 * keeps velocities smooth and exactly zero at rest.
 *
 * @since 0.1
 */
public enum BodyCoordinate {
    /** s. */
    SQUARED_MOMENTUM {
        @Override
        public double of(double s, double mass) {
            return s;
        }

        @Override
        public double slope(double mass) {
            return 1;
        }
    },

    /** s / m: one network then serves bodies of any mass. */
    SQUARED_MOMENTUM_PER_MASS {
        @Override
        public double of(double s, double mass) {
            return s / mass;
        }

        @Override
        public double slope(double mass) {
            return 1 / mass;
        }
    };

    /**
     * Returns the coordinate of a body.
     *
     * @param s squared momentum
     * @param mass mass m
     */
    public abstract double of(double s, double mass);

    /**
     * Returns the derivative of the coordinate by s.
     *
     * @param mass mass m
     */
    public abstract double slope(double mass);

    /** Returns the name used in files and on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
