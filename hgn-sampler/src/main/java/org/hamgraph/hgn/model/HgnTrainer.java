package org.hamgraph.hgn.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.hamgraph.feature.EdgeChannel;
import org.hamgraph.feature.InvariantFeatures;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.hgn.network.Continuation;
import org.hamgraph.hgn.network.CoordinateLayer;
import org.hamgraph.hgn.network.LearnedFunction;
import org.hamgraph.hgn.network.LearnedHamiltonian;
import org.hamgraph.hgn.network.PairwiseNetwork;
import org.hamgraph.hgn.network.Range;
import org.hamgraph.hgn.sample.UniformSwim;
import org.hamgraph.hgn.sample.WeightScheme;
import org.hamgraph.hgn.solve.LeastSquaresFit;
import org.hamgraph.phase.PhaseDataset;

/**
 * Learns an energy from states and their derivatives: hidden weights are drawn, output coefficients solved for,
 * nothing is iterated.
 *
 * <pre>{@code
 * TrainedHgn model = HgnTrainer.fit(data, TrainerOptions.defaults());
 * Hamiltonian large = model.on(largeGraph, Box.open(3));
 * }</pre>
 *
 * Because a body layer sees momenta only and an edge layer positions only, Hamilton's equations split into one small
 * problem per species of body, dq/dt = dT/dp, and one for all edges, dp/dt = −dV/dq. Constants cancel in both; they
 * are fixed by energies being zero at rest and at the reference length, and by {@link TrainerOptions#knownEnergy}.
 *
 * @since 0.1
 */
public final class HgnTrainer {
    private final PhaseDataset data;
    private final TrainerOptions options;
    private final InvariantFeatures features;
    private final double[][] edgeCoordinates;
    private final List<BodyRows> bodyRows;

    private HgnTrainer(PhaseDataset data, TrainerOptions options) {
        this.data = data;
        this.options = options;
        this.features = options.features().orElseGet(() -> InvariantFeatures.suitedTo(data.graph()));
        features.checkEdges(data.graph());
        this.edgeCoordinates = edgeCoordinates();
        this.bodyRows = IntStream.range(0, data.graph().bodySpeciesCount())
                .mapToObj(t -> BodyRows.of(data, t, features.bodyCoordinate()))
                .toList();
        checkSpecies();
    }

    /**
     * Fits a model.
     *
     * @param data states of one system with their derivatives
     * @param options choices
     * @throws IllegalArgumentException if a species has no body that moves or no edge, if bodies coincide where the
     *     input is log r or 1/r, if a rest length is zero where the coordinate is r/l, if weights are to be drawn
     *     from pairs of equal inputs, or if there is no body
     */
    public static TrainedHgn fit(PhaseDataset data, TrainerOptions options) {
        return new HgnTrainer(data, options).fit();
    }

    private double[][] edgeCoordinates() {
        CompiledGraph graph = data.graph();
        double[][] x = new double[data.size()][graph.edges()];
        for (int k = 0; k < x.length; k++) {
            double[] y = data.state(k);
            for (int e = 0; e < graph.edges(); e++) {
                double r = data.box().distance(y, graph.first(e), graph.second(e));
                x[k][e] = features.edgeCoordinate().of(r, graph.restLength(e));
            }
        }
        return x;
    }

    private void checkSpecies() {
        if (data.graph().nodes() == 0) {
            throw new IllegalArgumentException("training system must have at least one body, found none");
        }
        for (int t = 0; t < bodyRows.size(); t++) {
            if (bodyRows.get(t).count() == 0) {
                throw new IllegalArgumentException(
                        "every species of body must move in some training state, found none of species " + t);
            }
        }
        for (int t = 0; t < data.graph().springSpeciesCount(); t++) {
            if (ofSpecies(t).length == 0) {
                throw new IllegalArgumentException(
                        "every species of edge must occur in the training graph, found none of species " + t);
            }
        }
    }

    private double[] ofSpecies(int species) {
        return EdgeTails.ofSpecies(data.graph(), edgeCoordinates, species);
    }

