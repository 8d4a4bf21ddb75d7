package org.hamgraph.eval.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.sim.force.SpringHamiltonian;
import org.hamgraph.sim.integrate.Stepper;
import org.hamgraph.sim.integrate.StormerVerlet;
import org.hamgraph.support.PendingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two masses on a spring: m = 2 and 0.5, k = 4, rest length 1. */
class ConservationLogTest {
    private static final CompiledGraph PAIR = CompiledGraph.builder(2)
            .body(0, 2, 0)
            .body(1, 0.5, 0)
            .spring(0, 1, 4, 1, 0)
            .build();

    @TempDir
    private Path folder;

    private List<String> lines(int dim, double[]... states) throws IOException {
        Path file = folder.resolve("run.csv");
        SeparableHamiltonian pair = SpringHamiltonian.of(PAIR, Box.open(dim));
        try (ConservationLog log = new ConservationLog(PendingFile.create(file), pair)) {
            for (int k = 0; k < states.length; k++) {
                log.record(10L * k, 0.25 * k, states[k]);
            }
            log.commit();
        }
        return Files.readAllLines(file);
    }

    @Test
    void onALine() throws IOException {
        // T = 4/4 + 1/1 = 2, V = 4/2 (1.5 - 1)^2 = 0.5, P = 2 - 1.
        List<String> lines = lines(1, new double[] {0, 1.5, 2, -1}, new double[] {0, 1, 0, 0});
        assertEquals(
                List.of(
                        "step,time,kineticEnergy,potentialEnergy,energy,momentumX",
                        "0,0.0,2.0,0.5,2.5,1.0",
                        "10,0.25,0.0,0.0,0.0,0.0"),
                lines);
    }

    @Test
    void inThePlane() throws IOException {
        // r = 3: V = 4/2 2^2 = 8; p = (0,2), (2,1): T = 4/4 + 5/1 = 6; L = 1*2 - 0 + 1*1 - 3*2 = -3.
        List<String> lines = lines(2, new double[] {1, 0, 1, 3, 0, 2, 2, 1});
        assertEquals(
                List.of(
                        "step,time,kineticEnergy,potentialEnergy,energy,momentumX,momentumY,angularMomentumZ",
                        "0,0.0,6.0,8.0,14.0,2.0,3.0,-3.0"),
                lines);
    }

    @Test
    void inSpace() throws IOException {
        // (1,2,3) x (4,5,6) = (-3,6,-3), the other body rests at distance 1.
        List<String> lines = lines(3, new double[] {1, 2, 3, 1, 2, 4, 4, 5, 6, 0, 0, 0});
        assertEquals(
                List.of(
                        "step,time,kineticEnergy,potentialEnergy,energy,momentumX,momentumY,momentumZ,"
                                + "angularMomentumX,angularMomentumY,angularMomentumZ",
                        "0,0.0,19.25,0.0,19.25,4.0,5.0,6.0,-3.0,6.0,-3.0"),
                lines);
    }

    @Test
    void theEnergiesAreThoseOfTheOscillator() throws IOException {
        // Reduced mass 0.4, omega^2 = k/mu = 10: with r - 1 = a cos(omega t), V = k/2 a^2 cos^2 and T the rest.
        double a = 0.3;
        double omega = Math.sqrt(10);
        double dt = 1e-3;
        double[] y = {0, 1 + a, 0, 0};
        Stepper stepper = new StormerVerlet().start(SpringHamiltonian.of(PAIR, Box.open(1)), y, dt);
        double[][] states = new double[5][];
        for (int k = 0; k < states.length; k++) {
            states[k] = y.clone();
            stepper.advance(250);
        }
        List<String> lines = lines(1, states);
        for (int k = 0; k < states.length; k++) {
            double[] row = Arrays.stream(lines.get(k + 1).split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            double cosine = Math.cos(omega * row[1]);
            // Step-limited: the phase is off by omega t (omega dt)^2 / 24 = 1.3e-6, the energies of at most 0.18 by
            // that fraction and (omega dt)^2 / 8.
            assertEquals(2 * a * a * cosine * cosine, row[3], 2e-6);
            assertEquals(2 * a * a * (1 - cosine * cosine), row[2], 2e-6);
            assertEquals(row[2] + row[3], row[4], 0);
            // Momenta are sums of 1000 kicks of opposite sign.
            assertEquals(0, row[5], 1e-13);
        }
    }
}
