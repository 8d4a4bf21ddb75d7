package org.hamgraph.benchmarks;

import java.util.concurrent.TimeUnit;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.hamgraph.hgn.solve.LeastSquaresFit;
import org.hamgraph.hgn.solve.Ridge;
import org.hamgraph.hgn.solve.RowAccumulator;
import org.hamgraph.hgn.solve.TriangularFactor;
import org.hamgraph.support.Checks;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One triangular factor of all rows: by blocks, and by EJML's Householder QR, which uses one thread whatever
 * {@code threads} says.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 3)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-XX:+UseSerialGC", "-Xmx3g"})
public class FactorBenchmark {
    /** Rows of the matrix, a multiple of four. */
    @Param("20000")
    public int rows = 20000;

    /** Columns of the matrix. */
    @Param("512")
    public int columns = 512;

    /** Most threads. */
    @Param({"1", "2"})
    public int threads = 1;

    private double[] matrix;
    private double[] right;

    /** Assembles the matrix. */
    @Setup
    public void assemble() {
        if (Checks.atLeast(rows, Problem.INPUTS, "number of rows") % Problem.INPUTS != 0) {
            throw new IllegalArgumentException("number of rows must be a multiple of four, found " + rows);
        }
        Problem problem = new Problem(rows / Problem.INPUTS, columns, 1);
        matrix = new double[rows * columns];
        right = problem.rightHandSide();
        problem.rows(0, problem.points(), matrix, threads);
    }

    /** Blocks of rows folded into R. */
    @Benchmark
    public TriangularFactor accumulate() {
        RowAccumulator accumulator = new RowAccumulator(columns, threads);
        accumulator.add(matrix, right, rows);
        return accumulator.factor();
    }

    /** The same, and the coefficients by ridge. */
    @Benchmark
    public LeastSquaresFit accumulateAndSolve() {
        return Ridge.defaults().solve(accumulate());
    }

    /** EJML's decomposition alone; it works on a copy. */
    @Benchmark
    public QRDecomposition<DMatrixRMaj> ejmlDecomposition() {
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(rows, columns);
        DMatrixRMaj a = DMatrixRMaj.wrap(rows, columns, qr.inputModified() ? matrix.clone() : matrix);
        if (!qr.decompose(a)) {
            throw new ArithmeticException("EJML's QR must take the matrix, found that it refused");
        }
        return qr;
    }

    /** EJML's solution; it works on a copy. */
    @Benchmark
    public DMatrixRMaj ejmlSolution() {
        LinearSolverDense<DMatrixRMaj> qr = LinearSolverFactory_DDRM.qr(rows, columns);
        DMatrixRMaj a = DMatrixRMaj.wrap(rows, columns, qr.modifiesA() ? matrix.clone() : matrix);
        if (!qr.setA(a)) {
            throw new ArithmeticException("EJML's QR must take the matrix, found that it refused");
        }
        DMatrixRMaj coefficients = new DMatrixRMaj(columns, 1);
        qr.solve(DMatrixRMaj.wrap(rows, 1, right.clone()), coefficients);
        return coefficients;
    }
}
