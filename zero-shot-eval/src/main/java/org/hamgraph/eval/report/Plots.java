package org.hamgraph.eval.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.hamgraph.support.Checks;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * The pictures of a report, each a PNG of 1200 × 800 pixels that replaces its file whole.
 * The same data give the same bytes on the same machine and Java runtime.
 *
 * <p>All methods throw {@link IOException} if the file cannot be written, {@link MissingFontException} if the Java
 * runtime has no fonts, and {@link IllegalArgumentException} if a list of learned or measured series is empty or the
 * title is blank or has a line break. Exact series may be missing where the exact energy is not known.
 *
 * @since 0.1
 */
public final class Plots {
    /** Relative errors below are drawn here: one decade under the rounding of a double. */
    private static final double LEAST_ERROR = 1e-17;

    private static final int LEAST_ERROR_DECADES = 4;
    private static final String RELATIVE = "relative";
    private static final String LENGTH = "length";
    private static final String TIME = "time";

    private Plots() {}

    /**
     * Draws errors against the size of the system on logarithmic axes, one line with markers a series. Values below
     * 1e-17, zero too, are drawn there with a hollow marker and a note in the legend.
     *
     * @param file PNG to write
     * @param title heading
     * @param errors x: number of bodies, positive; y: relative error, not negative
     */
    public static void errorAgainstSize(Path file, String title, List<Series> errors) throws IOException {
        Axis error = errorAxis("error", errors);
        Figure figure = Figure.of(title, sizeAxis(errors), error);
        measured(figure, errors, error);
        figure.write(file);
    }

    /**
     * Draws the time of a step against the size of the system, from zero on, sizes on a logarithmic axis.
     *
     * @param file PNG to write
     * @param title heading
     * @param nanosecondsPerNodeStep x: number of bodies; y: nanoseconds per body and step; both positive
     */
    public static void scaling(Path file, String title, List<Series> nanosecondsPerNodeStep) throws IOException {
        notEmpty(nanosecondsPerNodeStep, "nanosecondsPerNodeStep");
        nanosecondsPerNodeStep.forEach(series ->
                series.ys().forEach(y -> Checks.positive(y, "nanoseconds of " + series.label())));
        Axis cost = Axis.linear(
                "time per body and step",
                "ns",
                DoubleStream.concat(DoubleStream.of(0), all(nanosecondsPerNodeStep, Series::ys)));
        Figure figure = Figure.of(title, sizeAxis(nanosecondsPerNodeStep), cost);
        measured(figure, nanosecondsPerNodeStep, cost);
        figure.write(file);
    }

    /**
     * Draws how the energy of the exact and of learned runs moves, the learned ones dashed on top.
     *
     * @param file PNG to write
     * @param title heading
     * @param truth x: time; y: (H(t) − H(0)) / |H(0)| of exact runs; may be empty
     * @param learned the same of learned runs
     */
    public static void energyOverTime(Path file, String title, List<Series> truth, List<Series> learned)
            throws IOException {
        notEmpty(learned, "learned");
        List<Series> both = Stream.concat(truth.stream(), learned.stream()).toList();
        Figure figure = Figure.of(
                title,
                Axis.linear("time t", TIME, all(both, Series::xs)),
                Axis.linear("energy change (H(t) − H(0)) / |H(0)|", RELATIVE, all(both, Series::ys)));
        over(figure, truth, learned);
        figure.write(file);
    }

    /**
     * Draws the learned force of an edge, dashed, over the exact one; the range of distances seen in training is
     * shaded.
     *
     * @param file PNG to write
     * @param title heading
     * @param truth x: distance r; y: exact force
     * @param learned x: distance r; y: learned force
     * @param low shortest distance seen in training
     * @param high longest distance seen in training, not below {@code low}
     */
    public static void edgeForce(Path file, String title, Series truth, Series learned, double low, double high)
            throws IOException {
        List<Series> both = List.of(truth, learned);
        Figure figure = Figure.of(
                title, distanceAxis(both, low, high), Axis.linear("edge force", "force", all(both, Series::ys)));
        over(figure, List.of(truth), List.of(learned));
        figure.shade("training range", low, high);
        figure.write(file);
    }

