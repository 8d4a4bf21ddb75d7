package org.hamgraph.phase;

import static org.hamgraph.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhaseLayoutTest {
    private final PhaseLayout layout = new PhaseLayout(20, 3);

    @Test
    void positionsComeFirstThenMomenta() {
        assertEquals(60, layout.half());
        assertEquals(120, layout.size());
        assertEquals(0, new PhaseLayout(0, 2).size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "0; q of body 0, axis 0",
                "59; q of body 19, axis 2",
                "60; p of body 0, axis 0",
                "112; p of body 17, axis 1",
                "119; p of body 19, axis 2"
            })
    void everyPlaceHasAName(int place, String name) {
        assertEquals(name, layout.describe(place));
    }

    @Test
    void everyPlaceIsNamedByItsBodyAndAxis() {
        PhaseLayout small = new PhaseLayout(3, 2);
        for (int body = 0; body < 3; body++) {
            for (int axis = 0; axis < 2; axis++) {
                String where = " of body " + body + ", axis " + axis;
                assertEquals("q" + where, small.describe(body * 2 + axis));
                assertEquals("p" + where, small.describe(6 + body * 2 + axis));
            }
        }
    }

    @Test
    void aStateOfTheRightLengthIsReturnedItself() {
        double[] y = new double[120];
        assertSame(y, layout.check(y));
        assertRefused("state y [2*n*dim] must have length 120, found 60", () -> layout.check(new double[60]));
    }

    @Test
    void badNumbersAreRefused() {
        assertRefused("number of bodies must be at least 0, found -1", () -> new PhaseLayout(-1, 3));
        assertRefused("dimension must be 1, 2 or 3, found 0", () -> new PhaseLayout(1, 0));
        assertRefused("dimension must be 1, 2 or 3, found 4", () -> new PhaseLayout(1, 4));
    }
}
