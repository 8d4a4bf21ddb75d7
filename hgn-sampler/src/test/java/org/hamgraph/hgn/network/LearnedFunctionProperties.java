package org.hamgraph.hgn.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.hamgraph.feature.ScalarInput;
import org.hamgraph.support.RandomStreams;

/** On random functions of log x over [0.8, 1.4] with every continuation; order 0 is the network itself. */
class LearnedFunctionProperties {
    private static final double LOW = 0.8;
    private static final double HIGH = 1.4;
    private static final double STEP = Math.cbrt(Math.ulp(1.0));
    /** Six units of derivatives below 10 each, by an input that changes up to 1/0.6 as fast as x. */
    private static final double CURVATURE = 6 * 10 * Math.pow(1 / 0.6 / 0.5, 3);

    private static LearnedFunction function(int order, double reference, long seed) {
        RandomGenerator random = RandomStreams.of(seed, "function", 0);
        Range range = new Range(LOW, HIGH, 1.1);
        CoordinateLayer layer = RandomNetwork.layer(6, List.of(ScalarInput.LOG), range, random);
        double[] c = random.doubles(6, -1, 1).toArray();
        return new LearnedFunction(layer, c, range, new Continuation(order), reference);
    }

    @Property(tries = 300)
    void derivativeIsThatOfTheValueInsideAndBeyondBothEnds(
            @ForAll @IntRange(min = 0, max = 5) int order,
            @ForAll @DoubleRange(min = 0.6, max = 1.6) double x,
            @ForAll long seed) {
        LearnedFunction f = function(order, 1, seed);
        double difference = (f.value(x + STEP) - f.value(x - STEP)) / (2 * STEP);
        // Step^2/6 times the third derivative; across an end a continuation of order 1 has its kink in the second: step
        // times that.
        double atEnd = Math.min(Math.abs(x - LOW), Math.abs(x - HIGH)) <= STEP ? CURVATURE * STEP : 0;
        double tolerance = CURVATURE * STEP * STEP / 6 + 12 * Math.ulp(1.0) / STEP + atEnd;
        assertEquals(difference, f.derivative(x), tolerance, () -> "order=" + order + " x=" + x + " seed=" + seed);
    }

    @Property(tries = 200)
    void valueAndSlopeGoOnWithoutAJump(
            @ForAll @IntRange(min = 0, max = 5) int order, @ForAll boolean high, @ForAll long seed) {
        LearnedFunction f = function(order, 1, seed);
        double inside = high ? HIGH : LOW;
        double beyond = high ? Math.nextUp(HIGH) : Math.nextDown(LOW);
        // Six units of value 1 and slope 4, added up twice.
        assertEquals(f.value(inside), f.value(beyond), 20 * Math.ulp(1.0), () -> "order=" + order + " seed=" + seed);
        assertEquals(
                f.derivative(inside),
                f.derivative(beyond),
                100 * Math.ulp(1.0),
                () -> "order=" + order + " seed=" + seed);
    }

    @Property(tries = 200)
    void theValueIsZeroAtTheReferenceWhereverThatLies(
            @ForAll @IntRange(min = 0, max = 5) int order,
            @ForAll @DoubleRange(min = 0.3, max = 3) double reference,
            @ForAll long seed) {
        assertEquals(0, function(order, reference, seed).value(reference), 0, () -> "order=" + order + " seed=" + seed);
    }

    @Property(tries = 200)
    void theReferenceShiftsEnergiesAndLeavesForcesAlone(
            @ForAll @IntRange(min = 0, max = 5) int order,
            @ForAll @DoubleRange(min = 0.3, max = 3) double x,
            @ForAll long seed) {
        LearnedFunction one = function(order, 0.9, seed);
        LearnedFunction other = function(order, 1.2, seed);
        assertEquals(one.derivative(x), other.derivative(x), 0);
        double size = Math.abs(one.value(x)) + Math.abs(other.value(x)) + 12;
        assertEquals(one.value(1.2), one.value(x) - other.value(x), 4 * Math.ulp(1.0) * size, () -> "seed=" + seed);
    }

    @Property(tries = 200)
    void beyondTheRangeItIsAPolynomialOfTheStatedOrder(
            @ForAll @IntRange(min = 1, max = 5) int order, @ForAll boolean high, @ForAll long seed) {
        LearnedFunction f = function(order, 1, seed);
        double highest = nthDifference(f, high ? 1.5 : 0.1, order + 1);
        // 2^(order + 1) roundings of values on the way.
        double size = Math.abs(f.value(high ? 2.2 : 0.1)) + 12;
        assertEquals(
                0,
                highest,
                Math.pow(2, order + 3) * Math.ulp(1.0) * 2 * size,
                () -> "order=" + order + " seed=" + seed);
    }

    /** Difference of some order of values 0.1 apart. */
    private static double nthDifference(LearnedFunction f, double start, int order) {
        double sum = 0;
        double binomial = 1;
        for (int k = 0; k <= order; k++) {
            sum += (k % 2 == 0 ? binomial : -binomial) * f.value(start + 0.1 * k);
            binomial = binomial * (order - k) / (k + 1);
        }
        return sum;
    }

    @Property(tries = 100)
    void insideTheRangeTheContinuationDoesNotMatter(
            @ForAll @IntRange(min = 1, max = 5) int order,
            @ForAll @DoubleRange(min = LOW, max = HIGH) double x,
            @ForAll long seed) {
        assertEquals(function(0, 1, seed).value(x), function(order, 1, seed).value(x), 0);
        assertEquals(
                function(0, 1, seed).derivative(x), function(order, 1, seed).derivative(x), 0);
    }

    @Property(tries = 100)
    void higherOrdersStayCloserToTheNetwork(@ForAll boolean high, @ForAll long seed) {
        double x = high ? HIGH + 0.01 : LOW - 0.01;
        double exact = function(0, 1, seed).value(x);
        double worst = 0;
        for (int order = 1; order <= 5; order++) {
            double error = Math.abs(function(order, 1, seed).value(x) - exact);
            // Cauchy's bound with radius 0.3 about an end, where logarithms over 1/2 change by less than 1 and units
            // with weights below 0.7 stay below 1.
            double bound = 6 * Math.pow(0.01 / 0.3, order + 1) / (1 - 0.01 / 0.3) + 1e-14;
            worst = Math.max(worst, error / bound);
        }
        double largest = worst;
        assertTrue(largest <= 1, () -> largest + " of the bound, seed=" + seed);
    }

    @Example
    void anotherOrderIsFoundOut() {
        assertTrue(Math.abs(nthDifference(function(3, 1, 4), 1.5, 3)) > 1e-5);
        assertTrue(Math.abs(nthDifference(function(0, 1, 4), 1.5, 3)) > 1e-5);
    }

    @Example
    void aContinuationByZeroForceWouldJump() {
        LearnedFunction f = function(1, 1, 4);
        assertTrue(Math.abs(f.derivative(HIGH) - 0) > 1e-3);
        assertEquals(f.derivative(HIGH), f.derivative(HIGH + 3), 1e-13);
    }
}
