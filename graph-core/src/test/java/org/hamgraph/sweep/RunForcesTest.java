package org.hamgraph.sweep;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Structure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunForcesTest {
    private static final PiecewisePolynomial PULL = PiecewisePolynomial.polynomial(1, 0, 3);
    private static final PiecewisePolynomial HALF = PiecewisePolynomial.polynomial(0, 0.5);

    private static RunPlan plan(CompiledGraph graph, Box box, boolean withRuns) {
        PairClasses classes =
                PairClasses.of(graph, (species, stiffness, restLength) -> PULL).orElseThrow();
        return RunPlan.of(graph, box, classes, new BodyClasses(graph, species -> HALF, i -> 1), withRuns, null);
    }

    private static RunForces share(RunPlan plan, double[][] q, double[][] force, int k, int count) {
        return new RunForces(
                plan, new ScalarSweepKernels(), q, force, plan.blocks * k / count, plan.blocks * (k + 1) / count);
    }

    private static double[][] columns(int dim, int n) {
        return new double[dim][n + SweepKernels.MARGIN];
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void threeSharesOfACubeHaveBordersAndAnInside(boolean withRuns) {
        int layer = 14 * 18;
        CompiledGraph graph = Structure.cubic(14, 14, 18, false).compile(1, 1, 1);
        RunPlan plan = plan(graph, Box.open(3), withRuns);
        assertEquals(7, plan.blocks);
        int[] ends = {0, 2 * RunPlan.BLOCK, 4 * RunPlan.BLOCK, graph.nodes()};
        for (int k = 0; k < 3; k++) {
            RunForces share = share(plan, columns(3, graph.nodes()), columns(3, graph.nodes()), k, 3);
            // A layer of bodies at either border has springs to the layer beyond it.
            assertEquals(k == 0 ? 0 : ends[k] + layer, share.innerFrom, "share " + k);
            assertEquals(k == 2 ? graph.nodes() : ends[k + 1] - layer, share.innerTo, "share " + k);
            assertTrue(share.innerFrom < share.innerTo);
        }
    }

    @Test
    void theSpringThatClosesARingLeavesTheOuterSharesNoInside() {
        int n = 6 * RunPlan.BLOCK;
        RunPlan ring = plan(Structure.ring(n).compile(1, 1, 1), Box.open(2), true);
        RunForces first = share(ring, columns(2, n), columns(2, n), 0, 3);
        RunForces last = share(ring, columns(2, n), columns(2, n), 2, 3);
        assertEquals(0, first.innerFrom);
        assertEquals(0, first.innerTo, "the spring that closes the ring is body 0's");
        assertEquals(n, last.innerFrom, "and ends at the last body");
    }

    /** Forces of all shares, with or without the springs that reach in. */
    private static double[][] forces(boolean withRuns, int count, boolean reachIn) {
        SweepSystem system = SweepSystem.of(SweepSystem.Kind.CUBIC, 3600, true, 11);
        RunPlan plan = system.plan(withRuns);
        int dim = system.box().dim();
        double[][] q = columns(dim, plan.nodes);
        for (int k = 0; k < plan.nodes * dim; k++) {
            q[k % dim][k / dim] = system.y()[k];
        }
        double[][] force = columns(dim, plan.nodes);
        for (int k = 0; k < count; k++) {
            RunForces share = share(plan, q, force, k, count);
            if (reachIn) {
                share.reachIn();
            }
            for (int block = share.fromBlock; block < share.toBlock; block++) {
                share.block(block);
            }
        }
        return force;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anyNumberOfSharesGivesTheSameBitsIfSpringsReachIn(boolean withRuns) {
        double[][] whole = forces(withRuns, 1, true);
        for (int count = 2; count <= 7; count++) {
            assertArrayEquals(whole, forces(withRuns, count, true), count + " shares");
            assertFalse(Arrays.deepEquals(whole, forces(withRuns, count, false)), count + " shares that forget some");
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-170, 1e-162, 1e-100, 1e-17})
    void bodiesAHairApartExertNoMoreThanTheirPull(double hair) {
        RunPlan plan = plan(Structure.chain(20, false).compile(1, 1, 1), Box.open(1), true);
        double[] y = new double[40];
        y[0] = -hair;
        for (SweepKernels kernels : RunLeapfrogProperties.kernels()) {
            double force = new RunLeapfrog(plan, y, 1, kernels, 1).forces()[0][0];
            assertTrue(Math.abs(force) <= 3, kernels.name() + ": " + force);
        }
    }

    @Test
    void aStateOfAnotherLengthAndNoThreadsAreRefused() {
        RunPlan plan = plan(Structure.chain(20, false).compile(1, 1, 1), Box.open(1), true);
        assertEquals(
                "state y [2*n*dim] must have length 40, found 39",
                assertThrows(IllegalArgumentException.class, () -> new RunLeapfrog(plan, new double[39], 1))
                        .getMessage());
        assertEquals(
                "number of threads must be at least 1, found 0",
                assertThrows(IllegalArgumentException.class, () -> new RunLeapfrog(plan, new double[40], 0))
                        .getMessage());
        assertEquals("1 pieces of runs in 1 blocks, 0 fans, 0 loose springs", plan.toString());
    }

    @Test
    void noStepsChangeNothing() {
        RunPlan plan = plan(Structure.chain(20, false).compile(1, 1, 1), Box.open(1), true);
        double[] y = DoubleStream.iterate(0, x -> x + 1.25).limit(40).toArray();
        RunLeapfrog leapfrog = new RunLeapfrog(plan, y, 1);
        leapfrog.advance(0, new double[] {0.1});
        leapfrog.advance(3, new double[0]);
        double[] stored = new double[40];
        leapfrog.store(stored);
        assertArrayEquals(y, stored, 0);
        assertEquals("scalar", leapfrog.kernels());
    }
}
