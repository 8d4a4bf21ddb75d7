package org.hamgraph.sim.integrate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hamgraph.graph.Structure;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.sim.force.RandomSystem;
import org.hamgraph.sim.force.SpringHamiltonian;
import org.junit.jupiter.api.Test;

class ImplicitMidpointTest {
    /** H = (q² + 1)(p² + 1)/2, which does not split into T(p) + V(q). */
    private static final Hamiltonian MIXED = new Hamiltonian() {
        @Override
        public PhaseLayout layout() {
            return new PhaseLayout(1, 1);
        }

        @Override
        public double energy(double[] y) {
            return (y[0] * y[0] + 1) * (y[1] * y[1] + 1) / 2;
        }

        @Override
        public void gradient(double[] y, double[] gradientOut) {
            gradientOut[0] = y[0] * (y[1] * y[1] + 1);
            gradientOut[1] = y[1] * (y[0] * y[0] + 1);
        }
    };

    private static double mixedError(int steps) {
        double[] y = {1, 0.5};
        double[] exact = Oracle.flow(MIXED, y, 1.7);
        new ImplicitMidpoint().start(MIXED, y, 1.7 / steps).advance(steps);
        return Math.hypot(y[0] - exact[0], y[1] - exact[1]);
    }

    @Test
    void anEnergyThatDoesNotSplitIsMovedWithOrderTwo() {
        assertEquals(2, Math.log(mixedError(200) / mixedError(400)) / Math.log(2), 0.1);
    }

    @Test
    void theEnergyOfALinearSystemIsConservedToRoundingWhereVerletIsNot() {
        assertTrue(drift(new ImplicitMidpoint()) < 1e-13, () -> "drift " + drift(new ImplicitMidpoint()));
        assertTrue(drift(new StormerVerlet()) > 1e-4);
    }

    /**
     * Over 1000 steps, each with an error of about ulp(1); a chain on a line is linear as long as bodies keep their
     * order.
     */
    private static double drift(Integrator<? super SpringHamiltonian> integrator) {
        int n = 8;
        Structure chain = Structure.chain(n, false);
        SpringHamiltonian h = SpringHamiltonian.of(chain.compile(1, 10, 1), chain.box(1));
        double[] y = new double[2 * n];
        System.arraycopy(chain.positions(1), 0, y, 0, n);
        y[n] = 0.5;
        double energy = h.energy(y);
        Stepper stepper = integrator.start(h, y, 0.05);
        double worst = 0;
        for (int k = 0; k < 1000; k++) {
            stepper.advance(1);
            worst = Math.max(worst, Math.abs(h.energy(y) - energy) / energy);
        }
        return worst;
    }

    @Test
    void aSystemFarFromTheOriginConvergesToItsCoarserRounding() {
        RandomSystem system = RandomSystem.of(6, 2, false, 5);
        SpringHamiltonian h = SpringHamiltonian.of(system.graph(), system.box());
        double[] near = system.y().clone();
        double[] far = near.clone();
        for (int k = 0; k < 12; k++) {
            far[k] += 0x1p20;
        }
        new ImplicitMidpoint().start(h, near, 0.01).advance(100);
        new ImplicitMidpoint().start(h, far, 0.01).advance(100);
        for (int k = 0; k < 24; k++) {
            assertEquals(near[k], far[k] - (k < 12 ? 0x1p20 : 0), 100 * 10 * Math.ulp(0x1p20));
        }
    }

    @Test
    void aSystemAtRestStaysAtRest() {
        double[] y = {0, 0};
        new ImplicitMidpoint().start(MIXED, y, 0.1).advance(10);
        assertArrayEquals(new double[2], y, 0);
    }

    @Test
    void aStepTooLongToConvergeIsRefusedAndLeavesTheStateOfTheLastStep() {
        double[] y = {1, 0};
        Stepper stepper = new ImplicitMidpoint().start(new Oscillator(1), y, 2.5);
        ArithmeticException refusal = assertThrows(ArithmeticException.class, () -> stepper.advance(1));

        // The iteration multiplies the change by dt/2 = 1.25 each time, from 1.25 on.
        String change = String.valueOf((float) Math.pow(1.25, 100));
        assertEquals(
                "implicit midpoint must converge within 100 iterations, found a change of " + change
                        + " in the last one; try dt below 1.25",
                refusal.getMessage());
        assertArrayEquals(new double[] {1, 0}, y, 0);
    }
}
