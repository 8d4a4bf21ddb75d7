package org.hamgraph.eval.reproduce;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One published setting with its result: a network without a graph, fitted to states drawn uniformly from a box.
 *
 * @param system name of the system
 * @param positions limits of every position [n*dim][2]
 * @param momenta limits of every momentum [n*dim][2]
 * @param parameters constants of the energy by name
 * @param width number of units
 * @param train number of training states
 * @param test number of test states
 * @param sampling elm, uswim, aswim or swim
 * @param runs number of published runs
 * @param median published median of ‖H − Ĥ‖₂ / ‖H‖₂
 * @param mean published mean of the same
 * @param trainSeconds published median time of training
 * @since 0.1
 */
public record PublishedCell(
        String system,
        List<List<Double>> positions,
        List<List<Double>> momenta,
        Map<String, Double> parameters,
        int width,
        int train,
        int test,
        String sampling,
        int runs,
        double median,
        double mean,
        double trainSeconds) {
    /** Returns the constants that tell the settings of one system apart, and its box. */
    public String setting() {
        String constants = switch (system) {
            case "single-pendulum-freq" -> "f=" + plain(parameters.get("f")) + " ";
            case "henon-heiles" -> "alpha=" + plain(parameters.get("alpha")) + " ";
            default -> "";
        };
        return constants + "q" + limits(positions) + " p" + limits(momenta);
    }

    private static String limits(List<List<Double>> limits) {
        return limits.stream()
                .distinct()
                .map(pair -> "[" + plain(pair.get(0)) + ".." + plain(pair.get(1)) + "]")
                .collect(Collectors.joining());
    }

    private static String plain(double number) {
        return number == Math.rint(number)
                ? String.valueOf((long) number)
                : String.format(Locale.ROOT, "%.4g", number).replaceAll("0+$", "");
    }
}
