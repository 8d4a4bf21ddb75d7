package org.hamgraph.benchmarks;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hamgraph.graph.Box;
import org.hamgraph.hgn.kernel.Kernels;
import org.hamgraph.sim.force.SpringHamiltonian;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every benchmark method once, on a tiny size: that it runs, and that what it compares is the same. */
class BenchmarksTest {
    private static final int COLUMNS = 12;

    @ParameterizedTest
    @ValueSource(strings = {"scalar", "best"})
    void everyKernelRuns(String which) {
        KernelBenchmark benchmark = new KernelBenchmark();
        benchmark.implementation = which.equals("best") ? Kernels.best().name() : which;
        benchmark.rows = 8;
        benchmark.length = 32;
        benchmark.fill();
        double[] tanh = benchmark.tanh().clone();
        double[] slopes = benchmark.sechSquared().clone();
        double[] library = benchmark.mathTanh();
        for (int i = 0; i < tanh.length; i++) {
            // Both are within a few units in the last place, and no value is above 1.
            assertEquals(library[i], tanh[i], 1e-15);
            assertEquals(1 - library[i] * library[i], slopes[i], 4e-15);
        }
        assertTrue(finite(benchmark.project()) && finite(benchmark.subtract()));
        assertTrue(finite(benchmark.dots()) && finite(benchmark.addRows()));
    }

    @Test
    void unknownKernelsAreRefused() {
        KernelBenchmark benchmark = new KernelBenchmark();
        benchmark.implementation = "quick";
        Exception e = assertThrows(IllegalArgumentException.class, benchmark::fill);
        assertEquals(
                "kernels must be scalar, or vector with --add-modules jdk.incubator.vector, found quick where "
                        + Kernels.best().name() + " is best",
                e.getMessage());
    }

    @Test
    void allFactorsAreOfTheSameMatrix() {
        FactorBenchmark benchmark = new FactorBenchmark();
        benchmark.rows = 200;
        benchmark.columns = COLUMNS;
        benchmark.assemble();
        double ours = benchmark.accumulate().r(0, 0);
        double ejml = benchmark.ejmlDecomposition().getR(null, true).get(0, 0);
        // The first diagonal entry is the norm of the first column, up to its sign: rounding of 200 terms.
        assertEquals(Math.abs(ejml), ours, 1e-13 * ours);
        assertEquals(COLUMNS, benchmark.accumulateAndSolve().coefficients().length);
        assertEquals(COLUMNS, benchmark.ejmlSolution().getNumRows());
    }

    @Test
    void rowsMustBeWholePoints() {
        FactorBenchmark benchmark = new FactorBenchmark();
        benchmark.rows = 201;
        Exception e = assertThrows(IllegalArgumentException.class, benchmark::assemble);
        assertEquals("number of rows must be a multiple of four, found 201", e.getMessage());
    }

    @Test
    void bothSketchesSolveTheSameProblem() {
        SketchBenchmark benchmark = new SketchBenchmark();
        benchmark.points = 50;
        benchmark.columns = COLUMNS;
        benchmark.assemble();
        assertEquals(200, benchmark.products().rows());
        double structured = benchmark.structured().quality().residual2();
        double dense = benchmark.dense().quality().residual2();
        // The steps end within 3e-3 squared, relative, of the least residual.
        assertEquals(structured, dense, 1e-5 * dense);
        assertTrue(structured > 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"exact", "compiled", "direct"})
    void everyPartOfARolloutRuns(String energy) {
        RolloutBenchmark benchmark = new RolloutBenchmark();
        benchmark.side = 3;
        benchmark.energy = energy;
        benchmark.width = COLUMNS;
        benchmark.threads = 2;
        benchmark.start();
        assertEquals(54, benchmark.compile().edges());
        double[] y = new Lattice(3).start();
        double[] exact = new double[81];
        SpringHamiltonian.of(benchmark.compile(), Box.open(3)).force(y, exact, 0);
        // Learned springs are within 1e-6 with so few units.
        assertArrayEquals(exact, benchmark.force(), 1e-6);
        assertEquals(27, benchmark.bind().layout().nodes());
        double before = y[0];
        assertNotEquals(before, benchmark.step()[0]);
    }

    @Test
    void pairsAreSweptExactAndLearned() {
        double[][] force = new double[2][];
        for (String energy : new String[] {"exact", "compiled"}) {
            PairsBenchmark benchmark = new PairsBenchmark();
            benchmark.side = 4;
            benchmark.energy = energy;
            benchmark.threads = 2;
            benchmark.start();
            assertTrue(benchmark.pairs().edges() >= 3 * 64);
            force[energy.equals("exact") ? 0 : 1] = benchmark.force();
            benchmark.step();
        }
        // The largest forces are about 10; learned ones are within 1e-6 of them.
        assertArrayEquals(force[0], force[1], 1e-5);
    }

    private static boolean finite(double[] values) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                return false;
            }
        }
        return true;
    }
}
