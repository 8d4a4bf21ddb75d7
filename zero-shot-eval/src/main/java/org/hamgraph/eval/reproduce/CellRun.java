package org.hamgraph.eval.reproduce;

import java.util.Arrays;
import java.util.List;
import org.hamgraph.eval.run.Findings;
import org.hamgraph.eval.run.FitFigures;
import org.hamgraph.hgn.model.PlainOptions;
import org.hamgraph.hgn.model.PlainPortfolio;
import org.hamgraph.hgn.model.PlainStates;
import org.hamgraph.hgn.model.PlainTrainer;
import org.hamgraph.hgn.sample.Activation;
import org.hamgraph.hgn.sample.ApproximateSwim;
import org.hamgraph.hgn.sample.Elm;
import org.hamgraph.hgn.sample.Swim;
import org.hamgraph.hgn.sample.UniformSwim;
import org.hamgraph.hgn.sample.WeightScheme;
import org.hamgraph.hgn.solve.LeastSquaresFit;
import org.hamgraph.hgn.solve.Ridge;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.support.RandomStreams;
import org.hamgraph.support.Team;

/** Runs one published cell, seed by seed. */
final class CellRun {
    private static final int CHUNK = 512;

    private final PublishedCell cell;
    private final ClassicSystem system;
    private final long seed;
    private final int threads;

    CellRun(PublishedCell cell, long seed, int threads) {
        this.cell = cell;
        this.system = ClassicSystem.of(cell);
        this.seed = seed;
        this.threads = threads;
    }

    /**
     * The result of one seed.
     *
     * @param error ‖H − Ĥ‖₂ / ‖H‖₂ on the test states
     * @param seconds time of drawing weights and solving
     * @param settings settings in words
     * @param solve quality of the solve
     */
    record One(double error, double seconds, String settings, LeastSquaresFit.Quality solve) {}

    CellResult run(int seeds, boolean recommended) {
        One[] published = new One[seeds];
        One[] own = new One[seeds];
        for (int k = 0; k < seeds; k++) {
            published[k] = one(seed + k, false);
            own[k] = recommended ? one(seed + k, true) : published[k];
        }
        FitFigures worst = FitFigures.worst(Arrays.stream(published)
                .map(run -> FitFigures.of(List.of(run.solve())))
                .toList());
        double median = median(Arrays.stream(published).mapToDouble(One::error).toArray());
        return new CellResult(
                cell.system(),
                cell.setting(),
                cell.width(),
                cell.train(),
                cell.sampling(),
                seeds,
                median,
                Arrays.stream(published).mapToDouble(One::error).average().orElse(Double.NaN),
                cell.median(),
                cell.mean(),
                median / cell.median(),
                recommended ? median(Arrays.stream(own).mapToDouble(One::error).toArray()) : null,
                recommended ? own[0].settings() : null,
                median(Arrays.stream(published).mapToDouble(One::seconds).toArray()),
                cell.trainSeconds(),
                published[0].solve().method() + ": " + published[0].solve().reason(),
                worst.rank(),
                Double.isFinite(worst.condition()) ? worst.condition() : null,
                worst.regularisation(),
                doubts(published),
                recommended ? doubts(own) : List.of());
    }

    private static List<String> doubts(One[] runs) {
        Findings findings = new Findings(1);
        for (One run : runs) {
            findings.add(List.of(run.solve()));
        }
        return findings.firstOfEveryKind();
    }

    private One one(long runSeed, boolean recommended) {
        double[][] train = system.draw(cell.train(), RandomStreams.of(runSeed, "train-states", 0));
        double[][] test = system.draw(cell.test(), RandomStreams.of(runSeed, "test-states", 0));
        PlainStates states = PlainStates.of(system.hamiltonian(), train);
        long start = System.nanoTime();
        PlainOptions options =
                recommended ? PlainPortfolio.choose(states, cell.width(), runSeed, threads) : published(runSeed);
        PlainTrainer.Fit fit = PlainTrainer.fit(states, options);
        double seconds = (System.nanoTime() - start) * 1e-9;
        return new One(error(fit.hamiltonian(), test), seconds, options.units(), fit.quality());
    }

    /** Weights as published: on states as they are, pairs at any distance, gain 1, normal weights of variance 1. */
    private PlainOptions published(long runSeed) {
        double unit = Math.sqrt(Math.max(1, system.limits().length / 2.0));
        WeightScheme scheme = switch (cell.sampling()) {
            case "elm" -> new Elm(unit);
            case "uswim" -> new UniformSwim(1, 0);
            case "swim" -> new Swim(1, 0);
            case "aswim" -> new ApproximateSwim(1, 0);
            default ->
                throw new IllegalArgumentException(
                        "sampling must be elm, uswim, swim or aswim, found " + cell.sampling());
        };
        return new PlainOptions(
                cell.width(), Activation.TANH, scheme, false, false, 0, Ridge.defaults(), runSeed, threads);
    }

    private double error(Hamiltonian learned, double[][] test) {
        double[] predicted = new double[test.length];
        Team.forEach(threads, (test.length + CHUNK - 1) / CHUNK, chunk -> {
            for (int k = chunk * CHUNK; k < Math.min(test.length, (chunk + 1) * CHUNK); k++) {
                predicted[k] = learned.energy(test[k]);
            }
        });
        double difference = 0;
        double size = 0;
        for (int k = 0; k < test.length; k++) {
            double truth = system.hamiltonian().energy(test[k]);
            difference += (truth - predicted[k]) * (truth - predicted[k]);
            size += truth * truth;
        }
        return Math.sqrt(difference / size);
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return 0.5 * (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]);
    }
}
