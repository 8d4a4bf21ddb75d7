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
    void inPhasesEachItemOfEachPhaseIsCalledExactlyOnce(int threads) {
        for (int count = 1; count <= 7; count++) {
            for (int phases : new int[] {0, 1, 2, 100}) {
                int items = count;
                AtomicIntegerArray calls = new AtomicIntegerArray(phases * count);
                Team.inPhases(threads, phases, count, (phase, k) -> calls.incrementAndGet((int) phase * items + k));
                for (int k = 0; k < calls.length(); k++) {
                    assertEquals(1, calls.get(k), threads + " threads, call " + k + " of " + count + " in a phase");
                }
            }
        }
    }

    /** Every item is a function of all items of the phase before; the arrays are plain. */
    private static int phasesThatSawLess(int threads, int count, int phases, boolean together) {
        long[][] value = new long[phases + 1][count];
        for (int k = 0; k < count; k++) {
            value[0][k] = k + 1;
        }
        Team.PhasedItem item = (phase, k) -> {
            long sum = k;
            for (long before : value[(int) phase]) {
                sum = 31 * sum + before;
            }
            value[(int) phase + 1][k] = sum;
        };
        if (together) {
            Team.forEach(threads, count, k -> {
                for (int phase = 0; phase < phases; phase++) {
                    item.accept(phase, k);
                }
            });
        } else {
            Team.inPhases(threads, phases, count, item);
        }
        int wrong = 0;
        for (int phase = 0; phase < phases; phase++) {
            for (int k = 0; k < count; k++) {
                long sum = k;
                for (long before : value[phase]) {
                    sum = 31 * sum + before;
                }
                wrong += value[phase + 1][k] == sum ? 0 : 1;
            }
        }
        return wrong;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void aPhaseSeesAllThatTheOneBeforeWrote(int threads) {
        for (int count = 1; count <= 7; count++) {
            assertEquals(0, phasesThatSawLess(threads, count, 3000, false), threads + " threads, " + count + " items");
        }
    }

    @Test
    void itemsThatDoNotWaitForThePhaseBeforeSeeLess() {
        assertTrue(phasesThatSawLess(1, 2, 3, true) > 0);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void whatAnItemOfAPhaseThrowsIsThrownToTheCallerAndNoLaterPhaseBegins(int threads) {
        RuntimeException exception = new IllegalStateException("phase 5");
        Error error = new AssertionError("phase 5");
        for (int repeat = 0; repeat < 100; repeat++) {
            for (int count = 1; count <= 7; count++) {
                int last = count - 1;
                AtomicInteger later = new AtomicInteger();
                assertSame(
                        exception,
                        assertThrows(
                                IllegalStateException.class,
                                () -> Team.inPhases(threads, 50, last + 1, (phase, k) -> {
                                    if (phase == 5 && k == last) {
                                        throw exception;
                                    }
                                    later.addAndGet(phase > 5 ? 1 : 0);
                                })));
                assertEquals(0, later.get(), threads + " threads, " + count + " items");
                assertSame(
                        error,
                        assertThrows(
                                AssertionError.class,
                                () -> Team.inPhases(threads, 50, last + 1, (phase, k) -> {
                                    if (phase == 5) {
                                        throw error;
                                    }
                                })));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void nestedPhasesDoNotBlockEachOther(int threads) {
        for (int repeat = 0; repeat < 20; repeat++) {
            AtomicInteger calls = new AtomicInteger();
            Team.inPhases(
                    threads,
                    3,
                    4,
                    (i, j) -> Team.inPhases(
                            threads,
                            5,
                            3,
                            (k, l) -> Team.forEach(threads, 2, m -> {
                                calls.incrementAndGet();
                            })));
            assertEquals(3 * 4 * 5 * 3 * 2, calls.get());
        }
    }

    @Test
    void phasesNeedAnItemAndAThread() {
        assertEquals(
                "number of items must be at least 1, found 0",
                assertThrows(IllegalArgumentException.class, () -> Team.inPhases(2, 1, 0, (phase, k) -> {}))
                        .getMessage());
        assertEquals(
                "number of threads must be at least 1, found 0",
                assertThrows(IllegalArgumentException.class, () -> Team.inPhases(0, 1, 2, (phase, k) -> {}))
                        .getMessage());
        assertThrows(IllegalArgumentException.class, () -> Team.inPhases(0, 1, 1, (phase, k) -> {}));
    }
}
