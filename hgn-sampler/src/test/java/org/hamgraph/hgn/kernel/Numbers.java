package org.hamgraph.hgn.kernel;

import java.util.random.RandomGenerator;
import org.hamgraph.support.RandomStreams;

/** Numbers of a kind, to try kernels with. */
enum Numbers {
    /** Normal deviates. */
    PLAIN {
        @Override
        double draw(RandomGenerator random) {
            return random.nextGaussian();
        }
    },

    /** Numbers whose products underflow, subnormal numbers and both zeros. */
    TINY {
        @Override
        double draw(RandomGenerator random) {
            return switch (random.nextInt(4)) {
                case 0 -> 0.0 * random.nextGaussian();
                case 1 -> Double.MIN_VALUE * random.nextInt(-9, 10);
                default -> 1e-200 * random.nextGaussian();
            };
        }
    },

    /** All sizes whose products are finite, and both zeros. */
    MIXED {
        @Override
        double draw(RandomGenerator random) {
            return switch (random.nextInt(8)) {
                case 0 -> 0.0;
                case 1 -> -0.0;
                case 2 -> Double.MIN_VALUE * random.nextInt(-9, 10);
                case 3 -> 1e100 * random.nextGaussian();
                case 4 -> 1e-100 * random.nextGaussian();
                default -> random.nextGaussian();
            };
        }
    };

    abstract double draw(RandomGenerator random);

    double[] array(int length, long seed, int index) {
        RandomGenerator random = RandomStreams.of(seed, "numbers", index);
        double[] array = new double[length];
        for (int i = 0; i < length; i++) {
            array[i] = draw(random);
        }
        return array;
    }
}
