package org.hamgraph.hgn.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.hamgraph.feature.ScalarInput;
import org.hamgraph.hgn.sample.Activation;
import org.hamgraph.hgn.sample.DenseLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class CoordinateLayerTest {
    private static final Range RANGE = new Range(0, 1, 0.5);
    private static final DenseLayer ONE_UNIT = DenseLayer.copyOf(2, new double[] {3, -2}, new double[] {0.5});

    private final CoordinateLayer layer = new CoordinateLayer(
            List.of(ScalarInput.LINEAR, ScalarInput.LOG),
            new double[] {1, 2},
            new double[] {4, 0.5},
            ONE_UNIT,
            Activation.SINE,
            RANGE);

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void oneUnitIsTheOneWorkedOutByHand() {
        double e = Math.E;
        double argument = 0.5 + 3 * (e - 1) / 4 - 2 * (1 - 2) / 0.5;
        double slope = 3.0 / 4 - 2 / 0.5 / e;
        double[] out = new double[1];
        layer.features(e, out, 0);
        assertEquals(Math.sin(argument), out[0], 1e-15);
        layer.slopes(e, out, 0);
        assertEquals(Math.cos(argument) * slope, out[0], 2e-15);
        double[] series = layer.series(e, new double[] {10}, 2);
        // u'' = 2 / 0.5 / x^2
        double second = 10 * (Math.cos(argument) * 4 / (e * e) - Math.sin(argument) * slope * slope) / 2;
        assertArrayEquals(
                new double[] {10 * Math.sin(argument), 10 * Math.cos(argument) * slope, second}, series, 2e-14);
    }

    @Test
    void partsAreHandedOutAsCopies() {
        layer.means()[0] = 100;
        layer.deviations()[0] = 100;
        assertArrayEquals(new double[] {1, 2}, layer.means());
        assertArrayEquals(new double[] {4, 0.5}, layer.deviations());
        assertEquals(List.of(ScalarInput.LINEAR, ScalarInput.LOG), layer.inputs());
        assertSame(ONE_UNIT, layer.layer());
        assertSame(Activation.SINE, layer.activation());
        assertSame(RANGE, layer.range());
        assertEquals(1, layer.width());
    }

    private static CoordinateLayer of(List<ScalarInput> inputs, double[] mean, double[] deviation) {
        return new CoordinateLayer(inputs, mean, deviation, ONE_UNIT, Activation.TANH, RANGE);
    }

    @Test
    void partsMustFitTogether() {
        List<ScalarInput> two = List.of(ScalarInput.LINEAR, ScalarInput.LOG);
        assertRefused("inputs must be one to three, found 0", () -> of(List.of(), new double[0], new double[0]));
        assertRefused(
                "inputs must be one to three, found 4",
                () -> of(List.of(ScalarInput.values()), new double[4], new double[4]));
        assertRefused("means [inputs] must have length 2, found 1", () -> of(two, new double[1], new double[] {1, 1}));
        assertRefused(
                "means must be finite, found NaN at index 1",
                () -> of(two, new double[] {0, Double.NaN}, new double[] {1, 1}));
        assertRefused("deviations [inputs] must have length 2, found 3", () -> of(two, new double[2], new double[3]));
        assertRefused(
                "deviation must be positive and finite, found 0.0", () -> of(two, new double[2], new double[] {1, 0}));
        assertRefused(
                "layer must take in 1 inputs, found 2",
                () -> of(List.of(ScalarInput.LOG), new double[1], new double[] {1}));
    }
}
