package org.hamgraph.hgn.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.hamgraph.feature.ScalarInput;
import org.hamgraph.hgn.network.CoordinateLayer;
import org.junit.jupiter.api.Test;

class LayerBuilderTest {
    private final LayerBuilder builder = new LayerBuilder(TrainerOptions.defaults());

    private CoordinateLayer build(String purpose, int species, List<ScalarInput> inputs, double... x) {
        return builder.build(purpose, species, inputs, x, new double[0], 6);
    }

    @Test
    void inputsAreStandardisedByMeanAndDeviationOfTheData() {
        CoordinateLayer layer =
                build("edges", 0, List.of(ScalarInput.LINEAR, ScalarInput.LOG), 1, Math.E, Math.E * Math.E);
        double mean = (1 + Math.E + Math.E * Math.E) / 3;
        double square = (1 + Math.pow(Math.E, 2) + Math.pow(Math.E, 4)) / 3;
        assertArrayEquals(new double[] {mean, 1}, layer.means(), 1e-15 * 4);
        assertArrayEquals(
                new double[] {Math.sqrt(square - mean * mean), Math.sqrt(2.0 / 3)}, layer.deviations(), 1e-14);
        assertEquals(1, layer.range().low());
        assertEquals(Math.E, layer.range().median());
        assertEquals(Math.E * Math.E, layer.range().high());
    }

    @Test
    void anInputThatNeverVariesKeepsItsScale() {
        CoordinateLayer layer = build("bodies", 0, List.of(ScalarInput.LINEAR), 0.3, 0.3, 0.3);
        assertArrayEquals(new double[] {1}, layer.deviations(), 0);
        CoordinateLayer zero = build("bodies", 0, List.of(ScalarInput.LINEAR), 0, 0);
        assertArrayEquals(new double[] {1}, zero.deviations(), 0);
        CoordinateLayer narrow = build("bodies", 0, List.of(ScalarInput.LINEAR), 1, 1 + 0x1p-30);
        assertArrayEquals(new double[] {0x1p-31}, narrow.deviations(), 1e-16);
    }

    @Test
    void largeOffsetsAreNoObstacle() {
        CoordinateLayer layer = build("bodies", 0, List.of(ScalarInput.LINEAR), 1e6 + 1, 1e6 - 1);
        assertArrayEquals(new double[] {1e6}, layer.means(), 0);
        assertArrayEquals(new double[] {1}, layer.deviations(), 0);
    }

    @Test
    void everySpeciesAndKindDrawsWeightsOfItsOwn() {
        double[] one =
                build("bodies", 0, List.of(ScalarInput.LINEAR), 1, 2).layer().weights();
        double[] two =
                build("bodies", 1, List.of(ScalarInput.LINEAR), 1, 2).layer().weights();
        double[] three =
                build("edges", 0, List.of(ScalarInput.LINEAR), 1, 2).layer().weights();
        assertFalse(Arrays.equals(one, two) || Arrays.equals(one, three) || Arrays.equals(two, three));
    }

    @Test
    void coordinatesThatAnInputCannotTakeAreRefused() {
        assertEquals(
                "coordinates of edges of species 2 must be above 2.0E-9 for the input reciprocal, found 1.0E-9",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> build("edges", 2, List.of(ScalarInput.LINEAR, ScalarInput.RECIPROCAL), 1e-9, 2))
                        .getMessage());
    }

    @Test
    void amplificationIsTheSumOfTermsOverTheResult() {
        // All terms of one sign amplify nothing; (3 + 2) / (3 - 2) of two equal units of opposite coefficients.
        CoordinateLayer layer = build("edges", 0, List.of(ScalarInput.LINEAR), 1, 2);
        double[] theta = new double[12];
        theta[0] = 3;
        assertEquals(1, Amplification.of(layer, theta, 0, 1), 1e-15);
        theta[6] = -2;
        assertEquals(5, Amplification.of(layer, theta, 0, 1, 1), 1e-13);
        assertEquals(2, Amplification.of(layer, theta, 0, 1, 0.5), 1e-13);
        assertEquals(0, Amplification.of(layer, new double[6], 0, 1), 0);
    }
}
