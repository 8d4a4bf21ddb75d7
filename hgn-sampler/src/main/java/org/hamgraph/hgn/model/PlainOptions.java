package org.hamgraph.hgn.model;

import java.util.Objects;
import org.hamgraph.hgn.sample.Activation;
import org.hamgraph.hgn.sample.UniformSwim;
import org.hamgraph.hgn.sample.WeightScheme;
import org.hamgraph.hgn.solve.Ridge;
import org.hamgraph.hgn.solve.SolverMethod;
import org.hamgraph.support.Checks;

/**
 * The choices of one training of a network without a graph.
 *
 * @param width number of units
 * @param activation nonlinearity
 * @param weights how hidden weights are drawn
 * @param scaled whether they are drawn for states scaled to mean 0 and standard deviation 1; the published way is not
 *     to scale
 * @param separable whether every unit sees positions alone or momenta alone, half the units each: H(q, p) = T(p) + V(q)
 *     by structure
 * @param degree greatest degree of declared polynomial terms; 0 for none
 * @param solver how the output coefficients are found; {@link Ridge} without declared terms goes through a sketch
 * @param seed the one seed of all random choices
 * @param threads most threads; they do not change a bit
 * @since 0.1
 */
public record PlainOptions(
        int width,
        Activation activation,
        WeightScheme weights,
        boolean scaled,
        boolean separable,
        int degree,
        SolverMethod solver,
        long seed,
        int threads) {
    /** Checks the components. */
    public PlainOptions {
        Checks.atLeast(width, 1, "width");
        Objects.requireNonNull(activation, "activation");
        Objects.requireNonNull(weights, "weights");
        Checks.atLeast(degree, 0, "degree");
        Objects.requireNonNull(solver, "solver");
        Checks.atLeast(threads, 1, "number of threads");
        if (separable && (width < 2 || weights.slopes() != WeightScheme.Slopes.NONE)) {
            throw new IllegalArgumentException("separable units must be at least 2, sampled by elm or uswim, found "
                    + width + " by " + weights.label());
        }
    }

    /**
     * Returns tanh units from pairs of scaled states, tiny ridge, no declared terms, seed 1 and all processors.
     *
     * @param width number of units
     */
    public static PlainOptions defaults(int width) {
        return new PlainOptions(
                width,
                Activation.TANH,
                UniformSwim.defaults(),
                true,
                false,
                0,
                Ridge.defaults(),
                1,
                Runtime.getRuntime().availableProcessors());
    }

    /**
     * Returns a copy with another nonlinearity.
     *
     * @param nonlinearity nonlinearity of the units
     */
    public PlainOptions withActivation(Activation nonlinearity) {
        return new PlainOptions(width, nonlinearity, weights, scaled, separable, degree, solver, seed, threads);
    }

    /**
     * Returns a copy with another weight scheme.
     *
     * @param scheme how hidden weights are drawn
     * @param forScaledStates whether for states of mean 0 and standard deviation 1
     */
    public PlainOptions withWeights(WeightScheme scheme, boolean forScaledStates) {
        return new PlainOptions(width, activation, scheme, forScaledStates, separable, degree, solver, seed, threads);
    }

    /** Returns a copy in which every unit sees positions alone or momenta alone. */
    public PlainOptions asSeparable() {
        return new PlainOptions(width, activation, weights, scaled, true, degree, solver, seed, threads);
    }

    /**
     * Returns a copy with declared polynomial terms.
     *
     * @param greatestDegree greatest degree; 0 for none
     */
    public PlainOptions withDegree(int greatestDegree) {
        return new PlainOptions(width, activation, weights, scaled, separable, greatestDegree, solver, seed, threads);
    }

    /**
     * Returns a copy with another solver.
     *
     * @param method how the output coefficients are found
     */
    public PlainOptions withSolver(SolverMethod method) {
        return new PlainOptions(width, activation, weights, scaled, separable, degree, method, seed, threads);
    }

    /**
     * Returns a copy with another seed.
     *
     * @param number the one seed of all random choices
     */
    public PlainOptions withSeed(long number) {
        return new PlainOptions(width, activation, weights, scaled, separable, degree, solver, number, threads);
    }

    /**
     * Returns a copy with another number of threads.
     *
     * @param number most threads
     */
    public PlainOptions withThreads(int number) {
        return new PlainOptions(width, activation, weights, scaled, separable, degree, solver, seed, number);
    }

    /** Returns in words what kind of units there are. */
    public String units() {
        return activation.label() + " " + weights + (scaled ? ", scaled states" : "")
                + (separable ? ", positions and momenta apart" : "");
    }
}
