package org.hamgraph.sim.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.random.RandomGenerator;
import java.util.zip.GZIPInputStream;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.phase.PhaseState;
import org.hamgraph.support.RandomStreams;

/** The LAMMPS files among the test resources, and random systems. */
final class Samples {
    private Samples() {}

    static Path file(String name) {
        try {
            Path file = Files.createTempFile("sample", name);
            file.toFile().deleteOnExit();
            try (InputStream in = Samples.class.getResourceAsStream(name)) {
                Files.write(file, in.readAllBytes());
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(String name) {
        try (InputStream in = Samples.class.getResourceAsStream(name)) {
            InputStream plain = name.endsWith(".gz") ? new GZIPInputStream(in) : in;
            return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A chain with random masses, springs, species and state; every species has one mass, one stiffness and one rest
     * length.
     */
    static BodySystem system(int n, int dim, int species, boolean periodic, long seed) {
        RandomGenerator random = RandomStreams.of(seed, "test system", 0);
        double[] mass = random.doubles(species, 0.1, 3).toArray();
        double[] stiffness = random.doubles(species, 1, 20).toArray();
        CompiledGraph.Builder builder = CompiledGraph.builder(n);
        for (int i = 0; i < n; i++) {
            builder.body(i, mass[i % species], i % species);
            if (i > 0) {
                int kind = (i - 1) % species;
                builder.spring(i - 1, i, stiffness[kind], 0.5 * stiffness[kind], kind);
            }
        }
        double[] period = new double[dim];
        for (int axis = 0; axis < dim; axis++) {
            period[axis] = periodic ? random.nextDouble(4, 9) : 0;
        }
        return new BodySystem(builder.build(), Box.of(period), state(n, dim, builder.build(), random));
    }

    /**
     * A random state whose momenta are exact products of mass and velocity, so that files of velocities can hold
     * them.
     */
    static PhaseState state(int n, int dim, CompiledGraph graph, RandomGenerator random) {
        double[] y = new double[2 * n * dim];
        for (int k = 0; k < n * dim; k++) {
            y[k] = random.nextDouble(-5, 5);
            y[n * dim + k] = graph.mass(k / dim) * random.nextGaussian();
        }
        return PhaseState.copyOf(new PhaseLayout(n, dim), y);
    }
}
