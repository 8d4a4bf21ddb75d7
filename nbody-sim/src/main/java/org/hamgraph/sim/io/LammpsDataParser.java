package org.hamgraph.sim.io;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.support.FileFormatException;

/** Reads the header and the sections of a LAMMPS data file. */
final class LammpsDataParser {
    private static final Set<String> SECTIONS =
            Set.of("Masses", "Bond Coeffs", "Atoms", "Velocities", "Bonds", "Pair Coeffs", "PairIJ Coeffs");
    private static final Set<String> COUNTS_THAT_MUST_BE_ZERO =
            Set.of("angles", "dihedrals", "impropers", "ellipsoids", "lines", "triangles", "bodies");
    private static final Set<String> COUNTS_IGNORED = Set.of("angle types", "dihedral types", "improper types");

    private final LineReader in;
    private final Map<String, Integer> count = new TreeMap<>();
    private final Set<String> sectionsRead = new HashSet<>();
    private final double[] lengths = {1, 1, 1};
    private double[] mass;
    private double[] stiffness;
    private double[] restLength;
    private int[] type;
    private double[] atomMass;
    private double[] position;
    private double[] velocity;
    private int[] bonds;
    private boolean springsKnown;

    LammpsDataParser(LineReader in) {
        this.in = in;
    }

    LammpsData parse() throws IOException {
        in.require("a title");
        String section = header();
        while (section != null) {
            section = section(section);
        }
        return build();
    }

    /** Reads up to the first section and returns its line. */
    private String header() throws IOException {
        String line;
        while ((line = in.nextMeaningful()) != null) {
            String plain = LineReader.withoutComment(line);
            String[] words = plain.split("\\s+");
            if (Character.isLetter(plain.charAt(0))) {
                return line;
            }
            if (words.length == 4 && words[2].endsWith("lo") && words[3].endsWith("hi")) {
                bounds(words);
            } else if (plain.endsWith("xy xz yz")) {
                throw in.fault("header", "a box must be orthogonal, found " + plain);
            } else {
                headerCount(words);
            }
        }
        return null;
    }

    private void bounds(String[] words) throws FileFormatException {
        int axis = List.of("xlo xhi", "ylo yhi", "zlo zhi").indexOf(words[2] + " " + words[3]);
        double length = in.number(words[1], words[3]) - in.number(words[0], words[2]);
        if (axis < 0 || !(length > 0 && length < Double.POSITIVE_INFINITY)) {
            throw in.fault(
                    "header", "box bounds must be ascending, a finite length apart, found " + String.join(" ", words));
        }
        lengths[axis] = length;
    }

    private void headerCount(String[] words) throws FileFormatException {
        String name = String.join(" ", Arrays.copyOfRange(words, 1, words.length));
        int value = in.integer(words[0], "header", 0, Integer.MAX_VALUE / 8);
        if (COUNTS_THAT_MUST_BE_ZERO.contains(name) && value > 0) {
            throw in.fault("header", "a mass-spring system must have no " + name + ", found " + value);
        }
        boolean known = List.of("atoms", "bonds", "atom types", "bond types").contains(name);
        boolean spare = name.startsWith("extra ") && name.endsWith(" per atom");
        if (!known && !spare && !COUNTS_THAT_MUST_BE_ZERO.contains(name) && !COUNTS_IGNORED.contains(name)) {
            throw in.fault(
                    "header", "a header line must be a count or box bounds, found '" + String.join(" ", words) + "'");
        }
        count.put(name, value);
    }

    private int count(String name) {
        return count.getOrDefault(name, 0);
    }

    /** Reads one section and returns the line that starts the next; null behind the last. */
    private String section(String heading) throws IOException {
        String name = LineReader.withoutComment(heading);
        int hash = heading.indexOf('#');
        String style = hash < 0 ? "" : heading.substring(hash + 1).strip();
        if (!Character.isLetter(name.charAt(0))) {
            throw in.fault("", "the name of a section must follow, found '" + name + "'");
        }
        if (!SECTIONS.contains(name)) {
            throw in.fault("", "a section must be one of " + new TreeSet<>(SECTIONS) + ", found '" + name + "'");
        }
        if (!sectionsRead.add(name)) {
            throw in.fault("section " + name, "a section must be given once, found it twice");
        }
        return switch (name) {
            case "Masses" -> masses();
            case "Bond Coeffs" -> bondCoefficients(style);
            case "Atoms" -> atoms(style);
            case "Velocities" -> velocities();
            case "Bonds" -> bonds();
            default -> skip();
        };
    }

