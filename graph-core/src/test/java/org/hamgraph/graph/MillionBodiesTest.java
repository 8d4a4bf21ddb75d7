package org.hamgraph.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicReference;
import org.hamgraph.Allocation;
import org.jgrapht.Graph;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class MillionBodiesTest {
    private static final int SIDE = 100;
    private static CompiledGraph cube;

    @BeforeAll
    static void compile() {
        cube = Structure.cubic(SIDE, SIDE, SIDE, false).compile(1, 10, 1);
    }

    private static Body body(int x, int y, int z) {
        return Body.of((x * SIDE + y) * SIDE + z, 1);
    }

    @Test
    void theLatticeHasTheBondsOfTheClosedForm() {
        assertEquals(1_000_000, cube.nodes());
        assertEquals(3 * SIDE * SIDE * (SIDE - 1), cube.edges());
        assertEquals(
                3 * SIDE * SIDE * SIDE, Structure.cubic(SIDE, SIDE, SIDE, true).bonds());
    }

    @Test
    void theViewAnswersAboutBodiesAndSprings() {
        Graph<Body, Spring> view = cube.asGraph();
        assertEquals(1_000_000, view.vertexSet().size());
        assertEquals(cube.edges(), view.edgeSet().size());
        assertEquals(3, view.degreeOf(body(0, 0, 0)));
        assertEquals(5, view.degreeOf(body(50, 0, 50)));
        assertEquals(6, view.degreeOf(body(50, 50, 50)));
        assertEquals(10, view.getEdgeWeight(view.getEdge(body(50, 50, 50), body(50, 51, 50))));
        assertNull(view.getEdge(body(50, 50, 50), body(51, 51, 50)));
        assertEquals(6, view.edgesOf(body(99 - 1, 98, 98)).size());
    }

    @Test
    void theViewMakesNoObjectsBeforeItIsAsked() {
        AtomicReference<Graph<Body, Spring>> view = new AtomicReference<>();
        cube.asGraph(); // load its classes
        long bytes = Allocation.bytesOf(() -> view.set(cube.asGraph()));
        // A handful of objects; one object for each body alone would take 16 million bytes.
        assertTrue(bytes > 0 && bytes < 2000, () -> bytes + " bytes");
        long questions = Allocation.bytesOf(() -> view.get().degreeOf(body(50, 50, 50)));
        assertTrue(questions < 2000, () -> questions + " bytes");
    }
}
