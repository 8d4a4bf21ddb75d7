package org.hamgraph.phase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The laws themselves are tried on energies that break them. */
class HamiltonianLawTest {
    private static SampleSystem systemFor(HamiltonianLaw law) {
        return SampleSystem.of(8, 3, !law.inOpenSpaceOnly(), 1);
    }

    @ParameterizedTest
    @EnumSource
    void everyBrokenEnergyBreaksItsLawsAndNoOthers(BrokenEnergy broken) {
        Set<HamiltonianLaw> seen = EnumSet.noneOf(HamiltonianLaw.class);
        for (HamiltonianLaw law : HamiltonianLaw.values()) {
            double excess = law.excess(broken, systemFor(law));
            if (excess > 1) {
                seen.add(law);
                assertTrue(excess > 10, () -> law + " hardly sees it: " + excess);
            }
        }
        assertEquals(broken.broken(), seen);
    }

    @Test
    void everyLawIsBrokenBySomeEnergy() {
        Set<HamiltonianLaw> broken = EnumSet.noneOf(HamiltonianLaw.class);
        for (BrokenEnergy energy : BrokenEnergy.values()) {
            broken.addAll(energy.broken());
        }
        assertEquals(EnumSet.allOf(HamiltonianLaw.class), broken);
    }
}
