package org.hamgraph.phase;

import java.util.random.RandomGenerator;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.support.RandomStreams;

/**
 * A crooked strip of bodies with springs to the next two, every mass, stiffness and rest length different.
 *
 * <p>Energies are smooth near it: bonded bodies are at least 0.6 apart, and a periodic strip (6 bodies or more, closed
 * along the first axis) keeps every difference away from half a period.
 */
record SampleSystem(CompiledGraph graph, Box box, double[] y, long seed) {
    /** Largest distance of a coordinate from the origin, before a law moves the bodies. */
    static final double SIZE = 16;

    /** Largest second derivative of the energy of harmonic springs: four springs k (1 + l/r) at a body. */
    static final double STIFFNESS = 4 * 5 * (1 + 1.5 / 0.6);

    private static final double JITTER = 0.2;
    private static final int REACH = 2;

    static SampleSystem of(int n, int dim, boolean periodic, long seed) {
        RandomGenerator random = RandomStreams.of(seed, "sample system", 0);
        CompiledGraph.Builder builder = CompiledGraph.builder(n);
        double[] y = new double[2 * n * dim];
        for (int i = 0; i < n; i++) {
            builder.body(i, random.nextDouble(0.5, 2), 0);
            for (int step = 1; step <= REACH; step++) {
                if (i + step < n || periodic) {
                    builder.spring(i, (i + step) % n, random.nextDouble(1, 5), random.nextDouble(0.5, 1.5), 0);
                }
            }
            y[i * dim] = i + random.nextDouble(-JITTER, JITTER);
            for (int axis = 1; axis < dim; axis++) {
                y[i * dim + axis] = random.nextDouble(-0.5, 0.5);
            }
        }
        for (int k = n * dim; k < y.length; k++) {
            y[k] = random.nextGaussian();
        }
        double[] period = new double[dim];
        for (int axis = 0; axis < dim; axis++) {
            period[axis] = !periodic ? 0 : axis == 0 ? n : 4;
        }
        return new SampleSystem(builder.build(), Box.of(period), y, seed);
    }

    PhaseLayout layout() {
        return new PhaseLayout(graph.nodes(), box.dim());
    }

    RandomGenerator random(String purpose) {
        return RandomStreams.of(seed, purpose, 1);
    }
}
