package org.hamgraph.eval.run;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.hamgraph.eval.metric.PositionError;
import org.hamgraph.eval.metric.RelativeError;
import org.hamgraph.eval.plan.ZeroShotPlan;
import org.hamgraph.hgn.model.RangeCounter;
import org.hamgraph.hgn.model.TrainedHgn;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.sim.integrate.Integrator;
import org.hamgraph.sim.integrate.Integrators;
import org.hamgraph.sim.integrate.Stepper;

/**
 * Time and error of a learned model on one system. Both energies make the same steps from the same start, a stretch
 * of each in turn; the time is the median over the stretches, after a warm-up on a state that is thrown away.
 */
final class ScalingMeasurement {
    /** Steps of a measurement; all take the same number, so that their errors compare. */
    static final int STEPS = 100;

    /** Steps between two readings of the clock. */
    private static final int STRETCH = 10;

    private static final int WARM_ROUNDS = 2;
    private static final double WARM_SECONDS = 0.1;

    private final String name;
    private final BodySystem start;
    private final ZeroShotPlan.RolloutPlan how;
    private final int threads;
    private final RangeCounter range;
    private final Lane learned;
    private final Optional<Lane> exact;

    /**
     * Prepares a measurement.
     *
     * @param name what the system is called
     * @param start system and state to start from
     * @param plan scheme, step and true energy
     * @param model model to run
     * @param threads most threads a step is divided among; only times depend on it
     */
    ScalingMeasurement(String name, BodySystem start, ZeroShotPlan plan, TrainedHgn model, int threads) {
        this.name = name;
        this.start = start;
        this.how = plan.rollout();
        this.threads = threads;
        range = new RangeCounter(model, start.graph(), start.box());
        learned = new Lane(model.compiledOn(start.graph(), start.box()));
        exact = plan.truth().map(truth -> new Lane(truth.hamiltonian(start.graph(), start.box())));
    }

    /** One energy under way. */
    private final class Lane {
        private final SeparableHamiltonian hamiltonian;
        private final double[] y = start.state().toArray();
        private final double[] seconds = new double[STEPS / STRETCH];
        private final Stepper stepper;

        Lane(SeparableHamiltonian hamiltonian) {
            this.hamiltonian = hamiltonian;
            stepper = stepper(y);
        }

        private Stepper stepper(double[] state) {
            Integrator<? super SeparableHamiltonian> integrator = Integrators.named(how.integrator());
            return integrator.start(hamiltonian, state, how.dt(), threads);
        }

        /** Runs a state that is thrown away, so that the Java runtime compiles what the measured steps will run. */
        private void warm() {
            Stepper scratch = stepper(y.clone());
            long begin = System.nanoTime();
            do {
                scratch.advance(STRETCH);
            } while ((System.nanoTime() - begin) * 1e-9 < WARM_SECONDS);
        }

        void advance(int stretch) {
            long before = System.nanoTime();
            stepper.advance(STRETCH);
            seconds[stretch] = (System.nanoTime() - before) * 1e-9;
        }

        double nanosecondsPerNodeStep() {
            double[] sorted = seconds.clone();
            Arrays.sort(sorted);
            int middle = sorted.length / 2;
            double median = 0.5 * (sorted[middle - 1] + sorted[middle]);
            return 1e9 * median / ((double) STRETCH * start.graph().nodes());
        }
    }

    /**
     * Runs.
     *
     * @param progress told how many steps are done
     * @throws ArithmeticException if a state is no longer finite
     */
    ScalingRung run(IntConsumer progress) {
        range.add(learned.y);
        Double errorAtStart = forceError();
        // In turn, because code compiled for one energy alone is compiled anew when the other comes.
        for (int round = 0; round < WARM_ROUNDS; round++) {
            learned.warm();
            exact.ifPresent(Lane::warm);
        }
        for (int stretch = 0; stretch < STEPS / STRETCH; stretch++) {
            learned.advance(stretch);
            int now = stretch;
            exact.ifPresent(lane -> lane.advance(now));
            progress.accept((stretch + 1) * STRETCH);
        }
        if (!Double.isFinite(learned.hamiltonian.energy(learned.y))) {
            throw new ArithmeticException(
                    "non-finite energy of " + name + " after " + STEPS + " steps; try dt below " + how.dt() / 2);
        }
        range.add(learned.y);
        return new ScalingRung(
                name,
                start.graph().nodes(),
                start.graph().edges(),
                STEPS,
                (long) Double.BYTES * start.layout().size(),
                threads,
                learned.nanosecondsPerNodeStep(),
                exact.map(Lane::nanosecondsPerNodeStep).orElse(null),
                errorAtStart,
                forceError(),
                exact.map(lane -> PositionError.between(start.layout(), lane.y, learned.y))
                        .orElse(null),
                range.report().edgesOutside());
    }

    /** Returns the relative force error at the present state of the learned run; null without the true energy. */
    private Double forceError() {
        return exact.map(lane -> {
                    int half = start.layout().half();
                    double[] truth = new double[half];
                    double[] prediction = new double[half];
                    lane.hamiltonian.force(learned.y, truth, 0);
                    learned.hamiltonian.force(learned.y, prediction, 0);
                    RelativeError error = new RelativeError();
                    error.add(truth, prediction, 0, half);
                    return error.value();
                })
                .orElse(null);
    }
}
