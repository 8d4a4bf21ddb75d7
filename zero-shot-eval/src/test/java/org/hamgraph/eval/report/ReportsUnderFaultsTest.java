package org.hamgraph.eval.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import org.hamgraph.eval.io.FaultDrill;
import org.hamgraph.eval.plan.PlanFile;
import org.hamgraph.eval.plan.ZeroShotPlan;
import org.hamgraph.eval.run.RunFolder;
import org.hamgraph.eval.run.ZeroShotRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Reports and pictures on a disk that fails at its first call, its second, and so on. */
class ReportsUnderFaultsTest {
    @TempDir
    private Path folder;

    /** Tells nobody how a run proceeds. */
    private static final class Silent implements ZeroShotRun.Watcher {
        @Override
        public void begin(String stage, int total) {}

        @Override
        public void advance(int done) {}

        @Override
        public void end(String message) {}
    }

    @Test
    void theFilesOfAReportAreOldOrNew() throws IOException {
        ZeroShotPlan plan = new ZeroShotPlan(
                "springs",
                3L,
                new ZeroShotPlan.Training("square:3x3", null, "spring:k=10,l=1", 20, null, null, null),
                new ZeroShotPlan.Network(8, "elm", "tanh", "gcv"),
                List.of(new ZeroShotPlan.Size("square:4x4", null, 2)),
                new ZeroShotPlan.RolloutPlan(null, 20, 0.005, 10, 20, null),
                new ZeroShotPlan.Scaling(null, 0));
        Path ran = folder.resolve("ran");
        RunFolder run = RunFolder.open(ran, PlanFile.text(plan), false, false);
        ZeroShotRun.Result first = new ZeroShotRun(plan, run, 1, new Silent()).run();
        ZeroShotRun.Result second = new ZeroShotRun.Result(
                plan.withSeed(4), first.model(), first.training(), first.sizes(), first.scaling());
        Path scratch = Files.createDirectory(folder.resolve("scratch"));
        // Nine calls write a file: every eleventh one falls on each of them, and spares most of the pictures.
        FaultDrill.Writer report = (in, version) -> ZeroShotReport.write(version == 0 ? first : second, in);
        assertEquals(List.of(), FaultDrill.complaints(scratch, report, file -> false, 11));
    }

    private static Axis unit(String name) {
        return Axis.linear(name, "length", DoubleStream.of(0, 1));
    }

    @Test
    void aPictureIsOldOrNew() throws IOException {
        assumeTrue(Fonts.present(), "fonts");
        FaultDrill.Writer picture = (in, version) -> {
            Figure figure = Figure.of("version " + version, unit("x"), unit("y"));
            figure.write(in.resolve("a.png"));
        };
        assertEquals(List.of(), FaultDrill.complaints(folder, picture, file -> false, 1));
    }
}
