package org.hamgraph.eval.rfhgn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Structure;
import org.hamgraph.hgn.model.HgnTrainer;
import org.hamgraph.hgn.model.RangeCounter;
import org.hamgraph.hgn.model.TrainedHgn;
import org.hamgraph.hgn.model.TrainerOptions;
import org.hamgraph.phase.PhaseDataset;
import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.sim.force.QuarticRingHamiltonian;
import org.hamgraph.sim.integrate.Stepper;
import org.hamgraph.sim.integrate.StormerVerlet;

/** The springs of the NeurIPS 2022 benchmark: rings of 5 bodies learned, rings of 5, 20 and 50 predicted. */
final class BenchmarkTable implements RfhgnTable {
    private static final int PUBLISHED_SEED = 42;
    private static final int TEST_SEED = 43;
    private static final int SMALL = 5;
    private static final List<Integer> SIZES = List.of(5, 20, 50);
    private static final int TRAJECTORIES = 100;
    private static final int FRAMES = 100;
    private static final int STEPS = 100;
    private static final double DT = 1e-3;
    private static final int TRAINING_FRAMES = 10;
    private static final Box PLANE = Box.open(2);

    /** Errors that count in a geometric mean in place of smaller ones: rounding of a double, and its square. */
    private static final double ROUNDING = 1e-16;

    @Override
    public String name() {
        return "benchmark";
    }

    @Override
    public String description() {
        return "Springs of the NeurIPS 2022 benchmark (arXiv 2211.05520): a closed ring in the plane, (r² − 1)² a bond, unit"
                + " masses, 100 starts anywhere in the square [0, 2]² and 100 frames a trajectory, one each 100"
                + " Störmer–Verlet steps of 0.001. Trained on every tenth frame of the 100 trajectories of 5 bodies"
                + " drawn with numpy's seed 42, with exact derivatives; tested on those drawn with seed 43. Errors by the"
                + " benchmark's definitions, geometric means over trajectories and frames behind the first; those below"
                + " 1e-16 (momentum: 1e-32) count as that. The square holds 50 bodies like 5, so that rings of 50 are a"
                + " tangle. Published errors are not known; training is said to take others 400 to 53,000 s and"
                + " random-feature networks 2 to 5 s.";
    }

    /** Errors of every trajectory and frame at one size. */
    private record Errors(FrameErrors[][] of, double outside) {
        double mean(ToDoubleFunction<FrameErrors> which, double floor) {
            return Math.exp(Arrays.stream(of)
                    .flatMap(Arrays::stream)
                    .mapToDouble(which)
                    .map(error -> Math.log(Math.max(error, floor)))
                    .average()
                    .orElseThrow());
        }

        List<Double> overTime(ToDoubleFunction<FrameErrors> which) {
            return IntStream.range(0, of[0].length)
                    .mapToObj(frame -> Math.exp(Arrays.stream(of)
                            .mapToDouble(row -> Math.log(Math.max(which.applyAsDouble(row[frame]), ROUNDING)))
                            .average()
                            .orElseThrow()))
                    .toList();
        }
    }

    @Override
    public RfhgnResult run(RfhgnSettings settings) {
        int trajectories = settings.quick() ? TRAJECTORIES / 10 : TRAJECTORIES;
        PhaseDataset data = training(trajectories);
        List<TrainedHgn> models = new ArrayList<>();
        double[] seconds = new double[settings.seeds()];
        for (int k = 0; k < seconds.length; k++) {
            long start = System.nanoTime();
            models.add(HgnTrainer.fit(data, TrainerOptions.defaults().withSeed(settings.seed() + k)));
            seconds[k] = (System.nanoTime() - start) * 1e-9;
        }
        String small = "ring:" + SMALL;
        List<RfhgnRow> rows = new ArrayList<>();
        rows.add(RfhgnRow.of(name(), small, small, "training seconds", seconds).beside(2));
        List<RfhgnResult.Line> rollout = new ArrayList<>();
        List<RfhgnResult.Line> energy = new ArrayList<>();
        for (int n : SIZES) {
            Errors[] errors = models.stream()
                    .map(model -> predict(model, n, trajectories))
                    .toArray(Errors[]::new);
            rows.addAll(rows(small, n, errors));
            List<Double> times = IntStream.rangeClosed(1, FRAMES - 1)
                    .mapToObj(frame -> frame * STEPS * DT)
                    .toList();
            rollout.add(new RfhgnResult.Line(n + " bodies", times, errors[0].overTime(FrameErrors::rollout)));
            energy.add(new RfhgnResult.Line(n + " bodies", times, errors[0].overTime(FrameErrors::energy)));
        }
        return new RfhgnResult(
                rows,
                List.of(RfhgnFit.of(
                        name(),
                        small,
                        "quartic-ring",
                        models.stream().map(model -> model.report().solves()).toList())),
                List.of(
                        picture("benchmark-rollout-error", "Rollout error, geometric mean", rollout),
                        picture("benchmark-energy-error", "Energy error, geometric mean", energy)));
    }

