package org.hamgraph.law;

import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.sim.integrate.ImplicitMidpoint;
import org.hamgraph.sim.integrate.Stepper;
import org.hamgraph.sim.integrate.StormerVerlet;

/**
 * What laws are about: something that gives an energy to every system it is bound to.
 *
 * <pre>{@code
 * EnergyModel springs = SpringHamiltonian::of;
 * EnergyModel learned = trainedHgn::hamiltonian;
 * }</pre>
 *
 * The other methods state what the model claims; override them where it claims something else.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface EnergyModel {
    /**
     * Returns the energy of a system.
     *
     * @param graph bodies and springs
     * @param box space around them
     */
    Hamiltonian on(CompiledGraph graph, Box box);

    /**
     * Returns how exactly the model is evaluated, relative to the size of its energies and gradients: 1e-11 is 45,000
     * roundings in double precision, room for large terms of opposite sign.
     */
    default double precision() {
        return 1e-11;
    }

    /**
     * Returns how far the energy may be from physics, relative to its size. Laws that hold by construction do not use
     * it; those that only the right kinetic energy obeys do.
     */
    default double accuracy() {
        return precision();
    }

    /** Returns how many springs away from a body its gradient may depend on others: 1 for energies of pairs. */
    default int reach() {
        return 1;
    }

    /**
     * Starts a run with the scheme that the model is used with: Störmer–Verlet where the energy splits into T(p) +
     * V(q), else the implicit midpoint rule.
     *
     * @param energy energy of the system
     * @param y state to move in place [2*n*dim]
     * @param dt step, time
     */
    default Stepper start(Hamiltonian energy, double[] y, double dt) {
        return energy instanceof SeparableHamiltonian separable
                ? new StormerVerlet().start(separable, y, dt)
                : new ImplicitMidpoint().start(energy, y, dt);
    }

    /** Returns the order of the scheme of {@link #start}. */
    default int order() {
        return 2;
    }
}
