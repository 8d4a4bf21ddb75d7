package org.hamgraph.phase;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.NodePermutation;

/** Sound energies obey every law; {@link HamiltonianLawTest} shows that unsound ones do not. */
class PairwiseHamiltonianProperties {
    private static SampleSystem system(int n, int dim, HamiltonianLaw law, long seed) {
        boolean periodic = n >= 6 && (seed & 1) == 0 && !law.inOpenSpaceOnly();
        return SampleSystem.of(n, dim, periodic, seed);
    }

    @Property(tries = 600)
    void harmonicSpringsObeyEveryLaw(
            @ForAll HamiltonianLaw law,
            @ForAll @IntRange(min = 1, max = 14) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll long seed) {
        double excess = law.excess(HarmonicSprings::new, system(n, dim, law, seed));
        assertTrue(excess <= 1, () -> excess + " for " + law + " n=" + n + " dim=" + dim + " seed=" + seed);
    }

    @Property(tries = 300)
    void springsBetweenRelativisticBodiesObeyEveryLaw(
            @ForAll HamiltonianLaw law,
            @ForAll @IntRange(min = 1, max = 14) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll long seed) {
        double excess = law.excess(HarmonicSprings::relativistic, system(n, dim, law, seed));
        assertTrue(excess <= 1, () -> excess + " for " + law + " n=" + n + " dim=" + dim + " seed=" + seed);
    }

    @Property(tries = 200)
    void theOrderInWhichAGraphWasBuiltChangesNotOneBit(
            @ForAll @IntRange(min = 1, max = 14) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll long seed) {
        SampleSystem system = SampleSystem.of(n, dim, false, seed);
        NodePermutation there = NodePermutation.random(n, system.random("there"));
        CompiledGraph rebuilt = there.inverse().apply(there.apply(system.graph()));
        Hamiltonian one = new HarmonicSprings(system.graph(), system.box());
        Hamiltonian other = new HarmonicSprings(rebuilt, system.box());
        double[] gradient = new double[system.y().length];
        double[] again = new double[system.y().length];
        one.gradient(system.y(), gradient);
        other.gradient(system.y(), again);
        String where = "n=" + n + " dim=" + dim + " seed=" + seed;
        assertArrayEquals(gradient, again, 0, where);
        assertEquals(one.energy(system.y()), other.energy(system.y()), 0, where);
    }

    @Property(tries = 200)
    void energyGradientAndMotionTellTheSameOfOneState(
            @ForAll @IntRange(min = 1, max = 14) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll long seed) {
        SampleSystem system = SampleSystem.of(n, dim, false, seed);
        SeparableHamiltonian h = new HarmonicSprings(system.graph(), system.box());
        double[] y = system.y().clone();
        int half = system.layout().half();
        double[] gradient = new double[y.length];
        double[] motion = new double[y.length];
        double[] byDefault = new double[y.length];
        h.gradient(y, gradient);
        h.vectorField(y, motion);
        plain(h).vectorField(y, byDefault);
        String where = "n=" + n + " dim=" + dim + " seed=" + seed;
        for (int k = 0; k < half; k++) {
            assertEquals(gradient[half + k], motion[k], 0, where);
            assertEquals(-gradient[k], motion[half + k], 0, where);
        }
        assertArrayEquals(motion, byDefault, 0, where);
        assertArrayEquals(system.y(), y, 0, where);
        assertEquals(h.kineticEnergy(y) + h.potentialEnergy(y), h.energy(y), 0, where);
    }

    /** The energy without the knowledge that it is separable. */
    private static Hamiltonian plain(Hamiltonian h) {
        return new Hamiltonian() {
            @Override
            public PhaseLayout layout() {
                return h.layout();
            }

            @Override
            public double energy(double[] y) {
                return h.energy(y);
            }

            @Override
            public void gradient(double[] y, double[] gradientOut) {
                h.gradient(y, gradientOut);
            }
        };
    }
}
