package org.hamgraph.law;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hamgraph.phase.BodySystem;

/**
 * A law as a function of a probe.
 *
 * @param name name
 * @param statement the law in one line
 * @param measurement how it is measured
 */
record NamedLaw(String name, String statement, Measurement measurement) implements Law {
    /** Measures a law at a probe. */
    interface Measurement {
        Optional<Deviation> at(Probe probe, RandomGenerator random);
    }

    @Override
    public Optional<Deviation> measure(EnergyModel model, BodySystem system, RandomGenerator random) {
        return system.graph().nodes() == 0
                ? Optional.empty()
                : measurement.at(new Probe(model, system, random), random);
    }

    @Override
    public String toString() {
        return name;
    }
}
