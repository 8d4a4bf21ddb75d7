package org.hamgraph.sim.io;

import java.io.IOException;
import java.nio.file.Path;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.sim.trajectory.Trajectory;
import org.hamgraph.support.Checks;
import org.hamgraph.support.GrowingFile;
import org.hamgraph.support.PendingFile;

/**
 * Reads and writes trajectories in the format that the ending of the file's name states.
 *
 * <table>
 * <caption>Formats</caption>
 * <tr><th>ending</th><th>format</th></tr>
 * <tr><td>.dump, .dump.gz</td><td>LAMMPS custom dump</td></tr>
 * <tr><td>.extxyz, .extxyz.gz</td><td>extended XYZ</td></tr>
 * <tr><td>.npz</td><td>NumPy arrays</td></tr>
 * </table>
 *
 * @since 0.1
 */
public final class TrajectoryFiles {
    private TrajectoryFiles() {}

    private enum Format {
        DUMP,
        EXTENDED_XYZ,
        NUMPY
    }

    private static Format format(Path file) {
        String name = file.toString();
        String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
        if (plain.endsWith(".dump")) {
            return Format.DUMP;
        }
        if (plain.endsWith(".extxyz")) {
            return Format.EXTENDED_XYZ;
        }
        if (name.endsWith(".npz")) {
            return Format.NUMPY;
        }
        throw new IllegalArgumentException(
                "a trajectory must end in .dump, .extxyz (each also with .gz) or .npz, found " + file);
    }

    /**
     * Reads a trajectory.
     *
     * @param file file to read
     * @param graph system it belongs to; ids and masses must be its own
     * @param dim dimension of that system; coordinates beyond it must not move
     * @throws org.hamgraph.support.FileFormatException if the file breaks a rule
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if the ending is none of the table above
     */
    public static Trajectory read(Path file, CompiledGraph graph, int dim) throws IOException {
        return switch (format(file)) {
            case DUMP -> LammpsDump.read(file, graph, dim);
            case EXTENDED_XYZ -> ExtendedXyz.read(file, graph, dim);
            case NUMPY -> NumpyTrajectory.read(file, graph, dim);
        };
    }

    /**
     * Returns the bodies of a trajectory, without springs, as far as its first state tells: their number, and their
     * masses where those were recorded. With it a trajectory can be read whose system is not at hand.
     *
     * @param file file to look into
     * @throws org.hamgraph.support.FileFormatException if the file breaks a rule
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if the ending is none of the table above
     */
    public static CompiledGraph bodies(Path file) throws IOException {
        return switch (format(file)) {
            case DUMP -> FirstFrame.ofDump(file);
            case EXTENDED_XYZ -> FirstFrame.ofExtendedXyz(file);
            case NUMPY -> NumpyTrajectory.bodies(file);
        };
    }

    /**
     * Returns the dimension a trajectory is recorded in: 3 for text formats, that of the arrays for NumPy.
     *
     * @param file file to look into
     * @throws org.hamgraph.support.FileFormatException if the file breaks a rule
     * @throws IOException if the file cannot be read
     */
    public static int dimension(Path file) throws IOException {
        return format(file) == Format.NUMPY ? NumpyTrajectory.dimension(file) : 3;
    }

    /**
     * Opens a trajectory to write.
     *
     * @param file file to write
     * @param graph system whose states will be written
     * @param box space around it
     * @param withForces whether forces will be written with every state
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if the ending is none of the table above
     */
    public static TrajectoryWriter writer(Path file, CompiledGraph graph, Box box, boolean withForces)
            throws IOException {
        format(file);
        return writer(file, graph, box, withForces, PendingFile.create(file));
    }

    /**
     * Opens a trajectory to write that outlives its program: until it is complete it is {@code file.part} (of NumPy
     * archives one record per state: step, time, positions, velocities and forces as little-endian int64 and float64).
     *
     * @param file file to write
     * @param graph system whose states will be written
     * @param box space around it
     * @param withForces whether forces will be written with every state
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if the ending is none of the table above
     */
    public static TrajectoryWriter growing(Path file, CompiledGraph graph, Box box, boolean withForces)
            throws IOException {
        format(file);
        return writer(file, graph, box, withForces, GrowingFile.begin(file));
    }

    /**
     * Goes on with a trajectory of {@link #growing} where a mark was taken, be it unfinished or finished; what was
     * written behind the mark is lost. A finished one stays as it is until the longer one is complete.
     *
     * @param file file to write
     * @param graph system as before
     * @param box space as before
     * @param withForces as before
     * @param mark where to go on
     * @throws org.hamgraph.support.FileFormatException if the file does not begin with what the mark saw
     * @throws IOException if the file cannot be written
     * @throws IllegalArgumentException if the ending is none of the table above
     */
    public static TrajectoryWriter resumed(
            Path file, CompiledGraph graph, Box box, boolean withForces, PendingFile.Mark mark) throws IOException {
        GrowingFile growing;
        if (format(file) == Format.NUMPY) {
            NumpyFrames frames = new NumpyFrames(graph, box, withForces);
            growing = GrowingFile.resume(file, mark, out -> frames.unpack(file, out));
        } else {
            growing = GrowingFile.resume(file, mark);
        }
        return writer(file, graph, box, withForces, growing);
    }

    private static TrajectoryWriter writer(
            Path file, CompiledGraph graph, Box box, boolean withForces, PendingFile pending) {
        boolean packed = file.toString().endsWith(".gz");
        PhaseLayout layout = new PhaseLayout(graph.nodes(), box.dim());
        return switch (format(file)) {
            case DUMP ->
                new TextTrajectoryWriter(pending, packed, layout, withForces, new LammpsDumpFormat(graph, box));
            case EXTENDED_XYZ ->
                new TextTrajectoryWriter(pending, packed, layout, withForces, new ExtendedXyz(graph, box));
            case NUMPY -> new NumpyTrajectoryWriter(file, pending, new NumpyFrames(graph, box, withForces));
        };
    }

    /** Returns the forces given to a writer, which must be there exactly if it was opened with them. */
    static double[] checkForces(double[] forces, PhaseLayout layout, boolean withForces) {
        if (withForces != (forces != null)) {
            throw new IllegalArgumentException(
                    withForces
                            ? "forces must be given to a writer opened with them, found none"
                            : "forces must be null for a writer opened without, found " + forces.length + " numbers");
        }
        return withForces ? Checks.length(forces, layout.half(), "forces [n*dim]") : null;
    }
}
