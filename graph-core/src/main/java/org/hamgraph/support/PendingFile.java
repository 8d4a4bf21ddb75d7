package org.hamgraph.support;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import java.util.regex.Pattern;
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
    private static final Pattern TEMPORARY = Pattern.compile("\\..+\\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.tmp");

    private final Path target;
    private final Path temporary;
    private final FileChannel channel;
    private final Extent extent = new Extent();
    private final Out out;
    private boolean committed;

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
        this.out = new Out(target, channel, extent);
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
        try {
            return new PendingFile(
                    absolute,
                    temporary,
                    FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
        } catch (IOException e) {
            throw named(absolute, e);
        }
    }

    /**
     * Returns whether a file has a name that {@link #create} gives for the time being: a program that was killed leaves
     * it behind.
     *
     * @param file file
     */
    public static boolean isTemporary(Path file) {
        return TEMPORARY.matcher(file.getFileName().toString()).matches();
    }

    /** Returns the absolute name of a file whose folder is there. */
    static Path inFolder(Path target) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null) {
            throw new IOException("file name must not be a folder, found " + target);
        }
        try {
            Files.createDirectories(folder);
        } catch (FileSystemException e) {
            throw e;
        } catch (IOException e) {
            throw named(absolute, e);
        }
        return absolute;
    }

    /** Returns a fault that says which file it was that could not be written: a full disk does not. */
    static IOException named(Path target, IOException fault) {
        String found = fault.getMessage();
        if (fault instanceof FileFormatException || found != null && found.contains(target.toString())) {
            return fault;
        }
        if (fault instanceof AccessDeniedException) {
            found = "no permission";
        } else if (fault instanceof FileSystemException trouble && trouble.getReason() != null) {
            found = trouble.getReason();
        }
        return new IOException(
                target + ": a file must be written whole, found: " + (found == null ? fault : found), fault);
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
     * @throws IOException if the disk refuses, or refused a byte before
     */
    public Mark mark() throws IOException {
        out.requireWhole();
        try {
            channel.force(true);
        } catch (IOException e) {
            throw named(target, e);
        }
        return extent.mark();
    }

    /**
     * Forces what was written to the disk and renames it over the target.
     *
     * @throws IOException if that fails, or a byte was refused before; the target is then as it was
     */
    public void commit() throws IOException {
        mark();
        try {
            channel.close();
            rename();
        } catch (IOException e) {
            throw named(target, e);
        }
    }

    /** Renames what was written over the target. */
    final void rename() throws IOException {
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        committed = true;
    }

    /**
     * Writes everything and commits it. If that fails, what was written is removed, that of a {@link GrowingFile} too.
     *
     * @param content writes the bytes
     * @throws IOException if anything failed; the target is then as it was, unless the last step of all failed, with the
     *     new content in place
     */
    public final void complete(AtomicFiles.Content content) throws IOException {
        try {
            content.writeTo(out);
            commit();
        } catch (IOException e) {
            discardAfter(e);
            throw named(target, e);
        } catch (RuntimeException | Error e) {
            discardAfter(e);
            throw e;
        }
    }

    private void discardAfter(Throwable fault) {
        try {
            discard();
        } catch (IOException e) {
            fault.addSuppressed(e);
        }
    }

    /** Removes what was written, unless it was committed. */
    @Override
    public void close() throws IOException {
        discard();
    }

    /**
     * Removes what was written, unless it was committed.
     *
     * @throws IOException if it cannot be removed; trying again is allowed
     */
    public final void discard() throws IOException {
        // A lock goes with the channel: until then nobody else can have begun a file of this name.
        try (channel) {
            if (!committed) {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw named(target, e);
        }
    }

    /** Writes to a channel and remembers if that was refused: a caller that overlooks it can commit no torn file. */
    private static final class Out extends OutputStream {
        private final Path target;
        private final FileChannel channel;
        private final Extent extent;
        private IOException fault;

        Out(Path target, FileChannel channel, Extent extent) {
            this.target = target;
            this.channel = channel;
            this.extent = extent;
        }

        void requireWhole() throws IOException {
            if (fault != null) {
                throw new IOException(target + ": a file must be written whole, found a fault before", fault);
            }
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            requireWhole();
            ByteBuffer left = ByteBuffer.wrap(bytes, offset, length);
            try {
                while (left.hasRemaining()) {
                    if (channel.write(left) <= 0) {
                        throw new IOException("no byte was taken");
                    }
                }
            } catch (IOException e) {
                fault = e;
                throw named(target, e);
            }
            extent.add(bytes, offset, length);
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }
    }
}
