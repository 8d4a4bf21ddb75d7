package org.hamgraph.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Structure;
import org.hamgraph.law.SystemRecipe.Arrangement;
import org.hamgraph.law.SystemRecipe.Topology;
import org.hamgraph.phase.BodySystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SystemRecipeTest {
    private static BodySystem system(Topology topology, int bodies, int dim, Arrangement arrangement) {
        return new SystemRecipe(topology, bodies, dim, false, arrangement, 5).system();
    }

    private static double[] positions(BodySystem system) {
        double[] y = system.state().toArray();
        return Arrays.copyOf(y, y.length / 2);
    }

    private static double[] momenta(BodySystem system) {
        double[] y = system.state().toArray();
        return Arrays.copyOfRange(y, y.length / 2, y.length);
    }

    @ParameterizedTest
    @CsvSource({
        "NONE, 7, 1, false, 7, 0",
        "CHAIN, 1, 1, false, 1, 0",
        "CHAIN, 9, 2, false, 9, 8",
        "CHAIN, 2, 1, true, 4, 4",
        "RING, 2, 2, false, 3, 3",
        "RING, 8, 3, false, 8, 8",
        "SQUARE, 1, 2, false, 6, 7",
        "SQUARE, 16, 2, false, 20, 31",
        "SQUARE, 9, 3, true, 20, 40",
        "TRIANGULAR, 10, 2, false, 16, 33",
        "TRIANGULAR, 30, 2, true, 36, 108",
        "HONEYCOMB, 4, 2, false, 8, 7",
        "HONEYCOMB, 60, 2, false, 32, 37",
        "HONEYCOMB, 60, 2, true, 32, 48",
        "CUBIC, 1, 3, false, 8, 12",
        "CUBIC, 30, 3, false, 27, 54",
        "CUBIC, 30, 3, true, 64, 192"
    })
    void sizesFollowTheNumberOfBodies(
            Topology topology, int bodies, int dim, boolean periodic, int nodes, int springs) {
        BodySystem system = new SystemRecipe(topology, bodies, dim, periodic, Arrangement.DISPLACED, 3).system();
        assertEquals(nodes, system.graph().nodes());
        assertEquals(springs, system.graph().edges());
        assertEquals(dim, system.box().dim());
        assertEquals(periodic, system.box().periodic());
    }

    @Test
    void bodiesAreDisplacedFromTheLatticeByUpToAFifth() {
        double[] rest = Structure.cubic(3, 3, 3, false).positions(1);
        double[] found = positions(system(Topology.CUBIC, 27, 3, Arrangement.DISPLACED));
        double most = 0;
        double mean = 0;
        for (int k = 0; k < rest.length; k++) {
            most = Math.max(most, Math.abs(found[k] - rest[k]));
            mean += (found[k] - rest[k]) / rest.length;
        }
        assertTrue(most <= 0.2 && most > 0.15, "found " + most);
        // 81 uniform numbers: a standard deviation of 0.2 / sqrt(3) / 9
        assertTrue(Math.abs(mean) < 4 * 0.0128, "found " + mean);
    }

    @Test
    void massesStiffnessAndMomentaAreDrawn() {
        BodySystem system = system(Topology.CUBIC, 343, 3, Arrangement.DISPLACED);
        CompiledGraph graph = system.graph();
        assertEquals(Set.of(1.0, 2.0), Arrays.stream(graph.masses()).boxed().collect(Collectors.toSet()));
        double sum = 0;
        double[] p = momenta(system);
        for (int k = 0; k < p.length; k++) {
            double v = p[k] / graph.mass(k / 3);
            sum += v * v / p.length;
        }
        // 1029 squares of normal numbers: a standard deviation of sqrt(2 / 1029)
        assertEquals(1, sum, 4 * 0.044);
        for (int e = 0; e < graph.edges(); e++) {
            assertTrue(graph.stiffness(e) >= 5 && graph.stiffness(e) <= 15 && graph.restLength(e) == 1);
        }
    }

    @Test
    void arrangementsAreWhatTheyAreCalled() {
        double[] coincident = positions(system(Topology.CHAIN, 4, 3, Arrangement.COINCIDENT));
        assertEquals(
                Arrays.toString(Arrays.copyOf(coincident, 3)), Arrays.toString(Arrays.copyOfRange(coincident, 3, 6)));
        assertTrue(Math.abs(coincident[6] - coincident[3]) > 1, "only the first two");
        assertEquals(
                1, system(Topology.CHAIN, 1, 3, Arrangement.COINCIDENT).graph().nodes());

        double[] line = positions(system(Topology.CUBIC, 8, 3, Arrangement.COLLINEAR));
        for (int k = 0; k < line.length; k++) {
            assertEquals(k % 3 > 0, line[k] == 0, "coordinate " + k + " is " + line[k]);
        }

        double[] near = positions(system(Topology.SQUARE, 4, 2, Arrangement.DISPLACED));
        double[] far = positions(system(Topology.SQUARE, 4, 2, Arrangement.FAR));
        for (int k = 0; k < near.length; k++) {
            assertEquals(near[k] + 1e6, far[k]);
        }

        assertEquals(
                0,
                Arrays.stream(momenta(system(Topology.SQUARE, 4, 2, Arrangement.AT_REST)))
                        .map(Math::abs)
                        .sum());
        for (double p : momenta(system(Topology.SQUARE, 4, 2, Arrangement.COLLINEAR))) {
            assertNotEquals(0, p);
        }
    }

    @Test
    void randomSpringsAreFourABodyOnAverageAmongBodiesALengthApart() {
        BodySystem system = system(Topology.RANDOM, 400, 2, Arrangement.DISPLACED);
        // 400 * 399 / 2 pairs with a chance of 1 %: a standard deviation of 28
        assertEquals(798, system.graph().edges(), 4 * 28);
        double[] q = positions(system);
        double least = Arrays.stream(q).min().orElseThrow();
        double most = Arrays.stream(q).max().orElseThrow();
        assertTrue(least < 1 && least >= -0.2, "found " + least);
        assertTrue(most > 19 && most <= 20.2, "found " + most);
        assertEquals(
                0, system(Topology.NONE, 400, 2, Arrangement.DISPLACED).graph().edges());
    }

    @ParameterizedTest
    @EnumSource(Topology.class)
    void aTopologyNeedsItsDimension(Topology topology) {
        int least = topology.leastDim();
        assertEquals(
                least, system(topology, 8, least, Arrangement.DISPLACED).box().dim());
        if (least > 1) {
            assertThrows(IllegalArgumentException.class, () -> system(topology, 8, least - 1, Arrangement.DISPLACED));
        }
    }

    @Test
    void someCoverEverything() {
        List<SystemRecipe> some = SystemRecipe.some(160, 12, 40);
        assertEquals(some, SystemRecipe.some(160, 12, 40));
        assertNotEquals(some, SystemRecipe.some(160, 12, 41));
        assertEquals(160, some.stream().map(SystemRecipe::seed).distinct().count());
        for (int k = 0; k < some.size(); k++) {
            assertEquals(40 + k, some.get(k).seed());
        }
        Set<Topology> topologies = EnumSet.noneOf(Topology.class);
        Set<Arrangement> arrangements = EnumSet.noneOf(Arrangement.class);
        Set<Integer> bodies = some.stream().map(SystemRecipe::bodies).collect(Collectors.toSet());
        some.forEach(recipe -> {
            topologies.add(recipe.topology());
            arrangements.add(recipe.arrangement());
        });
        assertEquals(EnumSet.allOf(Topology.class), topologies);
        assertEquals(EnumSet.allOf(Arrangement.class), arrangements);
        assertEquals(Set.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12), bodies);
        assertEquals(Set.of(1, 2, 3), some.stream().map(SystemRecipe::dim).collect(Collectors.toSet()));
        long plain = some.stream()
                .filter(recipe -> recipe.arrangement() == Arrangement.DISPLACED)
                .count();
        // A chance of 2/3 + 1/15, 160 times: a standard deviation of 5.6
        assertEquals(117, plain, 4 * 5.6);
        long periodic = some.stream().filter(SystemRecipe::periodic).count();
        // A chance of 1/4: a standard deviation of 5.5
        assertEquals(40, periodic, 4 * 5.5);
        assertThrows(IllegalArgumentException.class, () -> SystemRecipe.some(0, 12, 1));
        assertEquals(1, SystemRecipe.some(1, 1, 1).get(0).bodies());
    }
}
