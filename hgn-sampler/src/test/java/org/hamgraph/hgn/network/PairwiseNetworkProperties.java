package org.hamgraph.hgn.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;

class PairwiseNetworkProperties {
    private static final double STEP = Math.cbrt(Math.ulp(1.0));

    @Property(tries = 150)
    void jacobianTimesCoefficientsIsTheGradientOfTheHamiltonian(
            @ForAll @IntRange(min = 1, max = 9) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll @IntRange(min = 1, max = 3) int species,
            @ForAll long seed) {
        RandomNetwork system = RandomNetwork.of(n, dim, species, seed);
        double difference = tie(system, system.network().jacobian(system.graph(), system.box(), system.y()));
        assertTrue(
                difference < 1,
                () -> difference + " for n=" + n + " dim=" + dim + " species=" + species + " seed=" + seed + " "
                        + system);
    }

    /**
     * Largest difference of both routes to the gradient in units of what rounding allows: every component is a sum
     * over at most 2 n L products of at most |theta| times a slope, each rounded some ten times.
     */
    private static double tie(RandomNetwork system, double[] jacobian) {
        double[] theta = system.theta();
        int columns = theta.length;
        double[] gradient = new double[system.y().length];
        system.hamiltonian(0).gradient(system.y(), gradient);
        double slope = Arrays.stream(jacobian).map(Math::abs).max().orElseThrow();
        double norm1 = Arrays.stream(theta).map(Math::abs).sum();
        double allowed = 10 * Math.ulp(1.0) * slope * norm1 * system.graph().nodes();
        double worst = 0;
        for (int k = 0; k < gradient.length; k++) {
            double sum = 0;
            for (int a = 0; a < columns; a++) {
                sum += jacobian[k * columns + a] * theta[a];
            }
            worst = Math.max(worst, Math.abs(sum - gradient[k]));
        }
        return worst / allowed;
    }

    @Example
    void theTieTellsALostSpringOrAnotherChannel() {
        RandomNetwork system = RandomNetwork.of(6, 2, 2, 7);
        CompiledGraph graph = system.graph();
        CompiledGraph.Builder fewer = CompiledGraph.builder(6);
        CompiledGraph.Builder stiffer = CompiledGraph.builder(6);
        for (int i = 0; i < 6; i++) {
            fewer.body(i, graph.mass(i), graph.bodySpecies(i));
            stiffer.body(i, graph.mass(i), graph.bodySpecies(i));
        }
        for (int e = 0; e < graph.edges(); e++) {
            double k = graph.stiffness(e) * (1 + 1e-9);
            stiffer.spring(graph.first(e), graph.second(e), k, graph.restLength(e), graph.springSpecies(e));
            if (e > 0) {
                fewer.spring(
                        graph.first(e),
                        graph.second(e),
                        graph.stiffness(e),
                        graph.restLength(e),
                        graph.springSpecies(e));
            }
        }
        assertEquals(2, system.network().features().edgeChannels().size());
        assertTrue(tie(system, system.network().jacobian(fewer.build(), system.box(), system.y())) > 1e6);
        assertTrue(tie(system, system.network().jacobian(stiffer.build(), system.box(), system.y())) > 100);
    }

    @Property(tries = 60)
    void jacobianIsTheDerivativeOfTheFeatures(
            @ForAll @IntRange(min = 1, max = 6) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll @IntRange(min = 1, max = 3) int species,
            @ForAll long seed) {
        RandomNetwork system = RandomNetwork.of(n, dim, species, seed);
        double error = differenceError(system, system.network().jacobian(system.graph(), system.box(), system.y()));
        // Step^2/6 = 6e-12 times third derivatives: up to 10 by inputs, those up to 0.4^-3 by distances, a few springs
        // at a body.
        assertTrue(
                error < 1e-7,
                () -> error + " for n=" + n + " dim=" + dim + " species=" + species + " seed=" + seed + " " + system);
    }

