package org.hamgraph.hgn.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.hamgraph.feature.EdgeChannel;
import org.hamgraph.feature.EdgeCoordinate;
import org.hamgraph.feature.InvariantFeatures;
import org.hamgraph.feature.ScalarInput;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.PairRule;
import org.hamgraph.hgn.network.Continuation;
import org.hamgraph.hgn.network.CoordinateLayer;
import org.hamgraph.hgn.network.LearnedFunction;
import org.hamgraph.hgn.network.PairwiseNetwork;
import org.hamgraph.hgn.network.Range;
import org.hamgraph.hgn.sample.UniformSwim;
import org.hamgraph.hgn.sample.WeightScheme;
import org.hamgraph.hgn.solve.LeastSquaresFit;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.PhaseDataset;
import org.hamgraph.support.Team;

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
 * <p>Unless stated, an edge is seen through log r; if a fit to the milder states then predicts the forces of the others
 * worse than 1e-11, 1/r and r are tried too, and one that predicts them three times better is taken.
 *
 * @since 0.1
 */
public final class HgnTrainer {
    /** Error on states left out of a fit above which other inputs are tried. */
    private static final double GOOD_TAIL = 1e-11;

    /** Ratio of errors on states left out from which on another input is taken. */
    private static final double CLEARLY_BETTER = 1.0 / 3;

