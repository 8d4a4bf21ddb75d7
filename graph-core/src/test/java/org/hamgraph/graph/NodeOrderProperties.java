package org.hamgraph.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hamgraph.phase.PairwiseHamiltonian;
import org.hamgraph.support.RandomStreams;
import org.jgrapht.alg.connectivity.ConnectivityInspector;

class NodeOrderProperties {
    /** Returns the share of springs in runs by looking every spring up. */
    private static double inRunsByLookup(CompiledGraph graph) {
        int springs = 0;
        for (int e = 0; e < graph.edges(); e++) {
            int i = graph.first(e);
            int c = graph.second(e) - i;
            int low = i;
            while (low > 0 && graph.edgeBetween(low - 1, low - 1 + c) >= 0) {
                low--;
            }
            int high = i;
            while (high + 1 + c < graph.nodes() && graph.edgeBetween(high + 1, high + 1 + c) >= 0) {
                high++;
            }
            springs += high - low + 1 >= 8 ? 1 : 0;
        }
        return springs / (double) Math.max(1, graph.edges());
    }

    private static CompiledGraph sparse(int n, int springs, long seed) {
        var random = RandomStreams.of(seed, "sparse", n);
        CompiledGraph.Builder builder = CompiledGraph.builder(n);
        Set<Integer> pairs = new TreeSet<>();
        for (int k = 0; k < springs; k++) {
            int a = random.nextInt(n);
            int b = random.nextInt(n);
            if (a != b && pairs.add(Math.min(a, b) * n + Math.max(a, b))) {
                builder.spring(a, b, 1, 1, 0);
            }
        }
        return builder.build();
    }

    /** Counts the components whose bodies do not follow each other without a gap. */
    private static int tornComponents(CompiledGraph graph) {
        int torn = 0;
        for (Set<Body> component : new ConnectivityInspector<>(graph.asGraph()).connectedSets()) {
            int[] index = component.stream().mapToInt(Body::index).sorted().toArray();
            torn += index[index.length - 1] - index[0] + 1 == index.length ? 0 : 1;
        }
        return torn;
    }

    @Property(tries = 200)
    void theMeasuresAreThoseOfTheRenumberedGraph(
            @ForAll @IntRange(min = 2, max = 40) int n,
            @ForAll @IntRange(min = 0, max = 400) int springs,
            @ForAll long seed) {
        CompiledGraph graph = sparse(n, springs, seed);
        for (NodeOrder order : new NodeOrder[] {NodeOrder.present(graph), NodeOrder.reverseCuthillMcKee(graph)}) {
            String where = "n=" + n + " springs=" + springs + " seed=" + seed;
            int[] newIndex = new int[n];
            Arrays.setAll(newIndex, order.permutation()::newIndex);
            // Refuses what is no permutation.
            CompiledGraph moved = NodePermutation.copyOf(newIndex).apply(graph);
            assertEquals(inRunsByLookup(moved), order.inRuns(), 0, where);
            double span = 0;
            for (int e = 0; e < moved.edges(); e++) {
                span += moved.second(e) - moved.first(e);
            }
            assertEquals(span / Math.max(1, moved.edges()), order.meanSpan(), 0, where);
        }
    }

    @Property(tries = 100)
    void everyComponentStaysTogether(
            @ForAll @IntRange(min = 2, max = 60) int n,
            @ForAll @IntRange(min = 0, max = 60) int springs,
            @ForAll long seed) {
        CompiledGraph graph = sparse(n, springs, seed);
        CompiledGraph moved = NodeOrder.reverseCuthillMcKee(graph).permutation().apply(graph);
        assertEquals(0, tornComponents(moved), () -> "n=" + n + " springs=" + springs + " seed=" + seed);
    }

    @Example
    void tornComponentsAreSeen() {
        assertTrue(tornComponents(sparse(60, 30, 1)) > 0);
    }

