package org.hamgraph.benchmarks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.hamgraph.hgn.model.RangeReport;
import org.hamgraph.hgn.model.TrainedHgn;
import org.hamgraph.sim.io.LammpsData;
import org.hamgraph.support.FileFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RolloutSpeedTest {
    /** 20 steps are a time of 0.1: forces learned to 1e-9 move momenta by a tenth of that, positions by less. */
    private static final double LEARNED = 1e-9;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(EnergyForm.class)
    void everyFormFollowsTheReference(EnergyForm form) {
        line("--nodes-per-side", "4", "--write-start", folder.toString(), "--reference-steps", "20");
        JsonNode line = run(form, "2");
        assertEquals("hamgraph", line.get("program").asString());
        assertEquals(64, line.get("nodes").asInt());
        assertEquals(144, line.get("edges").asInt());
        assertEquals(form.label(), line.get("energyForm").asString());
        assertEquals(6, line.get("steps").asInt());
        assertEquals(
                64 * 6 / line.get("seconds").asDouble(),
                line.get("nodeStepsPerSecond").asDouble(),
                1e-12 * line.get("nodeStepsPerSecond").asDouble());
        double bound = form.learned() ? LEARNED : 0;
        assertTrue(line.get("positionError").asDouble() <= bound, line.toString());
        assertTrue(line.get("momentumError").asDouble() <= bound, line.toString());
        assertEquals(form.learned(), line.has("edgesOutside"));
        // Nothing drifts, so that the sum of all positions stays what it is at the start.
        double[] start = new Lattice(4).start();
        double sum = Arrays.stream(start, 0, start.length / 2).sum();
        assertEquals(sum, line.get("checksum").asDouble(), form.learned() ? 1e-7 : 1e-11);
    }

    @Test
    void anotherStartLeavesTheReference() throws IOException {
        line("--nodes-per-side", "4", "--write-start", folder.toString(), "--reference-steps", "20");
        Path start = folder.resolve("start.f64");
        double[] y = new Lattice(4).start();
        y[0] += 1e-6;
        Files.write(start, ProblemFiles.bytes(y));
        assertTrue(run(EnergyForm.EXACT, "1").get("positionError").asDouble() > 1e-7);
        Files.write(start, new byte[8]);
        assertEquals(
                start + ": a state must be 384 numbers of 8 bytes, found 8 bytes",
                assertThrows(FileFormatException.class, () -> RolloutFiles.start(new Lattice(4), folder))
                        .getMessage());
    }

    private JsonNode run(EnergyForm form, String threads) {
        return line(
                "--nodes-per-side",
                "4",
                "--energy",
                form.label(),
                "--width",
                "16",
                "--threads",
                threads,
                "--start",
                folder.toString(),
                "--reference-steps",
                "20",
                "--warm-up",
                "5",
                "--steps",
                "6");
    }

    @Test
    void filesHoldTheStartForOtherPrograms() throws IOException {
        line("--nodes-per-side", "3", "--write-start", folder.toString(), "--lammps");
        double[] start = new Lattice(3).start();
        double[] read = new double[start.length];
        ByteBuffer.wrap(Files.readAllBytes(folder.resolve("start.f64")))
                .order(ByteOrder.LITTLE_ENDIAN)
                .asDoubleBuffer()
                .get(read);
        assertArrayEquals(start, read);
        // No steps: the reference is the start.
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("start.f64")), Files.readAllBytes(folder.resolve("reference.f64")));
        assertArrayEquals(
                start,
                LammpsData.read(folder.resolve("system.data"))
                        .system(false)
                        .state()
                        .toArray());
        line("--nodes-per-side", "3", "--write-start", folder.resolve("bare").toString());
        assertFalse(Files.exists(folder.resolve("bare/system.data")));
    }

    @Test
    void secondsChooseTheSteps() {
        JsonNode line = line("--nodes-per-side", "2", "--energy", "exact", "--seconds", "0.002");
        assertTrue(line.get("steps").asInt() >= 1);
        assertTrue(line.get("warmUp").asInt() >= 1);
    }

    @Test
    void trainingSeesTheLengthsOfTheStart() {
        Lattice lattice = new Lattice(8);
        TrainedHgn model = Lattice.train(16);
        double[] y = lattice.start();
        assertEquals(0, outside(model, lattice, y));
        for (int k = 0; k < y.length; k++) {
            y[k] *= 2;
        }
        assertTrue(outside(model, lattice, y) > 0.9);
    }

    private static double outside(TrainedHgn model, Lattice lattice, double[] y) {
        return RangeReport.of(model, lattice.graph(), lattice.box(), new double[][] {y})
                .edgesOutside();
    }

    @Test
    void badArgumentsEndWithCode2() {
        PrintStream before = System.err;
        ByteArrayOutputStream caught = new ByteArrayOutputStream();
        System.setErr(new PrintStream(caught, true, StandardCharsets.UTF_8));
        try {
            assertEquals(2, RolloutSpeed.run("--threads", "0"));
            assertEquals(2, RolloutSpeed.run("--nodes-per-side", "801"));
            assertEquals(2, RolloutSpeed.run("--reference-steps", "3"));
            assertEquals(2, RolloutSpeed.run("--energy", "kinetic"));
        } finally {
            System.setErr(before);
        }
        String text = caught.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("number of threads must be at least 1, found 0"), text);
        assertTrue(text.contains("nodes per side must be at most 800, found 801"), text);
        assertTrue(text.contains("--reference-steps must go with --start or --write-start, found 3 without"), text);
        assertTrue(text.contains("kinetic"), text);
    }

    private static JsonNode line(String... args) {
        PrintStream before = System.out;
        ByteArrayOutputStream caught = new ByteArrayOutputStream();
        System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
        try {
            assertEquals(0, RolloutSpeed.run(args));
        } finally {
            System.setOut(before);
        }
        return JsonMapper.builder().build().readTree(caught.toString(StandardCharsets.UTF_8));
    }
}