    private static final List<ScalarInput> OTHER_INPUTS = List.of(ScalarInput.RECIPROCAL, ScalarInput.LINEAR);

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
        return fit(data, options, 1);
    }

    /**
     * Fits a model on several threads: kinetic and potential energy are solved for beside each other. Their number
     * does not change a bit.
     *
     * @param data states of one system with their derivatives
     * @param options choices
     * @param threads most threads
     * @throws IllegalArgumentException as the other method
     */
    public static TrainedHgn fit(PhaseDataset data, TrainerOptions options, int threads) {
        Attempt best = new HgnTrainer(data, options).attempt(threads);
        InvariantFeatures features = best.trainer.features;
        if (options.features().isEmpty() && features.edgeCoordinate() == EdgeCoordinate.DISTANCE) {
            for (ScalarInput input : OTHER_INPUTS) {
                if (best.tailError() > GOOD_TAIL) {
                    TrainerOptions other = options.withFeatures(features.withEdgeInputs(List.of(input)));
                    Attempt next = new HgnTrainer(data, other).attempt(threads);
                    best = next.tailError() < CLEARLY_BETTER * best.tailError() ? next : best;
                }
            }
        }
        return best.finish();
    }

    /** Layers sampled and functions solved for, with one choice of inputs. */
    private record Attempt(
            HgnTrainer trainer,
            PairwiseNetwork network,
            List<KineticFit> kinetic,
            PotentialFit potential,
            List<String> warnings) {
        /** Error of the forces on states left out of a fit; 0 if that was not tested. */
        double tailError() {
            double error = potential == null
                    ? Double.NaN
                    : potential.tails().get(potential.tails().size() - 1).error();
            return Double.isNaN(error) ? 0 : error;
        }

        TrainedHgn finish() {
            return trainer.assemble(network, kinetic, potential, warnings);
        }
    }

    private double[][] edgeCoordinates() {
        double[][] x = new double[data.size()][];
        for (int k = 0; k < x.length; k++) {
            double[] y = data.state(k);
            CompiledGraph graph = data.edges(k);
            x[k] = new double[graph.edges()];
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
        for (int t = 0; t < edgeSpecies(); t++) {
            if (ofSpecies(edgeCoordinates, t).length == 0) {
                throw new IllegalArgumentException(
                        "every species of edge must occur in the training graph, found none of species " + t);
            }
        }
    }

    private double[] ofSpecies(double[][] values, int species) {
        return EdgeTails.ofSpecies(data, values, species, k -> true);
    }

    private int edgeSpecies() {
        int bodies = data.graph().bodySpeciesCount();
        return data.pairs().isPresent() ? PairRule.kinds(bodies) : data.graph().springSpeciesCount();
    }

    private Attempt attempt(int threads) {
        double[][] bodySlopes = new double[bodyRows.size()][0];
        double[][] edgeSlopes = new double[edgeSpecies()][0];
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
        KineticFit[] kinetic = new KineticFit[bodyRows.size()];
        PotentialFit[] potential = new PotentialFit[1];
        Team.forEach(threads, 1 + kinetic.length, k -> {
            if (k > 0) {
                kinetic[k - 1] = kinetic(network, k - 1);
            } else if (!network.edgeLayers().isEmpty()) {
                potential[0] = PotentialFit.of(data, edgeCoordinates, network, options.solver());
            }
        });
        return new Attempt(this, network, List.of(kinetic), potential[0], warnings);
    }

    private KineticFit kinetic(PairwiseNetwork network, int species) {
        return KineticFit.of(bodyRows.get(species), network.bodyLayers().get(species), options.solver());
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
            double[] x = ofSpecies(edgeCoordinates, t);
            int channels = features.edgeChannels().size();
            edges.add(builder.build(
                    "edges", t, features.edgeInputs(), x, edgeSlopes[t], width(edgeRows(x.length), channels)));
        }
        return new PairwiseNetwork(features, bodies, edges);
    }

    /** The share of the rows that falls to a species: one a value, or fewer where edges outnumber coordinates. */
    private int edgeRows(int values) {
        long coordinates = (long) data.layout().half() * data.size();
        long edges = Arrays.stream(edgeCoordinates).mapToLong(x -> x.length).sum();
        return (int) (values * Math.min(coordinates, edges) / edges);
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
        double[][] slope = likeEdges();
        for (int t = 0; t < edgeSlopes.length; t++) {
            for (int c = 0; c < features.edgeChannels().size(); c++) {
                addSlopes(first.edgeFunction(t, c), t, features.edgeChannels().get(c), slope);
            }
        }
        Arrays.setAll(edgeSlopes, t -> ofSpecies(slope, t));
    }

    private double[][] likeEdges() {
        return Arrays.stream(edgeCoordinates).map(x -> new double[x.length]).toArray(double[][]::new);
    }

    private void addSlopes(LearnedFunction function, int species, EdgeChannel channel, double[][] slope) {
        for (int k = 0; k < slope.length; k++) {
            CompiledGraph graph = data.edges(k);
            for (int e = 0; e < graph.edges(); e++) {
                if (graph.springSpecies(e) == species) {
                    slope[k][e] += channel.factor(graph.stiffness(e)) * function.derivative(edgeCoordinates[k][e]);
                }
            }
        }
    }

    /** Slopes by Newton's laws, from the pulls of the edges; returns false if forces do not determine these. */
    private boolean measureEdgeSlopes(double[][] edgeSlopes) {
        if (edgeSlopes.length == 0) {
            return true;
        }
        double[][] slope = likeEdges();
        for (int k = 0; k < slope.length; k++) {
            CompiledGraph graph = data.edges(k);
            if (!RigidityFactor.pays(graph, data.box())) {
                return false;
            }
            RigidityFactor rigidity = new RigidityFactor(graph, data.box());
            rigidity.factor(data.state(k), data.derivative(k), data.layout().half());
            if (!rigidity.pulls(slope[k])) {
                return false;
            }
            for (int e = 0; e < graph.edges(); e++) {
                slope[k][e] /= features.edgeCoordinate().slope(graph.restLength(e));
            }
        }
        Arrays.setAll(edgeSlopes, t -> ofSpecies(slope, t));
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
            bodyTails.add(new TrainedHgn.Tail(
                    kinetic.get(t).tail().continuation(), 0, kinetic.get(t).takeover()));
        }
        List<TailChoice> tails = new ArrayList<>();
        kinetic.forEach(fit -> tails.add(fit.tail()));
        if (potential != null) {
            fits.add(potential.fit());
            put(potential.fit(), theta, network.bodyColumns());
            for (int t = 0; t < potential.tails().size(); t++) {
                Continuation continuation = potential.tails().get(t).continuation();
                edgeTails.add(new TrainedHgn.Tail(
                        continuation,
                        reference(network, t),
                        network.edgeLayers().get(t).range()));
            }
            tails.addAll(potential.tails());
        }
        double nonCentral = potential == null ? Double.NaN : potential.nonCentral();
        TrainedHgn bare = new TrainedHgn(
                network, theta, bodyTails, edgeTails, 0, data.pairs(), null, Provenance.of(data, options.seed()));
        TrainingReport report = new Judgement(data, options, bare, warnings).report(fits, tails, nonCentral, across());
        return new TrainedHgn(
                network, theta, bodyTails, edgeTails, energyPerBody(bare), data.pairs(), report, bare.provenance());
    }

    private static void put(LeastSquaresFit fit, double[] theta, int start) {
        double[] c = fit.coefficients();
        System.arraycopy(c, 0, theta, start, c.length);
    }

    /** The coordinate at the cutoff, or at rest length if training covered it, else the middle one. */
    private double reference(PairwiseNetwork network, int species) {
        double cutoff = data.pairs().map(rule -> rule.cutoff(species)).orElse(Double.POSITIVE_INFINITY);
        if (cutoff < Double.POSITIVE_INFINITY) {
            return features.edgeCoordinate().of(cutoff, 0);
        }
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
        Hamiltonian hamiltonian = bare.hamiltonian(data.graph(), data.box());
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
