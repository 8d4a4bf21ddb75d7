package org.hamgraph.graph;

import static org.hamgraph.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jgrapht.Graph;
import org.jgrapht.graph.SimpleGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpringTest {
    @Test
    void theSmallerEndComesFirst() {
        Spring spring = new Spring(5, 2, 10, 1, 3);
        assertEquals(2, spring.first());
        assertEquals(5, spring.second());
        assertEquals(new Spring(2, 5, 10, 1, 3), spring);
    }

    @Test
    void theShortFormIsOfSpeciesZero() {
        assertEquals(new Spring(2, 5, 10, 1, 0), Spring.between(Body.of(5, 1), Body.of(2, 7), 10, 1));
    }

    @Test
    void equalSpringsBetweenOtherBodiesAreDifferentEdges() {
        Spring one = new Spring(0, 1, 10, 1, 0);
        Spring other = new Spring(1, 2, 10, 1, 0);
        assertNotEquals(one, other);
        Graph<Body, Spring> graph = new SimpleGraph<>(Spring.class);
        for (int i = 0; i < 3; i++) {
            graph.addVertex(Body.of(i, 1));
        }
        assertTrue(graph.addEdge(Body.of(0, 1), Body.of(1, 1), one));
        assertTrue(graph.addEdge(Body.of(1, 1), Body.of(2, 1), other));
    }

    @Test
    void aNegativeIndexIsRefused() {
        assertRefused("body index must be at least 0, found -1", () -> new Spring(-1, 0, 1, 1, 0));
        assertRefused("body index must be at least 0, found -3", () -> new Spring(0, -3, 1, 1, 0));
    }

    @Test
    void aSpringFromABodyToItselfIsRefused() {
        assertRefused("a spring must join two different bodies, found 4 twice", () -> new Spring(4, 4, 1, 1, 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aStiffnessThatIsNotPositiveIsRefused(double stiffness) {
        assertRefused(
                "stiffness must be positive and finite, found " + stiffness, () -> new Spring(0, 1, stiffness, 1, 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
    void aNegativeRestLengthIsRefused(double length) {
        assertRefused(
                "restLength must be zero or positive and finite, found " + length,
                () -> new Spring(0, 1, 1, length, 0));
    }

    @Test
    void aRestLengthOfZeroIsAllowed() {
        assertEquals(0, new Spring(0, 1, 1, 0, 0).restLength());
    }

    @Test
    void aNegativeSpeciesIsRefused() {
        assertRefused("species must be at least 0, found -1", () -> new Spring(0, 1, 1, 1, -1));
    }
}