    /**
     * Draws the error of the learned force of an edge on a logarithmic axis; the range of distances seen in training is
     * shaded. Values below 1e-17, zero too, are drawn there with a note in the legend.
     *
     * @param file PNG to write
     * @param title heading
     * @param difference x: distance r; y: |learned − true| / max |true|, not negative
     * @param low shortest distance seen in training
     * @param high longest distance seen in training, not below {@code low}
     */
    public static void edgeForceError(Path file, String title, Series difference, double low, double high)
            throws IOException {
        List<Series> one = List.of(difference);
        Axis error = errorAxis("|learned − exact| / max |exact|", one);
        Figure figure = Figure.of(title, distanceAxis(one, low, high), error);
        Pen pen = Pen.solid(ChartStyle.PALETTE.get(0), 2);
        figure.draw(difference, pen);
        String note = reachesFloor(difference, error) ? " (cut off at " + ChartStyle.powerOfTen(-17) + ")" : "";
        figure.legend(difference.label() + note, pen);
        figure.shade("training range", low, high);
        figure.write(file);
    }

    /**
     * Draws paths of bodies in the x–y plane, the learned ones thin over the exact ones; a dot marks where a path
     * starts and one unit is as long upwards as sideways. The legend has two entries, named as the first series of
     * each list.
     *
     * @param file PNG to write
     * @param title heading
     * @param truth x and y of bodies in the exact run, one series a body; may be empty
     * @param learned the same in the learned run
     */
    public static void trajectory(Path file, String title, List<Series> truth, List<Series> learned)
            throws IOException {
        List<Series> both = paths(truth, learned);
        double size = Axis.magnitude(DoubleStream.concat(all(both, Series::xs), all(both, Series::ys)));
        Figure figure = Figure.ofEqualAspect(
                title,
                Axis.linear("x", LENGTH, size, all(both, Series::xs)),
                Axis.linear("y", LENGTH, size, all(both, Series::ys)));
        drawPaths(figure, truth, learned);
        figure.write(file);
    }

    /**
     * Draws one coordinate of bodies over time, as {@link #trajectory} draws paths; for systems on a line.
     *
     * @param file PNG to write
     * @param title heading
     * @param truth x: time; y: position in the exact run, one series a body; may be empty
     * @param learned the same in the learned run
     */
    public static void positionOverTime(Path file, String title, List<Series> truth, List<Series> learned)
            throws IOException {
        List<Series> both = paths(truth, learned);
        Figure figure = Figure.of(
                title,
                Axis.linear("time t", TIME, all(both, Series::xs)),
                Axis.linear("position x", LENGTH, all(both, Series::ys)));
        drawPaths(figure, truth, learned);
        figure.write(file);
    }

    /**
     * Draws errors against the width of a network on logarithmic axes, ours over the pale dashed published ones.
     *
     * @param file PNG to write
     * @param title heading
     * @param published x: number of units; y: relative error; may be empty
     * @param ours the same
     */
    static void errorAgainstWidth(Path file, String title, List<Series> published, List<Series> ours)
            throws IOException {
        List<Series> both = Stream.concat(published.stream(), ours.stream()).toList();
        Axis error = errorAxis("error of H", both);
        Figure figure = Figure.of(title, Axis.decades("width", "units", 2, 0, all(both, Series::xs)), error);
        for (int i = 0; i < published.size(); i++) {
            Pen pen = Pen.published(i);
            figure.draw(published.get(i), pen);
            figure.legend(published.get(i).label(), pen);
        }
        measured(figure, ours, error);
        figure.write(file);
    }

    /**
     * Draws errors over time on a logarithmic axis.
     *
     * @param file PNG to write
     * @param title heading
     * @param errors x: time; y: relative error, not negative
     */
    static void errorOverTime(Path file, String title, List<Series> errors) throws IOException {
        Axis error = errorAxis("error", errors);
        Figure figure = Figure.of(title, Axis.linear("time t", TIME, all(errors, Series::xs)), error);
        for (int i = 0; i < errors.size(); i++) {
            Pen pen = Pen.solid(ChartStyle.PALETTE.get(i % ChartStyle.PALETTE.size()), 1.5f);
            figure.draw(errors.get(i), pen);
            figure.legend(errors.get(i).label(), pen);
        }
        figure.write(file);
    }

