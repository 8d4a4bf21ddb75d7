package org.hamgraph.sim.data;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.hamgraph.sim.force.RandomSystem;

class InitialStatesProperties {
    @Property(tries = 200)
    void theTotalMomentumIsZeroToRoundingAndNobodyLeavesTheJitter(
            @ForAll @IntRange(min = 1, max = 40) int n,
            @ForAll @IntRange(min = 1, max = 3) int dim,
            @ForAll long seed) {
        RandomSystem system = RandomSystem.of(n, dim, false, seed);
        double[] rest = Arrays.copyOf(system.y(), n * dim);
        double[] y = InitialStates.around(system.graph(), system.box(), rest, 0.25, 0.5)
                .draw(seed, "property", 3);
        String where = "n=" + n + " dim=" + dim + " seed=" + seed;
        assertTrue(momentumError(y, n, dim) < 1, where);
        for (int k = 0; k < n * dim; k++) {
            assertTrue(Math.abs(y[k] - rest[k]) <= 0.25 + Math.ulp(40.0), where);
        }
    }

    @Example
    void takingOffThePlainMeanOfTheVelocitiesIsNotEnough() {
        RandomSystem system = RandomSystem.of(8, 1, false, 1);
        double[] y = system.y().clone();
        double mean = 0;
        for (int i = 0; i < 8; i++) {
            mean += y[8 + i] / system.graph().mass(i) / 8;
        }
        for (int i = 0; i < 8; i++) {
            y[8 + i] -= system.graph().mass(i) * mean;
        }
        assertTrue(momentumError(y, 8, 1) > 1e6);
    }

    /** Greatest total momentum along an axis in units of what rounding of n numbers below 4 allows. */
    private static double momentumError(double[] y, int n, int dim) {
        double worst = 0;
        for (int axis = 0; axis < dim; axis++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += y[(n + i) * dim + axis];
            }
            worst = Math.max(worst, Math.abs(sum));
        }
        return worst / (n * 4 * Math.ulp(4.0));
    }
}
