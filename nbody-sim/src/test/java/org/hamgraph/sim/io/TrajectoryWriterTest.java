package org.hamgraph.sim.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of every writer: what it refuses, and what it leaves behind when the disk refuses. */
class TrajectoryWriterTest {
    private static final CompiledGraph ONE = CompiledGraph.builder(1).build();

    @TempDir
    private Path folder;

    private TrajectoryWriter writer(String ending, boolean withForces) throws IOException {
        return TrajectoryFiles.writer(folder.resolve("run" + ending), ONE, Box.open(3), withForces);
    }

    private static String refusal(TrajectoryWriter out, double[] y, double[] forces) {
        return assertThrows(IllegalArgumentException.class, () -> out.write(0, 0, y, forces))
                .getMessage();
    }

    @ParameterizedTest
    @ValueSource(strings = {".dump", ".dump.gz", ".extxyz", ".extxyz.gz", ".npz"})
    void arraysThatDoNotFitAreRefused(String ending) throws IOException {
        try (TrajectoryWriter out = writer(ending, true)) {
            assertEquals(
                    "forces must be given to a writer opened with them, found none", refusal(out, new double[6], null));
            assertEquals("forces [n*dim] must have length 3, found 2", refusal(out, new double[6], new double[2]));
            assertTrue(refusal(out, new double[5], new double[3]).endsWith("must have length 6, found 5"));
            out.write(3, 0, new double[6], new double[3]);
            out.commit();
        }
        assertEquals(
                1,
                TrajectoryFiles.read(folder.resolve("run" + ending), ONE, 3).size(),
                "what was refused left nothing");
        try (TrajectoryWriter out = writer(ending, false)) {
            assertEquals(
                    "forces must be null for a writer opened without, found 3 numbers",
                    refusal(out, new double[6], new double[3]));
        }
    }

    /** An interrupt closes the file under the writer, as a disk may at any moment. */
    @ParameterizedTest
    @ValueSource(strings = {".dump", ".dump.gz", ".extxyz", ".extxyz.gz", ".npz"})
    void aFaultOfTheDiskNamesTheFileAndLeavesTheOldOneAndNothingElse(String ending) throws IOException {
        Path file = folder.resolve("run" + ending);
        Files.writeString(file, "old");
        try (TrajectoryWriter out = writer(ending, false)) {
            out.write(0, 0, new double[6], null);
            IOException fault;
            Thread.currentThread().interrupt();
            try {
                fault = assertThrows(IOException.class, out::commit);
            } finally {
                assertTrue(Thread.interrupted());
            }
            assertTrue(fault.getMessage().startsWith(file + ": "), fault.getMessage());
        }
        assertEquals("old", Files.readString(file));
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(file), left.toList());
        }
    }
}
