package org.hamgraph.sim.force;

import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.PairwiseHamiltonian;
import org.hamgraph.sim.force.RandomSystem.Energy;

class PairEnergyProperties {
    /** Step of the differences; a power of two, so that moved coordinates lose nothing. */
    private static final double H = 0x1p-14;

    /**
     * Truncation is H⁴/30 = 5e-19 times fifth derivatives of at most 3e8 (Lennard-Jones at the least distance),
     * rounding 1.5 ulp(1)/H = 5e-12 times the energy: seventy times less. A wrong term errs by a thousandth and more.
     */
    private static final double DIFFERENCE_TOLERANCE = 1e-8;

    @Property(tries = 150)
    void theGradientIsThatOfTheEnergy(
            @ForAll Energy energy,
            @ForAll @IntRange(min = 1, max = 14) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll boolean periodic,
            @ForAll long seed) {
        RandomSystem system = RandomSystem.of(n, dim, periodic && n >= 8, seed);
        double error = gradientError(system.with(energy), system.y());
        assertTrue(
                error < DIFFERENCE_TOLERANCE,
                () -> error + " with n=" + n + " dim=" + dim + " periodic=" + periodic + " seed=" + seed);
    }

    @Property(tries = 60)
    void theGradientOfEnergiesThatAreNoSumsOverPairsIsThatOfTheEnergy(
            @ForAll @IntRange(min = 1, max = 12) int n,
            @ForAll @IntRange(min = 2, max = 3) int dim,
            @ForAll boolean periodic,
            @ForAll long seed) {
        RandomSystem system = RandomSystem.of(n, dim, periodic && n >= 8, seed);
        EmbeddedAtomHamiltonian.Parameters metal = new EmbeddedAtomHamiltonian.Parameters(0.3, 4, 1.2, 1.5);
        double bending = gradientError(BendingHamiltonian.of(system.graph(), system.box(), 1.7), system.y());
        double binding = gradientError(EmbeddedAtomHamiltonian.of(system.graph(), system.box(), metal), system.y());
        assertTrue(
                Math.max(bending, binding) < DIFFERENCE_TOLERANCE,
                () -> bending + " and " + binding + " with n=" + n + " dim=" + dim + " periodic=" + periodic + " seed="
                        + seed);
    }

    @Example
    void aWrongSignInTheSlopeIsSeen() {
        RandomSystem system = RandomSystem.of(5, 2, false, 1);
        FputHamiltonian right = FputHamiltonian.of(system.graph(), system.box(), 0.25, 0);
        FputHamiltonian wrong = FputHamiltonian.of(system.graph(), system.box(), -0.25, 0);
        PairwiseHamiltonian mixed = new PairwiseHamiltonian(system.graph(), system.box()) {
            @Override
            protected double pairEnergy(int edge, double r) {
                return right.pairEnergy(edge, r);
            }

            @Override
            protected double pairSlope(int edge, double r) {
                return wrong.pairSlope(edge, r);
            }
        };
        assertTrue(gradientError(right, system.y()) < DIFFERENCE_TOLERANCE);
        assertTrue(gradientError(mixed, system.y()) > 1e-3);
    }

    /** Greatest deviation of the gradient from extrapolated differences of the energy, relative to max(1, |H|). */
    private static double gradientError(Hamiltonian h, double[] y) {
        double[] gradient = new double[y.length];
        h.gradient(y, gradient);
        double worst = 0;
        for (int k = 0; k < y.length; k++) {
            double difference = (4 * difference(h, y, k, H) - difference(h, y, k, 2 * H)) / 3;
            worst = Math.max(worst, Math.abs(gradient[k] - difference));
        }
        return worst / Math.max(1, Math.abs(h.energy(y)));
    }

    private static double difference(Hamiltonian h, double[] y, int k, double step) {
        double[] moved = y.clone();
        moved[k] = y[k] + step;
        double above = h.energy(moved);
        moved[k] = y[k] - step;
        return (above - h.energy(moved)) / (2 * step);
    }
}
