package org.hamgraph.hgn.network;

import java.util.Arrays;
import org.hamgraph.support.Checks;

/**
 * Where the values of one coordinate lay in training.
 *
 * @param low smallest value
 * @param high largest value, not below {@code low}
 * @param median middle value
 * @since 0.1
 */
public record Range(double low, double high, double median) {
    /** Checks the components. */
    public Range {
        Checks.finite(low, "low");
        Checks.finite(high, "high");
        Checks.finite(median, "median");
        if (high < low) {
            throw new IllegalArgumentException("high must not be below low = " + low + ", found " + high);
        }
    }

    /**
     * Returns the range of some values.
     *
     * @param values at least one finite value
     */
    public static Range of(double[] values) {
        Checks.atLeast(values.length, 1, "number of values");
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double low = sorted[0];
        double high = sorted[sorted.length - 1];
        return new Range(low, high, sorted[sorted.length / 2]);
    }

    /**
     * Returns whether a value lies in the range, ends included.
     *
     * @param x value
     */
    public boolean contains(double x) {
        return x >= low && x <= high;
    }

    /** Returns high − low. */
    public double width() {
        return high - low;
    }
}
