package org.hamgraph.sim.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.sim.trajectory.Trajectory;
import org.hamgraph.support.FileFormatException;

/**
 * Reads LAMMPS custom dumps: columns id, x y z or xu yu zu, vx vy vz, optionally mass and fx fy fz, in any order,
 * atoms in any order.
 *
 * <p>A box flag {@code pp} makes an axis periodic; coordinates {@code x y z} on it are unwrapped from state to state
 * by the nearest image.
 */
final class LammpsDump {
    private static final List<String> UNWRAPPED = List.of("xu", "yu", "zu");
    private static final List<String> PLAIN = List.of("x", "y", "z");

    private final LineReader in;
    private final CompiledGraph graph;
    private final int dim;
    private final FrameChecks checks;
    private Trajectory.Builder builder;
    private Box box;
    private double[] before;

    private LammpsDump(LineReader in, CompiledGraph graph, int dim) {
        this.in = in;
        this.graph = graph;
        this.dim = dim;
        this.checks = new FrameChecks(in, graph, dim);
    }

    static Trajectory read(Path file, CompiledGraph graph, int dim) throws IOException {
        try (LineReader in = new LineReader(file)) {
            return new LammpsDump(in, graph, dim).read();
        }
    }

    private Trajectory read() throws IOException {
        String line;
        double time = Double.NaN;
        while ((line = in.next()) != null) {
            if (line.startsWith("ITEM: UNITS")) {
                in.require("units");
            } else if (line.startsWith("ITEM: TIMESTEP")) {
                frame(in.integer(in.require("a time step").strip(), "TIMESTEP"), time);
                time = Double.NaN;
            } else if (line.startsWith("ITEM: TIME")) {
                time = in.number(in.require("a time").strip(), "TIME");
            } else if (!line.isBlank()) {
                throw in.fault("", "a state must start with ITEM: TIMESTEP, found '" + clipped(line) + "'");
            }
        }
        if (builder == null) {
            throw in.fault("", "a trajectory must hold at least one state, found none");
        }
        return builder.build();
    }

    private static String clipped(String line) {
        return line.length() <= 60 ? line : line.substring(0, 60) + "…";
    }

    private void frame(long step, double time) throws IOException {
        expect(in.require("ITEM: NUMBER OF ATOMS"), "ITEM: NUMBER OF ATOMS");
        long atoms = in.integer(in.require("a number of atoms").strip(), "NUMBER OF ATOMS");
        if (atoms != graph.nodes()) {
            throw in.fault(
                    "NUMBER OF ATOMS",
                    "a state must have the " + graph.nodes() + " bodies of the system, found " + atoms);
        }
        bounds(in.require("ITEM: BOX BOUNDS"));
        String heading = in.require("ITEM: ATOMS");
        expect(heading, "ITEM: ATOMS");
        atoms(step, time, heading.substring("ITEM: ATOMS".length()).strip().split("\\s+"));
    }

    private void expect(String line, String item) throws FileFormatException {
        if (!line.startsWith(item)) {
            throw in.fault("", item + " must follow, found '" + clipped(line) + "'");
        }
    }

    private void bounds(String heading) throws IOException {
        expect(heading, "ITEM: BOX BOUNDS");
        String[] flags = heading.substring("ITEM: BOX BOUNDS".length()).strip().split("\\s+");
        if (heading.contains("xy")) {
            throw in.fault("BOX BOUNDS", "a box must be orthogonal, found " + heading);
        }
        double[] period = new double[dim];
        for (int axis = 0; axis < 3; axis++) {
            String[] ends = in.require("three box bounds").strip().split("\\s+");
            if (ends.length != 2) {
                throw in.fault("BOX BOUNDS", "bounds must be two numbers, found " + ends.length);
            }
            double length = in.number(ends[1], "BOX BOUNDS") - in.number(ends[0], "BOX BOUNDS");
            if (axis < dim && axis < flags.length && flags[axis].equals("pp")) {
                if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
                    throw in.fault(
                            "BOX BOUNDS",
                            "bounds must be ascending, a finite length apart, found " + String.join(" ", ends));
                }
                period[axis] = length;
            }
        }
        box = checks.same(Box.of(period), "BOX BOUNDS");
    }

    private void atoms(long step, double time, String[] names) throws IOException {
        List<String> columns = Arrays.asList(names);
        boolean unwrapped = columns.contains("xu");
        FrameColumns where = FrameColumns.of(columns, unwrapped ? UNWRAPPED : PLAIN, in);
        int n = graph.nodes();
        double[] frame = new double[9 * n];
        boolean[] seen = new boolean[n];
        for (int k = 0; k < n; k++) {
            String[] words = in.require(n + " lines of atoms").strip().split("\\s+");
            if (words.length != names.length) {
                throw in.fault("", "a line must have " + names.length + " columns, found " + words.length);
            }
            int body = in.integer(words[where.id()], "column id", 1, n) - 1;
            if (seen[body]) {
                throw in.fault("column id", "ids must be distinct, found " + (body + 1) + " twice");
            }
            seen[body] = true;
            where.read(words, frame, body, in);
            checks.mass(where.mass() < 0 ? null : words[where.mass()], body);
        }
        add(step, time, frame, where.forces(), unwrapped);
    }

    private void add(long step, double time, double[] frame, boolean forces, boolean unwrapped)
            throws FileFormatException {
        PhaseLayout layout = new PhaseLayout(graph.nodes(), dim);
        checks.flat(frame);
        double[] y = checks.state(frame);
        if (!unwrapped && before != null) {
            for (int k = 0; k < layout.half(); k++) {
                y[k] = unwrapped(y[k], before[k], box.period(k % dim));
            }
        }
        before = checks.finite(y);
        if (builder == null) {
            builder = Trajectory.builder(layout, box);
        }
        builder.add(step, time, y, forces ? checks.forces(frame) : new double[0]);
    }

    /** Returns the image of a coordinate nearest to where it was; the very number of the file where nothing wraps. */
    private static double unwrapped(double x, double before, double period) {
        double images = period > 0 ? Math.rint((x - before) / period) : 0;
        return images == 0 ? x : x - images * period;
    }
}
