package org.hamgraph.sim.trajectory;

import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.support.Checks;

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
    private static final int MEMORY = 3 + 2 * Deviation.MEMORY;

    private final Hamiltonian hamiltonian;
    private final PhaseLayout layout;
    private final double dt;
    private final Momenta momenta;
    private final Deviation momentum = new Deviation();
    private final Deviation angularMomentum = new Deviation();
    private double startEnergy;
    private double energy;
    private double energyDeviation;

    private ConservationMonitor(Hamiltonian hamiltonian, double dt) {
        this.hamiltonian = hamiltonian;
        this.layout = hamiltonian.layout();
        this.dt = dt;
        this.momenta = new Momenta(layout);
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
        ConservationMonitor monitor = new ConservationMonitor(hamiltonian, dt);
        monitor.begin(hamiltonian.layout().check(y));
        return monitor;
    }

    private void begin(double[] y) {
        energy = finiteEnergy(0, 0.0, y);
        startEnergy = energy;
        momenta.measure(y);
        momentum.begin(momenta.linear(0), momenta.linear(1), momenta.linear(2), momenta.linearSize());
        angularMomentum.begin(momenta.angular(0), momenta.angular(1), momenta.angular(2), momenta.angularSize());
    }

    /**
     * Returns a monitor that goes on where another one of the same run was.
     *
     * @param hamiltonian energy that generates the motion
     * @param dt step of the run, time
     * @param memory what {@link #memory} returned
     * @throws IllegalArgumentException if the length of {@code memory} is not that of a memory
     */
    public static ConservationMonitor restored(Hamiltonian hamiltonian, double dt, double[] memory) {
        Checks.length(memory, MEMORY, "memory of a monitor");
        ConservationMonitor monitor = new ConservationMonitor(hamiltonian, dt);
        monitor.startEnergy = memory[0];
        monitor.energy = memory[1];
        monitor.energyDeviation = memory[2];
        monitor.momentum.restore(memory, 3);
        monitor.angularMomentum.restore(memory, 3 + Deviation.MEMORY);
        return monitor;
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
        energy = finiteEnergy(step, time, layout.check(y));
        energyDeviation = Math.max(energyDeviation, Math.abs(energy - startEnergy));
        momenta.measure(y);
        momentum.compare(momenta.linear(0), momenta.linear(1), momenta.linear(2), momenta.linearSize());
        angularMomentum.compare(momenta.angular(0), momenta.angular(1), momenta.angular(2), momenta.angularSize());
    }

    /**
     * Refuses a state that is not finite, without an evaluation of the energy and without taking it into account: for
     * states between those that are observed.
     *
     * @param step number of the step, for the message
     * @param time time of the state, for the message
     * @param y state [2*n*dim]; not kept
     * @throws ArithmeticException if a number in it is not finite
     */
    public void requireFinite(long step, double time, double[] y) {
        for (int k = 0; k < y.length; k++) {
            if (!Double.isFinite(y[k])) {
                throw notFinite("state", step, time, layout.describe(k));
            }
        }
    }

    private double finiteEnergy(long step, double time, double[] y) {
        requireFinite(step, time, y);
        double found = hamiltonian.energy(y);
        if (!Double.isFinite(found)) {
            throw notFinite("energy", step, time, String.valueOf(found));
        }
        return found;
    }

    /** Returns the energy of the state observed last. */
    public double energy() {
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

    /**
     * Returns everything this monitor remembers, from which {@link #restored} makes one that goes on like it.
     */
    public double[] memory() {
        double[] memory = new double[MEMORY];
        memory[0] = startEnergy;
        memory[1] = energy;
        memory[2] = energyDeviation;
        momentum.save(memory, 3);
        angularMomentum.save(memory, 3 + Deviation.MEMORY);
        return memory;
    }

    /** The deviation of a vector from what it was at the start, and what it is compared with. */
    private static final class Deviation {
        static final int MEMORY = 6;

        private double startX;
        private double startY;
        private double startZ;
        private double scale;
        private boolean startsAtZero;
        private double greatest;

        void begin(double x, double y, double z, double size) {
            startX = x;
            startY = y;
            startZ = z;
            scale = size;
            startsAtZero = size == 0;
        }

        void compare(double x, double y, double z, double size) {
            greatest = Math.max(greatest, Momenta.norm(x - startX, y - startY, z - startZ));
            if (startsAtZero) {
                scale = Math.max(scale, size);
            }
        }

        double relative() {
            return greatest == 0 ? 0 : greatest / scale;
        }

        void save(double[] memory, int at) {
            memory[at] = startX;
            memory[at + 1] = startY;
            memory[at + 2] = startZ;
            memory[at + 3] = scale;
            memory[at + 4] = startsAtZero ? 1 : 0;
            memory[at + 5] = greatest;
        }

        void restore(double[] memory, int at) {
            startX = memory[at];
            startY = memory[at + 1];
            startZ = memory[at + 2];
            scale = memory[at + 3];
            startsAtZero = memory[at + 4] != 0;
            greatest = memory[at + 5];
        }
    }
}
