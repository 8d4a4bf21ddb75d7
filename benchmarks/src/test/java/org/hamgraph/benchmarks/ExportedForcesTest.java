package org.hamgraph.benchmarks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hamgraph.hgn.io.ModelFile;
import org.hamgraph.hgn.model.TrainedHgn;
import org.hamgraph.hgn.network.LearnedHamiltonian;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.phase.PhaseState;
import org.hamgraph.sim.io.LammpsData;
import org.hamgraph.sim.io.TrajectoryFiles;
import org.hamgraph.sim.io.TrajectoryWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ExportedForcesTest {
    private static final double SHIFT = 1e-3;

    @TempDir
    private Path folder;

    @Test
    void theDifferenceIsThatOfTheDumpAndTheBoundThatOfTheTable() throws IOException {
        Lattice lattice = new Lattice(3);
        TrainedHgn model = Lattice.train(16);
        ModelFile.write(folder.resolve("model.json"), model);
        double[] y = lattice.start();
        PhaseState state = PhaseState.copyOf(new PhaseLayout(27, 3), y);
        LammpsData.writeWithoutCoefficients(
                folder.resolve("system.data"), new BodySystem(lattice.graph(), lattice.box(), state));
        Files.writeString(folder.resolve("bonds.table"), "BOND-1\nN 2 FP 0 0\n\n1 0.5 1.25 5.0\n2 1.7 2.45 -7.0\n");
        LearnedHamiltonian learned = model.on(lattice.graph(), lattice.box());
        double[] force = new double[81];
        learned.force(y, force, 0);
        force[40] += SHIFT;
        try (TrajectoryWriter writer =
                TrajectoryFiles.writer(folder.resolve("run.dump"), lattice.graph(), lattice.box(), true)) {
            writer.write(0, 0, y, force);
            writer.commit();
        }
        JsonNode line = line();
        assertEquals(27, line.get("nodes").asInt());
        assertEquals(1, line.get("states").asInt());
        // The force may be read back a rounding off.
        assertEquals(SHIFT, line.get("largestDifference").asDouble(), 1e-12);
        assertEquals(7, line.get("largestForceOfTable").asDouble());
        assertEquals(6 * 1e-11 * 7, line.get("bound").asDouble(), 1e-24);
        assertTrue(line.get("largestForce").asDouble() > 0.1);
    }

    private JsonNode line() {
        PrintStream before = System.out;
        ByteArrayOutputStream caught = new ByteArrayOutputStream();
        System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
        try {
            assertEquals(
                    0,
                    ExportedForces.run(
                            "--model",
                            folder.resolve("model.json").toString(),
                            "--export",
                            folder.toString(),
                            "--stated",
                            "1e-11"));
        } finally {
            System.setOut(before);
        }
        return JsonMapper.builder().build().readTree(caught.toString(StandardCharsets.UTF_8));
    }
}
