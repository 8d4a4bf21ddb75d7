package org.hamgraph.eval.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.hamgraph.eval.plan.PotentialSpec;
import org.hamgraph.eval.plan.SystemSpec;
import org.hamgraph.eval.run.ScalingRung;
import org.hamgraph.eval.run.SizeResult;
import org.hamgraph.eval.run.ZeroShotRun;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.hgn.network.Range;
import org.hamgraph.phase.Hamiltonian;

/** Draws the pictures of a zero-shot report. */
final class ReportPlots {
    private static final int CURVE_POINTS = 400;

    private final ZeroShotRun.Result result;
    private final Path folder;
    private final List<Picture> pictures = new ArrayList<>();

    /**
     * A picture in the report.
     *
     * @param title heading above it
     * @param file file name
     * @param caption what it shows
     */
    record Picture(String title, String file, String caption) {}

    ReportPlots(ZeroShotRun.Result result, Path folder) {
        this.result = result;
        this.folder = folder;
    }

    List<Picture> draw() throws IOException {
        errors();
        energy();
        force();
        paths();
        scalingTime();
        scalingError();
        return List.copyOf(pictures);
    }

    private Path add(String title, String file, String caption) {
        pictures.add(new Picture(title, file, caption));
        return folder.resolve(file);
    }

    private void errors() throws IOException {
        List<Series> errors = new ArrayList<>();
        addErrors(errors, "force", size -> size.evaluation().relativeForceError());
        addErrors(errors, "velocity", size -> size.evaluation().relativeVelocityError());
        addErrors(
                errors,
                "position after " + result.plan().rollout().steps() + " steps",
                size -> size.rollout().relativePositionError());
        if (errors.isEmpty()) {
            return;
        }
        Plots.errorAgainstSize(
                add(
                        "Error against system size",
                        "error-against-size.png",
                        "Relative errors of one model, trained on "
                                + result.training().nodes() + " bodies, on ever larger systems."),
                "Zero-shot error, trained on " + result.training().nodes() + " bodies",
                errors);
    }

    private void addErrors(List<Series> errors, String label, Function<SizeResult, Double> error) {
        List<SizeResult> known = result.sizes().stream()
                .filter(size -> error.apply(size) != null)
                .toList();
        if (!known.isEmpty()) {
            errors.add(Series.of(
                    label,
                    known.stream()
                            .mapToDouble(size -> size.evaluation().nodes())
                            .toArray(),
                    known.stream().mapToDouble(error::apply).toArray()));
        }
    }

    private SizeResult largest() {
        return result.sizes().get(result.sizes().size() - 1);
    }

    private void energy() throws IOException {
        SizeResult size = largest();
        double[] time = array(size.rollout().times());
        Series learned =
                Series.of("learned", time, relativeChange(size.rollout().energies()));
        List<Series> truth = size.rollout().trueEnergies().isEmpty()
                ? List.of()
                : List.of(Series.of("exact", time, relativeChange(size.rollout().trueEnergies())));
        Plots.energyOverTime(
                add(
                        "Energy over time",
                        "energy-over-time.png",
                        "Relative change of the energy of " + size.evaluation().nodes()
                                + " bodies, each run measured by its own energy. The wiggle is that of the"
                                + " integration scheme; a learned energy that is right has the same."),
                "Energy of " + size.evaluation().nodes() + " bodies",
                truth,
                List.of(learned));
    }

    private static double[] relativeChange(List<Double> energies) {
        double first = energies.get(0);
        return energies.stream()
                .mapToDouble(energy -> (energy - first) / Math.abs(first))
                .toArray();
    }

    private void force() throws IOException {
        if (result.model().network().edgeLayers().isEmpty()) {
            return;
        }
        Optional<CompiledGraph> pair = pairOfFirstSpring();
        if (pair.isEmpty()) {
            return;
        }
        CompiledGraph graph = pair.get();
        Range range = result.model().network().edgeLayers().get(0).range();
        double shift = result.model().network().features().edgeCoordinate().of(0, graph.restLength(0));
        double unit = result.model().network().features().edgeCoordinate().slope(graph.restLength(0));
        double low = (range.low() - shift) / unit;
        double high = (range.high() - shift) / unit;
        double[] r = new double[CURVE_POINTS];
        Arrays.setAll(r, k -> Math.max(1e-3, low - 0.35 * (high - low)) + 1.7 * (high - low) * k / (CURVE_POINTS - 1));
        double[] learned = force(result.model().on(graph, Box.open(1)), r);
        if (result.plan().truth().isPresent()) {
            PotentialSpec potential = result.plan().truth().get();
            double[] truth = force(potential.hamiltonian(potential.on(graph), Box.open(1)), r);
            draw(r, truth, learned, low, high);
        }
    }

