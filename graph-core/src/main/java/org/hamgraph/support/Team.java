package org.hamgraph.support;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;

/**
 * Several threads on one piece of work. The caller takes part and never waits for a helper that has not begun, so
 * nested teams cannot block each other, and a busy machine only makes them smaller.
 *
 * @since 0.1
 */
public final class Team {
    private final Runnable work;
    private final AtomicInteger inside = new AtomicInteger(1);
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    private Team(Runnable work) {
        this.work = work;
    }

    /**
     * Runs the same work on up to {@code threads} threads at once and returns when all that began have ended.
     *
     * @param threads most threads, at least 1
     * @param work divides itself, and may not wait for others to begin
     */
    public static void run(int threads, Runnable work) {
        Checks.atLeast(threads, 1, "number of threads");
        Team team = new Team(work);
        for (int k = 1; k < threads; k++) {
            ForkJoinPool.commonPool().execute(team::help);
        }
        team.lead();
    }

    /**
     * Calls {@code item} with 0 … count−1, each once, in no particular order.
     *
     * @param threads most threads, at least 1
     * @param count number of items
     * @param item what to do; items may not depend on each other
     */
    public static void forEach(int threads, int count, IntConsumer item) {
        AtomicInteger next = new AtomicInteger();
        run(Math.max(1, Math.min(threads, count)), () -> {
            for (int k = next.getAndIncrement(); k < count; k = next.getAndIncrement()) {
                item.accept(k);
            }
        });
    }

    /**
     * Calls {@code item} with every phase 0 … phases−1 and, in each, with every index 0 … count−1 once, in no
     * particular order. A phase begins when all items of the one before it have ended and its writes are seen by all.
     * A thread keeps to the indices it had before, where it can.
     *
     * @param threads most threads, at least 1
     * @param phases number of phases
     * @param count number of items in every phase, at least 1
     * @param item what to do; items of one phase may not depend on each other
     */
    public static void inPhases(int threads, long phases, int count, PhasedItem item) {
        Checks.atLeast(threads, 1, "number of threads");
        Checks.atLeast(count, 1, "number of items");
        if (threads == 1 || count == 1) {
            for (long phase = 0; phase < phases; phase++) {
                for (int k = 0; k < count; k++) {
                    item.accept(phase, k);
                }
            }
            return;
        }
        Phases work = new Phases(phases, count, item);
        run(Math.min(threads, count), work::attend);
    }

    /** A part of a phase. */
    @FunctionalInterface
    public interface PhasedItem {
        /**
         * Does it.
         *
         * @param phase phase, from 0
         * @param index which part of the phase, from 0
         */
        void accept(long phase, int index);
    }

    /** Items of phases, each taken by the first thread that comes by. */
    private static final class Phases {
        private static final int PATIENCE = 2000;

        private final long phases;
        private final int count;
        private final PhasedItem item;
        private final AtomicLongArray taken;
        private final AtomicLong done = new AtomicLong();
        private final AtomicInteger rank = new AtomicInteger();
        private volatile boolean failed;

        Phases(long phases, int count, PhasedItem item) {
            this.phases = phases;
            this.count = count;
            this.item = item;
            this.taken = new AtomicLongArray(count);
        }

        void attend() {
            int home = rank.getAndIncrement();
            for (long phase = done.get() / count; phase < phases && !failed; phase++) {
                for (int k = 0; k < count; k++) {
                    int index = (home + k) % count;
                    if (taken.compareAndSet(index, phase, phase + 1)) {
                        accept(phase, index);
                    }
                }
                await((phase + 1) * count);
            }
        }

        private void accept(long phase, int index) {
            boolean whole = false;
            try {
                item.accept(phase, index);
                whole = true;
            } finally {
                if (!whole) {
                    failed = true;
                }
            }
            done.incrementAndGet();
        }

        private void await(long wanted) {
            for (int spins = 0; done.get() < wanted && !failed; spins++) {
                if (spins < PATIENCE) {
                    Thread.onSpinWait();
                } else {
                    Thread.yield();
                }
            }
        }
    }

    private void help() {
        for (int n = inside.get(); n > 0; n = inside.get()) {
            if (inside.compareAndSet(n, n + 1)) {
                attempt();
                inside.decrementAndGet();
                return;
            }
        }
    }

    private void lead() {
        attempt();
        inside.decrementAndGet();
        while (inside.get() > 0) {
            Thread.onSpinWait();
        }
        Throwable thrown = failure.get();
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private void attempt() {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }
}
