package org.hamgraph.hgn.kernel;

import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.hamgraph.support.Checks;

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
