package org.hamgraph.sim.trajectory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.PairwiseHamiltonian;
import org.hamgraph.sim.force.RandomSystem;
import org.hamgraph.sim.force.SpringHamiltonian;
import org.hamgraph.sim.integrate.Stepper;
import org.hamgraph.sim.integrate.StormerVerlet;
import org.junit.jupiter.api.Test;

class ConservationMonitorTest {
    private static final CompiledGraph PAIR =
            CompiledGraph.builder(2).spring(0, 1, 4.0, 1.0, 0).build();

    private static Hamiltonian pair(int dim) {
        return SpringHamiltonian.of(PAIR, Box.open(dim));
    }

    @Test
    void beforeAnythingIsObservedNothingHasChanged() {
        ConservationMonitor monitor = ConservationMonitor.of(pair(1), new double[] {0, 1, 0, 0}, 0.1);
        assertEquals(0, monitor.relativeEnergyDrift(), 0);
        assertEquals(0, monitor.momentumError(), 0);
        assertEquals(0, monitor.angularMomentumError(), 0);
    }

    @Test
    void theGreatestDeviationFromTheStartIsKept() {
        // H = 4 (r - 1)^2 / 2 + (p1^2 + p2^2) / 2: 2 * 0.25 + 0.5 = 1 at the start.
        ConservationMonitor monitor = ConservationMonitor.of(pair(1), new double[] {0, 1.5, 0.6, -0.8}, 0.1);
        monitor.observe(1, 0.1, new double[] {0, 1, 0.6, -0.8});
        assertEquals(0.5, monitor.relativeEnergyDrift(), 1e-15);
        assertEquals(0, monitor.momentumError(), 0);

        monitor.observe(2, 0.2, new double[] {0, 2, 0.6, -0.1});
        assertEquals(1.185, monitor.relativeEnergyDrift(), 1e-15);
        assertEquals(0.7 / 1.4, monitor.momentumError(), 1e-15);

        monitor.observe(3, 0.3, new double[] {0, 1.5, 0.6, -0.8});
        assertEquals(1.185, monitor.relativeEnergyDrift(), 1e-15);
        assertEquals(0.7 / 1.4, monitor.momentumError(), 1e-15);
        assertEquals(0, monitor.angularMomentumError(), 0, "there is none in one dimension");
    }

    @Test
    void angularMomentumInThePlaneIsThatWorkedOutByHand() {
        // L = 1 * 3 + 0 = 3, sizes 1 * 5 + 2 * 0; then L = 1 * 5.
        ConservationMonitor monitor =
                ConservationMonitor.of(pair(2), new double[] {1, 0, 0, 2, /* p */ 4, 3, 0, 0}, 0.1);
        monitor.observe(1, 0.1, new double[] {1, 0, 0, 2, 4, 5, 0, 0});
        assertEquals(2.0 / 5, monitor.angularMomentumError(), 1e-15);
        assertEquals(2.0 / 5, monitor.momentumError(), 1e-15);
    }

    @Test
    void angularMomentumInSpaceIsThatWorkedOutByHand() {
        // (1,2,3) x (4,5,6) = (-3, 6, -3), then (0,0,0): a deviation of sqrt(54) relative to sqrt(14) sqrt(77).
        ConservationMonitor monitor =
                ConservationMonitor.of(pair(3), new double[] {1, 2, 3, 0, 0, 0, /* p */ 4, 5, 6, 0, 0, 0}, 0.1);
        monitor.observe(1, 0.1, new double[] {0, 0, 0, 1, 1, 1, 4, 5, 6, 0, 0, 0});
        assertEquals(Math.sqrt(54.0 / (14 * 77)), monitor.angularMomentumError(), 1e-15);
        assertEquals(0, monitor.momentumError(), 0);
    }

    @Test
    void aRunThatStartsAtRestIsMeasuredByTheMomentaItReaches() {
        ConservationMonitor monitor =
                ConservationMonitor.of(pair(2), new double[] {0, 0, 2, 0, /* p */ 0, 0, 0, 0}, 0.1);
        monitor.observe(1, 0.1, new double[] {0, 0, 2, 0, 3, 0, -2, 1});
        assertEquals(Math.sqrt(2) / (3 + Math.sqrt(5)), monitor.momentumError(), 1e-15);
        assertEquals(2 / (2 * Math.sqrt(5)), monitor.angularMomentumError(), 1e-15);

        monitor.observe(2, 0.2, new double[] {0, 0, 2, 0, 0.1, 0, 0, 0});
        assertEquals(Math.sqrt(2) / (3 + Math.sqrt(5)), monitor.momentumError(), 1e-15, "the greatest sum remains");
    }

    @Test
    void anEnergyThatLeavesZeroDriftsInfinitely() {
        ConservationMonitor monitor = ConservationMonitor.of(pair(1), new double[] {0, 1, 0, 0}, 0.1);
        monitor.observe(1, 0.1, new double[] {5, 6, 0, 0});
        assertEquals(0, monitor.relativeEnergyDrift(), 0);
        monitor.observe(2, 0.2, new double[] {0, 1, 0, 1});
        assertEquals(Double.POSITIVE_INFINITY, monitor.relativeEnergyDrift(), 0);
    }

    @Test
    void aStateThatIsNotFiniteIsRefusedWithStepTimeBodyAndAdvice() {
        Hamiltonian h = RandomSystem.of(20, 2, false, 1).with(RandomSystem.Energy.SPRING);
        double[] y = RandomSystem.of(20, 2, false, 1).y();
        ConservationMonitor monitor = ConservationMonitor.of(h, y, 0.02);
        y[40 + 2 * 17 + 1] = Double.NaN;
        assertEquals(
                "non-finite state at step 1204 (t = 12.04): p of body 17, axis 1; try dt below 0.01",
                assertThrows(ArithmeticException.class, () -> monitor.observe(1204, 12.040000000000001, y))
                        .getMessage());
    }

