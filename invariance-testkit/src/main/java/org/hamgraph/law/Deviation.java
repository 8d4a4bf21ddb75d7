package org.hamgraph.law;

import java.util.Locale;

/**
 * How far a model was found from a law.
 *
 * @param measured deviation; without unit, relative to the size of what was compared
 * @param tolerance greatest deviation of a model that obeys the law
 * @param derivation what the tolerance is made of
 * @since 0.1
 */
public record Deviation(double measured, double tolerance, String derivation) {
    /** Returns whether the law holds; a deviation that is not a number breaks it. */
    public boolean holds() {
        return measured <= tolerance;
    }

    /** Returns the deviation as a multiple of the tolerance; infinite if it is not a number. */
    public double excess() {
        return Double.isNaN(measured) ? Double.POSITIVE_INFINITY : measured / tolerance;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "deviation must be at most %.3g (%s), found %.3g", tolerance, derivation, measured);
    }
}