    private void draw(double[] r, double[] truth, double[] learned, double low, double high) throws IOException {
        Plots.edgeForce(
                add(
                        "Learned edge force over true edge force",
                        "edge-force.png",
                        "The force of one spring against its length, negative where it pulls. The training range is marked; beyond it the continuation chosen by tail validation takes over."),
                "Force of one spring",
                Series.of("exact", r, truth),
                Series.of("learned", r, learned),
                low,
                high);
        double largest = Arrays.stream(truth).map(Math::abs).max().orElse(1);
        double[] difference = IntStream.range(0, r.length)
                .mapToDouble(k -> Math.abs(learned[k] - truth[k]) / largest)
                .toArray();
        Plots.edgeForceError(
                add(
                        "Error of the learned edge force",
                        "edge-force-error.png",
                        "Difference of the two curves above, relative to the largest true force shown."),
                "Error of the force of one spring",
                Series.of("|learned − exact| / max |exact|", r, difference),
                low,
                high);
    }

    /** Two bodies joined by a spring like the first one of the largest system. */
    private Optional<CompiledGraph> pairOfFirstSpring() throws IOException {
        String text = result.plan().sizes().get(0).system();
        CompiledGraph graph = new SystemSpec(
                        text,
                        1,
                        1,
                        OptionalDouble.empty(),
                        OptionalDouble.empty(),
                        result.plan().seed())
                .resolve(result.plan().truth())
                .system()
                .graph();
        if (graph.edges() == 0) {
            return Optional.empty();
        }
        return Optional.of(CompiledGraph.builder(2)
                .spring(0, 1, graph.stiffness(0), graph.restLength(0), 0)
                .build());
    }

    /** The force on the farther of two bodies on a line at distance r: negative where it is drawn back. */
    private static double[] force(Hamiltonian hamiltonian, double[] r) {
        double[] gradient = new double[4];
        return Arrays.stream(r)
                .map(distance -> {
                    hamiltonian.gradient(new double[] {0, distance, 0, 0}, gradient);
                    return -gradient[1];
                })
                .toArray();
    }

    private void paths() throws IOException {
        SizeResult size = largest();
        List<Series> truth = new ArrayList<>();
        List<Series> learned = new ArrayList<>();
        for (SizeResult.BodyPath path : size.paths()) {
            learned.add(Series.of("learned", array(path.x()), array(path.y())));
            if (!path.trueX().isEmpty()) {
                truth.add(Series.of("exact", array(path.trueX()), array(path.trueY())));
            }
        }
        Path file = add(
                "True and predicted trajectory",
                "trajectory.png",
                "Paths of a few of the " + size.evaluation().nodes() + " bodies over "
                        + size.rollout().steps() + " steps.");
        String title = "Paths of " + learned.size() + " of " + size.evaluation().nodes() + " bodies";
        if (size.dim() == 1) {
            Plots.positionOverTime(file, title, truth, learned);
        } else {
            Plots.trajectory(file, title, truth, learned);
        }
    }

    private void scalingTime() throws IOException {
        List<Series> times = new ArrayList<>();
        addScaling(times, "learned", ScalingRung::nanosecondsPerNodeStep);
        addScaling(times, "exact", ScalingRung::trueNanosecondsPerNodeStep);
        if (times.isEmpty()) {
            return;
        }
        Plots.scaling(
                add(
                        "Time of a step against system size",
                        "scaling-time.png",
                        "Time of a step divided by the number of bodies: a level line is a step whose time grows in"
                                + " proportion to the system. Measured on this machine; steps where caches end belong to"
                                + " it."),
                "Time of a step, up to " + mostNodes() + " bodies",
                times);
    }

    private void scalingError() throws IOException {
        List<Series> errors = new ArrayList<>();
        addScaling(errors, "force at the start", ScalingRung::relativeForceError);
        addScaling(errors, "force at the end", ScalingRung::relativeForceErrorAtEnd);
        addScaling(errors, "position at the end", ScalingRung::relativePositionError);
        if (errors.isEmpty()) {
            return;
        }
        Plots.errorAgainstSize(
                add(
                        "Error on ever larger lattices",
                        "scaling-error.png",
                        "Relative errors against the exact energy at the start and after "
                                + result.scaling().rungs().get(0).steps()
                                + " steps. Positions are measured by the extent of the system, so that equal displacements"
                                + " weigh less in larger ones."),
                "Zero-shot error, up to " + mostNodes() + " bodies",
                errors);
    }

    private int mostNodes() {
        List<ScalingRung> rungs = result.scaling().rungs();
        return rungs.get(rungs.size() - 1).nodes();
    }

    private void addScaling(List<Series> list, String label, Function<ScalingRung, Double> ordinate) {
        List<ScalingRung> known = result.scaling().rungs().stream()
                .filter(rung -> ordinate.apply(rung) != null)
                .toList();
        if (!known.isEmpty()) {
            list.add(Series.of(
                    label,
                    known.stream().mapToDouble(ScalingRung::nodes).toArray(),
                    known.stream().mapToDouble(ordinate::apply).toArray()));
        }
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
