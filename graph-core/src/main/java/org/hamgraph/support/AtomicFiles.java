package org.hamgraph.support;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Writes whole files or none: content goes to a temporary name in the same folder, is forced to the disk and then
 * renamed over the target. Whatever fails, the target holds either its old content or all of the new.
 *
 * @since 0.1
 */
public final class AtomicFiles {
    private AtomicFiles() {}

    /** Writes the content of one file to a stream it does not close. */
    @FunctionalInterface
    public interface Content {
        /**
         * Writes everything.
         *
         * @param out stream to write to; buffered by the caller's choice
         * @throws IOException if the stream refuses, for example because the disk is full
         */
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Replaces {@code target} by the given content; missing parent folders are made.
     *
     * @param target file to write
     * @param content writes the bytes
     * @throws IOException if anything failed; {@code target} is then as it was and the temporary file is gone; the
     *     message names the target
     */
    public static void write(Path target, Content content) throws IOException {
        try (PendingFile file = PendingFile.create(target)) {
            file.complete(content);
        }
    }

    /**
     * Replaces {@code target} by a text in UTF-8.
     *
     * @param target file to write
     * @param text whole content
     * @throws IOException as for {@link #write}
     */
    public static void writeText(Path target, String text) throws IOException {
        write(target, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Returns a fault that says which file it was: a full disk does not.
     *
     * @param target file that was to be written
     * @param fault what was found
     * @return the fault itself if its message has the name, else one with it as its cause
     */
    public static IOException named(Path target, IOException fault) {
        return PendingFile.named(target, fault);
    }
}
