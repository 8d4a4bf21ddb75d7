package org.hamgraph.eval.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.hamgraph.eval.io.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An external program: springs in open space, right or wrong in some way that its argument says. */
final class SpringsProgram {
    private SpringsProgram() {}

    public static void main(String[] arguments) throws IOException {
        String way = arguments[0];
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            switch (way) {
                case "leave" -> System.exit(3);
                case "nonsense" -> System.out.println("Segmentation fault");
                case "short" -> System.out.println("{\"energy\": 1, \"forces\": [[0, 0, 0]]}");
                default -> System.out.println(answer(Json.MAPPER.readTree(line), way));
            }
        }
    }

    private static String answer(JsonNode state, String way) {
        int n = state.get("nodes").intValue();
        int dim = state.get("dim").intValue();
        double[][] force = new double[n][dim];
        double energy = 0;
        for (int e = 0; e < state.get("edges").size(); e++) {
            int i = state.get("edges").get(e).get(0).intValue();
            int j = state.get("edges").get(e).get(1).intValue();
            double[] d = new double[dim];
            double r2 = 0;
            for (int axis = 0; axis < dim; axis++) {
                d[axis] = state.get("positions").get(i).get(axis).doubleValue()
                        - state.get("positions").get(j).get(axis).doubleValue();
                r2 += d[axis] * d[axis];
            }
            double k = state.get("stiffness").get(e).doubleValue();
            double stretch = Math.sqrt(r2) - state.get("restLength").get(e).doubleValue();
            energy += 0.5 * k * stretch * stretch;
            for (int axis = 0; axis < dim; axis++) {
                double pull = k * stretch * d[axis] / Math.sqrt(r2);
                force[i][axis] -= pull;
                force[j][axis] += way.equals("one end") ? 0 : pull;
            }
        }
        ObjectNode answer = Json.MAPPER.createObjectNode();
        if (way.equals("whole")) {
            ArrayNode velocities = answer.putArray("velocities");
            for (int i = 0; i < n; i++) {
                ArrayNode row = velocities.addArray();
                for (int axis = 0; axis < dim; axis++) {
                    double p = state.get("momenta").get(i).get(axis).doubleValue();
                    double m = state.get("mass").get(i).doubleValue();
                    energy += 0.5 * p * p / m;
                    row.add(p / m);
                }
            }
        }
        answer.put("energy", energy);
        answer.set("forces", Json.MAPPER.valueToTree(force));
        return Json.MAPPER.writeValueAsString(answer);
    }
}
