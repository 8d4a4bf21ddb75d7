package org.hamgraph.phase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.PairRule;
import org.hamgraph.support.RandomStreams;
import org.hamgraph.sweep.PiecewisePolynomial;

class CutoffHamiltonianProperties {
    private static final PairRule RULE = PairRule.within(1, 0.8, 0.9);

    /** Pairs of any length pull with a strength of their kind; smooth, so that the only edge is the cutoff. */
    private static final class Pull extends PairwiseHamiltonian {
        Pull(CompiledGraph graph, Box box) {
            super(graph, box);
        }

        @Override
        protected double pairEnergy(int edge, double r) {
            return (1 + graph().springSpecies(edge)) * Math.exp(-r);
        }

        @Override
        protected double pairSlope(int edge, double r) {
            return -pairEnergy(edge, r);
        }
    }

    /** The same for all kinds, or of a strength of each, as polynomials. */
    private static final class Steep extends PairwiseHamiltonian {
        private static final double[] TAYLOR = {-1, 1, -1 / 2.0, 1 / 6.0, -1 / 24.0, 1 / 120.0, -1 / 720.0, 1 / 5040.0};
        private final PiecewisePolynomial[] slope;

        Steep(CompiledGraph graph, Box box, boolean different, double more) {
            super(graph, box);
            slope = new PiecewisePolynomial[3];
            PiecewisePolynomial same = PiecewisePolynomial.polynomial(0, TAYLOR);
            for (int kind = 0; kind < slope.length; kind++) {
                slope[kind] = different || more > 0 ? same.of(1, 0, 1 + (different ? kind : 0) + more) : same;
            }
        }

        @Override
        protected double pairEnergy(int edge, double r) {
            throw new UnsupportedOperationException("only forces are asked for");
        }

        @Override
        protected double pairSlope(int edge, double r) {
            return slope[graph().springSpecies(edge)].value(r);
        }

        @Override
        protected PiecewisePolynomial pairPolynomial(int species, double stiffness, double restLength) {
            return slope[species];
        }
    }

    private record Case(CompiledGraph bodies, Box box, double[] y, RandomGenerator random) {
        static Case of(int n, int dim, boolean periodic, long seed) {
            RandomGenerator random = RandomStreams.of(seed, "bodies in a box", 0);
            CompiledGraph.Builder builder = CompiledGraph.builder(n);
            for (int i = 0; i < n; i++) {
                builder.body(i, random.nextDouble(0.5, 2), random.nextInt(2));
            }
            double[] y = new double[2 * n * dim];
            Arrays.setAll(y, k -> random.nextDouble(-2, 2));
            double[] period = new double[dim];
            Arrays.fill(period, periodic ? 2.5 : 0);
            return new Case(builder.build(), Box.of(period), y, random);
        }

        CutoffHamiltonian energy() {
            return CutoffHamiltonian.of(bodies, box, RULE, graph -> new Pull(graph, box));
        }

        /** The sum over all pairs, written down. */
        double potential() {
            double sum = 0;
            for (int i = 0; i < bodies.nodes(); i++) {
                for (int j = i + 1; j < bodies.nodes(); j++) {
                    int kind = PairRule.kind(bodies.bodySpecies(i), bodies.bodySpecies(j));
                    double r = box.distance(y, i, j);
                    double cutoff = RULE.cutoffs().size() > kind ? RULE.cutoff(kind) : 0;
                    sum += r < cutoff ? (1 + kind) * (Math.exp(-r) - Math.exp(-cutoff)) : 0;
                }
            }
            return sum;
        }

        /** The forces of all pairs, written down. */
        double[] forces(boolean different) {
            int dim = box.dim();
            double[] force = new double[bodies.nodes() * dim];
            for (int i = 0; i < bodies.nodes(); i++) {
                for (int j = i + 1; j < bodies.nodes(); j++) {
                    int kind = PairRule.kind(bodies.bodySpecies(i), bodies.bodySpecies(j));
                    double r = box.distance(y, i, j);
                    double pull = r < RULE.cutoff(kind) ? -(different ? 1 + kind : 1) * series(r) / r : 0;
                    for (int axis = 0; axis < dim; axis++) {
                        double d = box.nearest(y[j * dim + axis] - y[i * dim + axis], axis);
                        force[i * dim + axis] += pull * d;
                        force[j * dim + axis] -= pull * d;
                    }
                }
            }
            return force;
        }

        /** exp(-r) up to the seventh power. */
        private static double series(double r) {
            double term = 1;
            double sum = 0;
            for (int power = 0; power <= 7; power++) {
                sum += term;
                term *= -r / (power + 1);
            }
            return sum;
        }

        void move(double reach) {
            for (int k = 0; k < y.length / 2; k++) {
                y[k] += random.nextDouble(-reach, reach);
            }
        }
    }

