package org.hamgraph.sim.io;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.support.FileFormatException;

/**
 * The states of a NumPy archive one after the other, as they are kept until their number is known: per state step,
 * time, positions, velocities and, if they are written, forces; little-endian int64 and float64.
 */
final class NumpyFrames {
    private static final FileTime FIXED = FileTime.fromMillis(315_619_200_000L); // 1980-01-02, so that bytes repeat
    private static final int NUMBER = 8;

    private final CompiledGraph graph;
    private final Box box;
    private final PhaseLayout layout;
    private final boolean withForces;
    private final ByteBuffer frame;

    NumpyFrames(CompiledGraph graph, Box box, boolean withForces) {
        this.graph = graph;
        this.box = box;
        this.layout = new PhaseLayout(graph.nodes(), box.dim());
        this.withForces = withForces;
        this.frame = ByteBuffer.allocate(NUMBER * (2 + (withForces ? 3 : 2) * layout.half()))
                .order(ByteOrder.LITTLE_ENDIAN);
    }

    /** One part of every frame, an array of the archive. */
    private record Part(String name, String type, int at, int length) {}

    private List<Part> parts() {
        int half = NUMBER * layout.half();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part("step", "<i8", 0, NUMBER));
        parts.add(new Part("time", "<f8", NUMBER, NUMBER));
        parts.add(new Part("positions", "<f8", 2 * NUMBER, half));
        parts.add(new Part("velocities", "<f8", 2 * NUMBER + half, half));
        if (withForces) {
            parts.add(new Part("forces", "<f8", 2 * NUMBER + 2 * half, half));
        }
        return parts;
    }

    /** Returns the bytes of a state, valid until the next call. */
    byte[] frame(long step, double time, double[] y, double[] forces) {
        layout.check(y);
        TrajectoryFiles.checkForces(forces, layout, withForces);
        int half = layout.half();
        frame.clear().putLong(step).putDouble(time);
        for (int k = 0; k < half; k++) {
            frame.putDouble(y[k]);
        }
        for (int k = 0; k < half; k++) {
            frame.putDouble(y[half + k] / graph.mass(k / layout.dim()));
        }
        for (int k = 0; withForces && k < half; k++) {
            frame.putDouble(forces[k]);
        }
        return frame.array();
    }

    /**
     * Packs all frames of a file into an archive.
     *
     * @param file file of whole frames
     * @param out receives the archive; not closed
     */
    void pack(Path file, OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16));
        int n = layout.nodes();
        int dim = layout.dim();
        try (FileChannel frames = FileChannel.open(file)) {
            int count = Math.toIntExact(frames.size() / frame.capacity());
            for (Part part : parts()) {
                begin(zip, part.name);
                boolean single = part.at < 2 * NUMBER;
                zip.write(single ? NumpyArray.header(part.type, count) : NumpyArray.header(part.type, count, n, dim));
                for (int k = 0; k < count; k++) {
                    frame.position(part.at).limit(part.at + part.length);
                    read(frames, (long) k * frame.capacity() + part.at, file);
                    zip.write(frame.array(), part.at, part.length);
                }
                zip.closeEntry();
            }
        }
        begin(zip, "masses");
        zip.write(NumpyArray.of(graph.masses(), n));
        zip.closeEntry();
        double[] period = new double[dim];
        for (int axis = 0; axis < dim; axis++) {
            period[axis] = box.period(axis);
        }
        begin(zip, "box");
        zip.write(NumpyArray.of(period, dim));
        zip.closeEntry();
        zip.finish();
        zip.flush();
    }

    private void read(FileChannel frames, long from, Path file) throws IOException {
        long at = from;
        while (frame.hasRemaining()) {
            int count = frames.read(frame, at);
            if (count < 0) {
                throw new EOFException(file + ": an unfinished file must not shrink, found its end at byte " + at);
            }
            at += count;
        }
    }

    /** Begins an array of an archive. */
    static void begin(ZipOutputStream zip, String name) throws IOException {
        ZipEntry entry = new ZipEntry(name + ".npy");
        entry.setLastModifiedTime(FIXED);
        zip.putNextEntry(entry);
    }

    /**
     * Turns an archive that {@link #pack} wrote back into frames.
     *
     * @param file archive
     * @param out receives the frames; not closed
     * @throws FileFormatException if it is no archive of such frames
     */
    void unpack(Path file, OutputStream out) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<DataInputStream> streams = new ArrayList<>();
            for (Part part : parts()) {
                ZipEntry entry = NumpyArray.entry(zip, part.name);
                if (entry == null) {
                    throw NumpyArray.fault(file, part.name, "it must be there, found none");
                }
                DataInputStream in = new DataInputStream(new BufferedInputStream(zip.getInputStream(entry), 1 << 16));
                NumpyArray.skipHeader(in);
                streams.add(in);
            }
            while (next(streams)) {
                out.write(frame.array());
            }
        } catch (EOFException | ZipException e) {
            FileFormatException fault =
                    new FileFormatException(file, "an archive must be whole, found: " + e.getMessage());
            fault.initCause(e);
            throw fault;
        }
    }

    /** Reads the next frame; returns false if there are no more. */
    private boolean next(List<DataInputStream> streams) throws IOException {
        List<Part> parts = parts();
        for (int k = 0; k < parts.size(); k++) {
            Part part = parts.get(k);
            int count = streams.get(k).readNBytes(frame.array(), part.at, part.length);
            if (k == 0 && count == 0) {
                return false;
            }
            if (count < part.length) {
                throw new EOFException("the end of array " + part.name);
            }
        }
        return true;
    }
}
