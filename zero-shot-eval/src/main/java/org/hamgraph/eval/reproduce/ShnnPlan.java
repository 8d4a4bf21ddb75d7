package org.hamgraph.eval.reproduce;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.hamgraph.support.Checks;

/**
 * Which published cells to run, and how often.
 *
 * @param systems names of systems; empty for all
 * @param widths numbers of units; empty for all
 * @param trains numbers of training states; empty for all
 * @param samplings ways of sampling; empty for all
 * @param quick whether only the quick set, which has every system
 * @param seeds number of runs of a cell; null for ten, in the quick set ten up to 500 units, then three, one from 5000
 * @param seed seed of the first run
 * @param recommended whether our own settings run beside the published ones
 * @since 0.1
 */
public record ShnnPlan(
        Set<String> systems,
        Set<Integer> widths,
        Set<Integer> trains,
        Set<String> samplings,
        boolean quick,
        Integer seeds,
        long seed,
        boolean recommended) {
    /** Checks the components. */
    public ShnnPlan {
        if (seeds != null) {
            Checks.atLeast(seeds, 1, "--seeds");
        }
    }

    /** Returns the number of runs of a cell. */
    int runs(PublishedCell cell) {
        if (seeds != null) {
            return seeds;
        }
        return !quick || cell.width() <= 500 ? 10 : cell.width() < 5000 ? 3 : 1;
    }

    /**
     * Returns the cells.
     *
     * @throws IllegalArgumentException if there are none; the message lists what there is
     */
    public List<PublishedCell> cells() throws IOException {
        List<PublishedCell> all = PublishedTable.shnn();
        List<PublishedCell> chosen = all.stream()
                .filter(cell -> systems.isEmpty() || systems.contains(cell.system()))
                .filter(cell -> widths.isEmpty() || widths.contains(cell.width()))
                .filter(cell -> trains.isEmpty() || trains.contains(cell.train()))
                .filter(cell -> samplings.isEmpty() || samplings.contains(cell.sampling()))
                .filter(cell -> !quick || isQuick(cell))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException("a published setting must have system "
                    + all.stream()
                            .map(PublishedCell::system)
                            .distinct()
                            .sorted()
                            .toList()
                    + ", sampling [elm, uswim, aswim, swim], and a width and number of training states it was run with, found "
                    + systems + ", " + samplings + ", " + widths + ", " + trains);
        }
        return chosen;
    }

    /** Every system; of Hénon–Heiles, whose published networks are all wide, one strength and sampling. */
    private static boolean isQuick(PublishedCell cell) {
        return switch (cell.system()) {
            case "henon-heiles" ->
                cell.parameters().get("alpha") == 1 && cell.sampling().equals("uswim");
            case "double-pendulum" -> cell.width() == 1000;
            case "single-pendulum-freq" -> cell.train() == 5000;
            default -> cell.width() == 500;
        };
    }
}
