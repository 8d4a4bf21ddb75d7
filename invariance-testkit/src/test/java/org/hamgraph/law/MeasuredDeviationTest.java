package org.hamgraph.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Structure;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.phase.PhaseState;
import org.hamgraph.sim.force.SpringHamiltonian;
import org.hamgraph.sim.integrate.Stepper;
import org.hamgraph.support.RandomStreams;
import org.junit.jupiter.api.Test;

/** Deviations and tolerances of energies so simple that both can be worked out. */
class MeasuredDeviationTest {
    private static final double ROUNDING = 32 * Math.ulp(1.0);
    private static final double PRECISION = 1e-11;

    /** What every "random" number between −1 and 1 is. */
    private static final double DRAWN = 0.5;

    /** Three quarters of all bits. */
    private static final RandomGenerator CONSTANT = () -> 3L << 62;

    /** An energy of one body on a line with the derivatives given. */
    private static EnergyModel oneBody(
            DoubleBinaryOperator energy, DoubleBinaryOperator ofPosition, DoubleBinaryOperator ofMomentum) {
        return (graph, box) -> of(graph, box, y -> energy.applyAsDouble(y[0], y[1]), (y, gradient) -> {
            gradient[0] = ofPosition.applyAsDouble(y[0], y[1]);
            gradient[1] = ofMomentum.applyAsDouble(y[0], y[1]);
        });
    }

    @FunctionalInterface
    private interface Gradient {
        void of(double[] y, double[] gradientOut);
    }

    private static Hamiltonian of(CompiledGraph graph, Box box, ToDoubleFunction<double[]> energy, Gradient gradient) {
        return new Hamiltonian() {
            @Override
            public PhaseLayout layout() {
                return new PhaseLayout(graph.nodes(), box.dim());
            }

            @Override
            public double energy(double[] y) {
                return energy.applyAsDouble(y);
            }

            @Override
            public void gradient(double[] y, double[] gradientOut) {
                gradient.of(y, gradientOut);
            }
        };
    }

    private static BodySystem system(CompiledGraph graph, int dim, double... y) {
        return new BodySystem(graph, Box.open(dim), PhaseState.copyOf(new PhaseLayout(graph.nodes(), dim), y));
    }

    private static CompiledGraph bodies(double... masses) {
        CompiledGraph.Builder builder = CompiledGraph.builder(masses.length);
        for (int i = 0; i < masses.length; i++) {
            builder.body(i, masses[i], 0);
        }
        return builder.build();
    }

    private static Deviation measured(String law, EnergyModel model, BodySystem system) {
        return Laws.named(law).measure(model, system, CONSTANT).orElseThrow();
    }

    private static void assertMeasured(double deviation, double tolerance, Deviation found) {
        assertEquals(deviation, found.measured(), 1e-12 * deviation);
        assertEquals(tolerance, found.tolerance(), 1e-6 * tolerance);
    }

    @Test
    void aModelClaimsTheUsualPrecision() {
        EnergyModel model = SpringHamiltonian::of;
        assertEquals(PRECISION, model.precision());
        assertEquals(PRECISION, model.accuracy());
        EnergyModel rough = new EnergyModel() {
            @Override
            public Hamiltonian on(CompiledGraph graph, Box box) {
                return SpringHamiltonian.of(graph, box);
            }

            @Override
            public double precision() {
                return 1e-3;
            }
        };
        assertEquals(1e-3, rough.accuracy());
    }

    /** H = x + p²/2 at x = 2, p = 3: unit length, momentum 3, gq = 1, gp = 3 + 3, size = 6.5 + 1 + 18. */
    @Test
    void aFieldMovesTheEnergyByTheShift() {
        EnergyModel field = oneBody((x, p) -> x + p * p / 2, (x, p) -> 1, (x, p) -> p);
        BodySystem system = system(bodies(1), 1, 2, 3);
        double shift = 10 * DRAWN;
        assertMeasured(shift / 25.5, PRECISION + ROUNDING * (2 + shift), measured("translation", field, system));
        assertMeasured(1, PRECISION + ROUNDING * 2, measured("momentum", field, system));
        assertMeasured(0, PRECISION + ROUNDING * 2, measured("timeReversal", field, system));
    }

