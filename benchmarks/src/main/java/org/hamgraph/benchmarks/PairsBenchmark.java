package org.hamgraph.benchmarks;

import java.util.concurrent.TimeUnit;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.PairRule;
import org.hamgraph.graph.Structure;
import org.hamgraph.hgn.model.HgnTrainer;
import org.hamgraph.hgn.model.TrainerOptions;
import org.hamgraph.phase.DivisibleHamiltonian;
import org.hamgraph.sim.data.InitialStates;
import org.hamgraph.sim.data.SampledStates;
import org.hamgraph.sim.force.LennardJonesHamiltonian;
import org.hamgraph.sim.force.Truncation;
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

/** Lennard-Jones bodies in a periodic box, exact and learned from 27: finding the pairs, one sweep of forces, one step. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-XX:+UseSerialGC", "-Xmx3g"})
public class PairsBenchmark {
    private static final double SPACING = 1.2;
    private static final double CUTOFF = 1.7;
    private static final double SKIN = 0.15 * CUTOFF;
    private static final double STEP = 0.002;
    private static final long SEED = 1;

    /** Bodies along every axis of the simple cubic lattice they start from. */
    @Param({"10", "20"})
    public int side = 10;

    /** How the energy is computed: exact or compiled. */
    @Param({"exact", "compiled"})
    public String energy = "compiled";

    /** Most threads of {@link #step()}; the others use one. */
    @Param({"1", "2"})
    public int threads = 1;

    private CompiledGraph bodies;
    private Box box;
    private DivisibleHamiltonian hamiltonian;
    private Stepper stepper;
    private double[] y;
    private double[] force;

    private static InitialStates states(int side, double jitter, double velocity) {
        Structure structure = Structure.cubic(side, side, side, true);
        CompiledGraph bodies = CompiledGraph.bodiesOf(structure.compile(1, 1, 1));
        return InitialStates.around(bodies, structure.box(SPACING), structure.positions(SPACING), jitter, velocity);
    }

    private static DivisibleHamiltonian exact(CompiledGraph bodies, Box box) {
        return LennardJonesHamiltonian.within(bodies, box, CUTOFF, 1, 1, Truncation.FORCE_SHIFT);
    }

    private static DivisibleHamiltonian learned(CompiledGraph bodies, Box box) {
        InitialStates training = states(3, 0.25, 0.75);
        DivisibleHamiltonian truth = exact(training.graph(), training.box());
        return HgnTrainer.fit(
                        SampledStates.independent(training, truth, SEED, "training states", 200)
                                .withPairs(PairRule.within(CUTOFF)),
                        TrainerOptions.defaults().withSeed(SEED))
                .compiledHamiltonian(bodies, box);
    }

    /** Trains the model where it is asked for, and evaluates the first force. */
    @Setup
    public void start() {
        InitialStates states = states(side, 0.1, 0.3);
        bodies = states.graph();
        box = states.box();
        y = states.draw(SEED, "initial state", 0);
        hamiltonian = switch (energy) {
            case "exact" -> exact(bodies, box);
            case "compiled" -> learned(bodies, box);
            default -> throw new IllegalArgumentException("energy must be exact or compiled, found " + energy);
        };
        force = new double[y.length / 2];
        stepper = new StormerVerlet().start(hamiltonian, y.clone(), STEP, threads);
    }

    /** The pairs within the cutoff and the skin, as a graph. */
    @Benchmark
    public CompiledGraph pairs() {
        return PairRule.within(CUTOFF).edges(bodies, box, y, SKIN);
    }

    /** Forces on all bodies. */
    @Benchmark
    public double[] force() {
        hamiltonian.force(y, force, 0);
        return force;
    }

    /** One step of the run, new lists of pairs included. */
    @Benchmark
    public Stepper step() {
        stepper.advance(1);
        return stepper;
    }
}
