package org.hamgraph.eval.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PotentialSpecTest {
    private static final CompiledGraph PAIR =
            CompiledGraph.builder(2).spring(0, 1, 3, 0.5, 0).build();

    private static double energyAt(String potential, double r) {
        PotentialSpec spec = PotentialSpec.parse(potential);
        CompiledGraph graph = spec.on(PAIR);
        return spec.hamiltonian(graph, Box.open(1)).energy(new double[] {0, r, 0, 0});
    }

    @Test
    void statedParametersReplaceThoseOfTheSystem() {
        assertEquals(0.5 * 10 * 0.2 * 0.2, energyAt("spring:k=10,l=1", 1.2), 1e-15);
        assertEquals(0.5 * 10 * 0.7 * 0.7, energyAt("spring:k=10", 1.2), 1e-15);
        assertEquals(0.5 * 3 * 0.2 * 0.2, energyAt("spring:l=1", 1.2), 1e-15);
    }

    @Test
    void whatIsLeftOutStaysAsTheSystemHasIt() {
        assertEquals(0.5 * 3 * 0.7 * 0.7, energyAt("spring", 1.2), 1e-15);
        assertSame(PAIR, PotentialSpec.parse("spring").on(PAIR));
    }

    @Test
    void everyPotentialHasItsFormula() {
        double x = 0.2;
        assertEquals(
                0.5 * 2 * x * x + 0.3 / 3 * Math.pow(x, 3) + 0.4 / 4 * Math.pow(x, 4),
                energyAt("fput:k=2,alpha=0.3,beta=0.4,l=1", 1.2),
                1e-15);
        assertEquals(1.5 * Math.pow(1 - Math.exp(-2 * x), 2), energyAt("morse:D=1.5,a=2,r0=1", 1.2), 1e-15);
        assertEquals(Math.pow(1.2 * 1.2 - 1, 2), energyAt("quartic-ring", 1.2), 1e-15);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lj:epsilon=1 | potential must be spring, fput, morse or quartic-ring, found lj",
                "spring:k=ten | k of spring:k=ten must be a number, found 'ten'",
                "spring:kk=10 | parts of spring:kk=10 must be among [k, l], found 'kk'",
                "spring:k=1,k=2 | parts of spring:k=1,k=2 must be key=value, each key once, found 'k=2'",
                "quartic-ring:k=1 | parts of quartic-ring:k=1 must be among [], found 'k'",
            })
    void faultsAreNamed(String text, String message) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> PotentialSpec.parse(text))
                        .getMessage());
    }

    @Test
    void aNegativeStiffnessIsRefused() {
        PotentialSpec spec = PotentialSpec.parse("spring:k=-1");
        assertEquals(
                "stiffness must be positive and finite, found -1.0",
                assertThrows(IllegalArgumentException.class, () -> spec.on(PAIR))
                        .getMessage());
    }
}
