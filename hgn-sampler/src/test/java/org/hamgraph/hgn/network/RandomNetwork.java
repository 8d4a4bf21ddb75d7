package org.hamgraph.hgn.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hamgraph.feature.BodyCoordinate;
import org.hamgraph.feature.EdgeChannel;
import org.hamgraph.feature.EdgeCoordinate;
import org.hamgraph.feature.InvariantFeatures;
import org.hamgraph.feature.ScalarInput;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.hgn.sample.Activation;
import org.hamgraph.hgn.sample.DenseLayer;
import org.hamgraph.support.RandomStreams;

/**
 * A random network with random coefficients on a random system: bodies in a row at distances between 0.4 and 1.6 of
 * their neighbours, random springs between them.
 *
 * @param graph bodies and springs
 * @param box open space
 * @param y state [2*n*dim]
 * @param network hidden layers
 * @param theta coefficients [L]
 */
record RandomNetwork(CompiledGraph graph, Box box, double[] y, PairwiseNetwork network, double[] theta) {
    private static final int WIDTH = 5;
    private static final List<List<ScalarInput>> POSITIVE_INPUTS = List.of(
            List.of(ScalarInput.LOG),
            List.of(ScalarInput.RECIPROCAL),
            List.of(ScalarInput.LINEAR, ScalarInput.LOG),
            List.of(ScalarInput.LOG, ScalarInput.LINEAR, ScalarInput.RECIPROCAL));
    private static final List<List<ScalarInput>> BODY_INPUTS =
            List.of(List.of(ScalarInput.LINEAR), List.of(ScalarInput.RELATIVISTIC, ScalarInput.LINEAR));

    static RandomNetwork of(int n, int dim, int species, long seed) {
        RandomGenerator random = RandomStreams.of(seed, "network", 0);
        CompiledGraph graph = graph(n, species, random);
        double[] y = new double[2 * n * dim];
        for (int k = 0; k < y.length; k++) {
            y[k] = k < n * dim ? random.nextDouble(-0.3, 0.3) + (k % dim == 0 ? k / dim : 0) : random.nextGaussian();
        }
        InvariantFeatures features = features(random);
        PairwiseNetwork network = new PairwiseNetwork(
                features,
                layers(graph.bodySpeciesCount(), features.bodyInputs(), new Range(0, 4, 1), random),
                layers(graph.springSpeciesCount(), features.edgeInputs(), new Range(0.4, 1.6, 1), random));
        double[] theta = new double[network.columns()];
        Arrays.setAll(theta, k -> random.nextGaussian());
        return new RandomNetwork(graph, Box.open(dim), y, network, theta);
    }

    private static CompiledGraph graph(int n, int species, RandomGenerator random) {
        CompiledGraph.Builder builder = CompiledGraph.builder(n);
        for (int i = 0; i < n; i++) {
            builder.body(i, random.nextDouble(0.5, 2), random.nextInt(species));
            for (int j = 0; j < i; j++) {
                if (random.nextInt(3) > 0) {
                    double k = random.nextDouble(0.5, 2);
                    builder.spring(i, j, k, random.nextDouble(0.5, 1.5), random.nextInt(species));
                }
            }
        }
        return builder.build();
    }

    private static InvariantFeatures features(RandomGenerator random) {
        EdgeCoordinate coordinate = EdgeCoordinate.values()[random.nextInt(3)];
        return new InvariantFeatures(
                coordinate,
                coordinate == EdgeCoordinate.EXTENSION
                        ? List.of(ScalarInput.LINEAR)
                        : POSITIVE_INPUTS.get(random.nextInt(4)),
                random.nextBoolean() ? List.of(EdgeChannel.ONE) : List.of(EdgeChannel.STIFFNESS, EdgeChannel.ONE),
                BodyCoordinate.values()[random.nextInt(2)],
                BODY_INPUTS.get(random.nextInt(2)));
    }

    private static List<CoordinateLayer> layers(
            int count, List<ScalarInput> inputs, Range range, RandomGenerator random) {
        List<CoordinateLayer> layers = new ArrayList<>();
        for (int t = 0; t < count; t++) {
            layers.add(layer(WIDTH + t, inputs, range, random));
        }
        return layers;
    }

    /** Returns a layer of gentle units: third derivatives by inputs, which have deviations of 1/2, stay below 10. */
    static CoordinateLayer layer(int width, List<ScalarInput> inputs, Range range, RandomGenerator random) {
        int d = inputs.size();
        double[] weight = random.doubles((long) width * d, -0.7, 0.7).toArray();
        double[] bias = random.doubles(width, -1, 1).toArray();
        double[] mean = random.doubles(d, 0, 1).toArray();
        double[] deviation = new double[d];
        Arrays.fill(deviation, 0.5);
        return new CoordinateLayer(inputs, mean, deviation, DenseLayer.copyOf(d, weight, bias), Activation.TANH, range);
    }

    LearnedFunction bodyFunction(int species, Continuation continuation) {
        return function(network.bodyLayers().get(species), network.bodyStart(species), continuation);
    }

    LearnedFunction edgeFunction(int species, int channel, Continuation continuation) {
        return function(network.edgeLayers().get(species), network.edgeStart(species, channel), continuation);
    }

    private LearnedFunction function(CoordinateLayer layer, int start, Continuation continuation) {
        double[] c = Arrays.copyOfRange(theta, start, start + layer.width());
        return new LearnedFunction(
                layer, c, layer.range(), continuation, layer.range().median());
    }

    LearnedHamiltonian hamiltonian(double energyPerBody) {
        int channels = network.features().edgeChannels().size();
        return new LearnedHamiltonian(
                graph,
                box,
                network.features(),
                IntStream.range(0, network.bodyLayers().size())
                        .mapToObj(t -> bodyFunction(t, Continuation.NETWORK))
                        .toList(),
                IntStream.range(0, network.edgeLayers().size())
                        .mapToObj(t -> IntStream.range(0, channels)
                                .mapToObj(c -> edgeFunction(t, c, Continuation.NETWORK))
                                .toList())
                        .toList(),
                energyPerBody,
                null);
    }

    @Override
    public String toString() {
        return graph + ", " + box + ", " + network.features();
    }
}
