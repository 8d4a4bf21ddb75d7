package org.hamgraph.eval.rfhgn;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hamgraph.eval.run.Evaluation;
import org.hamgraph.hgn.model.PublishedOptions;
import org.hamgraph.hgn.sample.Elm;
import org.hamgraph.hgn.solve.LeastSquaresFit;

/** One solve beside the published optimizers, and the network as published beside ours, on the lattice of 8 bodies. */
final class OptimizersTable implements RfhgnTable {
    private static final String SMALL = "cubic:2x2x2";
    private static final String SPRINGS = "spring:k=10,l=1";
    private static final int SAMPLES = 100;

    /** A published method: test error and seconds of training. */
    private record Published(String method, double meanSquaredError, double seconds) {}

    private static final List<Published> PUBLISHED = List.of(
            new Published("random features (SWIM)", 8.95e-5, 0.16),
            new Published("LBFGS", 3.56e-5, 23.85),
            new Published("Adam", 2.90e-3, 91.64),
            new Published("AdamW", 2.91e-3, 92.15),
            new Published("Adafactor", 2.41e-3, 96.36),
            new Published("SGD", 2.36e-2, 91.75));

    @Override
    public String name() {
        return "optimizers";
    }

    @Override
    public String description() {
        return "Springs (k = 10, l = 1) on the lattice of 8 bodies, 100 random training states. Mean squared error of all"
                + " derivatives on 100 fresh states; seconds of one training in this process, the first of all included."
                + " Six of sixteen published rows are known; their states and machine were others, so that ratios of"
                + " seconds say little. benchmarks/peers/optimizers.py runs fifteen optimizers on the same states, network"
                + " and machine. The published network (a local frame, encoders of bodies and edges, one stage of"
                + " messages; PublishedTrainer, our reading of it) is run on states nearer to rest (displacements up to 0.05,"
                + " velocities of 0.15), because its frame jumps where two bodies are equally near the centre, as the"
                + " corners of this lattice are.";
    }

    @Override
    public RfhgnResult run(RfhgnSettings settings) throws IOException {
        double[] square = new double[settings.seeds()];
        double[] seconds = new double[settings.seeds()];
        double[] outside = new double[settings.seeds()];
        List<List<LeastSquaresFit.Quality>> solves = new ArrayList<>();
        for (int k = 0; k < square.length; k++) {
            long seed = settings.seed() + k;
            LearnedSystem learned = LearnedSystem.train(SMALL, SPRINGS, SAMPLES, seed);
            seconds[k] = learned.seconds();
            solves.add(learned.model().report().solves());
            Evaluation evaluation = learned.evaluate(SMALL, true, SAMPLES, seed, settings.threads());
            square[k] = evaluation.meanSquaredError();
            outside[k] = evaluation.edgesOutsideTrainingRange();
        }
        List<RfhgnRow> rows = new ArrayList<>();
        List<RfhgnFit> fits = new ArrayList<>();
        fits.add(RfhgnFit.of(name(), SMALL, "one solve", solves).ofTargets());
        for (Published method : PUBLISHED) {
            rows.add(row("mean squared error, beside " + method.method, square)
                    .beside(method.meanSquaredError)
                    .atMost(1e-3 * method.meanSquaredError)
                    .outside(outside));
            rows.add(row("training seconds, beside " + method.method, seconds).beside(method.seconds));
        }
        PublishedOptions steep = PublishedOptions.defaults();
        published("SWIM pairs", steep, settings, rows, fits);
        published("gentle normal weights", steep.withWeights(new Elm(0.1)), settings, rows, fits);
        return new RfhgnResult(rows, fits, List.of());
    }

    private RfhgnRow row(String what, double[] values) {
        return RfhgnRow.of(name(), SMALL, SMALL, what, values);
    }

    private void published(
            String label, PublishedOptions options, RfhgnSettings settings, List<RfhgnRow> rows, List<RfhgnFit> fits)
            throws IOException {
        List<List<LeastSquaresFit.Quality>> solves = new ArrayList<>();
        double[] square = new double[settings.seeds()];
        double[] force = new double[settings.seeds()];
        for (int k = 0; k < square.length; k++) {
            PublishedModel model = PublishedModel.train(SMALL, SAMPLES, options, settings.seed() + k);
            solves.add(List.of(model.model().fit().quality()));
            DerivativeErrors errors = model.errors(SMALL, SAMPLES);
            square[k] = errors.meanSquared();
            force[k] = errors.force();
        }
        String prefix = "published network, " + label + ": ";
        fits.add(RfhgnFit.of(name(), SMALL, "published network, " + label, solves));
        rows.add(row(prefix + "mean squared error", square).beside(PUBLISHED.get(0).meanSquaredError));
        rows.add(row(prefix + "force error", force));
    }
}
