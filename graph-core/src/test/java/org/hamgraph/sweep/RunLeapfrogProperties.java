package org.hamgraph.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;
import org.hamgraph.phase.PairwiseHamiltonian;

class RunLeapfrogProperties {
    private static final double[] STEP = {0.01};
    private static final double[] PARTS = {0.012, -0.004, 0.012};

    /** Scalar loops, and those in registers where registers hold four numbers. */
    static List<SweepKernels> kernels() {
        List<SweepKernels> kernels = new ArrayList<>(List.of(new ScalarSweepKernels()));
        try {
            kernels.add(new VectorSweepKernels());
        } catch (UnsupportedOperationException shortRegisters) {
            assertTrue(shortRegisters.getMessage().startsWith("vector registers must hold four numbers"));
        }
        return kernels;
    }

    private static double[] after(
            SweepSystem system, RunPlan plan, int threads, SweepKernels kernels, double[] h, int... calls) {
        return after(system, plan, threads, kernels, 1, h, calls);
    }

    private static double[] after(
            SweepSystem system, RunPlan plan, int threads, SweepKernels kernels, int waves, double[] h, int... calls) {
        RunLeapfrog leapfrog = new RunLeapfrog(plan, system.y(), threads, kernels, waves);
        for (int steps : calls) {
            leapfrog.advance(steps, h);
        }
        double[] y = new double[system.y().length];
        leapfrog.store(y);
        return y;
    }

    private static double difference(double[] a, double[] b) {
        double most = 0;
        for (int k = 0; k < a.length; k++) {
            double difference = Math.abs(a[k] - b[k]);
            most = difference <= most ? most : difference;
        }
        return most;
    }

    private static void sameBits(SweepSystem system, double[] h) {
        for (boolean withRuns : new boolean[] {true, false}) {
            RunPlan plan = system.plan(withRuns);
            double[] expected = after(system, plan, 1, new ScalarSweepKernels(), h, 5);
            for (SweepKernels kernels : kernels()) {
                for (int threads = 1; threads <= 3; threads++) {
                    String where = system.name() + " runs=" + withRuns + " " + kernels.name() + " threads=" + threads;
                    assertArrayEquals(expected, after(system, plan, threads, kernels, h, 5), where);
                    assertArrayEquals(expected, after(system, plan, threads, kernels, h, 2, 0, 3), where + " split");
                }
            }
        }
    }

    @Property(tries = 200)
    void statesOfSmallSystemsDependOnNothingButTheSystem(
            @ForAll SweepSystem.Kind kind,
            @ForAll @IntRange(min = 5, max = 300) int n,
            @ForAll boolean periodic,
            @ForAll boolean parts,
            @ForAll long seed) {
        sameBits(SweepSystem.of(kind, n, periodic, seed), parts ? PARTS : STEP);
    }

    @Property(tries = 40)
    void statesOfSystemsOfSeveralSharesDependOnNothingButTheSystem(
            @ForAll SweepSystem.Kind kind,
            @ForAll @IntRange(min = 2000, max = 5000) int n,
            @ForAll boolean periodic,
            @ForAll long seed) {
        sameBits(SweepSystem.of(kind, n, periodic, seed), STEP);
    }

    @Property(tries = 60)
    void statesDoNotDependOnTheNumberOfWaves(
            @ForAll SweepSystem.Kind kind,
            @ForAll @IntRange(min = 8000, max = 16000) int n,
            @ForAll boolean periodic,
            @ForAll boolean withRuns,
            @ForAll @IntRange(min = 2, max = 5) int waves,
            @ForAll long seed) {
        SweepSystem system = SweepSystem.of(kind, n, periodic, seed);
        RunPlan plan = system.plan(withRuns);
        double[] expected = after(system, plan, 1, new ScalarSweepKernels(), PARTS, 4);
        for (SweepKernels kernels : kernels()) {
            for (int threads = 1; threads <= 3; threads++) {
                int fitting = Math.min(waves, RunWaves.most(plan, Math.min(threads, plan.blocks / 2)));
                String where = system.name() + ", " + threads + " threads, " + fitting + " waves";
                assertArrayEquals(expected, after(system, plan, threads, kernels, fitting, PARTS, 4), where);
                assertArrayEquals(expected, after(system, plan, threads, kernels, fitting, PARTS, 1, 3), where);
                Statistics.label(threads + " threads").collect(Math.max(1, fitting));
            }
        }
    }

