package org.hamgraph.law;

import java.util.random.RandomGenerator;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.phase.Hamiltonian;

/**
 * A model bound to a system, its energy and gradient there, and the sizes that deviations are relative to.
 *
 * <pre>{@code
 * length    mean length of springs; without springs the mean distance from the centre
 * momentum  root mean square of p; 1 at rest
 * lq, lp    change of dH/dq and dH/dp with q and p, per unit: from differences over 1/1000 of length and momentum
 * gq, gp    max |dH/dq| + lq * length,   max |dH/dp| + lp * momentum
 * size      |H| + n (gq * length + gp * momentum)
 * }</pre>
 */
final class Probe {
    private static final double ROUNDING = Math.ulp(1.0);
    /** Distance around a kink that differences keep off, in typical lengths. */
    private static final double KINK = 0.2;

    final EnergyModel model;
    final CompiledGraph graph;
    final Box box;
    final int dim;
    final int half;
    final double[] y;
    final Hamiltonian hamiltonian;
    final double energy;
    final double[] gradient;
    final double length;
    final double momentum;
    final double lq;
    final double lp;
    final double gq;
    final double gp;
    final double size;
    final double[] centre;

    Probe(EnergyModel model, BodySystem system, RandomGenerator random) {
        this.model = model;
        graph = system.graph();
        box = system.box();
        dim = box.dim();
        half = graph.nodes() * dim;
        y = system.state().toArray();
        hamiltonian = model.on(graph, box);
        energy = hamiltonian.energy(y);
        gradient = gradient(hamiltonian, y);
        centre = centre();
        length = typicalLength();
        momentum = typicalMomentum();
        lq = slopeOfGradient(0, length, random);
        lp = slopeOfGradient(half, momentum, random);
        gq = largest(gradient, 0, half) + lq * length;
        gp = largest(gradient, half, 2 * half) + lp * momentum;
        size = Math.abs(energy) + graph.nodes() * (gq * length + gp * momentum);
    }

    static double[] gradient(Hamiltonian hamiltonian, double[] y) {
        double[] gradient = new double[y.length];
        hamiltonian.gradient(y, gradient);
        return gradient;
    }

    private double[] centre() {
        double[] sum = new double[dim];
        for (int k = 0; k < half; k++) {
            sum[k % dim] += y[k] / graph.nodes();
        }
        return sum;
    }

    private double typicalLength() {
        double sum = 0;
        for (int e = 0; e < graph.edges(); e++) {
            sum += box.distance(y, graph.first(e), graph.second(e));
        }
        if (sum > 0) {
            return sum / graph.edges();
        }
        for (int k = 0; k < half; k++) {
            sum += Math.abs(y[k] - centre[k % dim]) / half;
        }
        return sum > 0 ? sum : 1;
    }

    private double typicalMomentum() {
        double sum = 0;
        for (int k = half; k < 2 * half; k++) {
            sum += y[k] * y[k] / half;
        }
        return sum > 0 ? Math.sqrt(sum) : 1;
    }

    private double slopeOfGradient(int from, double unit, RandomGenerator random) {
        double h = 1e-3 * unit;
        double[] ahead = y.clone();
        double[] back = y.clone();
        for (int k = from; k < from + half; k++) {
            double step = random.nextBoolean() ? h : -h;
            ahead[k] += step;
            back[k] -= step;
        }
        double[] change = gradient(hamiltonian, ahead);
        double[] other = gradient(hamiltonian, back);
        for (int k = 0; k < change.length; k++) {
            change[k] = (change[k] - other[k]) / (2 * h);
        }
        return largest(change, from, from + half);
    }

    static double largest(double[] values, int from, int to) {
        double most = 0;
        for (int k = from; k < to; k++) {
            double value = Math.abs(values[k]);
            most = value <= most ? most : value;
        }
        return most;
    }

    /**
     * Returns the larger relative deviation of an energy and a gradient from what they should be.
     *
     * @param found energy in the state
     * @param state the state
     * @param wantedEnergy what it should be
     * @param wantedGradient what the gradient should be
     */
    double compare(Hamiltonian found, double[] state, double wantedEnergy, double[] wantedGradient) {
        double[] difference = gradient(found, state);
        for (int k = 0; k < difference.length; k++) {
            difference[k] -= wantedGradient[k];
        }
        return max(
                relative(found.energy(state) - wantedEnergy, size),
                relative(largest(difference, 0, half), gq),
                relative(largest(difference, half, 2 * half), gp));
    }

    static double relative(double difference, double unit) {
        return difference == 0 ? 0 : Math.abs(difference) / unit;
    }

    /** Returns the largest number; not a number if one is not. */
    static double max(double... values) {
        double most = 0;
        for (double value : values) {
            most = Math.max(most, value);
        }
        return most;
    }

    /** Returns roundings of the coordinates of a state, as a fraction of the typical length. */
    double roundings(double[] state) {
        return 32 * ROUNDING * Math.max(largest(y, 0, half), largest(state, 0, half)) / length;
    }

    /**
     * Returns a deviation held to the precision of the model and to 32 roundings of the largest coordinate over the
     * typical length.
     */
    Deviation within(double measured, double[] state) {
        return new Deviation(measured, model.precision() + roundings(state), "precision + rounding of coordinates");
    }

    /**
     * Returns whether all springs keep off the lengths where energies have kinks: none, and in a periodic box half a
     * period along an axis.
     */
    boolean smooth() {
        return smooth(y);
    }

    boolean smooth(double[] state) {
        for (int e = 0; e < graph.edges(); e++) {
            int i = graph.first(e);
            int j = graph.second(e);
            if (box.distance(state, i, j) < KINK * length) {
                return false;
            }
            for (int axis = 0; axis < dim; axis++) {
                double d = box.nearest(state[i * dim + axis] - state[j * dim + axis], axis);
                if (box.period(axis) > 0 && 0.5 * box.period(axis) - Math.abs(d) < KINK * length) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Returns a random direction: positions in units of the typical length, momenta in units of theirs. */
    double[] direction(RandomGenerator random, boolean positions, boolean momenta) {
        double[] u = new double[2 * half];
        for (int k = 0; k < half; k++) {
            u[k] = positions ? length * random.nextDouble(-1, 1) : 0;
            u[half + k] = momenta ? momentum * random.nextDouble(-1, 1) : 0;
        }
        return u;
    }

    static double[] along(double[] y, double s, double[] u) {
        double[] moved = y.clone();
        for (int k = 0; k < y.length; k++) {
            moved[k] += s * u[k];
        }
        return moved;
    }
}
