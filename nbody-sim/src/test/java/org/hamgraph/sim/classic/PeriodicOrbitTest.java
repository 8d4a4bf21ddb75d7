package org.hamgraph.sim.classic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.hamgraph.sim.integrate.Yoshida4;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodicOrbitTest {
    private static final int STEPS = 6000;

    /**
     * Start and period of the figure eight are rounded to eight decimals, 5e-9; in one round neighbouring paths drift
     * apart some hundred times as far.
     */
    private static final double EIGHT_DIGITS = 2e-6;

    private static double[] after(PeriodicOrbit orbit, double rounds) {
        double[] y = orbit.start().toArray();
        int steps = (int) Math.round(STEPS * rounds);
        new Yoshida4()
                .start(orbit.hamiltonian(), y, rounds * orbit.period() / steps)
                .advance(steps);
        return y;
    }

    private static double distance(double[] a, double[] b) {
        double worst = 0;
        for (int k = 0; k < a.length; k++) {
            worst = Math.max(worst, Math.abs(a[k] - b[k]));
        }
        return worst;
    }

    @ParameterizedTest
    @CsvSource({"3, 1, 2, 2, 1, 0", "1, 1e-3, 0.5, 2, 4, 0", "1, 2, 1.5, 3, 0.7, 0.4"})
    void twoBodiesReturnAfterOnePeriodAndAreOppositeAfterHalf(
            double m1, double m2, double distance, int dim, double constant, double softening) {
        Gravitation pair = Gravitation.of(new double[] {m1, m2}, dim, constant, softening);
        PeriodicOrbit orbit = PeriodicOrbit.circular(pair, distance);
        double[] start = orbit.start().toArray();
        double[] opposite = start.clone();
        for (int k = 0; k < opposite.length; k++) {
            opposite[k] = -opposite[k];
        }
        // Order 4: (2 pi / 6000)^4 = 1e-12 of a radian per unit of angle, with a constant of order one.
        assertTrue(distance(start, after(orbit, 1)) < 1e-10);
        assertTrue(distance(opposite, after(orbit, 0.5)) < 1e-10);
        assertTrue(distance(start, after(orbit, 0.99)) > 1e-5);
    }

    @Test
    void withoutSofteningThePeriodIsKeplers() {
        PeriodicOrbit orbit = PeriodicOrbit.circular(Gravitation.of(new double[] {3, 1}, 2), 2);
        assertEquals(2 * Math.PI * Math.sqrt(8.0 / 4), orbit.period(), 4 * Math.ulp(8.0));
        assertArrayEquals(
                new double[] {-0.5, 0, 1.5, 0}, Arrays.copyOf(orbit.start().toArray(), 4), 0);
    }

    @Test
    void theFigureEightReturnsAfterItsPeriodAndTheBodiesChangePlacesAfterAThird() {
        PeriodicOrbit orbit = PeriodicOrbit.figureEight();
        double[] start = orbit.start().toArray();
        assertTrue(distance(start, after(orbit, 1)) < EIGHT_DIGITS);

        double[] third = after(orbit, 1.0 / 3);
        double forwards = distance(renumbered(start, 1), third);
        double backwards = distance(renumbered(start, 2), third);
        assertTrue(Math.min(forwards, backwards) < EIGHT_DIGITS, forwards + " and " + backwards);
        assertTrue(Math.max(forwards, backwards) > 0.1);
        assertTrue(distance(start, after(orbit, 0.99)) > 1e-2);
    }

    private static double[] renumbered(double[] y, int shift) {
        double[] moved = new double[12];
        for (int half = 0; half < 12; half += 6) {
            for (int body = 0; body < 3; body++) {
                System.arraycopy(y, half + 2 * body, moved, half + 2 * ((body + shift) % 3), 2);
            }
        }
        return moved;
    }

    @Test
    void wrongArgumentsAreNamed() {
        Gravitation pair = Gravitation.of(new double[] {1, 1}, 2);
        Gravitation three = Gravitation.of(new double[] {1, 1, 1}, 2);
        Gravitation line = Gravitation.of(new double[] {1, 1}, 1);
        PeriodicOrbit orbit = PeriodicOrbit.circular(pair, 1);
        assertMessage("bodies of a circular orbit must be 2, found 3", () -> PeriodicOrbit.circular(three, 1));
        assertMessage("dimension of an orbit must be at least 2, found 1", () -> PeriodicOrbit.circular(line, 1));
        assertMessage("distance must be positive and finite, found 0.0", () -> PeriodicOrbit.circular(pair, 0));
        assertMessage("period must be positive and finite, found 0.0", () -> new PeriodicOrbit(pair, orbit.start(), 0));
        assertMessage(
                "start must be of PhaseLayout[nodes=3, dim=2], found PhaseLayout[nodes=2, dim=2]",
                () -> new PeriodicOrbit(three, orbit.start(), 1));
    }

    private static void assertMessage(String expected, Runnable call) {
        assertEquals(
                expected,
                assertThrows(IllegalArgumentException.class, call::run).getMessage());
    }
}
