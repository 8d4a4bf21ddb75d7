package org.hamgraph.eval.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScalingResultTest {
    private static ScalingRung rung(int nodes, double time, Double trueTime) {
        return new ScalingRung(
                "chain:" + nodes, nodes, nodes - 1, 100, 16L * nodes, 1, time, trueTime, 0.0, 0.0, 0.0, 0);
    }

    @Test
    void theExponentOfAPowerLawIsFound() {
        List<ScalingRung> rungs = IntStream.of(1000, 3000, 20_000, 1_000_000)
                .mapToObj(n -> rung(n, 70 * Math.pow(n, 0.3), 30.0))
                .toList();
        ScalingResult result = new ScalingResult(rungs, null);
        // Logarithms up to 14 with a rounding of 1e-16 each.
        assertEquals(0.3, result.exponent(), 1e-13);
        assertEquals(0, result.trueExponent(), 1e-13);
    }

    @Test
    void twoLatticesGiveTheSlopeBetweenThem() {
        ScalingResult result = new ScalingResult(List.of(rung(1000, 80, 1.0), rung(4000, 40, 16.0)), null);
        assertEquals(-0.5, result.exponent(), 1e-13);
        assertEquals(2, result.trueExponent(), 1e-13);
    }

    @Test
    void fewerThanTwoLatticesOrAnUnknownTimeHaveNoExponent() {
        assertNull(new ScalingResult(List.of(), "the plan wants none").exponent());
        ScalingResult one = new ScalingResult(List.of(rung(1000, 80, 30.0)), null);
        assertNull(one.exponent());
        assertNull(one.trueExponent());
        ScalingResult unknown = new ScalingResult(List.of(rung(1000, 80, null), rung(4000, 80, null)), null);
        assertEquals(0, unknown.exponent(), 1e-13);
        assertNull(unknown.trueExponent());
    }
}
