package org.hamgraph.hgn.sample;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hamgraph.support.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WeightSchemeContractTest {
    static Stream<WeightScheme> everyScheme() {
        return Stream.of("elm", "uswim", "swim", "aswim").map(WeightScheme::of);
    }

    static Stream<Arguments> everySchemeInEveryDimension() {
        return everyScheme().flatMap(scheme -> IntStream.rangeClosed(1, 3).mapToObj(d -> Arguments.of(scheme, d)));
    }

    private static DenseLayer draw(WeightScheme scheme, int dim, int width, long seed) {
        return scheme.sample(SampleInputs.normal(30, dim, 1), width, RandomStreams.of(seed, "weights", 0));
    }

    @ParameterizedTest
    @MethodSource("everySchemeInEveryDimension")
    void aLayerHasTheAskedWidth(WeightScheme scheme, int dim) {
        // DenseLayer refuses numbers that are not finite.
        for (int width : new int[] {1, 2, 17, 500}) {
            DenseLayer layer = draw(scheme, dim, width, 7);
            assertEquals(width, layer.width());
            assertEquals(dim, layer.inputs());
        }
    }

    @ParameterizedTest
    @MethodSource("everySchemeInEveryDimension")
    void theSameSeedGivesTheSameBitsAndAnotherSeedOthers(WeightScheme scheme, int dim) {
        DenseLayer layer = draw(scheme, dim, 20, 7);
        assertArrayEquals(layer.weights(), draw(scheme, dim, 20, 7).weights(), 0);
        assertArrayEquals(layer.biases(), draw(scheme, dim, 20, 7).biases(), 0);
        assertFalse(Arrays.equals(layer.weights(), draw(scheme, dim, 20, 8).weights()));
        assertFalse(Arrays.equals(layer.biases(), draw(scheme, dim, 20, 8).biases()));
    }

    @ParameterizedTest
    @MethodSource("everySchemeInEveryDimension")
    void weightsGrowWithTheSteepness(WeightScheme scheme, int dim) {
        WeightScheme steep = with(scheme, 4 * scheme.steepness());
        double[] weight = draw(scheme, dim, 20, 7).weights();
        double[] steeper = draw(steep, dim, 20, 7).weights();
        assertArrayEquals(Arrays.stream(weight).map(w -> 4 * w).toArray(), steeper, 0);
    }

    private static WeightScheme with(WeightScheme scheme, double steepness) {
        if (scheme instanceof Elm) {
            return new Elm(steepness);
        }
        if (scheme instanceof UniformSwim) {
            return new UniformSwim(steepness);
        }
        return scheme instanceof Swim ? new Swim(steepness) : new ApproximateSwim(steepness);
    }

    @ParameterizedTest
    @MethodSource("everyScheme")
    void theLabelNamesTheScheme(WeightScheme scheme) {
        assertEquals(scheme, WeightScheme.of(scheme.label()));
    }

    @ParameterizedTest
    @MethodSource("everyScheme")
    void aLayerHasAtLeastOneUnit(WeightScheme scheme) {
        assertEquals(
                "width must be at least 1, found 0",
                assertThrows(IllegalArgumentException.class, () -> draw(scheme, 1, 0, 7))
                        .getMessage());
    }

    @ParameterizedTest
    @MethodSource("everyScheme")
    void slopesAreAskedForWhereTheSchemeSaysSo(WeightScheme scheme) {
        LayerInputs without = LayerInputs.copyOf(1, new double[] {0, 1, 2}, new double[0]);
        if (scheme.slopes() == WeightScheme.Slopes.NONE) {
            assertEquals(
                    5,
                    scheme.sample(without, 5, RandomStreams.of(1, "weights", 0)).width());
        } else {
            assertEquals(
                    "slopes must be given for every input row, found none",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> scheme.sample(without, 5, RandomStreams.of(1, "weights", 0)))
                            .getMessage());
        }
    }

    @Test
    void slopesComeFromWhereTheMethodTakesThem() {
        assertEquals(
                List.of(
                        WeightScheme.Slopes.NONE,
                        WeightScheme.Slopes.NONE,
                        WeightScheme.Slopes.MEASURED,
                        WeightScheme.Slopes.ESTIMATED),
                everyScheme().map(WeightScheme::slopes).toList());
    }

    @Test
    void steepnessIsPositive() {
        List<DoubleFunction<WeightScheme>> schemes =
                List.of(Elm::new, UniformSwim::new, Swim::new, ApproximateSwim::new);
        for (DoubleFunction<WeightScheme> scheme : schemes) {
            assertEquals(
                    "steepness must be positive and finite, found NaN",
                    assertThrows(IllegalArgumentException.class, () -> scheme.apply(Double.NaN))
                            .getMessage());
        }
    }

    @Test
    void anUnknownNameIsRefused() {
        assertEquals(
                "sampling must be elm, uswim, swim or aswim, found ELM",
                assertThrows(IllegalArgumentException.class, () -> WeightScheme.of("ELM"))
                        .getMessage());
    }
}