    @Property(tries = 30)
    void looseSpringsGiveTheStatesOfRunsUpToRounding(
            @ForAll @IntRange(min = 2000, max = 3000) int n, @ForAll boolean periodic, @ForAll long seed) {
        SweepSystem system = SweepSystem.of(SweepSystem.Kind.CUBIC, n, periodic, seed);
        double[] runs = after(system, system.plan(true), 2, SweepKernels.suitedTo(Integer.MAX_VALUE), STEP, 5);
        double[] loose = after(system, system.plan(false), 2, SweepKernels.suitedTo(Integer.MAX_VALUE), STEP, 5);
        double excess = difference(runs, loose) / new TextbookLeapfrog(system).stateTolerance(5, STEP);
        assertTrue(excess <= 1, () -> excess + " for " + system.name());
    }

    private static double excess(SweepSystem system, SweepSystem truth, boolean withRuns, int threads, double[] h) {
        TextbookLeapfrog textbook = new TextbookLeapfrog(truth);
        double[] y = after(system, system.plan(withRuns), threads, SweepKernels.suitedTo(Integer.MAX_VALUE), h, 3);
        return difference(textbook.after(3, h), y) / textbook.stateTolerance(3, h);
    }

    @Property(tries = 300)
    void statesAreThoseOfATextbook(
            @ForAll SweepSystem.Kind kind,
            @ForAll @IntRange(min = 5, max = 400) int n,
            @ForAll boolean periodic,
            @ForAll boolean withRuns,
            @ForAll boolean parts,
            @ForAll long seed) {
        SweepSystem system = SweepSystem.of(kind, n, periodic, seed);
        double excess = excess(system, system, withRuns, 1, parts ? PARTS : STEP);
        assertTrue(excess <= 1, () -> excess + " for " + system.name());
    }

    @Property(tries = 40)
    void statesOfSystemsOfSeveralSharesAreThoseOfATextbook(
            @ForAll SweepSystem.Kind kind,
            @ForAll @IntRange(min = 2000, max = 5000) int n,
            @ForAll boolean periodic,
            @ForAll long seed) {
        SweepSystem system = SweepSystem.of(kind, n, periodic, seed);
        double excess = excess(system, system, true, 3, STEP);
        assertTrue(excess <= 1, () -> excess + " for " + system.name());
    }

    @Property(tries = 100)
    void withoutOneSpringStatesAreNotThoseOfATextbook(
            @ForAll SweepSystem.Kind kind,
            @ForAll @IntRange(min = 5, max = 400) int n,
            @ForAll boolean periodic,
            @ForAll long seed) {
        SweepSystem system = SweepSystem.of(kind, n, periodic, seed);
        int spring = Math.floorMod(seed, system.graph().edges());
        double excess = excess(system.without(spring), system, true, 1, STEP);
        assertTrue(excess > 1, () -> excess + " for " + system.name() + " without spring " + spring);
    }

    /** An energy whose slopes are those of a system; energies are not asked for. */
    private static PairwiseHamiltonian energy(SweepSystem system) {
        return new PairwiseHamiltonian(system.graph(), system.box()) {
            @Override
            protected double pairEnergy(int edge, double r) {
                throw new UnsupportedOperationException("pairEnergy");
            }

            @Override
            protected double pairSlope(int edge, double r) {
                throw new UnsupportedOperationException("pairSlope");
            }

            @Override
            protected PiecewisePolynomial pairPolynomial(int species, double stiffness, double restLength) {
                return system.pulls()[species];
            }

            @Override
            protected PiecewisePolynomial bodyPolynomial(int species) {
                return system.motions()[species];
            }
        };
    }

    private static double[] forces(SweepSystem system, RunPlan plan, int threads, SweepKernels kernels) {
        double[][] along = new RunLeapfrog(plan, system.y(), threads, kernels, 1).forces();
        double[] force = new double[system.y().length / 2];
        for (int k = 0; k < force.length; k++) {
            force[k] = along[k % along.length][k / along.length];
        }
        return force;
    }

