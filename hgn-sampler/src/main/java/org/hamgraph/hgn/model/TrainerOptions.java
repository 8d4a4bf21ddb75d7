package org.hamgraph.hgn.model;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hamgraph.feature.InvariantFeatures;
import org.hamgraph.hgn.sample.Activation;
import org.hamgraph.hgn.sample.Elm;
import org.hamgraph.hgn.sample.WeightScheme;
import org.hamgraph.hgn.solve.GcvRidge;
import org.hamgraph.hgn.solve.SolverMethod;
import org.hamgraph.support.Checks;

/**
 * The choices of one training.
 *
 * @param width units per species and channel; reduced to a quarter of the rows where there are fewer
 * @param activation nonlinearity of the hidden layers
 * @param weights how hidden weights are drawn
 * @param solver how the output coefficients are found
 * @param features what the layers see; empty to choose by {@link InvariantFeatures#suitedTo the training graph}
 * @param knownEnergy energy of the first training state, which fixes the one constant that motion cannot tell; empty
 *     to take energies as zero at rest and at rest length
 * @param seed the one seed of all random choices
 * @since 0.1
 */
public record TrainerOptions(
        int width,
        Activation activation,
        WeightScheme weights,
        SolverMethod solver,
        Optional<InvariantFeatures> features,
        OptionalDouble knownEnergy,
        long seed) {
    /** Checks the components. */
    public TrainerOptions {
        Checks.atLeast(width, 1, "width");
        Objects.requireNonNull(activation, "activation");
        Objects.requireNonNull(weights, "weights");
        Objects.requireNonNull(solver, "solver");
        Objects.requireNonNull(features, "features");
        if (knownEnergy.isPresent()) {
            Checks.finite(knownEnergy.getAsDouble(), "known energy");
        }
    }

    /**
     * Returns width 64, tanh, gentle normal weights, cross-validated ridge, features suited to the graph and seed 1.
     */
    public static TrainerOptions defaults() {
        return new TrainerOptions(
                64, Activation.TANH, Elm.defaults(), new GcvRidge(), Optional.empty(), OptionalDouble.empty(), 1);
    }

    /**
     * Returns a copy with another width.
     *
     * @param units units per species and channel
     */
    public TrainerOptions withWidth(int units) {
        return new TrainerOptions(units, activation, weights, solver, features, knownEnergy, seed);
    }

    /**
     * Returns a copy with another nonlinearity.
     *
     * @param nonlinearity nonlinearity of the hidden layers
     */
    public TrainerOptions withActivation(Activation nonlinearity) {
        return new TrainerOptions(width, nonlinearity, weights, solver, features, knownEnergy, seed);
    }

    /**
     * Returns a copy with another weight scheme.
     *
     * @param scheme how hidden weights are drawn
     */
    public TrainerOptions withWeights(WeightScheme scheme) {
        return new TrainerOptions(width, activation, scheme, solver, features, knownEnergy, seed);
    }

    /**
     * Returns a copy with another solver.
     *
     * @param method how the output coefficients are found
     */
    public TrainerOptions withSolver(SolverMethod method) {
        return new TrainerOptions(width, activation, weights, method, features, knownEnergy, seed);
    }

    /**
     * Returns a copy with stated features.
     *
     * @param choice what the layers see
     */
    public TrainerOptions withFeatures(InvariantFeatures choice) {
        return new TrainerOptions(width, activation, weights, solver, Optional.of(choice), knownEnergy, seed);
    }

    /**
     * Returns a copy with a known energy.
     *
     * @param energy energy of the first training state
     */
    public TrainerOptions withKnownEnergy(double energy) {
        return new TrainerOptions(width, activation, weights, solver, features, OptionalDouble.of(energy), seed);
    }

    /**
     * Returns a copy with another seed.
     *
     * @param number the one seed of all random choices
     */
    public TrainerOptions withSeed(long number) {
        return new TrainerOptions(width, activation, weights, solver, features, knownEnergy, number);
    }
}
