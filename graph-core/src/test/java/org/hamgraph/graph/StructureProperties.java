package org.hamgraph.graph;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jgrapht.alg.connectivity.ConnectivityInspector;

class StructureProperties {
    private static final double SPACING = 1.7;

    /** Smallest periodic sizes the lattices have in common are 3 x 4 x 3, with an even number of rows. */
    private static Structure lattice(Lattice kind, int x, int y, int z, boolean periodic) {
        return periodic ? kind.of(x + 2, 2 * y + 2, z + 2, true) : kind.of(x, y, z, false);
    }

    /** Counts the pairs of bodies that are a spacing apart but not bonded, or bonded but not a spacing apart. */
    private static int wronglyBonded(CompiledGraph graph, double[] q, Box box) {
        int wrong = 0;
        for (int i = 0; i < graph.nodes(); i++) {
            for (int j = i + 1; j < graph.nodes(); j++) {
                // Coordinates below 32 round by 4e-15, the constants of the lattice and the root by as much again.
                boolean near = Math.abs(box.distance(q, i, j) / SPACING - 1) < 2e-14;
                wrong += near == graph.edgeBetween(i, j) >= 0 ? 0 : 1;
            }
        }
        return wrong;
    }

    private static int wronglyBonded(Structure structure) {
        return wronglyBonded(structure.compile(1, 1, 1), structure.positions(SPACING), structure.box(SPACING));
    }

    @Property(tries = 150)
    void bondsAreExactlyThePairsAtUnitDistance(
            @ForAll Lattice kind,
            @ForAll @IntRange(min = 1, max = 4) int x,
            @ForAll @IntRange(min = 1, max = 4) int y,
            @ForAll boolean periodic) {
        int z = 5 - x;
        assertEquals(
                0,
                wronglyBonded(lattice(kind, x, y, z, periodic)),
                () -> kind + " of " + x + " x " + y + " x " + z + " periodic=" + periodic);
    }

    @Property(tries = 20)
    void aRingIsARegularPolygon(@ForAll @IntRange(min = 3, max = 60) int n) {
        assertEquals(0, wronglyBonded(Structure.ring(n)), () -> "n=" + n);
    }

    @Example
    void aBondTooManyAndABodyOutOfPlaceAreSeen() {
        Structure chain = Structure.chain(4, false);
        double[] q = chain.positions(SPACING);
        CompiledGraph.Builder builder = CompiledGraph.builder(4);
        builder.spring(0, 1, 1, 1, 0)
                .spring(1, 2, 1, 1, 0)
                .spring(2, 3, 1, 1, 0)
                .spring(3, 0, 1, 1, 0);
        assertEquals(1, wronglyBonded(builder.build(), q, chain.box(SPACING)));
        q[3] *= 1 + 1e-12;
        assertEquals(1, wronglyBonded(chain.compile(1, 1, 1), q, chain.box(SPACING)));
    }

    @Property(tries = 150)
    void bodiesAndBondsAreAsManyAsTheClosedFormSays(
            @ForAll Lattice kind,
            @ForAll @IntRange(min = 1, max = 9) int x,
            @ForAll @IntRange(min = 1, max = 9) int y,
            @ForAll @IntRange(min = 1, max = 9) int z) {
        Structure open = kind.of(x, y, z, false);
        String where = kind + " of " + x + " x " + y + " x " + z;
        assertEquals(kind.nodes(x, y, z), open.nodes(), where);
        assertEquals(kind.openBonds(x, y, z), open.bonds(), where);
        Structure periodic = kind.of(x + 2, 2 * y + 2, z + 2, true);
        assertEquals(kind.nodes(x + 2, 2 * y + 2, z + 2), periodic.nodes(), where);
        assertEquals(kind.periodicBonds(x + 2, 2 * y + 2, z + 2), periodic.bonds(), where);
    }

    @Property(tries = 60)
    void everyBodyOfAPeriodicLatticeHasTheDegreeOfTheInside(
            @ForAll Lattice kind,
            @ForAll @IntRange(min = 1, max = 5) int x,
            @ForAll @IntRange(min = 1, max = 5) int y) {
        CompiledGraph graph = lattice(kind, x, y, x, true).compile(1, 1, 1);
        assertTrue(
                IntStream.range(0, graph.nodes()).allMatch(i -> graph.degree(i) == kind.degree),
                () -> kind + " of " + x + " x " + y);
    }

    @Property(tries = 60)
    void anOpenLatticeHasTheDegreeOfTheInsideAtMostAndThere(
            @ForAll Lattice kind,
            @ForAll @IntRange(min = 3, max = 6) int x,
            @ForAll @IntRange(min = 3, max = 6) int y) {
        CompiledGraph graph = kind.of(x, y, x, false).compile(1, 1, 1);
        assertEquals(
                kind.degree,
                IntStream.range(0, graph.nodes()).map(graph::degree).max().orElse(0),
                () -> kind + " of " + x + " x " + y);
    }

    @Property(tries = 80)
    void aLatticeIsConnectedAndItsGraphCompilesToItself(
            @ForAll Lattice kind,
            @ForAll @IntRange(min = 1, max = 4) int x,
            @ForAll @IntRange(min = 1, max = 4) int y,
            @ForAll boolean periodic) {
        // A single row of honeycomb cells is not joined.
        Structure structure = lattice(kind, x, y + 1, y, periodic);
        CompiledGraph graph = structure.compile(2, 3, 0.5);
        String where = kind + " of " + x + " x " + y + " periodic=" + periodic;
        assertTrue(new ConnectivityInspector<>(graph.asGraph()).isConnected(), where);
        assertTrue(RandomGraphs.same(graph, CompiledGraph.of(structure.graph(2, 3, 0.5))), where);
    }

    @Property(tries = 60)
    void moreDimensionsChangeNoDistance(
            @ForAll Lattice kind, @ForAll @IntRange(min = 1, max = 3) int x, @ForAll boolean periodic) {
        Structure structure = lattice(kind, x, x + 1, x, periodic);
        Structure wider = structure.in(3);
        assertEquals(3, wider.dim());
        double[] q = structure.positions(SPACING);
        double[] moved = wider.positions(SPACING);
        assertEquals(3 * structure.nodes(), moved.length);
        double[] distances = new double[structure.nodes()];
        double[] widerDistances = new double[structure.nodes()];
        for (int i = 0; i < structure.nodes(); i++) {
            distances[i] = structure.box(SPACING).distance(q, 0, i);
            widerDistances[i] = wider.box(SPACING).distance(moved, 0, i);
        }
        assertArrayEquals(distances, widerDistances, 0, () -> kind + " x=" + x + " periodic=" + periodic);
        assertTrue(RandomGraphs.same(structure.compile(1, 1, 1), wider.compile(1, 1, 1)));
    }
}
