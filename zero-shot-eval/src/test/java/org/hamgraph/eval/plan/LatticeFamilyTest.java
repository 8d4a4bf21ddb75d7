package org.hamgraph.eval.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LatticeFamilyTest {
    private static List<String> ladder(String family, int maxNodes) {
        return LatticeFamily.parse(family).ladder(maxNodes);
    }

    @Test
    void aLadderOfCubesEndsWithTheLargestThatFits() {
        assertEquals(
                List.of("cubic:10x10x10", "cubic:17x17x17", "cubic:31x31x31", "cubic:56x56x56", "cubic:100x100x100"),
                ladder("cubic", 1_000_000));
        assertEquals(
                List.of("cubic:10x10x10", "cubic:16x16x16", "cubic:27x27x27", "cubic:46x46x46"),
                ladder("cubic", 100_000));
    }

    @Test
    void everyFamilyHasItsLadder() {
        assertEquals(List.of("chain:1000", "chain:4000"), ladder("chain", 4000));
        assertEquals(List.of("ring:1000", "ring:4000"), ladder("ring", 4000));
        assertEquals(List.of("square:31x31,d=3", "square:63x63,d=3"), ladder("square,d=3", 4000));
        assertEquals(
                List.of("triangular:31x30,periodic", "triangular:63x62,periodic"), ladder("triangular,periodic", 4000));
        assertEquals(List.of("honeycomb:22x22", "honeycomb:44x44"), ladder("honeycomb", 4000));
    }

    @Test
    void aLatticeOccursOnceAndNoLadderIsAskedForByZero() {
        assertEquals(List.of("cubic:10x10x10"), ladder("cubic", 1000));
        assertEquals(List.of("cubic:10x10x10"), ladder("cubic", 1001));
        assertEquals(List.of(), ladder("cubic", 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "chain",
                "chain,periodic",
                "chain,d=2",
                "ring",
                "ring,d=3",
                "square,periodic,d=3",
                "triangular,periodic",
                "honeycomb,periodic",
                "honeycomb",
                "cubic,periodic",
                "cubic,d=3"
            })
    void everyLatticeOfALadderCanBeMade(String family) throws IOException {
        List<String> systems = ladder(family, 3000);
        assertEquals(2, systems.size());
        for (String system : systems) {
            int nodes = new SystemSpec(system, 1, 1, OptionalDouble.empty(), OptionalDouble.empty(), 1)
                    .resolve(Optional.empty())
                    .system()
                    .graph()
                    .nodes();
            assertTrue(nodes > 700 && nodes <= 3000, system + " has " + nodes + " bodies");
            assertEquals(family, LatticeFamily.of(system).orElseThrow().toString());
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "square:8x8,periodic,d=3 | square,periodic,d=3",
                "chain:64 | chain",
                "bundled:cubic-16x16x16 | cubic",
                "melts/cubic-8x8x8.data,periodic | cubic,periodic",
                "/runs/large_honeycomb30.graphml | honeycomb",
            })
    void aNameSaysItsFamily(String system, String family) {
        assertEquals(family, LatticeFamily.of(system).orElseThrow().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "random:N=64,d=2,cutoff=0.3",
                "melt.data",
                "cubic-8/melt.data",
                "polychain-20.data",
                "chain.graphml",
                "ring-12.data,periodic",
                "cubic-2x2x2"
            })
    void otherNamesSayNone(String system) {
        assertEquals(Optional.empty(), LatticeFamily.of(system));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cube", "cubic:8x8x8", "cubic,d=2", "ring,periodic", "square,d=4", "square,loop", ""})
    void otherFamiliesAreRefused(String text) {
        assertEquals(
                "scaling.family must be chain, ring, square, cubic, triangular or honeycomb, then ,periodic (not a ring)"
                        + " and ,d=3 (a space of more dimensions) if wanted, found " + text,
                assertThrows(IllegalArgumentException.class, () -> LatticeFamily.parse(text))
                        .getMessage());
    }

    @Test
    void aGreatestSizeBelowTheSmallestIsRefused() {
        assertEquals(
                "maxNodes must be at least 1000, or 0 for no scaling run, found 999",
                assertThrows(IllegalArgumentException.class, () -> ladder("chain", 999))
                        .getMessage());
    }
}
