package org.hamgraph.law;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.support.RandomStreams;

/**
 * A law measured on many systems; keeps the system that comes closest to breaking it, or breaks it most.
 *
 * <pre>{@code
 * LawCheck rotation = new LawCheck(Laws.named("rotation"), model, 1);
 * rotation.on(system, 0);
 * rotation.requireHolds(Path.of("target/counter-examples"));
 * }</pre>
 *
 * Not thread-safe.
 *
 * @since 0.1
 */
public final class LawCheck {
    private final Law law;
    private final EnergyModel model;
    private final long seed;
    private int applied;
    private Finding worst;

    /**
     * A law's deviation on a system.
     *
     * @param deviation how far the model was from the law
     * @param system the system
     * @param index which system it was; with the seed, the source of the transformation
     */
    public record Finding(Deviation deviation, BodySystem system, long index) {}

    /**
     * Starts a check.
     *
     * @param law law
     * @param model model
     * @param seed seed of transformations
     */
    public LawCheck(Law law, EnergyModel model, long seed) {
        this.law = law;
        this.model = model;
        this.seed = seed;
    }

    /**
     * Measures the law on a system.
     *
     * @param system system
     * @param index number of the system, which chooses the transformation
     * @return the deviation; empty where the law says nothing
     */
    public Optional<Deviation> on(BodySystem system, long index) {
        Optional<Deviation> found = measure(system, index);
        found.ifPresent(deviation -> {
            applied++;
            if (worst == null || deviation.excess() > worst.deviation.excess()) {
                worst = new Finding(deviation, system, index);
            }
        });
        return found;
    }

    /** As {@link #on}, but leaves no trace. */
    Optional<Deviation> measure(BodySystem system, long index) {
        return law.measure(model, system, RandomStreams.of(seed, law.name(), index));
    }

    /** Returns the law. */
    public Law law() {
        return law;
    }

    /** Returns the number of systems of which the law says something. */
    public int applied() {
        return applied;
    }

    /** Returns the finding with the greatest deviation for its tolerance; empty if the law never applied. */
    public Optional<Finding> worst() {
        return Optional.ofNullable(worst);
    }

    /**
     * Does nothing if the law held wherever it applied.
     *
     * @param folder where a small counter-example is saved otherwise
     * @throws AssertionError naming its files if the law does not hold
     */
    public void requireHolds(Path folder) {
        if (holds()) {
            return;
        }
        CounterExample example = CounterExample.of(this);
        String message = example + " (" + law.statement() + ")";
        try {
            CounterExample.Saved saved = example.save(folder);
            throw new AssertionError(message + "; see " + saved.states() + " and " + saved.graph());
        } catch (IOException e) {
            throw new AssertionError(message + "; it could not be saved", e);
        }
    }

    /**
     * Does nothing if a law holds on one system.
     *
     * @param law law
     * @param model model
     * @param system system
     * @param folder where a small counter-example is saved otherwise
     * @throws AssertionError naming its files if the law does not hold
     */
    public static void requireHolds(Law law, EnergyModel model, BodySystem system, Path folder) {
        LawCheck check = new LawCheck(law, model, 1);
        check.on(system, 0);
        check.requireHolds(folder);
    }

    /** Returns whether the law held wherever it applied. */
    public boolean holds() {
        return worst == null || worst.deviation.holds();
    }
}
