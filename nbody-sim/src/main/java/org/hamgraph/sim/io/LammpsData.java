package org.hamgraph.sim.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Spring;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.phase.PhaseState;
import org.hamgraph.support.AtomicFiles;

/**
 * A system in a LAMMPS data file: masses, harmonic bonds, positions, velocities and a box, in three dimensions.
 *
 * <p>A bond coefficient K, r0 stands for E = K (r − r0)², so the stiffness is 2K. Atom and bond types t become
 * species t − 1. Image flags unwrap positions. The file does not say whether the box is periodic; {@link #system} is
 * told.
 *
 * @since 0.1
 */
public final class LammpsData {
    private static final int DIM = 3;

    private final CompiledGraph graph;
    private final PhaseState state;
    private final double[] lengths;
    private final boolean springsKnown;

    LammpsData(CompiledGraph graph, double[] y, double[] lengths, boolean springsKnown) {
        this.graph = graph;
        this.state = PhaseState.copyOf(new PhaseLayout(graph.nodes(), DIM), y);
        this.lengths = lengths.clone();
        this.springsKnown = springsKnown;
    }

    /**
     * Reads a file.
     *
     * @param file LAMMPS data file, packed by gzip or not
     * @throws org.hamgraph.support.FileFormatException if the file breaks a rule; the message names line and field
     * @throws IOException if the file cannot be read
     */
    public static LammpsData read(Path file) throws IOException {
        try (LineReader in = new LineReader(file)) {
            return new LammpsDataParser(in).parse();
        }
    }

    /** Returns whether the file states the stiffness and rest length of its bonds; otherwise both are 1. */
    public boolean springsKnown() {
        return springsKnown;
    }

    /**
     * Returns the system.
     *
     * @param periodic whether the box of the file closes on itself
     */
    public BodySystem system(boolean periodic) {
        return new BodySystem(graph, periodic ? Box.of(lengths) : Box.open(DIM), state);
    }

    /**
     * Writes a system; one and two dimensions are filled up with zeros. Bodies of one species and different masses
     * get different types, and so do springs of one species and different stiffness or rest length: read back, each
     * of them is a species of its own.
     *
     * @param file file to write
     * @param system system to write
     * @throws IOException if the file cannot be written; an earlier file is then as it was
     */
    public static void write(Path file, BodySystem system) throws IOException {
        AtomicFiles.writeText(file, new LammpsDataWriter(system).text(true));
    }

    /**
     * Writes a system as {@link #write} does, without the coefficients of its bonds, for a LAMMPS input that states
     * them.
     *
     * @param file file to write
     * @param system system to write
     * @throws IOException if the file cannot be written; an earlier file is then as it was
     */
    public static void writeWithoutCoefficients(Path file, BodySystem system) throws IOException {
        AtomicFiles.writeText(file, new LammpsDataWriter(system).text(false));
    }

    /**
     * Returns a spring of every bond type that {@link #write} makes of a graph: type t + 1 is that of the t-th.
     *
     * @param system system that is written
     */
    public static List<Spring> bondTypes(BodySystem system) {
        return new LammpsDataWriter(system).bondTypes();
    }
}
