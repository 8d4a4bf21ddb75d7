package org.hamgraph.sim.trajectory;

import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.PhaseLayout;

/**
 * Watches what a run should conserve: energy, momentum and angular momentum, each as the greatest deviation from the
 * start among the states shown to it.
 *
 * <pre>{@code
 * ConservationMonitor monitor = ConservationMonitor.of(hamiltonian, y, dt);
 * stepper.advance(100);
 * monitor.observe(100, 100 * dt, y);
 * }</pre>
 *
 * Not thread-safe.
 *
 * @since 0.1
 */
public final class ConservationMonitor {
    private final Hamiltonian hamiltonian;
    private final PhaseLayout layout;
    private final double dt;
    private final double startEnergy;
    private final Deviation momentum = new Deviation();
    private final Deviation angularMomentum = new Deviation();
    private double energyDeviation;

    private ConservationMonitor(Hamiltonian hamiltonian, double[] y, double dt) {
        this.hamiltonian = hamiltonian;
        this.layout = hamiltonian.layout();
        this.dt = dt;
        this.startEnergy = finiteEnergy(0, 0.0, y);
        measure(y);
        momentum.begin();
        angularMomentum.begin();
    }

    /**
     * Returns a monitor of a run that starts here.
     *
     * @param hamiltonian energy that generates the motion
     * @param y state at the start [2*n*dim]; not kept
     * @param dt step of the run, time; half of it is what the message about a state that is not finite suggests
     * @throws ArithmeticException if the state or its energy is not finite
     */
    public static ConservationMonitor of(Hamiltonian hamiltonian, double[] y, double dt) {
        return new ConservationMonitor(hamiltonian, hamiltonian.layout().check(y), dt);
    }

    /**
     * Takes a state into account. One evaluation of the energy.
     *
     * @param step number of the step, for the message
     * @param time time of the state, for the message
     * @param y state [2*n*dim]; not kept
     * @throws ArithmeticException if the state or its energy is not finite
     */
    public void observe(long step, double time, double[] y) {
        double energy = finiteEnergy(step, time, layout.check(y));
        energyDeviation = Math.max(energyDeviation, Math.abs(energy - startEnergy));
        measure(y);
        momentum.compare();
        angularMomentum.compare();
    }

    private double finiteEnergy(long step, double time, double[] y) {
        for (int k = 0; k < y.length; k++) {
            if (!Double.isFinite(y[k])) {
                throw notFinite("state", step, time, layout.describe(k));
            }
        }
        double energy = hamiltonian.energy(y);
        if (!Double.isFinite(energy)) {
            throw notFinite("energy", step, time, String.valueOf(energy));
        }
        return energy;
    }

    private ArithmeticException notFinite(String what, long step, double time, String found) {
        return new ArithmeticException("non-finite " + what + " at step " + step + " (t = " + (float) time + "): "
                + found + "; try dt below " + (float) Math.abs(dt / 2));
    }

    /**
     * Returns max |H(t) − H(0)| / |H(0)|; 0 as long as the energy has not changed, infinite if it has from H(0) = 0.
     */
    public double relativeEnergyDrift() {
        return energyDeviation == 0 ? 0 : energyDeviation / Math.abs(startEnergy);
    }

    /**
     * Returns max |P(t) − P(0)| / sum_i |p_i(0)|, with the total momentum P and Euclidean norms. If nothing moved at
     * the start, the greatest sum_i |p_i| seen since then takes its place.
     */
    public double momentumError() {
        return momentum.relative();
    }

    /**
     * Returns max |L(t) − L(0)| / sum_i |q_i(0)||p_i(0)|, with the angular momentum L about the origin; 0 in one
     * dimension. If nothing moved at the start, the greatest sum seen since then takes its place. Periodic space does
     * not conserve L.
     */
    public double angularMomentumError() {
        return angularMomentum.relative();
    }

    private void measure(double[] y) {
        momentum.clear();
        angularMomentum.clear();
        int dim = layout.dim();
        int half = layout.half();
        for (int i = 0; i < half; i += dim) {
            double qx = y[i];
            double px = y[half + i];
            double qy = dim > 1 ? y[i + 1] : 0;
            double py = dim > 1 ? y[half + i + 1] : 0;
            double qz = dim > 2 ? y[i + 2] : 0;
            double pz = dim > 2 ? y[half + i + 2] : 0;
            double p = norm(px, py, pz);
            momentum.add(px, py, pz, p);
            angularMomentum.add(qy * pz - qz * py, qz * px - qx * pz, qx * py - qy * px, norm(qx, qy, qz) * p);
        }
    }

    private static double norm(double x, double y, double z) {
        return Math.sqrt(x * x + y * y + z * z);
    }

    /** A sum of vectors, now and at the start, and the sum of their sizes. */
    private static final class Deviation {
        private double x;
        private double y;
        private double z;
        private double size;
        private double startX;
        private double startY;
        private double startZ;
        private double scale;
        private boolean startsAtZero;
        private double greatest;

        void clear() {
            x = 0;
            y = 0;
            z = 0;
            size = 0;
        }

        void add(double dx, double dy, double dz, double length) {
            x += dx;
            y += dy;
            z += dz;
            size += length;
        }

        void begin() {
            startX = x;
            startY = y;
            startZ = z;
            scale = size;
            startsAtZero = size == 0;
        }

        void compare() {
            greatest = Math.max(greatest, norm(x - startX, y - startY, z - startZ));
            if (startsAtZero) {
                scale = Math.max(scale, size);
            }
        }

        double relative() {
            return greatest == 0 ? 0 : greatest / scale;
        }
    }
}
