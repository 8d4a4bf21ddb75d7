package org.hamgraph.support;

import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that is written piece by piece under a temporary name in the folder of its target, and takes the target's
 * place only when it is complete.
 *
 * <pre>{@code
 * try (PendingFile file = PendingFile.create(target)) {
 *     file.out().write(bytes);
 *     file.commit();
 * }
 * }</pre>
 *
 * @since 0.1
 */
public final class PendingFile implements Closeable {
    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private final OutputStream out;

    private PendingFile(Path target, Path temporary) throws IOException {
        this.target = target;
        this.temporary = temporary;
        this.channel = FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        this.out = new Named(Channels.newOutputStream(channel), target);
    }

    /**
     * Starts a file; missing parent folders are made.
     *
     * @param target file to replace in the end
     * @throws IOException if nothing can be written beside it
     */
    public static PendingFile create(Path target) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null) {
            throw new IOException("file name must not be a folder, found " + target);
        }
        Files.createDirectories(folder);
        // Made here and not by Files.createTempFile, which would hide the result from everyone but its owner.
        Path temporary = folder.resolve("." + absolute.getFileName() + "." + UUID.randomUUID() + ".tmp");
        // An interrupted program leaves no temporary file behind.
        temporary.toFile().deleteOnExit();
        return new PendingFile(absolute, temporary);
    }

    /** Returns the stream to write to; not buffered, closed with the file. */
    public OutputStream out() {
        return out;
    }

    /**
     * Forces what was written to the disk and renames it over the target.
     *
     * @throws IOException if that fails; the target is then as it was
     */
    public void commit() throws IOException {
        out.flush();
        channel.force(true);
        channel.close();
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Removes what was written, unless it was committed. */
    @Override
    public void close() throws IOException {
        channel.close();
        Files.deleteIfExists(temporary);
    }

    /** Says which file it was that could not be written: a full disk does not. */
    private static final class Named extends FilterOutputStream {
        private final Path target;

        Named(OutputStream out, Path target) {
            super(out);
            this.target = target;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw named(e);
            }
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        private IOException named(IOException cause) {
            return new IOException(
                    target + ": a file must find room and permission, found: "
                            + (cause.getMessage() == null ? cause : cause.getMessage()),
                    cause);
        }
    }
}
