package org.hamgraph.sim.integrate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.sim.force.RandomSystem;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IntegratorContractTest {
    private final RandomSystem system = RandomSystem.of(4, 2, false, 3);
    private final SeparableHamiltonian hamiltonian = system.with(RandomSystem.Energy.FPUT);
    private final double[] y = system.y();

    static Stream<Named<Integrator<? super SeparableHamiltonian>>> everyIntegrator() {
        return Integrators.forSeparable().stream().map(integrator -> Named.of(integrator.name(), integrator));
    }

    static Stream<Named<Integrator<? super SeparableHamiltonian>>> everyIntegratorAndExplicitEuler() {
        return Stream.concat(everyIntegrator(), Stream.of(Named.of("explicit-euler", new ExplicitEuler())));
    }

    private double[] after(
            Integrator<? super SeparableHamiltonian> integrator, double[] start, double dt, int... parts) {
        double[] moved = start.clone();
        Stepper stepper = integrator.start(hamiltonian, moved, dt);
        for (int steps : parts) {
            stepper.advance(steps);
        }
        return moved;
    }

    @ParameterizedTest
    @MethodSource("everyIntegrator")
    void severalCallsGiveTheSameBitsAsOne(Integrator<? super SeparableHamiltonian> integrator) {
        double[] whole = after(integrator, y, 0.01, 100);
        assertFalse(Arrays.equals(y, whole));
        assertArrayEquals(whole, after(integrator, y, 0.01, 37, 0, 1, 62), 0);
    }

    @ParameterizedTest
    @MethodSource("everyIntegrator")
    void aNewStepperGoesOnWithTheSameBits(Integrator<? super SeparableHamiltonian> integrator) {
        double[] half = after(integrator, y, 0.01, 50);
        assertArrayEquals(after(integrator, y, 0.01, 100), after(integrator, half, 0.01, 50), 0);
    }

    @Test
    void aVerletStepperDoesNotNoticeAStateChangedFromOutside() {
        double[] moved = y.clone();
        Stepper old = new StormerVerlet().start(hamiltonian, moved, 0.01);
        old.advance(1);
        moved[0] += 0.1;
        double[] restarted = after(new StormerVerlet(), moved, 0.01, 1);
        old.advance(1);
        assertFalse(Arrays.equals(restarted, moved));
    }

    @ParameterizedTest
    @MethodSource("everyIntegrator")
    void noStepsLeaveTheStateAlone(Integrator<? super SeparableHamiltonian> integrator) {
        assertArrayEquals(y, after(integrator, y, 0.01, 0), 0);
    }

    @ParameterizedTest
    @MethodSource("everyIntegratorAndExplicitEuler")
    void oneStepIsSymplecticIfItSaysSo(Integrator<? super SeparableHamiltonian> integrator) {
        double error = symplecticError(integrator);
        if (integrator.symplectic()) {
            // Central differences: ulp(1)^(2/3) = 4e-11 times third derivatives.
            assertTrue(error < 1e-8, () -> "error " + error);
        } else {
            assertTrue(error > 1e-3, () -> "error " + error);
        }
    }

    @Test
    void aVerletWithAStaleForceIsNotSymplectic() {
        double error = symplecticError(new StaleVerlet());
        assertTrue(error > 1e-3, () -> "error " + error);
    }

    /** Greatest entry of Mᵀ J M − J, with M the derivative of one step by central differences. */
    private double symplecticError(Integrator<? super SeparableHamiltonian> integrator) {
        int size = y.length;
        int half = size / 2;
        double h = Math.cbrt(Math.ulp(1.0));
        double[][] column = new double[size][size];
        for (int j = 0; j < size; j++) {
            double[] start = y.clone();
            start[j] = y[j] + h;
            double[] above = after(integrator, start, 0.1, 1);
            start[j] = y[j] - h;
            double[] below = after(integrator, start, 0.1, 1);
            for (int k = 0; k < size; k++) {
                column[j][k] = (above[k] - below[k]) / (2 * h);
            }
        }
        double worst = 0;
        for (int a = 0; a < size; a++) {
            for (int b = 0; b < size; b++) {
                double form = b - a == half ? -1 : a - b == half ? 1 : 0;
                for (int k = 0; k < half; k++) {
                    form += column[a][k] * column[b][half + k] - column[a][half + k] * column[b][k];
                }
                worst = Math.max(worst, Math.abs(form));
            }
        }
        return worst;
    }

    @ParameterizedTest
    @MethodSource("everyIntegratorAndExplicitEuler")
    void theEnergyErrorStaysBoundedIfTheStepIsSymplectic(Integrator<? super SeparableHamiltonian> integrator) {
        for (ReferenceProblem problem :
                List.of(ReferenceProblem.keplerEllipse(), ReferenceProblem.twoMassesOnASpring())) {
            double[] state = problem.state().apply(0);
            double energy = problem.hamiltonian().energy(state);
            Stepper stepper = integrator.start(problem.hamiltonian(), state, 0.01);
            // 180 periods of either motion or more; every part holds many, so without drift the parts look alike up to
            // rounding.
            double rounding = 1e-12;
            double first = greatestDeviation(problem, stepper, state, energy);
            greatestDeviation(problem, stepper, state, energy);
            double last = greatestDeviation(problem, stepper, state, energy);
            assertTrue(first > 0);
            boolean bounded = last < 1.1 * first + rounding;
            assertEquals(integrator.symplectic(), bounded, () -> problem + ": " + first + ", then " + last);
        }
    }

    private static double greatestDeviation(ReferenceProblem problem, Stepper stepper, double[] state, double energy) {
        double greatest = 0;
        for (int k = 0; k < 27_000; k++) {
            stepper.advance(1);
            greatest = Math.max(greatest, Math.abs(problem.hamiltonian().energy(state) - energy));
        }
        return greatest;
    }

    @ParameterizedTest
    @MethodSource("everyIntegrator")
    void aStepMustBeFiniteAndNotZero(Integrator<? super SeparableHamiltonian> integrator) {
        assertEquals("dt must be finite and not zero, found 0.0", refusal(integrator, y, 0));
        assertEquals("dt must be finite and not zero, found NaN", refusal(integrator, y, Double.NaN));
        assertEquals(
                "dt must be finite and not zero, found -Infinity", refusal(integrator, y, Double.NEGATIVE_INFINITY));
    }

    @ParameterizedTest
    @MethodSource("everyIntegrator")
    void aStartMustFitAndBeFinite(Integrator<? super SeparableHamiltonian> integrator) {
        assertEquals("state y [2*n*dim] must have length 16, found 5", refusal(integrator, new double[5], 0.1));
        double[] broken = y.clone();
        broken[11] = Double.NaN;
        assertEquals("state y must be finite, found NaN for p of body 1, axis 1", refusal(integrator, broken, 0.1));
    }

    private String refusal(Integrator<? super SeparableHamiltonian> integrator, double[] start, double dt) {
        return assertThrows(IllegalArgumentException.class, () -> integrator.start(hamiltonian, start, dt))
                .getMessage();
    }

    @ParameterizedTest
    @MethodSource("everyIntegrator")
    void aNegativeNumberOfStepsIsRefused(Integrator<? super SeparableHamiltonian> integrator) {
        Stepper stepper = integrator.start(hamiltonian, y, 0.1);
        assertEquals(
                "number of steps must be at least 0, found -1",
                assertThrows(IllegalArgumentException.class, () -> stepper.advance(-1))
                        .getMessage());
    }
}
