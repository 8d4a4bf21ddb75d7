package org.hamgraph.benchmarks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LeastSquaresTest {
    private static final Problem TINY = new Problem(60, 10, 3);

    @ParameterizedTest
    @EnumSource(Form.class)
    void everyFormReachesTheLeastResidual(Form form) {
        double[] c = form.solve(TINY, 2).coefficients();
        double least = residual2(c);
        assertTrue(least > 0);
        // Ridge and sketch stay within 1e-5 of the least residual; a step away from it in any direction is felt.
        assertEquals(residual2(Form.EJML.solve(TINY, 1).coefficients()), least, 1e-5 * least);
        c[3] += 0.1 * Math.sqrt(least);
        assertTrue(residual2(c) > least * (1 + 1e-5));
    }

    private static double residual2(double[] c) {
        double[][] a = Form.matrix(TINY, 1);
        double[] y = TINY.rightHandSide();
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            double rest = -y[i];
            for (int k = 0; k < c.length; k++) {
                rest += a[i][k] * c[k];
            }
            sum += rest * rest;
        }
        return sum;
    }

    @Test
    void moreUnitsLowerTheErrorOfTheEnergy() {
        Problem wide = new Problem(300, 120, 3);
        double error = TINY.relativeEnergyError(Form.BLOCKED.solve(TINY, 1).coefficients());
        double lower = wide.relativeEnergyError(Form.BLOCKED.solve(wide, 1).coefficients());
        assertTrue(lower > 0 && lower < error / 10, error + " and " + lower);
    }

    @Test
    void aLineOfJsonTellsTimesErrorAndMethod() {
        JsonNode line = line("--points", "60", "--width", "10", "--repeats", "2", "--threads", "1");
        assertEquals("hamgraph", line.get("program").asString());
        assertEquals(240, line.get("rows").asInt());
        assertEquals(3, line.get("solveSeconds").size());
        assertEquals(3, line.get("assembleSeconds").size());
        assertTrue(line.get("relativeEnergyError").asDouble() > 0);
        assertTrue(line.get("method").asString().contains("sketch"), line.toString());
        assertTrue(line.get("peakHeapMegabytes").asDouble() > 0);
    }

    @Test
    void theHashIsThatOfOneAndOfTwoThreads() {
        JsonNode line = line("--points", "60", "--width", "10", "--hash");
        assertTrue(line.get("equal").asBoolean());
        assertEquals(64, line.get("sha256").get("2").asString().length());
        JsonNode other = line("--points", "60", "--width", "10", "--hash", "--seed", "2");
        assertTrue(!other.get("sha256").equals(line.get("sha256")));
    }

    @Test
    void filesHoldTheProblemAsLittleEndianNumbers(@TempDir Path directory) throws IOException {
        line("--points", "60", "--width", "10", "--seed", "3", "--write", directory.toString());
        assertArrayEquals(ProblemFiles.bytes(TINY.rightHandSide()), Files.readAllBytes(directory.resolve("right.f64")));
        assertEquals(8 * 10, Files.size(directory.resolve("biases.f64")));
        assertArrayEquals(new byte[] {0, 0, 0, 0, 0, 0, (byte) 0xF0, 0x3F}, ProblemFiles.bytes(new double[] {1}));
    }

    @Test
    void badArgumentsEndWithCode2() {
        PrintStream before = System.err;
        ByteArrayOutputStream caught = new ByteArrayOutputStream();
        System.setErr(new PrintStream(caught, true, StandardCharsets.UTF_8));
        try {
            assertEquals(2, LeastSquares.run("--threads", "0"));
            assertEquals(2, LeastSquares.run("--form", "round"));
        } finally {
            System.setErr(before);
        }
        String text = caught.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains("number of threads must be at least 1, found 0"), text);
        assertTrue(text.contains("round"), text);
    }

    private static JsonNode line(String... args) {
        PrintStream before = System.out;
        ByteArrayOutputStream caught = new ByteArrayOutputStream();
        System.setOut(new PrintStream(caught, true, StandardCharsets.UTF_8));
        try {
            assertEquals(0, LeastSquares.run(args));
        } finally {
            System.setOut(before);
        }
        return JsonMapper.builder().build().readTree(caught.toString(StandardCharsets.UTF_8));
    }
}
