package org.hamgraph.sweep;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.NodePermutation;
import org.hamgraph.graph.Structure;
import org.hamgraph.support.RandomStreams;

/**
 * A system for sweeps: a jittered lattice of some kind, whole or with springs missing, its springs pulled by one to
 * three functions and its bodies of one or two species.
 *
 * @param graph bodies and springs; their species choose the functions
 * @param box space
 * @param y state
 * @param pulls slope dV/dr of every species of spring
 * @param motions f of every species of body
 * @param name what it is, for messages
 */
record SweepSystem(
        CompiledGraph graph,
        Box box,
        double[] y,
        PiecewisePolynomial[] pulls,
        PiecewisePolynomial[] motions,
        String name) {
    /** Kinds of graphs. */
    enum Kind {
        CHAIN,
        RING,
        SQUARE,
        CUBIC,
        TRIANGULAR,
        HONEYCOMB,
        /** Numbered at random, a third of the springs missing: no runs but short ones. */
        SHUFFLED;

        /** A lattice of about n bodies. */
        Structure structure(int n, boolean periodic) {
            int side = Math.max(6, (int) Math.round(Math.sqrt(n)));
            int edge = Math.max(5, (int) Math.round(Math.cbrt(n)));
            return switch (this) {
                case CHAIN -> Structure.chain(Math.max(5, n), periodic);
                case RING -> Structure.ring(Math.max(5, n));
                case SQUARE -> Structure.square(side, side, periodic);
                case CUBIC -> Structure.cubic(edge, edge, edge + 1, periodic);
                case TRIANGULAR -> Structure.triangular(side, side + side % 2, periodic);
                case HONEYCOMB -> Structure.honeycomb(side, side / 2 + side / 2 % 2 + 2, periodic);
                case SHUFFLED -> Structure.cubic(edge, edge, edge, periodic);
            };
        }
    }

    static SweepSystem of(Kind kind, int n, boolean periodic, long seed) {
        RandomGenerator random = RandomStreams.of(seed, "sweep system", 0);
        Structure structure = kind.structure(n, periodic);
        structure = structure.in(random.nextInt(structure.dim(), 4));
        int dim = structure.dim();
        CompiledGraph graph = furnish(structure.compile(1, 1, 1), kind, random);
        double[] y = Arrays.copyOf(structure.positions(1), 2 * graph.nodes() * dim);
        for (int k = 0; k < y.length; k++) {
            y[k] += k < y.length / 2 ? random.nextDouble(-0.12, 0.12) : random.nextGaussian();
        }
        if (kind == Kind.SHUFFLED) {
            NodePermutation shuffle = NodePermutation.random(graph.nodes(), random);
            graph = shuffle.apply(graph);
            y = shuffle.apply(y, dim);
        }
        PiecewisePolynomial[] pulls = new PiecewisePolynomial[3];
        PullForm[] form = new PullForm[3];
        for (int k = 0; k < pulls.length; k++) {
            form[k] = PullForm.values()[random.nextInt(PullForm.values().length)];
            pulls[k] = form[k].pull(random);
        }
        PiecewisePolynomial[] motions = {PiecewisePolynomial.polynomial(0, 0.5), slowing()};
        if (random.nextBoolean()) {
            motions[0] = motions[1];
            motions[1] = PiecewisePolynomial.polynomial(0, 0.25);
        }
        return new SweepSystem(
                graph,
                structure.box(1),
                y,
                pulls,
                motions,
                kind + " n=" + n + " dim=" + dim + " periodic=" + periodic + " seed=" + seed + " "
                        + Arrays.toString(form));
    }

    /** 1/2 − s/20 + s²/250 below 4, on two pieces, and straight on from there. */
    private static PiecewisePolynomial slowing() {
        return PiecewisePolynomial.continued(
                0,
                4,
                new double[][] {{0.454, -0.084, 0.016}, {0.386, -0.052, 0.016}},
                new double[] {0.5, -0.05},
                new double[] {0.364, -0.018});
    }

    /** Gives bodies masses and species, springs species, and may leave springs out. */
    private static CompiledGraph furnish(CompiledGraph graph, Kind kind, RandomGenerator random) {
        boolean equalMasses = random.nextBoolean();
        int bodySpecies = random.nextInt(1, 3);
        int classes = random.nextInt(1, 4);
        boolean byDirection = random.nextBoolean();
        double missing = kind == Kind.SHUFFLED ? 0.33 : random.nextBoolean() ? 0 : 0.03;
        CompiledGraph.Builder builder = CompiledGraph.builder(graph.nodes());
        double mass = random.nextDouble(0.5, 2);
        for (int i = 0; i < graph.nodes(); i++) {
            int species = bodySpecies == 1 ? 0 : i / 50 % 3 == 1 ? 1 : 0;
            builder.body(i, equalMasses ? mass : random.nextDouble(0.5, 2), species);
        }
        for (int e = 0; e < graph.edges(); e++) {
            int offset = graph.second(e) - graph.first(e);
            int species = byDirection ? offset % classes : random.nextInt(100) < 97 ? 0 : random.nextInt(classes);
            if (e == 0 || random.nextDouble() >= missing) {
                builder.spring(graph.first(e), graph.second(e), 1, 1, species);
            }
        }
        return builder.build();
    }

    PairClasses classes() {
        return PairClasses.of(graph, (species, stiffness, restLength) -> pulls[species])
                .orElseThrow();
    }

    RunPlan plan(boolean withRuns) {
        return RunPlan.of(graph, box, classes(), bodies(), withRuns, null);
    }

    private BodyClasses bodies() {
        return new BodyClasses(graph, species -> motions[species], i -> 1 / graph.mass(i));
    }

    /** The same system without one of its springs. */
    SweepSystem without(int spring) {
        CompiledGraph.Builder builder = CompiledGraph.builder(graph.nodes());
        for (int i = 0; i < graph.nodes(); i++) {
            builder.body(i, graph.mass(i), graph.bodySpecies(i));
        }
        for (int e = 0; e < graph.edges(); e++) {
            if (e != spring) {
                builder.spring(graph.first(e), graph.second(e), 1, 1, graph.springSpecies(e));
            }
        }
        return new SweepSystem(builder.build(), box, y, pulls, motions, name + " without spring " + spring);
    }

    /** The same system in another state. */
    SweepSystem at(double... state) {
        return new SweepSystem(graph, box, state, pulls, motions, name);
    }
}
