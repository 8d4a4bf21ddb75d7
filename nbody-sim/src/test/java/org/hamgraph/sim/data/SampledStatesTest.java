package org.hamgraph.sim.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Structure;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.phase.PhaseDataset;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.phase.PhaseState;
import org.hamgraph.sim.force.SpringHamiltonian;
import org.hamgraph.sim.integrate.ImplicitMidpoint;
import org.hamgraph.sim.integrate.StormerVerlet;
import org.junit.jupiter.api.Test;

class SampledStatesTest {
    private final Structure structure = Structure.cubic(2, 2, 2, false);
    private final CompiledGraph graph = structure.compile(1, 10, 1);
    private final SpringHamiltonian truth = SpringHamiltonian.of(graph, structure.box(1));
    private final InitialStates states =
            InitialStates.around(graph, structure.box(1), structure.positions(1), 0.1, 0.3);
    private final PhaseState start = PhaseState.copyOf(new PhaseLayout(8, 3), states.draw(1, "start", 0));
    private final BodySystem system = new BodySystem(graph, structure.box(1), start);

    @Test
    void independentStatesCarryTheMotionThatTheTruthGivesThem() {
        PhaseDataset data = SampledStates.independent(states, truth, 4, "training states", 5);
        assertEquals(5, data.size());
        double[] derivative = new double[48];
        for (int k = 0; k < 5; k++) {
            assertArrayEquals(states.draw(4, "training states", k), data.state(k), 0);
            truth.vectorField(data.state(k), derivative);
            assertArrayEquals(derivative, data.derivative(k), 0);
        }
        assertEquals(
                data.fingerprint(),
                SampledStates.independent(states, truth, 4, "training states", 5)
                        .fingerprint());
        assertNotEquals(
                data.fingerprint(),
                SampledStates.independent(states, truth, 4, "test states", 5).fingerprint());
    }

    @Test
    void statesAlongARunAreEveryNthOfTheRunItself() {
        PhaseDataset data = SampledStates.along(system, truth, new StormerVerlet(), 0.01, 7, 4);
        assertEquals(4, data.size());
        double[] y = start.toArray();
        double[] derivative = new double[48];
        for (int k = 0; k < 4; k++) {
            assertArrayEquals(y, data.state(k), 0);
            truth.vectorField(y, derivative);
            assertArrayEquals(derivative, data.derivative(k), 0);
            new StormerVerlet().start(truth, y, 0.01).advance(7);
        }
        assertTrue(Math.abs(data.state(3)[0] - data.state(0)[0]) > 1e-6);
    }

    @Test
    void everySchemeThatCanMoveTheTruthMayBeUsed() {
        double[] verlet = SampledStates.along(system, truth, new StormerVerlet(), 1e-3, 10, 2)
                .state(1);
        double[] midpoint = SampledStates.along(system, truth, new ImplicitMidpoint(), 1e-3, 10, 2)
                .state(1);
        // Both are of order 2 over a time of 0.01: dt² t |q'''| is about 1e-6 * 1e-2 * 1e2.
        assertArrayEquals(verlet, midpoint, 1e-6);
    }

    @Test
    void countsMustBePositiveAndTheRunMustStayFinite() {
        assertEquals(
                "steps between two states must be at least 1, found 0",
                refusal(() -> SampledStates.along(system, truth, new StormerVerlet(), 0.01, 0, 4)));
        assertEquals(
                "number of states must be at least 1, found 0",
                refusal(() -> SampledStates.along(system, truth, new StormerVerlet(), 0.01, 7, 0)));
        assertEquals(
                "number of states must be at least 1, found 0",
                refusal(() -> SampledStates.independent(states, truth, 1, "x", 0)));
        String message = refusal(() -> SampledStates.along(system, truth, new StormerVerlet(), 10.0, 500, 2));
        assertTrue(message.startsWith("state 1 must be finite, found "), message);
    }

    private static String refusal(Runnable call) {
        return assertThrows(IllegalArgumentException.class, call::run).getMessage();
    }
}
