package org.hamgraph.hgn.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.stream.Stream;
import org.hamgraph.hgn.sample.Activation;
import org.hamgraph.hgn.sample.ApproximateSwim;
import org.hamgraph.hgn.sample.Elm;
import org.hamgraph.hgn.sample.Swim;
import org.hamgraph.hgn.sample.UniformSwim;
import org.hamgraph.hgn.sample.WeightScheme;
import org.hamgraph.hgn.solve.GcvRidge;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.PhaseLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlainTrainerTest {
    /** The pendulum, H = p²/2 + 1 − cos q. */
    private static final Hamiltonian PENDULUM = new Hamiltonian() {
        @Override
        public PhaseLayout layout() {
            return new PhaseLayout(1, 1);
        }

        @Override
        public double energy(double[] y) {
            return y[1] * y[1] / 2 + 1 - Math.cos(y[0]);
        }

        @Override
        public void gradient(double[] y, double[] gradientOut) {
            gradientOut[0] = Math.sin(y[0]);
            gradientOut[1] = y[1];
        }
    };

    private static double[][] states(int count, long seed) {
        Random random = new Random(seed);
        double[][] y = new double[count][];
        for (int k = 0; k < count; k++) {
            y[k] = new double[] {4 * random.nextDouble() - 2, 2 * random.nextDouble() - 1};
        }
        return y;
    }

    private static double energyError(Hamiltonian learned) {
        double miss = 0;
        double size = 0;
        for (double[] y : states(500, 99)) {
            double d = learned.energy(y) - PENDULUM.energy(y);
            miss += d * d;
            size += PENDULUM.energy(y) * PENDULUM.energy(y);
        }
        return Math.sqrt(miss / size);
    }

    static Stream<WeightScheme> everyScheme() {
        return Stream.of(new Elm(1), new UniformSwim(1, 0), new Swim(1, 0), new ApproximateSwim(1, 0));
    }

    @ParameterizedTest
    @MethodSource("everyScheme")
    void everyPublishedSchemeLearnsThePendulum(WeightScheme scheme) {
        PlainOptions options = PlainOptions.defaults(150).withWeights(scheme, false);
        PlainTrainer.Fit fit = PlainTrainer.fit(PlainStates.of(PENDULUM, states(1000, 1)), options);
        // The published errors at width 100 and 200 on a larger box are 1e-3 … 1e-8.
        assertTrue(energyError(fit.hamiltonian()) < 1e-5, scheme + ": " + energyError(fit.hamiltonian()));
        assertTrue(fit.quality().method().contains("sketch"), fit.quality().method());
        assertEquals(2000, fit.quality().rows());
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void everyActivationFits(Activation activation) {
        PlainOptions options = PlainOptions.defaults(150).withActivation(activation);
        Hamiltonian learned = PlainTrainer.fit(PlainStates.of(PENDULUM, states(1000, 1)), options)
                .hamiltonian();
        // Units with kinks make a piecewise linear energy of 150 pieces in two dimensions.
        assertTrue(energyError(learned) < (activation == Activation.RELU ? 0.2 : 1e-5), activation.label());
    }

    @Test
    void theKnownEnergyIsMet() {
        PlainStates data = PlainStates.of(PENDULUM, states(300, 2));
        Hamiltonian learned = PlainTrainer.fit(data, PlainOptions.defaults(40)).hamiltonian();
        assertEquals(0, learned.energy(new double[2]), 1e-12);
    }

    @Test
    void threadsDoNotChangeABit() {
        PlainStates data = PlainStates.of(PENDULUM, states(1500, 3));
        double[] y = {0.3, -0.4};
        PlainOptions options = PlainOptions.defaults(300).withWeights(new ApproximateSwim(1), true);
        double one =
                PlainTrainer.fit(data, options.withThreads(1)).hamiltonian().energy(y);
        for (int threads = 2; threads <= 3; threads++) {
            double several = PlainTrainer.fit(data, options.withThreads(threads))
                    .hamiltonian()
                    .energy(y);
            assertEquals(Double.doubleToLongBits(one), Double.doubleToLongBits(several), threads + " threads");
        }
    }

    @Test
    void declaredTermsTakeOverWhatTheyCanSay() {
        Hamiltonian quadratic = new Hamiltonian() {
            @Override
            public PhaseLayout layout() {
                return new PhaseLayout(1, 1);
            }

            @Override
            public double energy(double[] y) {
                return 2 * y[0] * y[0] - y[0] * y[1] + y[1] * y[1];
            }

            @Override
            public void gradient(double[] y, double[] gradientOut) {
                gradientOut[0] = 4 * y[0] - y[1];
                gradientOut[1] = 2 * y[1] - y[0];
            }
        };
        PlainTrainer.Fit fit = PlainTrainer.fit(
                PlainStates.of(quadratic, states(200, 4)),
                PlainOptions.defaults(30).withDegree(2));
        assertEquals("declared terms alone", fit.quality().method());
        // Exact far outside the training box: rounding of numbers near 1e4.
        double[] far = {50, -70};
        assertEquals(quadratic.energy(far), fit.hamiltonian().energy(far), 1e-9);
    }

    @Test
    void declaredTermsLeaveTheRestToTheUnits() {
        PlainTrainer.Fit fit = PlainTrainer.fit(
                PlainStates.of(PENDULUM, states(800, 4)),
                PlainOptions.defaults(80).withDegree(2).withSolver(new GcvRidge()));
        assertTrue(fit.quality().method().contains("declared"), fit.quality().method());
        assertTrue(energyError(fit.hamiltonian()) < 1e-5);
    }

    @Test
    void separableUnitsSplitTheEnergy() {
        PlainOptions options =
                PlainOptions.defaults(60).withWeights(new Elm(1), true).asSeparable();
        Hamiltonian learned = PlainTrainer.fit(PlainStates.of(PENDULUM, states(600, 5)), options)
                .hamiltonian();
        double mixed = learned.energy(new double[] {1, 0.7})
                - learned.energy(new double[] {1, 0})
                - learned.energy(new double[] {0, 0.7})
                + learned.energy(new double[] {0, 0});
        assertEquals(0, mixed, 1e-10);
        assertTrue(energyError(learned) < 1e-8);
    }

    /** The exact state a step later, by many small steps of order 4. */
    private static double[] later(double[] y, double h) {
        double q = y[0];
        double p = y[1];
        int steps = 200;
        double dt = h / steps;
        for (int k = 0; k < steps; k++) {
            double k1q = p;
            double k1p = -Math.sin(q);
            double k2q = p + dt / 2 * k1p;
            double k2p = -Math.sin(q + dt / 2 * k1q);
            double k3q = p + dt / 2 * k2p;
            double k3p = -Math.sin(q + dt / 2 * k2q);
            double k4q = p + dt * k3p;
            double k4p = -Math.sin(q + dt * k3q);
            q += dt / 6 * (k1q + 2 * k2q + 2 * k3q + k4q);
            p += dt / 6 * (k1p + 2 * k2p + 2 * k3p + k4p);
        }
        return new double[] {q, p};
    }

    @ParameterizedTest
    @MethodSource("steps")
    void aFitToStepsIsCorrectedToSecondOrder(double h) {
        double[][] first = states(1000, 6);
        double[][] next = Stream.of(first).map(y -> later(y, h)).toArray(double[][]::new);
        PlainOptions options = PlainOptions.defaults(100).withWeights(new Elm(1), true);
        PlainTrainer.StepFit fit = PlainTrainer.fitSteps(PlainStates.of(PENDULUM, first), next, h, options);
        double before = energyError(fit.uncorrected());
        double after = energyError(fit.hamiltonian());
        // First order left: h/2 |dH/dq dH/dp| against |H|; second order left: about h²/12 of second derivatives.
        assertTrue(before > 0.1 * h && before < h, "uncorrected " + before);
        assertTrue(after < 0.2 * h * h, "corrected " + after);
    }

    static Stream<Double> steps() {
        return Stream.of(0.1, 0.05);
    }

    @Test
    void thePortfolioFindsAWayThatFitsWell() {
        PlainStates data = PlainStates.of(PENDULUM, states(1200, 7));
        PlainOptions options = PlainPortfolio.choose(data, 120, 1, 2);
        assertTrue(energyError(PlainTrainer.fit(data, options).hamiltonian()) < 1e-11, options.toString());
        assertEquals(options, PlainPortfolio.choose(data, 120, 1, 2));
    }

    @Test
    void whatCannotBeFittedIsRefused() {
        double[][] y = states(10, 8);
        PlainStates unknown =
                new PlainStates(new PhaseLayout(1, 1), y, new double[10][2], new double[0], new double[2], 0);
        assertEquals(
                "sampling swim must have the energies of all states, found none; aswim predicts them",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> PlainTrainer.fit(
                                        unknown, PlainOptions.defaults(5).withWeights(new Swim(1), false)))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> PlainStates.of(PENDULUM, new double[0][]));
        assertThrows(
                IllegalArgumentException.class,
                () -> PlainTrainer.fitSteps(unknown, new double[3][2], 0.1, PlainOptions.defaults(5)));
        assertThrows(
                IllegalArgumentException.class,
                () -> PlainOptions.defaults(5).withWeights(new Swim(1), true).asSeparable());
        y[3][1] = Double.NaN;
        assertEquals(
                "state 3 must be finite, found NaN",
                assertThrows(IllegalArgumentException.class, () -> PlainStates.of(PENDULUM, y))
                        .getMessage());
    }

    @Test
    void constantInputsKeepTheirScale() {
        double[] mean = new double[2];
        double[] scale = {1, 1};
        PlainStates.of(PENDULUM, new double[][] {{1, 2}, {1, 8}}).standardise(mean, scale);
        assertArrayEquals(new double[] {1, 5}, mean);
        assertArrayEquals(new double[] {1, 3}, scale);
    }

    @Test
    void theErrorOfAnEnergyIsRelativeToTheMotion() {
        PlainStates data = PlainStates.of(PENDULUM, states(50, 9));
        assertEquals(0, data.relativeDerivativeError(PENDULUM));
        // Free motion misses dp/dt alone: two sums of 50 squares.
        Hamiltonian free = energyOfMotion();
        double missed = 0;
        double all = 0;
        for (double[] y : states(50, 9)) {
            missed += Math.sin(y[0]) * Math.sin(y[0]);
            all += Math.sin(y[0]) * Math.sin(y[0]) + y[1] * y[1];
        }
        assertEquals(Math.sqrt(missed / all), data.relativeDerivativeError(free), 1e-14);
        PlainStates still = PlainStates.of(free, new double[][] {{1, 0}});
        assertEquals(0, still.relativeDerivativeError(free));
        assertEquals(Double.POSITIVE_INFINITY, still.relativeDerivativeError(PENDULUM));
    }

    private static Hamiltonian energyOfMotion() {
        return new Hamiltonian() {
            @Override
            public PhaseLayout layout() {
                return new PhaseLayout(1, 1);
            }

            @Override
            public double energy(double[] y) {
                return y[1] * y[1] / 2;
            }

            @Override
            public void gradient(double[] y, double[] gradientOut) {
                gradientOut[0] = 0;
                gradientOut[1] = y[1];
            }
        };
    }

    @Test
    void fewStatesLeaveNothingToChooseBy() {
        PlainStates few = PlainStates.of(PENDULUM, states(4, 10));
        PlainOptions gentlest = PlainOptions.defaults(30)
                .withActivation(Activation.SINE)
                .withWeights(new Elm(0.5), true)
                .withSeed(7)
                .withThreads(1);
        assertEquals(gentlest, PlainPortfolio.choose(few, 30, 7, 1));
    }
}
