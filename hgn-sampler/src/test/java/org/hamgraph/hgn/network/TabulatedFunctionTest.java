package org.hamgraph.hgn.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import org.hamgraph.feature.ScalarInput;
import org.hamgraph.hgn.sample.Activation;
import org.hamgraph.hgn.sample.DenseLayer;
import org.hamgraph.support.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TabulatedFunctionTest {
    private static final Range RANGE = new Range(0.8, 1.4, 1.1);

    /** Units of a given steepness over log x, so that the table needs more pieces the steeper they are. */
    private static LearnedFunction function(double steepness, Range range, int order) {
        RandomGenerator random = RandomStreams.of(6, "table", 0);
        double[] weight = random.doubles(20, -steepness, steepness).toArray();
        double[] bias = random.doubles(20, -1, 1).toArray();
        CoordinateLayer layer = new CoordinateLayer(
                List.of(ScalarInput.LOG),
                new double[] {0.05},
                new double[] {0.2},
                DenseLayer.copyOf(1, weight, bias),
                Activation.TANH,
                range);
        return new LearnedFunction(layer, random.doubles(20, -1, 1).toArray(), range, new Continuation(order), 1);
    }

    private static double largestDerivative(LearnedFunction function) {
        double largest = 0;
        for (int k = 0; k <= 10_000; k++) {
            largest = Math.max(largest, Math.abs(function.derivative(RANGE.low() + RANGE.width() * k / 10_000)));
        }
        return largest;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 2, 8, 30})
    void theTableAgreesWithTheFunctionToItsTolerance(double steepness) {
        LearnedFunction function = function(steepness, RANGE, 2);
        TabulatedFunction table = TabulatedFunction.of(function).orElseThrow();
        double slope = largestDerivative(function);
        RandomGenerator random = RandomStreams.of(7, "places", 0);
        for (int k = 0; k < 20_000; k++) {
            double x = random.nextDouble(RANGE.low(), Math.nextUp(RANGE.high()));
            assertEquals(
                    function.derivative(x), table.derivative(x), TabulatedFunction.TOLERANCE * slope, () -> "x=" + x);
            // Integrated over the range.
            double tolerance = TabulatedFunction.TOLERANCE * slope * RANGE.width();
            assertEquals(function.value(x), table.value(x), tolerance, () -> "x=" + x);
        }
    }

    @Test
    void steeperFunctionsCostMoreUpToALimit() {
        TabulatedFunction gentle = TabulatedFunction.of(function(0.5, RANGE, 2)).orElseThrow();
        TabulatedFunction steep = TabulatedFunction.of(function(30, RANGE, 2)).orElseThrow();
        assertEquals(1, gentle.pieces());
        assertTrue(steep.pieces() > 8 && steep.pieces() <= 4096, steep.pieces() + " pieces");
        assertTrue(TabulatedFunction.of(function(1e6, RANGE, 2)).isEmpty());
    }

    @Test
    void theStatedErrorIsMetAndNotZero() {
        LearnedFunction function = function(8, RANGE, 2);
        TabulatedFunction table = TabulatedFunction.of(function).orElseThrow();
        double worst = 0;
        for (int k = 0; k <= 20_000; k++) {
            double x = Math.min(RANGE.high(), RANGE.low() + RANGE.width() * k / 20_000);
            worst = Math.max(worst, Math.abs(function.derivative(x) - table.derivative(x)));
        }
        worst /= largestDerivative(function);
        // The verification looks at fewer places; the error oscillates, so it misses little of a peak.
        assertTrue(worst > 0 && worst <= 1.5 * table.relativeError(), worst + " and " + table.relativeError());
        assertTrue(table.relativeError() <= TabulatedFunction.TOLERANCE, "error " + table.relativeError());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 8, 30})
    void theTabulatedValueIsTheIntegralOfTheTabulatedDerivative(double steepness) {
        LearnedFunction function = function(steepness, RANGE, 2);
        TabulatedFunction table = TabulatedFunction.of(function).orElseThrow();
        // Gauss's rule of four points is exact to degree 7: on sixteenths of a piece the rest of degree 31 falls by
        // 16^-8. Sixteen sums and the value are rounded at the size of the largest.
        double tolerance = 64 * Math.ulp(1.0) * largestValue(function);
        double piece = RANGE.width() / table.pieces();
        for (int k = 0; k < table.pieces(); k++) {
            double a = RANGE.low() + k * piece + 0.01 * piece;
            double part = 0.98 * piece / 16;
            double integral = 0;
            for (int i = 0; i < 16; i++) {
                integral += gauss(table, a + i * part, a + (i + 1) * part);
            }
            assertEquals(table.value(a + 16 * part) - table.value(a), integral, tolerance, "piece " + k);
        }
    }

    private static double largestValue(LearnedFunction function) {
        double largest = 0;
        for (int k = 0; k <= 1000; k++) {
            largest = Math.max(largest, Math.abs(function.value(RANGE.low() + RANGE.width() * k / 1000)));
        }
        return largest;
    }

    private static double gauss(ScalarFunction f, double a, double b) {
        double[] node = {0.33998104358485626480, 0.86113631159405257522};
        double[] weight = {0.65214515486254614263, 0.34785484513745385737};
        double half = (b - a) / 2;
        double middle = (a + b) / 2;
        double sum = 0;
        for (int k = 0; k < 2; k++) {
            sum += weight[k] * (f.derivative(middle - half * node[k]) + f.derivative(middle + half * node[k]));
        }
        return half * sum;
    }

    @Test
    void valuesDoNotJumpBetweenPieces() {
        LearnedFunction function = function(8, RANGE, 2);
        TabulatedFunction table = TabulatedFunction.of(function).orElseThrow();
        double largestDerivative = largestDerivative(function);
        double largestValue = largestValue(function);
        for (int k = 1; k < table.pieces(); k++) {
            double x = RANGE.low() + RANGE.width() * k / table.pieces();
            double across = table.value(x + 1e-15) - table.value(x - 1e-15);
            // The slope over 2e-15 and a rounding of x, and roundings of values.
            double tolerance =
                    (2e-15 + 2 * Math.ulp(RANGE.high())) * largestDerivative + 8 * Math.ulp(1.0) * largestValue;
            assertEquals(0, across, tolerance, "piece " + k);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5})
    void beyondTheRangeItsContinuationAnswers(int order) {
        LearnedFunction function = function(2, RANGE, order);
        TabulatedFunction table = TabulatedFunction.of(function).orElseThrow();
        double largest = largestDerivative(function);
        for (double x : new double[] {0.3, 0.6, 0.75, 1.45, 1.7, 2.5, 7}) {
            assertEquals(function.value(x), table.value(x), 0, "x=" + x);
            double exact = function.derivative(x);
            // A network that goes on is fitted nearby; a Taylor polynomial is only written in other powers.
            double tolerance = order == 0
                    ? TabulatedFunction.TOLERANCE * largest
                    : 100 * Math.ulp(1.0) * Math.max(largest, Math.abs(exact)) * Math.pow(8, order - 1);
            assertEquals(exact, table.derivative(x), tolerance, "x=" + x);
        }
        assertTrue(Double.isNaN(table.derivative(Double.NaN)));
        assertTrue(Double.isNaN(table.value(Double.NaN)));
    }

    @Test
    void aPolynomialOfTheWrongOrderWouldBeSeen() {
        TabulatedFunction table = TabulatedFunction.of(function(2, RANGE, 2)).orElseThrow();
        LearnedFunction other = function(2, RANGE, 3);
        assertTrue(Math.abs(other.derivative(1.7) - table.derivative(1.7)) > 1e-3);
    }

    @Test
    void bothEndsBelongToTheTable() {
        LearnedFunction function = function(2, RANGE, 1);
        TabulatedFunction table = TabulatedFunction.of(function).orElseThrow();
        double slope = largestDerivative(function);
        assertEquals(function.value(RANGE.low()), table.value(RANGE.low()), 1e-15 * slope);
        assertEquals(function.value(RANGE.high()), table.value(RANGE.high()), 1e-12 * slope);
        assertEquals(function.derivative(RANGE.high()), table.derivative(RANGE.high()), 1e-12 * slope);
    }

    @Test
    void anEmptyRangeHasNoTable() {
        assertTrue(TabulatedFunction.of(function(2, new Range(1, 1, 1), 2)).isEmpty());
    }

    @Test
    void aFunctionThatIsZeroHasATable() {
        CoordinateLayer layer = RandomNetwork.layer(3, List.of(ScalarInput.LOG), RANGE, RandomStreams.of(1, "zero", 0));
        LearnedFunction zero = new LearnedFunction(layer, new double[3], RANGE, Continuation.NETWORK, 1);
        TabulatedFunction table = TabulatedFunction.of(zero).orElseThrow();
        assertEquals(0, table.value(1.2), 0);
        assertEquals(1, table.pieces());
    }
}
