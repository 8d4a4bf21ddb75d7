package org.hamgraph.eval.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hamgraph.phase.PhaseLayout;

/** Keeps the paths of a few bodies, spread evenly over their numbers. */
final class PathRecorder {
    private static final int BODIES = 5;

    private final PhaseLayout layout;
    private final int[] body;
    private final double dt;
    private final List<List<List<Double>>> columns = new ArrayList<>();

    PathRecorder(PhaseLayout layout, double dt) {
        this.layout = layout;
        this.dt = dt;
        body = new int[Math.min(BODIES, layout.nodes())];
        Arrays.setAll(body, k -> (int) ((k + 0.5) * layout.nodes() / body.length));
        for (int k = 0; k < body.length; k++) {
            columns.add(List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        }
    }

    void record(long step, double[] y, Optional<double[]> truth) {
        for (int k = 0; k < body.length; k++) {
            if (truth.isPresent()) {
                put(columns.get(k), 0, step, truth.get(), body[k]);
            }
            put(columns.get(k), 2, step, y, body[k]);
        }
    }

    private void put(List<List<Double>> path, int first, long step, double[] y, int i) {
        int dim = layout.dim();
        path.get(first).add(dim == 1 ? step * dt : y[i * dim]);
        path.get(first + 1).add(dim == 1 ? y[i] : y[i * dim + 1]);
    }

    List<SizeResult.BodyPath> paths() {
        return columns.stream()
                .map(path -> new SizeResult.BodyPath(path.get(0), path.get(1), path.get(2), path.get(3)))
                .toList();
    }
}
