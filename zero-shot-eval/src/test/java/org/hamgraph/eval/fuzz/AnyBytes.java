package org.hamgraph.eval.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.hamgraph.support.FileFormatException;

/** Runs a reader on bytes and holds it to what readers promise. */
final class AnyBytes {
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    /** What a reader may take whatever the file: buffers, parsers, classes loaded on the way. */
    private static final long BASE = 32L << 20;
    /** What it may take for every byte of text, unpacked: a line, its words and their numbers. */
    private static final long PER_BYTE = 1000;

    private static final boolean FUZZING = System.getenv("JAZZER_FUZZ") != null;

    private AnyBytes() {}

    /** A reader. */
    interface Reader {
        Object read(Path file) throws IOException;
    }

    static void read(String name, byte[] data, Reader reader) throws IOException {
        read(name, data, data.length, reader);
    }

    /**
     * Runs a reader.
     *
     * @param length number of bytes, unpacked
     */
    static void read(String name, byte[] data, long length, Reader reader) throws IOException {
        Path folder = Files.createTempDirectory("fuzz");
        Path file = folder.resolve(name);
        try {
            Files.write(file, data);
            long taken = read(file, reader);
            // Instrumented code allocates for itself; a first reading loads classes.
            if (!FUZZING && taken > BASE + PER_BYTE * length && read(file, reader) > BASE + PER_BYTE * length) {
                throw new AssertionError("a file of " + length + " bytes must not take " + taken + " bytes to read");
            }
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static long read(Path file, Reader reader) throws IOException {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            reader.read(file);
        } catch (FileFormatException e) {
            if (!e.getMessage().startsWith(file.toString()) || e.getMessage().contains("\n")) {
                throw new AssertionError("a message must be one line that names the file, found " + e.getMessage(), e);
            }
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    static void name(String text, Function<String, Object> parser) {
        try {
            parser.apply(text);
        } catch (IllegalArgumentException e) {
            if (e instanceof NumberFormatException || e.getMessage() == null) {
                throw new AssertionError("a refusal must say the rule, found " + e, e);
            }
        }
    }
}
