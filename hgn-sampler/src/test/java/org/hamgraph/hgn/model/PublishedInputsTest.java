package org.hamgraph.hgn.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Structure;
import org.hamgraph.hgn.network.SampledLayer;
import org.hamgraph.hgn.sample.Activation;
import org.hamgraph.hgn.sample.DenseLayer;
import org.hamgraph.phase.PhaseDataset;
import org.junit.jupiter.api.Test;

/**
 * Three bodies on a line, in two states: there a frame only takes the mean away, and the neighbours are 1; 0 and 2; 1.
 */
class PublishedInputsTest {
    private static final double[][] STATES = {{-1, 0.25, 0.75, 5, 6, 7}, {-2, -0.5, 2.5, 8, 9, 10}};
    private static final PublishedInputs INPUTS = inputs();

    private static PublishedInputs inputs() {
        CompiledGraph chain = Structure.chain(3, false).compile(1, 1, 1);
        return new PublishedInputs(PhaseDataset.copyOf(chain, Box.open(1), STATES, STATES));
    }

    @Test
    void bodiesBringPositionsAndMomentaInTheFrame() {
        double[] wanted = {-1, 5, 0.25, 6, 0.75, 7, -2, 8, -0.5, 9, 2.5, 10};
        assertArrayEquals(wanted, INPUTS.ofBodies());
    }

    @Test
    void edgesBringDifferencesAndDistancesBothWays() {
        double[] wanted = {1.25, 1.25, -1.25, 1.25, 0.5, 0.5, -0.5, 0.5, 1.5, 1.5, -1.5, 1.5, 3, 3, -3, 3};
        assertArrayEquals(wanted, INPUTS.ofEdges());
    }

    @Test
    void messagesBringReceiverSenderAndEdge() {
        DenseLayer ofBodies = DenseLayer.copyOf(2, new double[] {1, 0, 0, 0.1}, new double[] {0, 0});
        DenseLayer ofEdges = DenseLayer.copyOf(2, new double[] {1, 0, 0, 1, 1, 1}, new double[] {0, 0.5, 1});
        double[] found = INPUTS.ofMessages(
                new SampledLayer(ofBodies, Activation.TANH), new SampledLayer(ofEdges, Activation.TANH));
        int[][] slots = {{0, 1}, {1, 0}, {1, 2}, {2, 1}};
        double[] wanted = new double[2 * 4 * 7];
        int at = 0;
        for (double[] y : STATES) {
            for (int[] slot : slots) {
                double d = y[slot[1]] - y[slot[0]];
                for (int body : slot) {
                    wanted[at++] = y[body];
                    wanted[at++] = 0.1 * y[3 + body];
                }
                wanted[at++] = d;
                wanted[at++] = Math.abs(d) + 0.5;
                wanted[at++] = d + Math.abs(d) + 1;
            }
        }
        Arrays.setAll(wanted, k -> Math.tanh(wanted[k]));
        // Our tanh is within a few ulps.
        assertArrayEquals(wanted, found, 1e-15);
    }
}
