package org.hamgraph.hgn.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hamgraph.feature.InvariantFeatures;
import org.hamgraph.graph.CompiledGraph;

/** The compiled form of a learned energy is the learned energy. */
class CompiledHamiltonianProperties {
    /** The same functions, evaluated by the network and compiled. */
    private record Pair(LearnedHamiltonian direct, LearnedHamiltonian compiled) {
        static Pair of(RandomNetwork random, int order) {
            Continuation continuation = new Continuation(order);
            InvariantFeatures features = random.network().features();
            List<LearnedFunction> body = IntStream.range(
                            0, random.network().bodyLayers().size())
                    .mapToObj(t -> random.bodyFunction(t, continuation))
                    .toList();
            List<List<LearnedFunction>> edge = IntStream.range(
                            0, random.network().edgeLayers().size())
                    .mapToObj(t -> IntStream.range(0, features.edgeChannels().size())
                            .mapToObj(c -> random.edgeFunction(t, c, continuation))
                            .toList())
                    .toList();
            List<ScalarFunction> tables = body.stream()
                    .map(f ->
                            TabulatedFunction.of(f).<ScalarFunction>map(t -> t).orElseThrow())
                    .toList();
            return new Pair(
                    new LearnedHamiltonian(random.graph(), random.box(), features, body, edge, 0, null),
                    new LearnedHamiltonian(
                            random.graph(),
                            random.box(),
                            features,
                            tables,
                            edge,
                            0,
                            new CompiledSlopes(features, edge)));
        }
    }

    /** Largest pull of a spring over the range of its coordinate. */
    private static double largestPull(RandomNetwork random, LearnedHamiltonian direct, int e) {
        CompiledGraph graph = random.graph();
        Range range = random.network().edgeLayers().get(graph.springSpecies(e)).range();
        double slope = random.network().features().edgeCoordinate().slope(graph.restLength(e));
        double zero = random.network().features().edgeCoordinate().of(0, graph.restLength(e));
        double largest = 0;
        for (int k = 0; k <= 100; k++) {
            double x = range.low() + range.width() * k / 100;
            largest = Math.max(largest, Math.abs(direct.pairSlope(e, (x - zero) / slope)));
        }
        return largest;
    }

    /** What the stated error of every spring at a body, and rounding, add up to. */
    private static double tolerance(RandomNetwork random, LearnedHamiltonian direct) {
        double sum = 0;
        for (int e = 0; e < random.graph().edges(); e++) {
            double r = random.box()
                    .distance(
                            random.y(), random.graph().first(e), random.graph().second(e));
            sum += TabulatedFunction.TOLERANCE * (largestPull(random, direct, e) + Math.abs(direct.pairSlope(e, r)));
        }
        return sum;
    }

    private static double largestDifference(Pair pair, double[] y) {
        double[] exact = new double[y.length];
        double[] found = new double[y.length];
        pair.direct.force(y, exact, 0);
        pair.compiled.force(y, found, 0);
        double worst = 0;
        for (int k = 0; k < y.length; k++) {
            worst = Math.max(worst, Math.abs(exact[k] - found[k]));
        }
        return worst;
    }

    @Property(tries = 150)
    void forcesAgreeToTheStatedError(
            @ForAll @IntRange(min = 2, max = 8) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll @IntRange(min = 1, max = 2) int species,
            @ForAll @IntRange(min = 0, max = 3) int order,
            @ForAll long seed) {
        RandomNetwork random = RandomNetwork.of(n, dim, species, seed);
        Pair pair = Pair.of(random, order);
        double difference = largestDifference(pair, random.y());
        double tolerance = tolerance(random, pair.direct);
        assertTrue(
                difference <= tolerance,
                () -> difference + " above " + tolerance + ": n=" + n + " dim=" + dim + " species=" + species
                        + " order=" + order + " seed=" + seed);
    }

    @Property(tries = 100)
    void velocitiesAgreeToTheStatedError(
            @ForAll @IntRange(min = 1, max = 8) int n,
            @ForAll @IntRange(min = 0, max = 3) int order,
            @ForAll long seed) {
        RandomNetwork random = RandomNetwork.of(n, 2, 2, seed);
        Pair pair = Pair.of(random, order);
        double[] exact = new double[2 * n];
        double[] found = new double[2 * n];
        pair.direct.velocity(random.y(), exact, 0);
        pair.compiled.velocity(random.y(), found, 0);
        double largest = 1;
        for (double v : exact) {
            largest = Math.max(largest, Math.abs(v));
        }
        for (int k = 0; k < exact.length; k++) {
            // Slopes of random functions change sign, so the error counts against the largest; factors 2, p and 1/m.
            assertEquals(exact[k], found[k], 100 * TabulatedFunction.TOLERANCE * largest, "seed=" + seed);
        }
    }

    @Example
    void anotherContinuationIsSeen() {
        RandomNetwork random = RandomNetwork.of(8, 1, 1, 3);
        Pair pair = Pair.of(random, 1);
        Pair other = Pair.of(random, 2);
        double difference = largestDifference(new Pair(pair.direct, other.compiled), random.y());
        assertTrue(difference > 100 * tolerance(random, pair.direct), "difference " + difference);
    }
}
