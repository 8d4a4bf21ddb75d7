package org.hamgraph.eval.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.sim.io.NumpyArrays;
import org.hamgraph.support.FileFormatException;

/**
 * States and answers as NumPy archives, each after a line with the number of its bytes:
 *
 * <pre>{@code
 * positions, momenta [n, dim], edges [m, 2], stiffness, restLength [m], mass, species [n], period [dim] (0: open)
 *
 * energy [], forces [n, dim], and perhaps velocities [n, dim]
 * }</pre>
 */
final class NumpyMessages implements Exchange {
    private static final int LONGEST_LINE = 80;
    private static final String RULE = "a line with the number of bytes of an archive";

    private final OutputStream requests;
    private final InputStream answers;

    NumpyMessages(OutputStream requests, InputStream answers) {
        this.requests = new BufferedOutputStream(requests, 1 << 16);
        this.answers = new BufferedInputStream(answers, 1 << 16);
    }

    @Override
    public void send(CompiledGraph graph, Box box, double[] y) throws IOException {
        byte[] archive = archive(graph, box, y);
        requests.write((archive.length + "\n").getBytes(StandardCharsets.US_ASCII));
        requests.write(archive);
        requests.flush();
    }

    private static byte[] archive(CompiledGraph graph, Box box, double[] y) {
        int n = graph.nodes();
        int m = graph.edges();
        int dim = box.dim();
        long[] edges = new long[2 * m];
        double[] stiffness = new double[m];
        double[] restLength = new double[m];
        for (int e = 0; e < m; e++) {
            edges[2 * e] = graph.first(e);
            edges[2 * e + 1] = graph.second(e);
            stiffness[e] = graph.stiffness(e);
            restLength[e] = graph.restLength(e);
        }
        long[] species = new long[n];
        Arrays.setAll(species, graph::bodySpecies);
        double[] period = new double[dim];
        Arrays.setAll(period, box::period);
        return new NumpyArrays.Writer()
                .add("positions", Arrays.copyOf(y, n * dim), n, dim)
                .add("momenta", Arrays.copyOfRange(y, n * dim, 2 * n * dim), n, dim)
                .add("edges", edges, m, 2)
                .add("stiffness", stiffness, m)
                .add("restLength", restLength, m)
                .add("mass", graph.masses(), n)
                .add("species", species, n)
                .add("period", period, dim)
                .toBytes();
    }

    @Override
    public Answer receive(PhaseLayout layout) throws IOException {
        String line = line();
        if (line == null) {
            return null;
        }
        if (!line.matches("\\d{1,9}")) {
            throw Exchange.wrong(RULE, line, null);
        }
        int length = Integer.parseInt(line);
        // grows with what is there, whatever the line states
        byte[] bytes = answers.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the end of its output after " + bytes.length + " of " + length + " bytes");
        }
        try {
            NumpyArrays arrays = NumpyArrays.read(bytes, "answer of the program");
            return new Answer(
                    arrays.numbers("energy")[0],
                    arrays.numbers("forces", layout.nodes(), layout.dim()),
                    arrays.has("velocities") ? arrays.numbers("velocities", layout.nodes(), layout.dim()) : null);
        } catch (FileFormatException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Reads a line; no more of it than is quoted where it is none. Null at the end. */
    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = answers.read(); next != '\n' && line.length() <= LONGEST_LINE; next = answers.read()) {
            if (next < 0) {
                return line.isEmpty() ? null : line.toString();
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }
}
