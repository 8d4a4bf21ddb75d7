package org.hamgraph.hgn.sample;

import java.util.random.RandomGenerator;
import org.hamgraph.support.Checks;

/**
 * Hidden units from pairs of data points; the formula is in {@link PairSampler}. Pairs are drawn uniformly.
 *
 * @param steepness gain g on the published pair weights; 0.25 by default, 1 is the published choice
 * @since 0.1
 */
public record UniformSwim(double steepness) implements WeightScheme {
    /** Checks the component. */
    public UniformSwim {
        Checks.positive(steepness, "steepness");
    }

    /** Returns the scheme with gain 0.25. */
    public static UniformSwim defaults() {
        return new UniformSwim(0.25);
    }

    @Override
    public String label() {
        return "uswim";
    }

    @Override
    public Slopes slopes() {
        return Slopes.NONE;
    }

    @Override
    public DenseLayer sample(LayerInputs inputs, int width, RandomGenerator random) {
        return new PairSampler(inputs, random).sample(width, steepness, false);
    }
}
