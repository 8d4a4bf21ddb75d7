package org.hamgraph.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Structure;
import org.hamgraph.support.RandomStreams;

/** Fans and loose springs are the springs given, each once; a fan has few gaps and does not leave its block. */
class SpringFansProperties {
    private static void check(IntTable springs, int nodes, int kinds, String where) {
        Map<List<Integer>, Integer> left = new HashMap<>();
        for (int k = 0; k < springs.size(); k++) {
            left.merge(List.of(springs.get(k, 0), springs.get(k, 1), springs.get(k, 2)), 1, Integer::sum);
        }
        SpringFans found = new SpringFans(springs, nodes, kinds);
        int place = 0;
        int gap = 0;
        for (int fan = 0; fan < found.fans.size(); fan++) {
            int first = found.fans.get(fan, 0);
            int n = found.fans.get(fan, 1);
            assertEquals(place, found.fans.get(fan, 3), where);
            assertEquals(gap, found.fans.get(fan, 4), where);
            int gapEnd = found.fans.get(fan, 5);
            assertTrue(n - (gapEnd - gap) >= SpringFans.SHORTEST && 4 * (gapEnd - gap) <= n, where);
            assertEquals(first / RunPlan.BLOCK, (first + n - 1) / RunPlan.BLOCK, where);
            assertTrue(
                    found.start[first / RunPlan.BLOCK] <= fan && fan < found.start[first / RunPlan.BLOCK + 1], where);
            for (int k = 0; k < n; k++, place++) {
                if (gap < gapEnd && found.gaps.get(gap, 0) == first + k) {
                    assertEquals(first + k, found.second[place], where);
                    gap++;
                } else {
                    meet(left, where, first + k, found.second[place], found.fans.get(fan, 2));
                }
            }
            assertEquals(gapEnd, gap, where);
        }
        assertEquals(found.second.length, place, where);
        assertEquals(found.gaps.size(), gap, where);
        for (int k = 0; k < found.loose.size(); k++) {
            meet(left, where, found.loose.get(k, 0), found.loose.get(k, 1), found.loose.get(k, 2));
        }
        assertEquals(Map.of(), left, where);
    }

    private static void meet(Map<List<Integer>, Integer> left, String where, int first, int second, int kind) {
        List<Integer> spring = List.of(first, second, kind);
        assertTrue(left.containsKey(spring), () -> where + ", " + spring);
        left.computeIfPresent(spring, (key, count) -> count == 1 ? null : count - 1);
    }

    @Property(tries = 300)
    void everySpringIsInOneFanOrLoose(
            @ForAll @IntRange(min = 2, max = 1500) int nodes,
            @ForAll @IntRange(min = 1, max = 6) int degree,
            @ForAll @IntRange(min = 1, max = 3) int kinds,
            @ForAll @IntRange(min = 0, max = 40) int missing,
            @ForAll long seed) {
        RandomGenerator random = RandomStreams.of(seed, "fans", nodes);
        IntTable springs = new IntTable(3);
        for (int i = 0; i < nodes - 1; i++) {
            for (int k = 0; k < degree; k++) {
                if (random.nextInt(100) >= missing) {
                    int kind = random.nextInt(20) == 0 ? random.nextInt(kinds) : k % kinds;
                    springs.add(i, random.nextInt(i + 1, nodes), kind);
                }
            }
        }
        String where =
                "nodes=" + nodes + " degree=" + degree + " kinds=" + kinds + " missing=" + missing + " seed=" + seed;
        check(springs, nodes, kinds, where);
    }

    @Example
    void aCubeIsFewFansAndHardlyALooseSpring() {
        CompiledGraph cube = Structure.cubic(16, 16, 16, false).compile(1, 1, 1);
        IntTable springs = new IntTable(3);
        for (int e = cube.edges() - 1; e >= 0; e--) {
            springs.add(cube.first(e), cube.second(e), 0);
        }
        check(springs, cube.nodes(), 1, "cube");
        SpringFans found = new SpringFans(springs, cube.nodes(), 1);
        int blocks = (cube.nodes() + RunPlan.BLOCK - 1) / RunPlan.BLOCK;
        assertTrue(found.fans.size() <= 4 * blocks, () -> found.fans.size() + " fans");
        assertTrue(found.loose.size() < cube.edges() / 20, () -> found.loose.size() + " loose springs");
    }

    @Example
    void longGapsEndAFanAndManyUndoIt() {
        assertEquals(1, rows(2, 40, 16).fans.size());
        assertEquals(2, rows(2, 40, 17).fans.size());
        assertEquals(2, rows(2, 16, 17).fans.size());
        assertEquals(30, rows(2, 15, 17).loose.size());
        assertEquals(1, rows(6, 3, 1).fans.size());
        assertEquals(5, rows(6, 3, 1).gaps.size());
        assertEquals(32, rows(16, 2, 1).loose.size());
    }

    /** Springs to the last body in rows, from bodies 0, 1, …, each followed by a gap. */
    private static SpringFans rows(int rows, int springsInRow, int gap) {
        IntTable springs = new IntTable(3);
        for (int row = 0; row < rows; row++) {
            for (int k = 0; k < springsInRow; k++) {
                springs.add(row * (springsInRow + gap) + k, 499, 0);
            }
        }
        check(springs, 500, 1, rows + " rows of " + springsInRow + " and gaps of " + gap);
        return new SpringFans(springs, 500, 1);
    }
}
