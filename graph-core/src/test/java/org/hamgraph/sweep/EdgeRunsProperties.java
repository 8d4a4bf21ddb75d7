package org.hamgraph.sweep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Structure;
import org.hamgraph.support.RandomStreams;

/** Runs and loose springs are the springs of the graph, each once. */
class EdgeRunsProperties {
    private static PairClasses classes(CompiledGraph graph) {
        return PairClasses.of(graph, (species, k, l) -> PiecewisePolynomial.polynomial(species, 1))
                .orElseThrow();
    }

    private static CompiledGraph random(int n, int springs, int species, long seed) {
        RandomGenerator random = RandomStreams.of(seed, "springs", n);
        CompiledGraph.Builder builder = CompiledGraph.builder(n);
        Set<Integer> taken = new HashSet<>();
        for (int k = 0; k < springs; k++) {
            int i = random.nextInt(n);
            // Few offsets, so that there are runs.
            int j = Math.min(n - 1, i + 1 + random.nextInt(3));
            if (i != j && taken.add(i * n + j)) {
                builder.spring(i, j, 1, 1, random.nextInt(species));
            }
        }
        if (taken.add(n - 1)) {
            builder.spring(0, n - 1, 1, 1, 0);
        }
        return builder.build();
    }

    private static void check(CompiledGraph graph, String where) {
        PairClasses classes = classes(graph);
        EdgeRuns runs = new EdgeRuns(graph, classes, true);
        boolean[] met = new boolean[graph.edges()];
        for (int run = 0; run < runs.runs.size(); run++) {
            int gap = runs.runs.get(run, 4);
            int gapEnd = run + 1 < runs.runs.size() ? runs.runs.get(run + 1, 4) : runs.gaps.size();
            for (int k = 0; k < runs.runs.get(run, 2); k++) {
                int i = runs.runs.get(run, 0) + k;
                int e = graph.edgeBetween(i, i + runs.runs.get(run, 1));
                if (gap < gapEnd && runs.gaps.get(gap, 0) == i) {
                    gap++;
                    // A gap has no spring, or one of another class.
                    assertTrue(e < 0 || classes.index(e) != runs.runs.get(run, 3), where);
                } else {
                    meet(met, e, where);
                    assertEquals(classes.index(e), runs.runs.get(run, 3), where);
                }
            }
            assertEquals(gapEnd, gap, where);
        }
        for (int k = 0; k < runs.loose.size(); k++) {
            int e = graph.edgeBetween(runs.loose.get(k, 0), runs.loose.get(k, 1));
            meet(met, e, where);
            assertEquals(classes.index(e), runs.loose.get(k, 2), where);
        }
        for (boolean once : met) {
            assertTrue(once, where);
        }
    }

    private static void meet(boolean[] met, int e, String where) {
        assertTrue(e >= 0 && !met[e], where);
        met[e] = true;
    }

    @Property(tries = 300)
    void everySpringIsInOneRunOrLoose(
            @ForAll @IntRange(min = 4, max = 120) int n,
            @ForAll @IntRange(min = 0, max = 300) int springs,
            @ForAll @IntRange(min = 1, max = 3) int species,
            @ForAll long seed) {
        check(
                random(n, springs, species, seed),
                "n=" + n + " springs=" + springs + " species=" + species + " seed=" + seed);
    }

    @Example
    void latticesAreFewRuns() {
        for (Structure structure : new Structure[] {
            Structure.chain(500, true),
            Structure.square(20, 30, true),
            Structure.cubic(7, 8, 9, true),
            Structure.triangular(20, 20, true),
            Structure.honeycomb(12, 14, true)
        }) {
            check(structure.compile(1, 1, 1), structure.toString());
        }
        CompiledGraph cubic = Structure.cubic(16, 16, 16, false).compile(1, 1, 1);
        EdgeRuns runs = new EdgeRuns(cubic, classes(cubic), true);
        assertEquals(3, runs.runs.size());
        assertEquals(0, runs.loose.size());
        // One gap at the end of every row but the last, and a row of them at the end of every plane but the last.
        assertEquals(255 + 15 * 16, runs.gaps.size());
    }

    @Example
    void allSpringsAreLooseIfAskedFor() {
        CompiledGraph cubic = Structure.cubic(5, 5, 5, false).compile(1, 1, 1);
        EdgeRuns runs = new EdgeRuns(cubic, classes(cubic), false);
        assertEquals(0, runs.runs.size());
        assertEquals(cubic.edges(), runs.loose.size());
    }
}
