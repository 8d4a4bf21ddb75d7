package org.hamgraph.hgn.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hamgraph.support.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PairSchemesTest {
    private static final double GAIN = 0.25;

    static Stream<WeightScheme> pairSchemes() {
        return Stream.of(new UniformSwim(GAIN), new Swim(GAIN), new ApproximateSwim(GAIN));
    }

    static Stream<Arguments> pairSchemesInEveryDimension() {
        return pairSchemes().flatMap(scheme -> IntStream.rangeClosed(1, 3).mapToObj(d -> Arguments.of(scheme, d)));
    }

    private static DenseLayer draw(WeightScheme scheme, LayerInputs inputs, int width, long seed) {
        return scheme.sample(inputs, width, RandomStreams.of(seed, "weights", 0));
    }

    @ParameterizedTest
    @MethodSource("pairSchemesInEveryDimension")
    void everyUnitSpansTwoDistantPointsAndNoTwoUnitsTheSame(WeightScheme scheme, int dim) {
        LayerInputs inputs = SampleInputs.normal(40, dim, 5);
        DenseLayer layer = draw(scheme, inputs, 60, 9);
        Set<SampleInputs.Pair> pairs = new HashSet<>();
        for (int a = 0; a < layer.width(); a++) {
            SampleInputs.Pair pair = SampleInputs.behind(layer, a, inputs, GAIN);
            assertNotNull(pair, "unit " + a);
            assertTrue(inputs.distance(pair.from(), pair.to()) >= 0.1, "unit " + a + " " + pair);
            assertTrue(pairs.add(pair), "unit " + a + " " + pair);
        }
    }

    @Test
    void unitsOfAnotherOriginSpanNoTwoPoints() {
        LayerInputs inputs = SampleInputs.normal(40, 1, 5);
        DenseLayer layer = draw(Elm.defaults(), inputs, 60, 9);
        assertTrue(IntStream.range(0, 60).allMatch(a -> SampleInputs.behind(layer, a, inputs, GAIN) == null));
        assertNull(SampleInputs.behind(draw(new UniformSwim(1), inputs, 1, 9), 0, inputs, GAIN));
    }

    @Test
    void pairsAreDrawnInProportionToTheChangeOfSlopeOverTheirDistance() {
        // Slope changes over distances: 1/1, 3/2 and 4/3 for the pairs (0,1), (1,2), (0,2): of every 23 draws 6, 9 and
        // 8.
        LayerInputs inputs = LayerInputs.copyOf(1, new double[] {0, 1, 3}, new double[] {0, 1, 4});
        double[] expected = {6.0 / 23, 8.0 / 23, 9.0 / 23};
        assertTrue(sigmas(frequencies(new Swim(GAIN), inputs), expected) < 5);
        assertTrue(sigmas(frequencies(new ApproximateSwim(GAIN), inputs), expected) < 5);
        assertTrue(sigmas(frequencies(new UniformSwim(GAIN), inputs), expected) > 5);
    }

    private static final int DRAWS = 5000;

    /** How often the only unit of a layer spans the pairs (0,1), (0,2) and (1,2), in either direction. */
    private static double[] frequencies(WeightScheme scheme, LayerInputs inputs) {
        double[] frequency = new double[3];
        for (int seed = 0; seed < DRAWS; seed++) {
            SampleInputs.Pair pair = SampleInputs.behind(draw(scheme, inputs, 1, seed), 0, inputs, GAIN);
            frequency[pair.from() + pair.to() - 1] += 1.0 / DRAWS;
        }
        return frequency;
    }

    private static double sigmas(double[] frequency, double[] expected) {
        return IntStream.range(0, expected.length)
                .mapToDouble(
                        k -> Math.abs(frequency[k] - expected[k]) / Math.sqrt(expected[k] * (1 - expected[k]) / DRAWS))
                .max()
                .orElseThrow();
    }

    @Test
    void swimPutsItsUnitsAcrossAKink() {
        // A cable: slack below 0, pulling with force x above. Two slack points show no change of slope at all.
        double[] x = RandomStreams.of(2, "cable", 0).doubles(400, -2, 2).toArray();
        double[] slope = new double[x.length];
        for (int k = 0; k < x.length; k++) {
            slope[k] = Math.max(0, x[k]);
        }
        LayerInputs inputs = LayerInputs.copyOf(1, x, slope);
        assertEquals(0, slack(new Swim(GAIN), inputs, x));
        assertEquals(0, slack(new ApproximateSwim(GAIN), inputs, x));
        // Uniform pairs: a quarter of them, 50 of 200, give or take 5 standard deviations of 6.
        assertEquals(50, slack(new UniformSwim(GAIN), inputs, x), 31);
    }

    private static long slack(WeightScheme scheme, LayerInputs inputs, double[] x) {
        DenseLayer layer = draw(scheme, inputs, 200, 11);
        return IntStream.range(0, layer.width())
                .mapToObj(a -> SampleInputs.behind(layer, a, inputs, GAIN))
                .filter(pair -> x[pair.from()] < 0 && x[pair.to()] < 0)
                .count();
    }

    @ParameterizedTest
    @MethodSource("pairSchemes")
    void twoRowsServeAnyWidth(WeightScheme scheme) {
        LayerInputs inputs = LayerInputs.copyOf(1, new double[] {-1, 1}, new double[] {0, 1});
        DenseLayer layer = draw(scheme, inputs, 5, 9);
        assertEquals(5, layer.width());
        Set<SampleInputs.Pair> pairs = new HashSet<>();
        for (int a = 0; a < layer.width(); a++) {
            pairs.add(SampleInputs.behind(layer, a, inputs, GAIN));
        }
        assertEquals(Set.of(new SampleInputs.Pair(0, 1), new SampleInputs.Pair(1, 0)), pairs);
    }

    @ParameterizedTest
    @MethodSource("pairSchemes")
    void slopesThatNeverChangeLeaveAllPairsAlike(WeightScheme scheme) {
        LayerInputs inputs = LayerInputs.copyOf(1, new double[] {-1, 0, 1}, new double[] {2, 2, 2});
        DenseLayer layer = draw(scheme, inputs, 6, 9);
        assertEquals(
                6,
                IntStream.range(0, 6)
                        .mapToObj(a -> SampleInputs.behind(layer, a, inputs, GAIN))
                        .distinct()
                        .count());
    }

    @ParameterizedTest
    @MethodSource("pairSchemes")
    void closePointsServeWhereThereAreNoOthers(WeightScheme scheme) {
        LayerInputs inputs = LayerInputs.copyOf(1, new double[] {0.5, 0.5 + 1e-3}, new double[] {0, 1});
        DenseLayer layer = draw(scheme, inputs, 1, 9);
        assertEquals(GAIN * Math.log(3) / 1e-3, Math.abs(layer.weight(0, 0)), 1e-9);
    }

    @ParameterizedTest
    @MethodSource("pairSchemes")
    void equalInputsAreRefused(WeightScheme scheme) {
        LayerInputs inputs = LayerInputs.copyOf(1, new double[] {2, 2, 2}, new double[] {0, 1, 2});
        assertEquals(
                "training inputs must not all be equal, found 3 equal rows",
                assertThrows(IllegalArgumentException.class, () -> draw(scheme, inputs, 4, 9))
                        .getMessage());
    }
}
