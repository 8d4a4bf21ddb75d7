package org.hamgraph.benchmarks;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.hgn.model.TrainedHgn;
import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.sim.integrate.Stepper;
import org.hamgraph.sim.integrate.StormerVerlet;
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

/** A rollout in its parts: compiling the graph, binding the energy to it, one sweep of forces, one step. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-XX:+UseSerialGC", "-Xmx3g"})
public class RolloutBenchmark {
    /** Bodies along every axis of the cubic lattice. */
    @Param({"16", "64"})
    public int side = 16;

    /** How the energy is computed: exact, compiled or direct. */
    @Param({"exact", "compiled", "direct"})
    public String energy = "compiled";

    /** Units of a learned energy. */
    @Param("64")
    public int width = 64;

    /** Most threads of {@link #step()}; the others use one. */
    @Param({"1", "2"})
    public int threads = 1;

    private Lattice lattice;
    private EnergyForm form;
    private TrainedHgn model;
    private SeparableHamiltonian hamiltonian;
    private Stepper stepper;
    private double[] y;
    private double[] force;

    /** Trains the model, binds it and evaluates the first force. */
    @Setup
    public void start() {
        lattice = new Lattice(side);
        form = EnergyForm.valueOf(energy.toUpperCase(Locale.ROOT));
        model = form.learned() ? Lattice.train(width) : null;
        hamiltonian = bind();
        y = lattice.start();
        force = new double[y.length / 2];
        stepper = new StormerVerlet().start(hamiltonian, y, Lattice.STEP, threads);
    }

    /** The graph from its bodies and springs. */
    @Benchmark
    public CompiledGraph compile() {
        return lattice.compile();
    }

    /** The energy on the graph; tables are made here. */
    @Benchmark
    public SeparableHamiltonian bind() {
        return form.on(lattice, model);
    }

    /** Forces on all bodies. */
    @Benchmark
    public double[] force() {
        hamiltonian.force(y, force, 0);
        return force;
    }

    /** One step of the run. */
    @Benchmark
    public double[] step() {
        stepper.advance(1);
        return y;
    }
}
