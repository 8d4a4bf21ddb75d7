package org.hamgraph.hgn.model;

import java.util.Arrays;
import org.hamgraph.feature.BodyCoordinate;
import org.hamgraph.phase.PhaseDataset;
import org.hamgraph.phase.PhaseLayout;

/**
 * The rows of dq/dt = 2 T'(s) p for the bodies of one species, reduced to one row per body and state.
 *
 * <pre>{@code
 * 2 |p| (dx/ds) phi'(x) = (dq/dt . p) / |p|
 * }</pre>
 *
 * The part of dq/dt across p can be reached by no isotropic kinetic energy; its square is summed up, from the vector
 * itself. Bodies at rest give no row.
 */
final class BodyRows {
    private final double[] coordinate;
    private final double[] factor;
    private final double[] rightHandSide;
    private double across2;
    private long reducedAway;

    private BodyRows(int capacity) {
        coordinate = new double[capacity];
        factor = new double[capacity];
        rightHandSide = new double[capacity];
    }

    static BodyRows of(PhaseDataset data, int species, BodyCoordinate kind) {
        int n = data.graph().nodes();
        BodyRows all = new BodyRows(n * data.size());
        int count = 0;
        for (int k = 0; k < data.size(); k++) {
            double[] y = data.state(k);
            double[] derivative = data.derivative(k);
            for (int i = 0; i < n; i++) {
                if (data.graph().bodySpecies(i) == species
                        && all.put(
                                count,
                                data.layout(),
                                y,
                                derivative,
                                i,
                                data.graph().mass(i),
                                kind)) {
                    count++;
                }
            }
        }
        return all.truncated(count);
    }

    private boolean put(
            int row, PhaseLayout layout, double[] y, double[] derivative, int body, double mass, BodyCoordinate kind) {
        int dim = layout.dim();
        int q = body * dim;
        int p = layout.half() + q;
        double s = 0;
        double along = 0;
        for (int axis = 0; axis < dim; axis++) {
            s += y[p + axis] * y[p + axis];
            along += y[p + axis] * derivative[q + axis];
        }
        if (s < Double.MIN_NORMAL) {
            for (int axis = 0; axis < dim; axis++) {
                across2 += derivative[q + axis] * derivative[q + axis];
            }
            reducedAway += dim;
            return false;
        }
        double norm = Math.sqrt(s);
        coordinate[row] = kind.of(s, mass);
        factor[row] = 2 * norm * kind.slope(mass);
        rightHandSide[row] = along / norm;
        for (int axis = 0; axis < dim; axis++) {
            double rest = derivative[q + axis] - along / s * y[p + axis];
            across2 += rest * rest;
        }
        reducedAway += dim - 1;
        return true;
    }

    private BodyRows truncated(int count) {
        BodyRows result = new BodyRows(count);
        System.arraycopy(coordinate, 0, result.coordinate, 0, count);
        System.arraycopy(factor, 0, result.factor, 0, count);
        System.arraycopy(rightHandSide, 0, result.rightHandSide, 0, count);
        result.across2 = across2;
        result.reducedAway = reducedAway;
        return result;
    }

    int count() {
        return coordinate.length;
    }

    double coordinate(int row) {
        return coordinate[row];
    }

    double factor(int row) {
        return factor[row];
    }

    double rightHandSide(int row) {
        return rightHandSide[row];
    }

    double[] coordinates() {
        return coordinate.clone();
    }

    /** Returns φ'(x) of every row, as the data give it. */
    double[] slopes() {
        double[] slope = new double[count()];
        Arrays.setAll(slope, row -> rightHandSide[row] / factor[row]);
        return slope;
    }

    /** Returns the square of what lies across the momenta. */
    double across2() {
        return across2;
    }

    /** Returns how many of the n·d rows the reduction took away. */
    long reducedAway() {
        return reducedAway;
    }
}
