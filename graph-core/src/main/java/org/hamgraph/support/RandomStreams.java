package org.hamgraph.support;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Independent random streams drawn from one seed: one per purpose, so that adding a draw in one place moves no number
 * in another.
 *
 * <pre>{@code
 * RandomGenerator weights = RandomStreams.of(seed, "edge-weights", species);
 * }</pre>
 *
 * Streams are {@code L64X128MixRandom} generators whose seed mixes the user's seed, the purpose and an index with the
 * finaliser of SplitMix64 (G. Steele, D. Lea, C. Flood, Fast splittable pseudorandom number generators, OOPSLA 2014).
 *
 * @since 0.1
 */
public final class RandomStreams {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private RandomStreams() {}

    /**
     * Returns the stream of this seed, purpose and index; the same three always give the same numbers.
     *
     * @param seed the one seed of a run
     * @param purpose what the numbers are for
     * @param index which of several streams with this purpose
     */
    public static RandomGenerator of(long seed, String purpose, long index) {
        long mixed = mix(seed + GOLDEN_GAMMA);
        for (int i = 0; i < purpose.length(); i++) {
            mixed = mix(mixed * 31 + purpose.charAt(i));
        }
        return RandomGeneratorFactory.of("L64X128MixRandom").create(mix(mixed + (index + 1) * GOLDEN_GAMMA));
    }

    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
