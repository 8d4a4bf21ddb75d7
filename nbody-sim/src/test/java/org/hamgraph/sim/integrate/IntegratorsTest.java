package org.hamgraph.sim.integrate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class IntegratorsTest {
    @Test
    void theSchemesAreThoseOfTheTableInThePackageDescription() {
        List<String> table = Integrators.forSeparable().stream()
                .map(it -> it.name() + " " + it.order() + " " + it.symplectic() + " " + it.timeReversible())
                .toList();
        assertEquals(
                List.of(
                        "stormer-verlet 2 true true",
                        "yoshida4 4 true true",
                        "symplectic-euler 1 true false",
                        "implicit-midpoint 2 true true"),
                table);
    }

    @Test
    void aSchemeIsFoundByItsName() {
        assertInstanceOf(Yoshida4.class, Integrators.named("yoshida4"));
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        assertEquals(
                "integrator must be one of stormer-verlet, yoshida4, symplectic-euler, implicit-midpoint, found leapfrog",
                assertThrows(IllegalArgumentException.class, () -> Integrators.named("leapfrog"))
                        .getMessage());
    }
}
