package org.hamgraph.hgn.network;

import java.util.List;
import org.hamgraph.feature.EdgeChannel;
import org.hamgraph.feature.InvariantFeatures;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.support.Checks;

/**
 * A random-feature network on graphs: one shared hidden layer per species of body, one per species of edge, pooled by
 * sums.
 *
 * <pre>{@code
 * Phi(y) = [ sum_i g_body(x_i) | sum_e channel(e) g_edge(x_e) ]        H(y) = Phi(y) . theta
 * }</pre>
 *
 * Columns are ordered by block: bodies of species 0, 1, …, then edges of species 0, 1, …, each edge block once per
 * channel. The network fits any graph of the same species, of any size. Immutable.
 *
 * @since 0.1
 */
public final class PairwiseNetwork {
    private final InvariantFeatures features;
    private final List<CoordinateLayer> bodyLayers;
    private final List<CoordinateLayer> edgeLayers;
    private final int[] bodyStart;
    private final int[] edgeStart;

    /**
     * Makes a network.
     *
     * @param features what the layers see
     * @param bodyLayers hidden layer of every species of body; at least one
     * @param edgeLayers hidden layer of every species of edge; empty for a system without edges
     */
    public PairwiseNetwork(
            InvariantFeatures features, List<CoordinateLayer> bodyLayers, List<CoordinateLayer> edgeLayers) {
        this.features = features;
        this.bodyLayers = List.copyOf(bodyLayers);
        this.edgeLayers = List.copyOf(edgeLayers);
        Checks.atLeast(bodyLayers.size(), 1, "number of body layers");
        bodyStart = starts(0, this.bodyLayers, 1);
        edgeStart =
                starts(bodyColumns(), this.edgeLayers, features.edgeChannels().size());
    }

    private static int[] starts(int first, List<CoordinateLayer> layers, int channels) {
        int[] start = new int[layers.size() + 1];
        start[0] = first;
        for (int t = 0; t < layers.size(); t++) {
            start[t + 1] = start[t] + channels * layers.get(t).width();
        }
        return start;
    }

    /** Returns what the layers see. */
    public InvariantFeatures features() {
        return features;
    }

    /** Returns the hidden layer of every species of body. */
    public List<CoordinateLayer> bodyLayers() {
        return bodyLayers;
    }

    /** Returns the hidden layer of every species of edge. */
    public List<CoordinateLayer> edgeLayers() {
        return edgeLayers;
    }

    /** Returns the number of columns L, which is that of the output coefficients. */
    public int columns() {
        return edgeStart[edgeLayers.size()];
    }

    /** Returns the number of columns that belong to bodies. */
    public int bodyColumns() {
        return bodyStart[bodyLayers.size()];
    }

    /**
     * Returns the first column of a species of body.
     *
     * @param species species of body
     */
    public int bodyStart(int species) {
        return bodyStart[species];
    }

    /**
     * Returns the first column of a species and channel of edges.
     *
     * @param species species of edge
     * @param channel which channel
     */
    public int edgeStart(int species, int channel) {
        return edgeStart[species] + channel * edgeLayers.get(species).width();
    }

    /**
     * Checks that every species of a graph has a layer here.
     *
     * @param graph graph the network is to be used on
     * @throws IllegalArgumentException naming the first species that was not seen in training
     */
    public void checkSpecies(CompiledGraph graph) {
        if (graph.bodySpeciesCount() > bodyLayers.size()) {
            throw new IllegalArgumentException("species of bodies must be among the " + bodyLayers.size()
                    + " seen in training, found species " + (graph.bodySpeciesCount() - 1));
        }
        if (graph.springSpeciesCount() > edgeLayers.size()) {
            throw new IllegalArgumentException("species of edges must be among the " + edgeLayers.size()
                    + " seen in training, found species " + (graph.springSpeciesCount() - 1));
        }
    }

