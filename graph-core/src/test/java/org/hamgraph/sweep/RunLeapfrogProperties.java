package org.hamgraph.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.NodePermutation;
import org.hamgraph.graph.Structure;
import org.hamgraph.support.RandomStreams;

/** States do not depend on threads, kernels or calls, and are those of the textbook. */
class RunLeapfrogProperties {
    private static final double[] TIMES = {0.013, -0.004};

    /** A lattice of one or two classes of springs and bodies, and a state. */
    private record System(
            CompiledGraph graph, Box box, double[] y, PiecewisePolynomial[] pull, PiecewisePolynomial body) {
        static System of(int kind, boolean periodic, int classes, Forms form, boolean shuffled, long seed) {
            Structure structure = switch (kind) {
                case 0 -> Structure.chain(1400, periodic);
                case 1 -> Structure.square(33, 40, periodic);
                case 2 -> Structure.cubic(12, 10, 13, periodic);
                case 3 -> Structure.honeycomb(22, 30, periodic);
                default -> Structure.triangular(30, 36, periodic);
            };
            RandomGenerator random = RandomStreams.of(seed, "system", kind);
            CompiledGraph plain = structure.compile(1, 1, 1);
            CompiledGraph.Builder builder = CompiledGraph.builder(plain.nodes());
            for (int i = 0; i < plain.nodes(); i++) {
                builder.body(
                        i, classes == 1 ? 1.25 : random.nextDouble(0.5, 2), i < plain.nodes() / 3 ? classes - 1 : 0);
            }
            for (int e = 0; e < plain.edges(); e++) {
                int species = e % 7 == 0 ? classes - 1 : 0;
                builder.spring(plain.first(e), plain.second(e), 1, 1, species);
            }
            CompiledGraph graph = builder.build();
            int half = graph.nodes() * structure.dim();
            double[] y = new double[2 * half];
            java.lang.System.arraycopy(structure.positions(1), 0, y, 0, half);
            for (int k = 0; k < y.length; k++) {
                y[k] += 0.12 * random.nextGaussian();
            }
            if (shuffled) {
                NodePermutation shuffle = NodePermutation.random(graph.nodes(), random);
                graph = shuffle.apply(graph);
                y = shuffle.apply(y, structure.dim());
            }
            PiecewisePolynomial[] pull = {form.polynomial(2), Forms.ENDLESS.polynomial(1)};
            return new System(graph, structure.box(1), y, pull, PiecewisePolynomial.polynomial(0, 0.5, 0.01));
        }

        RunPlan plan(boolean withRuns) {
            PairClasses springs =
                    PairClasses.of(graph, (species, k, l) -> pull[species]).orElseThrow();
            PiecewisePolynomial still = PiecewisePolynomial.polynomial(0, 0.5);
            BodyClasses bodies = new BodyClasses(graph, t -> t == 0 ? still : body, i -> 1 / graph.mass(i));
            return RunPlan.of(graph, box, springs, bodies, withRuns, null);
        }

        double[] run(RunPlan plan, SweepKernels kernels, int threads, int... steps) {
            RunLeapfrog leapfrog = new RunLeapfrog(plan, y, threads, kernels);
            for (int count : steps) {
                leapfrog.advance(count, TIMES);
            }
            double[] result = new double[y.length];
            leapfrog.store(result);
            return result;
        }

        /** Kick-drift-kick, spring by spring. */
        double[] textbook(int steps) {
            double[] state = y.clone();
            int dim = box.dim();
            int half = state.length / 2;
            for (int part = 0; part < steps * TIMES.length; part++) {
                double h = TIMES[part % TIMES.length];
                kick(state, h / 2);
                for (int i = 0; i < graph.nodes(); i++) {
                    double s = 0;
                    for (int axis = 0; axis < dim; axis++) {
                        s += state[half + i * dim + axis] * state[half + i * dim + axis];
                    }
                    double w = 1 / graph.mass(i);
                    double slope = graph.bodySpecies(i) == 0 ? 0.5 : body.value(w * s);
                    for (int axis = 0; axis < dim; axis++) {
                        state[i * dim + axis] += h * 2 * w * slope * state[half + i * dim + axis];
                    }
                }
                kick(state, h / 2);
            }
            return state;
        }

        private void kick(double[] state, double h) {
            int dim = box.dim();
            int half = state.length / 2;
            for (int e = 0; e < graph.edges(); e++) {
                int i = graph.first(e);
                int j = graph.second(e);
                double r = box.distance(state, i, j);
                double factor = h * pull[graph.springSpecies(e)].value(r) / r;
                for (int axis = 0; axis < dim; axis++) {
                    double g = factor * box.nearest(state[j * dim + axis] - state[i * dim + axis], axis);
                    state[half + i * dim + axis] += g;
                    state[half + j * dim + axis] -= g;
                }
            }
        }
    }

    private static SweepKernels[] kernels() {
        return new SweepKernels[] {new ScalarSweepKernels(), SweepKernels.suitedTo(Integer.MAX_VALUE)};
    }

