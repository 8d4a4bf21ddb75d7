package org.hamgraph.hgn.model;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.PhaseDataset;

/** Just enough of LAMMPS's file formats to read the trajectories among the test resources. */
final class LammpsData {
    private LammpsData() {}

    static PhaseDataset read(String name, int dim) throws IOException {
        CompiledGraph graph = graph(lines(resource(name + ".data")));
        int n = graph.nodes();
        List<double[]> states = new ArrayList<>();
        List<double[]> derivatives = new ArrayList<>();
        List<String> lines = lines(new GZIPInputStream(resource(name + ".dump.gz")));
        for (int line = 0; line < lines.size(); line++) {
            if (lines.get(line).startsWith("ITEM: ATOMS id type mass x y z vx vy vz fx fy fz")) {
                double[] y = new double[2 * n * dim];
                double[] derivative = new double[2 * n * dim];
                for (int i = 0; i < n; i++) {
                    put(lines.get(line + 1 + i), i, n, dim, y, derivative);
                }
                states.add(y);
                derivatives.add(derivative);
            }
        }
        return PhaseDataset.copyOf(
                graph, Box.open(dim), states.toArray(new double[0][]), derivatives.toArray(new double[0][]));
    }

    private static void put(String line, int i, int n, int dim, double[] y, double[] derivative) {
        String[] field = line.split(" ");
        if (Integer.parseInt(field[0]) != i + 1) {
            throw new IllegalArgumentException("atoms must be sorted by id, found " + line);
        }
        double mass = Double.parseDouble(field[2]);
        for (int axis = 0; axis < dim; axis++) {
            double velocity = Double.parseDouble(field[6 + axis]);
            y[i * dim + axis] = Double.parseDouble(field[3 + axis]);
            y[(n + i) * dim + axis] = mass * velocity;
            derivative[i * dim + axis] = velocity;
            derivative[(n + i) * dim + axis] = Double.parseDouble(field[9 + axis]);
        }
    }

    private static CompiledGraph graph(List<String> lines) {
        int n = Integer.parseInt(lines.get(2).split(" ")[0]);
        int m = Integer.parseInt(lines.get(3).split(" ")[0]);
        double mass = Double.parseDouble(lines.get(lines.indexOf("Masses") + 2).split(" ")[1]);
        String[] bond = lines.get(lines.indexOf("Bond Coeffs") + 2).split(" ");
        CompiledGraph.Builder builder = CompiledGraph.builder(n);
        for (int i = 0; i < n; i++) {
            builder.body(i, mass, 0);
        }
        int first = lines.indexOf("Bonds") + 2;
        for (String line : lines.subList(first, first + m)) {
            String[] field = line.split(" ");
            int a = Integer.parseInt(field[2]) - 1;
            int b = Integer.parseInt(field[3]) - 1;
            builder.spring(a, b, 2 * Double.parseDouble(bond[1]), Double.parseDouble(bond[2]), 0);
        }
        return builder.build();
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = LammpsData.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException("resource " + name + " must be on the class path");
        }
        return in;
    }

    private static List<String> lines(InputStream in) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
