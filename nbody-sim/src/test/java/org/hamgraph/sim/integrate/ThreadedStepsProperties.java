package org.hamgraph.sim.integrate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.NodePermutation;
import org.hamgraph.graph.Structure;
import org.hamgraph.phase.PairwiseHamiltonian;
import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.sim.force.MorseHamiltonian;
import org.hamgraph.sim.force.SpringHamiltonian;
import org.hamgraph.support.RandomStreams;

/** States do not depend on threads, on how steps are split among calls, or on the way springs are swept. */
class ThreadedStepsProperties {
    private static final double DT = 0.01;

    /** A lattice, shuffled or not, and a state on it. */
    private record Lattice(CompiledGraph graph, Structure structure, double[] y) {
        static Lattice of(int kind, boolean periodic, boolean shuffled, long seed) {
            Structure structure = switch (kind) {
                case 0 -> Structure.chain(1500, periodic);
                case 1 -> Structure.square(41, 37, periodic);
                default -> Structure.cubic(13, 11, 12, periodic);
            };
            RandomGenerator random = RandomStreams.of(seed, "lattice", 0);
            CompiledGraph graph = structure.compile(1.5, 10, 1);
            int half = graph.nodes() * structure.dim();
            double[] y = new double[2 * half];
            System.arraycopy(structure.positions(1), 0, y, 0, half);
            for (int k = 0; k < y.length; k++) {
                y[k] += 0.1 * random.nextGaussian();
            }
            if (shuffled) {
                NodePermutation shuffle = NodePermutation.random(graph.nodes(), random);
                return new Lattice(shuffle.apply(graph), structure, shuffle.apply(y, structure.dim()));
            }
            return new Lattice(graph, structure, y);
        }

        PairwiseHamiltonian springs() {
            return SpringHamiltonian.of(graph, structure.box(1));
        }

        PairwiseHamiltonian morse() {
            return MorseHamiltonian.of(graph, structure.box(1), 2, 1.5);
        }
    }

    private static double[] run(
            Integrator<SeparableHamiltonian> scheme,
            SeparableHamiltonian h,
            double[] start,
            int threads,
            int... steps) {
        double[] y = start.clone();
        Stepper stepper = scheme.start(h, y, DT, threads);
        for (int count : steps) {
            stepper.advance(count);
        }
        return y;
    }

    @Property(tries = 20)
    void threadsAndSplittingChangeNoBit(
            @ForAll @IntRange(min = 0, max = 2) int kind,
            @ForAll boolean periodic,
            @ForAll boolean shuffled,
            @ForAll boolean fourthOrder,
            @ForAll long seed) {
        Lattice lattice = Lattice.of(kind, periodic, shuffled, seed);
        Integrator<SeparableHamiltonian> scheme = fourthOrder ? new Yoshida4() : new StormerVerlet();
        for (PairwiseHamiltonian h : new PairwiseHamiltonian[] {lattice.springs(), lattice.morse()}) {
            double[] expected = run(scheme, h, lattice.y, 1, 5);
            for (int threads = 1; threads <= 4; threads++) {
                String message = h.getClass().getSimpleName() + " kind=" + kind + " periodic=" + periodic + " shuffled="
                        + shuffled + " threads=" + threads + " seed=" + seed;
                assertArrayEquals(expected, run(scheme, h, lattice.y, threads, 2, 0, 3), 0, message);
                assertArrayEquals(expected, run(scheme, h, lattice.y, threads, 1, 1, 1, 1, 1), 0, message);
            }
        }
    }

    @Property(tries = 20)
    void theFastWayAgreesWithTheTextbook(
            @ForAll @IntRange(min = 0, max = 2) int kind,
            @ForAll boolean periodic,
            @ForAll boolean shuffled,
            @ForAll long seed) {
        Lattice lattice = Lattice.of(kind, periodic, shuffled, seed);
        PairwiseHamiltonian h = lattice.springs();
        assertTrue(h.runPlan().isPresent());
        double[] y = run(new StormerVerlet(), h, lattice.y, 2, 10);
        // Positions up to 1500 are rounded to 2e-13 in each of 10 steps.
        assertArrayEquals(textbook(h, lattice.y, 10), y, 1e-11, () -> "kind=" + kind + " seed=" + seed);
    }

    private static double[] textbook(SeparableHamiltonian h, double[] start, int steps) {
        double[] y = start.clone();
        int half = h.layout().half();
        double[] f = new double[half];
        double[] v = new double[half];
        for (int step = 0; step < steps; step++) {
            for (int part = 0; part < 2; part++) {
                h.force(y, f, 0);
                for (int k = 0; k < half; k++) {
                    y[half + k] += DT / 2 * f[k];
                }
                h.velocity(y, v, 0);
                for (int k = 0; k < half && part == 0; k++) {
                    y[k] += DT * v[k];
                }
            }
        }
        return y;
    }

    @Example
    void aDifferentStepIsSeen() {
        Lattice lattice = Lattice.of(1, false, false, 1);
        double[] y = run(new StormerVerlet(), lattice.springs(), lattice.y, 1, 9);
        double[] other = textbook(lattice.springs(), lattice.y, 10);
        double largest = 0;
        for (int k = 0; k < y.length; k++) {
            largest = Math.max(largest, Math.abs(y[k] - other[k]));
        }
        assertTrue(largest > 1e-3, "difference " + largest);
    }
}
