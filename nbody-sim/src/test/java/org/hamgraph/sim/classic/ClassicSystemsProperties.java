package org.hamgraph.sim.classic;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.phase.RigidMotion;
import org.hamgraph.sim.integrate.ImplicitMidpoint;
import org.hamgraph.support.RandomStreams;

class ClassicSystemsProperties {
    /** Best step of a central difference: rounding ulp(1) |H| / step and truncation step² |H'''| / 6 balance. */
    private static final double STEP = Math.cbrt(Math.ulp(1.0));

    /** Truncation is 6e-12 times third derivatives of at most some 100, rounding 4e-11 times terms of some 10. */
    private static final double DIFFERENCE = 1e-8;

    /** Some hundred roundings of a number of order 1. */
    private static final double ROUNDING = 1e-13;

    /** The systems of fixed size, with parameters from a seed. */
    enum Kind {
        PENDULUM,
        LOTKA_VOLTERRA,
        DOUBLE_PENDULUM,
        HENON_HEILES;

        Hamiltonian draw(RandomGenerator random) {
            double[] c = random.doubles(5, 0.5, 1.5).toArray();
            return switch (this) {
                case PENDULUM -> new Pendulum(c[0]);
                case LOTKA_VOLTERRA -> new LotkaVolterra(c[0], c[1], c[2], c[3]);
                case DOUBLE_PENDULUM -> new DoublePendulum(c[0], c[1], c[2], c[3], c[4]);
                case HENON_HEILES -> new HenonHeiles(c[0]);
            };
        }
    }

    private static double[] drawState(Hamiltonian h, RandomGenerator random) {
        return random.doubles(h.layout().size(), -1, 1).toArray();
    }

    /** Bodies in a row along the first axis, at least 0.6 apart. */
    private static double[] drawBodies(Gravitation h, RandomGenerator random) {
        double[] y = drawState(h, random);
        PhaseLayout layout = h.layout();
        for (int k = 0; k < layout.half(); k++) {
            y[k] = 0.2 * y[k] + (k % layout.dim() == 0 ? k / layout.dim() : 0);
        }
        return y;
    }

    private static Gravitation bodies(int n, int dim, boolean soft, RandomGenerator random) {
        double[] masses = random.doubles(n, 0.5, 1.5).toArray();
        return Gravitation.of(masses, dim, 0.8, soft ? 0.3 : 0);
    }

    private static double[] gradient(Hamiltonian h, double[] y) {
        double[] gradient = new double[y.length];
        h.gradient(y, gradient);
        return gradient;
    }

    private static double distance(double[] a, double[] b) {
        double worst = 0;
        for (int k = 0; k < a.length; k++) {
            worst = Math.max(worst, Math.abs(a[k] - b[k]));
        }
        return worst;
    }

    /** Greatest deviation of a gradient from central differences of the energy, relative to max(1, |H|). */
    private static double gradientError(Hamiltonian h, double[] y, double[] gradient) {
        double[] difference = new double[y.length];
        for (int k = 0; k < y.length; k++) {
            double[] moved = y.clone();
            moved[k] = y[k] + STEP;
            double above = h.energy(moved);
            moved[k] = y[k] - STEP;
            difference[k] = (above - h.energy(moved)) / (2 * STEP);
        }
        return distance(difference, gradient) / Math.max(1, Math.abs(h.energy(y)));
    }

    @Property(tries = 200)
    void theGradientIsThatOfTheEnergy(@ForAll Kind kind, @ForAll long seed) {
        RandomGenerator random = RandomStreams.of(seed, "classic", 0);
        Hamiltonian h = kind.draw(random);
        double[] y = drawState(h, random);
        double error = gradientError(h, y, gradient(h, y));
        assertTrue(error < DIFFERENCE, () -> error + " for " + h + " seed=" + seed);
    }

    @Example
    void theGradientOfOtherParametersIsNotTakenForTheOneOfTheEnergy() {
        for (Kind kind : Kind.values()) {
            RandomGenerator random = RandomStreams.of(1, "classic", 0);
            Hamiltonian h = kind.draw(random);
            double[] y = drawState(h, random);
            double error = gradientError(h, y, gradient(kind.draw(random), y));
            assertTrue(error > 100 * DIFFERENCE, () -> error + " for " + h);
        }
    }

    @Property(tries = 100)
    void theGradientOfGravitationIsThatOfTheEnergy(
            @ForAll @IntRange(min = 1, max = 6) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll boolean soft,
            @ForAll long seed) {
        RandomGenerator random = RandomStreams.of(seed, "gravitation", 0);
        Gravitation h = bodies(n, dim, soft, random);
        double[] y = drawBodies(h, random);
        double error = gradientError(h, y, gradient(h, y));
        assertTrue(error < DIFFERENCE, () -> error + " n=" + n + " dim=" + dim + " soft=" + soft + " seed=" + seed);
    }