    @Property(tries = 150)
    void forcesAreThoseOfTheEnergyAndOfATextbook(
            @ForAll SweepSystem.Kind kind,
            @ForAll @IntRange(min = 5, max = 2600) int n,
            @ForAll boolean periodic,
            @ForAll long seed) {
        SweepSystem system = SweepSystem.of(kind, n, periodic, seed);
        PairwiseHamiltonian energy = energy(system);
        double[] expected = new double[system.y().length / 2];
        energy.force(system.y(), expected, 0);
        TextbookLeapfrog textbook = new TextbookLeapfrog(system);
        double tolerance = textbook.forceTolerance();
        assertTrue(difference(expected, textbook.force(system.y())) <= tolerance, system.name());
        for (SweepKernels kernels : kernels()) {
            double[] force = forces(system, energy.runPlan().orElseThrow(), 2, kernels);
            double excess = difference(expected, force) / tolerance;
            assertTrue(excess <= 1, () -> excess + " with " + kernels.name() + " for " + system.name());
            force[force.length / 2] *= 1 + 1e-4;
            force[force.length / 2] += 1e-4;
            assertTrue(difference(expected, force) > tolerance, "a force that is off by a little");
        }
    }

    @Property(tries = 100)
    void momentumIsConservedUpToRounding(
            @ForAll SweepSystem.Kind kind,
            @ForAll @IntRange(min = 5, max = 2600) int n,
            @ForAll boolean periodic,
            @ForAll long seed) {
        SweepSystem system = SweepSystem.of(kind, n, periodic, seed);
        double[] y = after(system, system.plan(true), 2, SweepKernels.suitedTo(Integer.MAX_VALUE), STEP, 5);
        int dim = system.box().dim();
        int half = y.length / 2;
        // Opposite forces cancel bit by bit until they are summed: at every body and step one rounding for every
        // spring, two for the kick, and those of this sum.
        TextbookLeapfrog textbook = new TextbookLeapfrog(system);
        double size = 0;
        for (int k = half; k < y.length; k++) {
            size += Math.abs(y[k]) + Math.abs(system.y()[k]) + 5 * STEP[0] * textbook.degree() * textbook.pull();
        }
        double tolerance = Math.ulp(1.0) * 5 * (textbook.degree() + 3) * size;
        for (int axis = 0; axis < dim; axis++) {
            double change = 0;
            for (int i = 0; i < half / dim; i++) {
                change += y[half + i * dim + axis] - system.y()[half + i * dim + axis];
            }
            double found = Math.abs(change);
            assertTrue(found <= tolerance, () -> found + " above " + tolerance + " for " + system.name());
        }
        double oneKick = STEP[0] / 2 * TextbookLeapfrog.largest(textbook.force(system.y()), 0, half);
        assertTrue(oneKick > tolerance, () -> "half a kick of one body too many: " + oneKick + system.name());
    }

    @Property(tries = 60)
    void coincidentBodiesExertNoForce(
            @ForAll SweepSystem.Kind kind, @ForAll @IntRange(min = 5, max = 300) int n, @ForAll long seed) {
        SweepSystem apart = SweepSystem.of(kind, n, false, seed);
        double[] y = new double[apart.y().length];
        Arrays.fill(y, 0, y.length / 2, 0.75);
        SweepSystem system = apart.at(y);
        for (boolean withRuns : new boolean[] {true, false}) {
            for (SweepKernels kernels : kernels()) {
                for (double force : forces(system, system.plan(withRuns), 1, kernels)) {
                    assertTrue(force == 0, system.name() + " " + kernels.name());
                }
                assertArrayEquals(y, after(system, system.plan(withRuns), 1, kernels, STEP, 3), system.name());
            }
        }
        double[] moved = y.clone();
        moved[0] += 0.25;
        SweepSystem pulled = apart.at(moved);
        double[] force = forces(pulled, pulled.plan(true), 1, SweepKernels.suitedTo(Integer.MAX_VALUE));
        double first = force[0];
        assertTrue(pulled.graph().degree(0) == 0 || first != 0, "a body apart from the others is pulled");
        assertTrue(Arrays.stream(force).allMatch(Double::isFinite), system.name());
    }
}
