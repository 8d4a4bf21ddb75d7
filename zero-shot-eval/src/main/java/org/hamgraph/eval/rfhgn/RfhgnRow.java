package org.hamgraph.eval.rfhgn;

import java.util.Arrays;

/**
 * One quantity that was measured, once per seed.
 *
 * @param table name of the table
 * @param trainedOn training system; for a run of known energies, empty
 * @param system system it was measured on
 * @param what what was measured
 * @param seeds number of seeds
 * @param median median over the seeds
 * @param worst largest value
 * @param published published value of the same kind; null if there is none
 * @param target value the median should stay below; null if there is none
 * @param outside largest fraction of edges (with messages: of bodies) outside the training range while this was
 *     measured; null where none were counted
 * @since 0.1
 */
public record RfhgnRow(
        String table,
        String trainedOn,
        String system,
        String what,
        int seeds,
        double median,
        double worst,
        Double published,
        Double target,
        Double outside) {

    /**
     * Returns a row of what was measured.
     *
     * @param table name of the table
     * @param trainedOn training system
     * @param system system it was measured on
     * @param what what was measured
     * @param values one value per seed; at least one
     */
    static RfhgnRow of(String table, String trainedOn, String system, String what, double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
        return new RfhgnRow(table, trainedOn, system, what, n, median, sorted[n - 1], null, null, null);
    }

    RfhgnRow beside(double publishedValue) {
        return new RfhgnRow(table, trainedOn, system, what, seeds, median, worst, publishedValue, target, outside);
    }

    RfhgnRow atMost(double bound) {
        return new RfhgnRow(table, trainedOn, system, what, seeds, median, worst, published, bound, outside);
    }

    /** Returns the row with what lay outside the training range, one fraction per seed. */
    RfhgnRow outside(double... fractions) {
        double most = Arrays.stream(fractions).max().orElseThrow();
        return new RfhgnRow(table, trainedOn, system, what, seeds, median, worst, published, target, most);
    }

    boolean hasTarget() {
        return target != null;
    }

    /** Returns whether the median stays below its target, if there is one. */
    public boolean meetsTarget() {
        return target == null || median <= target;
    }
}
