package org.hamgraph.hgn.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.NodePermutation;
import org.hamgraph.graph.Structure;
import org.hamgraph.hgn.PairTruth;
import org.hamgraph.hgn.sample.Activation;
import org.hamgraph.hgn.sample.Elm;
import org.hamgraph.hgn.sample.LayerInputs;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.RigidMotion;
import org.hamgraph.support.RandomStreams;

/** Laws of energies of surroundings with random weights and random coefficients: no fit is needed for them. */
class MessageHamiltonianProperties {
    private static final int WIDTH = 7;

    /**
     * Differences of energies over steps of cbrt(ulp): ulp(1)^(2/3) = 4e-11 times third derivatives up to 1e4, because
     * descriptors that hardly vary are scaled up. A wrong term errs by a hundredth and more.
     */
    private static final double DIFFERENCE_TOLERANCE = 1e-6;

    /** Sums of some hundred terms of size 1, rotated. */
    private static final double ROUNDING = 1e-12;

    private static Structure structure(int kind) {
        return switch (kind) {
            case 0 -> Structure.chain(5, false).in(2);
            case 1 -> Structure.square(3, 3, false);
            case 2 -> Structure.cubic(2, 2, 3, false);
            default -> Structure.cubic(3, 3, 3, true);
        };
    }

    private static MessageNetwork network(int stages, long seed) {
        CompiledGraph graph = structure(2).compile(1, 1, 1);
        double[] y = state(structure(2), seed);
        MessageDescriptors descriptors = new MessageDescriptors(List.of(0.8, 2.0), 1.1, null);
        RandomGenerator random = RandomStreams.of(seed, "network", 0);
        for (int stage = 1; ; stage++) {
            double[] seen = descriptors.on(graph, Box.open(3)).forward(y).clone();
            Standardisation scaling = Standardisation.of(descriptors.count(), seen);
            LayerInputs inputs = LayerInputs.copyOf(descriptors.count(), scaling.applyToAll(seen), new double[0]);
            if (stage == stages) {
                return new MessageNetwork(
                        descriptors,
                        scaling,
                        new Elm(1).sample(inputs, WIDTH, random),
                        Activation.TANH,
                        SeenSurroundings.of(graph, descriptors.count(), seen));
            }
            descriptors = new MessageDescriptors(
                    List.of(0.8, 2.0),
                    1.1,
                    new MessageDescriptors.SecondStage(new Elm(1).sample(inputs, 3, random), scaling, Activation.TANH));
        }
    }

    private static double[] state(Structure structure, long seed) {
        RandomGenerator random = RandomStreams.of(seed, "state", 0);
        double[] q = structure.positions(1);
        double[] y = new double[2 * q.length];
        Arrays.setAll(y, k -> k < q.length ? q[k] + random.nextDouble(-0.25, 0.25) : random.nextGaussian());
        return y;
    }

    private static MessageHamiltonian energy(CompiledGraph graph, Box box, int stages, long seed) {
        double[] c = new double[WIDTH];
        RandomGenerator random = RandomStreams.of(seed, "coefficients", 0);
        Arrays.setAll(c, a -> random.nextGaussian());
        return new MessageHamiltonian(PairTruth.of(graph, box, PairTruth.SPRING), network(stages, seed), c);
    }

    private static double gradientError(Hamiltonian h, double[] y) {
        double step = Math.cbrt(Math.ulp(1.0));
        double[] gradient = new double[y.length];
        h.gradient(y, gradient);
        double worst = 0;
        for (int k = 0; k < y.length; k++) {
            double[] moved = y.clone();
            moved[k] = y[k] + step;
            double above = h.energy(moved);
            moved[k] = y[k] - step;
            worst = Math.max(worst, Math.abs(gradient[k] - (above - h.energy(moved)) / (2 * step)));
        }
        return worst / Math.max(1, Math.abs(h.energy(y)));
    }

    @Property(tries = 40)
    void theGradientIsThatOfTheEnergy(
            @ForAll @IntRange(max = 3) int kind, @ForAll @IntRange(min = 1, max = 2) int stages, @ForAll long seed) {
        Structure structure = structure(kind);
        MessageHamiltonian h = energy(structure.compile(1, 1, 1), structure.box(1), stages, seed);
        double error = gradientError(h, state(structure, seed));
        assertTrue(error < DIFFERENCE_TOLERANCE, () -> error + " kind=" + kind + " stages=" + stages + " seed=" + seed);
    }

