package org.hamgraph.benchmarks;

import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.hamgraph.hgn.kernel.Kernels;
import org.hamgraph.hgn.kernel.ScalarKernels;
import org.hamgraph.support.RandomStreams;
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
 * The inner loops, plain and with the Vector API, on tiles of the size the reductions use.
 *
 * <p>The loops that change their input linearly run on it again and again, without overflow. The activations start
 * from a fresh copy, which is part of the time; {@link #mathTanh()} is what they replace.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class KernelBenchmark {
    /** Which implementation: scalar or vector. */
    @Param({"scalar", "vector"})
    public String implementation = "scalar";

    /** Rows of a tile. */
    @Param("512")
    public int rows = 512;

    /** Numbers of a row, or activations. */
    @Param("1024")
    public int length = 1024;

    private Kernels kernels;
    private double[] v;
    private double[] x;
    private double[] w;
    private double[][] lines;
    private int[] from;
    private double[] factors;
    private double[] sum;
    private double[] arguments;
    private double[] values;
    private double[] out;

    /** Chooses the kernels and fills the arrays. */
    @Setup
    public void fill() {
        kernels = kernels(implementation);
        RandomGenerator random = RandomStreams.of(1, "kernel benchmark", 0);
        v = numbers(random, rows * Kernels.TILE);
        x = numbers(random, rows * Kernels.TILE);
        w = numbers(random, Kernels.TILE * Kernels.TILE);
        lines = new double[Kernels.ROWS][];
        for (int i = 0; i < Kernels.ROWS; i++) {
            lines[i] = numbers(random, length);
        }
        from = new int[Kernels.ROWS];
        factors = numbers(random, Kernels.ROWS);
        sum = numbers(random, length);
        arguments = numbers(random, length);
        values = new double[length];
        out = new double[Kernels.ROWS];
    }

    private static Kernels kernels(String name) {
        Kernels chosen = name.equals("scalar") ? new ScalarKernels() : Kernels.best();
        if (!chosen.name().equals(name)) {
            throw new IllegalArgumentException(
                    "kernels must be scalar, or vector with --add-modules jdk.incubator.vector, found " + name
                            + " where " + chosen.name() + " is best");
        }
        return chosen;
    }

    /** Numbers between −3 and 3, where tanh bends. */
    private static double[] numbers(RandomGenerator random, int count) {
        return random.doubles(count, -3, 3).toArray();
    }

    /** Products of two tiles. */
    @Benchmark
    public double[] project() {
        kernels.project(v, x, 0, rows, w);
        return w;
    }

    /** A tile minus multiples of another. */
    @Benchmark
    public double[] subtract() {
        kernels.subtract(v, x, 0, rows, w);
        return x;
    }

    /** Four products of rows. */
    @Benchmark
    public double[] dots() {
        kernels.dots(lines, from, sum, 0, length, out);
        return out;
    }

    /** Multiples of four rows added to one. */
    @Benchmark
    public double[] addRows() {
        kernels.addRows(factors, lines, from, sum, 0, length);
        return sum;
    }

    /** Slopes of units. */
    @Benchmark
    public double[] sechSquared() {
        System.arraycopy(arguments, 0, values, 0, length);
        kernels.sechSquared(values, 0, length);
        return values;
    }

    /** Values of units. */
    @Benchmark
    public double[] tanh() {
        System.arraycopy(arguments, 0, values, 0, length);
        kernels.tanh(values, 0, length);
        return values;
    }

    /** The same by {@link Math#tanh}, whatever the implementation. */
    @Benchmark
    public double[] mathTanh() {
        for (int i = 0; i < length; i++) {
            values[i] = Math.tanh(arguments[i]);
        }
        return values;
    }
}
