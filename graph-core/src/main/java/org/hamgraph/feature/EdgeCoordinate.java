package org.hamgraph.feature;

import java.util.Locale;

/**
 * The one number a network sees of an edge, made of its length r and its rest length l. All are invariant under rigid
 * motions and permutations.
 *
 * @since 0.1
 */
public enum EdgeCoordinate {
    /** r. */
    DISTANCE {
        @Override
        public double of(double r, double restLength) {
            return r;
        }

        @Override
        public double slope(double restLength) {
            return 1;
        }
    },

    /** r − l: one network then serves springs of any rest length. */
    EXTENSION {
        @Override
        public double of(double r, double restLength) {
            return r - restLength;
        }

        @Override
        public double slope(double restLength) {
            return 1;
        }
    },

    /** r / l, for rest lengths above 0. */
    STRETCH {
        @Override
        public double of(double r, double restLength) {
            return r / restLength;
        }

        @Override
        public double slope(double restLength) {
            return 1 / restLength;
        }
    };

    /**
     * Returns the coordinate of an edge.
     *
     * @param r length
     * @param restLength rest length l
     */
    public abstract double of(double r, double restLength);

    /**
     * Returns the derivative of the coordinate by r.
     *
     * @param restLength rest length l
     */
    public abstract double slope(double restLength);

    /** Returns the name used in files and on the command line. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