    @Property(tries = 30)
    void featuresAddUpToTheGradient(
            @ForAll @IntRange(max = 3) int kind, @ForAll @IntRange(min = 1, max = 2) int stages, @ForAll long seed) {
        Structure structure = structure(kind);
        double[] y = state(structure, seed);
        MessageNetwork.Sweep sweep = network(stages, seed).on(structure.compile(1, 1, 1), structure.box(1));
        double[] c = new double[WIDTH];
        Arrays.setAll(c, a -> 1.0 / (a + 1));
        double[] whole = new double[y.length / 2];
        sweep.addGradient(y, c, whole);
        double[] sum = new double[whole.length];
        double[] one = new double[whole.length];
        sweep.begin(y);
        for (int a = 0; a < WIDTH; a++) {
            sweep.feature(a, one);
            for (int k = 0; k < one.length; k++) {
                sum[k] += c[a] * one[k];
            }
        }
        assertArrayEquals(whole, sum, ROUNDING);
    }

    @Property(tries = 40)
    void energyAndForcesMoveWithTheSystem(
            @ForAll @IntRange(max = 2) int kind, @ForAll @IntRange(min = 1, max = 2) int stages, @ForAll long seed) {
        Structure structure = structure(kind);
        Box box = structure.box(1);
        CompiledGraph graph = structure.compile(1, 1, 1);
        MessageHamiltonian h = energy(graph, box, stages, seed);
        double[] y = state(structure, seed);
        RandomGenerator random = RandomStreams.of(seed, "motion", 0);
        for (RigidMotion motion : List.of(
                RigidMotion.randomRotation(box.dim(), random),
                RigidMotion.reflection(box.dim()),
                RigidMotion.translation(shift(box.dim())))) {
            assertEquals(h.energy(y), h.energy(motion.apply(y)), ROUNDING * Math.max(1, Math.abs(h.energy(y))));
        }
        NodePermutation permutation = NodePermutation.random(graph.nodes(), random);
        MessageHamiltonian renumbered = energy(permutation.apply(graph), box, stages, seed);
        double[] gradient = new double[y.length];
        h.gradient(y, gradient);
        double[] other = new double[y.length];
        renumbered.gradient(permutation.apply(y, box.dim()), other);
        assertArrayEquals(permutation.apply(gradient, box.dim()), other, ROUNDING * 10);
    }

    private static double[] shift(int dim) {
        return Arrays.copyOf(new double[] {3, -2, 5}, dim);
    }

    @Example
    void twoCopiesHaveTwiceTheEnergy() {
        Structure structure = structure(1);
        CompiledGraph one = structure.compile(1, 1, 1);
        CompiledGraph.Builder builder = CompiledGraph.builder(18);
        for (int e = 0; e < one.edges(); e++) {
            builder.spring(one.first(e), one.second(e), 1, 1, 0);
            builder.spring(one.first(e) + 9, one.second(e) + 9, 1, 1, 0);
        }
        double[] y = state(structure, 1);
        double[] both = new double[2 * y.length];
        for (int half = 0; half < 2; half++) {
            System.arraycopy(y, half * 18, both, half * 36, 18);
            System.arraycopy(y, half * 18, both, half * 36 + 18, 18);
        }
        double energy = energy(one, Box.open(2), 2, 1).energy(y);
        assertEquals(2 * energy, energy(builder.build(), Box.open(2), 2, 1).energy(both), 1e-13 * Math.abs(energy));
    }

    @Example
    void anAngleIsSeenAtEqualDistances() {
        CompiledGraph three = Structure.chain(3, false).compile(1, 1, 1);
        MessageHamiltonian h = energy(three, Box.open(2), 1, 1);
        double straight = h.energy(new double[] {0, 0, 1, 0, 2, 0, 0, 0, 0, 0, 0, 0});
        double bent = h.energy(new double[] {0, 0, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0});
        assertTrue(Math.abs(straight - bent) > 1e-3, "found " + straight + " and " + bent);
    }
}
