package org.hamgraph.eval.run;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import org.hamgraph.eval.io.Json;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.PhaseLayout;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * States and answers as JSON objects, one a line:
 *
 * <pre>{@code
 * {"nodes": 2, "dim": 2, "edges": [[0, 1]], "mass": [1.0, 2.0], "species": [0, 0],
 *  "stiffness": [10.0], "restLength": [1.0], "period": [null, null],
 *  "positions": [[0.0, 0.0], [1.1, 0.0]], "momenta": [[0.1, 0.0], [-0.1, 0.0]]}
 *
 * {"energy": 0.065, "forces": [[1.0, 0.0], [-1.0, 0.0]], "velocities": [[0.1, 0.0], [-0.05, 0.0]]}
 * }</pre>
 */
final class JsonLines implements Exchange {
    private final BufferedWriter requests;
    private final BufferedReader answers;

    JsonLines(OutputStream requests, InputStream answers) {
        this.requests = new BufferedWriter(new OutputStreamWriter(requests, StandardCharsets.UTF_8));
        this.answers = new BufferedReader(new InputStreamReader(answers, StandardCharsets.UTF_8));
    }

    @Override
    public void send(CompiledGraph graph, Box box, double[] y) throws IOException {
        PhaseLayout layout = new PhaseLayout(graph.nodes(), box.dim());
        ObjectNode state = describe(graph, box);
        state.set("positions", vectors(y, 0, layout));
        state.set("momenta", vectors(y, layout.half(), layout));
        requests.write(Json.MAPPER.writeValueAsString(state));
        requests.newLine();
        requests.flush();
    }

    @Override
    public Answer receive(PhaseLayout layout) throws IOException {
        String line = answers.readLine();
        if (line == null) {
            return null;
        }
        JsonNode answer;
        try {
            answer = Json.MAPPER.readTree(line);
        } catch (JacksonException e) {
            throw Exchange.wrong("a JSON object", line, e);
        }
        if (!answer.isObject()) {
            throw Exchange.wrong("a JSON object", line, null);
        }
        return new Answer(
                number(answer.get("energy"), "energy", line),
                read(answer.get("forces"), "forces", layout, line),
                answer.has("velocities") ? read(answer.get("velocities"), "velocities", layout, line) : null);
    }

    private static double[] read(JsonNode rows, String name, PhaseLayout layout, String line) {
        String rule = name + " [" + layout.nodes() + " x " + layout.dim() + "]";
        if (rows == null || !rows.isArray() || rows.size() != layout.nodes()) {
            throw Exchange.wrong(rule, line, null);
        }
        double[] values = new double[layout.half()];
        for (int i = 0; i < layout.nodes(); i++) {
            JsonNode row = rows.get(i);
            if (!row.isArray() || row.size() != layout.dim()) {
                throw Exchange.wrong(rule, line, null);
            }
            for (int axis = 0; axis < layout.dim(); axis++) {
                values[i * layout.dim() + axis] = number(row.get(axis), name, line);
            }
        }
        return values;
    }

    private static double number(JsonNode value, String name, String line) {
        if (value == null || !value.isNumber()) {
            throw Exchange.wrong(name + " as numbers", line, null);
        }
        return value.doubleValue();
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
