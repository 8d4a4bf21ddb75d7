package org.hamgraph.sim.io;

import java.io.Closeable;
import java.io.IOException;
import org.hamgraph.support.PendingFile;

/**
 * Writes states one by one. Nothing is seen of the file before {@link #commit}; closing without it leaves an earlier
 * file as it was; a writer of {@link TrajectoryFiles#growing} leaves the unfinished one beside it.
 *
 * @since 0.1
 */
public interface TrajectoryWriter extends Closeable {
    /**
     * Writes a state.
     *
     * @param step number of steps so far
     * @param time time of the state
     * @param y state [2*n*dim]
     * @param forces forces [n*dim]; null if the writer was opened without
     * @throws IOException if it cannot be written
     * @throws IllegalArgumentException if a length is wrong or forces are missing or not asked for
     */
    void write(long step, double time, double[] y, double[] forces) throws IOException;

    /**
     * Forces the states written so far to the disk and returns how much of the unfinished file they are: where {@link
     * TrajectoryFiles#resumed} goes on. A packed file ends its gzip member here and begins another one.
     *
     * @throws IOException if the disk refuses
     */
    PendingFile.Mark mark() throws IOException;

    /**
     * Completes the file and puts it in its place.
     *
     * @throws IOException if that fails; an earlier file is then as it was
     */
    void commit() throws IOException;
}
