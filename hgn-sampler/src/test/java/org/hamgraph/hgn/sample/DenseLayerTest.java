package org.hamgraph.hgn.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class DenseLayerTest {
    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void weightsStandUnitAfterUnit() {
        DenseLayer layer = DenseLayer.copyOf(2, new double[] {1, 2, 3, 4, 5, 6}, new double[] {7, 8, 9});
        assertEquals(3, layer.width());
        assertEquals(2, layer.inputs());
        assertEquals(4, layer.weight(1, 1));
        assertEquals(5, layer.weight(2, 0));
        assertEquals(9, layer.bias(2));
    }

    @Test
    void arraysAreCopiedInAndOut() {
        double[] weight = {1};
        double[] bias = {2};
        DenseLayer layer = DenseLayer.copyOf(1, weight, bias);
        weight[0] = 10;
        bias[0] = 10;
        layer.weights()[0] = 10;
        layer.biases()[0] = 10;
        assertArrayEquals(new double[] {1}, layer.weights());
        assertArrayEquals(new double[] {2}, layer.biases());
    }

    @Test
    void shapesAndNumbersAreChecked() {
        assertRefused(
                "number of inputs must be at least 1, found 0",
                () -> DenseLayer.copyOf(0, new double[0], new double[1]));
        assertRefused(
                "weights [width*inputs] must have length 4, found 3",
                () -> DenseLayer.copyOf(2, new double[3], new double[2]));
        assertRefused(
                "weights must be finite, found NaN at index 1",
                () -> DenseLayer.copyOf(1, new double[] {0, Double.NaN}, new double[2]));
        assertRefused(
                "biases must be finite, found Infinity at index 0",
                () -> DenseLayer.copyOf(1, new double[1], new double[] {Double.POSITIVE_INFINITY}));
    }

    @Test
    void layerInputsKnowTheirShape() {
        LayerInputs inputs = LayerInputs.copyOf(2, new double[] {1, 2, 4, 6}, new double[] {3, 5});
        assertEquals(2, inputs.dim());
        assertEquals(2, inputs.rows());
        assertEquals(6, inputs.z(1, 1));
        assertEquals(5, inputs.slope(1));
        assertEquals(5, inputs.distance(0, 1), 1e-15);
        assertTrue(inputs.hasSlopes());
        assertFalse(LayerInputs.copyOf(2, new double[4], new double[0]).hasSlopes());
    }

    @Test
    void layerInputsAreChecked() {
        double[] none = {};
        assertRefused("number of inputs must be at least 1, found 0", () -> LayerInputs.copyOf(0, new double[1], none));
        assertRefused("number of input values must be at least 1, found 0", () -> LayerInputs.copyOf(1, none, none));
        assertRefused(
                "inputs [rows*2] and slopes [rows or 0] must have as many rows, found 3 and 0 values",
                () -> LayerInputs.copyOf(2, new double[3], none));
        assertRefused(
                "inputs [rows*2] and slopes [rows or 0] must have as many rows, found 4 and 4 values",
                () -> LayerInputs.copyOf(2, new double[4], new double[4]));
        assertRefused(
                "inputs must be finite, found NaN at index 0",
                () -> LayerInputs.copyOf(1, new double[] {Double.NaN}, none));
        assertRefused(
                "slopes must be finite, found NaN at index 1",
                () -> LayerInputs.copyOf(1, new double[2], new double[] {0, Double.NaN}));
    }
}
