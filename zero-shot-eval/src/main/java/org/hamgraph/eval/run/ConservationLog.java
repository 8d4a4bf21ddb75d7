package org.hamgraph.eval.run;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.sim.trajectory.Momenta;
import org.hamgraph.support.PendingFile;

/**
 * A table of what a run should conserve: one line per recorded state, numbers to the last digit.
 *
 * <pre>{@code
 * step,time,kineticEnergy,potentialEnergy,energy,momentumX,momentumY,momentumZ,angularMomentumX,…Y,…Z
 * }</pre>
 *
 * In the plane momentumZ, angularMomentumX and …Y are left out, on a line there is momentumX alone. Angular momentum
 * is about the origin; periodic space does not conserve it.
 *
 * @since 0.1
 */
public final class ConservationLog implements Closeable {
    private static final String AXES = "XYZ";

    private final PendingFile file;
    private final OutputStream out;
    private final SeparableHamiltonian hamiltonian;
    private final Momenta momenta;

    /**
     * Writes to a file; begins with the names of the columns if it is empty.
     *
     * @param file file to write, committed and closed with the log
     * @param hamiltonian energy of the run
     * @throws IOException if it cannot be written
     */
    public ConservationLog(PendingFile file, SeparableHamiltonian hamiltonian) throws IOException {
        this.file = file;
        this.out = new BufferedOutputStream(file.out());
        this.hamiltonian = hamiltonian;
        this.momenta = new Momenta(hamiltonian.layout());
        if (file.length() == 0) {
            write(heading());
        }
    }

    private String heading() {
        StringBuilder names = new StringBuilder("step,time,kineticEnergy,potentialEnergy,energy");
        for (int axis = 0; axis < dim(); axis++) {
            names.append(",momentum").append(AXES.charAt(axis));
        }
        for (int axis = firstAngular(); axis < AXES.length(); axis++) {
            names.append(",angularMomentum").append(AXES.charAt(axis));
        }
        return names.append('\n').toString();
    }

    private int dim() {
        return hamiltonian.layout().dim();
    }

    /** Returns the first axis with an angular momentum: none on a line, z in the plane, x in space. */
    private int firstAngular() {
        return AXES.length() - (dim() * (dim() - 1)) / 2;
    }

    /**
     * Adds a line.
     *
     * @param step number of steps so far
     * @param time time of the state
     * @param y state [2*n*dim]
     * @throws IOException if it cannot be written
     */
    public void record(long step, double time, double[] y) throws IOException {
        momenta.measure(y);
        StringBuilder line = new StringBuilder();
        line.append(step).append(',').append(time);
        line.append(',').append(hamiltonian.kineticEnergy(y));
        line.append(',').append(hamiltonian.potentialEnergy(y));
        line.append(',').append(hamiltonian.energy(y));
        for (int axis = 0; axis < dim(); axis++) {
            line.append(',').append(momenta.linear(axis));
        }
        for (int axis = firstAngular(); axis < AXES.length(); axis++) {
            line.append(',').append(momenta.angular(axis));
        }
        write(line.append('\n').toString());
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Forces the lines so far to the disk and returns how much of the file they are.
     *
     * @throws IOException if the disk refuses
     */
    public PendingFile.Mark mark() throws IOException {
        out.flush();
        return file.mark();
    }

    /**
     * Puts the log in its place.
     *
     * @throws IOException if that fails; an earlier file is then as it was
     */
    public void commit() throws IOException {
        out.flush();
        file.commit();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
