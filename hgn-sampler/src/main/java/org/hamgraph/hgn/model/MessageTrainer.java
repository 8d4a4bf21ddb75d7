package org.hamgraph.hgn.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hamgraph.feature.EdgeCoordinate;
import org.hamgraph.feature.InvariantFeatures;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.hgn.network.Continuation;
import org.hamgraph.hgn.network.CoordinateLayer;
import org.hamgraph.hgn.network.MessageDescriptors;
import org.hamgraph.hgn.network.MessageHamiltonian;
import org.hamgraph.hgn.network.MessageNetwork;
import org.hamgraph.hgn.network.PairwiseNetwork;
import org.hamgraph.hgn.network.Range;
import org.hamgraph.hgn.network.SeenSurroundings;
import org.hamgraph.hgn.network.Standardisation;
import org.hamgraph.hgn.sample.DenseLayer;
import org.hamgraph.hgn.sample.LayerInputs;
import org.hamgraph.hgn.solve.LeastSquaresFit;
import org.hamgraph.hgn.solve.RowAccumulator;
import org.hamgraph.phase.PhaseDataset;
import org.hamgraph.support.RandomStreams;

/**
 * Learns an energy of pairs and surroundings: hidden weights are drawn, the coefficients of springs and surroundings
 * solved for together, nothing is iterated.
 *
 * <pre>{@code
 * TrainedMessages model = MessageTrainer.fit(data, MessageOptions.defaults());
 * SeparableHamiltonian large = model.on(largeGraph, Box.open(3));
 * }</pre>
 *
 * Training must have shown every number of neighbours and every kind of angle that a later system has; {@link
 * TrainedMessages#outside} tells where it has not.
 *
 * @since 0.1
 */
public final class MessageTrainer {
    private final PhaseDataset data;
    private final MessageOptions options;
    private final CompiledGraph graph;

    private MessageTrainer(PhaseDataset data, MessageOptions options) {
        this.data = data;
        this.options = options;
        this.graph = data.graph();
        if (graph.bodySpeciesCount() != 1 || graph.springSpeciesCount() != 1) {
            throw new IllegalArgumentException("bodies and springs must be of one species each, found "
                    + graph.bodySpeciesCount() + " and " + graph.springSpeciesCount());
        }
    }

    /**
     * Fits a model.
     *
     * @param data states of one system with springs, with their derivatives
     * @param options choices
     * @throws IllegalArgumentException if bodies or springs are not of one species, no body moves, or bodies coincide
     *     where the input is log r
     */
    public static TrainedMessages fit(PhaseDataset data, MessageOptions options) {
        return new MessageTrainer(data, options).fit();
    }

    private TrainedMessages fit() {
        TrainerOptions pairOptions = TrainerOptions.defaults()
                .withWidth(options.pairWidth())
                .withActivation(options.activation())
                .withSolver(options.solver())
                .withSeed(options.seed());
        InvariantFeatures features = InvariantFeatures.suitedTo(graph);
        BodyRows bodies = BodyRows.of(data, 0, features.bodyCoordinate());
        if (bodies.count() == 0) {
            throw new IllegalArgumentException("some body must move in some training state, found none");
        }
        LayerBuilder builder = new LayerBuilder(pairOptions);
        CoordinateLayer bodyLayer = builder.build(
                "bodies", 0, features.bodyInputs(), bodies.coordinates(), new double[0], options.pairWidth());
        double[] lengths = coordinates(EdgeCoordinate.DISTANCE);
        CoordinateLayer edgeLayer = builder.build(
                "edges",
                0,
                features.edgeInputs(),
                coordinates(features.edgeCoordinate()),
                new double[0],
                options.pairWidth());
        PairwiseNetwork pairs = new PairwiseNetwork(features, List.of(bodyLayer), List.of(edgeLayer));
        MessageNetwork messages = sample(Arrays.stream(lengths).average().orElseThrow());
        KineticFit kinetic = KineticFit.of(bodies, bodyLayer, options.solver());
        LeastSquaresFit potential = solve(pairs, messages);
        return assemble(pairs, messages, kinetic, potential);
    }

    private double[] coordinates(EdgeCoordinate kind) {
        double[] x = new double[data.size() * graph.edges()];
        for (int k = 0; k < data.size(); k++) {
            double[] y = data.state(k);
            for (int e = 0; e < graph.edges(); e++) {
                double r = data.box().distance(y, graph.first(e), graph.second(e));
                x[k * graph.edges() + e] = kind.of(r, graph.restLength(e));
            }
        }
        return x;
    }

