package org.hamgraph.sim.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LammpsBondTablesTest {
    private static LammpsBondTables.Bond harmonic() {
        return new LammpsBondTables.Bond("SPRING", r -> (r - 1) * (r - 1), r -> -2 * (r - 1), 0.5, 1.5);
    }

    private static LammpsBondTables.Bond wave(double k) {
        return new LammpsBondTables.Bond("WAVE", r -> Math.cos(k * r), r -> k * Math.sin(k * r), 0.5, 1.5);
    }

    @Test
    void aSplineHoldsALineExactly() {
        LammpsBondTables tables = LammpsBondTables.of(List.of(harmonic()), 1e-12);
        assertEquals(501, tables.points());
        // Rounding of sums of a few terms of size one.
        assertTrue(tables.error() < 1e-14, "error " + tables.error());
    }

    @Test
    void theErrorFallsWithTheFourthPowerOfTheDistance() {
        // A spline's error is at most 5/384 h^4 max |f''''|, and close to 1/384 of it between the knots away from the
        // ends: 1/384 (50/500)^4 = 2.6e-7 for sin 50 r and 500 intervals.
        double coarse = LammpsBondTables.of(List.of(wave(50)), 1).error();
        assertTrue(coarse > 1e-7 && coarse < 1.3e-6, "error " + coarse);
        LammpsBondTables fine = LammpsBondTables.of(List.of(wave(50)), coarse / 200);
        assertEquals(2001, fine.points());
        assertEquals(coarse / 256, fine.error(), 0.2 * coarse / 256);
    }

    @Test
    void allBondsHaveAsManyPointsAsTheHardest(@TempDir Path folder) throws IOException {
        LammpsBondTables tables = LammpsBondTables.of(List.of(harmonic(), wave(50)), 1e-10);
        assertTrue(tables.error() <= 1e-10);
        tables.write(folder.resolve("bonds.table"));
        List<String> lines = Files.readAllLines(folder.resolve("bonds.table"));
        assertEquals(1 + 2 * (4 + tables.points()), lines.size());
        assertTrue(lines.get(3).startsWith("N " + tables.points() + " FP -1.99999999999"), lines.get(3));
        assertEquals("WAVE", lines.get(2 + 4 + tables.points()));
        assertEquals("1 0.5 0.25 1.0", lines.get(5));
        assertEquals(tables.points() + " 1.5 0.25 -1.0", lines.get(4 + tables.points()));
    }

    @Test
    void whatCannotBeATableIsRefused() {
        assertEquals(
                "key of a table must be one word, found \"a b\"",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> new LammpsBondTables.Bond("a b", r -> r, r -> r, 1, 2))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new LammpsBondTables.Bond("a", r -> r, r -> r, 2, 2));
        assertThrows(IllegalArgumentException.class, () -> new LammpsBondTables.Bond("a", r -> r, r -> r, 0, 2));
        LammpsBondTables.Bond pole = new LammpsBondTables.Bond("P", r -> 0, r -> r == 1 ? Double.NaN : 1, 0.5, 1.5);
        assertEquals(
                "forces of P must be finite in the table, found NaN at length 1.0",
                assertThrows(ArithmeticException.class, () -> LammpsBondTables.of(List.of(pole), 1e-9))
                        .getMessage());
    }
}
