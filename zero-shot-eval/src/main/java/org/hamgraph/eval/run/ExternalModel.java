package org.hamgraph.eval.run;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.hamgraph.eval.io.Json;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.law.EnergyModel;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.phase.SeparableHamiltonian;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A model that is another program. It reads one JSON object a line from standard input and answers each with one line
 * on standard output:
 *
 * <pre>{@code
 * {"nodes": 2, "dim": 2, "edges": [[0, 1]], "mass": [1.0, 2.0], "species": [0, 0],
 *  "stiffness": [10.0], "restLength": [1.0], "period": [null, null],
 *  "positions": [[0.0, 0.0], [1.1, 0.0]], "momenta": [[0.1, 0.0], [-0.1, 0.0]]}
 *
 * {"energy": 0.065, "forces": [[1.0, 0.0], [-1.0, 0.0]], "velocities": [[0.1, 0.0], [-0.05, 0.0]]}
 * }</pre>
 *
 * Forces are −dH/dq, velocities dH/dp. Without velocities the energy is potential energy, and |p|²/(2m) of every body
 * is added here. Answers are asked for one at a time; an energy and a gradient of one state cost one answer.
 *
 * @since 0.1
 */
public final class ExternalModel implements EnergyModel, AutoCloseable {
    private static final int LONGEST_QUOTE = 80;

    private final String command;
    private final double precision;
    private final Process process;
    private final BufferedWriter requests;
    private final BufferedReader answers;

