package org.hamgraph.sim.classic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.Stream;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.sim.integrate.ImplicitMidpoint;
import org.hamgraph.sim.integrate.Yoshida4;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClassicSystemsTest {
    static Stream<Hamiltonian> everySystem() {
        return Stream.of(
                new Pendulum(1),
                new Pendulum(15),
                LotkaVolterra.centred(),
                LotkaVolterra.shifted(),
                DoublePendulum.unit(),
                new DoublePendulum(1.5, 0.7, 0.8, 1.3, 9.81),
                new HenonHeiles(1),
                new HenonHeiles(0.3),
                Gravitation.of(new double[] {1, 2}, 2),
                Gravitation.of(new double[] {1, 2, 0.5}, 3, 0.7, 0.1));
    }

    /** Greatest difference between a gradient and central differences, relative to the largest component. */
    private static double mismatch(Hamiltonian hamiltonian, double[] y, double[] gradient) {
        double worst = 0;
        double largest = 1;
        for (int k = 0; k < y.length; k++) {
            double h = 1e-5;
            double[] up = y.clone();
            double[] down = y.clone();
            up[k] += h;
            down[k] -= h;
            double difference = (hamiltonian.energy(up) - hamiltonian.energy(down)) / (2 * h);
            worst = Math.max(worst, Math.abs(difference - gradient[k]));
            largest = Math.max(largest, Math.abs(gradient[k]));
        }
        return worst / largest;
    }

    @ParameterizedTest
    @MethodSource("everySystem")
    void theGradientIsThatOfTheEnergy(Hamiltonian hamiltonian) {
        Random random = new Random(5);
        for (int k = 0; k < 20; k++) {
            double[] y = random.doubles(hamiltonian.layout().size(), -1.5, 1.5).toArray();
            double[] gradient = new double[y.length];
            hamiltonian.gradient(y, gradient);
            // Central differences: truncation 1e-10 times third derivatives (f³ = 3375 at most, of energies near 1,
            // relative to gradients of f) and rounding 1e-16/1e-5 times the energy.
            assertTrue(mismatch(hamiltonian, y, gradient) < 2e-7, hamiltonian + " at " + k);
            gradient[0] *= 1.001;
            gradient[0] += 1e-5;
            assertTrue(mismatch(hamiltonian, y, gradient) > 2e-7, "a wrong gradient must be seen");
        }
    }

    @Test
    void aPendulumSwingsInTheTimeOfTheEllipticIntegral() {
        // Amplitude 1: period 4 K(sin(1/2)) by the arithmetic-geometric mean.
        double a = 1;
        double b = Math.cos(0.5);
        for (int k = 0; k < 6; k++) {
            double mean = (a + b) / 2;
            b = Math.sqrt(a * b);
            a = mean;
        }
        double period = 2 * Math.PI / a;
        double[] y = {1, 0};
        new Yoshida4()
                .start((SeparableHamiltonian) new Pendulum(1), y, period / 4000)
                .advance(4000);
        // Order 4: (period/4000)^4 = 8e-12 times a constant of order one.
        assertArrayEquals(new double[] {1, 0}, y, 1e-10);
    }

    @Test
    void lotkaVolterraRestsWherePreyAndPredatorsBalance() {
        LotkaVolterra system = LotkaVolterra.shifted();
        double[] y = {Math.log(3.5 / 0.025), Math.log(10 / 0.07)};
        double[] rate = new double[2];
        system.vectorField(y, rate);
        assertArrayEquals(new double[2], rate, 1e-13);
    }

    @Test
    void henonHeilesHasItsSaddleAtOneSixth() {
        double[] gradient = new double[4];
        new HenonHeiles(1).gradient(new double[] {0, 1, 0, 0}, gradient);
        assertArrayEquals(new double[4], gradient, 1e-16);
        assertEquals(1.0 / 6, new HenonHeiles(1).energy(new double[] {0, 1, 0, 0}), 1e-16);
        double[] corner = {Math.sqrt(0.75), -0.5, 0, 0};
        assertEquals(1.0 / 6, new HenonHeiles(1).energy(corner), 1e-15);
    }

    /** The textbook equations of second order, from the Lagrangian; state (q1, q2, w1, w2), unit constants. */
    private static final class Lagrangian implements OrdinaryDifferentialEquation {
        @Override
        public int getDimension() {
            return 4;
        }

        @Override
        public double[] computeDerivatives(double t, double[] y) {
            double d = y[0] - y[1];
            double c = Math.cos(d);
            double s = Math.sin(d);
            // 2 a1 + c a2 = -s w2² - 2 sin q1;  c a1 + a2 = s w1² - sin q2
            double r1 = -s * y[3] * y[3] - 2 * Math.sin(y[0]);
            double r2 = s * y[2] * y[2] - Math.sin(y[1]);
            double below = 2 - c * c;
            return new double[] {y[2], y[3], (r1 - c * r2) / below, (2 * r2 - c * r1) / below};
        }
    }

    @Test
    void theDoublePendulumMovesAsItsLagrangianSays() {
        double w1 = 0.4;
        double w2 = -0.3;
        double[] start = {1.2, -0.7, w1, w2};
        double[] end = new DormandPrince853Integrator(1e-8, 1, 1e-13, 1e-13)
                .integrate(new Lagrangian(), new ODEState(0, start), 5)
                .getPrimaryState();
        double c = Math.cos(1.2 + 0.7);
        double[] y = {1.2, -0.7, 2 * w1 + c * w2, w2 + c * w1};
        new ImplicitMidpoint().start(DoublePendulum.unit(), y, 5.0 / 20_000).advance(20_000);
        // Order 2: (2.5e-4)² = 6e-8 times third derivatives over a time of 5, for a motion that is not yet chaotic.
        assertArrayEquals(new double[] {end[0], end[1]}, new double[] {y[0], y[1]}, 3e-6);
    }

    @Test
    void twoBodiesCircleInKeplersTime() {
        Gravitation system = Gravitation.of(new double[] {3, 1}, 2);
        double distance = 2;
        double period = 2 * Math.PI * Math.sqrt(distance * distance * distance / 4);
        double speed = 2 * Math.PI * distance / period;
        double p = speed * 3 / 4;
        double[] start = {-0.5, 0, 1.5, 0, 0, -p, 0, p};
        double[] y = start.clone();
        new Yoshida4().start(system, y, period / 2000).advance(2000);
        assertArrayEquals(start, y, 1e-9);
    }

    @Test
    void threeEqualBodiesRunThroughTheFigureEight() {
        // A. Chenciner, R. Montgomery, Ann. Math. 152 (2000); numbers by C. Simó.
        double vx = -0.93240737;
        double vy = -0.86473146;
        double[] start = {
            0.97000436, -0.24308753, -0.97000436, 0.24308753, 0, 0, -vx / 2, -vy / 2, -vx / 2, -vy / 2, vx, vy
        };
        double[] y = start.clone();
        new Yoshida4()
                .start(Gravitation.of(new double[] {1, 1, 1}, 2), y, 6.32591398 / 6000)
                .advance(6000);
        // The start is known to eight digits.
        assertArrayEquals(start, y, 2e-6);
    }

    @Test
    void constantsAreChecked() {
        assertEquals(
                "frequency must be positive and finite, found 0.0",
                assertThrows(IllegalArgumentException.class, () -> new Pendulum(0))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> new DoublePendulum(1, 0, 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new HenonHeiles(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Gravitation.of(new double[] {1, -1}, 2));
        assertThrows(IllegalArgumentException.class, () -> new LotkaVolterra(1, Double.POSITIVE_INFINITY, 1, 1));
    }
}
