package org.hamgraph.law.jqwik;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.NodePermutation;
import org.hamgraph.law.LawCheck;
import org.hamgraph.law.Laws;
import org.hamgraph.law.SystemRecipe;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.phase.RigidMotion;
import org.hamgraph.sim.force.SpringHamiltonian;

/** The example of the guide for jqwik, and what the arbitraries cover. */
class OwnModelProperties {
    @Property(tries = 200)
    void springsObeyEveryLaw(@ForAll BodySystem system, @ForAll @IntRange(max = 14) int law) {
        LawCheck.requireHolds(
                Laws.all().get(law), SpringHamiltonian::of, system, Path.of("target/counter-examples/springs"));
    }

    @Property(tries = 300)
    void systemsAreOfAllKinds(@ForAll SystemRecipe recipe) {
        BodySystem system = recipe.system();
        CompiledGraph graph = system.graph();
        assertTrue(graph.nodes() >= 1 && system.box().dim() == recipe.dim(), recipe.toString());
        Statistics.label("topology").collect(recipe.topology());
        Statistics.label("arrangement").collect(recipe.arrangement()).coverage(coverage -> {
            for (SystemRecipe.Arrangement arrangement : SystemRecipe.Arrangement.values()) {
                coverage.check(arrangement).count(count -> count > 10);
            }
        });
        Statistics.label("single")
                .collect(graph.nodes() == 1)
                .coverage(coverage -> coverage.check(true).count(count -> count > 0));
    }

    @Property(tries = 100)
    void motionsKeepDistancesAndPermutationsAreUndone(
            @ForAll("motions") RigidMotion motion, @ForAll("orders") NodePermutation order) {
        double[] y = new double[2 * order.size() * 3];
        Arrays.setAll(y, k -> Math.sin(7 * k));
        double[] moved = motion.apply(y);
        double before = Box.open(3).distance(y, 0, 4);
        // Coordinates are below 20: some roundings of them.
        assertEquals(before, Box.open(3).distance(moved, 0, 4), 64 * Math.ulp(20.0));
        assertArrayEquals(y, order.inverse().apply(order.apply(y, 3), 3));
    }

    @Provide
    Arbitrary<RigidMotion> motions() {
        return LawArbitraries.motions(3);
    }

    @Provide
    Arbitrary<NodePermutation> orders() {
        return LawArbitraries.permutations(5);
    }
}
