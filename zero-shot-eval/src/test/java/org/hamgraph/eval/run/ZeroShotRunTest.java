package org.hamgraph.eval.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hamgraph.eval.plan.PlanFile;
import org.hamgraph.eval.plan.ZeroShotPlan;
import org.hamgraph.eval.report.Fonts;
import org.hamgraph.eval.report.ZeroShotReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZeroShotRunTest {
    private static final List<String> REPEATABLE = List.of(
            "plan.yaml",
            "model.json",
            "results.json",
            "results.csv",
            "error-against-size.png",
            "energy-over-time.png",
            "edge-force.png",
            "edge-force-error.png",
            "trajectory.png",
            "scaling-error.png",
            "rollout-16.extxyz",
            "rollout-64.extxyz");

    @TempDir
    private Path folder;

    private static final ZeroShotPlan PLAN = new ZeroShotPlan(
            "springs in the plane",
            3L,
            new ZeroShotPlan.Training("square:3x3", null, "spring:k=10,l=1", 50, null, null, null),
            new ZeroShotPlan.Network(32, "elm", "tanh", "gcv"),
            List.of(new ZeroShotPlan.Size("square:4x4", null, 2), new ZeroShotPlan.Size("square:8x8", null, 2)),
            new ZeroShotPlan.RolloutPlan(null, 40, 0.005, 10, 20, null),
            new ZeroShotPlan.Scaling(null, 4000));

    /** Interrupts a run before a stage, as a lost process would. */
    private static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private record Log(List<String> stages, String lostAt) implements ZeroShotRun.Watcher {
        @Override
        public void begin(String stage, int total) {
            stages.add(stage);
            if (stage.equals(lostAt)) {
                throw new Lost();
            }
        }

        @Override
        public void advance(int done) {}

        @Override
        public void end(String message) {}
    }

    /** Without fonts there are no pictures, and everything else. */
    private static List<String> repeatable() {
        return REPEATABLE.stream()
                .filter(file -> Fonts.present() || !file.endsWith(".png"))
                .toList();
    }

    private static List<String> run(ZeroShotPlan plan, Path out, boolean resume, Optional<String> lostAt)
            throws IOException {
        Log log = new Log(new ArrayList<>(), lostAt.orElse(""));
        RunFolder run = RunFolder.open(out, PlanFile.text(plan), resume, false);
        ZeroShotReport.write(new ZeroShotRun(plan, run, 2, log).run(), out);
        return log.stages();
    }

    @Test
    void twoRunsOfOnePlanGiveTheSameBytes() throws IOException {
        run(PLAN, folder.resolve("a"), false, Optional.empty());
        run(PLAN, folder.resolve("b"), false, Optional.empty());
        for (String file : repeatable()) {
            assertArrayEquals(
                    Files.readAllBytes(folder.resolve("a").resolve(file)),
                    Files.readAllBytes(folder.resolve("b").resolve(file)),
                    file);
        }
        run(PLAN.withSeed(4), folder.resolve("c"), false, Optional.empty());
        assertTrue(Files.mismatch(
                        folder.resolve("a").resolve("results.json"),
                        folder.resolve("c").resolve("results.json"))
                >= 0);
    }

    @Test
    void aResumedRunDoesOnlyWhatIsMissingAndEndsWithTheSameBytes() throws IOException {
        Path whole = folder.resolve("whole");
        Path broken = folder.resolve("broken");
        run(PLAN, whole, false, Optional.empty());
        assertThrows(Lost.class, () -> run(PLAN, broken, false, Optional.of("evaluating square:8x8")));
        assertThrows(Lost.class, () -> run(PLAN, broken, true, Optional.of("scaling on square:63x63")));
        assertEquals(List.of("scaling on square:63x63"), run(PLAN, broken, true, Optional.empty()));
        for (String file : repeatable()) {
            assertArrayEquals(Files.readAllBytes(whole.resolve(file)), Files.readAllBytes(broken.resolve(file)), file);
        }
        assertEquals(List.of(), run(PLAN, broken, true, Optional.empty()));
    }

    @Test
    void aRunDoesNotReplaceAnEarlierOneAndResumesOnlyItsOwnPlan() throws IOException {
        Path out = folder.resolve("run");
        RunFolder.open(out, PlanFile.text(PLAN), false, false);
        String kept = assertThrows(
                        IllegalArgumentException.class, () -> RunFolder.open(out, PlanFile.text(PLAN), false, false))
                .getMessage();
        assertEquals(
                "a run must go to a folder of its own, found an earlier one in " + out
                        + "; use --resume, --force or another --out",
                kept);
        String other = assertThrows(
                        IllegalArgumentException.class,
                        () -> RunFolder.open(out, PlanFile.text(PLAN.withSeed(9)), true, false))
                .getMessage();
        assertEquals(
                "a resumed run must have the plan it was started with, found another one in "
                        + out.resolve("plan.yaml"),
                other);
    }

    @Test
    void whatAKilledRunWasWritingIsRemoved() throws IOException {
        String id = ".0cd15529-54ff-4a63-9f10-399bfb0bd487.tmp";
        Path plan = Files.writeString(folder.resolve(".plan.yaml" + id), "torn");
        Path other = Files.writeString(folder.resolve(".model.json" + id), "torn");
        RunFolder.open(folder, PlanFile.text(PLAN), true, false).finishPart("training", "done");
        assertTrue(Files.notExists(plan));
        assertTrue(Files.exists(other), "where there was no run, it may be somebody else's");
        Path part = Files.writeString(folder.resolve("parts").resolve(".size-1.json" + id), "torn");
        Path own = Files.writeString(folder.resolve(".notes.tmp"), "mine");
        RunFolder.open(folder, PlanFile.text(PLAN), true, false);
        assertTrue(Files.notExists(other) && Files.notExists(part));
        assertTrue(Files.exists(own) && Files.exists(folder.resolve("parts").resolve("training.json")));
    }

    @Test
    void theReportNamesItsNumbersAndPictures() throws IOException {
        run(PLAN, folder, false, Optional.empty());
        String report = Files.readString(folder.resolve("report.md"));
        assertTrue(report.startsWith("# springs in the plane\n"));
        for (String part : List.of("**9 bodies**", "**64 bodies**", "Taylor polynomial of order 2", "| 64 | 112 |")) {
            assertTrue(report.contains(part), part);
        }
        assertEquals(Fonts.present(), report.contains("](edge-force.png)"));
        List<String> csv = Files.readAllLines(folder.resolve("results.csv"));
        assertEquals(3, csv.size());
        assertTrue(csv.get(0).startsWith("system,nodes,edges,frames,relativeForceError,"));
        assertTrue(csv.get(2).startsWith("square:8x8,64,112,2,"));
        assertEquals(
                Fonts.present(), report.contains("](scaling-time.png)") && report.contains("](scaling-error.png)"));
        assertTrue(report.contains("| `square:63x63` | 3969 | 7812 | 0.13 MB | 2 | "));
        assertTrue(report.contains("Time per body and step grows as N^"));
        List<String> scaling = Files.readAllLines(folder.resolve("scaling.csv"));
        assertEquals(3, scaling.size());
        assertEquals(
                "system,nodes,edges,steps,stateBytes,threads,nanosecondsPerNodeStep,trueNanosecondsPerNodeStep,"
                        + "relativeForceError,relativeForceErrorAtEnd,relativePositionError,edgesOutsideTrainingRange",
                scaling.get(0));
        assertTrue(scaling.get(1).startsWith("square:31x31,961,1860,100,30752,2,"));
    }
}
