package org.hamgraph.hgn.network;

import java.util.Arrays;
import org.hamgraph.support.Checks;

/**
 * A hidden layer with its output coefficients: φ(x) = sum_a c_a g_a(x) − constant inside the training range, and its
 * {@link Continuation} beyond.
 *
 * <p>The constant makes φ zero at a reference point, so that energies of systems of different size agree on what zero
 * is. Immutable.
 *
 * @since 0.1
 */
public final class LearnedFunction implements ScalarFunction {
    private final CoordinateLayer layer;
    private final double[] c;
    private final Range range;
    private final Continuation continuation;
    private final Polynomial below;
    private final Polynomial above;
    private final double constant;

    /**
     * Makes a function.
     *
     * @param layer hidden layer
     * @param coefficients output coefficients [F]
     * @param range range outside which the continuation takes over
     * @param continuation how to go on beyond it
     * @param reference where φ is zero
     */
    public LearnedFunction(
            CoordinateLayer layer, double[] coefficients, Range range, Continuation continuation, double reference) {
        this.layer = layer;
        this.c = Checks.copyOfFinite(Checks.length(coefficients, layer.width(), "coefficients [F]"), "coefficients");
        this.range = range;
        this.continuation = continuation;
        this.below = taylor(range.low());
        this.above = taylor(range.high());
        this.constant = raw(Checks.finite(reference, "reference"));
    }

    private Polynomial taylor(double end) {
        return continuation.order() == 0 ? null : new Polynomial(end, layer.series(end, c, continuation.order()));
    }

    @Override
    public double value(double x) {
        return raw(x) - constant;
    }

    private double raw(double x) {
        Polynomial tail = tail(x);
        return tail == null ? layer.value(x, c) : tail.value(x);
    }

    @Override
    public double derivative(double x) {
        Polynomial tail = tail(x);
        return tail == null ? layer.derivative(x, c) : tail.derivative(x);
    }

    private Polynomial tail(double x) {
        return x < range.low() ? below : x > range.high() ? above : null;
    }

    /** Returns the range outside which the continuation takes over. */
    public Range range() {
        return range;
    }

    /** Returns how the function goes on beyond its range. */
    public Continuation continuation() {
        return continuation;
    }

    /** Coefficients of φ' below the range, in powers of x − low; empty if the network goes on. */
    double[] slopesBelow() {
        return below == null ? new double[0] : below.slopes();
    }

    /** Coefficients of φ' above the range, in powers of x − high; empty if the network goes on. */
    double[] slopesAbove() {
        return above == null ? new double[0] : above.slopes();
    }

    /** Greatest rate at which the argument of a unit changes with x in the range. */
    double steepness() {
        return Math.max(layer.steepness(range.low()), layer.steepness(range.high()));
    }

    /** Returns φ + factor · other, where both have one layer, range and continuation. */
    LearnedFunction plus(double factor, LearnedFunction other) {
        double[] sum = new double[c.length];
        Arrays.setAll(sum, a -> c[a] + factor * other.c[a]);
        return new LearnedFunction(layer, sum, range, continuation, range.median());
    }
}
