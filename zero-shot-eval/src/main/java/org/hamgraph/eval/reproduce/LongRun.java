package org.hamgraph.eval.reproduce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hamgraph.eval.run.ZeroShotRun;
import org.hamgraph.hgn.model.PlainOptions;
import org.hamgraph.hgn.model.PlainPortfolio;
import org.hamgraph.hgn.model.PlainStates;
import org.hamgraph.hgn.model.PlainTrainer;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.sim.classic.DoublePendulum;
import org.hamgraph.sim.classic.HenonHeiles;
import org.hamgraph.sim.integrate.ImplicitMidpoint;
import org.hamgraph.sim.integrate.Stepper;
import org.hamgraph.support.RandomStreams;
import org.hamgraph.support.Team;

/**
 * Learned and exact motion beside each other for long times, both by the implicit midpoint rule with the same step:
 * regular and chaotic orbits of Hénon–Heiles with a Poincaré section, and the double pendulum.
 *
 * @since 0.1
 */
public final class LongRun {
    private static final int STATES = 10_000;
    private static final int FRAMES = 400;

    /** Orbits of the section, by their start q2 and their energy; q1 = p2 = 0. */
    private static final double[][] ORBITS = {
        {0.1, 1.0 / 12},
        {0.2, 1.0 / 12},
        {-0.15, 1.0 / 12},
        {0.3, 1.0 / 12},
        {-0.3, 1.0 / 12},
        {0.0, 1.0 / 12},
        {0.1, 1.0 / 8},
        {-0.1, 1.0 / 8}
    };

    private LongRun() {}

    /**
     * What came out, in a line.
     *
     * @param system name of the system
     * @param width number of units
     * @param relativeDerivativeError ‖dy/dt − J∇Ĥ‖ / ‖dy/dt‖ on fresh states of the training box
     * @param steps number of steps
     * @param dt step, time
     * @param energyError greatest |H(t) − H(0)| / |H(0)| of the exact energy along the learned run
     * @param exactEnergyError the same along the exact run: that of the rule
     * @param trajectoryErrorAtTenth ‖y − ŷ‖ / ‖y‖ after a tenth of the time
     * @param trajectoryError the same at the end
     * @param weights how the weights were drawn
     * @param rank numerical rank of the columns of the solve
     * @param condition their condition, before any ridge
     * @param regularisation ridge parameter, relative to the largest singular value
     */
    public record Summary(
            String system,
            int width,
            double relativeDerivativeError,
            int steps,
            double dt,
            double energyError,
            double exactEnergyError,
            double trajectoryErrorAtTenth,
            double trajectoryError,
            String weights,
            int rank,
            double condition,
            double regularisation) {}

    /**
     * The errors at one time.
     *
     * @param time time
     * @param trajectoryError ‖y − ŷ‖ / ‖y‖
     * @param energyError |H(t) − H(0)| / |H(0)| of the exact energy along the learned run
     * @param exactEnergyError the same along the exact run
     */
    public record Frame(double time, double trajectoryError, double energyError, double exactEnergyError) {}

    /**
     * One system.
     *
     * @param summary what came out
     * @param description set-up in words
     * @param frames errors over time
     * @param exactSection points (q2, p2) of every exact orbit; empty without a section
     * @param learnedSection points of every learned orbit
     */
    public record Result(
            Summary summary,
            String description,
            List<Frame> frames,
            List<List<double[]>> exactSection,
            List<List<double[]>> learnedSection) {}

    /** A system, the box it is learned in, and a run. */
    private record Plan(
            String system, Hamiltonian truth, double[][] limits, int width, double[] start, double dt, int steps) {}

    /**
     * Runs all systems.
     *
     * @param seed the one seed of all random choices
     * @param threads most threads
     * @param watcher hears of progress
     */
    public static List<Result> all(long seed, int threads, ZeroShotRun.Watcher watcher) {
        Hamiltonian henonHeiles = new HenonHeiles(1);
        List<Plan> plans = List.of(
                new Plan(
                        "henon-heiles",
                        henonHeiles,
                        box(4, 1.1, 1.1),
                        1000,
                        onSection(henonHeiles, 0.1, 1.0 / 12),
                        0.02,
                        50_000),
                new Plan(
                        "double-pendulum",
                        DoublePendulum.unit(),
                        box(4, 0.6, 0.8),
                        3000,
                        new double[] {0.3, 0.2, 0, 0},
                        0.02,
                        25_000));
        List<Result> results = new ArrayList<>();
        watcher.begin("long runs", plans.size());
        for (Plan plan : plans) {
            results.add(run(plan, seed, threads));
            watcher.advance(results.size());
        }
        watcher.end("learned and exact motion compared on " + plans.size() + " systems");
        return results;
    }

    private static double[][] box(int size, double position, double momentum) {
        double[][] limits = new double[size][];
        for (int k = 0; k < size; k++) {
            double limit = k < size / 2 ? position : momentum;
            limits[k] = new double[] {-limit, limit};
        }
        return limits;
    }

