package org.hamgraph.sim.io;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.support.PendingFile;

/** Writes states as text, packed by gzip if the name ends in .gz. */
final class TextTrajectoryWriter implements TrajectoryWriter {
    private static final int BUFFER = 1 << 16;

    /** One state in one text format. */
    @FunctionalInterface
    interface Format {
        void append(StringBuilder text, long step, double time, double[] y, double[] forces);
    }

    private final PendingFile file;
    private final OutputStream buffered;
    private final boolean packed;
    private final PhaseLayout layout;
    private final boolean withForces;
    private final Format format;
    private final StringBuilder text = new StringBuilder();

    /** Where states go: null between two gzip members. */
    private OutputStream out;

    TextTrajectoryWriter(PendingFile file, boolean packed, PhaseLayout layout, boolean withForces, Format format) {
        this.file = file;
        this.packed = packed;
        this.layout = layout;
        this.withForces = withForces;
        this.format = format;
        buffered = new BufferedOutputStream(file.out(), BUFFER);
        out = packed ? null : buffered;
    }

    @Override
    public void write(long step, double time, double[] y, double[] forces) throws IOException {
        text.setLength(0);
        format.append(text, step, time, layout.check(y), TrajectoryFiles.checkForces(forces, layout, withForces));
        if (out == null) {
            out = new GZIPOutputStream(new Member(buffered), BUFFER);
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public PendingFile.Mark mark() throws IOException {
        flush();
        return file.mark();
    }

    @Override
    public void commit() throws IOException {
        flush();
        file.commit();
    }

    /** Ends a gzip member, so that what follows can be cut off and written again. */
    private void flush() throws IOException {
        if (packed && out != null) {
            out.close();
            out = null;
        }
        buffered.flush();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    /** What a gzip member is written to: closing the member frees its memory and leaves the file open. */
    private static final class Member extends FilterOutputStream {
        Member(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
