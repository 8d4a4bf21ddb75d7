package org.hamgraph.law;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Structure;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.phase.PhaseState;
import org.hamgraph.support.Checks;
import org.hamgraph.support.RandomStreams;

/**
 * How to make a system to test on: springs of stiffness 5 to 15 and rest length 1, bodies of mass 1 and 2, displaced
 * at random by up to 0.2 along every axis.
 *
 * @param topology which bodies have springs
 * @param bodies number of bodies, about; at least 1
 * @param dim dimension of space
 * @param periodic whether the box is periodic, where the topology allows it
 * @param arrangement where the bodies are
 * @param seed seed of displacements, momenta, masses and random springs
 * @since 0.1
 */
public record SystemRecipe(
        Topology topology, int bodies, int dim, boolean periodic, Arrangement arrangement, long seed) {
    /** Which bodies have springs. */
    public enum Topology {
        /** No springs. */
        NONE(1),
        CHAIN(1),
        RING(2),
        SQUARE(2),
        TRIANGULAR(2),
        HONEYCOMB(2),
        CUBIC(3),
        /** Springs between bodies at random, four a body on average. */
        RANDOM(1);

        private final int leastDim;

        Topology(int leastDim) {
            this.leastDim = leastDim;
        }

        /** Returns the smallest dimension of space it fits into. */
        public int leastDim() {
            return leastDim;
        }
    }

    /** Where the bodies are. */
    public enum Arrangement {
        DISPLACED,
        /** Bodies 0 and 1 at one place. */
        COINCIDENT,
        /** All on one line. */
        COLLINEAR,
        /** A million lengths from the origin. */
        FAR,
        /** Momenta zero. */
        AT_REST
    }

    /** Checks the components. */
    public SystemRecipe {
        Checks.atLeast(bodies, 1, "number of bodies");
        Checks.dimension(dim);
        if (dim < topology.leastDim) {
            throw new IllegalArgumentException(
                    "dimension must be at least " + topology.leastDim + " for " + topology + ", found " + dim);
        }
    }

    /**
     * Returns recipes that cover every topology, arrangement and dimension, the same ones for the same seed.
     *
     * @param count number of recipes
     * @param most most bodies
     * @param seed seed
     */
    public static List<SystemRecipe> some(int count, int most, long seed) {
        RandomGenerator random = RandomStreams.of(seed, "system recipes", 0);
        List<SystemRecipe> recipes = new ArrayList<>();
        for (int k = 0; k < Checks.atLeast(count, 1, "number of systems"); k++) {
            Topology topology = Topology.values()[k % Topology.values().length];
            int dim = random.nextInt(topology.leastDim, 4);
            Arrangement[] arrangements = Arrangement.values();
            Arrangement arrangement =
                    random.nextInt(3) > 0 ? Arrangement.DISPLACED : arrangements[random.nextInt(arrangements.length)];
            int bodies = random.nextInt(1, Math.max(2, most + 1));
            recipes.add(new SystemRecipe(topology, bodies, dim, random.nextInt(4) == 0, arrangement, seed + k));
        }
        return recipes;
    }

    /** Returns the system. */
    public BodySystem system() {
        RandomGenerator random = RandomStreams.of(seed, "system " + topology, bodies);
        Structure structure = structure();
        CompiledGraph graph = structure == null ? scattered(random) : springs(structure, random);
        Box box = structure == null ? Box.open(dim) : structure.box(1);
        double[] rest = structure == null ? spread(random) : structure.positions(1);
        int half = graph.nodes() * dim;
        double[] y = Arrays.copyOf(rest, 2 * half);
        for (int k = 0; k < half; k++) {
            y[k] += 0.2 * random.nextDouble(-1, 1);
            y[half + k] = arrangement == Arrangement.AT_REST ? 0 : graph.mass(k / dim) * random.nextGaussian();
        }
        arrange(y);
        return new BodySystem(graph, box, PhaseState.copyOf(new PhaseLayout(graph.nodes(), dim), y));
    }

    private void arrange(double[] y) {
        int half = y.length / 2;
        if (arrangement == Arrangement.COINCIDENT && half > dim) {
            System.arraycopy(y, 0, y, dim, dim);
        }
        for (int k = 0; k < half; k++) {
            if (arrangement == Arrangement.COLLINEAR && k % dim > 0) {
                y[k] = 0;
            }
            if (arrangement == Arrangement.FAR) {
                y[k] += 1e6;
            }
        }
    }

    /** Returns the lattice; null if there is none. */
    private Structure structure() {
        int least = periodic ? 4 : 2;
        int square = Math.max(least, (int) Math.round(Math.sqrt(bodies)));
        int even = Math.max(4, square + square % 2);
        int cube = Math.max(least, (int) Math.round(Math.cbrt(bodies)));
        int cells = Math.max(periodic ? 4 : 1, even / 4 * 2);
        Structure flat = switch (topology) {
            case CHAIN -> Structure.chain(Math.max(periodic ? 4 : 1, bodies), periodic);
            case RING -> Structure.ring(Math.max(3, bodies));
            case SQUARE -> Structure.square(square, square + 1, periodic);
            case TRIANGULAR -> Structure.triangular(even, even, periodic);
            case HONEYCOMB -> Structure.honeycomb(cells, cells, periodic);
            case CUBIC -> Structure.cubic(cube, cube, cube, periodic);
            case NONE, RANDOM -> null;
        };
        return flat == null || flat.dim() == dim ? flat : flat.in(dim);
    }

    private static CompiledGraph springs(Structure structure, RandomGenerator random) {
        CompiledGraph plain = structure.compile(1, 1, 1);
        CompiledGraph.Builder builder = bodies(plain.nodes(), random);
        for (int e = 0; e < plain.edges(); e++) {
            builder.spring(plain.first(e), plain.second(e), random.nextDouble(5, 15), 1, 0);
        }
        return builder.build();
    }

    private CompiledGraph scattered(RandomGenerator random) {
        CompiledGraph.Builder builder = bodies(bodies, random);
        for (int a = 0; topology == Topology.RANDOM && a < bodies; a++) {
            for (int b = a + 1; b < bodies; b++) {
                if (random.nextDouble() < 4.0 / bodies) {
                    builder.spring(a, b, random.nextDouble(5, 15), 1, 0);
                }
            }
        }
        return builder.build();
    }

    private static CompiledGraph.Builder bodies(int n, RandomGenerator random) {
        CompiledGraph.Builder builder = CompiledGraph.builder(n);
        for (int i = 0; i < n; i++) {
            builder.body(i, random.nextInt(1, 3), 0);
        }
        return builder;
    }

    /** Places about a length apart. */
    private double[] spread(RandomGenerator random) {
        double side = Math.pow(bodies, 1.0 / dim);
        double[] q = new double[bodies * dim];
        Arrays.setAll(q, k -> side * random.nextDouble());
        return q;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%s of %d bodies in %d dimensions%s, %s, seed %d",
                topology.name().toLowerCase(Locale.ROOT),
                bodies,
                dim,
                periodic ? ", periodic" : "",
                arrangement.name().toLowerCase(Locale.ROOT),
                seed);
    }
}
