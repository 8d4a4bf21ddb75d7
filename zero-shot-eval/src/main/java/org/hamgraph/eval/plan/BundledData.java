package org.hamgraph.eval.plan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hamgraph.support.AtomicFiles;

/**
 * Trajectories made with LAMMPS that come with the program, so that a first run needs no files: {@code
 * bundled:cubic-2x2x2} names both the system and its trajectory.
 *
 * @since 0.1
 */
public final class BundledData {
    /** Names of the data sets. */
    public static final List<String> NAMES =
            List.of("cubic-2x2x2", "cubic-4x4x4", "cubic-8x8x8", "cubic-16x16x16", "lj-27");

    private static final String PREFIX = "bundled:";

    private BundledData() {}

    /**
     * Returns the LAMMPS data file of a data set.
     *
     * @param text {@code bundled:NAME}
     * @throws IllegalArgumentException if there is no such data set
     */
    public static Path system(String text) throws IOException {
        return unpack(text, ".data");
    }

    /**
     * Returns the LAMMPS dump file of a data set.
     *
     * @param text {@code bundled:NAME}
     * @throws IllegalArgumentException if there is no such data set
     */
    public static Path trajectory(String text) throws IOException {
        return unpack(text, ".dump.gz");
    }

    /**
     * Returns whether a text names a bundled data set.
     *
     * @param text name or file
     */
    public static boolean names(String text) {
        return text.startsWith(PREFIX);
    }

    /** Copies a resource to a file that goes with the program: readers read files and name them in their messages. */
    private static Path unpack(String text, String ending) throws IOException {
        String name = text.substring(PREFIX.length());
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("bundled data must be one of " + NAMES + ", found " + name);
        }
        Path folder = Files.createTempDirectory("hamgraph");
        Path file = folder.resolve(name + ending);
        folder.toFile().deleteOnExit();
        file.toFile().deleteOnExit();
        try (InputStream in = BundledData.class.getResourceAsStream(name + ending)) {
            AtomicFiles.write(file, in::transferTo);
        }
        return file;
    }
}
