package org.hamgraph.hgn.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.hamgraph.feature.BodyCoordinate;
import org.hamgraph.feature.EdgeChannel;
import org.hamgraph.feature.EdgeCoordinate;
import org.hamgraph.feature.InvariantFeatures;
import org.hamgraph.feature.ScalarInput;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.hgn.sample.Activation;
import org.hamgraph.hgn.sample.DenseLayer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class PairwiseNetworkTest {
    private static final Range RANGE = new Range(0, 2, 1);
    private static final InvariantFeatures TWO_CHANNELS = new InvariantFeatures(
            EdgeCoordinate.EXTENSION,
            List.of(ScalarInput.LINEAR),
            List.of(EdgeChannel.ONE, EdgeChannel.STIFFNESS),
            BodyCoordinate.SQUARED_MOMENTUM_PER_MASS,
            List.of(ScalarInput.LINEAR));
    private static final CompiledGraph PAIR = CompiledGraph.builder(2)
            .body(0, 2, 0)
            .body(1, 4, 0)
            .spring(0, 1, 10, 1, 0)
            .build();

    /** One unit that computes u itself where it is positive. */
    private static CoordinateLayer identity(int units) {
        double[] weight = new double[units];
        double[] bias = new double[units];
        for (int a = 0; a < units; a++) {
            weight[a] = a + 1;
        }
        return new CoordinateLayer(
                List.of(ScalarInput.LINEAR),
                new double[1],
                new double[] {1},
                DenseLayer.copyOf(1, weight, bias),
                Activation.RELU,
                RANGE);
    }

    private static void assertRefused(String message, Executable call) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, call).getMessage());
    }

    @Test
    void featuresAndJacobianOfAPairAreThoseWorkedOutByHand() {
        PairwiseNetwork network = new PairwiseNetwork(TWO_CHANNELS, List.of(identity(2)), List.of(identity(1)));
        // r = 1.5, extension 0.5; p = 3 of mass 2 and 2 of mass 4: s/m = 4.5 and 1.
        double[] y = {0, 1.5, 3, 2};
        assertEquals(4, network.columns());
        assertEquals(2, network.bodyColumns());
        assertArrayEquals(new double[] {5.5, 11, 0.5, 5}, network.features(PAIR, Box.open(1), y), 1e-15);
        double[] jacobian = {
            0, 0, -1, -10, //
            0, 0, 1, 10, //
            3, 6, 0, 0, //
            1, 2, 0, 0
        };
        assertArrayEquals(jacobian, network.jacobian(PAIR, Box.open(1), y), 1e-15);
    }

    @Test
    void acrossAPeriodicBoundaryTheNearestImageCounts() {
        PairwiseNetwork network = new PairwiseNetwork(TWO_CHANNELS, List.of(identity(1)), List.of(identity(1)));
        // At 0.2 and 4.0 of a period of 5 the distance is 1.2, and the nearest image of the second body lies to the
        // left.
        double[] y = {0.2, 4.0, 0, 0};
        assertArrayEquals(new double[] {0, 0.2, 2}, network.features(PAIR, Box.of(5), y), 1e-14);
        double[] jacobian = network.jacobian(PAIR, Box.of(5), y);
        assertArrayEquals(new double[] {0, 1, 10, 0, -1, -10, 0, 0, 0, 0, 0, 0}, jacobian, 1e-14);
    }

    @Test
    void coincidentBodiesHaveNoSlope() {
        PairwiseNetwork network = new PairwiseNetwork(TWO_CHANNELS, List.of(identity(1)), List.of(identity(1)));
        assertArrayEquals(new double[12], network.jacobian(PAIR, Box.open(1), new double[4]), 0);
    }

    @Test
    void columnsAreOrderedBySpeciesAndThenByChannel() {
        PairwiseNetwork network =
                new PairwiseNetwork(TWO_CHANNELS, List.of(identity(2), identity(3)), List.of(identity(4), identity(5)));
        assertEquals(0, network.bodyStart(0));
        assertEquals(2, network.bodyStart(1));
        assertEquals(5, network.edgeStart(0, 0));
        assertEquals(9, network.edgeStart(0, 1));
        assertEquals(13, network.edgeStart(1, 0));
        assertEquals(18, network.edgeStart(1, 1));
        assertEquals(23, network.columns());
    }

    @Test
    void speciesWithoutALayerAreRefused() {
        PairwiseNetwork network = new PairwiseNetwork(TWO_CHANNELS, List.of(identity(1)), List.of(identity(1)));
        CompiledGraph body = CompiledGraph.builder(2).body(1, 1, 3).build();
        CompiledGraph edge = CompiledGraph.builder(2).spring(0, 1, 1, 1, 1).build();
        String seen = " must be among the 1 seen in training, found species ";
        assertRefused("species of bodies" + seen + 3, () -> network.features(body, Box.open(1), new double[4]));
        assertRefused("species of edges" + seen + 1, () -> network.jacobian(edge, Box.open(1), new double[4]));
        assertRefused("species of edges" + seen + 1, () -> network.checkSpecies(edge));
        assertRefused(
                "number of body layers must be at least 1, found 0",
                () -> new PairwiseNetwork(TWO_CHANNELS, List.of(), List.of()));
    }

    @Test
    void aStateOfAnotherLengthIsRefused() {
        PairwiseNetwork network = new PairwiseNetwork(TWO_CHANNELS, List.of(identity(1)), List.of(identity(1)));
        String message = "state y [2*n*dim] must have length 4, found 5";
        assertRefused(message, () -> network.features(PAIR, Box.open(1), new double[5]));
        assertRefused(message, () -> network.jacobian(PAIR, Box.open(1), new double[5]));
    }

    @Test
    void aHamiltonianNeedsAFunctionForEverySpeciesAndChannel() {
        ScalarFunction zero = new ScalarFunction() {
            @Override
            public double value(double x) {
                return 0;
            }

            @Override
            public double derivative(double x) {
                return 0;
            }
        };
        assertRefused(
                "functions of bodies must be given for every species, 1, found 0",
                () -> new LearnedHamiltonian(PAIR, Box.open(1), TWO_CHANNELS, List.of(), List.of(), 0, null));
        assertRefused(
                "functions of edges must be given for every species, 1, found 0",
                () -> new LearnedHamiltonian(PAIR, Box.open(1), TWO_CHANNELS, List.of(zero), List.of(), 0, null));
        assertRefused(
                "functions of edges of species 0 must be one for every channel, 2, found 1",
                () -> new LearnedHamiltonian(
                        PAIR, Box.open(1), TWO_CHANNELS, List.of(zero), List.of(List.of(zero)), 0, null));
        LearnedHamiltonian h = new LearnedHamiltonian(
                PAIR, Box.open(1), TWO_CHANNELS, List.of(zero), List.of(List.of(zero, zero)), 1.5, null);
        assertEquals(3, h.energy(new double[4]), 0);
    }
}
