package org.hamgraph.hgn.model;

import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.hgn.PairTruth;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.phase.SeparableHamiltonian;

/**
 * Springs on a chain of bodies in the plane and an energy of every angle between consecutive ones, strength times the
 * square of the inner product of the two bonds.
 */
record ThreeBodyTruth(CompiledGraph graph, double strength) implements SeparableHamiltonian {
    private PairTruth springs() {
        return PairTruth.of(graph, Box.open(2), PairTruth.SPRING);
    }

    @Override
    public PhaseLayout layout() {
        return new PhaseLayout(graph.nodes(), 2);
    }

    @Override
    public double kineticEnergy(double[] y) {
        return springs().kineticEnergy(y);
    }

    @Override
    public double potentialEnergy(double[] y) {
        double sum = springs().potentialEnergy(y);
        for (int i = 1; i + 1 < graph.nodes(); i++) {
            double product = product(y, i);
            sum += strength * product * product;
        }
        return sum;
    }

    private static double product(double[] y, int i) {
        double sum = 0;
        for (int axis = 0; axis < 2; axis++) {
            double here = y[2 * i + axis];
            sum += (y[2 * i - 2 + axis] - here) * (y[2 * i + 2 + axis] - here);
        }
        return sum;
    }

    @Override
    public void velocity(double[] y, double[] velocityOut, int offset) {
        springs().velocity(y, velocityOut, offset);
    }

    @Override
    public void force(double[] y, double[] forceOut, int offset) {
        springs().force(y, forceOut, offset);
        for (int i = 1; i + 1 < graph.nodes(); i++) {
            double factor = 2 * strength * product(y, i);
            for (int axis = 0; axis < 2; axis++) {
                double before = y[2 * i - 2 + axis] - y[2 * i + axis];
                double after = y[2 * i + 2 + axis] - y[2 * i + axis];
                forceOut[offset + 2 * i - 2 + axis] -= factor * after;
                forceOut[offset + 2 * i + 2 + axis] -= factor * before;
                forceOut[offset + 2 * i + axis] += factor * (before + after);
            }
        }
    }
}
