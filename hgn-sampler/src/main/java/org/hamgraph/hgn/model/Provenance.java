package org.hamgraph.hgn.model;

import java.util.Objects;
import org.hamgraph.phase.PhaseDataset;
import org.hamgraph.support.Checks;

/**
 * Where a model comes from.
 *
 * @param system training system in words
 * @param states number of training states
 * @param dataSha256 fingerprint of the training data
 * @param seed seed of all random choices
 * @param release release of this library
 * @param java version of the Java platform; functions such as exp may differ in the last bit between versions
 * @since 0.1
 */
public record Provenance(String system, int states, String dataSha256, long seed, String release, String java) {
    /** Checks the components. */
    public Provenance {
        Objects.requireNonNull(system, "system");
        Checks.atLeast(states, 1, "number of states");
        Objects.requireNonNull(dataSha256, "dataSha256");
        Objects.requireNonNull(release, "release");
        Objects.requireNonNull(java, "java");
    }

    static Provenance of(PhaseDataset data, long seed) {
        String release = Provenance.class.getPackage().getImplementationVersion();
        return new Provenance(
                data.graph() + ", " + data.box(),
                data.size(),
                data.fingerprint(),
                seed,
                release == null ? "development" : release,
                System.getProperty("java.version"));
    }
}
