package org.hamgraph.sim.integrate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Steps of the oscillator H = (p² + q²)/2 from q = 1, p = 0 against the formulas of the schemes. */
class OneStepTest {
    private static double[] step(Integrator<? super Oscillator> integrator, double dt) {
        double[] y = {1, 0};
        integrator.start(new Oscillator(1), y, dt).advance(1);
        return y;
    }

    private static double[] verlet(double[] y, double h) {
        double p = y[1] - h / 2 * y[0];
        double q = y[0] + h * p;
        return new double[] {q, p - h / 2 * q};
    }

    @Test
    void stormerVerletKicksDriftsAndKicks() {
        assertArrayEquals(new double[] {0.875, -0.46875}, step(new StormerVerlet(), 0.5), 0);
    }

    @Test
    void symplecticEulerKicksFirstAndDriftsWithTheNewMomentum() {
        assertArrayEquals(new double[] {0.75, -0.5}, step(new SymplecticEuler(), 0.5), 0);
    }

    @Test
    void yoshidaJumpsForthBackAndForth() {
        double w1 = 1.3512071919596578; // 1 / (2 - 2^(1/3)), Yoshida 1990
        double w0 = -1.7024143839193153;
        double[] expected = verlet(verlet(verlet(new double[] {1, 0}, w1 * 0.5), w0 * 0.5), w1 * 0.5);
        assertArrayEquals(expected, step(new Yoshida4(), 0.5), 4 * Math.ulp(1.0));
    }

    @Test
    void implicitMidpointIsTheCayleyTransform() {
        // (I - h/2 A)^-1 (I + h/2 A) with A = [[0, 1], [-1, 0]], h = 1/2
        double a = 0.25;
        double[] expected = {(1 - a * a) / (1 + a * a), -2 * a / (1 + a * a)};
        assertArrayEquals(expected, step(new ImplicitMidpoint(), 0.5), 4 * Math.ulp(1.0));
    }

    @ParameterizedTest
    @CsvSource({"stormer-verlet,1,1", "yoshida4,3,1", "symplectic-euler,1,0"})
    void explicitSchemesEvaluateAsManyForcesAsTheTableSays(String name, int perStep, int atStart) {
        Oscillator oscillator = new Oscillator(1);
        Stepper stepper = Integrators.named(name).start(oscillator, new double[] {1, 0}, 0.1);
        stepper.advance(4);
        stepper.advance(6);
        assertEquals(atStart + 10 * perStep, oscillator.forces());
    }

    @ParameterizedTest
    @CsvSource({"0.01,7,12", "0.3,16,21"})
    void implicitMidpointEvaluatesAsOftenAsTheTableSays(double dt, int least, int most) {
        Oscillator oscillator = new Oscillator(1);
        new ImplicitMidpoint().start(oscillator, new double[] {1, 0.5}, dt).advance(100);
        double perStep = oscillator.forces() / 100.0;
        assertTrue(perStep >= least && perStep <= most, () -> "evaluations per step " + perStep);
    }

    @ParameterizedTest
    @CsvSource({
        "stormer-verlet,1.98,true",
        "stormer-verlet,2.02,false",
        "yoshida4,1.56,true",
        "yoshida4,1.60,false",
        "symplectic-euler,1.98,true",
        "symplectic-euler,2.02,false"
    })
    void explicitSchemesAreStableUpToTheStatedStep(String name, double dt, boolean stable) {
        double[] y = {1, 0};
        Integrators.named(name).start(new Oscillator(1), y, dt).advance(2000);
        assertEquals(stable, Math.abs(y[0]) < 100 && Math.abs(y[1]) < 100);
        assertFalse(y[0] == 1);
    }
}