    @Property(tries = 100)
    void pathsRingsAndGridsGetTheBandwidthOfTheirWidth(
            @ForAll @IntRange(min = 3, max = 25) int a, @ForAll @IntRange(min = 3, max = 25) int b, @ForAll long seed) {
        String where = "a=" + a + " b=" + b + " seed=" + seed;
        CompiledGraph path = new ShuffledLattice(Structure.chain(a * b, false), 0, 0, seed).graph;
        CompiledGraph ring = new ShuffledLattice(Structure.ring(a * b), 0, 0, seed).graph;
        CompiledGraph grid = new ShuffledLattice(Structure.square(a, b, false), 0, 0, seed).graph;
        assertEquals(1, ShuffledLattice.bandwidth(path, NodeOrder.reverseCuthillMcKee(path)), where);
        assertEquals(2, ShuffledLattice.bandwidth(ring, NodeOrder.reverseCuthillMcKee(ring)), where);
        int wide = ShuffledLattice.bandwidth(grid, NodeOrder.reverseCuthillMcKee(grid));
        // No numbering of a grid has a bandwidth below the smaller side (Chvatalova 1975).
        assertTrue(wide >= Math.min(a, b) && wide <= Math.min(a, b) + 1, () -> wide + " for " + where);
    }

    @Example
    void numbersDrawnAtRandomHaveALargeBandwidth() {
        CompiledGraph grid = new ShuffledLattice(Structure.square(9, 9, false), 0, 0, 1).graph;
        assertTrue(ShuffledLattice.bandwidth(grid, NodeOrder.present(grid)) > 40);
    }

    @Example
    void theOrderOfCuthillAndMcKeeDependsOnTheNumbersThereWere() {
        ShuffledLattice one = new ShuffledLattice(Structure.ring(30), 0.1, 0, 1);
        ShuffledLattice other = new ShuffledLattice(Structure.ring(30), 0.1, 0, 2);
        double[] q = NodeOrder.reverseCuthillMcKee(one.graph).permutation().apply(one.q, 2);
        double[] again =
                NodeOrder.reverseCuthillMcKee(other.graph).permutation().apply(other.q, 2);
        assertFalse(Arrays.equals(q, again));
    }

    @Property(tries = 100)
    void energyAndForcesComeBackToTheirBodies(
            @ForAll Lattice lattice,
            @ForAll @IntRange(min = 3, max = 8) int side,
            @ForAll boolean periodic,
            @ForAll long seed) {
        Structure structure = lattice.of(side, 2 * (side / 2) + 2, 4, periodic);
        ShuffledLattice system = new ShuffledLattice(structure, 0.2, seed, seed);
        int dim = system.box.dim();
        NodePermutation there = NodeOrder.reverseCuthillMcKee(system.graph).permutation();
        double[] y = Arrays.copyOf(system.q, 2 * system.q.length);
        PairwiseHamiltonian before = new Harmonic(system.graph, system.box);
        PairwiseHamiltonian after = new Harmonic(there.apply(system.graph), system.box);
        double[] force = new double[system.q.length];
        double[] moved = new double[system.q.length];
        before.force(y, force, 0);
        after.force(there.apply(y, dim), moved, 0);
        double[] back = there.inverse().apply(moved, dim);
        // Springs exert the same forces; sums of at most 6 of them, each below 10 * extension, are rounded differently.
        double tolerance = 2 * 6 * 6 * 10 * Math.ulp(1.0);
        String where = lattice + " side=" + side + " periodic=" + periodic + " seed=" + seed;
        for (int k = 0; k < force.length; k++) {
            assertEquals(force[k], back[k], tolerance, where);
        }
        double energy = before.energy(y);
        assertEquals(energy, after.energy(there.apply(y, dim)), 1e-13 * structure.nodes() * Math.max(1, energy), where);
        // Forces left at their new places are wrong.
        assertTrue(distance(force, there.apply(back, dim)) > tolerance || isIdentity(there), where);
    }

    private static double distance(double[] a, double[] b) {
        double greatest = 0;
        for (int k = 0; k < a.length; k++) {
            greatest = Math.max(greatest, Math.abs(a[k] - b[k]));
        }
        return greatest;
    }

    private static boolean isIdentity(NodePermutation permutation) {
        boolean identity = true;
        for (int i = 0; i < permutation.size(); i++) {
            identity &= permutation.newIndex(i) == i;
        }
        return identity;
    }

    private static final class Harmonic extends PairwiseHamiltonian {
        Harmonic(CompiledGraph graph, Box box) {
            super(graph, box);
        }

        @Override
        protected double pairEnergy(int edge, double r) {
            double x = r - graph().restLength(edge);
            return 0.5 * graph().stiffness(edge) * x * x;
        }

        @Override
        protected double pairSlope(int edge, double r) {
            return graph().stiffness(edge) * (r - graph().restLength(edge));
        }
    }
}