    private static RfhgnResult.Picture picture(String name, String title, List<RfhgnResult.Line> lines) {
        return new RfhgnResult.Picture(name, title, RfhgnResult.Abscissa.TIME, lines);
    }

    private List<RfhgnRow> rows(String small, int n, Errors[] errors) {
        String system = "ring:" + n;
        return List.of(
                row(small, system, "rollout error", errors, each -> each.mean(FrameErrors::rollout, ROUNDING)),
                row(small, system, "energy error", errors, each -> each.mean(FrameErrors::energy, ROUNDING)),
                row(
                        small,
                        system,
                        "momentum error",
                        errors,
                        each -> each.mean(FrameErrors::momentum, ROUNDING * ROUNDING)));
    }

    private RfhgnRow row(String small, String system, String what, Errors[] errors, ToDoubleFunction<Errors> value) {
        double[] values = Arrays.stream(errors).mapToDouble(value).toArray();
        double[] outside = Arrays.stream(errors).mapToDouble(Errors::outside).toArray();
        return RfhgnRow.of(name(), small, system, what, values).outside(outside);
    }

    private static CompiledGraph ring(int n) {
        return Structure.ring(n).compile(1, 1, 1);
    }

    private static PhaseDataset training(int trajectories) {
        CompiledGraph graph = ring(SMALL);
        QuarticRingHamiltonian truth = QuarticRingHamiltonian.of(graph, PLANE);
        double[][] states = Arrays.stream(RingStarts.draw(SMALL, trajectories, PUBLISHED_SEED))
                .flatMap(y -> {
                    Stepper stepper = new StormerVerlet().start(truth, y, DT);
                    return IntStream.range(0, FRAMES / TRAINING_FRAMES).mapToObj(k -> {
                        if (k > 0) {
                            stepper.advance(STEPS * TRAINING_FRAMES);
                        }
                        return y.clone();
                    });
                })
                .toArray(double[][]::new);
        return PhaseDataset.of(graph, PLANE, states, truth);
    }

    private static Errors predict(TrainedHgn model, int n, int trajectories) {
        CompiledGraph graph = ring(n);
        QuarticRingHamiltonian truth = QuarticRingHamiltonian.of(graph, PLANE);
        SeparableHamiltonian learned = model.compiledHamiltonian(graph, PLANE);
        RangeCounter range = new RangeCounter(model, graph, PLANE);
        FrameErrors[][] errors = Arrays.stream(RingStarts.draw(n, trajectories, TEST_SEED))
                .map(start -> {
                    double[] y = start.clone();
                    double[] predicted = start.clone();
                    Stepper exact = new StormerVerlet().start(truth, y, DT);
                    Stepper stepper = new StormerVerlet().start(learned, predicted, DT);
                    return IntStream.range(1, FRAMES)
                            .mapToObj(frame -> {
                                exact.advance(STEPS);
                                stepper.advance(STEPS);
                                range.add(predicted);
                                return FrameErrors.of(truth, y, predicted);
                            })
                            .toArray(FrameErrors[]::new);
                })
                .toArray(FrameErrors[][]::new);
        return new Errors(errors, range.report().edgesOutside());
    }
}
