package org.hamgraph.benchmarks;

import java.util.concurrent.TimeUnit;
import org.hamgraph.hgn.solve.LeastSquaresFit;
import org.hamgraph.hgn.solve.ProductRows;
import org.hamgraph.hgn.solve.Ridge;
import org.hamgraph.hgn.solve.SketchedRidge;
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

/** A solution through a sketch, rows held as products and as a matrix, and the assembling of the former. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4)
@Measurement(iterations = 5)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-XX:+UseSerialGC", "-Xmx3g"})
public class SketchBenchmark {
    /** Points, four rows each. */
    @Param("5000")
    public int points = 5000;

    /** Columns of the matrix. */
    @Param("512")
    public int columns = 512;

    /** Most threads. */
    @Param({"1", "2"})
    public int threads = 1;

    private Problem problem;
    private ProductRows products;
    private ProductRows matrix;

    /** Assembles both forms. */
    @Setup
    public void assemble() {
        problem = new Problem(points, columns, 1);
        products = products();
        matrix = ProductRows.of(Form.matrix(problem, threads), problem.rightHandSide());
    }

    /** Slopes of all units at all points. */
    @Benchmark
    public ProductRows products() {
        return ProductRows.of(columns, problem.weights(), problem.rightHandSide(), problem::slopes, threads);
    }

    /** Solution from products. */
    @Benchmark
    public LeastSquaresFit structured() {
        return new SketchedRidge(Ridge.defaults(), 1, threads).solve(products);
    }

    /** Solution from the matrix. */
    @Benchmark
    public LeastSquaresFit dense() {
        return new SketchedRidge(Ridge.defaults(), 1, threads).solve(matrix);
    }
}
