package org.hamgraph.hgn.sample;

import java.util.random.RandomGenerator;
import org.hamgraph.support.Checks;

/**
 * Hidden units from pairs of data points; the formula is in {@link PairSampler}. Pairs are drawn with a probability
 * proportional to the change of slope between them over their distance; slopes come from the training data.
 *
 * @param steepness gain g on the published pair weights; 0.25 by default, 1 is the published choice
 * @param leastDistance least distance of the two points of a pair; 0.1 by default, meant for standardised inputs; 0 is
 *     the published choice
 * @since 0.1
 */
public record Swim(double steepness, double leastDistance) implements WeightScheme {
    /** Checks the components. */
    public Swim {
        Checks.positive(steepness, "steepness");
        Checks.notNegative(leastDistance, "least distance");
    }

    /**
     * Returns a scheme with least distance 0.1.
     *
     * @param steepness gain on the published pair weights
     */
    public Swim(double steepness) {
        this(steepness, PairSampler.LEAST_DISTANCE);
    }

    /** Returns the scheme with gain 0.25. */
    public static Swim defaults() {
        return new Swim(0.25);
    }

    @Override
    public String label() {
        return "swim";
    }

    @Override
    public Slopes slopes() {
        return Slopes.MEASURED;
    }

    @Override
    public DenseLayer sample(LayerInputs inputs, int width, RandomGenerator random) {
        return new PairSampler(inputs, leastDistance, random).sample(width, steepness, true);
    }
}
