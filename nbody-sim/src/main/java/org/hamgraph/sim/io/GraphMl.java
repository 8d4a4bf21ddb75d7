package org.hamgraph.sim.io;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.phase.PhaseState;
import org.hamgraph.support.AtomicFiles;
import org.hamgraph.support.FileFormatException;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.Pseudograph;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.AttributeType;
import org.jgrapht.nio.DefaultAttribute;
import org.jgrapht.nio.ImportException;
import org.jgrapht.nio.graphml.GraphMLExporter;
import org.jgrapht.nio.graphml.GraphMLImporter;
import org.jgrapht.util.SupplierUtil;

/**
 * Systems as GraphML: node attributes mass, species, x, y, z, vx, vy, vz and edge attributes stiffness, restLength,
 * species. What is left out is the default its key declares, or mass 1, species 0, stiffness 1, rest length 1 and
 * velocity 0. The dimension is that of the coordinates there are: x, or x and y, or all three. Space is open. Files that
 * define entities are refused.
 *
 * @since 0.1
 */
public final class GraphMl {
    private static final List<String> AXES = List.of("x", "y", "z");

    private GraphMl() {}

    /**
     * Reads a system. Nodes are numbered in the order they appear.
     *
     * @param file GraphML file
     * @throws FileFormatException if it breaks a rule
     * @throws IOException if it cannot be read
     */
    public static BodySystem read(Path file) throws IOException {
        Reader in = new StringReader(PlainXml.text(file));
        try {
            return new Import(file).system(in);
        } catch (ImportException e) {
            throw PlainXml.fault(file, e.getCause() == null ? e : e.getCause(), e);
        } catch (IllegalArgumentException e) {
            throw fault(file, firstLine(e.getMessage()), e);
        }
    }

    private static FileFormatException fault(Path file, String rule, Exception cause) {
        FileFormatException fault = new FileFormatException(file, rule);
        fault.initCause(cause);
        return fault;
    }

    private static String firstLine(String text) {
        return text == null ? "nothing" : text.strip().lines().findFirst().orElse("nothing");
    }

    /** One import: attributes as they arrive, by node and edge. */
    private static final class Import {
        private final Path file;
        private final Graph<Integer, DefaultEdge> graph =
                new Pseudograph<>(SupplierUtil.createIntegerSupplier(), DefaultEdge::new, false);
        private final Map<Integer, Map<String, String>> node = new LinkedHashMap<>();
        private final Map<DefaultEdge, Map<String, String>> edge = new HashMap<>();

        Import(Path file) {
            this.file = file;
        }

        BodySystem system(Reader in) throws FileFormatException {
            GraphMLImporter<Integer, DefaultEdge> importer = new GraphMLImporter<>();
            importer.addVertexAttributeConsumer((key, value) ->
                    node.computeIfAbsent(key.getFirst(), k -> new HashMap<>()).put(key.getSecond(), value.getValue()));
            importer.addEdgeAttributeConsumer((key, value) ->
                    edge.computeIfAbsent(key.getFirst(), k -> new HashMap<>()).put(key.getSecond(), value.getValue()));
            importer.importGraph(graph, in);
            int n = graph.vertexSet().size();
            if (n == 0) {
                throw new FileFormatException(file, "a system must have nodes, found none");
            }
            int dim = dim();
            CompiledGraph.Builder builder = CompiledGraph.builder(n);
            double[] y = new double[2 * n * dim];
            for (int i = 0; i < n; i++) {
                String where = "node " + id(i);
                double mass = number(node.get(i), "mass", 1, where);
                int species = species(node.get(i), where);
                int body = i;
                checked(where, () -> builder.body(body, mass, species));
                for (int axis = 0; axis < dim; axis++) {
                    y[i * dim + axis] = number(node.get(i), AXES.get(axis), 0, where);
                    y[(n + i) * dim + axis] = mass * number(node.get(i), "v" + AXES.get(axis), 0, where);
                }
            }
            for (DefaultEdge e : graph.edgeSet()) {
                int a = graph.getEdgeSource(e);
                int b = graph.getEdgeTarget(e);
                String where = "edge " + id(a) + "–" + id(b);
                double stiffness = number(edge.get(e), "stiffness", 1, where);
                double restLength = number(edge.get(e), "restLength", 1, where);
                int species = species(edge.get(e), where);
                checked(where, () -> builder.spring(a, b, stiffness, restLength, species));
            }
            return new BodySystem(builder.build(), Box.open(dim), PhaseState.copyOf(new PhaseLayout(n, dim), y));
        }

        /** Returns what the file calls a node. */
        private String id(int i) {
            return "'" + firstLine(node.get(i).get(GraphMLImporter.DEFAULT_VERTEX_ID_KEY)) + "'";
        }