    /**
     * Starts the program.
     *
     * @param command command line, run by the shell
     * @param precision how exactly it is expected to compute, relative
     * @throws IOException if there is no shell
     */
    public ExternalModel(String command, double precision) throws IOException {
        this.command = command;
        this.precision = precision;
        process = new ProcessBuilder("sh", "-c", command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        requests = new BufferedWriter(new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
        answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    @Override
    public double precision() {
        return precision;
    }

    @Override
    public Hamiltonian on(CompiledGraph graph, Box box) {
        Bound bound = new Bound(graph, box);
        return bound.givesVelocities() ? new Whole(bound) : new Potential(bound);
    }

    /** Ends the program; kills it if it does not end within five seconds. */
    @Override
    public void close() throws IOException {
        try {
            requests.close();
        } catch (IOException e) {
            // it has ended already
        }
        try {
            if (!process.waitFor(5, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private synchronized String ask(String request) {
        String answer;
        try {
            requests.write(request);
            requests.newLine();
            requests.flush();
            answer = answers.readLine();
        } catch (IOException e) {
            throw new IllegalArgumentException("program must read every line, found " + ended(), e);
        }
        if (answer == null) {
            throw new IllegalArgumentException("program must answer every line, found " + ended());
        }
        return answer;
    }

    private String ended() {
        try {
            if (process.waitFor(1, TimeUnit.SECONDS)) {
                return "that it ended with status " + process.exitValue() + ": " + command;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "that it closed its input or output: " + command;
    }

    /** An answer; velocities are null where the program gives none. */
    private record Answer(double[] y, double energy, double[] forces, double[] velocities) {}

    /** The program on one system; remembers its last answer. */
    private final class Bound {
        private final PhaseLayout layout;
        private final CompiledGraph graph;
        private final ObjectNode system;
        private Answer last;

        Bound(CompiledGraph graph, Box box) {
            this.graph = graph;
            layout = new PhaseLayout(graph.nodes(), box.dim());
            system = describe(graph, box);
        }

        /** Asks for bodies in a row. */
        boolean givesVelocities() {
            double[] y = new double[layout.size()];
            for (int i = 0; i < layout.nodes(); i++) {
                y[i * layout.dim()] = i;
            }
            return answer(y).velocities != null;
        }

        synchronized Answer answer(double[] y) {
            if (last == null || !Arrays.equals(last.y, y)) {
                ObjectNode request = system.deepCopy();
                request.set("positions", vectors(y, 0, layout));
                request.set("momenta", vectors(y, layout.half(), layout));
                last = parse(ask(Json.MAPPER.writeValueAsString(request)), y.clone());
            }
            return last;
        }

        private Answer parse(String line, double[] y) {
            JsonNode answer;
            try {
                answer = Json.MAPPER.readTree(line);
            } catch (JacksonException e) {
                throw wrong("a JSON object", line, e);
            }
            if (!answer.isObject()) {
                throw wrong("a JSON object", line, null);
            }
            return new Answer(
                    y,
                    number(answer.get("energy"), "energy", line),
                    read(answer.get("forces"), "forces", line),
                    answer.has("velocities") ? read(answer.get("velocities"), "velocities", line) : null);
        }

        private double[] read(JsonNode rows, String name, String line) {
            String rule = name + " [" + layout.nodes() + " x " + layout.dim() + "]";
            if (rows == null || !rows.isArray() || rows.size() != layout.nodes()) {
                throw wrong(rule, line, null);
            }
            double[] values = new double[layout.half()];
            for (int i = 0; i < layout.nodes(); i++) {
                JsonNode row = rows.get(i);
                if (!row.isArray() || row.size() != layout.dim()) {
                    throw wrong(rule, line, null);
                }
                for (int axis = 0; axis < layout.dim(); axis++) {
                    values[i * layout.dim() + axis] = number(row.get(axis), name, line);
                }
            }
            return values;
        }
    }

    /** All of the energy is the program's. */
    private record Whole(Bound bound) implements Hamiltonian {
        @Override
        public PhaseLayout layout() {
            return bound.layout;
        }

        @Override
        public double energy(double[] y) {
            return bound.answer(y).energy;
        }

        @Override
        public void gradient(double[] y, double[] gradientOut) {
            Answer answer = bound.answer(y);
            int half = answer.forces.length;
            for (int k = 0; k < half; k++) {
                gradientOut[k] = -answer.forces[k];
                gradientOut[half + k] = answer.velocities[k];
            }
        }
    }

    /** The potential energy is the program's. */
    private record Potential(Bound bound) implements SeparableHamiltonian {
        @Override
        public PhaseLayout layout() {
            return bound.layout;
        }

        private double mass(int place) {
            return bound.graph.mass(place / bound.layout.dim());
        }

        @Override
        public double kineticEnergy(double[] y) {
            double sum = 0;
            int half = bound.layout.half();
            for (int k = 0; k < half; k++) {
                sum += 0.5 * y[half + k] * y[half + k] / mass(k);
            }
            return sum;
        }

        @Override
        public double potentialEnergy(double[] y) {
            return bound.answer(y).energy;
        }

        @Override
        public void velocity(double[] y, double[] velocityOut, int offset) {
            int half = bound.layout.half();
            for (int k = 0; k < half; k++) {
                velocityOut[offset + k] = y[half + k] / mass(k);
            }
        }

        @Override
        public void force(double[] y, double[] forceOut, int offset) {
            System.arraycopy(bound.answer(y).forces, 0, forceOut, offset, bound.layout.half());
        }
    }

    private static double number(JsonNode value, String name, String line) {
        if (value == null || !value.isNumber()) {
            throw wrong(name + " as numbers", line, null);
        }
        return value.doubleValue();
    }

    private static IllegalArgumentException wrong(String rule, String line, Exception cause) {
        String quote = line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "…";
        return new IllegalArgumentException("answer of the program must have " + rule + ", found " + quote, cause);
    }

    private static ObjectNode describe(CompiledGraph graph, Box box) {
        ObjectNode system = Json.MAPPER.createObjectNode();
        system.put("nodes", graph.nodes());
        system.put("dim", box.dim());
        ArrayNode edges = system.putArray("edges");
        ArrayNode stiffness = system.putArray("stiffness");
        ArrayNode restLength = system.putArray("restLength");
        for (int e = 0; e < graph.edges(); e++) {
            edges.addArray().add(graph.first(e)).add(graph.second(e));
            stiffness.add(graph.stiffness(e));
            restLength.add(graph.restLength(e));
        }
        ArrayNode mass = system.putArray("mass");
        ArrayNode species = system.putArray("species");
        for (int i = 0; i < graph.nodes(); i++) {
            mass.add(graph.mass(i));
            species.add(graph.bodySpecies(i));
        }
        ArrayNode period = system.putArray("period");
        for (int axis = 0; axis < box.dim(); axis++) {
            if (box.period(axis) > 0) {
                period.add(box.period(axis));
            } else {
                period.addNull();
            }
        }
        return system;
    }

    private static ArrayNode vectors(double[] y, int from, PhaseLayout layout) {
        ArrayNode rows = Json.MAPPER.createArrayNode();
        for (int i = 0; i < layout.nodes(); i++) {
            ArrayNode row = rows.addArray();
            for (int axis = 0; axis < layout.dim(); axis++) {
                row.add(y[from + i * layout.dim() + axis]);
            }
        }
        return rows;
    }
}
