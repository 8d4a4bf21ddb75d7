package org.hamgraph.graph;

import java.util.AbstractSet;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jgrapht.GraphType;
import org.jgrapht.graph.AbstractGraph;
import org.jgrapht.graph.DefaultGraphType;

/** A compiled graph seen as a simple, weighted, unmodifiable JGraphT graph; an edge weighs its stiffness. */
final class CompiledGraphView extends AbstractGraph<Body, Spring> {
    private static final GraphType TYPE = new DefaultGraphType.Builder()
            .undirected()
            .weighted(true)
            .modifiable(false)
            .allowMultipleEdges(false)
            .allowSelfLoops(false)
            .build();
    private static final String READ_ONLY = "a compiled graph is read-only; change the graph it was compiled from";

    private final CompiledGraph graph;
    private final Set<Body> bodies;
    private final Set<Spring> springs;

    CompiledGraphView(CompiledGraph graph) {
        this.graph = graph;
        this.bodies = new IndexedSet<>(graph.nodes(), graph::body, this::holdsBody);
        this.springs = new IndexedSet<>(graph.edges(), graph::spring, spring -> edgeOf(spring) >= 0);
    }

    private boolean holdsBody(Object value) {
        return value instanceof Body body
                && body.index() < graph.nodes()
                && graph.body(body.index()).equals(body);
    }

    private int edgeOf(Object value) {
        if (!(value instanceof Spring spring) || spring.second() >= graph.nodes()) {
            return -1;
        }
        int edge = graph.edgeBetween(spring.first(), spring.second());
        return edge >= 0 && graph.spring(edge).equals(spring) ? edge : -1;
    }

    private Body requireBody(Body body) {
        assertVertexExist(body);
        return body;
    }

    private Spring requireSpring(Spring spring) {
        if (edgeOf(spring) < 0) {
            throw new IllegalArgumentException("spring must belong to this graph, found " + spring);
        }
        return spring;
    }

    @Override
    public Set<Body> vertexSet() {
        return bodies;
    }

    @Override
    public Set<Spring> edgeSet() {
        return springs;
    }

    @Override
    public boolean containsVertex(Body body) {
        return holdsBody(body);
    }

    @Override
    public boolean containsEdge(Spring spring) {
        return edgeOf(spring) >= 0;
    }

    @Override
    public Spring getEdge(Body a, Body b) {
        if (!holdsBody(a) || !holdsBody(b)) {
            return null;
        }
        int edge = graph.edgeBetween(a.index(), b.index());
        return edge < 0 ? null : graph.spring(edge);
    }

    @Override
    public Set<Spring> getAllEdges(Body a, Body b) {
        if (!holdsBody(a) || !holdsBody(b)) {
            return null;
        }
        Spring spring = getEdge(a, b);
        return spring == null ? Collections.emptySet() : Collections.singleton(spring);
    }

    @Override
    public Set<Spring> edgesOf(Body body) {
        int index = requireBody(body).index();
        Set<Spring> result = new LinkedHashSet<>();
        IntStream.range(graph.rowStart(index), graph.rowStart(index + 1))
                .forEach(slot -> result.add(graph.spring(graph.edgeAt(slot))));
        return Collections.unmodifiableSet(result);
    }

    @Override
    public Set<Spring> incomingEdgesOf(Body body) {
        return edgesOf(body);
    }

    @Override
    public Set<Spring> outgoingEdgesOf(Body body) {
        return edgesOf(body);
    }

    @Override
    public int degreeOf(Body body) {
        return graph.degree(requireBody(body).index());
    }

    @Override
    public int inDegreeOf(Body body) {
        return degreeOf(body);
    }

    @Override
    public int outDegreeOf(Body body) {
        return degreeOf(body);
    }

    @Override
    public Body getEdgeSource(Spring spring) {
        return graph.body(requireSpring(spring).first());
    }

    @Override
    public Body getEdgeTarget(Spring spring) {
        return graph.body(requireSpring(spring).second());
    }

    @Override
    public double getEdgeWeight(Spring spring) {
        return requireSpring(spring).stiffness();
    }

    @Override
    public GraphType getType() {
        return TYPE;
    }

    @Override
    public Supplier<Body> getVertexSupplier() {
        return null;
    }

    @Override
    public Supplier<Spring> getEdgeSupplier() {
        return null;
    }

    @Override
    public Spring addEdge(Body a, Body b) {
        throw new UnsupportedOperationException(READ_ONLY);
    }

    @Override
    public boolean addEdge(Body a, Body b, Spring spring) {
        throw new UnsupportedOperationException(READ_ONLY);
    }

    @Override
    public Body addVertex() {
        throw new UnsupportedOperationException(READ_ONLY);
    }

    @Override
    public boolean addVertex(Body body) {
        throw new UnsupportedOperationException(READ_ONLY);
    }

    @Override
    public Spring removeEdge(Body a, Body b) {
        throw new UnsupportedOperationException(READ_ONLY);
    }

    @Override
    public boolean removeEdge(Spring spring) {
        throw new UnsupportedOperationException(READ_ONLY);
    }

    @Override
    public boolean removeVertex(Body body) {
        throw new UnsupportedOperationException(READ_ONLY);
    }

    @Override
    public void setEdgeWeight(Spring spring, double weight) {
        throw new UnsupportedOperationException(READ_ONLY);
    }

    /** A set whose members are computed from their index. */
    private static final class IndexedSet<T> extends AbstractSet<T> {
        private final int size;
        private final IntFunction<T> element;
        private final Predicate<Object> member;

        IndexedSet(int size, IntFunction<T> element, Predicate<Object> member) {
            this.size = size;
            this.element = element;
            this.member = member;
        }

        @Override
        public int size() {
            return size;
        }

        @Override
        public boolean contains(Object value) {
            return member.test(value);
        }

        @Override
        public Iterator<T> iterator() {
            return IntStream.range(0, size).mapToObj(element).iterator();
        }
    }
}
