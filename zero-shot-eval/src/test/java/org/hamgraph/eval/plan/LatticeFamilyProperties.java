package org.hamgraph.eval.plan;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LatticeFamilyProperties {
    @Provide
    Arbitrary<String> families() {
        return Arbitraries.of("chain", "ring", "square", "cubic", "triangular", "honeycomb", "square,periodic");
    }

    /** Returns the number of bodies of a lattice whose sides are all longer by so many. */
    private static long nodes(String system, int longer) {
        String[] parts = system.split("[:,]");
        long cells = Arrays.stream(parts[1].split("x"))
                .mapToLong(side -> Long.parseLong(side) + longer)
                .reduce(1, (a, b) -> a * b);
        return parts[0].equals("honeycomb") ? 2 * cells : cells;
    }

    private static boolean climbs(List<String> systems, int maxNodes) {
        boolean ascending = true;
        for (int k = 1; k < systems.size(); k++) {
            double factor = (double) nodes(systems.get(k), 0) / nodes(systems.get(k - 1), 0);
            // Lattices of equal sides lie closer than a third from 1000 bodies on: 9^3 / 10^3 > 2/3.
            ascending &= factor > 1 && factor < 6 * 1.5;
        }
        String last = systems.get(systems.size() - 1);
        return ascending
                && nodes(systems.get(0), 0) <= LatticeFamily.SMALLEST
                && nodes(systems.get(0), 1) > LatticeFamily.SMALLEST
                && nodes(last, 0) <= maxNodes
                && nodes(last, 1) > maxNodes;
    }

    @Property(tries = 500)
    void aLadderClimbsInBoundedStepsToTheLargestLatticeThatFits(
            @ForAll("families") String family, @ForAll @IntRange(min = 1000, max = 200_000_000) int maxNodes) {
        List<String> systems = LatticeFamily.parse(family).ladder(maxNodes);
        assertTrue(climbs(systems, maxNodes), () -> family + " up to " + maxNodes + ": " + systems);
    }

    @Property(tries = 50)
    void aLadderWithoutItsLastLatticeIsFoundOut(
            @ForAll("families") String family, @ForAll @IntRange(min = 7000, max = 200_000_000) int maxNodes) {
        List<String> systems = LatticeFamily.parse(family).ladder(maxNodes);
        assertFalse(climbs(systems.subList(0, systems.size() - 1), maxNodes));
    }
}