    @Test
    void anEnergyThatIsNotFiniteIsRefusedAlso() {
        ConservationMonitor monitor = ConservationMonitor.of(pair(1), new double[] {0, 1, 0, 0}, -0.5);
        assertEquals(
                "non-finite energy at step 3 (t = -1.5): Infinity; try dt below 0.25",
                assertThrows(ArithmeticException.class, () -> monitor.observe(3, -1.5, new double[] {0, 1e200, 0, 0}))
                        .getMessage());
    }

    @Test
    void aStateOfAnotherLengthIsRefused() {
        ConservationMonitor monitor = ConservationMonitor.of(pair(1), new double[] {0, 1, 0, 0}, 0.1);
        assertEquals(
                "state y [2*n*dim] must have length 4, found 3",
                assertThrows(IllegalArgumentException.class, () -> monitor.observe(1, 0.1, new double[3]))
                        .getMessage());
    }

    @Test
    void aStateBetweenTheObservedOnesIsRefusedAlsoWithoutItsEnergy() {
        ConservationMonitor monitor = ConservationMonitor.of(pair(1), new double[] {0, 1, 0, 0}, 0.02);
        // Its energy overflows, which nobody asked for.
        monitor.requireFinite(2, 0.04, new double[] {0, 1e200, 0, 0});
        assertEquals(0, monitor.relativeEnergyDrift(), 0);
        assertEquals(
                "non-finite state at step 3 (t = 0.06): q of body 1, axis 0; try dt below 0.01",
                assertThrows(
                                ArithmeticException.class,
                                () -> monitor.requireFinite(3, 0.06, new double[] {0, Double.NaN, 0, 0}))
                        .getMessage());
    }

    @Test
    void aMonitorGoesOnFromItsMemoryAsIfItHadNotStopped() {
        // One starts at rest, so that its scale still grows.
        for (double[] start : new double[][] {{0, 0, 2, 0, 0, 0, 0, 0}, {0, 0.1, 2, 0, 1, 2, 3, 4}}) {
            double[][] states = {{0, 1, 2, 3, 1, 1, 5, -1}, {0.5, 0, 2, 0, 2, 0.1, 0.2, 3}, {1, 1, 1, 0, 7, 7, 7, 0}};
            ConservationMonitor whole = ConservationMonitor.of(pair(2), start, 0.1);
            ConservationMonitor pieces = ConservationMonitor.of(pair(2), start, 0.1);
            for (int k = 0; k < states.length; k++) {
                whole.observe(k, k, states[k]);
                pieces.observe(k, k, states[k]);
                pieces = ConservationMonitor.restored(pair(2), 0.1, pieces.memory());
                assertEquals(whole.energy(), pieces.energy(), 0);
                assertEquals(whole.relativeEnergyDrift(), pieces.relativeEnergyDrift(), 0);
                assertEquals(whole.momentumError(), pieces.momentumError(), 0);
                assertEquals(whole.angularMomentumError(), pieces.angularMomentumError(), 0);
            }
            // One that starts anew at the last but one state sees something else.
            ConservationMonitor anew = ConservationMonitor.of(pair(2), states[1], 0.1);
            anew.observe(2, 2, states[2]);
            assertNotEquals(whole.momentumError(), anew.momentumError());
            assertNotEquals(whole.angularMomentumError(), anew.angularMomentumError());
        }
        assertEquals(
                "memory of a monitor must have length 15, found 3",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> ConservationMonitor.restored(pair(2), 0.1, new double[3]))
                        .getMessage());
    }

    @Test
    void aRunInOpenSpaceConservesWhatItShouldAndAnAnchoredOneDoesNot() {
        RandomSystem system = RandomSystem.of(8, 3, false, 2);
        ConservationMonitor free = observed(system.with(RandomSystem.Energy.QUARTIC_RING), system.y());
        // 500 steps of rounding on sums over 8 bodies; energy by the step, measured.
        assertTrue(free.momentumError() > 0 && free.momentumError() < 1e-13, () -> "" + free.momentumError());
        assertTrue(free.angularMomentumError() > 0 && free.angularMomentumError() < 1e-13);
        assertTrue(free.relativeEnergyDrift() > 1e-12 && free.relativeEnergyDrift() < 1e-2);

        PairwiseHamiltonian anchored = new PairwiseHamiltonian(system.graph(), system.box()) {
            @Override
            protected double pairEnergy(int edge, double r) {
                return r * r / 2;
            }

            @Override
            protected double pairSlope(int edge, double r) {
                return r;
            }

            @Override
            public void force(double[] y, double[] forceOut, int offset) {
                super.force(y, forceOut, offset);
                forceOut[offset + 1] -= y[1] + 1;
            }
        };
        ConservationMonitor held = observed(anchored, system.y());
        assertTrue(held.momentumError() > 1e-3);
        assertTrue(held.angularMomentumError() > 1e-5);
    }

    private static ConservationMonitor observed(PairwiseHamiltonian h, double[] start) {
        double[] y = start.clone();
        Stepper stepper = new StormerVerlet().start(h, y, 0.001);
        ConservationMonitor monitor = ConservationMonitor.of(h, y, 0.001);
        for (int step = 10; step <= 500; step += 10) {
            stepper.advance(10);
            monitor.observe(step, step * 0.001, y);
        }
        return monitor;
    }
}
