package org.hamgraph.hgn.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import org.hamgraph.graph.Structure;
import org.hamgraph.hgn.PairTruth;
import org.hamgraph.hgn.TrainingSystem;
import org.hamgraph.hgn.solve.PivotedQr;
import org.hamgraph.phase.PairwiseHamiltonian;
import org.hamgraph.phase.PhaseDataset;
import org.hamgraph.support.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the report says of data that the model cannot represent. */
class AdequacyTest {
    private static final TrainingSystem CUBE = TrainingSystem.springs(Structure.cubic(2, 2, 2, false));

    private static TrainingReport report(PhaseDataset data) {
        return HgnTrainer.fit(data, TrainerOptions.defaults()).report();
    }

    private static boolean warns(TrainingReport report, String part) {
        return report.warnings().stream().anyMatch(warning -> warning.contains(part));
    }

    @Test
    void springsRaiseNoDoubt() {
        TrainingReport report = report(CUBE.data(100, 1));
        assertEquals(List.of(), report.warnings());
        // 24 coordinates and 12 edges: some hundred roundings relative to the whole.
        assertTrue(report.nonCentral().orElseThrow() < 1e-14, "not central " + report.nonCentral());
        assertTrue(report.acrossMomentum() < 1e-15, "across " + report.acrossMomentum());
    }

    private static TrainingSystem chainWithAngles(double strength) {
        Structure chain = Structure.chain(8, false).in(2);
        TrainingSystem springs = TrainingSystem.springs(chain);
        return springs.withTruth(new ThreeBodyTruth(springs.graph(), strength));
    }

    @Test
    void anEnergyOfThreeBodiesIsSeenWithoutAnyFeature() {
        TrainingReport report = report(chainWithAngles(0.3).data(100, 1));
        assertTrue(report.nonCentral().orElseThrow() > 0.1, "not central " + report.nonCentral());
        assertTrue(
                warns(report, "that no pair forces along the edges can reach"),
                report.warnings().toString());
        assertTrue(warns(report, "relative residual "), report.warnings().toString());
        assertTrue(report.forceError() >= report.nonCentral().orElseThrow() * (1 - 1e-9));
        assertTrue(report.velocityError() < 1e-12, "bodies are as good as ever: " + report.velocityError());
    }

    @Test
    void withoutAnglesTheSameChainRaisesNoDoubt() {
        TrainingReport report = report(chainWithAngles(0).data(100, 1));
        assertEquals(List.of(), report.warnings());
        assertTrue(report.nonCentral().orElseThrow() < 1e-14);
    }

    @Test
    void theForcesOfTheThreeBodyEnergyAreItsGradient() {
        TrainingSystem system = chainWithAngles(0.3);
        double[] y = system.states(1, 5)[0];
        double[] force = new double[16];
        system.truth().force(y, force, 0);
        double step = Math.cbrt(Math.ulp(1.0));
        for (int k = 0; k < 16; k++) {
            double[] up = y.clone();
            double[] down = y.clone();
            up[k] += step;
            down[k] -= step;
            double difference =
                    (system.truth().potentialEnergy(up) - system.truth().potentialEnergy(down)) / (2 * step);
            assertEquals(-difference, force[k], 1e-8);
        }
    }

    @Test
    void aMassThatDependsOnTheDirectionIsSeen() {
        PairwiseHamiltonian anisotropic = new AnisotropicTruth(CUBE);
        TrainingReport report = report(CUBE.withTruth(anisotropic).data(100, 1));
        assertTrue(report.acrossMomentum() > 0.05, "across " + report.acrossMomentum());
        assertTrue(
                warns(report, "velocities have a part across the momenta"),
                report.warnings().toString());
        assertTrue(report.forceError() < 1e-12, "edges are as good as ever: " + report.forceError());
    }

    /** Along x bodies are 20 % lighter. */
    private static final class AnisotropicTruth extends PairwiseHamiltonian {
        AnisotropicTruth(TrainingSystem system) {
            super(system.graph(), system.box());
        }

        @Override
        protected double pairEnergy(int edge, double r) {
            return PairTruth.SPRING.energy(r, 1, 1);
        }

        @Override
        protected double pairSlope(int edge, double r) {
            return PairTruth.SPRING.slope(r, 1, 1);
        }

