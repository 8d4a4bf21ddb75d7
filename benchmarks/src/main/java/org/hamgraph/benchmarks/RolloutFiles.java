package org.hamgraph.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.phase.PhaseState;
import org.hamgraph.sim.force.SpringHamiltonian;
import org.hamgraph.sim.integrate.StormerVerlet;
import org.hamgraph.sim.io.LammpsData;
import org.hamgraph.support.FileFormatException;

/**
 * Hands a {@link Lattice} to other programs: start.f64 and reference.f64 are states [q | p] of little-endian doubles,
 * the second where exact springs must be some steps after the first; system.data is the first for LAMMPS.
 */
final class RolloutFiles {
    private static final String START = "start.f64";
    private static final String REFERENCE = "reference.f64";

    private RolloutFiles() {}

    /**
     * Writes start.f64, reference.f64 and, if asked for, system.data.
     *
     * @param lattice what to write
     * @param referenceSteps steps from one state to the other
     * @param lammps whether to write the data file of LAMMPS
     * @param folder existing folder
     */
    static void write(Lattice lattice, int referenceSteps, boolean lammps, Path folder) throws IOException {
        double[] y = lattice.start();
        ProblemFiles.write(folder.resolve(START), y);
        if (lammps) {
            PhaseState state = PhaseState.copyOf(layout(lattice), y);
            LammpsData.write(folder.resolve("system.data"), new BodySystem(lattice.graph(), lattice.box(), state));
        }
        SpringHamiltonian springs = SpringHamiltonian.of(lattice.graph(), lattice.box());
        new StormerVerlet().start(springs, y, Lattice.STEP).advance(referenceSteps);
        ProblemFiles.write(folder.resolve(REFERENCE), y);
    }

    /** Returns the state at the start [6*n]. */
    static double[] start(Lattice lattice, Path folder) throws IOException {
        return read(folder.resolve(START), layout(lattice).size());
    }

    /** Returns the state some steps later [6*n]. */
    static double[] reference(Lattice lattice, Path folder) throws IOException {
        return read(folder.resolve(REFERENCE), layout(lattice).size());
    }

    private static PhaseLayout layout(Lattice lattice) {
        return new PhaseLayout(lattice.graph().nodes(), lattice.box().dim());
    }

    private static double[] read(Path file, int count) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length != Double.BYTES * (long) count) {
            throw new FileFormatException(
                    file, "a state must be " + count + " numbers of 8 bytes, found " + bytes.length + " bytes");
        }
        double[] values = new double[count];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(values);
        return values;
    }
}
