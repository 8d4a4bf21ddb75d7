package org.hamgraph.sim.io;

import java.util.ArrayList;
import java.util.List;
import org.hamgraph.support.FileFormatException;

/**
 * Where the columns of a table of atoms are.
 *
 * @param id column of the id
 * @param mass column of the mass; −1 if there is none
 * @param place columns of x y z vx vy vz fx fy fz; the last three −1 without forces
 */
record FrameColumns(int id, int mass, List<Integer> place) {
    private static final List<String> VELOCITIES = List.of("vx", "vy", "vz");
    private static final List<String> FORCES = List.of("fx", "fy", "fz");

    static FrameColumns of(List<String> names, List<String> positions, LineReader in) throws FileFormatException {
        if (names.contains("xs") && !names.contains(positions.get(0))) {
            throw in.fault("column xs", "positions must be x y z or xu yu zu, found scaled ones");
        }
        boolean forces = FORCES.stream().anyMatch(names::contains);
        List<Integer> place = new ArrayList<>();
        for (List<String> triple : List.of(positions, VELOCITIES)) {
            for (String name : triple) {
                place.add(column(name, names, in));
            }
        }
        for (String name : FORCES) {
            place.add(forces ? column(name, names, in) : -1);
        }
        return new FrameColumns(column("id", names, in), names.indexOf("mass"), List.copyOf(place));
    }

    private static int column(String name, List<String> names, LineReader in) throws FileFormatException {
        int column = names.indexOf(name);
        if (column < 0) {
            throw in.fault("ITEM: ATOMS", "column " + name + " must be there, found " + String.join(" ", names));
        }
        return column;
    }

    boolean forces() {
        return place.get(6) >= 0;
    }

    /** Writes x y z vx vy vz fx fy fz of a body into a frame [n*9]. */
    void read(String[] words, double[] frame, int body, LineReader in) throws FileFormatException {
        for (int k = 0; k < 9; k++) {
            int column = place.get(k);
            if (column >= 0) {
                frame[9 * body + k] = in.number(words[column], NAMES.get(k));
            }
        }
    }

    private static final List<String> NAMES = List.of(
            "column x",
            "column y",
            "column z",
            "column vx",
            "column vy",
            "column vz",
            "column fx",
            "column fy",
            "column fz");
}
