package org.hamgraph.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hamgraph.support.RandomStreams;

class WithinCutoffProperties {
    private static List<String> allPairs(double[] position, Box box, double cutoff) {
        List<String> pairs = new ArrayList<>();
        int n = position.length / box.dim();
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                if (box.distance(position, i, j) < cutoff) {
                    pairs.add(i + "-" + j);
                }
            }
        }
        return pairs;
    }

    /** Bonds in the order in which the structure holds them. */
    private static List<String> bonds(Structure structure) {
        List<String> pairs = new ArrayList<>();
        for (Spring spring : structure.graph(1, 1, 1).edgeSet()) {
            pairs.add(spring.first() + "-" + spring.second());
        }
        return pairs;
    }

    private static void assertBondsAreAllPairs(int dim, double cutoff, boolean periodic, double[] position, String at) {
        Structure structure = Structure.withinCutoff(position.length / dim, dim, cutoff, periodic, position);
        assertEquals(allPairs(position, structure.box(1), cutoff), bonds(structure), at);
    }

    @Property(tries = 300)
    void theBondsAreThoseFoundByLookingAtAllPairs(
            @ForAll @IntRange(min = 1, max = 80) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll boolean periodic,
            @ForAll long seed) {
        RandomGenerator random = RandomStreams.of(seed, "positions", 0);
        double cutoff = 0.5 * Math.pow(random.nextDouble(), 2) + 1e-9;
        double[] position = random.doubles((long) n * dim).toArray();
        assertBondsAreAllPairs(
                dim, cutoff, periodic, position, "n=" + n + " dim=" + dim + " periodic=" + periodic + " seed=" + seed);
    }

    /** Places and cutoffs at multiples of one length, a unit in the last place more or less: all on cell boundaries. */
    @Property(tries = 2000)
    void noPairIsLostToRoundingAtTheBoundaryOfACell(
            @ForAll @IntRange(min = 2, max = 12) int cells, @ForAll boolean periodic, @ForAll long seed) {
        RandomGenerator random = RandomStreams.of(seed, "positions", 1);
        double length = 1.0 / cells;
        double[] position = new double[40];
        for (int i = 0; i < position.length; i++) {
            position[i] = nudged(length * random.nextInt(cells + 1), random);
        }
        double cutoff = nudged(length * random.nextInt(1, Math.max(2, cells / 2)), random);
        if (!periodic || cutoff < 0.5) {
            assertBondsAreAllPairs(
                    1, cutoff, periodic, position, "cells=" + cells + " periodic=" + periodic + " seed=" + seed);
        }
    }

    private static double nudged(double x, RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> Math.nextUp(x);
            case 1 -> Math.nextDown(x);
            default -> x;
        };
    }

    @Property(tries = 50)
    void placesOutsideThePeriodCountAsTheirImages(@ForAll @IntRange(min = 1, max = 3) int dim, @ForAll long seed) {
        RandomGenerator random = RandomStreams.of(seed, "positions", 2);
        double[] position = random.doubles(40L * dim, -3, 3).toArray();
        assertBondsAreAllPairs(dim, random.nextDouble(0.05, 0.49), true, position, "dim=" + dim + " seed=" + seed);
    }

    @Example
    void aSearchThatForgetsTheBoundaryIsSeen() {
        double[] position = RandomStreams.of(1, "positions", 0).doubles(80).toArray();
        Structure open = Structure.withinCutoff(40, 2, 0.2, false, position);
        assertNotEquals(allPairs(position, Box.of(1, 1), 0.2), bonds(open));
    }
}
