package org.hamgraph.eval.rfhgn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.Structure;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.sim.force.QuarticRingHamiltonian;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RfhgnTablesTest {
    private static final RfhgnSettings QUICK = new RfhgnSettings(1, 1, true, 2);

    @ParameterizedTest
    @ValueSource(strings = {"optimizers", "potentials", "zero-shot", "molecules", "benchmark"})
    void everyTableMeetsItsTargets(String name) throws IOException {
        RfhgnTable table = RfhgnReproduction.named(Set.of(name)).get(0);
        RfhgnResult result = table.run(QUICK);
        assertTrue(result.rows().size() >= 4);
        for (RfhgnRow row : result.rows()) {
            assertEquals(name, row.table());
            assertTrue(row.meetsTarget(), row.toString());
            assertTrue(row.median() >= 0 && row.worst() >= row.median(), row.toString());
            assertTrue(row.outside() != null || row.target() == null, "what is held to a target is counted: " + row);
            assertTrue(row.outside() == null || row.outside() >= 0 && row.outside() < 0.1, row.toString());
        }
        assertTrue(result.fits().size() >= 1);
        for (RfhgnFit fit : result.fits()) {
            assertEquals(name, fit.table());
            assertTrue(fit.rank() > 50 && fit.rank() <= fit.columns(), fit.toString());
            assertTrue(fit.condition() > 1e4 && fit.regularisation() > 0, fit.toString());
            assertTrue(!fit.held() || fit.doubts().isEmpty(), fit.toString());
        }
        assertEquals(List.of(), result.findings());
    }

    @Test
    void whatIsHeldToATargetDecidesAndTheRestIsTold() {
        RfhgnRow row = RfhgnRow.of("t", "a", "b", "c", 2).outside(0, 0.25);
        RfhgnFit peer = new RfhgnFit("t", "a", "peer", 1, 9, 8, null, 0.5, false, List.of("ridge"));
        assertEquals(List.of(), new RfhgnResult(List.of(row), List.of(peer), List.of()).findings());
        String outside =
                "edges outside the training range must be at most 0.1 of all, found 0.25: c on b, trained on a";
        assertEquals(
                List.of(outside, "ridge: peer, trained on a"),
                new RfhgnResult(List.of(row), List.of(peer), List.of()).doubts());
        RfhgnResult held = new RfhgnResult(List.of(row.atMost(1)), List.of(peer.ofTargets()), List.of());
        assertEquals(
                List.of(
                        "the median must be at most 1.0, found 2.0: c on b, trained on a",
                        outside,
                        "ridge: peer, trained on a"),
                held.findings());
        assertEquals(held.findings(), held.doubts());
    }

    @Test
    void pairsAloneCannotRepresentTheMolecules() throws IOException {
        List<RfhgnRow> rows = new MoleculesTable().run(QUICK).rows();
        RfhgnRow alone = rows.stream()
                .filter(row -> row.what().contains("pairs alone"))
                .findFirst()
                .orElseThrow();
        assertTrue(alone.median() > 0.05, alone.toString());
    }

    @Test
    void anUnknownTableIsRefused() {
        assertEquals(
                "--table must be among [optimizers, potentials, zero-shot, molecules, benchmark], found optimisers",
                assertThrows(IllegalArgumentException.class, () -> RfhgnReproduction.named(Set.of("optimisers")))
                        .getMessage());
    }

    @Test
    void aRowHoldsMedianAndWorst() {
        RfhgnRow row = RfhgnRow.of("t", "a", "b", "c", 3, 1, 2, 10).atMost(2.4);
        assertEquals(2.5, row.median());
        assertEquals(10, row.worst());
        assertTrue(!row.meetsTarget() && row.atMost(2.5).meetsTarget());
    }

    /** The check value of the benchmark's first configuration. */
    @Test
    void theFirstPublishedConfigurationHasItsEnergy() {
        double[] y = RingStarts.draw(5, 1, 42)[0];
        Hamiltonian truth = QuarticRingHamiltonian.of(Structure.ring(5).compile(1, 1, 1), Box.open(2));
        assertEquals(2.743436888418, truth.energy(y), 1e-12);
    }

    @Test
    void errorsOfAFrameAreThoseOfTheBenchmark() {
        Hamiltonian truth = QuarticRingHamiltonian.of(Structure.ring(3).compile(1, 1, 1), Box.open(2));
        double[] y = {3, 0, 0, 0, 0, 4, 1, 0, 0, 0, 0, 0};
        double[] predicted = {3, 0, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0};
        FrameErrors errors = FrameErrors.of(truth, y, predicted);
        assertEquals(4.0 / (5 + 3), errors.rollout(), 1e-15);
        assertEquals(4, errors.momentum(), 1e-15);
        double h = truth.energy(y);
        double other = truth.energy(predicted);
        assertEquals(Math.abs(h - other) / (h + other), errors.energy(), 1e-15);
    }
}
