package org.hamgraph.eval.cli;

import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.hamgraph.eval.io.Json;
import org.hamgraph.sim.io.NumpyArrays;
import tools.jackson.databind.JsonNode;

/** An external program: springs in open space, right or wrong in some way that its argument says. */
final class SpringsProgram {
    private SpringsProgram() {}

    /** A state: vectors body by body. */
    private record State(
            int nodes, int dim, double[] edges, double[][] springs, double[] mass, double[] q, double[] p) {}

    /** Energy, forces and, unless they are null, velocities. */
    private record Answer(double energy, double[] forces, double[] velocities) {}

    public static void main(String[] arguments) throws IOException {
        String way = arguments[0];
        if (way.startsWith("npz ")) {
            answerArchives(way.substring(4));
        } else {
            answerLines(way);
        }
    }

    private static void answerLines(String way) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            switch (way) {
                case "leave" -> System.exit(3);
                case "nonsense" -> System.out.println("Segmentation fault");
                case "short" -> System.out.println("{\"energy\": 1, \"forces\": [[0, 0, 0]]}");
                default -> System.out.println(line(line, way));
            }
        }
    }

    private static String line(String line, String way) {
        JsonNode node = Json.MAPPER.readTree(line);
        State state = new State(
                node.get("nodes").intValue(),
                node.get("dim").intValue(),
                numbers(node.get("edges")),
                new double[][] {numbers(node.get("stiffness")), numbers(node.get("restLength"))},
                numbers(node.get("mass")),
                numbers(node.get("positions")),
                numbers(node.get("momenta")));
        Answer answer = answer(state, way);
        var object = Json.MAPPER.createObjectNode().put("energy", answer.energy);
        object.set("forces", Json.MAPPER.valueToTree(rows(answer.forces, state.dim)));
        if (answer.velocities != null) {
            object.set("velocities", Json.MAPPER.valueToTree(rows(answer.velocities, state.dim)));
        }
        return Json.MAPPER.writeValueAsString(object);
    }

    private static double[] numbers(JsonNode rows) {
        return rows.valueStream()
                .flatMapToDouble(row ->
                        row.isArray() ? Arrays.stream(numbers(row)) : Arrays.stream(new double[] {row.doubleValue()}))
                .toArray();
    }

    private static double[][] rows(double[] values, int dim) {
        double[][] rows = new double[values.length / dim][];
        Arrays.setAll(rows, i -> Arrays.copyOfRange(values, i * dim, (i + 1) * dim));
        return rows;
    }

    private static void answerArchives(String way) throws IOException {
        DataInputStream in = new DataInputStream(System.in);
        StringBuilder length = new StringBuilder();
        for (int next = in.read(); next >= 0; next = in.read()) {
            if (next != '\n') {
                length.append((char) next);
                continue;
            }
            byte[] archive = new byte[Integer.parseInt(length.toString())];
            in.readFully(archive);
            length.setLength(0);
            byte[] answer = archive(NumpyArrays.read(archive, "state"), way);
            System.out.println(answer.length);
            System.out.write(answer, 0, way.equals("cut") ? answer.length / 2 : answer.length);
            System.out.flush();
            if (way.equals("cut")) {
                return;
            }
        }
    }

    private static byte[] archive(NumpyArrays arrays, String way) throws IOException {
        if (way.equals("leave")) {
            System.exit(3);
        }
        int n = arrays.shape("positions")[0];
        int dim = arrays.shape("positions")[1];
        int m = arrays.shape("edges")[0];
        State state = new State(
                n,
                dim,
                arrays.numbers("edges", m, 2),
                new double[][] {arrays.numbers("stiffness", m), arrays.numbers("restLength", m)},
                arrays.numbers("mass", n),
                arrays.numbers("positions", n, dim),
                arrays.numbers("momenta", n, dim));
        Answer answer = answer(state, way);
        NumpyArrays.Writer writer = new NumpyArrays.Writer();
        switch (way) {
            case "short" -> writer.add("energy", new double[1]).add("forces", new double[3], 1, 3);
            case "no energy" -> writer.add("forces", answer.forces, n, dim);
            case "not a number" -> writer.add("energy", new double[] {Double.NaN});
            case "not packed" -> {
                return "energy 1".getBytes(StandardCharsets.US_ASCII);
            }
            default -> {
                writer.add("energy", new double[] {answer.energy}).add("forces", answer.forces, n, dim);
                if (answer.velocities != null) {
                    writer.add("velocities", answer.velocities, n, dim);
                }
            }
        }
        return writer.toBytes();
    }

    private static Answer answer(State state, String way) {
        int dim = state.dim;
        double[] force = new double[state.nodes * dim];
        double energy = 0;
        for (int e = 0; e < state.springs[0].length; e++) {
            int i = dim * (int) state.edges[2 * e];
            int j = dim * (int) state.edges[2 * e + 1];
            double[] d = new double[dim];
            double r2 = 0;
            for (int axis = 0; axis < dim; axis++) {
                d[axis] = state.q[i + axis] - state.q[j + axis];
                r2 += d[axis] * d[axis];
            }
            double k = state.springs[0][e];
            double stretch = Math.sqrt(r2) - state.springs[1][e];
            energy += 0.5 * k * stretch * stretch;
            for (int axis = 0; axis < dim; axis++) {
                double pull = k * stretch * d[axis] / Math.sqrt(r2);
                force[i + axis] -= pull;
                force[j + axis] += way.equals("one end") ? 0 : pull;
            }
        }
        double[] velocity = way.equals("whole") ? new double[force.length] : null;
        for (int k = 0; velocity != null && k < velocity.length; k++) {
            energy += 0.5 * state.p[k] * state.p[k] / state.mass[k / dim];
            velocity[k] = state.p[k] / state.mass[k / dim];
        }
        return new Answer(energy, force, velocity);
    }
}
