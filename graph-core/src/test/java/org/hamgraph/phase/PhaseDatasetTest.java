package org.hamgraph.phase;

import static org.hamgraph.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.HashSet;
import java.util.Set;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Structure;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PhaseDatasetTest {
    private static final CompiledGraph GRAPH = Structure.chain(2, false).compile(1, 10, 1);
    private static final Box BOX = Box.open(1);

    private double[][] states;
    private double[][] derivatives;

    @BeforeEach
    void fill() {
        states = new double[][] {{1, 2, 3, 4}, {5, 6, 7, 8}};
        derivatives = new double[][] {{11, 12, 13, 14}, {15, 16, 17, 18}};
    }

    private PhaseDataset data() {
        return PhaseDataset.copyOf(GRAPH, BOX, states, derivatives);
    }

    @Test
    void itHoldsWhatItWasGiven() {
        PhaseDataset data = data();
        assertSame(GRAPH, data.graph());
        assertSame(BOX, data.box());
        assertEquals(new PhaseLayout(2, 1), data.layout());
        assertEquals(2, data.size());
        assertArrayEquals(new double[] {5, 6, 7, 8}, data.state(1), 0);
        assertArrayEquals(new double[] {11, 12, 13, 14}, data.derivative(0), 0);
    }

    @Test
    void neitherArraysGivenNorArraysReturnedReachIt() {
        PhaseDataset data = data();
        String fingerprint = data.fingerprint();
        states[0][0] = 99;
        derivatives[0][0] = 99;
        states[1] = null;
        data.state(0)[1] = 99;
        data.derivative(0)[1] = 99;
        data.select(0).state(0)[1] = 99;
        assertArrayEquals(new double[] {1, 2, 3, 4}, data.state(0), 0);
        assertArrayEquals(new double[] {11, 12, 13, 14}, data.derivative(0), 0);
        assertEquals(fingerprint, data.fingerprint());
    }

    @Test
    void aKnownEnergyGivesTheDerivatives() {
        PhaseDataset data = PhaseDataset.of(GRAPH, BOX, new double[][] {{0, 3, 5, 6}}, new HarmonicSprings(GRAPH, BOX));
        assertArrayEquals(new double[] {0, 3, 5, 6}, data.state(0), 0);
        assertArrayEquals(new double[] {5, 6, 20, -20}, data.derivative(0), 0);
    }

    @Test
    void selectedStatesComeInTheOrderAsked() {
        PhaseDataset data = data().select(1, 0, 1);
        assertEquals(3, data.size());
        assertArrayEquals(new double[] {5, 6, 7, 8}, data.state(0), 0);
        assertArrayEquals(new double[] {1, 2, 3, 4}, data.state(1), 0);
        assertArrayEquals(new double[] {15, 16, 17, 18}, data.derivative(2), 0);
        assertEquals(data().fingerprint(), data().select(0, 1).fingerprint());
        assertNotEquals(data().fingerprint(), data().select(1, 0).fingerprint());
    }

    /** Computed by another program: SHA-256 of the big-endian doubles, state and derivative in turn. */
    @Test
    void theFingerprintIsTheHashOfTheNumbers() {
        CompiledGraph one = CompiledGraph.builder(1).build();
        double[][] y = {{0.5, -1.25}, {3.0, 1e-300}};
        double[][] dydt = {{0.1, 2.0}, {-0.0, 7.0}};
        assertEquals(
                "22c69df6afe93168584b46657e59bae717c0ad97a40a9362718db72b34188cfe",
                PhaseDataset.copyOf(one, BOX, y, dydt).fingerprint());
    }

    @Test
    void anyOneNumberChangesTheFingerprint() {
        Set<String> seen = new HashSet<>();
        seen.add(data().fingerprint());
        for (double[][] numbers : new double[][][] {states, derivatives}) {
            for (double[] row : numbers) {
                for (int k = 0; k < row.length; k++) {
                    double old = row[k];
                    row[k] = Math.nextUp(old);
                    seen.add(data().fingerprint());
                    row[k] = old;
                }
            }
        }
        assertEquals(17, seen.size());
        assertEquals(data().fingerprint(), data().fingerprint());
    }

    @Test
    void countsThatDifferAreRefused() {
        assertRefused(
                "number of states must be at least 1, found 0",
                () -> PhaseDataset.copyOf(GRAPH, BOX, new double[0][], new double[0][]));
        assertRefused(
                "derivatives must be as many as states, 2, found 1",
                () -> PhaseDataset.copyOf(GRAPH, BOX, states, new double[1][4]));
        assertRefused("number of states must be at least 1, found 0", () -> data().select());
        assertRefused("state must lie in 0..1, found 2", () -> data().select(0, 2));
    }

    @Test
    void lengthsThatDifferAreRefused() {
        states[1] = new double[3];
        assertRefused("state 1 [2*n*dim] must have length 4, found 3", this::data);
        states[1] = new double[4];
        derivatives[0] = new double[5];
        assertRefused("derivative 0 [2*n*dim] must have length 4, found 5", this::data);
    }

    @Test
    void numbersThatAreNotFiniteAreRefusedByName() {
        derivatives[1][2] = Double.POSITIVE_INFINITY;
        assertRefused("derivative 1 must be finite, found Infinity for p of body 0, axis 0", this::data);
        states[1][1] = Double.NaN;
        assertRefused("state 1 must be finite, found NaN for q of body 1, axis 0", this::data);
    }

    @Test
    void anEnergyOfAnotherLayoutIsRefused() {
        CompiledGraph three = Structure.chain(3, false).compile(1, 10, 1);
        CompiledGraph two = Structure.chain(2, false).compile(1, 10, 1);
        assertRefused(
                "truth must be of PhaseLayout[nodes=2, dim=3], found PhaseLayout[nodes=3, dim=2]",
                () -> PhaseDataset.of(
                        two, Box.open(3), new double[][] {new double[12]}, new HarmonicSprings(three, Box.open(2))));
        assertRefused(
                "state y [2*n*dim] must have length 4, found 5",
                () -> PhaseDataset.of(GRAPH, BOX, new double[][] {new double[5]}, new HarmonicSprings(GRAPH, BOX)));
    }
}
