package org.hamgraph.law;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hamgraph.phase.BodySystem;

/**
 * Something that is true of every energy of a physical system, measured on one system in one state.
 *
 * <p>Laws keep nothing between calls. A transformation is drawn anew with every call; the same source of numbers gives
 * the same one.
 *
 * @since 0.1
 */
public interface Law {
    /** Returns the name, such as {@code galileanBoost}. */
    String name();

    /** Returns the law in one line. */
    String statement();

    /**
     * Measures how far a model is from the law.
     *
     * @param model model
     * @param system bodies, springs, space and a state
     * @param random source of the transformation
     * @return the deviation; empty where the law says nothing, as rotation does in a periodic box
     */
    Optional<Deviation> measure(EnergyModel model, BodySystem system, RandomGenerator random);
}
