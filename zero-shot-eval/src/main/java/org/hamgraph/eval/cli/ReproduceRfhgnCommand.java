package org.hamgraph.eval.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.hamgraph.eval.report.RfhgnReport;
import org.hamgraph.eval.rfhgn.RfhgnFit;
import org.hamgraph.eval.rfhgn.RfhgnReproduction;
import org.hamgraph.eval.rfhgn.RfhgnResult;
import org.hamgraph.eval.rfhgn.RfhgnRow;
import org.hamgraph.eval.rfhgn.RfhgnSettings;
import org.hamgraph.eval.rfhgn.RfhgnTable;
import org.hamgraph.eval.run.RunFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code reproduce rfhgn}: random-feature Hamiltonian graph networks, arXiv 2506.06558. */
@Command(
        name = "rfhgn",
        description =
                "Random-feature Hamiltonian graph networks, arXiv 2506.06558: our results beside the published ones.",
        footer = {
            "",
            "Examples:",
            "  hamgraph reproduce rfhgn --quick",
            "  hamgraph reproduce rfhgn --table potentials,zero-shot --out runs/rfhgn --resume",
            "  hamgraph reproduce rfhgn --table zero-shot --seeds 10 --json"
        })
final class ReproduceRfhgnCommand extends Verb {
    @Option(
            names = "--table",
            split = ",",
            paramLabel = "NAME",
            description =
                    "optimizers, potentials, zero-shot, molecules or benchmark; several with commas (default: all).")
    private Set<String> tables = new TreeSet<>();

    @Option(names = "--seeds", description = "Number of runs of every row (default: 5, with --quick 2).")
    private Integer seeds;

    @Option(names = "--quick", description = "Fewer and smaller systems, in about a minute.")
    private boolean quick;

    @Option(
            names = "--strict",
            description =
                    "When all is done, print a line and exit 1 for each of these: a median above its target; and of"
                            + " models that are held to one, more than a tenth of the edges outside the training range, rank below the"
                            + " number of columns of a solve without a ridge, a condition above 1e24, or a ridge above 1e-8.")
    private boolean strict;

    @Option(
            names = "--out",
            paramLabel = "FOLDER",
            description = "Folder for results and pictures (default: the first free runs/rfhgn-N).")
    private Path out;

    @Option(names = "--resume", description = "Take over the finished tables of an interrupted run.")
    private boolean resume;

    @Override
    public Integer call() throws IOException {
        List<RfhgnTable> wanted = RfhgnReproduction.named(tables);
        RfhgnSettings settings = new RfhgnSettings(seeds == null ? quick ? 2 : 5 : seeds, seed(), quick, threads());
        RunFolder folder = RunFolder.open(folder(), plan(wanted, settings), resume, force());
        Map<RfhgnTable, RfhgnResult> results = RfhgnReproduction.run(wanted, settings, folder, progress());
        RfhgnReport.write(results, folder).ifPresent(this::warn);
        List<RfhgnRow> rows = results.values().stream()
                .flatMap(result -> result.rows().stream())
                .toList();
        List<RfhgnFit> fits = results.values().stream()
                .flatMap(result -> result.fits().stream())
                .toList();
        print(new Answer(rows, fits, folder.file("report.md").toString()));
        if (!strict) {
            return 0;
        }
        List<String> findings = results.values().stream()
                .flatMap(result -> result.findings().stream())
                .toList();
        findings.forEach(this::finding);
        return findings.isEmpty() ? 0 : Main.CHECK_FAILED;
    }

    private static String plan(List<RfhgnTable> wanted, RfhgnSettings settings) {
        return "tables: " + wanted.stream().map(RfhgnTable::name).toList() + "\nseeds: " + settings.seeds() + "\nseed: "
                + settings.seed() + "\nquick: " + settings.quick() + "\n";
    }

    private Path folder() {
        if (out != null) {
            return out;
        }
        Path last = Path.of("runs", "rfhgn");
        Path folder = last;
        for (int k = 2; Files.exists(folder.resolve("plan.yaml")) && !force(); k++) {
            last = folder;
            folder = Path.of("runs", "rfhgn-" + k);
        }
        return resume ? last : folder;
    }

    private record Answer(List<RfhgnRow> rows, List<RfhgnFit> fits, String report) {}
}
