package org.hamgraph.support;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * Writes whole files or none: content goes to a temporary name in the same folder, is forced to the disk and then renamed
 * over the target. Whatever fails, the target holds either its old content or all of the new.
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
     * @throws IOException if anything failed; {@code target} is then as it was and the temporary file is gone
     */
    public static void write(Path target, Content content) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null) {
            throw new IOException("file name must not be a folder, found " + target);
        }
        Files.createDirectories(folder);
        // Made here and not by Files.createTempFile, which would hide the result from everyone but its owner.
        Path temporary = folder.resolve("." + absolute.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (FileChannel channel =
                            FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(channel)) {
                content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            Files.move(temporary, absolute, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
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
}
