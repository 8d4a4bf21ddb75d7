package org.hamgraph.sim.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.hamgraph.support.GrowingFile;
import org.hamgraph.support.PendingFile;

/**
 * Keeps states in a file beside the archive and packs them when it is complete: the shape of an array comes before its
 * numbers. Memory is that of one state.
 */
final class NumpyTrajectoryWriter implements TrajectoryWriter {
    private final Path target;
    private final PendingFile file;
    private final OutputStream out;
    private final NumpyFrames frames;

    NumpyTrajectoryWriter(Path target, PendingFile file, NumpyFrames frames) {
        this.target = target;
        this.file = file;
        this.out = new BufferedOutputStream(file.out(), 1 << 16);
        this.frames = frames;
    }

    @Override
    public void write(long step, double time, double[] y, double[] forces) throws IOException {
        out.write(frames.frame(step, time, y, forces));
    }

    @Override
    public PendingFile.Mark mark() throws IOException {
        out.flush();
        return file.mark();
    }

    @Override
    public void commit() throws IOException {
        out.flush();
        try (PendingFile archive =
                file instanceof GrowingFile ? GrowingFile.begin(target, ".tmp") : PendingFile.create(target)) {
            archive.complete(packed -> frames.pack(file.path(), packed));
        }
        file.discard();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
