package org.hamgraph.eval.report;

import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import org.junit.jupiter.api.Assumptions;

/** Skips tests of pictures, with the reason, where the Java runtime has no font; a run without pictures is tested everywhere. */
public final class Fonts {
    private static final String REASON = "the Java runtime has no font to draw pictures with";

    private Fonts() {}

    /** Skips properties of pictures. */
    static final class Needed implements SkipExecutionHook {
        @Override
        public SkipResult shouldBeSkipped(LifecycleContext context) {
            return present() ? SkipResult.doNotSkip() : SkipResult.skip(REASON);
        }
    }

    /** Returns whether pictures can be drawn here. */
    public static boolean present() {
        try {
            ChartStyle.requireFonts();
            return true;
        } catch (MissingFontException e) {
            return false;
        }
    }

    static void assumePresent() {
        Assumptions.assumeTrue(present(), REASON);
    }
}