    /** Returns the words of the next line of a section that has {@code rows} lines. */
    private String[] row(String section, int done, int rows) throws IOException {
        String line = in.nextMeaningful();
        if (line == null || Character.isLetter(line.strip().charAt(0))) {
            throw in.fault("section " + section, "there must be " + rows + " lines, found " + done);
        }
        return LineReader.withoutComment(line).split("\\s+");
    }

    private String masses() throws IOException {
        int rows = count("atom types");
        mass = new double[checkPlausible(rows, "atom types")];
        for (int k = 0; k < rows; k++) {
            String[] words = row("Masses", k, rows);
            columns(words, 2, "Masses");
            mass[in.integer(words[0], "section Masses, type", 1, rows) - 1] =
                    in.positive(words[1], "section Masses, mass");
        }
        return in.nextMeaningful();
    }

    private String bondCoefficients(String style) throws IOException {
        if (!style.isEmpty() && !style.equals("harmonic")) {
            throw in.fault("section Bond Coeffs", "bonds must be harmonic, found " + style);
        }
        int rows = count("bond types");
        stiffness = new double[checkPlausible(rows, "bond types")];
        restLength = new double[rows];
        for (int k = 0; k < rows; k++) {
            String[] words = row("Bond Coeffs", k, rows);
            columns(words, 3, "Bond Coeffs");
            int bondType = in.integer(words[0], "section Bond Coeffs, type", 1, rows) - 1;
            stiffness[bondType] = 2 * in.positive(words[1], "section Bond Coeffs, K");
            if (Double.isInfinite(stiffness[bondType])) {
                throw in.fault("section Bond Coeffs, K", "the stiffness 2K must be finite, found K = " + words[1]);
            }
            restLength[bondType] = in.number(words[2], "section Bond Coeffs, r0");
            if (restLength[bondType] < 0) {
                throw in.fault("section Bond Coeffs, r0", "a rest length must not be negative, found " + words[2]);
            }
        }
        springsKnown = true;
        return in.nextMeaningful();
    }

    private int checkPlausible(int rows, String name) throws FileFormatException {
        if (rows > 1_000_000) {
            throw in.fault("header", name + " must be at most 1000000, found " + rows);
        }
        return rows;
    }

    private void columns(String[] words, int wanted, String section) throws FileFormatException {
        if (words.length != wanted) {
            throw in.fault("section " + section, "a line must have " + wanted + " columns, found " + words.length);
        }
    }

    private String atoms(String style) throws IOException {
        int n = count("atoms");
        AtomRows rows = new AtomRows(n);
        LammpsAtomStyle columns = null;
        for (int k = 0; k < n; k++) {
            String[] words = row("Atoms", k, n);
            if (columns == null) {
                columns = LammpsAtomStyle.of(style, words.length, in);
            }
            columns.check(words.length, in);
            rows.start(in.integer(words[0], "section Atoms, id", 1, n) - 1, in);
            rows.type(in.integer(words[columns.type()], "section Atoms, type", 1, count("atom types")) - 1);
            for (int axis = 0; axis < 3; axis++) {
                rows.value(axis, coordinate(words, columns, axis));
            }
        }
        type = rows.types();
        position = rows.values();
        return in.nextMeaningful();
    }

    /** Returns a coordinate, moved by whole boxes where the line has image flags. */
    private double coordinate(String[] words, LammpsAtomStyle columns, int axis) throws FileFormatException {
        double x = in.number(words[columns.x() + axis], "section Atoms, " + "xyz".charAt(axis));
        if (!columns.hasImages(words.length)) {
            return x;
        }
        String image = words[columns.x() + 3 + axis];
        double unwrapped = x + in.integer(image, "section Atoms, image flag") * lengths[axis];
        if (!Double.isFinite(unwrapped)) {
            throw in.fault("section Atoms, image flag", "an unwrapped coordinate must be finite, found flag " + image);
        }
        return unwrapped;
    }

