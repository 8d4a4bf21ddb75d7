package org.hamgraph.hgn.model;

import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.PhaseLayout;

/** A learned energy with one millionth of something added that a law forbids; its gradient is the right one. */
record BrokenModel(Hamiltonian model, CompiledGraph graph, Fault fault) implements Hamiltonian {
    private static final double SIZE = 1e-6;

    /** What is added to the energy. */
    enum Fault {
        /** sum_i x_i²/2: a feature of absolute coordinates, which sees shifts and rotations. */
        ABSOLUTE_COORDINATE,
        /** sum_i i |p_i|²/2: bodies told apart by their index. */
        BODY_INDEX,
        /** sum_i |p_x,i|: one component in place of the whole momentum, which sees rotations. */
        MOMENTUM_COMPONENT,
        /** sum_i |p_i|² p_x,i: odd in the momenta. */
        ODD_MOMENTUM,
        /** q_0 x q_1 of two axes: an orientation, which sees reflections but not rotations of the plane. */
        ORIENTATION
    }

    @Override
    public PhaseLayout layout() {
        return model.layout();
    }

    @Override
    public double energy(double[] y) {
        double sum = 0;
        for (int i = 0; i < layout().nodes(); i++) {
            double x = y[i * layout().dim()];
            double px = y[layout().half() + i * layout().dim()];
            double s = square(y, i);
            sum += switch (fault) {
                case ABSOLUTE_COORDINATE -> x * x / 2;
                case BODY_INDEX -> i * s / 2;
                case MOMENTUM_COMPONENT -> Math.abs(px);
                case ODD_MOMENTUM -> s * px;
                case ORIENTATION -> i == 0 ? x * y[layout().dim() + 1] - y[1] * y[layout().dim()] : 0;
            };
        }
        return model.energy(y) + SIZE * sum;
    }

    private double square(double[] y, int body) {
        double sum = 0;
        for (int axis = 0; axis < layout().dim(); axis++) {
            double p = y[layout().half() + body * layout().dim() + axis];
            sum += p * p;
        }
        return sum;
    }

    @Override
    public void gradient(double[] y, double[] out) {
        model.gradient(y, out);
        int dim = layout().dim();
        for (int i = 0; i < layout().nodes(); i++) {
            int q = i * dim;
            int p = layout().half() + q;
            switch (fault) {
                case ABSOLUTE_COORDINATE -> out[q] += SIZE * y[q];
                case BODY_INDEX -> {
                    for (int axis = 0; axis < dim; axis++) {
                        out[p + axis] += SIZE * i * y[p + axis];
                    }
                }
                case MOMENTUM_COMPONENT -> out[p] += SIZE * Math.signum(y[p]);
                case ODD_MOMENTUM -> {
                    out[p] += SIZE * square(y, i);
                    for (int axis = 0; axis < dim; axis++) {
                        out[p + axis] += SIZE * 2 * y[p + axis] * y[p];
                    }
                }
                case ORIENTATION -> {
                    if (i == 0) {
                        out[0] += SIZE * y[dim + 1];
                        out[1] -= SIZE * y[dim];
                        out[dim] -= SIZE * y[1];
                        out[dim + 1] += SIZE * y[0];
                    }
                }
            }
        }
    }
}