    /**
     * Computes the pooled features of a state.
     *
     * @param graph bodies and springs
     * @param box space around them
     * @param y state [2*n*dim]
     * @return features Phi(y) [L]
     */
    public double[] features(CompiledGraph graph, Box box, double[] y) {
        checkSpecies(graph);
        PhaseLayout layout = new PhaseLayout(graph.nodes(), box.dim());
        layout.check(y);
        double[] sum = new double[columns()];
        double[] unit = new double[widest()];
        for (int i = 0; i < graph.nodes(); i++) {
            int t = graph.bodySpecies(i);
            bodyLayers.get(t).features(bodyCoordinate(graph, layout, y, i), unit, 0);
            addScaled(1, unit, bodyLayers.get(t).width(), sum, bodyStart(t));
        }
        for (int e = 0; e < graph.edges(); e++) {
            int t = graph.springSpecies(e);
            edgeLayers.get(t).features(edgeCoordinate(graph, box, y, e), unit, 0);
            for (int c = 0; c < features.edgeChannels().size(); c++) {
                EdgeChannel channel = features.edgeChannels().get(c);
                addScaled(
                        channel.factor(graph.stiffness(e)),
                        unit,
                        edgeLayers.get(t).width(),
                        sum,
                        edgeStart(t, c));
            }
        }
        return sum;
    }

    /**
     * Computes the derivative of the pooled features by the state: the gradient of H is its product with the
     * coefficients.
     *
     * @param graph bodies and springs
     * @param box space around them
     * @param y state [2*n*dim]
     * @return Jacobian dPhi/dy, row-major [2*n*dim x L]
     */
    public double[] jacobian(CompiledGraph graph, Box box, double[] y) {
        checkSpecies(graph);
        PhaseLayout layout = new PhaseLayout(graph.nodes(), box.dim());
        layout.check(y);
        double[] jacobian = new double[layout.size() * columns()];
        double[] unit = new double[widest()];
        for (int i = 0; i < graph.nodes(); i++) {
            int t = graph.bodySpecies(i);
            CoordinateLayer layer = bodyLayers.get(t);
            layer.slopes(bodyCoordinate(graph, layout, y, i), unit, 0);
            double chain = 2 * features.bodyCoordinate().slope(graph.mass(i));
            for (int axis = 0; axis < layout.dim(); axis++) {
                int row = layout.half() + i * layout.dim() + axis;
                addScaled(chain * y[row], unit, layer.width(), jacobian, row * columns() + bodyStart(t));
            }
        }
        for (int e = 0; e < graph.edges(); e++) {
            int t = graph.springSpecies(e);
            edgeLayers.get(t).slopes(edgeCoordinate(graph, box, y, e), unit, 0);
            addEdge(graph, box, y, e, unit, jacobian);
        }
        return jacobian;
    }

    private void addEdge(CompiledGraph graph, Box box, double[] y, int e, double[] slopes, double[] jacobian) {
        int t = graph.springSpecies(e);
        int dim = box.dim();
        double r = box.distance(y, graph.first(e), graph.second(e));
        if (r == 0) {
            return;
        }
        for (int c = 0; c < features.edgeChannels().size(); c++) {
            double factor = features.edgeChannels().get(c).factor(graph.stiffness(e))
                    * features.edgeCoordinate().slope(graph.restLength(e));
            for (int axis = 0; axis < dim; axis++) {
                int i = graph.first(e) * dim + axis;
                int j = graph.second(e) * dim + axis;
                double direction = factor * box.nearest(y[j] - y[i], axis) / r;
                int width = edgeLayers.get(t).width();
                addScaled(-direction, slopes, width, jacobian, i * columns() + edgeStart(t, c));
                addScaled(direction, slopes, width, jacobian, j * columns() + edgeStart(t, c));
            }
        }
    }

    private double bodyCoordinate(CompiledGraph graph, PhaseLayout layout, double[] y, int body) {
        double s = 0;
        for (int axis = 0; axis < layout.dim(); axis++) {
            double p = y[layout.half() + body * layout.dim() + axis];
            s += p * p;
        }
        return features.bodyCoordinate().of(s, graph.mass(body));
    }

    private double edgeCoordinate(CompiledGraph graph, Box box, double[] y, int edge) {
        double r = box.distance(y, graph.first(edge), graph.second(edge));
        return features.edgeCoordinate().of(r, graph.restLength(edge));
    }

    private int widest() {
        int widest = 0;
        for (CoordinateLayer layer : bodyLayers) {
            widest = Math.max(widest, layer.width());
        }
        for (CoordinateLayer layer : edgeLayers) {
            widest = Math.max(widest, layer.width());
        }
        return widest;
    }

    private static void addScaled(double factor, double[] unit, int width, double[] out, int start) {
        for (int a = 0; a < width; a++) {
            out[start + a] += factor * unit[a];
        }
    }
}