    private TrainedHgn fit() {
        double[][] bodySlopes = new double[bodyRows.size()][0];
        double[][] edgeSlopes = new double[data.graph().springSpeciesCount()][0];
        List<String> warnings = new ArrayList<>();
        switch (options.weights().slopes()) {
            case NONE -> {}
            case ESTIMATED -> estimateSlopes(bodySlopes, edgeSlopes);
            case MEASURED -> {
                if (!measureEdgeSlopes(edgeSlopes)) {
                    warnings.add(
                            "forces do not determine the pull of every edge; pairs were weighed by a first fit, as with aswim");
                    estimateSlopes(bodySlopes, edgeSlopes);
                }
                Arrays.setAll(bodySlopes, t -> bodyRows.get(t).slopes());
            }
        }
        PairwiseNetwork network = sample(bodySlopes, edgeSlopes);
        List<KineticFit> kinetic = IntStream.range(0, bodyRows.size())
                .mapToObj(
                        t -> KineticFit.of(bodyRows.get(t), network.bodyLayers().get(t), options.solver()))
                .toList();
        PotentialFit potential = network.edgeLayers().isEmpty()
                ? null
                : PotentialFit.of(data, edgeCoordinates, network, options.solver());
        return assemble(network, kinetic, potential, warnings);
    }

    private PairwiseNetwork sample(double[][] bodySlopes, double[][] edgeSlopes) {
        LayerBuilder builder = new LayerBuilder(options);
        List<CoordinateLayer> bodies = new ArrayList<>();
        for (int t = 0; t < bodyRows.size(); t++) {
            double[] x = bodyRows.get(t).coordinates();
            bodies.add(builder.build("bodies", t, features.bodyInputs(), x, bodySlopes[t], width(x.length, 1)));
        }
        List<CoordinateLayer> edges = new ArrayList<>();
        for (int t = 0; t < edgeSlopes.length; t++) {
            double[] x = ofSpecies(t);
            int channels = features.edgeChannels().size();
            edges.add(builder.build(
                    "edges", t, features.edgeInputs(), x, edgeSlopes[t], width(edgeRows(x.length), channels)));
        }
        return new PairwiseNetwork(features, bodies, edges);
    }

    /** The share of the rows that falls to a species: one a value, or fewer where edges outnumber coordinates. */
    private int edgeRows(int values) {
        long coordinates = data.layout().half();
        return (int) (values
                * Math.min(coordinates, data.graph().edges())
                / data.graph().edges());
    }

    private int width(int rows, int channels) {
        return Math.max(1, Math.min(options.width(), rows / (4 * channels)));
    }

    /** Slopes of a first fit whose pairs are drawn uniformly; of an edge, those of all its channels together. */
    private void estimateSlopes(double[][] bodySlopes, double[][] edgeSlopes) {
        WeightScheme uniform = new UniformSwim(options.weights().steepness());
        TrainedHgn first = fit(data, options.withWeights(uniform).withFeatures(features));
        for (int t = 0; t < bodySlopes.length; t++) {
            bodySlopes[t] = Arrays.stream(bodyRows.get(t).coordinates())
                    .map(first.bodyFunction(t)::derivative)
                    .toArray();
        }
        CompiledGraph graph = data.graph();
        double[][] slope = new double[data.size()][graph.edges()];
        for (int t = 0; t < edgeSlopes.length; t++) {
            for (int c = 0; c < features.edgeChannels().size(); c++) {
                addSlopes(first.edgeFunction(t, c), t, features.edgeChannels().get(c), slope);
            }
        }
        Arrays.setAll(edgeSlopes, t -> EdgeTails.ofSpecies(graph, slope, t));
    }

    private void addSlopes(LearnedFunction function, int species, EdgeChannel channel, double[][] slope) {
        CompiledGraph graph = data.graph();
        for (int k = 0; k < slope.length; k++) {
            for (int e = 0; e < graph.edges(); e++) {
                if (graph.springSpecies(e) == species) {
                    slope[k][e] += channel.factor(graph.stiffness(e)) * function.derivative(edgeCoordinates[k][e]);
                }
            }
        }
    }

