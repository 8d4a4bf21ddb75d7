package org.hamgraph.sim.trajectory;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.PhaseDataset;
import org.hamgraph.phase.PhaseLayout;
import org.junit.jupiter.api.Test;

class TrajectoryTest {
    private static final double[] NONE = {};

    private static final CompiledGraph PAIR =
            CompiledGraph.builder(2).body(0, 2, 0).body(1, 4, 0).build();

    private static Trajectory.Builder builder() {
        return Trajectory.builder(new PhaseLayout(2, 1), Box.of(5));
    }

    private static String refusal(Runnable action) {
        return assertThrows(IllegalArgumentException.class, action::run).getMessage();
    }

    @Test
    void whatWasAddedIsWhatIsFound() {
        Trajectory trajectory = builder()
                .add(0, 0.5, new double[] {1, 2, 3, 4}, new double[] {5, -5})
                .add(10, Double.NaN, new double[] {6, 7, 8, 9}, new double[] {-1, 1})
                .build();
        assertEquals(2, trajectory.size());
        assertEquals(new PhaseLayout(2, 1), trajectory.layout());
        assertEquals(Box.of(5), trajectory.box());
        assertEquals(10, trajectory.step(1));
        assertEquals(0.5, trajectory.time(0).orElseThrow());
        assertTrue(trajectory.time(1).isEmpty());
        assertArrayEquals(new double[] {6, 7, 8, 9}, trajectory.state(1));
        assertTrue(trajectory.hasForces());
        assertArrayEquals(new double[] {-1, 1}, trajectory.forces(1));
    }

    @Test
    void neitherTheArraysGivenNorThoseReturnedReachTheStates() {
        double[] y = {1, 2, 3, 4};
        double[] forces = {5, -5};
        Trajectory trajectory = builder().add(0, 0, y, forces).build();
        y[0] = 99;
        forces[0] = 99;
        trajectory.state(0)[1] = 99;
        trajectory.forces(0)[1] = 99;
        assertArrayEquals(new double[] {1, 2, 3, 4}, trajectory.state(0));
        assertArrayEquals(new double[] {5, -5}, trajectory.forces(0));
    }

    @Test
    void aBuilderThatGoesOnDoesNotReachWhatItBuilt() {
        Trajectory.Builder builder = builder().add(0, 0, new double[4], NONE);
        Trajectory first = builder.build();
        builder.add(1, 0, new double[4], NONE);
        assertEquals(1, first.size());
        assertEquals(2, builder.build().size());
    }

    @Test
    void aDatasetHoldsVelocitiesAndForces() {
        Trajectory trajectory = builder()
                .add(0, 0, new double[] {1, 2, 3, 4}, new double[] {5, -5})
                .build();
        PhaseDataset dataset = trajectory.dataset(PAIR);
        assertEquals(1, dataset.size());
        assertArrayEquals(new double[] {1, 2, 3, 4}, dataset.state(0));
        assertArrayEquals(new double[] {3.0 / 2, 4.0 / 4, 5, -5}, dataset.derivative(0));
    }

    @Test
    void withoutForcesThereIsNoDataset() {
        Trajectory trajectory = builder()
                .add(0, 0, new double[4], new double[2])
                .add(1, 0, new double[4], NONE)
                .build();
        assertFalse(trajectory.hasForces());
        assertEquals("forces must be recorded, found none for state 1", refusal(() -> trajectory.forces(1)));
        assertEquals("forces must be recorded, found none for state 1", refusal(() -> trajectory.dataset(PAIR)));
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Trajectory trajectory =
                builder().add(0, 0, new double[4], new double[2]).build();
        assertEquals(
                "graph must have the 2 bodies of the states, found 1",
                refusal(() -> trajectory.dataset(CompiledGraph.builder(1).build())));
        assertEquals(
                "graph must have the 2 bodies of the states, found 3",
                refusal(() -> trajectory.dataset(CompiledGraph.builder(3).build())));
        assertEquals(
                "box must have the 1 dimensions of the states, found 3",
                refusal(() -> Trajectory.builder(new PhaseLayout(2, 1), Box.open(3))));
        assertEquals(
                "forces [n*dim] must have length 2, found 3",
                refusal(() -> builder().add(0, 0, new double[4], new double[3])));
        assertEquals(
                "state must be finite, found NaN at index 3",
                refusal(() -> builder().add(0, 0, new double[] {0, 0, 0, Double.NaN}, NONE)));
        assertEquals(
                "number of recorded states must be at least 1, found 0",
                refusal(() -> builder().build()));
    }
}
