package org.hamgraph.hgn.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RowAccumulatorTest {
    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void theFactorOfAKnownMatrixIsTheKnownOne() {
        // [3 1; 4 2 | 5; 0] = Q [5 2.2; 0 0.4 | 3; -4]
        TriangularFactor factor = new Rows(2, new double[] {3, 1, 4, 2}, new double[] {5, 0}).factor();
        assertEquals(5, factor.r(0, 0), 1e-15);
        assertEquals(2.2, factor.r(0, 1), 1e-15);
        assertEquals(0, factor.r(1, 0), 0);
        assertEquals(0.4, factor.r(1, 1), 1e-15);
        assertEquals(3, factor.z(0), 1e-15);
        assertEquals(-4, factor.z(1), 1e-14);
        assertEquals(0, factor.rho2(), 1e-28);
        assertEquals(25, factor.rightHandSide2(), 1e-14);
        assertEquals(2, factor.rows());
    }

    @Test
    void whatNoCoefficientReachesIsRho() {
        TriangularFactor factor = new Rows(1, new double[] {1, 0, 0}, new double[] {7, 3, 4}).factor();
        assertEquals(25, factor.rho2(), 1e-14);
        assertEquals(7, Math.abs(factor.z(0)), 1e-15);
        assertEquals(29, factor.residual2(new double[] {5}), 1e-14);
    }

    @Test
    void anEmptyAccumulatorHasAZeroFactor() {
        TriangularFactor factor = new RowAccumulator(2).factor();
        assertEquals(0, factor.rows());
        assertEquals(0, factor.rho2(), 0);
        assertArrayEquals(new double[2], factor.columnNorms(), 0);
    }

    @Test
    void moreColumnsThanRowsLeaveTheLowerRowsEmpty() {
        Rows rows = Rows.random(3, 7, 1);
        TriangularFactor factor = rows.factor();
        for (int i = 3; i < 7; i++) {
            for (int j = i; j < 7; j++) {
                // What rounding leaves of columns below norm 5.
                assertEquals(0, factor.r(i, j), 1e-14);
            }
        }
        assertEquals(0, factor.rho2(), 1e-28);
        assertTrue(Rows.difference(rows.gram(), Rows.gramOf(factor), 3) < 1);
    }

    @Test
    void aZeroColumnStaysZero() {
        Rows rows = Rows.random(40, 4, 2).scaled(2, 0);
        TriangularFactor factor = rows.factor();
        for (int i = 0; i <= 2; i++) {
            assertEquals(0, factor.r(i, 2), 0);
        }
        assertEquals(0, factor.columnNorms()[2], 0);
        assertTrue(Rows.difference(rows.gram(), Rows.gramOf(factor), 40) < 1);
    }

    @Test
    void columnNormsAreThoseOfTheRows() {
        Rows rows = Rows.random(60, 5, 3).scaled(1, 1e8);
        double[] norm = rows.factor().columnNorms();
        double[] gram = rows.gram();
        for (int j = 0; j < 5; j++) {
            double wanted = Math.sqrt(gram[j * 6 + j]);
            // Column-wise backward stable: 60 rows times 6 columns times ulp(1)/2.
            assertEquals(wanted, norm[j], 4e-14 * wanted);
        }
    }

    @Test
    void residualsAreThoseOfTheRows() {
        Rows rows = Rows.random(60, 5, 4);
        double[] c = {1, -2, 3, -4, 5};
        double wanted = rows.residual2(c);
        assertEquals(wanted, rows.factor().residual2(c), 1e-12 * wanted);
    }

    @Test
    void manyRowsFoldIntoTheSameSmallFactor() {
        // 200 000 rows of [1 x | 1 + 2x] with x = -1, 0, 1, ... fold the block of 512 rows 390 times.
        RowAccumulator rows = new RowAccumulator(2);
        for (int k = 0; k < 200_000; k++) {
            double x = k % 3 - 1;
            rows.add(new double[] {1, x}, new double[] {1 + 2 * x}, 1);
        }
        TriangularFactor factor = rows.factor();
        assertEquals(200_000, factor.rows());
        assertEquals(0, factor.residual2(new double[] {1, 2}), 1e-20 * factor.rightHandSide2());
        assertEquals(Math.sqrt(200_000), factor.r(0, 0), 1e-10);
    }

    @Test
    void moreColumnsThanTheBufferHoldsRowsMergeAsWell() {
        // The block holds 512 rows, so that merging 1048 folds on the way.
        int columns = 1047;
        RowAccumulator even = new RowAccumulator(columns);
        RowAccumulator odd = new RowAccumulator(columns);
        double[] row = new double[columns];
        for (int j = 0; j < columns; j++) {
            row[j] = j + 1;
            (j % 2 == 0 ? even : odd).add(row, new double[] {1}, 1);
            row[j] = 0;
        }
        even.merge(odd);
        TriangularFactor factor = even.factor();
        for (int j = 0; j < columns; j++) {
            // One row for each column: a square, its root and a reflection.
            assertEquals(j + 1, factor.r(j, j), 1e-15 * (j + 1));
            assertEquals(1, factor.z(j), 1e-14);
        }
        assertEquals(0, factor.rho2(), 1e-25);
    }

    @Test
    void numbersThatAreNotFiniteAreRefusedWithTheirPlace() {
        RowAccumulator rows = new RowAccumulator(2);
        double[] block = {1, 2, 3, Double.NaN};
        assertRefused(
                "rows must be finite, found NaN in row 1, column 1", () -> rows.add(block, new double[] {1, 2}, 2));
        assertRefused(
                "rows must be finite, found -Infinity in row 1, right-hand side",
                () -> rows.add(new double[2], new double[] {Double.NEGATIVE_INFINITY}, 1));
    }

    @Test
    void theRowNumberCountsAllRowsSoFar() {
        RowAccumulator rows = Rows.random(100, 2, 5).accumulated();
        rows.factor();
        rows.merge(Rows.random(20, 2, 6).accumulated());
        rows.addOutsideRange(1, 3);
        assertRefused(
                "rows must be finite, found Infinity in row 123, column 0",
                () -> rows.add(new double[] {Double.POSITIVE_INFINITY, 0}, new double[1], 1));
    }

    @Test
    void aRefusedRowLeavesTheOthersAlone() {
        RowAccumulator rows = Rows.random(30, 2, 7).accumulated();
        assertThrows(IllegalArgumentException.class, () -> rows.add(new double[] {Double.NaN, 1}, new double[] {1}, 1));
        assertEquals(30, rows.rows());
        assertArrayEquals(Rows.gramOf(Rows.random(30, 2, 7).factor()), Rows.gramOf(rows.factor()), 0);
    }

    @Test
    void rowsOutsideTheRangeCountAndAddToRho() {
        RowAccumulator rows = new Rows(1, new double[] {1, 0}, new double[] {2, 3}).accumulated();
        rows.addOutsideRange(16, 10);
        RowAccumulator other = new RowAccumulator(1);
        other.addOutsideRange(11, 5);
        rows.merge(other);
        assertEquals(17, rows.rows());
        assertEquals(36, rows.factor().rho2(), 1e-14);
        assertRefused(
                "squared norm must be zero or positive and finite, found NaN",
                () -> rows.addOutsideRange(Double.NaN, 1));
    }

    @Test
    void anotherNumberOfColumnsIsRefused() {
        assertRefused("number of columns must be at least 1, found 0", () -> new RowAccumulator(0));
        assertRefused(
                "accumulators must have as many columns, found 2 and 3",
                () -> new RowAccumulator(2).merge(new RowAccumulator(3)));
    }

    @Test
    void anAccumulatorIsNotMergedWithItself() {
        RowAccumulator rows = Rows.random(5, 2, 8).accumulated();
        assertRefused("an accumulator must be merged with another one, found itself", () -> rows.merge(rows));
    }

    @Test
    void blocksThatAreTooShortAreRefused() {
        RowAccumulator rows = new RowAccumulator(3);
        assertRefused(
                "a block of 2 rows and 3 columns must have 6 entries and 2 right-hand sides, found 5 and 2",
                () -> rows.add(new double[5], new double[2], 2));
        assertRefused(
                "a block of 2 rows and 3 columns must have 6 entries and 2 right-hand sides, found 6 and 1",
                () -> rows.add(new double[6], new double[1], 2));
        assertRefused("number of rows must be at least 0, found -1", () -> rows.add(new double[6], new double[1], -1));
        assertEquals(0, rows.rows());
    }

    @Test
    void rowsWhoseSquaresOverflowAreFoundOut() {
        RowAccumulator rows = new Rows(1, new double[] {1e200, 1e200}, new double[] {1, 1}).accumulated();
        assertEquals(
                "rows must be small enough to be squared, found a factor with Infinity on its diagonal",
                assertThrows(ArithmeticException.class, rows::factor).getMessage());
    }
}
