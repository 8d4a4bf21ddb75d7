package org.hamgraph.sim.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.support.PendingFile;

/** Writes states as text, packed by gzip if the name ends in .gz. */
final class TextTrajectoryWriter implements TrajectoryWriter {
    /** One state in one text format. */
    @FunctionalInterface
    interface Format {
        void append(StringBuilder text, long step, double time, double[] y, double[] forces);
    }

    private final PendingFile file;
    private final OutputStream out;
    private final PhaseLayout layout;
    private final boolean withForces;
    private final Format format;
    private final StringBuilder text = new StringBuilder();

    TextTrajectoryWriter(Path target, PhaseLayout layout, boolean withForces, Format format) throws IOException {
        this.layout = layout;
        this.withForces = withForces;
        this.format = format;
        file = PendingFile.create(target);
        OutputStream buffered = new BufferedOutputStream(file.out(), 1 << 16);
        out = target.toString().endsWith(".gz") ? new GZIPOutputStream(buffered, 1 << 16) : buffered;
    }

    @Override
    public void write(long step, double time, double[] y, double[] forces) throws IOException {
        text.setLength(0);
        format.append(text, step, time, layout.check(y), TrajectoryFiles.checkForces(forces, layout, withForces));
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void commit() throws IOException {
        if (out instanceof GZIPOutputStream packed) {
            packed.finish();
        }
        out.flush();
        file.commit();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
