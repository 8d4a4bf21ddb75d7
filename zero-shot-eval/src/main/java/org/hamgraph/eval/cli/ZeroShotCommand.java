package org.hamgraph.eval.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hamgraph.eval.plan.LatticeFamily;
import org.hamgraph.eval.plan.PlanFile;
import org.hamgraph.eval.plan.ZeroShotPlan;
import org.hamgraph.eval.report.Summary;
import org.hamgraph.eval.report.Timings;
import org.hamgraph.eval.report.ZeroShotReport;
import org.hamgraph.eval.run.RunFolder;
import org.hamgraph.eval.run.ScalingRung;
import org.hamgraph.eval.run.ZeroShotRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code zero-shot}: the main job. */
@Command(
        name = "zero-shot",
        description =
                "Trains on a small system, evaluates on larger ones without retraining, measures time and error on"
                        + " ever larger lattices, and writes a report. Without a plan: LAMMPS cubic lattices, 8 bodies to 64,"
                        + " 512 and 4096.",
        footer = {
            "",
            "Examples:",
            "  hamgraph zero-shot",
            "  hamgraph zero-shot --max-nodes 1000000",
            "  hamgraph zero-shot --plan plan.yaml --out runs/mine",
            "  hamgraph zero-shot --plan plan.yaml --out runs/mine --resume"
        })
final class ZeroShotCommand extends Verb {
    private static final Path RUNS = Path.of("runs");

    /** Larger systems swing wider than the one a model is trained on: that is what a run asks about. */
    private static final double MOST_EDGES_OUTSIDE = 0.1;

    @Option(names = "--plan", paramLabel = "FILE", description = "Plan in YAML (default: the built-in one).")
    private Path plan;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Folder of the run (default: runs/zero-shot, or the next free runs/zero-shot-N).")
    private Path out;

    @Option(
            names = "--max-nodes",
            paramLabel = "N",
            description =
                    "Greatest number of bodies of the scaling run, at least 1000; 0 for none (default: that of the plan, or"
                            + " 100000).")
    private Integer maxNodes;

    @Option(names = "--resume", description = "Take over the finished parts of an interrupted run.")
    private boolean resume;

    @Mixin
    private StrictOptions strictness;

    @Override
    public Integer call() throws IOException {
        strictness.check();
        ZeroShotPlan resolved = plan == null
                ? PlanFile.builtIn()
                : PlanFile.read(plan).relativeTo(plan.toAbsolutePath().getParent());
        if (seedGiven()) {
            resolved = resolved.withSeed(seed());
        }
        if (maxNodes != null) {
            resolved = resolved.withMaxNodes(LatticeFamily.checkMaxNodes(maxNodes, "--max-nodes"));
        }
        Path folder = out == null ? standardFolder() : out;
        RunFolder run = RunFolder.open(folder, PlanFile.text(resolved), resume, force());
        ZeroShotRun.Result result = new ZeroShotRun(resolved, run, threads(), progress()).run();
        ZeroShotReport.write(result, folder).ifPresent(this::warn);
        result.model().report().warnings().forEach(this::warn);
        print(merged(
                Summary.of(result),
                Timings.of(result),
                new Rungs(result.scaling().rungs()),
                new Where(folder.resolve("report.md").toString())));
        return strictness.status(this, MOST_EDGES_OUTSIDE, findings -> findings.add(result));
    }

    private record Where(String report) {}

    /** Errors and times of the scaling run together; its files keep them apart. */
    private record Rungs(List<ScalingRung> scaling) {}

    /** The first folder without a run; to resume, the last one with a run. */
    private Path standardFolder() {
        Path folder = RUNS.resolve("zero-shot");
        Path last = folder;
        for (int k = 2; Files.exists(folder.resolve("plan.yaml")) && !force(); k++) {
            last = folder;
            folder = RUNS.resolve("zero-shot-" + k);
        }
        return resume ? last : folder;
    }
}
