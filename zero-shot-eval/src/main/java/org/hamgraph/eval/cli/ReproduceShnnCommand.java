package org.hamgraph.eval.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hamgraph.eval.io.Json;
import org.hamgraph.eval.report.ShnnReport;
import org.hamgraph.eval.reproduce.CellResult;
import org.hamgraph.eval.reproduce.LongRun;
import org.hamgraph.eval.reproduce.ShnnPlan;
import org.hamgraph.eval.reproduce.ShnnReproduction;
import org.hamgraph.eval.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code reproduce shnn}: networks without a graph on classic systems, arXiv 2411.17511. */
@Command(
        name = "shnn",
        description =
                "Sampled Hamiltonian networks without a graph, arXiv 2411.17511: published settings, ours beside them. Without a"
                        + " choice: the quick set.",
        footer = {
            "",
            "Examples:",
            "  hamgraph reproduce shnn --quick",
            "  hamgraph reproduce shnn --system single-pendulum --sampling uswim --seeds 10",
            "  hamgraph reproduce shnn --system henon-heiles --width 5000 --recommended --seeds 3",
            "  hamgraph reproduce shnn --full --out runs/shnn --resume",
            "  hamgraph reproduce shnn --long-time"
        })
final class ReproduceShnnCommand extends Verb {
    private static final double TARGET = 2;

    @Option(
            names = "--system",
            split = ",",
            paramLabel = "NAME",
            description =
                    "single-pendulum, single-pendulum-freq, lotka-volterra, double-pendulum or henon-heiles; several with commas.")
    private Set<String> systems = new TreeSet<>();

    @Option(names = "--width", split = ",", paramLabel = "N", description = "Numbers of units.")
    private Set<Integer> widths = new TreeSet<>();

    @Option(names = "--train", split = ",", paramLabel = "N", description = "Numbers of training states.")
    private Set<Integer> trains = new TreeSet<>();

    @Option(names = "--sampling", split = ",", paramLabel = "NAME", description = "elm, uswim, aswim or swim.")
    private Set<String> samplings = new TreeSet<>();

    @Option(
            names = "--seeds",
            description = "Number of runs of a setting (default: 10; with --quick fewer of wide networks).")
    private Integer seeds;

    @Option(names = "--quick", description = "A few settings of every system, in under two minutes.")
    private boolean quick;

    @Option(names = "--full", description = "All settings: many hours.")
    private boolean full;

    @Option(
            names = "--recommended",
            description =
                    "Run our own settings too, at equal width: chosen by hold-out from eleven ways of drawing weights.")
    private boolean recommended;

    @Option(names = "--long-time", description = "Instead: learned and exact motion for long times, and a section.")
    private boolean longTime;

    @Option(
            names = "--strict",
            description =
                    "When all is done, print a line and exit 1 for each of these: a median above twice the published one;"
                            + " with our own settings, rank below the number of columns of a solve without a ridge, a condition"
                            + " above 1e24, or a ridge above 1e-8.")
    private boolean strict;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Folder for results and pictures (default: the first free runs/shnn-N).")
    private Path out;

    @Option(names = "--resume", description = "Take over the finished settings of an interrupted run.")
    private boolean resume;

    @Override
    public Integer call() throws IOException {
        if (longTime) {
            if (quick || full || recommended || strict || seeds != null || hasChoice()) {
                throw new IllegalArgumentException("--long-time must be without other choices than --seed, --threads,"
                        + " --out and --resume, found one");
            }
            RunFolder folder = RunFolder.open(folder(), "long-time, seed " + seed() + "\n", resume, force());
            List<LongRun.Result> results = LongRun.all(seed(), threads(), progress());
            ShnnReport.write(results, folder).ifPresent(this::warn);
            print(new LongAnswer(results.stream().map(LongRun.Result::summary).toList(), report(folder)));
            return 0;
        }
        ShnnPlan plan = plan();
        RunFolder folder = RunFolder.open(folder(), Json.text(plan), resume, force());
        List<CellResult> rows = ShnnReproduction.run(plan, folder, threads(), progress());
        ShnnReport.writeTable(rows, folder).ifPresent(this::warn);
        print(new Answer(rows, report(folder)));
        return strict ? status(rows) : 0;
    }

    /** Prints what there is to doubt, and returns the exit status. */
    private int status(List<CellResult> rows) {
        List<String> found = new ArrayList<>();
        for (CellResult row : rows) {
            if (!(row.ratio() <= TARGET)) {
                found.add("the median must be at most " + TARGET + " times the published one, found " + row.ratio()
                        + ": " + row.label());
            }
            row.recommendedDoubts().forEach(doubt -> found.add(doubt + ": " + row.label()));
        }
        found.forEach(this::finding);
        return found.isEmpty() ? 0 : Main.CHECK_FAILED;
    }

    private ShnnPlan plan() {
        if (quick && full) {
            throw new IllegalArgumentException("at most one of --quick and --full must be given, found both");
        }
        return new ShnnPlan(
                systems, widths, trains, samplings, quick || !full && !hasChoice(), seeds, seed(), recommended);
    }

    private boolean hasChoice() {
        return !(systems.isEmpty() && widths.isEmpty() && trains.isEmpty() && samplings.isEmpty());
    }

    private Path folder() {
        if (out != null) {
            return out;
        }
        Path last = Path.of("runs", "shnn");
        Path folder = last;
        for (int k = 2; Files.exists(folder.resolve("plan.yaml")) && !force(); k++) {
            last = folder;
            folder = Path.of("runs", "shnn-" + k);
        }
        return resume ? last : folder;
    }

    private static String report(RunFolder folder) {
        return folder.file("report.md").toString();
    }

    private record Answer(List<CellResult> rows, String report) {}

    private record LongAnswer(List<LongRun.Summary> rows, String report) {}
}