    /**
     * Draws the points of a Poincaré section, the learned ones small over the exact ones.
     *
     * @param file PNG to write
     * @param title heading
     * @param truth x and y of exact points, one series an orbit
     * @param learned the same of learned points
     */
    static void section(Path file, String title, List<Series> truth, List<Series> learned) throws IOException {
        List<Series> both = Stream.concat(truth.stream(), learned.stream()).toList();
        double size = Math.max(Axis.magnitude(all(both, Series::xs)), Axis.magnitude(all(both, Series::ys)));
        Figure figure = Figure.ofEqualAspect(
                title,
                Axis.linear("position q₂", LENGTH, size, all(both, Series::xs)),
                Axis.linear("momentum p₂", "momentum", size, all(both, Series::ys)));
        Pen exact = Pen.solid(ChartStyle.TRUTH, 5);
        Pen ours = Pen.solid(ChartStyle.TEXT, 1.2f);
        truth.forEach(orbit -> points(figure, orbit, exact));
        learned.forEach(orbit -> points(figure, orbit, ours));
        figure.legend("exact", exact);
        figure.legend("learned", ours);
        figure.write(file);
    }

    private static void points(Figure figure, Series orbit, Pen pen) {
        for (int i = 0; i < orbit.size(); i++) {
            figure.draw(Series.of(orbit.label(), new double[] {orbit.x(i)}, new double[] {orbit.y(i)}), pen);
        }
    }

    private static void measured(Figure figure, List<Series> list, Axis vertical) {
        for (int i = 0; i < list.size(); i++) {
            Series series = list.get(i);
            figure.draw(series, Pen.measured(i));
            String note = reachesFloor(series, vertical) ? " (hollow: below " + ChartStyle.powerOfTen(-17) + ")" : "";
            figure.legend(series.label() + note, Pen.measured(i));
        }
    }

    private static void over(Figure figure, List<Series> truth, List<Series> learned) {
        for (Series exact : truth) {
            figure.draw(exact, Pen.truth());
            figure.legend(exact.label(), Pen.truth());
        }
        for (int i = 0; i < learned.size(); i++) {
            Pen pen = Pen.learned(i, learned.size());
            figure.draw(learned.get(i), pen);
            figure.legend(learned.get(i).label(), pen);
        }
    }

    private static List<Series> paths(List<Series> truth, List<Series> learned) {
        notEmpty(learned, "learned");
        return Stream.concat(truth.stream(), learned.stream()).toList();
    }

    private static void drawPaths(Figure figure, List<Series> truth, List<Series> learned) {
        Pen thin = Pen.solid(ChartStyle.TEXT, 1.8f);
        Pen start = new Pen(ChartStyle.PALETTE.get(1), 0, false, 0, SeriesMarkers.CIRCLE);
        truth.forEach(path -> figure.draw(path, Pen.truth()));
        learned.forEach(path -> figure.draw(path, thin));
        learned.forEach(path ->
                figure.draw(Series.of("start", new double[] {path.x(0)}, new double[] {path.y(0)}), start));
        if (!truth.isEmpty()) {
            figure.legend(truth.get(0).label(), Pen.truth());
        }
        figure.legend(learned.get(0).label() + " (dot: start)", thin);
    }

    private static Axis sizeAxis(List<Series> list) {
        list.forEach(series -> series.xs().forEach(x -> Checks.positive(x, "number of bodies of " + series.label())));
        return Axis.decades("system size", "bodies", 2, 0, all(list, Series::xs));
    }

    private static Axis errorAxis(String name, List<Series> errors) {
        notEmpty(errors, "errors");
        errors.forEach(series -> series.ys().forEach(y -> Checks.notNegative(y, "error of " + series.label())));
        return Axis.decades(name, RELATIVE, LEAST_ERROR_DECADES, LEAST_ERROR, all(errors, Series::ys));
    }

    private static Axis distanceAxis(List<Series> list, double low, double high) {
        Checks.finite(low, "low");
        Checks.finite(high, "high");
        if (high < low) {
            throw new IllegalArgumentException("high must not be below low = " + low + ", found " + high);
        }
        return Axis.linear(
                "distance r", LENGTH, DoubleStream.concat(DoubleStream.of(low, high), all(list, Series::xs)));
    }

    private static boolean reachesFloor(Series series, Axis axis) {
        return series.ys().anyMatch(axis::cutsOff);
    }

    private static void notEmpty(List<Series> list, String name) {
        Checks.atLeast(list.size(), 1, "number of series in " + name);
    }

    private static DoubleStream all(List<Series> list, Function<Series, DoubleStream> coordinate) {
        return list.stream().flatMapToDouble(coordinate);
    }
}
