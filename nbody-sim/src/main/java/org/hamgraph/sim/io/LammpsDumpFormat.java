package org.hamgraph.sim.io;

import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;

/** A state as a LAMMPS custom dump, in three dimensions, coordinates unwrapped; every number to the last digit. */
final class LammpsDumpFormat implements TextTrajectoryWriter.Format {
    private final CompiledGraph graph;
    private final Box box;

    LammpsDumpFormat(CompiledGraph graph, Box box) {
        this.graph = graph;
        this.box = box;
    }

    @Override
    public void append(StringBuilder text, long step, double time, double[] y, double[] forces) {
        int n = graph.nodes();
        int dim = box.dim();
        if (Double.isFinite(time)) {
            text.append("ITEM: TIME\n").append(time).append('\n');
        }
        text.append("ITEM: TIMESTEP\n")
                .append(step)
                .append("\nITEM: NUMBER OF ATOMS\n")
                .append(n);
        text.append("\nITEM: BOX BOUNDS");
        for (int axis = 0; axis < 3; axis++) {
            text.append(axis < dim && box.period(axis) > 0 ? " pp" : " ff");
        }
        text.append('\n');
        for (int axis = 0; axis < 3; axis++) {
            bounds(text, axis, y, dim);
        }
        text.append("ITEM: ATOMS id type mass xu yu zu vx vy vz").append(forces == null ? "\n" : " fx fy fz\n");
        for (int i = 0; i < n; i++) {
            text.append(i + 1)
                    .append(' ')
                    .append(graph.bodySpecies(i) + 1)
                    .append(' ')
                    .append(graph.mass(i));
            for (int axis = 0; axis < 3; axis++) {
                text.append(' ').append(axis < dim ? y[i * dim + axis] : 0);
            }
            for (int axis = 0; axis < 3; axis++) {
                text.append(' ').append(axis < dim ? y[(n + i) * dim + axis] / graph.mass(i) : 0);
            }
            for (int axis = 0; forces != null && axis < 3; axis++) {
                text.append(' ').append(axis < dim ? forces[i * dim + axis] : 0);
            }
            text.append('\n');
        }
    }

    private void bounds(StringBuilder text, int axis, double[] y, int dim) {
        double low = axis < dim ? Double.POSITIVE_INFINITY : 0;
        double high = axis < dim ? Double.NEGATIVE_INFINITY : 0;
        if (axis < dim && box.period(axis) > 0) {
            low = 0;
            high = box.period(axis);
        } else {
            for (int i = 0; axis < dim && i < graph.nodes(); i++) {
                low = Math.min(low, y[i * dim + axis]);
                high = Math.max(high, y[i * dim + axis]);
            }
            low -= 1;
            high += 1;
        }
        text.append(low).append(' ').append(high).append('\n');
    }
}
