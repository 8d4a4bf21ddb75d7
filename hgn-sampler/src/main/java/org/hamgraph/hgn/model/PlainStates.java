package org.hamgraph.hgn.model;

import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.support.Checks;

/**
 * States of one system as a whole, with their derivatives and what is known of their energies. The arrays are not
 * copied and must stay as they are.
 *
 * @param layout number of bodies and dimension
 * @param states states y [K x 2*n*dim]; at least one
 * @param derivatives dy/dt of every state [K x 2*n*dim]
 * @param energies energies of all states [K]; empty if unknown
 * @param knownState a state whose energy is known [2*n*dim]
 * @param knownEnergy that energy
 * @since 0.1
 */
public record PlainStates(
        PhaseLayout layout,
        double[][] states,
        double[][] derivatives,
        double[] energies,
        double[] knownState,
        double knownEnergy) {
    /** Checks the components. */
    public PlainStates {
        Checks.atLeast(states.length, 1, "number of states");
        if (derivatives.length != states.length || energies.length != 0 && energies.length != states.length) {
            throw new IllegalArgumentException("derivatives, and energies if there are any, must be as many as states, "
                    + states.length + ", found " + derivatives.length + " and " + energies.length);
        }
        for (int k = 0; k < states.length; k++) {
            finite(layout.check(states[k]), "state", k);
            finite(layout.check(derivatives[k]), "derivative", k);
        }
        layout.check(knownState);
        Checks.finite(knownEnergy, "known energy");
    }

    private static void finite(double[] values, String what, int k) {
        for (double value : values) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException(what + " " + k + " must be finite, found " + value);
            }
        }
    }

    /**
     * Returns states with the derivatives and energies of a known Hamiltonian, whose energy at the origin counts as
     * known.
     *
     * @param truth known Hamiltonian
     * @param states states y [K x 2*n*dim]
     */
    public static PlainStates of(Hamiltonian truth, double[][] states) {
        PhaseLayout layout = truth.layout();
        double[][] derivatives = new double[states.length][layout.size()];
        double[] energies = new double[states.length];
        for (int k = 0; k < states.length; k++) {
            truth.vectorField(layout.check(states[k]), derivatives[k]);
            energies[k] = truth.energy(states[k]);
        }
        double[] origin = new double[layout.size()];
        return new PlainStates(layout, states, derivatives, energies, origin, truth.energy(origin));
    }

    /** Returns the states with the given places, in that order. */
    PlainStates select(int... places) {
        double[][] y = new double[places.length][];
        double[][] dydt = new double[places.length][];
        double[] energy = new double[energies.length == 0 ? 0 : places.length];
        for (int k = 0; k < places.length; k++) {
            y[k] = states[places[k]];
            dydt[k] = derivatives[places[k]];
            if (energy.length > 0) {
                energy[k] = energies[places[k]];
            }
        }
        return new PlainStates(layout, y, dydt, energy, knownState, knownEnergy);
    }

    /**
     * Returns ‖dy/dt − J∇Ĥ‖ / ‖dy/dt‖ over all states; 0 if nothing moves and nothing is predicted to.
     *
     * @param hamiltonian Ĥ
     */
    public double relativeDerivativeError(Hamiltonian hamiltonian) {
        double[] predicted = new double[layout.size()];
        double difference = 0;
        double size = 0;
        for (int k = 0; k < states.length; k++) {
            hamiltonian.vectorField(states[k], predicted);
            for (int i = 0; i < predicted.length; i++) {
                double miss = derivatives[k][i] - predicted[i];
                difference += miss * miss;
                size += derivatives[k][i] * derivatives[k][i];
            }
        }
        return difference == 0 ? 0 : Math.sqrt(difference / size);
    }

    int size() {
        return states.length;
    }

    double[] state(int k) {
        return states[k];
    }

    boolean hasEnergies() {
        return energies.length > 0;
    }

    /** Writes the gradient of the energy: dH/dq = −dp/dt, dH/dp = dq/dt. */
    void gradient(int k, double[] out, int from) {
        int half = layout.half();
        for (int i = 0; i < half; i++) {
            out[from + i] = -derivatives[k][half + i];
            out[from + half + i] = derivatives[k][i];
        }
    }

    /** Returns the states (q(t + h), p(t)) with the differences over the step as derivatives. */
    PlainStates steps(double[][] next, double step) {
        Checks.positive(step, "step");
        if (next.length != states.length) {
            throw new IllegalArgumentException(
                    "second states must be as many as first, " + states.length + ", found " + next.length);
        }
        double[][] mixed = new double[states.length][];
        double[][] difference = new double[states.length][layout.size()];
        for (int k = 0; k < states.length; k++) {
            mixed[k] = states[k].clone();
            System.arraycopy(layout.check(next[k]), 0, mixed[k], 0, layout.half());
            for (int i = 0; i < layout.size(); i++) {
                difference[k][i] = (next[k][i] - states[k][i]) / step;
            }
        }
        return new PlainStates(layout, mixed, difference, energies, knownState, knownEnergy);
    }

    void standardise(double[] mean, double[] scale) {
        for (int i = 0; i < layout.size(); i++) {
            double sum = 0;
            for (double[] y : states) {
                sum += y[i];
            }
            mean[i] = sum / states.length;
            double squares = 0;
            for (double[] y : states) {
                squares += (y[i] - mean[i]) * (y[i] - mean[i]);
            }
            double deviation = Math.sqrt(squares / states.length);
            scale[i] = deviation > 0 ? deviation : 1;
        }
    }
}