        /** Adds a body or spring; what breaks its rules is told with the place in the file. */
        private void checked(String where, Runnable adding) throws FileFormatException {
            try {
                adding.run();
            } catch (IllegalArgumentException e) {
                throw fault(file, where + ": " + e.getMessage(), e);
            }
        }

        private int dim() throws FileFormatException {
            int dim = 0;
            for (Map<String, String> attributes : node.values()) {
                for (int axis = 0; axis < 3; axis++) {
                    if (attributes.containsKey(AXES.get(axis))) {
                        dim = Math.max(dim, axis + 1);
                    }
                }
            }
            if (dim == 0) {
                throw new FileFormatException(file, "nodes must have coordinates x, y or z, found none");
            }
            return dim;
        }

        private double number(Map<String, String> attributes, String key, double byDefault, String where)
                throws FileFormatException {
            String text = attributes == null ? null : attributes.get(key);
            if (text == null) {
                return byDefault;
            }
            try {
                double value = Double.parseDouble(text.strip());
                if (Double.isFinite(value)) {
                    return value;
                }
            } catch (NumberFormatException e) {
                throw fault(file, where + ", " + key + ": a number must be given, found '" + firstLine(text) + "'", e);
            }
            throw new FileFormatException(
                    file, where + ", " + key + ": a number must be finite, found " + text.strip());
        }

        private int species(Map<String, String> attributes, String where) throws FileFormatException {
            double value = number(attributes, "species", 0, where);
            if (value != Math.rint(value) || value < 0 || value > 1_000_000) {
                throw new FileFormatException(file, where + ", species: a species must be 0, 1, 2, …, found " + value);
            }
            return (int) value;
        }
    }

    /**
     * Writes a system in open space.
     *
     * @param file file to write
     * @param system system; its box must be open
     * @throws IOException if it cannot be written; an earlier file is then as it was
     */
    public static void write(Path file, BodySystem system) throws IOException {
        if (system.box().periodic()) {
            throw new IllegalArgumentException("a system in GraphML must be in open space, found " + system.box());
        }
        CompiledGraph compiled = system.graph();
        Graph<Integer, Integer> graph = new Pseudograph<>(null, null, false);
        for (int i = 0; i < compiled.nodes(); i++) {
            graph.addVertex(i);
        }
        for (int e = 0; e < compiled.edges(); e++) {
            graph.addEdge(compiled.first(e), compiled.second(e), e);
        }
        GraphMLExporter<Integer, Integer> exporter = new GraphMLExporter<>(i -> "n" + i);
        exporter.setVertexAttributeProvider(i -> ofBody(system, i));
        exporter.setEdgeAttributeProvider(e -> ofSpring(compiled, e));
        List<String> ofNode = new ArrayList<>(List.of("mass"));
        for (int axis = 0; axis < system.box().dim(); axis++) {
            ofNode.add(AXES.get(axis));
            ofNode.add("v" + AXES.get(axis));
        }
        ofNode.forEach(name -> register(exporter, name, GraphMLExporter.AttributeCategory.NODE));
        register(exporter, "stiffness", GraphMLExporter.AttributeCategory.EDGE);
        register(exporter, "restLength", GraphMLExporter.AttributeCategory.EDGE);
        exporter.registerAttribute("species", GraphMLExporter.AttributeCategory.ALL, AttributeType.INT);
        StringWriter text = new StringWriter();
        exporter.exportGraph(graph, text);
        AtomicFiles.writeText(file, text.toString());
    }

    private static void register(
            GraphMLExporter<Integer, Integer> exporter, String name, GraphMLExporter.AttributeCategory category) {
        exporter.registerAttribute(name, category, AttributeType.DOUBLE);
    }

    private static Map<String, Attribute> ofBody(BodySystem system, int i) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        double mass = system.graph().mass(i);
        attributes.put("mass", DefaultAttribute.createAttribute(mass));
        attributes.put(
                "species", DefaultAttribute.createAttribute(system.graph().bodySpecies(i)));
        for (int axis = 0; axis < system.box().dim(); axis++) {
            attributes.put(
                    AXES.get(axis),
                    DefaultAttribute.createAttribute(system.state().q(i, axis)));
            attributes.put(
                    "v" + AXES.get(axis),
                    DefaultAttribute.createAttribute(system.state().p(i, axis) / mass));
        }
        return attributes;
    }

    private static Map<String, Attribute> ofSpring(CompiledGraph graph, int e) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        attributes.put("stiffness", DefaultAttribute.createAttribute(graph.stiffness(e)));
        attributes.put("restLength", DefaultAttribute.createAttribute(graph.restLength(e)));
        attributes.put("species", DefaultAttribute.createAttribute(graph.springSpecies(e)));
        return attributes;
    }
}
