package org.hamgraph.eval.plan;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Lattices of one kind in every size, as in {@code cubic} or {@code square,periodic}: the systems of a scaling run.
 *
 * @param name chain, ring, square, cubic, triangular or honeycomb
 * @param options what follows the size in the name of a system: empty, or any of {@code ,periodic} and {@code ,d=3}
 * @since 0.1
 */
public record LatticeFamily(String name, String options) {
    /** Number of bodies of the smallest lattice of a ladder, at most. */
    public static final int SMALLEST = 1000;

    /** Greatest ratio of the numbers of bodies of neighbours on a ladder, roughly. */
    private static final double GREATEST_FACTOR = 6;

    /** Powers and roots carry rounding; a side this close to a whole number is that number. */
    private static final double ROUNDING = 1e-12;

    private static final String NAMES = "(chain|ring|square|cubic|triangular|honeycomb)";
    private static final String OPTIONS = "((?:,periodic)?(?:,d=[123])?)";
    private static final Pattern FAMILY = Pattern.compile(NAMES + OPTIONS);
    private static final Pattern LATTICE = Pattern.compile(NAMES + ":[0-9]+(?:x[0-9]+)*" + OPTIONS);
    private static final Pattern FILE = Pattern.compile("(?:.*[^a-z])?" + NAMES + "[-_]?[0-9]+(?:x[0-9]+)*[^/\\\\]*");

    /**
     * Reads a family.
     *
     * @param text name, then options
     * @throws IllegalArgumentException if there is no such family
     */
    public static LatticeFamily parse(String text) {
        Matcher match = FAMILY.matcher(text);
        if (!match.matches() || !new LatticeFamily(match.group(1), match.group(2)).exists()) {
            throw new IllegalArgumentException("scaling.family must be chain, ring, square, cubic, triangular or"
                    + " honeycomb, then ,periodic (not a ring) and ,d=3 (a space of more dimensions) if wanted, found "
                    + text);
        }
        return new LatticeFamily(match.group(1), match.group(2));
    }

    /**
     * Returns the family of a system: that of a lattice, or the one that the name of a file or of bundled data begins
     * or contains, as in {@code melt/cubic-8x8x8.data}; empty if it names none.
     *
     * @param system system as the command line and plans state it
     */
    public static Optional<LatticeFamily> of(String system) {
        Matcher lattice = LATTICE.matcher(system);
        if (lattice.matches()) {
            return Optional.of(new LatticeFamily(lattice.group(1), lattice.group(2)));
        }
        Matcher file = FILE.matcher(system);
        if ((SystemSpec.isFile(system) || BundledData.names(system)) && file.matches()) {
            return Optional.of(new LatticeFamily(file.group(1), system.endsWith(",periodic") ? ",periodic" : ""))
                    .filter(LatticeFamily::exists);
        }
        return Optional.empty();
    }

    /**
     * Returns whether a text names a lattice with its size, rather than a file or another system.
     *
     * @param system system as the command line and plans state it
     */
    public static boolean isLattice(String system) {
        return LATTICE.matcher(system).matches();
    }

    private boolean exists() {
        boolean wideEnough = !options.contains(",d=") || options.charAt(options.length() - 1) - '0' >= dim();
        return wideEnough && !(name.equals("ring") && periodic());
    }

    private boolean periodic() {
        return options.startsWith(",periodic");
    }

    private int dim() {
        return switch (name) {
            case "chain" -> 1;
            case "cubic" -> 3;
            default -> 2;
        };
    }

    /**
     * Returns a greatest number of bodies if a ladder can go up to it: at least {@link #SMALLEST}, or 0 for none.
     *
     * @param maxNodes number to check
     * @param name what it is, for the message
     */
    public static int checkMaxNodes(int maxNodes, String name) {
        if (maxNodes != 0 && maxNodes < SMALLEST) {
            throw new IllegalArgumentException(
                    name + " must be at least " + SMALLEST + ", or 0 for no scaling run, found " + maxNodes);
        }
        return maxNodes;
    }

    /**
     * Returns the systems of a ladder: from about {@link #SMALLEST} bodies, by equal factors of at most about 6, up to
     * the largest lattice of equal sides that has no more than the greatest number of bodies.
     *
     * @param maxNodes greatest number of bodies, at least {@link #SMALLEST}; 0 for no ladder
     * @return names of systems, ever larger
     */
    public List<String> ladder(int maxNodes) {
        if (checkMaxNodes(maxNodes, "maxNodes") == 0) {
            return List.of();
        }
        double ratio = (double) maxNodes / SMALLEST;
        int gaps = Math.max(1, (int) Math.ceil(Math.log(ratio) / Math.log(GREATEST_FACTOR) - ROUNDING));
        return IntStream.rangeClosed(0, gaps)
                .mapToObj(k -> largest(SMALLEST * Math.pow(ratio, (double) k / gaps)))
                .distinct()
                .toList();
    }

    /** Returns the largest lattice of equal sides with at most so many bodies. */
    private String largest(double nodes) {
        return switch (name) {
            case "chain", "ring" -> name + ":" + side(nodes, 1) + options;
            case "cubic" -> {
                int side = side(nodes, 3);
                yield name + ":" + side + "x" + side + "x" + side + options;
            }
            default -> {
                int side = side(name.equals("honeycomb") ? nodes / 2 : nodes, 2);
                // A periodic lattice in shifted rows closes only with an even number of them.
                int rows = periodic() && !name.equals("square") ? side - side % 2 : side;
                yield name + ":" + side + "x" + rows + options;
            }
        };
    }

    private static int side(double nodes, int dim) {
        return (int) (Math.pow(nodes, 1.0 / dim) * (1 + ROUNDING));
    }

    /** Returns name and options, as {@link #parse} reads them. */
    @Override
    public String toString() {
        return name + options;
    }
}
