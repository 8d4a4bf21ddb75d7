package org.hamgraph.sim.integrate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.hamgraph.phase.PairwiseHamiltonian;
import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.sim.force.RandomSystem;
import org.hamgraph.sim.force.RandomSystem.Energy;

/** On bonds whose energy is a polynomial, so that no close encounter spoils smoothness, whatever the seed. */
class IntegratorProperties {
    private static final int STEPS = 100;
    private static final double DT = 0.002;

    @Provide
    Arbitrary<Integrator<? super SeparableHamiltonian>> integrators() {
        return Arbitraries.of(Integrators.forSeparable());
    }

    @Property(tries = 150)
    void runningBackwardsReturnsToTheStartIfTheSchemeSaysSo(
            @ForAll("integrators") Integrator<? super SeparableHamiltonian> integrator,
            @ForAll @IntRange(min = 2, max = 10) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll long seed) {
        RandomSystem system = RandomSystem.of(n, dim, false, seed);
        SeparableHamiltonian h = system.with(Energy.QUARTIC_RING);
        double[] y = system.y().clone();
        integrator.start(h, y, DT).advance(STEPS);
        integrator.start(h, y, -DT).advance(STEPS);

        double error = distance(system.y(), y);
        String where = error + " for " + integrator.name() + " with n=" + n + " dim=" + dim + " seed=" + seed;
        if (integrator.timeReversible()) {
            // Rounding of some 200 steps on numbers below 10, grown by neighbouring paths moving apart.
            assertTrue(error < 1e-11, where);
        } else {
            assertTrue(error > 1e-8, where);
        }
    }

    @Property(tries = 150)
    void flippingTheMomentaRunsTheMotionBackwardsIfTheSchemeSaysSo(
            @ForAll("integrators") Integrator<? super SeparableHamiltonian> integrator,
            @ForAll @IntRange(min = 2, max = 10) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll long seed) {
        RandomSystem system = RandomSystem.of(n, dim, false, seed);
        SeparableHamiltonian h = system.with(Energy.QUARTIC_RING);
        double[] y = system.y().clone();
        integrator.start(h, y, DT).advance(STEPS);
        flip(y);
        integrator.start(h, y, DT).advance(STEPS);
        flip(y);

        double error = distance(system.y(), y);
        String where = error + " for " + integrator.name() + " with n=" + n + " dim=" + dim + " seed=" + seed;
        assertTrue(integrator.timeReversible() ? error < 1e-11 : error > 1e-8, where);
    }

    private static void flip(double[] y) {
        for (int k = y.length / 2; k < y.length; k++) {
            y[k] = -y[k];
        }
    }

    private static double distance(double[] a, double[] b) {
        double worst = 0;
        for (int k = 0; k < a.length; k++) {
            worst = Math.max(worst, Math.abs(a[k] - b[k]));
        }
        return worst;
    }

    @Property(tries = 150)
    void momentumIsConservedToRounding(
            @ForAll("integrators") Integrator<? super SeparableHamiltonian> integrator,
            @ForAll @IntRange(min = 2, max = 12) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll boolean periodic,
            @ForAll long seed) {
        RandomSystem system = RandomSystem.of(n, dim, periodic && n >= 8, seed);
        double error = momentumError(integrator, system.with(Energy.QUARTIC_RING), system.y());
        assertTrue(
                error < 1,
                () -> error + " for " + integrator.name() + " with n=" + n + " dim=" + dim + " periodic=" + periodic
                        + " seed=" + seed);
    }

    @Example
    void anAnchoredBodyTakesMomentumAway() {
        RandomSystem system = RandomSystem.of(4, 2, false, 1);
        PairwiseHamiltonian anchored = new PairwiseHamiltonian(system.graph(), system.box()) {
            @Override
            protected double pairEnergy(int edge, double r) {
                return r * r / 2;
            }

            @Override
            protected double pairSlope(int edge, double r) {
                return r;
            }

            @Override
            public void force(double[] y, double[] forceOut, int offset) {
                super.force(y, forceOut, offset);
                forceOut[offset] -= 1e-6 * y[0];
            }
        };
        assertTrue(momentumError(new StormerVerlet(), anchored, system.y()) > 1000);
    }

    /**
     * Greatest change of the total momentum along an axis in units of what rounding allows: each of the up to 6 pulls
     * on each of n bodies is rounded in every one of the up to 3 kicks of a step, at the size of the greatest momentum
     * or impulse.
     */
    private static double momentumError(
            Integrator<? super SeparableHamiltonian> integrator, SeparableHamiltonian h, double[] start) {
        int n = h.layout().nodes();
        int dim = h.layout().dim();
        double[] y = start.clone();
        double[] force = new double[y.length / 2];
        Stepper stepper = integrator.start(h, y, DT);
        double size = 0;
        for (int step = 0; step < STEPS; step++) {
            stepper.advance(1);
            h.force(y, force, 0);
            for (int k = 0; k < force.length; k++) {
                size = Math.max(size, Math.max(Math.abs(y[force.length + k]), DT * Math.abs(force[k])));
            }
        }
        double worst = 0;
        for (int axis = 0; axis < dim; axis++) {
            double change = 0;
            for (int i = 0; i < n; i++) {
                change += y[(n + i) * dim + axis] - start[(n + i) * dim + axis];
            }
            worst = Math.max(worst, Math.abs(change));
        }
        return worst / (3 * 6 * n * STEPS * Math.ulp(size));
    }
}