    @Property(tries = 60)
    void energyIsThatOfAllPairsWithinTheirCutoffsAlsoAfterMoving(
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll boolean periodic,
            @ForAll long seed) {
        Case system = Case.of(n, dim, periodic, seed);
        CutoffHamiltonian energy = system.energy();
        for (int step = 0; step < 30; step++) {
            // Rounding of as many terms as there are pairs, each below 3.
            assertEquals(system.potential(), energy.potentialEnergy(system.y), 1e-15 * n * n, "step " + step);
            system.move(0.02);
        }
        assertTrue(energy.rebuilds() < 30, () -> energy.rebuilds() + " lists for 30 states");
    }

    @Property(tries = 60)
    void anOldListGivesTheBitsOfANewOne(
            @ForAll @IntRange(min = 2, max = 40) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll boolean periodic,
            @ForAll long seed) {
        Case system = Case.of(n, dim, periodic, seed);
        CutoffHamiltonian old = system.energy();
        double[] before = new double[2 * n * dim];
        double[] after = new double[2 * n * dim];
        for (int step = 0; step < 20; step++) {
            old.gradient(system.y, before);
            CutoffHamiltonian fresh = system.energy();
            fresh.gradient(system.y, after);
            assertArrayEquals(after, before);
            assertEquals(fresh.energy(system.y), old.energy(system.y));
            system.move(0.01);
        }
    }

    @Property(tries = 60)
    void batchesOfPairsGiveTheForcesOfAllPairsAndSharesOfThemTheSameBits(
            @ForAll @IntRange(min = 2, max = 120) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll boolean periodic,
            @ForAll boolean different,
            @ForAll long seed) {
        Case system = Case.of(n, dim, periodic, seed);
        CutoffHamiltonian energy = CutoffHamiltonian.of(
                system.bodies, system.box, RULE, graph -> new Steep(graph, system.box, different, 0));
        CutoffHamiltonian broken = CutoffHamiltonian.of(
                system.bodies, system.box, RULE, graph -> new Steep(graph, system.box, different, 1e-9));
        double[] whole = new double[n * dim];
        double[] wrong = new double[n * dim];
        energy.force(system.y, whole, 0);
        broken.force(system.y, wrong, 0);
        // Differences of coordinates up to 4 and their images, below r of 1, so 16 roundings; times at most n pulls of
        // 3.
        double tolerance = 16 * Math.ulp(1.0) * 3 * n;
        assertArrayEquals(system.forces(different), whole, tolerance);
        double[] shared = new double[n * dim];
        for (int from = 0; from < n; ) {
            int to = system.random.nextInt(from + 1, n + 1);
            energy.force(system.y, from, to, shared, 0);
            from = to;
        }
        assertArrayEquals(whole, shared);
        boolean acts = energy.pairs(system.y) > 0;
        assertEquals(acts, !Arrays.equals(whole, wrong), "stronger by 1e-9");
    }

    @Property(tries = 30)
    void sharesGiveTheBitsOfTheWhole(@ForAll @IntRange(min = 1, max = 40) int n, @ForAll long seed) {
        Case system = Case.of(n, 3, true, seed);
        CutoffHamiltonian energy = system.energy();
        double[] whole = new double[3 * n];
        energy.force(system.y, whole, 0);
        double[] shared = new double[3 * n];
        int cut = n / 3;
        energy.force(system.y, 0, cut, shared, 0);
        energy.force(system.y, cut, n, shared, 0);
        assertArrayEquals(whole, shared);
    }

    @Example
    void aStaleListWouldBeSeen() {
        Case system = Case.of(40, 3, true, 1);
        CutoffHamiltonian energy = system.energy();
        PairwiseHamiltonian first = energy.at(system.y);
        assertEquals(energy.potentialEnergy(system.y), first.potentialEnergy(system.y));
        for (int step = 0; step < 200; step++) {
            system.move(0.2);
        }
        assertTrue(Math.abs(first.potentialEnergy(system.y) - system.potential()) > 0.1);
        assertEquals(system.potential(), energy.potentialEnergy(system.y), 1e-12);
        assertEquals(2, energy.rebuilds());
    }

    @Example
    void energyHasNoJumpAtTheCutoff() {
        CompiledGraph two = CompiledGraph.builder(2).build();
        CutoffHamiltonian energy =
                CutoffHamiltonian.of(two, Box.open(1), PairRule.within(1), graph -> new Pull(graph, Box.open(1)));
        double inside = energy.potentialEnergy(new double[] {0, 1 - 1e-9, 0, 0});
        double outside = energy.potentialEnergy(new double[] {0, 1 + 1e-9, 0, 0});
        assertEquals(0, outside);
        assertTrue(inside > 0 && inside < 1e-9, () -> "found " + inside);
    }

    @Example
    void positionsThatHaveLeftTheNumbersKeepTheList() {
        CompiledGraph two = CompiledGraph.builder(2).build();
        CutoffHamiltonian energy =
                CutoffHamiltonian.of(two, Box.open(1), PairRule.within(1), graph -> new Pull(graph, Box.open(1)));
        energy.energy(new double[] {0, 0.5, 0, 0});
        double[] lost = {0, Double.NaN, 0, 0};
        double[] force = new double[2];
        energy.force(lost, force, 0);
        assertEquals(1, energy.rebuilds());
    }
}
