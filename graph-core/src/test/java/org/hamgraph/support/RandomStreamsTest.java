package org.hamgraph.support;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {
    /**
     * Golden values, written down when version 0.1 was made: models and data sets are reproduced from seeds, so a
     * stream may never change.
     */
    @Test
    void theFirstNumbersAreTheGoldenOnes() {
        assertArrayEquals(
                new long[] {4674896690455091969L, 8321740142987751271L, 4121262636713328531L},
                RandomStreams.of(0, "", 0).longs(3).toArray());
        assertArrayEquals(
                new long[] {3449212384618682520L, -2365812755257397130L, -968075257365946819L},
                RandomStreams.of(42, "edge-weights", 1).longs(3).toArray());
        assertArrayEquals(
                new long[] {635958213378560764L, -815654493283018560L, 707412381217645536L},
                RandomStreams.of(-1, "positions", 1_000_000).longs(3).toArray());
        assertEquals(
                0.18698217803837414, RandomStreams.of(42, "edge-weights", 1).nextDouble());
    }

    @Test
    void noTwoOfManyStreamsStartAlike() {
        Map<Long, String> seen = new HashMap<>();
        for (long seed = -20; seed < 20; seed++) {
            for (String purpose : new String[] {"", "a", "b", "ab", "ba", "aa", "edge-weights", "node-weights"}) {
                for (long index = -3; index < 20; index++) {
                    String name = seed + "/" + purpose + "/" + index;
                    String other =
                            seen.put(RandomStreams.of(seed, purpose, index).nextLong(), name);
                    assertEquals(null, other, () -> name + " starts like " + other);
                }
            }
        }
    }

    @Test
    void neighbouringStreamsAreUncorrelated() {
        int count = 200_000;
        RandomGenerator one = RandomStreams.of(7, "positions", 0);
        RandomGenerator other = RandomStreams.of(7, "positions", 1);
        double sum = 0;
        for (int k = 0; k < count; k++) {
            sum += (one.nextDouble() - 0.5) * (other.nextDouble() - 0.5);
        }
        // The product of two independent centred uniform numbers has variance 1/144.
        assertEquals(0, sum / count, 5 / (12 * Math.sqrt(count)));
    }
}
