package org.hamgraph.eval.rfhgn;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.hamgraph.eval.run.Evaluation;
import org.hamgraph.hgn.model.PublishedOptions;
import org.hamgraph.hgn.sample.Elm;
import org.hamgraph.hgn.solve.LeastSquaresFit;

/** Models of small lattices on larger ones, and on lattices of other kinds. */
final class ZeroShotTable implements RfhgnTable {
    private static final String SPRINGS = "spring:k=10,l=1";
    private static final int SAMPLES = 100;
    private static final int TEST_STATES = 10;
    private static final double DT = 0.005;
    private static final int STEPS = 1000;
    private static final double TARGET = 1e-9;

    /** Training lattice and the ladder of larger ones. */
    private record Ladder(String small, List<String> large) {}

    private static final List<Ladder> LADDERS = List.of(
            new Ladder("cubic:2x2x2", List.of("cubic:4x4x4", "cubic:8x8x8", "cubic:16x16x16")),
            new Ladder("square:3x3", List.of("square:10x10", "square:32x32", "square:100x100")),
            new Ladder("square:2x2", List.of("square:10x10", "square:32x32", "square:100x100")),
            new Ladder("chain:8", List.of("chain:64", "chain:512", "chain:4096")));

    private static final List<String> TRANSFERRED = List.of("chain:8", "square:3x3", "cubic:2x2x2");

    private static final List<String> TOPOLOGIES = List.of(
            "chain:512",
            "square:24x24",
            "cubic:8x8x8",
            "triangular:24x24",
            "honeycomb:16x16",
            "fcc:5x5x5",
            Dilution.of("triangular:24x24"));

    @Override
    public String name() {
        return "zero-shot";
    }

    @Override
    public String description() {
        return "Springs (k = 10, l = 1), trained on 100 random states of the small lattice with default settings. Position"
                + " error: after 1000 Störmer–Verlet steps of 0.005 from the state that systems by name start from,"
                + " relative to the extent, against the exact energy moved alike. Force error: relative, on ten such"
                + " states. Degrees of bodies reach 2 in a chain, 4 in a square, 6 in a cubic and triangular, 3 in a"
                + " honeycomb and 12 in a face-centred cubic (fcc) lattice; a diluted lattice has lost half of its springs"
                + " at random. Published: 2x2 to 100x100 and chain to lattice fail, because no body of the degree needed"
                + " was seen; here every spring is seen by itself. The published network (PublishedTrainer, with the gentle normal"
                + " weights that serve it best, on states near rest) fails already from 8 to 64 bodies: positions in a frame"
                + " at the centre of mass reach farther than it has seen.";
    }

    @Override
    public RfhgnResult run(RfhgnSettings settings) throws IOException {
        List<RfhgnRow> rows = new ArrayList<>();
        List<RfhgnFit> fits = new ArrayList<>();
        List<RfhgnResult.Line> lines = new ArrayList<>();
        List<Ladder> ladders = settings.quick() ? LADDERS.subList(0, 2) : LADDERS;
        Map<String, List<LearnedSystem>> models = new TreeMap<>();
        for (String small : Stream.concat(ladders.stream().map(Ladder::small), TRANSFERRED.stream())
                .toList()) {
            if (!models.containsKey(small)) {
                models.put(small, models(small, settings));
                fits.add(fit(small, models.get(small)));
            }
        }
        for (Ladder ladder : ladders) {
            lines.add(climb(ladder, models.get(ladder.small), settings, rows));
        }
        for (String small : TRANSFERRED) {
            rows.addAll(transfer(small, models.get(small), settings));
        }
        published(settings, rows, fits);
        return new RfhgnResult(
                rows,
                fits,
                List.of(new RfhgnResult.Picture(
                        "position-error-against-size",
                        "Position error after 1000 steps",
                        RfhgnResult.Abscissa.BODIES,
                        lines)));
    }

