package org.hamgraph.hgn;

import java.util.random.RandomGenerator;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Structure;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.PairwiseHamiltonian;
import org.hamgraph.phase.PhaseDataset;
import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.support.RandomStreams;

/**
 * A system to learn from and a lattice to draw its states about.
 *
 * @param graph bodies and springs
 * @param box space around them
 * @param lattice positions at rest [n*dim]
 * @param truth energy of the system
 */
public record TrainingSystem(CompiledGraph graph, Box box, double[] lattice, SeparableHamiltonian truth) {
    /** Displacements of a lattice of spacing 1 in the data the targets were measured on. */
    public static final double DISPLACEMENT = 0.25;

    /** Returns unit masses joined by springs of stiffness 1 and length 1. */
    public static TrainingSystem springs(Structure structure) {
        return of(structure, structure.compile(1, 1, 1), PairTruth.SPRING);
    }

    /** Returns a lattice of unit spacing whose edges have a certain energy. */
    public static TrainingSystem of(Structure structure, CompiledGraph graph, PairTruth.Bond bond) {
        return of(structure, PairTruth.of(graph, structure.box(1), bond));
    }

    /** Returns a lattice of unit spacing with a certain energy. */
    public static TrainingSystem of(Structure structure, PairwiseHamiltonian truth) {
        return new TrainingSystem(truth.graph(), truth.box(), structure.positions(1), truth);
    }

    /** Returns the same system with another energy. */
    public TrainingSystem withTruth(SeparableHamiltonian other) {
        return new TrainingSystem(graph, box, lattice, other);
    }

    /** Returns states with positions uniform within 0.25 of the lattice and momenta uniform in [-1, 1], per axis. */
    public double[][] states(int count, long seed) {
        return states(count, DISPLACEMENT, 1, seed);
    }

    /** Returns states with positions uniform about the lattice and momenta uniform about 0, per axis. */
    public double[][] states(int count, double displacement, double momentum, long seed) {
        RandomGenerator random = RandomStreams.of(seed, "states", 0);
        int half = lattice.length;
        double[][] states = new double[count][2 * half];
        for (double[] y : states) {
            for (int k = 0; k < half; k++) {
                y[k] = lattice[k] + random.nextDouble(-displacement, displacement);
                y[half + k] = random.nextDouble(-momentum, momentum);
            }
        }
        return states;
    }

    /** Returns the usual states with their derivatives. */
    public PhaseDataset data(int count, long seed) {
        return PhaseDataset.of(graph, box, states(count, seed), truth);
    }

    /** Returns given states with their derivatives. */
    public PhaseDataset data(double[][] states) {
        return PhaseDataset.of(graph, box, states, truth);
    }

    /** Returns the relative error of the forces of another energy on some states. */
    public double forceError(Hamiltonian other, double[][] states) {
        return derivativeError(other, states, graph.nodes() * box.dim());
    }

    /** Returns the relative error of the velocities of another energy on some states. */
    public double velocityError(Hamiltonian other, double[][] states) {
        return derivativeError(other, states, 0);
    }

    private double derivativeError(Hamiltonian other, double[][] states, int start) {
        double error2 = 0;
        double size2 = 0;
        double[] wanted = new double[2 * graph.nodes() * box.dim()];
        double[] found = new double[wanted.length];
        for (double[] y : states) {
            truth.vectorField(y, wanted);
            other.vectorField(y, found);
            for (int k = start; k < start + wanted.length / 2; k++) {
                error2 += (found[k] - wanted[k]) * (found[k] - wanted[k]);
                size2 += wanted[k] * wanted[k];
            }
        }
        return Math.sqrt(error2 / size2);
    }

    /** Returns the relative error of the values of another energy on some states. */
    public double energyError(Hamiltonian other, double[][] states) {
        double error2 = 0;
        double size2 = 0;
        for (double[] y : states) {
            double wanted = truth.energy(y);
            double error = other.energy(y) - wanted;
            error2 += error * error;
            size2 += wanted * wanted;
        }
        return Math.sqrt(error2 / size2);
    }
}
