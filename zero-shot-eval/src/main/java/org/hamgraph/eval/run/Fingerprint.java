package org.hamgraph.eval.run;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.BodySystem;

/**
 * SHA-256 of what determines a run, as 64 digits.
 *
 * @since 0.1
 */
public final class Fingerprint {
    private static final int BUFFER = 1 << 16;

    private Fingerprint() {}

    /**
     * Returns the fingerprint of the bytes of a file.
     *
     * @param file file to read
     * @throws IOException if it cannot be read
     */
    public static String of(Path file) throws IOException {
        MessageDigest digest = Checkpoint.sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[BUFFER];
            int count;
            while ((count = in.read(buffer)) > 0) {
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * Returns the fingerprint of every number of a system: bodies, springs, periods of space, and the state.
     *
     * @param system system to sum up
     * @throws IOException never: nothing is written anywhere
     */
    public static String of(BodySystem system) throws IOException {
        MessageDigest digest = Checkpoint.sha256();
        CompiledGraph graph = system.graph();
        try (DataOutputStream out =
                new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest))) {
            out.writeInt(graph.nodes());
            for (int i = 0; i < graph.nodes(); i++) {
                out.writeDouble(graph.mass(i));
                out.writeInt(graph.bodySpecies(i));
            }
            for (int e = 0; e < graph.edges(); e++) {
                out.writeInt(graph.first(e));
                out.writeInt(graph.second(e));
                out.writeDouble(graph.stiffness(e));
                out.writeDouble(graph.restLength(e));
                out.writeInt(graph.springSpecies(e));
            }
            for (int axis = 0; axis < system.box().dim(); axis++) {
                out.writeDouble(system.box().period(axis));
            }
            for (double number : system.state().toArray()) {
                out.writeDouble(number);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
