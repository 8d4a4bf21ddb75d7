package org.hamgraph.eval.report;

import java.util.List;
import java.util.Locale;
import org.hamgraph.eval.run.ScalingResult;
import org.hamgraph.eval.run.ScalingRung;
import org.hamgraph.eval.run.SizeResult;
import org.hamgraph.eval.run.ZeroShotRun;
import org.hamgraph.hgn.model.TrainingReport;
import org.hamgraph.hgn.solve.LeastSquaresFit;

/** The report a person reads. Times in it are measured and never repeat; every other number does. */
final class MarkdownReport {
    private final ZeroShotRun.Result result;
    private final List<ReportPlots.Picture> pictures;
    private final StringBuilder text = new StringBuilder();

    /**
     * Prepares a report.
     *
     * @param result what the run found
     * @param pictures pictures beside the report; empty where they could not be drawn
     */
    MarkdownReport(ZeroShotRun.Result result, List<ReportPlots.Picture> pictures) {
        this.result = result;
        this.pictures = pictures;
    }

    String text() {
        summary();
        sizes();
        for (ReportPlots.Picture picture : pictures) {
            line("## " + picture.title());
            line("");
            line("![" + picture.title() + "](" + picture.file() + ")");
            line("");
            line(picture.caption());
            line("");
        }
        scaling();
        fit();
        times();
        files();
        return text.toString();
    }

    private void line(String format, Object... arguments) {
        text.append(arguments.length == 0 ? format : String.format(Locale.ROOT, format, arguments))
                .append('\n');
    }

    private static String number(Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.1e", value);
    }

    private void summary() {
        SizeResult largest = result.sizes().get(result.sizes().size() - 1);
        double worst = result.sizes().stream()
                .mapToDouble(size -> size.evaluation().relativeForceError())
                .max()
                .orElseThrow();
        line("# %s", result.plan().name());
        line("");
        line(
                "A Hamiltonian graph network was sampled and solved on %d states of **%d bodies** (`%s`, %d springs), and then evaluated"
                        + " **without retraining** on systems of up to **%d bodies**. The largest relative force error is **%.1e**.",
                result.training().states(),
                result.training().nodes(),
                result.training().system(),
                result.training().edges(),
                largest.evaluation().nodes(),
                worst);
        line("");
        for (String warning : result.model().report().warnings()) {
            line("> **Warning:** %s", warning);
            line("");
        }
    }

    private void sizes() {
        line("## Errors against system size");
        line("");
        line(
                "| bodies | springs | states | force | velocity | energy difference | edges outside training range | the same during the run | position after %d steps |"
                        + " energy drift, learned | energy drift, true | momentum | position against trajectory |",
                result.plan().rollout().steps());
        line("|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        for (SizeResult size : result.sizes()) {
            line(
                    "| %d | %d | %d | %s | %s | %s | %.2f %% | %.2f %% | %s | %s | %s | %s | %s |",
                    size.evaluation().nodes(),
                    size.evaluation().edges(),
                    size.evaluation().frames(),
                    number(size.evaluation().relativeForceError()),
                    number(size.evaluation().relativeVelocityError()),
                    number(size.evaluation().relativeEnergyError()),
                    100 * size.evaluation().edgesOutsideTrainingRange(),
                    100 * size.edgesOutsideDuringRollout(),
                    number(size.rollout().relativePositionError()),
                    number(size.rollout().relativeEnergyDrift()),
                    number(size.rollout().trueRelativeEnergyDrift()),
                    number(size.rollout().momentumError()),
                    trajectory(size));
        }
        line("");
        line(
                "All errors are relative. Force, velocity: ‖x − x̂‖ / ‖x‖ over all states, bodies and axes. Energy difference: the same for energies minus that of the first"
                        + " state; where a trajectory conserves energy to 1e-5, rounding alone makes it about 1e-10. Position: ‖q − q̂‖ / ‖q − q̄‖ against a run of the exact energy by the same scheme and step (%s, dt = %s), and against the recorded trajectory at the"
                        + " last step both have. Drift: max |H(t) − H(0)| / |H(0)|. Momentum: max |P(t) − P(0)| / Σ|p|.",
                result.plan().rollout().integrator(), result.plan().rollout().dt());
        line("");
    }

    private static String trajectory(SizeResult size) {
        Double error = size.rollout().relativePositionErrorToTrajectory();
        return error == null ? "–" : number(error) + " (step " + size.rollout().trajectoryStep() + ")";
    }

