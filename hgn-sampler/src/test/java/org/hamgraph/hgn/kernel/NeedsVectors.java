package org.hamgraph.hgn.kernel;

import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;

/** Skips properties of the vector kernels where this Java does not offer them, and says so. */
final class NeedsVectors implements SkipExecutionHook {
    @Override
    public SkipResult shouldBeSkipped(LifecycleContext context) {
        return Kernels.best().name().equals("vector")
                ? SkipResult.doNotSkip()
                : SkipResult.skip(
                        "there are no vector kernels here: the module jdk.incubator.vector is absent, registers"
                                + " are short, or hamgraph.kernels is set");
    }
}
