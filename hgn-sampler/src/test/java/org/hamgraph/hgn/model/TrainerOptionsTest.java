package org.hamgraph.hgn.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hamgraph.feature.InvariantFeatures;
import org.hamgraph.hgn.network.Continuation;
import org.hamgraph.hgn.sample.Activation;
import org.hamgraph.hgn.sample.Elm;
import org.hamgraph.hgn.sample.Swim;
import org.hamgraph.hgn.solve.GcvRidge;
import org.hamgraph.hgn.solve.LeastSquaresFit.Quality;
import org.hamgraph.hgn.solve.PivotedQr;
import org.junit.jupiter.api.Test;

class TrainerOptionsTest {
    private final TrainerOptions defaults = TrainerOptions.defaults();

    @Test
    void defaultsAreThoseOfTheMethod() {
        assertEquals(
                new TrainerOptions(
                        64, Activation.TANH, new Elm(0.5), new GcvRidge(), Optional.empty(), OptionalDouble.empty(), 1),
                defaults);
    }

    @Test
    void changedCopiesChangeOneComponent() {
        TrainerOptions all = defaults.withWidth(8)
                .withActivation(Activation.SINE)
                .withWeights(new Swim(1))
                .withSolver(new PivotedQr(1e-9))
                .withFeatures(InvariantFeatures.defaults())
                .withKnownEnergy(-2)
                .withSeed(7);
        assertEquals(
                new TrainerOptions(
                        8,
                        Activation.SINE,
                        new Swim(1),
                        new PivotedQr(1e-9),
                        Optional.of(InvariantFeatures.defaults()),
                        OptionalDouble.of(-2),
                        7),
                all);
    }

    @Test
    void componentsAreChecked() {
        assertEquals(
                "width must be at least 1, found 0",
                assertThrows(IllegalArgumentException.class, () -> defaults.withWidth(0))
                        .getMessage());
        assertEquals(
                "known energy must be finite, found NaN",
                assertThrows(IllegalArgumentException.class, () -> defaults.withKnownEnergy(Double.NaN))
                        .getMessage());
        assertEquals(
                "weights",
                assertThrows(NullPointerException.class, () -> defaults.withWeights(null))
                        .getMessage());
    }

    @Test
    void aReportAddsUpItsSolves() {
        Quality bodies = new Quality("", "", 100, 10, 9, 1, 0, 8, 3, 50);
        Quality edges = new Quality("", "", 200, 30, 20, 1, 0, 8, 6, 50);
        List<String> warnings = new ArrayList<>(List.of("first"));
        TrainingReport report = new TrainingReport(
                List.of(bodies, edges),
                List.of(new TrainingReport.Block("b", 10, Continuation.NETWORK, OptionalDouble.empty(), 1)),
                0,
                0,
                0,
                OptionalDouble.empty(),
                warnings);
        warnings.add("second");
        assertEquals(300, report.rows());
        assertEquals(40, report.columns());
        assertEquals(29, report.rank());
        assertEquals(0.3, report.relativeResidual(), 1e-15);
        assertEquals(List.of("first"), report.warnings());
        TrainingReport empty = new TrainingReport(List.of(), List.of(), 0, 0, 0, OptionalDouble.empty(), List.of());
        assertTrue(empty.relativeResidual() == 0 && empty.rows() == 0);
    }
}