        @Override
        public void velocity(double[] y, double[] velocityOut, int offset) {
            super.velocity(y, velocityOut, offset);
            for (int k = 0; k < layout().half(); k += 3) {
                velocityOut[offset + k] *= 1.25;
            }
        }
    }

    /** The usual data with noise on all derivatives, relative to the root mean square of velocities and of forces. */
    private static PhaseDataset noisy(int states, double sigma, long seed) {
        PhaseDataset exact = CUBE.data(states, seed);
        RandomGenerator random = RandomStreams.of(seed, "noise", 0);
        double[][] y = new double[states][];
        double[][] derivative = new double[states][];
        double[] size2 = new double[2];
        for (int k = 0; k < states; k++) {
            y[k] = exact.state(k);
            derivative[k] = exact.derivative(k);
            for (int i = 0; i < 48; i++) {
                size2[i / 24] += derivative[k][i] * derivative[k][i] / (24.0 * states);
            }
        }
        for (double[] row : derivative) {
            for (int i = 0; i < 48; i++) {
                row[i] += sigma * Math.sqrt(size2[i / 24]) * random.nextGaussian();
            }
        }
        return PhaseDataset.copyOf(CUBE.graph(), CUBE.box(), y, derivative);
    }

    @ParameterizedTest
    @CsvSource({"1e-4, 100, 0.5", "1e-2, 100, 0.5", "1e-1, 100, 0.5", "1e-2, 1000, 0.15", "1e-1, 1000, 0.15"})
    void noiseIsFilteredOutOfTheForces(double sigma, int states, double limit) {
        for (long seed = 1; seed <= 3; seed++) {
            TrainedHgn model = HgnTrainer.fit(
                    noisy(states, sigma, seed), TrainerOptions.defaults().withSeed(seed));
            double error = CUBE.forceError(model.on(CUBE.graph(), CUBE.box()), CUBE.states(100, 1000 + seed));
            assertTrue(error <= limit * sigma, "error " + error + " at noise " + sigma + " seed=" + seed);
            assertTrue(error > 1e-3 * sigma, "error " + error + " at noise " + sigma + " seed=" + seed);
            double residual = model.report().solves().get(1).relativeResidual();
            assertEquals(1, residual / sigma, 0.05, "seed=" + seed);
            assertTrue(warns(model.report(), "the model cannot represent the data, or the data are noisy"));
        }
    }

    @Test
    void whatLiesOutsideTheReachOfPairForcesMeasuresTheNoise() {
        TrainingReport report = report(noisy(1000, 1e-2, 1));
        // 12 of 24 directions: sigma sqrt(1/2), known to 1 in sqrt(2 * 12000); the same for 2 of 3 across the momenta.
        assertEquals(Math.sqrt(0.5), report.nonCentral().orElseThrow() / 1e-2, 5 * 0.707 / Math.sqrt(24_000));
        assertEquals(Math.sqrt(2.0 / 3), report.acrossMomentum() / 1e-2, 5 * 0.816 / Math.sqrt(32_000));
    }

    @Test
    void tooFewRowsForTheWidthAreReported() {
        TrainingReport report = report(CUBE.data(20, 1));
        assertEquals(
                List.of(
                        "bodies of species 0: width reduced from 64 to 40, a quarter of the rows",
                        "edges of species 0: width reduced from 64 to 60, a quarter of the rows"),
                report.warnings());
        assertEquals(40, report.blocks().get(0).width());
        assertEquals(60, report.blocks().get(1).width());
        // Two channels have twice the columns: 240 rows for 2 * 30.
        MixedSystem.Spread stiffnesses = new MixedSystem.Spread(0.5, 2);
        TrainingSystem unlike = MixedSystem.random(2, MixedSystem.Spread.ONE, stiffnesses, MixedSystem.Spread.ONE, 1);
        assertEquals(30, report(unlike.data(20, 1)).blocks().get(1).width());
    }

    @Test
    void loudAmplificationIsReported() {
        // Exact data and columns far steeper than needed, solved without regularisation.
        TrainerOptions options =
                TrainerOptions.defaults().withSolver(new PivotedQr(1e-300)).withWidth(200);
        TrainedHgn model = HgnTrainer.fit(noisy(100, 1e-2, 1), options);
        assertTrue(
                warns(model.report(), "edges of species 0: rounding is amplified "),
                model.report().warnings().toString());
        assertTrue(model.report().blocks().get(1).amplification() > 1e8);
    }
}