    private void scaling() {
        ScalingResult scaling = result.scaling();
        line("## Scaling");
        line("");
        if (scaling.rungs().isEmpty()) {
            line("There was no scaling run: %s.", scaling.whyNone());
            line("");
            return;
        }
        line("| system | bodies | springs | state | threads | learned | exact | force at the start | force at the end |"
                + " position at the end | edges outside training range |");
        line("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        for (ScalingRung rung : scaling.rungs()) {
            line(
                    "| `%s` | %d | %d | %.2f MB | %d | %.1f ns | %s | %s | %s | %s | %.2f %% |",
                    rung.system(),
                    rung.nodes(),
                    rung.edges(),
                    1e-6 * rung.stateBytes(),
                    rung.threads(),
                    rung.nanosecondsPerNodeStep(),
                    rung.trueNanosecondsPerNodeStep() == null
                            ? "–"
                            : String.format(Locale.ROOT, "%.1f ns", rung.trueNanosecondsPerNodeStep()),
                    number(rung.relativeForceError()),
                    number(rung.relativeForceErrorAtEnd()),
                    number(rung.relativePositionError()),
                    100 * rung.edgesOutsideTrainingRange());
        }
        line("");
        line(
                "The same model on ever larger lattices of the bodies and springs of the plan (%s), each from random displacements and velocities, over %d steps (%s, dt = %s). Times are those of a step"
                        + " divided by the number of bodies, the median over stretches of ten steps (at least ten of them, more where they are short) after a warm-up, learned and exact energy in turn in the same process, nothing recorded meanwhile;"
                        + " they are those of this machine and of what else ran on it.",
                result.plan().scaling().family(),
                scaling.rungs().get(0).steps(),
                result.plan().rollout().integrator(),
                result.plan().rollout().dt());
        line("");
        if (scaling.exponent() != null) {
            line(
                    "Time per body and step grows as N^%.3f%s (least squares through the logarithms; 0 is a step in proportion to the system).",
                    scaling.exponent(),
                    scaling.trueExponent() == null
                            ? ""
                            : String.format(
                                    Locale.ROOT,
                                    " for the learned and N^%.3f for the exact energy",
                                    scaling.trueExponent()));
            line("");
        }
    }

    private void fit() {
        TrainingReport report = result.model().report();
        line("## The fit");
        line("");
        line("| solve | rows | columns | rank | condition | relative residual | effective degrees | ridge |");
        line("|---|--:|--:|--:|--:|--:|--:|--:|");
        for (LeastSquaresFit.Quality solve : report.solves()) {
            line(
                    "| %s | %d | %d | %d | %s | %s | %.1f | %s |",
                    solve.method(),
                    solve.rows(),
                    solve.columns(),
                    solve.rank(),
                    number(solve.condition()),
                    number(solve.relativeResidual()),
                    solve.effectiveDegrees(),
                    number(solve.regularisation()));
        }
        line("");
        line("| function | width | beyond the training range | error of that on data left out | rounding amplified |");
        line("|---|--:|---|--:|--:|");
        for (TrainingReport.Block block : report.blocks()) {
            line(
                    "| %s | %d | %s | %s | %.0f× |",
                    block.name(),
                    block.width(),
                    block.continuation(),
                    block.tailError().isPresent() ? number(block.tailError().getAsDouble()) : "–",
                    block.amplification());
        }
        line("");
        line(
                "Velocities across the momenta: %s of their norm. Forces that no pair forces along the springs can reach: %s of their norm.",
                number(report.acrossMomentum()),
                report.nonCentral().isPresent() ? number(report.nonCentral().getAsDouble()) : "not measured");
        line("");
    }

    private void times() {
        Timings times = Timings.of(result);
        line("## Times on this machine");
        line("");
        line(
                "Sampling and solving took %.1f ms in the fresh process and %.1f ms (median of the later %d of repeated trainings) in the warm one.",
                1e3 * times.trainSeconds(), 1e3 * times.medianTrainSeconds(), times.repeats());
        line("");
        line("| bodies | steps | seconds | body updates per second |");
        line("|--:|--:|--:|--:|");
        for (Timings.RunTime run : times.rollouts()) {
            line("| %d | %d | %.2f | %.2e |", run.nodes(), run.steps(), run.seconds(), run.nodeUpdatesPerSecond());
        }
        line("");
    }

    private void files() {
        line("## Files");
        line("");
        line(
                "`plan.yaml` is the plan with every default filled in; running it again with the same seed on the same machine gives the same bytes in `model.json`,"
                        + " `results.json`, `results.csv`, the pictures and the rollouts. `timings.json`, `scaling.csv`, `scaling-time.png` and this report hold measured times. `rollout-N.extxyz` opens in OVITO and ASE."
                        + " `parts/` holds the finished parts that `--resume` takes over.");
    }
}