    @Property(tries = 60)
    void threadsKernelsAndCallsChangeNoBit(
            @ForAll @IntRange(min = 0, max = 4) int kind,
            @ForAll boolean periodic,
            @ForAll @IntRange(min = 1, max = 2) int classes,
            @ForAll Forms form,
            @ForAll boolean shuffled,
            @ForAll boolean withRuns,
            @ForAll long seed) {
        System system = System.of(kind, periodic, classes, form, shuffled, seed);
        RunPlan plan = system.plan(withRuns);
        double[] expected = system.run(plan, new ScalarSweepKernels(), 1, 3);
        for (SweepKernels kernels : kernels()) {
            for (int threads = 1; threads <= 3; threads++) {
                String message = kernels.name() + " threads=" + threads + " kind=" + kind + " periodic=" + periodic
                        + " classes=" + classes + " " + form + " shuffled=" + shuffled + " runs=" + withRuns + " seed="
                        + seed;
                assertArrayEquals(expected, system.run(plan, kernels, threads, 1, 2), 0, message);
            }
        }
    }

    @Property(tries = 60)
    void statesAreThoseOfTheTextbook(
            @ForAll @IntRange(min = 0, max = 4) int kind,
            @ForAll boolean periodic,
            @ForAll @IntRange(min = 1, max = 2) int classes,
            @ForAll Forms form,
            @ForAll boolean shuffled,
            @ForAll boolean withRuns,
            @ForAll long seed) {
        System system = System.of(kind, periodic, classes, form, shuffled, seed);
        double[] found = system.run(system.plan(withRuns), kernels()[1], 2, 3);
        // Positions up to 1400 are rounded to 1e-13 each; parabolas jump at the ends of pieces by less than 0.03, which
        // a spring so close to one that rounding decides would show.
        assertArrayEquals(
                system.textbook(3),
                found,
                1e-10,
                "kind=" + kind + " periodic=" + periodic + " classes=" + classes + " " + form + " shuffled=" + shuffled
                        + " runs=" + withRuns + " seed=" + seed);
    }

    @Property(tries = 20)
    void momentumIsConserved(@ForAll @IntRange(min = 0, max = 4) int kind, @ForAll Forms form, @ForAll long seed) {
        System system = System.of(kind, false, 1, form, false, seed);
        double[] y = system.run(system.plan(true), kernels()[1], 2, 5);
        int dim = system.box.dim();
        for (int axis = 0; axis < dim; axis++) {
            double change = 0;
            for (int k = y.length / 2 + axis; k < y.length; k += dim) {
                change += y[k] - system.y[k];
            }
            // 1400 momenta of about 0.1, each rounded ten times a step and kick.
            assertEquals(0, change, 1e-13 * system.graph.nodes(), "kind=" + kind + " " + form + " seed=" + seed);
        }
    }

    @Example
    void oneSpringLessIsSeen() {
        System system = System.of(2, false, 1, Forms.ONE_PIECE, false, 1);
        CompiledGraph.Builder builder = CompiledGraph.builder(system.graph.nodes());
        for (int i = 0; i < system.graph.nodes(); i++) {
            builder.body(i, system.graph.mass(i), 0);
        }
        for (int e = 1; e < system.graph.edges(); e++) {
            builder.spring(system.graph.first(e), system.graph.second(e), 1, 1, 0);
        }
        System less = new System(builder.build(), system.box, system.y, system.pull, system.body);
        double largest = 0;
        double[] y = system.run(system.plan(true), kernels()[1], 2, 3);
        double[] other = less.run(less.plan(true), kernels()[1], 2, 3);
        for (int k = 0; k < y.length; k++) {
            largest = Math.max(largest, Math.abs(y[k] - other[k]));
        }
        assertTrue(largest > 1e-4, "difference " + largest);
    }

    @Example
    void coincidentBodiesExertNoForce() {
        CompiledGraph graph = Structure.chain(40, false).compile(1, 1, 1);
        System system = new System(
                graph,
                Box.open(1),
                new double[80],
                new PiecewisePolynomial[] {PiecewisePolynomial.polynomial(1, 0, 10)},
                PiecewisePolynomial.polynomial(0, 0.5));
        for (boolean withRuns : new boolean[] {true, false}) {
            for (SweepKernels kernels : kernels()) {
                assertArrayEquals(new double[80], system.run(system.plan(withRuns), kernels, 1, 3), 0);
            }
        }
    }

    @Example
    void sharesHaveBordersAndSpringsThatReachIn() {
        System system = System.of(2, false, 1, Forms.ONE_PIECE, false, 1);
        double[][] arrays = new double[3][system.graph.nodes() + SweepKernels.MARGIN];
        RunPlan plan = system.plan(true);
        assertEquals(4, plan.blocks);
        RunForces share = new RunForces(plan, new ScalarSweepKernels(), arrays, arrays, 1, 2);
        // A plane of 10 x 13 bodies on either side is joined to the neighbouring shares.
        assertEquals(512 + 130, share.innerFrom);
        assertEquals(1024 - 130, share.innerTo);
    }
}
