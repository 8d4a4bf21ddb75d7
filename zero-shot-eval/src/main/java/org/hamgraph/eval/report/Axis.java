package org.hamgraph.eval.report;

import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * One axis of a plot: where values lie on it and how its ticks read.
 *
 * <p>A position is what the chart lays out linearly: {@code log10(value)} on a logarithmic axis, so that ticks fall
 * on whole decades; {@code value / 10^exponent} on a linear one, so that ticks are short numbers and the power of ten
 * stands once, in the title. (XChart rounds the ticks of its own linear axis to ten decimals, which loses every value
 * below 1e-10.)
 *
 * @param name what is drawn
 * @param unit its unit, without brackets
 * @param logarithmic whether positions are decades
 * @param exponent power of ten taken out of the ticks of a linear axis; 0 if logarithmic
 * @param floor values below are placed here; 0 if there is no such bound
 * @param low position of the left or lower end
 * @param high position of the right or upper end, above {@code low}
 */
record Axis(String name, String unit, boolean logarithmic, int exponent, double floor, double low, double high) {
    /** Largest and smallest size of values that are written without a power of ten. */
    private static final double PLAIN_BELOW = 1e4;

    private static final double PLAIN_FROM = 0.1;

    /** Smaller values are drawn as zero: a power of ten beside them would leave the range of double. */
    private static final double LEAST_MAGNITUDE = 1e-290;

    /** A linear axis spans at least this part of its largest value, so that its ticks stay distinct. */
    private static final double LEAST_SPAN = 1e-6;

    /** Powers of ten carry rounding; digits closer than this are the same. */
    private static final double TOLERANCE = 1e-9;

    /** XChart takes 1, 2, 5 or 10 as first digit of a step where its own estimate lies about here. */
    private static final double[] ESTIMATES = {1.06, 2.3, 5.1, 10.6};

    private static final double[] FIRST_DIGITS = {1, 2, 5, 10};

    /**
     * Returns a linear axis from the least to the greatest value.
     *
     * @param values at least one finite value
     */
    static Axis linear(String name, String unit, DoubleStream values) {
        double[] all = values.toArray();
        return linear(name, unit, magnitude(DoubleStream.of(all)), DoubleStream.of(all));
    }

    /**
     * Returns a linear axis from the least to the greatest value, in units that suit a given size. Axes of the same
     * size have the same units.
     *
     * @param size largest magnitude that the units shall suit
     * @param values at least one finite value, none larger than {@code size}
     */
    static Axis linear(String name, String unit, double size, DoubleStream values) {
        DoubleSummaryStatistics range = values.summaryStatistics();
        if (size < LEAST_MAGNITUDE) {
            return new Axis(name, unit, false, 0, 0, -1, 1);
        }
        int exponent = size >= PLAIN_FROM && size < PLAIN_BELOW ? 0 : (int) Math.floor(Math.log10(size));
        double scale = Math.pow(10, exponent);
        double low = range.getMin() / scale;
        double high = range.getMax() / scale;
        double least = (low == high ? 0.2 : LEAST_SPAN) * size / scale;
        Axis axis = new Axis(name, unit, false, exponent, 0, low, high);
        return high - low < least ? axis.spanning(least) : axis;
    }

    /** Returns the largest absolute value. */
    static double magnitude(DoubleStream values) {
        return values.map(Math::abs).max().orElse(0);
    }

    /**
     * Returns a logarithmic axis over whole decades.
     *
     * @param least number of decades it spans at least
     * @param floor values below are placed here; 0 to have no such bound
     * @param values at least one finite value; positive unless there is a floor
     */
    static Axis decades(String name, String unit, int least, double floor, DoubleStream values) {
        DoubleSummaryStatistics range =
                values.map(v -> Math.log10(Math.max(v, floor))).summaryStatistics();
        double low = Math.floor(range.getMin());
        double high = Math.ceil(range.getMax());
        while (high - low < least) {
            boolean atFloor = low <= Math.log10(floor);
            if (atFloor || high - range.getMax() < range.getMin() - low) {
                high++;
            } else {
                low--;
            }
        }
        return new Axis(name, unit, true, 0, floor, low, high);
    }

    /** Returns this axis with another span about the same middle. */
    Axis spanning(double span) {
        double middle = low + (high - low) / 2;
        return new Axis(name, unit, logarithmic, exponent, floor, middle - span / 2, middle + span / 2);
    }

    double span() {
        return high - low;
    }

    double position(double value) {
        return logarithmic ? Math.log10(Math.max(value, floor)) : value / Math.pow(10, exponent);
    }

    /** Returns whether a value is too small for this axis and placed at its floor. */
    boolean cutsOff(double value) {
        return logarithmic && value < floor;
    }

    /**
     * Returns the distance of two ticks: the least of …, 1, 2, 5, 10, … that divides the axis into few parts, and at
     * least a decade on a logarithmic one.
     *
     * @param most greatest number of parts
     */
    double step(int most) {
        double least = logarithmic ? Math.max(1, span() / most) : span() / most;
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        return FIRST_DIGITS[rank(least / power)] * power;
    }

    /**
     * Returns the distance of ticks [pixels] that makes XChart put them a step apart; it takes a greater step where
     * names of ticks would touch.
     *
     * @param step distance of two ticks, as {@link #step} returns it
     * @param pixels length of the axis [pixels]; within a third of it
     */
    int spacingHint(double step, double pixels) {
        double power = Math.pow(10, Math.floor(Math.log10(step * (1 + TOLERANCE))));
        return (int) Math.round(ESTIMATES[rank(step / power)] * power / span() * pixels);
    }

    private static int rank(double digit) {
        int rank = 0;
        while (FIRST_DIGITS[rank] < digit * (1 - TOLERANCE)) {
            rank++;
        }
        return rank;
    }

    /**
     * Returns the positions of 2, 3, … 9 in every decade; none on a linear axis.
     *
     * @param most an axis of more decades has none
     */
    double[] minorTicks(int most) {
        if (!logarithmic || span() > most) {
            return new double[0];
        }
        return IntStream.range(0, 8 * (int) span())
                .mapToDouble(i -> low + i / 8 + Math.log10(2 + i % 8))
                .toArray();
    }

    /**
     * Returns the text at a tick.
     *
     * @param position where
     * @param step distance of two ticks; sets the number of decimals
     */
    String tick(double position, double step) {
        if (logarithmic) {
            return ChartStyle.powerOfTen((int) Math.rint(position));
        }
        int decimals = Math.max(0, -(int) Math.floor(Math.log10(step * (1 + TOLERANCE))));
        String digits = String.format(Locale.ROOT, "%." + decimals + "f", Math.abs(position));
        boolean negative = position < -step / 2;
        return negative ? ChartStyle.MINUS + digits : digits;
    }

    /** Returns name and unit, as in {@code distance r [length]} or {@code energy [10⁻⁵ relative]}. */
    String title() {
        String power = exponent == 0 ? "" : ChartStyle.powerOfTen(exponent) + " ";
        return name + " [" + power + unit + "]";
    }
}