    private static Result run(Plan plan, long seed, int threads) {
        ClassicSystem system = new ClassicSystem(plan.truth(), plan.limits());
        PlainStates states =
                PlainStates.of(plan.truth(), system.draw(STATES, RandomStreams.of(seed, "train-states", 0)));
        PlainStates fresh = PlainStates.of(plan.truth(), system.draw(2000, RandomStreams.of(seed, "test-states", 0)));
        PlainOptions options = PlainPortfolio.choose(states, plan.width(), seed, threads);
        PlainTrainer.Fit fit = PlainTrainer.fit(states, options);
        Hamiltonian learned = fit.hamiltonian();
        List<Frame> frames = compare(plan, learned, threads);
        String weights = options.units();
        Summary summary = new Summary(
                plan.system(),
                plan.width(),
                fresh.relativeDerivativeError(learned),
                plan.steps(),
                plan.dt(),
                frames.stream().mapToDouble(Frame::energyError).max().orElse(0),
                frames.stream().mapToDouble(Frame::exactEnergyError).max().orElse(0),
                frames.get(FRAMES / 10 - 1).trajectoryError(),
                frames.get(FRAMES - 1).trajectoryError(),
                weights,
                fit.quality().rank(),
                fit.quality().condition(),
                fit.quality().regularisation());
        String description = String.format(
                Locale.ROOT,
                "%d units (%s), %d states uniform in |q| ≤ %s, |p| ≤ %s; error of the derivatives on fresh states %.1e; rank %d,"
                        + " condition %.1e, ridge %.1e. Implicit midpoint, dt = %s, both runs.",
                plan.width(),
                weights,
                STATES,
                plan.limits()[0][1],
                plan.limits()[plan.limits().length - 1][1],
                summary.relativeDerivativeError(),
                summary.rank(),
                summary.condition(),
                summary.regularisation(),
                plan.dt());
        boolean section = plan.truth() instanceof HenonHeiles;
        return new Result(
                summary,
                description,
                frames,
                section ? sections(plan.truth(), plan, plan.truth(), threads) : List.of(),
                section ? sections(learned, plan, plan.truth(), threads) : List.of());
    }

    private static List<Frame> compare(Plan plan, Hamiltonian learned, int threads) {
        double[][][] states = new double[2][][];
        Team.forEach(threads, 2, k -> states[k] = states(k == 0 ? plan.truth() : learned, plan));
        double first = plan.truth().energy(plan.start());
        List<Frame> frames = new ArrayList<>();
        for (int k = 0; k < FRAMES; k++) {
            double[] exact = states[0][k];
            double[] ours = states[1][k];
            double miss = 0;
            double size = 0;
            for (int i = 0; i < exact.length; i++) {
                miss += (exact[i] - ours[i]) * (exact[i] - ours[i]);
                size += exact[i] * exact[i];
            }
            frames.add(new Frame(
                    plan.dt() * (plan.steps() / FRAMES) * (k + 1),
                    Math.sqrt(miss / size),
                    Math.abs((plan.truth().energy(ours) - first) / first),
                    Math.abs((plan.truth().energy(exact) - first) / first)));
        }
        return frames;
    }

    private static double[][] states(Hamiltonian hamiltonian, Plan plan) {
        double[] y = plan.start().clone();
        Stepper stepper = new ImplicitMidpoint().start(hamiltonian, y, plan.dt());
        double[][] states = new double[FRAMES][];
        for (int k = 0; k < FRAMES; k++) {
            stepper.advance(plan.steps() / FRAMES);
            states[k] = y.clone();
        }
        return states;
    }

    private static List<List<double[]>> sections(Hamiltonian moved, Plan plan, Hamiltonian truth, int threads) {
        List<List<double[]>> orbits = new ArrayList<>();
        for (int k = 0; k < ORBITS.length; k++) {
            orbits.add(new ArrayList<>());
        }
        Team.forEach(
                threads,
                ORBITS.length,
                k -> section(
                        moved, onSection(truth, ORBITS[k][0], ORBITS[k][1]), plan.dt(), plan.steps(), orbits.get(k)));
        return orbits;
    }

    /** A state with q1 = p2 = 0, the given q2 and energy, and p1 > 0. */
    private static double[] onSection(Hamiltonian henonHeiles, double q2, double energy) {
        double potential = henonHeiles.energy(new double[] {0, q2, 0, 0});
        return new double[] {0, q2, Math.sqrt(2 * (energy - potential)), 0};
    }

    /** Collects where an orbit passes q1 = 0 upwards, by linear interpolation within a step. */
    private static void section(Hamiltonian moved, double[] start, double dt, int steps, List<double[]> out) {
        double[] y = start.clone();
        double[] before = new double[y.length];
        Stepper stepper = new ImplicitMidpoint().start(moved, y, dt);
        for (int step = 0; step < steps; step++) {
            System.arraycopy(y, 0, before, 0, y.length);
            stepper.advance(1);
            if (before[0] < 0 && y[0] >= 0) {
                double part = before[0] / (before[0] - y[0]);
                out.add(new double[] {before[1] + part * (y[1] - before[1]), before[3] + part * (y[3] - before[3])});
            }
        }
    }
}
