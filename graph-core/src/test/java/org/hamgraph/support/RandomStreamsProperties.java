package org.hamgraph.support;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RandomStreamsProperties {
    private static long[] start(long seed, String purpose, long index) {
        return RandomStreams.of(seed, purpose, index).longs(4).toArray();
    }

    @Property
    void theSameThreeGiveTheSameNumbers(@ForAll long seed, @ForAll("purposes") String purpose) {
        long index = seed * 31;
        assertArrayEquals(start(seed, purpose, index), start(seed, purpose, index));
    }

    @Property
    void anyChangeOfTheThreeGivesOtherNumbers(@ForAll long seed, @ForAll("purposes") String purpose) {
        long index = seed * 31;
        long first = start(seed, purpose, index)[0];
        String message = "seed=" + seed + " purpose=" + purpose;
        assertNotEquals(first, start(seed + 1, purpose, index)[0], message);
        assertNotEquals(first, start(~seed, purpose, index)[0], message);
        assertNotEquals(first, start(seed, purpose + "x", index)[0], message);
        assertNotEquals(first, start(seed, "x" + purpose, index)[0], message);
        assertNotEquals(first, start(seed, purpose, index + 1)[0], message);
        assertNotEquals(first, start(seed, purpose, ~index)[0], message);
    }

    @Provide
    Arbitrary<String> purposes() {
        return Arbitraries.strings().ascii().ofMaxLength(12);
    }
}