    /** Field on one of two bodies at (0, 0) and (0, 2): torque 1 about the centre; arms 1 · 1 twice and 3 (3 + 1.5). */
    @Test
    void aTorqueIsRelativeToItsArms() {
        EnergyModel field = (graph, box) -> of(
                graph,
                box,
                y -> y[0] + 0.5 * (y[4] * y[4] + y[5] * y[5] + y[6] * y[6] + y[7] * y[7]),
                (y, gradient) -> {
                    gradient[0] = 1;
                    gradient[1] = 0;
                    gradient[2] = 0;
                    gradient[3] = 0;
                    System.arraycopy(y, 4, gradient, 4, 4);
                });
        Deviation found = measured("angularMomentum", field, system(bodies(1, 1), 2, 0, 0, 0, 2, 0, 3, 0, 0));
        // Without springs, a length is the mean distance of coordinates from the centre.
        assertMeasured(1 / 15.5, PRECISION + ROUNDING * 2 / 0.5, found);
        EnergyModel onALine = oneBody((x, p) -> x, (x, p) -> 1, (x, p) -> 0);
        assertTrue(Laws.named("angularMomentum")
                .measure(onALine, system(bodies(1), 1, 2, 3), CONSTANT)
                .isEmpty());
    }

    /** H = p²/m at m = 2, p = 3, twice the right one: v = 0.5 · 3/2 · drawn, dH/dp = p wrong by v, gp = 3 + 3. */
    @Test
    void aBoostShowsTheWrongMass() {
        EnergyModel heavy = oneBody((x, p) -> p * p / 2, (x, p) -> 0, (x, p) -> p);
        double v = 0.5 * 3 / 2 * DRAWN;
        assertMeasured(v / 6, PRECISION + ROUNDING, measured("galileanBoost", heavy, system(bodies(2), 1, 1, 3)));
        EnergyModel right = oneBody((x, p) -> p * p / 4, (x, p) -> 0, (x, p) -> p / 2);
        assertTrue(measured("galileanBoost", right, system(bodies(2), 1, 1, 3)).measured() < 1e-15);
    }

    /** The mean over bodies of p²/2 at p = 3: dH/dp of two copies is 1.5 instead of 3, and gp = 6. */
    @Test
    void aMeanIsNotExtensive() {
        EnergyModel mean = (graph, box) -> {
            int n = graph.nodes();
            return of(
                    graph,
                    box,
                    y -> {
                        double sum = 0;
                        for (int k = n; k < 2 * n; k++) {
                            sum += y[k] * y[k] / 2 / n;
                        }
                        return sum;
                    },
                    (y, gradient) -> {
                        for (int k = 0; k < n; k++) {
                            gradient[k] = 0;
                            gradient[n + k] = y[n + k] / n;
                        }
                    });
        };
        assertMeasured(
                1.5 / 6, PRECISION + ROUNDING * (2 + 100), measured("extensivity", mean, system(bodies(1), 1, 2, 3)));
        // A spring of length 1 and a body far off: the copy is ten times as far as it is from the centre.
        CompiledGraph three = CompiledGraph.builder(3)
                .body(0, 1, 0)
                .body(1, 1, 0)
                .body(2, 1, 0)
                .spring(0, 1, 1, 1, 0)
                .build();
        double far = 10 * (100 - 101 / 3.0);
        Deviation found = measured("extensivity", SpringHamiltonian::of, system(three, 1, 0, 1, 100, 1, 1, 1));
        assertMeasured(0, PRECISION + ROUNDING * (100 + far), found);
    }

    /** H = (sum of x)² / 2 of bodies 0, 1, 2, 3 in a chain: all feel 0.1 drawn; gq = 6 + 4. */
    @Test
    void whatReachesFartherThanItSaysIsNotLocal() {
        EnergyModel sum = (graph, box) -> {
            int n = graph.nodes();
            return of(
                    graph,
                    box,
                    y -> {
                        double all = y[0] + y[1] + y[2] + y[3];
                        return all * all / 2;
                    },
                    (y, gradient) -> {
                        for (int k = 0; k < n; k++) {
                            gradient[k] = y[0] + y[1] + y[2] + y[3];
                            gradient[n + k] = 0;
                        }
                    });
        };
        CompiledGraph chain = Structure.chain(4, false).compile(1, 1, 1);
        Deviation found = measured("locality", sum, system(chain, 1, 0, 1, 2, 3, 0, 0, 0, 0));
        assertEquals(0.1 * DRAWN / 10, found.measured(), 1e-9);
        Optional<Deviation> near = Laws.named("locality")
                .measure(sum, system(Structure.chain(2, false).compile(1, 1, 1), 1, 0, 1, 0, 0), CONSTANT);
        assertTrue(near.isEmpty(), "nobody is out of reach");
    }

