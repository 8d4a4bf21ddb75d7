package org.hamgraph.sim.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.support.FileFormatException;

/** Reads how many bodies the first state of a trajectory has, and their masses. */
final class FirstFrame {
    private static final int MOST = Integer.MAX_VALUE / 8;

    private FirstFrame() {}

    static CompiledGraph ofDump(Path file) throws IOException {
        try (LineReader in = new LineReader(file)) {
            long n = 0;
            String line;
            while ((line = in.next()) != null && !line.startsWith("ITEM: ATOMS")) {
                if (line.startsWith("ITEM: NUMBER OF ATOMS")) {
                    n = in.integer(in.require("a number of atoms").strip(), "NUMBER OF ATOMS", 1, MOST);
                }
            }
            if (line == null || n == 0) {
                throw in.fault("", "a trajectory must hold at least one state, found none");
            }
            List<String> names =
                    Arrays.asList(line.substring("ITEM: ATOMS".length()).strip().split("\\s+"));
            return bodies(in, n, names.indexOf("id"), names.indexOf("mass"));
        }
    }

    static CompiledGraph ofExtendedXyz(Path file) throws IOException {
        try (LineReader in = new LineReader(file)) {
            int n = in.integer(in.require("a number of bodies").strip(), "count", 1, MOST);
            String line = in.require("a line of key=value");
            XyzColumns columns = XyzColumns.of(ExtendedXyz.keys(line).get("Properties"), in);
            return bodies(in, n, columns.id(), columns.mass());
        }
    }

    /** Rows are read before anything as large as they announce is allocated. */
    private static CompiledGraph bodies(LineReader in, long n, int id, int mass) throws IOException {
        double[] masses = new double[0];
        int[] ids = new int[0];
        for (int row = 0; row < n; row++) {
            String[] words = in.require(n + " lines of bodies").strip().split("\\s+");
            if (row == masses.length) {
                int capacity = (int) Math.min(n, Math.max(16L, 2L * row));
                masses = Arrays.copyOf(masses, capacity);
                ids = Arrays.copyOf(ids, capacity);
            }
            masses[row] = mass < 0 ? 1 : in.positive(word(words, mass, in), "column mass");
            ids[row] = id < 0 ? row : in.integer(word(words, id, in), "column id", 1, n) - 1;
        }
        CompiledGraph.Builder builder = CompiledGraph.builder((int) n);
        for (int row = 0; row < n; row++) {
            builder.body(ids[row], masses[row], 0);
        }
        return builder.build();
    }

    private static String word(String[] words, int column, LineReader in) throws FileFormatException {
        if (column >= words.length) {
            throw in.fault("", "a line must have more than " + column + " columns, found " + words.length);
        }
        return words[column];
    }
}
