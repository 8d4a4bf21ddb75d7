package org.hamgraph.sim.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.support.PendingFile;

/**
 * Collects states and writes them as NumPy arrays when the file is complete: the shape of an array comes before its
 * numbers.
 */
final class NumpyTrajectoryWriter implements TrajectoryWriter {
    private static final FileTime FIXED = FileTime.fromMillis(315_619_200_000L); // 1980-01-02, so that bytes repeat

    private final CompiledGraph graph;
    private final Box box;
    private final PhaseLayout layout;
    private final boolean withForces;
    private final PendingFile file;
    private final List<Long> steps = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();
    private final List<double[]> states = new ArrayList<>();
    private final List<double[]> forces = new ArrayList<>();

    NumpyTrajectoryWriter(Path target, CompiledGraph graph, Box box, boolean withForces) throws IOException {
        this.graph = graph;
        this.box = box;
        this.layout = new PhaseLayout(graph.nodes(), box.dim());
        this.withForces = withForces;
        this.file = PendingFile.create(target);
    }

    @Override
    public void write(long step, double time, double[] y, double[] forcesOrNull) {
        layout.check(y);
        TrajectoryFiles.checkForces(forcesOrNull, layout, withForces);
        steps.add(step);
        times.add(time);
        states.add(y.clone());
        if (withForces) {
            forces.add(forcesOrNull.clone());
        }
    }

    @Override
    public void commit() throws IOException {
        int k = states.size();
        int n = layout.nodes();
        int dim = layout.dim();
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(file.out(), 1 << 16));
        put(zip, "step", NumpyArray.of(steps.stream().mapToLong(Long::longValue).toArray(), k));
        put(
                zip,
                "time",
                NumpyArray.of(times.stream().mapToDouble(Double::doubleValue).toArray(), k));
        put(zip, "positions", NumpyArray.of(flat(states, 0, false), k, n, dim));
        put(zip, "velocities", NumpyArray.of(flat(states, layout.half(), true), k, n, dim));
        if (withForces) {
            put(zip, "forces", NumpyArray.of(flat(forces, 0, false), k, n, dim));
        }
        put(zip, "masses", NumpyArray.of(graph.masses(), n));
        double[] period = new double[dim];
        for (int axis = 0; axis < dim; axis++) {
            period[axis] = box.period(axis);
        }
        put(zip, "box", NumpyArray.of(period, dim));
        zip.finish();
        zip.flush();
        file.commit();
    }

    private double[] flat(List<double[]> arrays, int offset, boolean perMass) {
        int half = layout.half();
        double[] result = new double[Math.multiplyExact(arrays.size(), half)];
        for (int k = 0; k < arrays.size(); k++) {
            for (int i = 0; i < half; i++) {
                double value = arrays.get(k)[offset + i];
                result[k * half + i] = perMass ? value / graph.mass(i / layout.dim()) : value;
            }
        }
        return result;
    }

    private static void put(ZipOutputStream zip, String name, byte[] array) throws IOException {
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setLastModifiedTime(FIXED);
        zip.putNextEntry(entry);
        zip.write(array);
        zip.closeEntry();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
