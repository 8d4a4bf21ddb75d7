package org.hamgraph.sim.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.sim.trajectory.Trajectory;
import org.hamgraph.support.FileFormatException;

/**
 * Extended XYZ as OVITO and ASE read it: per state a count, a line of key=value, one line per body. Systems in one
 * and two dimensions get zeros.
 */
final class ExtendedXyz implements TextTrajectoryWriter.Format {
    private static final List<String> ELEMENTS = List.of("C", "Si", "Ge", "Sn", "O", "N", "F", "P", "S", "Cl");
    private static final Pattern KEY_VALUE = Pattern.compile("([A-Za-z_][\\w-]*)=(?:\"([^\"]*)\"|(\\S+))");

    private final CompiledGraph graph;
    private final Box box;

    ExtendedXyz(CompiledGraph graph, Box box) {
        this.graph = graph;
        this.box = box;
    }

    @Override
    public void append(StringBuilder text, long step, double time, double[] y, double[] forces) {
        int n = graph.nodes();
        int dim = box.dim();
        text.append(n).append('\n');
        lattice(text);
        text.append("Properties=species:S:1:pos:R:3:velo:R:3").append(forces == null ? "" : ":forces:R:3");
        text.append(":mass:R:1:id:I:1");
        if (Double.isFinite(time)) {
            text.append(" Time=").append(time);
        }
        text.append(" Step=").append(step).append('\n');
        for (int i = 0; i < n; i++) {
            text.append(ELEMENTS.get(graph.bodySpecies(i) % ELEMENTS.size()));
            for (int axis = 0; axis < 3; axis++) {
                text.append(' ').append(axis < dim ? y[i * dim + axis] : 0);
            }
            for (int axis = 0; axis < 3; axis++) {
                text.append(' ').append(axis < dim ? y[(n + i) * dim + axis] / graph.mass(i) : 0);
            }
            for (int axis = 0; forces != null && axis < 3; axis++) {
                text.append(' ').append(axis < dim ? forces[i * dim + axis] : 0);
            }
            text.append(' ').append(graph.mass(i)).append(' ').append(i + 1).append('\n');
        }
    }

    private void lattice(StringBuilder text) {
        if (box.periodic()) {
            text.append("Lattice=\"");
            for (int k = 0; k < 9; k++) {
                int axis = k / 3;
                double period = axis < box.dim() && box.period(axis) > 0 ? box.period(axis) : 1;
                text.append(k == 0 ? "" : " ").append(axis == k % 3 ? period : 0.0);
            }
            text.append("\" ");
        }
        text.append("pbc=\"");
        for (int axis = 0; axis < 3; axis++) {
            text.append(axis == 0 ? "" : " ").append(axis < box.dim() && box.period(axis) > 0 ? 'T' : 'F');
        }
        text.append("\" ");
    }

    static Trajectory read(Path file, CompiledGraph graph, int dim) throws IOException {
        try (LineReader in = new LineReader(file)) {
            Trajectory.Builder builder = null;
            FrameChecks checks = new FrameChecks(in, graph, dim);
            String line;
            for (long k = 0; (line = state(in)) != null; k++) {
                long n = in.integer(line.strip(), "count");
                if (n != graph.nodes()) {
                    throw in.fault(
                            "count", "a state must have the " + graph.nodes() + " bodies of the system, found " + n);
                }
                Map<String, String> keys = keys(in.require("a line of key=value"));
                Box box = checks.same(box(keys, dim, in), "key Lattice");
                if (builder == null) {
                    builder = Trajectory.builder(new PhaseLayout(graph.nodes(), dim), box);
                }
                frame(in, graph, keys, k, builder, checks);
            }
            if (builder == null) {
                throw in.fault("", "a trajectory must hold at least one state, found none");
            }
            return builder.build();
        }
    }

    /** Returns the line that starts the next state; null if nothing but blank lines follows. */
    private static String state(LineReader in) throws IOException {
        String line;
        do {
            line = in.next();
        } while (line != null && line.isBlank());
        return line;
    }

    static Map<String, String> keys(String line) {
        Map<String, String> keys = new LinkedHashMap<>();
        Matcher matcher = KEY_VALUE.matcher(line);
        while (matcher.find()) {
            keys.put(matcher.group(1), matcher.group(2) == null ? matcher.group(3) : matcher.group(2));
        }
        return keys;
    }

    private static Box box(Map<String, String> keys, int dim, LineReader in) throws FileFormatException {
        String lattice = keys.get("Lattice");
        String[] pbc = keys.getOrDefault("pbc", lattice == null ? "F F F" : "T T T")
                .strip()
                .split("\\s+");
        double[] period = new double[dim];
        if (pbc.length != 3) {
            throw in.fault("key pbc", "there must be three flags, found " + pbc.length);
        }
        String[] edges = lattice == null ? new String[0] : lattice.strip().split("\\s+");
        for (int axis = 0; axis < dim; axis++) {
            if (flag(pbc[axis], in)) {
                if (edges.length != 9) {
                    throw in.fault("key Lattice", "a periodic box must have nine numbers, found " + edges.length);
                }
                period[axis] = in.positive(edges[4 * axis], "key Lattice");
                for (int other = 0; other < 3; other++) {
                    if (other != axis && in.number(edges[3 * axis + other], "key Lattice") != 0) {
                        throw in.fault("key Lattice", "a box must be orthogonal, found " + lattice);
                    }
                }
            }
        }
        return Box.of(period);
    }

    private static boolean flag(String text, LineReader in) throws FileFormatException {
        return switch (text) {
            case "T", "True", "TRUE", "true" -> true;
            case "F", "False", "FALSE", "false" -> false;
            default -> throw in.fault("key pbc", "a flag must be T or F, found " + text);
        };
    }

    private static void frame(
            LineReader in,
            CompiledGraph graph,
            Map<String, String> keys,
            long k,
            Trajectory.Builder builder,
            FrameChecks checks)
            throws IOException {
        int n = graph.nodes();
        XyzColumns columns = XyzColumns.of(keys.get("Properties"), in);
        long step = keys.containsKey("Step") ? in.integer(keys.get("Step"), "key Step") : k;
        double time = keys.containsKey("Time") ? in.number(keys.get("Time"), "key Time") : Double.NaN;
        double[] frame = new double[9 * n];
        boolean[] seen = new boolean[n];
        for (int row = 0; row < n; row++) {
            String[] words = in.require(n + " lines of bodies").strip().split("\\s+");
            if (words.length != columns.width()) {
                throw in.fault("", "a line must have " + columns.width() + " columns, found " + words.length);
            }
            int body = columns.id() < 0 ? row : in.integer(words[columns.id()], "column id", 1, n) - 1;
            if (seen[body]) {
                throw in.fault("column id", "ids must be distinct, found " + (body + 1) + " twice");
            }
            seen[body] = true;
            for (int axis = 0; axis < 3; axis++) {
                frame[9 * body + axis] = in.number(words[columns.position() + axis], "column pos");
                frame[9 * body + 3 + axis] = in.number(words[columns.velocity() + axis], "column velo");
                if (columns.force() >= 0) {
                    frame[9 * body + 6 + axis] = in.number(words[columns.force() + axis], "column forces");
                }
            }
            checks.mass(columns.mass() < 0 ? null : words[columns.mass()], body);
        }
        checks.flat(frame);
        double[] y = checks.finite(checks.state(frame));
        builder.add(step, time, y, columns.force() < 0 ? new double[0] : checks.forces(frame));
    }
}