    private MessageNetwork sample(double length) {
        MessageDescriptors descriptors = new MessageDescriptors(options.exponents(), length, null);
        double[] seen = seen(descriptors);
        if (options.stages() == 2) {
            Standardisation scaling = Standardisation.of(descriptors.count(), seen);
            DenseLayer sent = draw("sent units", scaling, seen, options.sentUnits());
            descriptors = new MessageDescriptors(
                    options.exponents(),
                    length,
                    new MessageDescriptors.SecondStage(sent, scaling, options.activation()));
            seen = seen(descriptors);
        }
        int count = descriptors.count();
        Standardisation scaling = Standardisation.of(count, seen);
        DenseLayer layer = draw("surroundings", scaling, seen, options.width());
        return new MessageNetwork(
                descriptors, scaling, layer, options.activation(), SeenSurroundings.of(graph, count, seen));
    }

    /** Returns the descriptors of all bodies in all states. */
    private double[] seen(MessageDescriptors descriptors) {
        int row = graph.nodes() * descriptors.count();
        double[] all = new double[data.size() * row];
        MessageDescriptors.Sweep sweep = descriptors.on(graph, data.box());
        for (int k = 0; k < data.size(); k++) {
            System.arraycopy(sweep.forward(data.state(k)), 0, all, k * row, row);
        }
        return all;
    }

    private DenseLayer draw(String purpose, Standardisation scaling, double[] seen, int width) {
        RandomGenerator random = RandomStreams.of(options.seed(), "hidden weights of " + purpose, 0);
        LayerInputs inputs = LayerInputs.copyOf(scaling.inputs(), scaling.applyToAll(seen), new double[0]);
        return options.weights().sample(inputs, width, random);
    }

    /** Rows of dp/dt = −dV/dq for the coefficients of springs and surroundings. */
    private LeastSquaresFit solve(PairwiseNetwork pairs, MessageNetwork messages) {
        int half = data.layout().half();
        int pairColumns = pairs.columns() - pairs.bodyColumns();
        int columns = pairColumns + messages.width();
        RowAccumulator rows = new RowAccumulator(columns);
        double[] block = new double[half * columns];
        double[] gradient = new double[half];
        MessageNetwork.Sweep sweep = messages.on(graph, data.box());
        for (int k = 0; k < data.size(); k++) {
            double[] y = data.state(k);
            double[] jacobian = pairs.jacobian(graph, data.box(), y);
            for (int i = 0; i < half; i++) {
                for (int c = 0; c < pairColumns; c++) {
                    block[i * columns + c] = -jacobian[i * pairs.columns() + pairs.bodyColumns() + c];
                }
            }
            sweep.begin(y);
            for (int a = 0; a < messages.width(); a++) {
                sweep.feature(a, gradient);
                for (int i = 0; i < half; i++) {
                    block[i * columns + pairColumns + a] = -gradient[i];
                }
            }
            rows.add(block, Arrays.copyOfRange(data.derivative(k), half, 2 * half), half);
        }
        return options.solver().solve(rows.factor());
    }

    private TrainedMessages assemble(
            PairwiseNetwork pairs, MessageNetwork messages, KineticFit kinetic, LeastSquaresFit potential) {
        double[] theta = new double[pairs.columns()];
        double[] solved = potential.coefficients();
        int pairColumns = pairs.columns() - pairs.bodyColumns();
        System.arraycopy(kinetic.fit().coefficients(), 0, theta, 0, pairs.bodyColumns());
        System.arraycopy(solved, 0, theta, pairs.bodyColumns(), pairColumns);
        Range seen = pairs.edgeLayers().get(0).range();
        TrainedHgn pairModel = new TrainedHgn(
                pairs,
                theta,
                List.of(new TrainedHgn.Tail(kinetic.tail().continuation(), 0, kinetic.takeover())),
                List.of(new TrainedHgn.Tail(Continuation.NETWORK, seen.median(), seen)),
                0,
                Optional.empty(),
                null,
                Provenance.of(data, options.seed()));
        double[] coefficients = Arrays.copyOfRange(solved, pairColumns, solved.length);
        MessageHamiltonian bound = new MessageHamiltonian(pairModel.on(graph, data.box()), messages, coefficients);
        return new TrainedMessages(pairModel, messages, coefficients, potential.quality(), forceError(bound));
    }

    private double forceError(MessageHamiltonian hamiltonian) {
        int half = data.layout().half();
        double[] force = new double[half];
        double error2 = 0;
        double size2 = 0;
        for (int k = 0; k < data.size(); k++) {
            double[] derivative = data.derivative(k);
            hamiltonian.force(data.state(k), force, 0);
            for (int i = 0; i < half; i++) {
                error2 += (force[i] - derivative[half + i]) * (force[i] - derivative[half + i]);
                size2 += derivative[half + i] * derivative[half + i];
            }
        }
        return size2 > 0 ? Math.sqrt(error2 / size2) : Math.sqrt(error2);
    }
}
