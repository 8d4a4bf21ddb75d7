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
import java.util.zip.CRC32;

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
public sealed class PendingFile implements Closeable permits GrowingFile {
    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private final Extent extent = new Extent();
    private final OutputStream out;

    /**
     * Binds a file to the name it has for now.
     *
     * @param target file to replace in the end
     * @param temporary name until then
     * @param channel channel to that name, open for writing
     */
    PendingFile(Path target, Path temporary, FileChannel channel) {
        this.target = target;
        this.temporary = temporary;
        this.channel = channel;
        this.out = new Named(Channels.newOutputStream(channel), target, extent);
    }

    /**
     * How far a file was written, and what it held.
     *
     * @param length number of bytes
     * @param checksum CRC-32 of these bytes
     */
    public record Mark(long length, long checksum) {}

    /** Counts and sums up bytes. */
    static final class Extent {
        private final CRC32 sum = new CRC32();
        private long length;

        void add(byte[] bytes, int offset, int count) {
            sum.update(bytes, offset, count);
            length += count;
        }

        void clear() {
            sum.reset();
            length = 0;
        }

        Mark mark() {
            return new Mark(length, sum.getValue());
        }
    }

    /**
     * Starts a file; missing parent folders are made.
     *
     * @param target file to replace in the end
     * @throws IOException if nothing can be written beside it
     */
    public static PendingFile create(Path target) throws IOException {
        Path absolute = inFolder(target);
        // Made here and not by Files.createTempFile, which would hide the result from everyone but its owner.
        Path temporary = absolute.resolveSibling("." + absolute.getFileName() + "." + UUID.randomUUID() + ".tmp");
        // An interrupted program leaves no temporary file behind.
        temporary.toFile().deleteOnExit();
        return new PendingFile(
                absolute,
                temporary,
                FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    }

    /** Returns the absolute name of a file whose folder is there. */
    static Path inFolder(Path target) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null) {
            throw new IOException("file name must not be a folder, found " + target);
        }
        Files.createDirectories(folder);
        return absolute;
    }

    /** Returns the stream to write to; not buffered, closed with the file. */
    public OutputStream out() {
        return out;
    }

    /** Returns the number of bytes written so far; those a file goes on from count. */
    public long length() {
        return extent.mark().length();
    }

    /** Returns where the content lies until it is committed. */
    public Path path() {
        return temporary;
    }

    /** Returns the file to replace in the end. */
    Path target() {
        return target;
    }

    FileChannel channel() {
        return channel;
    }

    Extent extent() {
        return extent;
    }

    /**
     * Forces what was written so far to the disk and returns how much that is.
     *
     * @throws IOException if the disk refuses
     */
    public Mark mark() throws IOException {
        out.flush();
        channel.force(true);
        return extent.mark();
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
        discard();
    }

    /**
     * Removes what was written, unless it was committed.
     *
     * @throws IOException if it cannot be removed
     */
    public final void discard() throws IOException {
        channel.close();
        Files.deleteIfExists(temporary);
    }

    /** Says which file it was that could not be written: a full disk does not. */
    private static final class Named extends FilterOutputStream {
        private final Path target;
        private final Extent extent;

        Named(OutputStream out, Path target, Extent extent) {
            super(out);
            this.target = target;
            this.extent = extent;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
                extent.add(bytes, offset, length);
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
