package org.hamgraph.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * A pending file that outlives its program: it is written under a name of its own beside the target, stays there when
 * it is closed or the program ends, and can be continued from every {@linkplain #mark() mark}.
 *
 * <pre>{@code
 * GrowingFile file = GrowingFile.begin(target);              // target.part
 * file.out().write(bytes);
 * Mark mark = file.mark();                                   // on the disk; keep it
 * ...                                                        // the program ends here, or anywhere behind the mark
 * GrowingFile later = GrowingFile.resume(target, mark);      // whatever was written behind the mark is gone
 * later.out().write(more);
 * later.commit();
 * }</pre>
 *
 * One writer at a time: a lock on the unfinished file refuses a second one, of this program or another.
 *
 * @since 0.1
 */
public final class GrowingFile extends PendingFile {
    private static final String PART = ".part";
    private static final int BUFFER = 1 << 16;

    private GrowingFile(Path target, Path part, FileChannel channel) {
        super(target, part, channel);
    }

    /**
     * Returns the name of an unfinished file: that of its target with {@code .part} behind it.
     *
     * @param target file to replace in the end
     */
    public static Path part(Path target) {
        return beside(target, PART);
    }

    /**
     * Returns a name with an ending more.
     *
     * @param target file
     * @param ending what to put behind its name
     */
    public static Path beside(Path target, String ending) {
        return target.resolveSibling(target.getFileName() + ending);
    }

    /**
     * Starts a file anew as {@code target.part}; missing parent folders are made, an unfinished file of that name is
     * lost.
     *
     * @param target file to replace in the end
     * @throws IOException if nothing can be written there or another writer is at work
     */
    public static GrowingFile begin(Path target) throws IOException {
        return begin(target, PART);
    }

    /**
     * Starts a file anew under a name of another ending.
     *
     * @param target file to replace in the end
     * @param ending what to put behind its name until then
     * @throws IOException as for {@link #begin(Path)}
     */
    public static GrowingFile begin(Path target, String ending) throws IOException {
        GrowingFile file = open(target, ending);
        try {
            file.clear();
            return file;
        } catch (IOException e) {
            throw file.left(e);
        }
    }

    /** Leaves a file that could not be opened as it is, or gone if nothing is in it, and names it. */
    private IOException left(IOException fault) {
        FileChannel channel = channel();
        try (channel) {
            if (channel.size() == 0) {
                discard();
            }
        } catch (IOException e) {
            fault.addSuppressed(e);
        }
        return named(target(), fault);
    }

    /**
     * Goes on where a mark was taken: with {@code target.part}, or if that does not begin with the bytes of the mark
     * with a copy of {@code target}, which is what extends a finished file.
     *
     * @param target file to replace in the end
     * @param mark mark taken when the file was written
     * @throws FileFormatException if neither begins with the bytes of the mark; both are then as they were
     * @throws IOException as for {@link #begin(Path)}
     */
    public static GrowingFile resume(Path target, Mark mark) throws IOException {
        return resume(target, mark, out -> {
            try (InputStream in = Files.newInputStream(target)) {
                copyStart(in, mark.length(), out);
            }
        });
    }

    /**
     * Goes on where a mark was taken, with a target that holds the bytes of the mark in another form.
     *
     * @param target file to replace in the end
     * @param mark mark taken when the file was written
     * @param restored writes those bytes, read from the target
     * @throws FileFormatException if neither gives the bytes of the mark; both are then as they were
     * @throws IOException as for {@link #begin(Path)}
     */
    public static GrowingFile resume(Path target, Mark mark, AtomicFiles.Content restored) throws IOException {
        if (!Files.exists(part(target)) && !Files.exists(target)) {
            throw new FileFormatException(
                    part(target), "a file that is to be continued must be there, found none, nor " + target);
        }
        GrowingFile file = open(target, PART);
        try {
            if (!file.keep(mark)) {
                if (!Files.exists(target) || !mark.equals(extentOf(restored))) {
                    throw new FileFormatException(
                            file.path(),
                            "a file that is to be continued must begin with the " + mark.length()
                                    + " bytes it had, found other ones");
                }
                file.clear();
                restored.writeTo(file.out());
            }
            return file;
        } catch (IOException e) {
            throw file.left(e);
        } catch (RuntimeException e) {
            file.close();
            throw e;
        }
    }

    private static GrowingFile open(Path target, String ending) throws IOException {
        Path absolute = inFolder(target);
        Path part = beside(absolute, ending);
        FileChannel channel;
        try {
            channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw named(absolute, e);
        }
        GrowingFile file = new GrowingFile(absolute, part, channel);
        try {
            if (!alone(channel, part)) {
                channel.close();
                throw new IOException(part + ": an unfinished file must have one writer, found another at work");
            }
            return file;
        } catch (IOException e) {
            throw channel.isOpen() ? file.left(e) : named(absolute, e);
        }
    }

    /** Takes the lock; another writer may have it, or may have finished the file, and renamed it, since it was opened. */
    private static boolean alone(FileChannel channel, Path part) throws IOException {
        try {
            if (channel.tryLock() == null) {
                return false;
            }
            Files.readAttributes(part, BasicFileAttributes.class);
            return true;
        } catch (OverlappingFileLockException | NoSuchFileException e) {
            return false;
        }
    }

    private void clear() throws IOException {
        channel().truncate(0);
        channel().position(0);
        extent().clear();
    }

    /** Cuts the file off behind a mark; returns false, and leaves it as it is, if it does not begin like that. */
    private boolean keep(Mark mark) throws IOException {
        if (channel().size() < mark.length()) {
            return false;
        }
        copyStart(Channels.newInputStream(channel()), mark.length(), new Summed(extent()));
        if (!extent().mark().equals(mark)) {
            return false;
        }
        channel().truncate(mark.length());
        channel().position(mark.length());
        return true;
    }

    private static Mark extentOf(AtomicFiles.Content content) throws IOException {
        Extent extent = new Extent();
        content.writeTo(new Summed(extent));
        return extent.mark();
    }

    private static void copyStart(InputStream in, long length, OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = length;
        int count;
        while (left > 0 && (count = in.read(buffer, 0, (int) Math.min(BUFFER, left))) > 0) {
            out.write(buffer, 0, count);
            left -= count;
        }
    }

    /** {@inheritDoc} The lock is held until the file has its name, so that nobody can take it for unfinished. */
    @Override
    public void commit() throws IOException {
        mark();
        try {
            rename();
            channel().close();
        } catch (IOException e) {
            throw named(target(), e);
        }
    }

    /** Closes the file and leaves what was written where it is. */
    @Override
    public void close() throws IOException {
        try {
            channel().close();
        } catch (IOException e) {
            throw named(target(), e);
        }
    }

    /** Sums bytes up and forgets them. */
    private static final class Summed extends OutputStream {
        private final Extent extent;

        Summed(Extent extent) {
            this.extent = extent;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            extent.add(bytes, offset, length);
        }

        @Override
        public void write(int value) {
            write(new byte[] {(byte) value}, 0, 1);
        }
    }
}