    /** dH/dx is 1 where it should be 2; the direction is unit length times drawn, gq = 1. */
    @Test
    void halfADerivativeIsMissing() {
        EnergyModel half = oneBody((x, p) -> 2 * x + p * p / 2, (x, p) -> 1, (x, p) -> p);
        BodySystem system = system(bodies(1), 1, 2, 3);
        Deviation found = measured("gradient", half, system);
        assertEquals(1, found.measured(), 1e-10);
        // H + gq length + gp momentum = 8.5 + 1 + 18; differences of a straight line are exact at once, at 0.05 or
        // half.
        double unit = DRAWN;
        double least = 10 * PRECISION + Math.ulp(1.0) * 16 / 0.05 * (27.5 + 2 * unit) / unit;
        assertTrue(
                found.tolerance() >= least && found.tolerance() < 32 * least + 1e-9,
                () -> found + ", expected at least " + least);
    }

    /** A scheme that moves the state by a function of the step. */
    private static EnergyModel moving(EnergyModel energy, int order, StepOf step) {
        return new EnergyModel() {
            @Override
            public Hamiltonian on(CompiledGraph graph, Box box) {
                return energy.on(graph, box);
            }

            @Override
            public Stepper start(Hamiltonian hamiltonian, double[] y, double dt) {
                return new Stepper(hamiltonian, y, dt) {
                    @Override
                    protected void step() {
                        step.move(y, dt);
                    }
                };
            }

            @Override
            public int order() {
                return order;
            }
        };
    }

    @FunctionalInterface
    private interface StepOf {
        void move(double[] y, double dt);
    }

    /** M = (1, dt; 0, s): w(Mu, Mv) = s w(u, v). */
    @Test
    void frictionShrinksTheForm() {
        EnergyModel free = oneBody((x, p) -> p * p / 2, (x, p) -> 0, (x, p) -> p);
        double s = 0.75;
        double[] used = new double[1];
        EnergyModel model = moving(free, 2, (y, dt) -> {
            used[0] = dt;
            y[0] += dt * y[1];
            y[1] *= s;
        });
        BodySystem system = system(bodies(1), 1, 2, 3);
        Probe probe = new Probe(model, system, CONSTANT);
        for (int seed = 0; seed < 20; seed++) {
            Deviation found = StepLaws.symplecticity(probe, RandomStreams.of(seed, "directions", 0))
                    .orElseThrow();
            // sqrt(lq lp) + gp / length = 0 + 6
            assertEquals(0.2 / 6, used[0], 1e-9);
            RandomGenerator again = RandomStreams.of(seed, "directions", 0);
            double[] u = probe.direction(again, true, true);
            double[] v = probe.direction(again, true, true);
            double[] mu = {u[0] + used[0] * u[1], s * u[1]};
            double[] mv = {v[0] + used[0] * v[1], s * v[1]};
            double unit =
                    Math.abs(u[0] * v[1]) + Math.abs(u[1] * v[0]) + Math.abs(mu[0] * mv[1]) + Math.abs(mu[1] * mv[0]);
            double expected = (1 - s) * Math.abs(u[0] * v[1] - u[1] * v[0]) / unit;
            assertEquals(expected, found.measured(), 1e-10);
            assertEquals(1e-9 + (10 * PRECISION + ROUNDING * 2) * 1000, found.tolerance(), 1e-14);
        }
    }

    /** H = p and p grows by dt a step: the error is dt, of first order. */
    @Test
    void anOrderIsMissing() {
        EnergyModel line = oneBody((x, p) -> p, (x, p) -> 0, (x, p) -> 1);
        StepOf grows = (y, dt) -> y[1] += dt * dt;
        BodySystem system = system(bodies(1), 1, 2, 3);
        assertEquals(1, measured("energyOrder", moving(line, 2, grows), system).measured(), 1e-9);
        assertEquals(0, measured("energyOrder", moving(line, 1, grows), system).measured(), 1e-9);
        assertEquals(
                0,
                measured("energyOrder", moving(line, 2, (y, dt) -> {}), system).measured());
        StepOf lost = (y, dt) -> y[1] = Double.NaN;
        assertTrue(!measured("energyOrder", moving(line, 2, lost), system).holds());
    }

    @Test
    void aSchemeThatGivesUpBreaksItsLaw() {
        EnergyModel line = oneBody((x, p) -> p * p / 2, (x, p) -> 0, (x, p) -> p);
        EnergyModel model = moving(line, 2, (y, dt) -> {
            throw new ArithmeticException("no convergence");
        });
        Deviation found = measured("symplecticity", model, system(bodies(1), 1, 2, 3));
        assertTrue(!found.holds());
        assertEquals("no convergence", found.derivation());
    }
}
