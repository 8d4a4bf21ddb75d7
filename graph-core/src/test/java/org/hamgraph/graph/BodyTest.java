package org.hamgraph.graph;

import static org.hamgraph.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {
    @Test
    void theShortFormIsOfSpeciesZero() {
        assertEquals(new Body(3, 1.5, 0), Body.of(3, 1.5));
    }

    @Test
    void bodiesAreEqualIfAllPartsAre() {
        Body body = new Body(3, 1.5, 2);
        assertEquals(new Body(3, 1.5, 2), body);
        assertNotEquals(new Body(4, 1.5, 2), body);
        assertNotEquals(new Body(3, Math.nextUp(1.5), 2), body);
        assertNotEquals(new Body(3, 1.5, 1), body);
    }

    @Test
    void aNegativeIndexIsRefused() {
        assertRefused("body index must be at least 0, found -1", () -> new Body(-1, 1, 0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aMassThatIsNotPositiveIsRefused(double mass) {
        assertRefused("mass must be positive and finite, found " + mass, () -> new Body(0, mass, 0));
    }

    @Test
    void aNegativeSpeciesIsRefused() {
        assertRefused("species must be at least 0, found -2", () -> new Body(0, 1, -2));
    }
}
