package org.hamgraph.benchmarks;

import java.util.Locale;
import org.hamgraph.hgn.model.TrainedHgn;
import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.sim.force.SpringHamiltonian;

/** How the energy of a {@link Lattice} is computed. */
enum EnergyForm {
    /** The springs themselves. */
    EXACT(false) {
        @Override
        SeparableHamiltonian on(Lattice lattice, TrainedHgn model) {
            return SpringHamiltonian.of(lattice.graph(), lattice.box());
        }
    },

    /** Learned, every function compiled to a table. */
    COMPILED(true) {
        @Override
        SeparableHamiltonian on(Lattice lattice, TrainedHgn model) {
            return model.compiledOn(lattice.graph(), lattice.box());
        }
    },

    /** Learned, every function evaluated by its network. */
    DIRECT(true) {
        @Override
        SeparableHamiltonian on(Lattice lattice, TrainedHgn model) {
            return model.on(lattice.graph(), lattice.box());
        }
    };

    private final boolean learned;

    EnergyForm(boolean learned) {
        this.learned = learned;
    }

    /** Returns whether a model is needed. */
    boolean learned() {
        return learned;
    }

    /** Returns the name used on the command line. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the energy of a lattice.
     *
     * @param lattice bodies and springs
     * @param model learned energy; not read by a form that is not learned
     */
    abstract SeparableHamiltonian on(Lattice lattice, TrainedHgn model);
}