    private static double differenceError(RandomNetwork system, double[] jacobian) {
        int columns = system.theta().length;
        double worst = 0;
        for (int k = 0; k < system.y().length; k++) {
            double[] up = featuresBeside(system, k, STEP);
            double[] down = featuresBeside(system, k, -STEP);
            for (int a = 0; a < columns; a++) {
                worst = Math.max(worst, Math.abs((up[a] - down[a]) / (2 * STEP) - jacobian[k * columns + a]));
            }
        }
        return worst;
    }

    private static double[] featuresBeside(RandomNetwork system, int k, double step) {
        double[] y = system.y().clone();
        y[k] += step;
        return system.network().features(system.graph(), system.box(), y);
    }

    @Example
    void centralDifferencesTellAWrongChainRule() {
        RandomNetwork system = RandomNetwork.of(5, 2, 1, 8);
        double[] jacobian = system.network().jacobian(system.graph(), system.box(), system.y());
        double[] wrong = Arrays.stream(jacobian).map(entry -> 1.0001 * entry).toArray();
        assertTrue(differenceError(system, jacobian) < 1e-7);
        assertTrue(differenceError(system, wrong) > 1e-6);
    }

    @Property(tries = 60)
    void energyDifferencesAreThoseOfTheFeatures(
            @ForAll @IntRange(min = 1, max = 9) int n, @ForAll @IntRange(min = 1, max = 3) int dim, @ForAll long seed) {
        RandomNetwork system = RandomNetwork.of(n, dim, 2, seed);
        double[] z = system.y().clone();
        Arrays.setAll(z, k -> 1.05 * z[k]);
        double[] here = system.network().features(system.graph(), system.box(), system.y());
        double[] there = system.network().features(system.graph(), system.box(), z);
        double wanted = 0;
        for (int a = 0; a < here.length; a++) {
            wanted += (there[a] - here[a]) * system.theta()[a];
        }
        LearnedHamiltonian h = system.hamiltonian(3);
        // Sums over bodies and springs of products with features below 2 in magnitude.
        double terms = 2.0
                * (n + 2 * n * n)
                * Arrays.stream(system.theta()).map(Math::abs).sum();
        assertEquals(
                wanted,
                h.energy(z) - h.energy(system.y()),
                4 * Math.ulp(1.0) * terms,
                () -> "n=" + n + " seed=" + seed);
    }

    @Property(tries = 30)
    void featuresOfTwoSystemsSideBySideAddUp(
            @ForAll @IntRange(min = 1, max = 5) int n, @ForAll @IntRange(min = 1, max = 3) int dim, @ForAll long seed) {
        RandomNetwork system = RandomNetwork.of(n, dim, 2, seed);
        double[] twice = system.network().features(twice(system.graph()), Box.open(dim), twice(system.y()));
        double[] once = system.network().features(system.graph(), system.box(), system.y());
        for (int a = 0; a < once.length; a++) {
            assertEquals(2 * once[a], twice[a], 1e-13 * n * n, () -> "n=" + n + " seed=" + seed);
        }
    }

    private static CompiledGraph twice(CompiledGraph graph) {
        int n = graph.nodes();
        CompiledGraph.Builder builder = CompiledGraph.builder(2 * n);
        for (int i = 0; i < 2 * n; i++) {
            builder.body(i, graph.mass(i % n), graph.bodySpecies(i % n));
        }
        for (int e = 0; e < 2 * graph.edges(); e++) {
            int from = e % graph.edges();
            int shift = e < graph.edges() ? 0 : n;
            builder.spring(
                    graph.first(from) + shift,
                    graph.second(from) + shift,
                    graph.stiffness(from),
                    graph.restLength(from),
                    graph.springSpecies(from));
        }
        return builder.build();
    }

    private static double[] twice(double[] y) {
        double[] result = new double[2 * y.length];
        int half = y.length / 2;
        for (int copy = 0; copy < 2; copy++) {
            System.arraycopy(y, 0, result, copy * half, half);
            System.arraycopy(y, half, result, (2 + copy) * half, half);
        }
        return result;
    }
}
