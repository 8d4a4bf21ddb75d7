package org.hamgraph.hgn.solve;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hamgraph.graph.NodePermutation;
import org.hamgraph.support.RandomStreams;

/**
 * Factors of the same rows differ by rounding only: their Gram matrices do, by less than the bound for Householder
 * reflections.
 */
class RowAccumulatorProperties {
    @Property(tries = 100)
    void theFactorHasTheGramMatrixOfTheRows(
            @ForAll @IntRange(min = 1, max = 150) int rows,
            @ForAll @IntRange(min = 1, max = 12) int columns,
            @ForAll long seed) {
        Rows all = Rows.random(rows, columns, seed);
        double difference = Rows.difference(all.gram(), Rows.gramOf(all.factor()), rows);
        assertTrue(difference < 1, () -> difference + " for rows=" + rows + " columns=" + columns + " seed=" + seed);
    }

    @Property(tries = 100)
    void theFactorDoesNotDependOnTheOrderOfRows(
            @ForAll @IntRange(min = 1, max = 150) int rows,
            @ForAll @IntRange(min = 1, max = 12) int columns,
            @ForAll long seed) {
        Rows all = Rows.random(rows, columns, seed);
        NodePermutation shuffle = NodePermutation.random(rows, RandomStreams.of(seed, "shuffle", 0));
        int[] order = new int[rows];
        Arrays.setAll(order, shuffle::newIndex);
        double difference = Rows.difference(
                Rows.gramOf(all.factor()), Rows.gramOf(all.at(order).factor()), 2 * rows);
        assertTrue(difference < 1, () -> difference + " for rows=" + rows + " columns=" + columns + " seed=" + seed);
    }

    @Property(tries = 100)
    void blocksOfAnySizeGiveTheSameBitsAsOneBlock(
            @ForAll @IntRange(min = 1, max = 200) int rows,
            @ForAll @IntRange(min = 1, max = 12) int columns,
            @ForAll @IntRange(min = 1, max = 40) int largest,
            @ForAll long seed) {
        Rows all = Rows.random(rows, columns, seed);
        RandomGenerator random = RandomStreams.of(seed, "blocks", 0);
        RowAccumulator streamed = new RowAccumulator(columns);
        for (int start = 0; start < rows; ) {
            int end = Math.min(rows, start + random.nextInt(largest + 1));
            Rows block = all.from(start, end);
            streamed.add(block.a(), block.y(), block.count());
            start = end;
        }
        assertEquals(rows, streamed.rows());
        double[] wanted = Rows.gramOf(all.factor());
        double[] found = Rows.gramOf(streamed.factor());
        assertTrue(
                Arrays.equals(wanted, found),
                () -> "rows=" + rows + " columns=" + columns + " largest=" + largest + " seed=" + seed);
    }

    @Property(tries = 100)
    void lookingAtTheFactorInBetweenChangesItByRoundingOnly(
            @ForAll @IntRange(min = 2, max = 100) int rows,
            @ForAll @IntRange(min = 1, max = 12) int columns,
            @ForAll long seed) {
        Rows all = Rows.random(rows, columns, seed);
        RowAccumulator watched = new RowAccumulator(columns);
        for (int row = 0; row < rows; row++) {
            Rows one = all.at(row);
            watched.add(one.a(), one.y(), 1);
            watched.factor();
        }
        double difference = Rows.difference(all.gram(), Rows.gramOf(watched.factor()), rows);
        assertTrue(difference < 1, () -> difference + " for rows=" + rows + " columns=" + columns + " seed=" + seed);
    }

    @Property(tries = 100)
    void mergingIsConcatenation(
            @ForAll @IntRange(min = 0, max = 90) int first,
            @ForAll @IntRange(min = 0, max = 90) int second,
            @ForAll @IntRange(min = 1, max = 12) int columns,
            @ForAll long seed) {
        int rows = first + second;
        Rows all = Rows.random(rows, columns, seed);
        RowAccumulator merged = all.from(0, first).accumulated();
        merged.merge(all.from(first, rows).accumulated());
        assertEquals(rows, merged.rows());
        double difference = Rows.difference(all.gram(), Rows.gramOf(merged.factor()), rows + 1);
        assertTrue(
                difference < 1,
                () -> difference + " for first=" + first + " second=" + second + " columns=" + columns + " seed="
                        + seed);
    }

    @Property(tries = 100)
    void mergingIsAssociative(
            @ForAll @IntRange(min = 1, max = 60) int part,
            @ForAll @IntRange(min = 1, max = 12) int columns,
            @ForAll long seed) {
        Rows all = Rows.random(4 * part, columns, seed);
        RowAccumulator leftToRight = all.from(0, part).accumulated();
        leftToRight.merge(all.from(part, 2 * part).accumulated());
        leftToRight.merge(all.from(2 * part, 4 * part).accumulated());
        RowAccumulator tail = all.from(part, 2 * part).accumulated();
        tail.merge(all.from(2 * part, 4 * part).accumulated());
        RowAccumulator rightToLeft = all.from(0, part).accumulated();
        rightToLeft.merge(tail);
        double difference =
                Rows.difference(Rows.gramOf(leftToRight.factor()), Rows.gramOf(rightToLeft.factor()), 8 * part);
        assertTrue(difference < 1, () -> difference + " for part=" + part + " columns=" + columns + " seed=" + seed);
        assertPredictionsAgree(all, leftToRight.factor(), rightToLeft.factor(), seed);
    }

    private static void assertPredictionsAgree(Rows all, TriangularFactor one, TriangularFactor other, long seed) {
        if (all.count() < 4 * all.columns()) {
            return;
        }
        double[] c = new PivotedQr(1e-12).solve(one).coefficients();
        double[] d = new PivotedQr(1e-12).solve(other).coefficients();
        Rows asTruth = all.answeredBy(d);
        // Normal random columns with four times as many rows have a condition below 10.
        double bound = 10 * all.count() * all.columns() * Math.ulp(1.0);
        assertEquals(
                0,
                Math.sqrt(asTruth.residual2(c)),
                bound * Math.sqrt(all.gram()[all.gram().length - 1]),
                () -> "seed=" + seed);
    }

    @Example
    void aRowLostIsFoundOut() {
        Rows all = Rows.random(150, 12, 4);
        assertTrue(Rows.difference(all.gram(), Rows.gramOf(all.from(1, 150).factor()), 150) > 1e6);
    }

    @Example
    void normalEquationsWouldLoseWhatTheFactorKeeps() {
        // Columns (1, e) and (1, -e): their squared norms 1 + e^2 and their product 1 - e^2 all round to 1.
        double e = 1e-9;
        Rows rows = new Rows(2, new double[] {1, 1, e, -e}, new double[] {2, 0});
        assertEquals(2 * e, rows.factor().r(1, 1), 1e-15);
        double[] gram = rows.gram();
        assertEquals(0, gram[0] * gram[4] - gram[1] * gram[3], 0);
    }
}
