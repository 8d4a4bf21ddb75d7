package org.hamgraph.sim.io;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.sim.trajectory.Trajectory;
import org.hamgraph.support.FileFormatException;

/**
 * Reads trajectories from NumPy archives: positions and velocities [K, n, dim], and where they are there step and
 * time [K], forces [K, n, dim], masses [n] and box [dim].
 */
final class NumpyTrajectory {
    private final Path file;
    private final ZipFile zip;
    private final long most;

    private NumpyTrajectory(Path file, ZipFile zip) throws IOException {
        this.file = file;
        this.zip = zip;
        this.most = Math.min(Integer.MAX_VALUE - 64L, Packing.most(Files.size(file)));
    }

    /** Something read from an open archive. */
    @FunctionalInterface
    private interface Reading<T> {
        T from(NumpyTrajectory archive) throws IOException;
    }

    private static <T> T open(Path file, Reading<T> reading) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return reading.from(new NumpyTrajectory(file, zip));
        } catch (ZipException | EOFException e) {
            FileFormatException fault = new FileFormatException(
                    file, "an archive must be whole, found: " + (e.getMessage() == null ? "its end" : e.getMessage()));
            fault.initCause(e);
            throw fault;
        }
    }

    static Trajectory read(Path file, CompiledGraph graph, int dim) throws IOException {
        return open(file, archive -> archive.read(graph, new PhaseLayout(graph.nodes(), dim)));
    }

    static CompiledGraph bodies(Path file) throws IOException {
        return open(file, NumpyTrajectory::bodies);
    }

    static int dimension(Path file) throws IOException {
        return open(file, archive -> archive.shape()[2]);
    }

    private int[] shape() throws IOException {
        int[] shape = required("positions").shape();
        if (shape.length != 3 || shape[0] < 1 || shape[1] < 1 || shape[2] < 1 || shape[2] > 3) {
            throw NumpyArray.fault(file, "positions", "shape must be (K, n, 1 to 3), found " + Arrays.toString(shape));
        }
        return shape;
    }

    private CompiledGraph bodies() throws IOException {
        int n = shape()[1];
        NumpyArray masses = shaped(optional("masses"), "masses", n);
        CompiledGraph.Builder builder = CompiledGraph.builder(n);
        for (int i = 0; masses != null && i < n; i++) {
            if (!(masses.number(i) > 0 && masses.number(i) < Double.POSITIVE_INFINITY)) {
                throw NumpyArray.fault(file, "masses", "a mass must be positive and finite, found " + masses.number(i));
            }
            builder.body(i, masses.number(i), 0);
        }
        return builder.build();
    }

    private Trajectory read(CompiledGraph graph, PhaseLayout layout) throws IOException {
        NumpyArray positions = required("positions");
        int[] shape = positions.shape();
        int n = layout.nodes();
        int dim = layout.dim();
        if (shape.length != 3 || shape[0] < 1 || shape[1] != n || shape[2] != dim) {
            throw NumpyArray.fault(
                    file, "positions", "shape must be (K, " + n + ", " + dim + "), found " + Arrays.toString(shape));
        }
        NumpyArray velocities = shaped(required("velocities"), "velocities", shape);
        NumpyArray forces = shaped(optional("forces"), "forces", shape);
        NumpyArray steps = shaped(optional("step"), "step", shape[0]);
        if (steps != null && !steps.integers()) {
            throw NumpyArray.fault(file, "step", "numbers must be <i8, found <f8");
        }
        NumpyArray times = shaped(optional("time"), "time", shape[0]);
        checkMasses(shaped(optional("masses"), "masses", n), graph);
        Trajectory.Builder builder = Trajectory.builder(layout, box(shaped(optional("box"), "box", dim), dim));
        for (int k = 0; k < shape[0]; k++) {
            double[] y = new double[layout.size()];
            double[] f = new double[forces == null ? 0 : layout.half()];
            for (int i = 0; i < layout.half(); i++) {
                int place = k * layout.half() + i;
                y[i] = finite(positions, "positions", place, layout);
                y[layout.half() + i] = momentum(graph.mass(i / dim), velocities, place, layout);
                if (forces != null) {
                    f[i] = finite(forces, "forces", place, layout);
                }
            }
            builder.add(steps == null ? k : steps.integer(k), time(times, k), y, f);
        }
        return builder.build();
    }

    private NumpyArray required(String name) throws IOException {
        NumpyArray array = optional(name);
        if (array == null) {
            throw NumpyArray.fault(file, name, "it must be there, found none");
        }
        return array;
    }

    private NumpyArray optional(String name) throws IOException {
        ZipEntry entry = NumpyArray.entry(zip, name);
        if (entry == null) {
            return null;
        }
        CRC32 sum = new CRC32();
        try (InputStream in =
                new CheckedInputStream(new BufferedInputStream(zip.getInputStream(entry), 1 << 16), sum)) {
            NumpyArray array = NumpyArray.read(in, file, name, most);
            // ZipFile leaves the checksum to its caller.
            if (sum.getValue() != entry.getCrc()) {
                throw NumpyArray.fault(file, name, "the checksum must be that of the numbers, found another");
            }
            return array;
        }
    }

    private NumpyArray shaped(NumpyArray array, String name, int... shape) throws FileFormatException {
        if (array != null && !Arrays.equals(array.shape(), shape)) {
            throw NumpyArray.fault(
                    file,
                    name,
                    "shape must be " + Arrays.toString(shape) + ", found " + Arrays.toString(array.shape()));
        }
        return array;
    }

    private double finite(NumpyArray array, String name, int place, PhaseLayout layout) throws FileFormatException {
        double value = array.number(place);
        if (!Double.isFinite(value)) {
            int within = place % layout.half();
            throw NumpyArray.fault(
                    file,
                    name,
                    "numbers must be finite, found " + value + " in state " + place / layout.half() + ", body "
                            + within / layout.dim() + ", axis " + within % layout.dim());
        }
        return value;
    }

    private double momentum(double mass, NumpyArray velocities, int place, PhaseLayout layout)
            throws FileFormatException {
        double momentum = mass * finite(velocities, "velocities", place, layout);
        if (!Double.isFinite(momentum)) {
            throw NumpyArray.fault(file, "velocities", "mass times velocity must be finite, found " + momentum);
        }
        return momentum;
    }

    /** Returns a time; NaN says that it is unknown. */
    private double time(NumpyArray times, int k) throws FileFormatException {
        double time = times == null ? Double.NaN : times.number(k);
        if (Double.isInfinite(time)) {
            throw NumpyArray.fault(file, "time", "a time must be finite, or NaN if unknown, found " + time);
        }
        return time;
    }

    private void checkMasses(NumpyArray masses, CompiledGraph graph) throws FileFormatException {
        for (int i = 0; masses != null && i < graph.nodes(); i++) {
            if (masses.number(i) != graph.mass(i)) {
                throw NumpyArray.fault(
                        file,
                        "masses",
                        "mass of body " + i + " must be that of the system, " + graph.mass(i) + ", found "
                                + masses.number(i));
            }
        }
    }

    private Box box(NumpyArray period, int dim) throws FileFormatException {
        double[] lengths = new double[dim];
        for (int axis = 0; period != null && axis < lengths.length; axis++) {
            lengths[axis] = period.number(axis);
            if (!(lengths[axis] >= 0 && lengths[axis] < Double.POSITIVE_INFINITY)) {
                throw NumpyArray.fault(
                        file, "box", "a period must be zero or positive and finite, found " + lengths[axis]);
            }
        }
        return Box.of(lengths);
    }
}
