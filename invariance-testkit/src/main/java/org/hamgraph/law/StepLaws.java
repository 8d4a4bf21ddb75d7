package org.hamgraph.law;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.hamgraph.sim.integrate.Stepper;

/** Laws of the steps a model is run with. */
final class StepLaws {
    /** Step, as a fraction of the shortest time: that of the fastest vibration, and that to move by a typical length. */
    private static final double STEP = 0.2;
    /** Distance of differences, in typical lengths and momenta. */
    private static final double DISTANCE = 1e-3;

    /** Times at which energies are compared, a step apart. */
    private static final int TIMES = 12;

    private StepLaws() {}

    private static double step(Probe probe) {
        double frequency = Math.sqrt(probe.lq * probe.lp) + probe.gp / probe.length;
        return frequency > 0 ? STEP / frequency : STEP;
    }

    /** M^T J M = J for the derivative M of a step, seen by two random directions: w(Mu, Mv) = w(u, v). */
    static Optional<Deviation> symplecticity(Probe probe, RandomGenerator random) {
        return probe.smooth() ? measured(() -> carriedForm(probe, random)) : Optional.empty();
    }

    /** A scheme that gives up, as implicit ones do on forces that jump, does not keep what it claims. */
    private static Optional<Deviation> measured(Supplier<Optional<Deviation>> law) {
        try {
            return law.get();
        } catch (ArithmeticException e) {
            return Optional.of(new Deviation(Double.NaN, 0, e.getMessage()));
        }
    }

    private static Optional<Deviation> carriedForm(Probe probe, RandomGenerator random) {
        double dt = step(probe);
        double[] u = probe.direction(random, true, true);
        double[] v = probe.direction(random, true, true);
        double[] mu = carried(probe, u, dt);
        double[] mv = carried(probe, v, dt);
        double unit = 0;
        for (int k = 0; k < probe.half; k++) {
            int p = probe.half + k;
            unit += Math.abs(u[k] * v[p]) + Math.abs(u[p] * v[k]) + Math.abs(mu[k] * mv[p]) + Math.abs(mu[p] * mv[k]);
        }
        return Optional.of(new Deviation(
                Probe.relative(form(probe, mu, mv) - form(probe, u, v), unit),
                1e-9 + (10 * probe.model.precision() + probe.roundings(probe.y)) / DISTANCE,
                "five-point differences: truncation + (10 precisions + rounding) * 1000"));
    }

    private static double form(Probe probe, double[] u, double[] v) {
        double sum = 0;
        for (int k = 0; k < probe.half; k++) {
            sum += u[k] * v[probe.half + k] - u[probe.half + k] * v[k];
        }
        return sum;
    }

    /** Returns M u by differences of fourth order. */
    private static double[] carried(Probe probe, double[] u, double dt) {
        double[] result = new double[u.length];
        double[] weight = {1, -8, 8, -1};
        double[] place = {-2, -1, 1, 2};
        for (int point = 0; point < 4; point++) {
            double[] y = Probe.along(probe.y, place[point] * DISTANCE, u);
            probe.model.start(probe.hamiltonian, y, dt).advance(1);
            for (int k = 0; k < y.length; k++) {
                result[k] += weight[point] * (y[k] - probe.y[k]) / (12 * DISTANCE);
            }
        }
        return result;
    }

    /** Over a fixed time the energy error falls with the step as its order says. */
    static Optional<Deviation> energyOrder(Probe probe, RandomGenerator random) {
        return probe.smooth() ? measured(() -> slope(probe)) : Optional.empty();
    }

    /**
     * Nothing if bodies with a spring between them come close to a kink of the energy on the way. Errors below 10
     * precisions of the model or 1e4 roundings of coordinates do not count.
     */
    private static Optional<Deviation> slope(Probe probe) {
        double dt = step(probe);
        OptionalDouble coarse = energyError(probe, dt / 2, 2);
        OptionalDouble fine = energyError(probe, dt / 4, 4);
        if (coarse.isEmpty() || fine.isEmpty()) {
            return Optional.empty();
        }
        double noise = (10 * probe.model.precision() + 1e4 * probe.roundings(probe.y)) * probe.size;
        double missing = coarse.getAsDouble() <= noise
                ? 0
                : probe.model.order() - Math.log(coarse.getAsDouble() / fine.getAsDouble()) / Math.log(2);
        return Optional.of(new Deviation(
                Double.isNaN(missing) ? missing : Math.max(0, missing),
                0.3,
                "order that is missing: next terms of the error"));
    }

    /** Root mean square at the same times whatever the step. */
    private static OptionalDouble energyError(Probe probe, double dt, int stepsBetween) {
        double[] y = probe.y.clone();
        Stepper stepper = probe.model.start(probe.hamiltonian, y, dt);
        double sum = 0;
        for (int k = 0; k < TIMES; k++) {
            stepper.advance(stepsBetween);
            if (!probe.smooth(y)) {
                return OptionalDouble.empty();
            }
            double error = probe.hamiltonian.energy(y) - probe.energy;
            sum += error * error / TIMES;
        }
        return OptionalDouble.of(Math.sqrt(sum));
    }
}