    private static List<LearnedSystem> models(String small, RfhgnSettings settings) throws IOException {
        List<LearnedSystem> models = new ArrayList<>();
        for (int k = 0; k < settings.seeds(); k++) {
            models.add(LearnedSystem.train(small, SPRINGS, SAMPLES, settings.seed() + k));
        }
        return models;
    }

    private RfhgnFit fit(String small, List<LearnedSystem> models) {
        return RfhgnFit.of(
                        name(),
                        small,
                        SPRINGS,
                        models.stream()
                                .map(model -> model.model().report().solves())
                                .toList())
                .ofTargets();
    }

    private RfhgnResult.Line climb(
            Ladder ladder, List<LearnedSystem> models, RfhgnSettings settings, List<RfhgnRow> rows) throws IOException {
        List<Double> nodes = new ArrayList<>();
        List<Double> errors = new ArrayList<>();
        List<String> systems = settings.quick() ? ladder.large.subList(0, 2) : ladder.large;
        for (String system : systems) {
            double[] position = new double[settings.seeds()];
            double[] outside = new double[settings.seeds()];
            int size = 0;
            for (int k = 0; k < position.length; k++) {
                LearnedSystem.Run run = models.get(k).run(system, DT, STEPS, settings.seed() + k, settings.threads());
                position[k] = run.result().relativePositionError();
                outside[k] = run.edgesOutside();
                size = run.result().nodes();
            }
            RfhgnRow row = RfhgnRow.of(name(), ladder.small, system, "position error after 1000 steps", position)
                    .atMost(TARGET)
                    .outside(outside);
            rows.add(row);
            nodes.add((double) size);
            errors.add(row.median());
        }
        return new RfhgnResult.Line("from " + ladder.small, nodes, errors);
    }

    /** The published network on the lattice it was trained on and on a larger one. */
    private void published(RfhgnSettings settings, List<RfhgnRow> rows, List<RfhgnFit> fits) throws IOException {
        String small = "cubic:2x2x2";
        List<String> systems = List.of(small, "cubic:4x4x4");
        PublishedOptions options = PublishedOptions.defaults().withWeights(new Elm(0.1));
        double[][] force = new double[systems.size()][settings.seeds()];
        List<List<LeastSquaresFit.Quality>> solves = new ArrayList<>();
        for (int k = 0; k < settings.seeds(); k++) {
            PublishedModel model = PublishedModel.train(small, SAMPLES, options, settings.seed() + k);
            solves.add(List.of(model.model().fit().quality()));
            for (int s = 0; s < force.length; s++) {
                force[s][k] = model.errors(systems.get(s), TEST_STATES).force();
            }
        }
        fits.add(RfhgnFit.of(name(), small, "published network, gentle normal weights", solves));
        for (int s = 0; s < force.length; s++) {
            rows.add(RfhgnRow.of(name(), small, systems.get(s), "published network: force error", force[s]));
        }
    }

    private List<RfhgnRow> transfer(String small, List<LearnedSystem> models, RfhgnSettings settings)
            throws IOException {
        double[][] force = new double[TOPOLOGIES.size()][settings.seeds()];
        double[][] outside = new double[TOPOLOGIES.size()][settings.seeds()];
        for (int k = 0; k < settings.seeds(); k++) {
            for (int t = 0; t < force.length; t++) {
                Evaluation evaluation = models.get(k)
                        .evaluate(TOPOLOGIES.get(t), false, TEST_STATES, settings.seed() + k, settings.threads());
                force[t][k] = evaluation.relativeForceError();
                outside[t][k] = evaluation.edgesOutsideTrainingRange();
            }
        }
        List<RfhgnRow> rows = new ArrayList<>();
        for (int t = 0; t < force.length; t++) {
            rows.add(RfhgnRow.of(name(), small, TOPOLOGIES.get(t), "force error", force[t])
                    .atMost(TARGET)
                    .outside(outside[t]));
        }
        return rows;
    }
}
