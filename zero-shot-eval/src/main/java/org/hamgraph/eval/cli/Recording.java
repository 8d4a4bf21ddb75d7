package org.hamgraph.eval.cli;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import org.hamgraph.eval.run.Rollout;
import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.sim.io.TrajectoryWriter;

/** Writes the recorded states of a run, with the forces of its energy, to the trajectory that was asked for. */
final class Recording implements Rollout.Recorder, Closeable {
    private final TrajectoryWriter out;
    private final SeparableHamiltonian hamiltonian;
    private final double dt;
    private final double[] forces;

    /**
     * Starts a recording.
     *
     * @param out writer; null to write nothing
     * @param hamiltonian energy whose forces are written
     * @param dt step, time
     */
    Recording(TrajectoryWriter out, SeparableHamiltonian hamiltonian, double dt) {
        this.out = out;
        this.hamiltonian = hamiltonian;
        this.dt = dt;
        this.forces = new double[hamiltonian.layout().half()];
    }

    @Override
    public void record(long step, double[] y, Optional<double[]> truth) throws IOException {
        if (out != null) {
            hamiltonian.force(y, forces, 0);
            out.write(step, step * dt, y, forces);
        }
    }

    void commit() throws IOException {
        if (out != null) {
            out.commit();
        }
    }

    @Override
    public void close() throws IOException {
        if (out != null) {
            out.close();
        }
    }
}
