package org.hamgraph.sim.integrate;

import org.hamgraph.phase.Hamiltonian;

/**
 * A fixed-step scheme that moves a state along the motion of a Hamiltonian. Known and learned energies run through the
 * same schemes.
 *
 * <pre>{@code
 * double[] y = start.toArray();
 * Stepper stepper = new StormerVerlet().start(hamiltonian, y, 0.005);
 * stepper.advance(1000);                                                 // y is now the state at t = 5
 * }</pre>
 *
 * Schemes hold no state and may be shared; a stepper belongs to one thread. The type parameter says which energies a
 * scheme is right for: an explicit scheme for {@code SeparableHamiltonian} cannot be given an energy that does not
 * split into T(p) + V(q).
 *
 * @param <H> energies the scheme can move
 * @since 0.1
 */
public interface Integrator<H extends Hamiltonian> {
    /** Returns the name used on the command line and in reports, such as {@code stormer-verlet}. */
    String name();

    /** Returns the order: on a fixed time the error falls as dt to this power. */
    int order();

    /** Returns whether one step preserves the symplectic form, Mᵀ J M = J, so that the energy error stays bounded. */
    boolean symplectic();

    /** Returns whether steps with −dt undo steps with dt, up to rounding. */
    boolean timeReversible();

    /**
     * Returns a stepper that moves {@code y} in place.
     *
     * <p>The array stays the caller's: it may be read between calls. If it is changed from outside, or another stepper
     * moves it, start a new stepper; this one may have kept a force of the old state.
     *
     * @param hamiltonian energy that generates the motion
     * @param y state to move [2*n*dim], every number finite
     * @param dt step, time; negative runs backwards
     * @throws IllegalArgumentException if the length of {@code y} does not fit, a number in it is not finite, or dt is
     *     zero or not finite
     */
    Stepper start(H hamiltonian, double[] y, double dt);

    /**
     * Returns a stepper that may divide the work of a step among several threads. States do not depend on their
     * number, to the last bit. A scheme that does not divide its steps uses one.
     *
     * @param hamiltonian energy that generates the motion
     * @param y state to move [2*n*dim], every number finite
     * @param dt step, time; negative runs backwards
     * @param threads most threads, at least 1
     */
    default Stepper start(H hamiltonian, double[] y, double dt, int threads) {
        return start(hamiltonian, y, dt);
    }
}
