package org.hamgraph.phase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.support.RandomStreams;
import org.hamgraph.sweep.PiecewisePolynomial;

/** Forces of some bodies only, and of springs whose slopes are polynomials. */
class PairwisePolynomialProperties {
    /** Harmonic springs that say they are linear. */
    private static final class Linear extends HarmonicSprings {
        private final double more;

        Linear(CompiledGraph graph, Box box, double more) {
            super(graph, box);
            this.more = more;
        }

        @Override
        protected PiecewisePolynomial pairPolynomial(int species, double stiffness, double restLength) {
            return PiecewisePolynomial.polynomial(restLength, 0, stiffness * (1 + more));
        }
    }

    /** The springs of a strip in three classes. */
    private static CompiledGraph inClasses(CompiledGraph graph, int classes) {
        CompiledGraph.Builder builder = CompiledGraph.builder(graph.nodes());
        for (int i = 0; i < graph.nodes(); i++) {
            builder.body(i, graph.mass(i), 0);
        }
        for (int e = 0; e < graph.edges(); e++) {
            int kind = graph.first(e) % classes;
            builder.spring(graph.first(e), graph.second(e), 1 + kind, 0.5 + 0.25 * kind, kind);
        }
        return builder.build();
    }

    private static SampleSystem system(int n, int dim, boolean periodic, int classes, long seed) {
        SampleSystem system = SampleSystem.of(n, dim, periodic && n >= 6, seed);
        return new SampleSystem(inClasses(system.graph(), classes), system.box(), system.y(), seed);
    }

    private static double[] inShares(PairwiseHamiltonian energy, double[] y, int forgotten, boolean forces, long seed) {
        RandomGenerator random = RandomStreams.of(seed, "shares", 0);
        int n = energy.layout().nodes();
        double[] out = new double[3 + energy.layout().half()];
        Arrays.fill(out, Double.NaN);
        for (int from = 0; from < n; ) {
            int to = random.nextInt(from + 1, n + 1);
            if (forces) {
                energy.force(y, from + forgotten, to, out, 3);
            } else {
                energy.velocity(y, from + forgotten, to, out, 3);
            }
            from = to;
        }
        return out;
    }

    @Property(tries = 400)
    void sharesOfTheBodiesGiveTheBitsOfTheWhole(
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll boolean periodic,
            @ForAll @IntRange(min = 0, max = 3) int classes,
            @ForAll long seed) {
        SampleSystem system = system(n, dim, periodic, Math.max(1, classes), seed);
        PairwiseHamiltonian energy = classes == 0
                ? HarmonicSprings.relativistic(system.graph(), system.box())
                : new Linear(system.graph(), system.box(), 0);
        String where = "n=" + n + " dim=" + dim + " periodic=" + periodic + " classes=" + classes + " seed=" + seed;
        double[] force = new double[3 + n * dim];
        double[] velocity = new double[3 + n * dim];
        Arrays.fill(force, Double.NaN);
        Arrays.fill(velocity, Double.NaN);
        energy.force(system.y(), force, 3);
        energy.velocity(system.y(), velocity, 3);
        assertArrayEquals(force, inShares(energy, system.y(), 0, true, seed), where);
        assertArrayEquals(velocity, inShares(energy, system.y(), 0, false, seed), where);
        assertTrue(Arrays.stream(force, 3, force.length).allMatch(Double::isFinite), where);
        assertFalse(Arrays.equals(velocity, inShares(energy, system.y(), 1, false, seed)), "shares that forget bodies");
        assertFalse(Arrays.equals(force, inShares(energy, system.y(), 1, true, seed)), "shares that forget bodies");
    }

    @Property(tries = 400)
    void slopesAsPolynomialsGiveTheForcesOfTheSlopesThemselves(
            @ForAll @IntRange(min = 2, max = 40) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll boolean periodic,
            @ForAll @IntRange(min = 1, max = 3) int classes,
            @ForAll long seed) {
        SampleSystem system = system(n, dim, periodic, classes, seed);
        double[] plain = new double[n * dim];
        double[] fast = new double[n * dim];
        double[] broken = new double[n * dim];
        new HarmonicSprings(system.graph(), system.box()).force(system.y(), plain, 0);
        new Linear(system.graph(), system.box(), 0).force(system.y(), fast, 0);
        new Linear(system.graph(), system.box(), 1e-9).force(system.y(), broken, 0);
        // Four springs a body, k of 3 at most, r below 4 + 1: rounding of r − l and of a few products each.
        double tolerance = 4 * 8 * Math.ulp(1.0) * 3 * 5;
        String where = "n=" + n + " dim=" + dim + " periodic=" + periodic + " classes=" + classes + " seed=" + seed;
        assertArrayEquals(plain, fast, tolerance, where);
        double most = 0;
        for (int k = 0; k < plain.length; k++) {
            most = Math.max(most, Math.abs(plain[k] - broken[k]));
        }
        assertTrue(most > tolerance, "stiffer by 1e-9: " + where);
    }

    @Example
    void onlyAnEnergyOfPolynomialsHasAPlanOfRuns() {
        SampleSystem system = system(20, 2, false, 2, 1);
        PairwiseHamiltonian linear = new Linear(system.graph(), system.box(), 0);
        assertTrue(linear.runPlan().isPresent());
        assertEquals(linear.runPlan(), linear.runPlan(), "made once");
        assertTrue(new HarmonicSprings(system.graph(), system.box()).runPlan().isEmpty());
        PairwiseHamiltonian bodiesOfNoForm = new HarmonicSprings(system.graph(), system.box()) {
            @Override
            protected PiecewisePolynomial pairPolynomial(int species, double stiffness, double restLength) {
                return PiecewisePolynomial.polynomial(0, 1);
            }

            @Override
            protected PiecewisePolynomial bodyPolynomial(int species) {
                return null;
            }
        };
        assertTrue(bodiesOfNoForm.runPlan().isEmpty());
    }
}
