package org.hamgraph.hgn.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.hamgraph.hgn.PairTruth;
import org.hamgraph.hgn.TrainingSystem;
import org.hamgraph.hgn.network.Continuation;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.PhaseDataset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trajectories that another program computed: positions, velocities and forces with 17 digits. */
class LammpsDataTest {
    private static TrainingSystem asSystem(PhaseDataset data) {
        PairTruth truth = PairTruth.of(data.graph(), data.box(), PairTruth.SPRING);
        return new TrainingSystem(
                data.graph(), data.box(), new double[data.layout().half()], truth);
    }

    /** Relative error of velocities and of forces against those in the file. */
    private static double[] errors(Hamiltonian h, PhaseDataset data) {
        int half = data.layout().half();
        double[] error2 = new double[2];
        double[] size2 = new double[2];
        double[] found = new double[2 * half];
        for (int k = 0; k < data.size(); k++) {
            h.vectorField(data.state(k), found);
            double[] wanted = data.derivative(k);
            for (int i = 0; i < 2 * half; i++) {
                error2[i / half] += (found[i] - wanted[i]) * (found[i] - wanted[i]);
                size2[i / half] += wanted[i] * wanted[i];
            }
        }
        return new double[] {Math.sqrt(error2[0] / size2[0]), Math.sqrt(error2[1] / size2[1])};
    }

    @ParameterizedTest
    @CsvSource({"chain-8, 1, 8, 7", "square-3x3, 2, 9, 12", "cubic-2x2x2, 3, 8, 12"})
    void theFilesHoldHarmonicBondsOfStiffnessTen(String name, int dim, int bodies, int bonds) throws IOException {
        PhaseDataset data = LammpsData.read(name, dim);
        assertEquals(101, data.size());
        assertEquals(bodies, data.graph().nodes());
        assertEquals(bonds, data.graph().edges());
        assertEquals(10, data.graph().stiffness(0));
        double[] errors = errors(asSystem(data).truth(), data);
        // Differences of coordinates of some size 1 to a rest length of 1: a few digits beyond rounding.
        assertTrue(errors[0] == 0 && errors[1] < 1e-14, "force error of the known energy " + errors[1]);
    }

    @ParameterizedTest
    @CsvSource({"chain-8, 1", "square-3x3, 2", "cubic-2x2x2, 3"})
    void allFramesAreFittedToRounding(String name, int dim) throws IOException {
        PhaseDataset data = LammpsData.read(name, dim);
        for (long seed = 1; seed <= 3; seed++) {
            TrainedHgn model = HgnTrainer.fit(data, TrainerOptions.defaults().withSeed(seed));
            TrainingReport report = model.report();
            assertTrue(report.forceError() <= 1e-12, "force error " + report.forceError() + " seed=" + seed);
            assertTrue(report.velocityError() <= 1e-12, "velocity error " + report.velocityError() + " seed=" + seed);
            assertTrue(report.nonCentral().orElseThrow() < 1e-14);
            assertEquals(List.of(), report.warnings());
            double[] errors = errors(model.on(data.graph(), data.box()), data);
            assertEquals(report.forceError(), errors[1], 1e-9 * errors[1]);
            assertEquals(Continuation.taylor(2), model.edgeTails().get(0).continuation());
        }
    }

    @ParameterizedTest
    @CsvSource({"chain-8, 1", "square-3x3, 2", "cubic-2x2x2, 3"})
    void theFirstHalfPredictsTheSecond(String name, int dim) throws IOException {
        PhaseDataset data = LammpsData.read(name, dim);
        PhaseDataset first = data.select(IntStream.range(0, 51).toArray());
        PhaseDataset second = data.select(IntStream.range(51, 101).toArray());
        for (long seed = 1; seed <= 3; seed++) {
            TrainedHgn model = HgnTrainer.fit(first, TrainerOptions.defaults().withSeed(seed));
            double[] errors = errors(model.on(data.graph(), data.box()), second);
            assertTrue(errors[1] <= 1e-11, "force error " + errors[1] + " seed=" + seed);
            assertTrue(errors[0] <= 1e-11, "velocity error " + errors[0] + " seed=" + seed);
        }
    }

    @ParameterizedTest
    @CsvSource({"chain-8, 1", "square-3x3, 2", "cubic-2x2x2, 3"})
    void theLearnedEnergyIsTheHarmonicOne(String name, int dim) throws IOException {
        PhaseDataset data = LammpsData.read(name, dim);
        TrainedHgn model = HgnTrainer.fit(data, TrainerOptions.defaults());
        TrainingSystem system = asSystem(data);
        double[][] states =
                IntStream.range(0, data.size()).mapToObj(data::state).toArray(double[][]::new);
        assertTrue(system.energyError(model.on(data.graph(), data.box()), states) < 1e-11);
    }

    @Test
    void derivativesOfOtherFramesAreNotFitted() throws IOException {
        PhaseDataset data = LammpsData.read("cubic-2x2x2", 3);
        double[][] states = IntStream.range(0, 101).mapToObj(data::state).toArray(double[][]::new);
        double[][] late = IntStream.range(0, 101)
                .mapToObj(k -> data.derivative((k + 1) % 101))
                .toArray(double[][]::new);
        PhaseDataset shifted = PhaseDataset.copyOf(data.graph(), data.box(), states, late);
        assertTrue(HgnTrainer.fit(shifted, TrainerOptions.defaults()).report().forceError() > 1e-3);
    }
}
