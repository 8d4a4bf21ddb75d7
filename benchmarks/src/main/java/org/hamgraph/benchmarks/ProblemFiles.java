package org.hamgraph.benchmarks;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hamgraph.support.AtomicFiles;

/** Hands a {@link Problem} to other programs: one file of little-endian doubles for every array. */
final class ProblemFiles {
    private ProblemFiles() {}

    /**
     * Writes points.f64 [points*4], weights.f64 [4*width], biases.f64 [width], right.f64 [4*points], test.f64
     * [4000*4] and energies.f64 [4000].
     *
     * @param problem what to write
     * @param directory existing directory
     */
    static void write(Problem problem, Path directory) throws IOException {
        Map<String, double[]> files = new LinkedHashMap<>();
        files.put("points.f64", problem.pointValues());
        files.put("weights.f64", problem.weights());
        files.put("biases.f64", problem.biases());
        files.put("right.f64", problem.rightHandSide());
        files.put("test.f64", problem.testPointValues());
        files.put("energies.f64", problem.testEnergies());
        for (Map.Entry<String, double[]> file : files.entrySet()) {
            write(directory.resolve(file.getKey()), file.getValue());
        }
    }

    /** Writes one array. */
    static void write(Path file, double[] values) throws IOException {
        AtomicFiles.write(file, out -> out.write(bytes(values)));
    }

    /** Returns numbers as little-endian bytes. */
    static byte[] bytes(double[] values) {
        ByteBuffer buffer = ByteBuffer.allocate(Double.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        buffer.asDoubleBuffer().put(values);
        return buffer.array();
    }
}
