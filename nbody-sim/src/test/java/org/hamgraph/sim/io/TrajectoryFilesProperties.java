package org.hamgraph.sim.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.sim.trajectory.Trajectory;
import org.hamgraph.support.RandomStreams;

/** What was written is what is read, in every format. */
class TrajectoryFilesProperties {
    private static final List<String> ENDINGS = List.of(".dump", ".dump.gz", ".extxyz", ".extxyz.gz", ".npz");

    private static Path folder() throws IOException {
        Path folder = Files.createTempDirectory("trajectories");
        folder.toFile().deleteOnExit();
        return folder;
    }

    private static List<double[]> states(BodySystem system, int frames, RandomGenerator random) {
        List<double[]> states = new ArrayList<>();
        for (int k = 0; k < frames; k++) {
            double[] y = system.state().toArray();
            int half = y.length / 2;
            for (int i = 0; i < half; i++) {
                y[i] += 0.1 * k * random.nextGaussian();
                y[half + i] = random.nextGaussian();
            }
            states.add(y);
        }
        return states;
    }

    private static void assertRoundTrip(BodySystem system, String ending, boolean withForces, int frames, long seed)
            throws IOException {
        RandomGenerator random = RandomStreams.of(seed, "frames", 0);
        CompiledGraph graph = system.graph();
        List<double[]> states = states(system, frames, random);
        double[] forces = random.doubles(system.layout().half(), -9, 9).toArray();
        Path file = folder().resolve("run" + ending);
        try (TrajectoryWriter out = TrajectoryFiles.writer(file, graph, system.box(), withForces)) {
            for (int k = 0; k < frames; k++) {
                out.write(10L * k, 0.05 * k, states.get(k), withForces ? forces : null);
            }
            out.commit();
        }
        Trajectory read = TrajectoryFiles.read(file, graph, system.box().dim());
        Files.delete(file);
        assertEquals(frames, read.size());
        assertEquals(system.box(), read.box());
        assertEquals(withForces, read.hasForces());
        for (int k = 0; k < frames; k++) {
            assertEquals(10L * k, read.step(k));
            assertEquals(0.05 * k, read.time(k).orElseThrow());
            // Division by the mass and multiplication with it round once each.
            double[] found = read.state(k);
            for (int i = 0; i < found.length; i++) {
                double wanted = states.get(k)[i];
                assertEquals(
                        wanted, found[i], i < found.length / 2 ? 0 : 2 * Math.ulp(wanted), ending + " number " + i);
            }
            if (withForces) {
                assertArrayEquals(forces, read.forces(k));
            }
        }
    }

    @Property(tries = 60)
    void readingGivesBackWhatWasWritten(
            @ForAll @IntRange(min = 1, max = 12) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll @IntRange(min = 1, max = 4) int species,
            @ForAll boolean periodic,
            @ForAll boolean withForces,
            @ForAll @IntRange(min = 1, max = 4) int frames,
            @ForAll long seed)
            throws IOException {
        BodySystem system = Samples.system(n, dim, species, periodic, seed);
        for (String ending : ENDINGS) {
            assertRoundTrip(system, ending, withForces, frames, seed);
        }
    }

    @Property(tries = 60)
    void aDataFileGivesBackTheSystem(
            @ForAll @IntRange(min = 1, max = 12) int n,
            @ForAll @IntRange(min = 1, max = 4) int species,
            @ForAll boolean periodic,
            @ForAll long seed)
            throws IOException {
        BodySystem system = Samples.system(n, 3, species, periodic, seed);
        Path file = folder().resolve("system.data");
        LammpsData.write(file, system);
        BodySystem read = LammpsData.read(file).system(periodic);
        Files.delete(file);
        assertEquals(system.box(), read.box());
        assertSameGraph(system.graph(), read.graph());
        assertSameState(system, read);
    }

    @Property(tries = 60)
    void aGraphMlFileGivesBackTheSystem(
            @ForAll @IntRange(min = 1, max = 12) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll @IntRange(min = 1, max = 4) int species,
            @ForAll long seed)
            throws IOException {
        BodySystem system = Samples.system(n, dim, species, false, seed);
        Path file = folder().resolve("system.graphml");
        GraphMl.write(file, system);
        BodySystem read = GraphMl.read(file);
        Files.delete(file);
        assertEquals(system.box(), read.box());
        assertSameGraph(system.graph(), read.graph());
        assertSameState(system, read);
    }

    private static void assertSameGraph(CompiledGraph wanted, CompiledGraph found) {
        assertEquals(wanted.nodes(), found.nodes());
        assertEquals(wanted.edges(), found.edges());
        for (int i = 0; i < wanted.nodes(); i++) {
            assertEquals(wanted.body(i), found.body(i));
        }
        for (int e = 0; e < wanted.edges(); e++) {
            assertEquals(wanted.spring(e), found.spring(e));
        }
    }

    private static void assertSameState(BodySystem wanted, BodySystem found) {
        double[] y = wanted.state().toArray();
        double[] read = found.state().toArray();
        for (int i = 0; i < y.length; i++) {
            assertEquals(y[i], read[i], i < y.length / 2 ? 0 : 2 * Math.ulp(y[i]));
        }
    }

    @Example
    void theSameStatesGiveTheSameBytes() throws IOException {
        BodySystem system = Samples.system(5, 3, 2, true, 7);
        for (String ending : ENDINGS) {
            byte[][] bytes = new byte[2][];
            for (int k = 0; k < 2; k++) {
                Path file = folder().resolve("run" + ending);
                try (TrajectoryWriter out = TrajectoryFiles.writer(file, system.graph(), system.box(), false)) {
                    out.write(0, 0, system.state().toArray(), null);
                    out.commit();
                }
                bytes[k] = Files.readAllBytes(file);
                Files.delete(file);
            }
            assertArrayEquals(bytes[0], bytes[1], ending);
        }
    }

    @Example
    void anUncommittedFileLeavesTheOldOneAndNothingElse() throws IOException {
        BodySystem system = Samples.system(5, 3, 2, false, 7);
        for (String ending : ENDINGS) {
            Path folder = folder();
            Path file = folder.resolve("run" + ending);
            Files.writeString(file, "old");
            try (TrajectoryWriter out = TrajectoryFiles.writer(file, system.graph(), system.box(), false)) {
                out.write(0, 0, system.state().toArray(), null);
            }
            assertEquals("old", Files.readString(file));
            try (Stream<Path> left = Files.list(folder)) {
                assertEquals(1, left.count(), ending);
            }
            Files.delete(file);
        }
    }

    @Example
    void aCoordinateThatLeavesThePeriodComesBackUnwrapped() throws IOException {
        Path file = folder().resolve("wrapped.dump");
        StringBuilder text = new StringBuilder();
        for (int k = 0; k < 4; k++) {
            double wrapped = (0.4 * k + 3.5) % 4;
            text.append("ITEM: TIMESTEP\n")
                    .append(k)
                    .append("\nITEM: NUMBER OF ATOMS\n1\nITEM: BOX BOUNDS pp ff ff\n0 4\n0 1\n0 1\n")
                    .append("ITEM: ATOMS vx id vz x vy y z\n0.5 1 0 ")
                    .append(wrapped)
                    .append(" 0 0 0\n");
        }
        Files.writeString(file, text);
        Trajectory read = TrajectoryFiles.read(file, CompiledGraph.builder(1).build(), 1);
        for (int k = 0; k < 4; k++) {
            assertEquals(0.4 * k + 3.5, read.state(k)[0], 1e-14);
        }
        assertTrue(read.state(3)[0] > 4);
    }
}