    private String velocities() throws IOException {
        int n = count("atoms");
        AtomRows rows = new AtomRows(n);
        for (int k = 0; k < n; k++) {
            String[] words = row("Velocities", k, n);
            columns(words, 4, "Velocities");
            rows.start(in.integer(words[0], "section Velocities, id", 1, n) - 1, in);
            for (int axis = 0; axis < 3; axis++) {
                rows.value(axis, in.number(words[1 + axis], "section Velocities, v" + "xyz".charAt(axis)));
            }
        }
        velocity = rows.values();
        return in.nextMeaningful();
    }

    private String bonds() throws IOException {
        int rows = count("bonds");
        bonds = new int[0];
        for (int k = 0; k < rows; k++) {
            String[] words = row("Bonds", k, rows);
            columns(words, 4, "Bonds");
            if (3 * k == bonds.length) {
                bonds = Arrays.copyOf(bonds, Math.max(48, 2 * bonds.length));
            }
            bonds[3 * k] = in.integer(words[1], "section Bonds, type", 1, count("bond types")) - 1;
            bonds[3 * k + 1] = in.integer(words[2], "section Bonds, atom", 1, count("atoms")) - 1;
            bonds[3 * k + 2] = in.integer(words[3], "section Bonds, atom", 1, count("atoms")) - 1;
            if (bonds[3 * k + 1] == bonds[3 * k + 2]) {
                throw in.fault(
                        "section Bonds, atom", "a bond must join two different atoms, found " + words[2] + " twice");
            }
        }
        return in.nextMeaningful();
    }

    private String skip() throws IOException {
        String line;
        while ((line = in.nextMeaningful()) != null
                && !Character.isLetter(line.strip().charAt(0))) {}
        return line;
    }

    private LammpsData build() throws FileFormatException {
        int n = count("atoms");
        if (position == null || n == 0) {
            throw in.fault("section Atoms", "a system must have atoms, found none");
        }
        if (mass == null) {
            throw in.fault("section Masses", "masses must be given, found none");
        }
        if (count("bonds") > 0 && bonds == null) {
            throw in.fault("section Bonds", "there must be " + count("bonds") + " lines, found 0");
        }
        atomMass = new double[n];
        CompiledGraph.Builder builder = CompiledGraph.builder(n);
        for (int i = 0; i < n; i++) {
            atomMass[i] = mass[type[i]];
            if (!(atomMass[i] > 0)) {
                throw in.fault("section Masses", "every type must have a mass, found none for type " + (type[i] + 1));
            }
            builder.body(i, atomMass[i], type[i]);
        }
        addSprings(builder);
        double[] y = Arrays.copyOf(position, 6 * n);
        for (int k = 0; velocity != null && k < 3 * n; k++) {
            y[3 * n + k] = atomMass[k / 3] * velocity[k];
            if (!Double.isFinite(y[3 * n + k])) {
                throw in.fault(
                        "section Velocities",
                        "mass times velocity must be finite, found " + y[3 * n + k] + " for atom " + (k / 3 + 1));
            }
        }
        try {
            return new LammpsData(builder.build(), y, lengths, springsKnown);
        } catch (IllegalArgumentException e) {
            FileFormatException fault = in.fault("section Bonds", e.getMessage());
            fault.initCause(e);
            throw fault;
        }
    }

    private void addSprings(CompiledGraph.Builder builder) throws FileFormatException {
        for (int k = 0; k < count("bonds"); k++) {
            int kind = bonds[3 * k];
            if (springsKnown && !(stiffness[kind] > 0)) {
                throw in.fault(
                        "section Bond Coeffs", "every type must have coefficients, found none for type " + (kind + 1));
            }
            builder.spring(
                    bonds[3 * k + 1],
                    bonds[3 * k + 2],
                    springsKnown ? stiffness[kind] : 1,
                    springsKnown ? restLength[kind] : 1,
                    kind);
        }
    }
}
