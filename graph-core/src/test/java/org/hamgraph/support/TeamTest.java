package org.hamgraph.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TeamTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void eachItemIsCalledExactlyOnce(int threads) {
        for (int count : new int[] {0, 1, 2, 3, 17, 1000}) {
            AtomicIntegerArray calls = new AtomicIntegerArray(count);
            Team.forEach(threads, count, calls::incrementAndGet);
            for (int k = 0; k < count; k++) {
                assertEquals(1, calls.get(k), threads + " threads, item " + k + " of " + count);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void whatAnItemThrowsIsThrownToTheCaller(int threads) {
        RuntimeException exception = new IllegalStateException("item 7");
        Error error = new AssertionError("item 7");
        assertSame(
                exception,
                assertThrows(
                        IllegalStateException.class,
                        () -> Team.forEach(threads, 100, k -> {
                            if (k == 7) {
                                throw exception;
                            }
                        })));
        assertSame(
                error,
                assertThrows(
                        AssertionError.class,
                        () -> Team.forEach(threads, 100, k -> {
                            if (k == 7) {
                                throw error;
                            }
                        })));
    }

    @Test
    void onOneThreadNothingFollowsTheItemThatFailed() {
        AtomicInteger calls = new AtomicInteger();
        assertThrows(
                ArithmeticException.class,
                () -> Team.forEach(1, 100, k -> {
                    if (calls.incrementAndGet() == 8) {
                        throw new ArithmeticException();
                    }
                }));
        assertEquals(8, calls.get());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void nestedTeamsDoNotBlockEachOther(int threads) {
        for (int repeat = 0; repeat < 50; repeat++) {
            AtomicInteger calls = new AtomicInteger();
            Team.forEach(
                    threads,
                    6,
                    i -> Team.forEach(
                            threads,
                            5,
                            j -> Team.forEach(threads, 4, k -> {
                                calls.incrementAndGet();
                            })));
            assertEquals(120, calls.get());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void theCallerWaitsForAllThatBeganAndNobodyBeginsLater(int threads) {
        for (int repeat = 0; repeat < 200; repeat++) {
            AtomicInteger begun = new AtomicInteger();
            AtomicInteger ended = new AtomicInteger();
            Team.run(threads, () -> {
                begun.incrementAndGet();
                Thread.yield();
                ended.incrementAndGet();
            });
            int after = ended.get();
            assertEquals(begun.get(), after);
            assertTrue(after >= 1 && after <= threads, threads + " threads, " + after + " at work");
            Team.run(1, () -> {});
            assertEquals(after, begun.get());
        }
    }

    @Test
    void aTeamNeedsAThread() {
        assertEquals(
                "number of threads must be at least 1, found 0",
                assertThrows(IllegalArgumentException.class, () -> Team.run(0, () -> {}))
                        .getMessage());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void phasesFollowEachOtherAndSeeWhatWasWritten(int threads) {
        for (int count = 1; count <= 7; count++) {
            int items = count;
            int[][] value = new int[200][items];
            Team.inPhases(threads, 200, items, (phase, k) -> {
                int before = 0;
                for (int j = 0; phase > 0 && j < items; j++) {
                    before += value[(int) phase - 1][j];
                }
                value[(int) phase][k] += 1 + before % 1000;
            });
            int expected = 1;
            for (int phase = 0; phase < 200; phase++) {
                for (int k = 0; k < items; k++) {
                    assertEquals(expected, value[phase][k], threads + " threads, phase " + phase + ", item " + k);
                }
                expected = 1 + expected * items % 1000;
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void whatAnItemOfAPhaseThrowsIsThrownToTheCallerAndNoPhaseFollows(int threads) {
        RuntimeException exception = new IllegalStateException("item 2 of phase 5");
        AtomicInteger later = new AtomicInteger();
        assertSame(
                exception,
                assertThrows(
                        IllegalStateException.class,
                        () -> Team.inPhases(threads, 100, 4, (phase, k) -> {
                            if (phase == 5 && k == 2) {
                                throw exception;
                            }
                            if (phase > 5) {
                                later.incrementAndGet();
                            }
                        })));
        assertEquals(0, later.get());
    }
}
