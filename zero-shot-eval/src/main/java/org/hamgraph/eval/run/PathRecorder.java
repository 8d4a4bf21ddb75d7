package org.hamgraph.eval.run;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.phase.PhaseState;

/**
 * Keeps the paths of a few bodies: one from the middle of the numbers, and those around it that lie apart in the
 * plane of the first two axes.
 */
final class PathRecorder {
    private static final int BODIES = 5;

    private final PhaseLayout layout;
    private final int[] body;
    private final double dt;
    private final List<List<List<Double>>> columns = new ArrayList<>();

    PathRecorder(BodySystem start, double dt) {
        this.layout = start.layout();
        this.dt = dt;
        body = choose(start);
        for (int k = 0; k < body.length; k++) {
            columns.add(List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
        }
    }

    /**
     * Walks outwards along the springs and takes bodies that are at least half a spring away from those taken before.
     */
    private static int[] choose(BodySystem start) {
        CompiledGraph graph = start.graph();
        double apart = graph.edges() == 0
                ? 0
                : 0.5 * start.box().distance(start.state().toArray(), graph.first(0), graph.second(0));
        Set<Integer> met = new LinkedHashSet<>(List.of(graph.nodes() / 2));
        Queue<Integer> next = new ArrayDeque<>(met);
        List<Integer> chosen = new ArrayList<>();
        while (!next.isEmpty() && chosen.size() < BODIES) {
            int i = next.remove();
            if (chosen.stream().allMatch(j -> planeDistance(start, i, j) >= apart)) {
                chosen.add(i);
            }
            for (int slot = graph.rowStart(i); slot < graph.rowStart(i + 1); slot++) {
                if (met.add(graph.neighbor(slot))) {
                    next.add(graph.neighbor(slot));
                }
            }
        }
        return chosen.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double planeDistance(BodySystem start, int i, int j) {
        PhaseState state = start.state();
        double dx = state.q(i, 0) - state.q(j, 0);
        double dy = start.box().dim() > 1 ? state.q(i, 1) - state.q(j, 1) : 0;
        return Math.hypot(dx, dy);
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
