package org.hamgraph.eval.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hamgraph.eval.plan.PlanFile;
import org.hamgraph.eval.plan.PotentialSpec;
import org.hamgraph.eval.plan.ZeroShotPlan;
import org.hamgraph.eval.report.ZeroShotReport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The ladder of a plan that trains on LAMMPS data of 8 bodies; the model is exact to about 1e-13 there. */
class ScalingRunTest {
    private static final String PLAN = """
            train:
              system: bundled:cubic-2x2x2
              trajectory: bundled:cubic-2x2x2
            sizes:
              - system: bundled:cubic-4x4x4
                trajectory: bundled:cubic-4x4x4
            rollout:
              steps: 2
            """;

    @TempDir
    private static Path folder;

    private static final class Silent implements ZeroShotRun.Watcher {
        @Override
        public void begin(String stage, int total) {}

        @Override
        public void advance(int done) {}

        @Override
        public void end(String message) {}
    }

    private static ZeroShotRun.Result run(String name, String plan, int threads) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".yaml"), plan);
        ZeroShotPlan read = PlanFile.read(file);
        RunFolder run = RunFolder.open(folder.resolve(name), PlanFile.text(read), false, false);
        ZeroShotRun.Result result = new ZeroShotRun(read, run, threads, new Silent()).run();
        ZeroShotReport.write(result, folder.resolve(name));
        return result;
    }

    private static String report(String name) throws IOException {
        return Files.readString(folder.resolve(name).resolve("report.md"));
    }

    private static ZeroShotRun.Result springs;

    @BeforeAll
    static void runBesideTheTruth() throws IOException {
        springs = run("springs", PLAN + "  potential: spring\nscaling: {maxNodes: 2000}\n", 2);
    }

    @Test
    void latticesAreOfTheBodiesAndSpringsOfTheFileAndErrorsStaySmall() {
        List<ScalingRung> rungs = springs.scaling().rungs();
        assertEquals(
                List.of("cubic:10x10x10", "cubic:12x12x12"),
                rungs.stream().map(ScalingRung::system).toList());
        ScalingRung last = rungs.get(1);
        assertEquals(12 * 12 * 12, last.nodes());
        assertEquals(3 * 11 * 12 * 12, last.edges());
        assertEquals(2L * 3 * 8 * last.nodes(), last.stateBytes());
        for (ScalingRung rung : rungs) {
            for (double error : new double[] {rung.relativeForceError(), rung.relativeForceErrorAtEnd()}) {
                assertTrue(error > 0 && error < 1e-12, rung.toString());
            }
            assertTrue(rung.relativePositionError() > 0 && rung.relativePositionError() < 1e-13, rung.toString());
            assertTrue(rung.edgesOutsideTrainingRange() > 0.01 && rung.edgesOutsideTrainingRange() < 0.2);
        }
    }

    /** Measures the trained model on 1000 bodies of a plan. */
    private static ScalingRung measure(String plan, int threads) throws IOException {
        ZeroShotPlan read = PlanFile.read(Files.writeString(folder.resolve("plan.yaml"), plan));
        LatticeUnit unit =
                LatticeUnit.of("bundled:cubic-4x4x4", 1, read.truth()).orElseThrow();
        String system = "cubic:10x10x10";
        return new ScalingMeasurement(system, unit.lattice(system, 1), read, springs.model(), threads).run(done -> {});
    }

    @Test
    void aWrongModelIsSeen() throws IOException {
        ScalingRung wrong = measure(PLAN + "  potential: spring:k=11\n", 1);
        // Forces of springs of 10/11 the stiffness are off by 1/11.
        assertEquals(1.0 / 11, wrong.relativeForceError(), 1e-12);
        assertTrue(wrong.relativePositionError() > 1e-6, wrong.toString());
    }

    @Test
    void theNumberOfThreadsChangesNoError() throws IOException {
        ScalingRung one = measure(PLAN + "  potential: spring\n", 1);
        ScalingRung two = springs.scaling().rungs().get(0);
        assertEquals(two.relativeForceError(), one.relativeForceError());
        assertEquals(two.relativeForceErrorAtEnd(), one.relativeForceErrorAtEnd());
        assertEquals(two.relativePositionError(), one.relativePositionError());
        assertEquals(1, one.threads());
    }

    @Test
    void aRunThatLeavesTheNumbersIsRefused() {
        String fast = PLAN.replace("steps: 2", "steps: 2\n  dt: 1e9\n  potential: spring");
        assertEquals(
                "non-finite energy of cubic:10x10x10 after 100 steps; try dt below 5.0E8",
                assertThrows(ArithmeticException.class, () -> measure(fast, 1)).getMessage());
    }

    @Test
    void withoutTheTruthThereAreTimesButNoErrors() throws IOException {
        ZeroShotRun.Result result = run("alone", PLAN + "scaling: {family: square, maxNodes: 2000}\n", 1);
        List<ScalingRung> rungs = result.scaling().rungs();
        assertEquals("square:44x44", rungs.get(1).system());
        assertNull(rungs.get(0).relativeForceError());
        assertNull(rungs.get(0).relativePositionError());
        assertNull(rungs.get(0).trueNanosecondsPerNodeStep());
        assertNull(result.scaling().trueExponent());
        assertTrue(report("alone").contains("| `square:44x44` | 1936 | 3784 | 0.06 MB | 1 | "));
        assertFalse(report("alone").contains("](scaling-error.png)"));
    }

    private static String whyNone(String plan) throws IOException {
        ZeroShotPlan read = PlanFile.read(Files.writeString(folder.resolve("plan.yaml"), plan));
        RunFolder none = RunFolder.open(folder.resolve("none"), plan, false, true);
        ScalingResult result = new ScalingRun(read, none, 1, new Silent()).run(springs.model());
        assertEquals(List.of(), result.rungs());
        return result.whyNone();
    }

    @Test
    void aPlanWithoutALadderIsToldWhy() throws IOException {
        assertEquals("the plan wants none", whyNone(PLAN + "scaling: {maxNodes: 0}\n"));
        String random = "train: {system: 'random:N=20', potential: spring}\nsizes: [system: 'random:N=40']\n";
        assertEquals("no name of a system says that it is a lattice; scaling.family in the plan can", whyNone(random));
        assertEquals(
                "bodies and springs of random:N=40 are not all of one kind with a rest length",
                whyNone(random + "scaling: {family: square}\n"));
    }

    @Test
    void aReportWithoutALadderSaysWhy() throws IOException {
        ZeroShotReport.write(
                new ZeroShotRun.Result(
                        springs.plan(),
                        springs.model(),
                        springs.training(),
                        springs.sizes(),
                        new ScalingResult(List.of(), "the plan wants none")),
                Files.createDirectories(folder.resolve("silent")));
        assertTrue(report("silent").contains("There was no scaling run: the plan wants none."));
        assertFalse(report("silent").contains("](scaling-time.png)"));
    }

    @Test
    void aUnitIsWhatTheFileOrThePotentialSays() throws IOException {
        LatticeUnit file =
                LatticeUnit.of("bundled:cubic-4x4x4", 1, Optional.empty()).orElseThrow();
        assertEquals(1, file.mass());
        assertEquals(1, file.spacing());
        assertEquals("spring:k=10.0,l=1.0", file.springs().toString());
        LatticeUnit name = LatticeUnit.of("chain:8", 1, Optional.of(PotentialSpec.parse("spring:k=3,l=1.5")))
                .orElseThrow();
        assertEquals(1, name.spacing());
        assertEquals("spring:k=3.0,l=1.5", name.springs().toString());
        assertEquals(Optional.empty(), LatticeUnit.of("chain:1", 1, Optional.empty()));
    }
}