    /** Greatest change of energy and gradient when momenta are turned over, beyond turning the velocities over. */
    private static double irreversibility(Hamiltonian h, double[] y) {
        double[] reversed = y.clone();
        double[] expected = gradient(h, y);
        for (int k = h.layout().half(); k < y.length; k++) {
            reversed[k] = -reversed[k];
            expected[k] = -expected[k];
        }
        return Math.max(Math.abs(h.energy(y) - h.energy(reversed)), distance(expected, gradient(h, reversed)));
    }

    @Property(tries = 100)
    void turningTheMomentaOverTurnsTimeOverExceptForPredatorsAndPrey(@ForAll Kind kind, @ForAll long seed) {
        RandomGenerator random = RandomStreams.of(seed, "classic", 0);
        Hamiltonian h = kind.draw(random);
        double[] y = drawState(h, random);
        double found = irreversibility(h, y);
        // Exact, for only signs change; cosh p - 1 is not zero where p is not.
        boolean even = kind != Kind.LOTKA_VOLTERRA;
        assertTrue(even ? found == 0 : found > 0, () -> found + " for " + h + " seed=" + seed);
    }

    @Property(tries = 60)
    void runningBackwardsReturnsToTheStart(@ForAll Kind kind, @ForAll long seed) {
        RandomGenerator random = RandomStreams.of(seed, "classic", 0);
        Hamiltonian h = kind.draw(random);
        double[] start = drawState(h, random);
        double[] y = start.clone();
        new ImplicitMidpoint().start(h, y, 0.01).advance(100);
        double there = distance(start, y);
        new ImplicitMidpoint().start(h, y, -0.01).advance(100);
        // Rounding of 200 steps, grown by neighbouring paths moving apart for one time unit.
        double error = distance(start, y);
        assertTrue(error < 1e-10 && there > 1e-6, () -> error + " for " + h + " seed=" + seed);
    }

    /** Rates of total momentum and of total angular momentum, the greatest component. */
    private static double drift(PhaseLayout layout, double[] y, double[] rate) {
        int half = layout.half();
        int dim = layout.dim();
        double worst = 0;
        for (int a = 0; a < dim; a++) {
            double momentum = 0;
            for (int k = a; k < half; k += dim) {
                momentum += rate[half + k];
            }
            worst = Math.max(worst, Math.abs(momentum));
            for (int b = a + 1; b < dim; b++) {
                double angular = 0;
                for (int i = 0; i < half; i += dim) {
                    angular += rate[i + a] * y[half + i + b] - rate[i + b] * y[half + i + a];
                    angular += y[i + a] * rate[half + i + b] - y[i + b] * rate[half + i + a];
                }
                worst = Math.max(worst, Math.abs(angular));
            }
        }
        return worst;
    }

    @Property(tries = 100)
    void gravitationConservesMomentumAndAngularMomentumAndKnowsNoPlaceOrDirection(
            @ForAll @IntRange(min = 1, max = 6) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll boolean soft,
            @ForAll long seed) {
        RandomGenerator random = RandomStreams.of(seed, "gravitation", 0);
        Gravitation h = bodies(n, dim, soft, random);
        double[] y = drawBodies(h, random);
        double[] rate = new double[y.length];
        h.vectorField(y, rate);
        String where = "n=" + n + " dim=" + dim + " soft=" + soft + " seed=" + seed;
        // Forces of at most 5 on positions of at most 6.
        double tolerance = ROUNDING * n * 30;
        assertTrue(drift(h.layout(), y, rate) < tolerance, where);
        double kick = 1e-6;
        rate[h.layout().half()] += kick;
        assertTrue(drift(h.layout(), y, rate) > 0.5 * kick, where);

        double[] offset = random.doubles(dim, -1, 1).toArray();
        RigidMotion motion = RigidMotion.randomRotation(dim, random).then(RigidMotion.translation(offset));
        double[] moved = motion.apply(y);
        assertTrue(Math.abs(h.energy(moved) - h.energy(y)) < tolerance, where);
        assertTrue(distance(motion.turn(gradient(h, y)), gradient(h, moved)) < tolerance, where);
    }

    @Example
    void withoutGravityTheDoublePendulumKeepsItsAngularMomentumAndWithGravityItDoesNot() {
        double[] y = {1.2, -0.7, 0.4, 0.9};
        double[] free = gradient(new DoublePendulum(1.5, 0.7, 0.8, 1.3, 0), y);
        double[] heavy = gradient(new DoublePendulum(1.5, 0.7, 0.8, 1.3, 1), y);
        assertTrue(free[0] + free[1] == 0 && Math.abs(free[0]) > 0.01);
        assertTrue(Math.abs(heavy[0] + heavy[1]) > 0.1);
    }
}
