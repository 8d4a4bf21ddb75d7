package org.hamgraph.hgn.solve;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DeclaredTermsTest {
    private static final Rows ROWS = Rows.random(200, 6, 11);

    @Test
    void declaredTermsAreNotPenalised() {
        // A ridge as large as the columns halves what it penalises; the two declared coefficients must not notice.
        SolverMethod heavy = new Ridge(1);
        Rows exact = ROWS.answeredBy(3, -2, 1e-3, 0, 0, 0);
        double[] penalised = heavy.solve(exact.factor()).coefficients();
        double[] declared = DeclaredTerms.solve(exact.factor(), 2, heavy).coefficients();
        assertTrue(Math.abs(penalised[0] - 3) > 0.3, "the ridge must be felt: " + penalised[0]);
        // The small term that is penalised away leaves an error of its own size times the columns' correlation.
        assertEquals(3, declared[0], 1e-3);
        assertEquals(-2, declared[1], 1e-3);
    }

    @Test
    void withATinyRidgeTheSplitChangesNothing() {
        SolverMethod tiny = Ridge.defaults();
        LeastSquaresFit whole = tiny.solve(ROWS.factor());
        LeastSquaresFit split = DeclaredTerms.solve(ROWS.factor(), 3, tiny);
        // Random columns: condition about 2.
        assertArrayEquals(whole.coefficients(), split.coefficients(), 1e-12);
        assertEquals(whole.quality().residual2(), split.quality().residual2(), 1e-10);
        assertEquals(6, split.quality().rank());
        assertEquals(6, split.quality().effectiveDegrees(), 1e-9);
        assertTrue(
                split.quality().method().endsWith(", after 3 declared terms"),
                split.quality().method());
    }

    @Test
    void whatTheyReachAloneIsLeftToThem() {
        LeastSquaresFit fit =
                DeclaredTerms.solve(ROWS.answeredBy(3, -2, 0, 0, 0, 0).factor(), 2, Ridge.defaults());
        assertArrayEquals(new double[] {3, -2, 0, 0, 0, 0}, fit.coefficients(), 1e-13);
        assertEquals(0, fit.coefficients()[5], 0);
        assertEquals(2, fit.quality().rank());
        assertEquals("declared terms alone", fit.quality().method());
        assertEquals("they reach the right-hand side to 1.0E-13", fit.quality().reason());
    }

    @Test
    void noneAreNoDifference() {
        assertArrayEquals(
                Ridge.defaults().solve(ROWS.factor()).coefficients(),
                DeclaredTerms.solve(ROWS.factor(), 0, Ridge.defaults()).coefficients());
    }

    @Test
    void dependentTermsAreRefused() {
        Rows twice = ROWS.withCopyOfFirst(2);
        assertEquals(
                "declared terms must be independent on the training states, found that term 1 depends on earlier ones",
                assertThrows(ArithmeticException.class, () -> DeclaredTerms.solve(twice.factor(), 2, Ridge.defaults()))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> DeclaredTerms.solve(ROWS.factor(), 6, Ridge.defaults()));
    }
}