    /** Slopes by Newton's laws, from the pulls of the edges; returns false if forces do not determine these. */
    private boolean measureEdgeSlopes(double[][] edgeSlopes) {
        CompiledGraph graph = data.graph();
        if (graph.edges() == 0) {
            return true;
        }
        if (!RigidityFactor.pays(graph, data.box())) {
            return false;
        }
        RigidityFactor rigidity = new RigidityFactor(graph, data.box());
        double[][] slope = new double[data.size()][graph.edges()];
        for (int k = 0; k < slope.length; k++) {
            rigidity.factor(data.state(k), data.derivative(k), data.layout().half());
            if (!rigidity.pulls(slope[k])) {
                return false;
            }
            for (int e = 0; e < graph.edges(); e++) {
                slope[k][e] /= features.edgeCoordinate().slope(graph.restLength(e));
            }
        }
        Arrays.setAll(edgeSlopes, t -> EdgeTails.ofSpecies(graph, slope, t));
        return true;
    }

    private TrainedHgn assemble(
            PairwiseNetwork network, List<KineticFit> kinetic, PotentialFit potential, List<String> warnings) {
        double[] theta = new double[network.columns()];
        List<LeastSquaresFit> fits = new ArrayList<>();
        List<TrainedHgn.Tail> bodyTails = new ArrayList<>();
        List<TrainedHgn.Tail> edgeTails = new ArrayList<>();
        for (int t = 0; t < kinetic.size(); t++) {
            fits.add(kinetic.get(t).fit());
            put(kinetic.get(t).fit(), theta, network.bodyStart(t));
            bodyTails.add(new TrainedHgn.Tail(kinetic.get(t).tail().continuation(), 0));
        }
        List<TailChoice> tails = new ArrayList<>();
        kinetic.forEach(fit -> tails.add(fit.tail()));
        if (potential != null) {
            fits.add(potential.fit());
            put(potential.fit(), theta, network.bodyColumns());
            for (int t = 0; t < potential.tails().size(); t++) {
                Continuation continuation = potential.tails().get(t).continuation();
                edgeTails.add(new TrainedHgn.Tail(continuation, reference(network, t)));
            }
            tails.addAll(potential.tails());
        }
        double nonCentral = potential == null ? Double.NaN : potential.nonCentral();
        TrainedHgn bare =
                new TrainedHgn(network, theta, bodyTails, edgeTails, 0, null, Provenance.of(data, options.seed()));
        TrainingReport report = new Judgement(data, options, bare, warnings).report(fits, tails, nonCentral, across());
        return new TrainedHgn(network, theta, bodyTails, edgeTails, energyPerBody(bare), report, bare.provenance());
    }

    private static void put(LeastSquaresFit fit, double[] theta, int start) {
        double[] c = fit.coefficients();
        System.arraycopy(c, 0, theta, start, c.length);
    }

    /** The coordinate at rest length if training covered it, else the middle one. */
    private double reference(PairwiseNetwork network, int species) {
        CompiledGraph graph = data.graph();
        Range range = network.edgeLayers().get(species).range();
        double[] rest = IntStream.range(0, graph.edges())
                .filter(e -> graph.springSpecies(e) == species)
                .mapToDouble(e -> features.edgeCoordinate().of(graph.restLength(e), graph.restLength(e)))
                .distinct()
                .toArray();
        return rest.length == 1 && range.contains(rest[0]) ? rest[0] : range.median();
    }

    private double energyPerBody(TrainedHgn bare) {
        OptionalDouble known = options.knownEnergy();
        if (known.isEmpty()) {
            return 0;
        }
        LearnedHamiltonian hamiltonian = bare.on(data.graph(), data.box());
        return (known.getAsDouble() - hamiltonian.energy(data.state(0)))
                / data.graph().nodes();
    }

    private double across() {
        double across2 = bodyRows.stream().mapToDouble(BodyRows::across2).sum();
        double all2 = 0;
        for (int k = 0; k < data.size(); k++) {
            double[] derivative = data.derivative(k);
            for (int i = 0; i < derivative.length / 2; i++) {
                all2 += derivative[i] * derivative[i];
            }
        }
        return all2 > 0 ? Math.sqrt(across2 / all2) : 0;
    }
}
