package org.hamgraph.sim.io;

import org.hamgraph.support.FileFormatException;

/**
 * Where the columns of an Atoms section are, by atom style.
 *
 * @param name style
 * @param type column of the type
 * @param x column of x; y and z follow
 */
record LammpsAtomStyle(String name, int type, int x) {
    /** Returns the style of that name; without a name, the one the number of columns leaves no doubt about. */
    static LammpsAtomStyle of(String name, int columns, LineReader in) throws FileFormatException {
        return switch (name) {
            case "atomic" -> new LammpsAtomStyle(name, 1, 2);
            case "charge" -> new LammpsAtomStyle(name, 1, 3);
            case "bond", "molecular", "angle" -> new LammpsAtomStyle(name, 2, 3);
            case "full" -> new LammpsAtomStyle(name, 2, 4);
            case "" -> {
                if (columns == 5 || columns == 8) {
                    yield new LammpsAtomStyle("atomic", 1, 2);
                }
                if (columns == 7 || columns == 10) {
                    yield new LammpsAtomStyle("full", 2, 4);
                }
                throw in.fault(
                        "section Atoms",
                        "the style must be stated, as in 'Atoms # bond', where lines have " + columns
                                + " columns; found none");
            }
            default ->
                throw in.fault(
                        "section Atoms",
                        "the style must be atomic, charge, bond, molecular, angle or full, found " + name);
        };
    }

    void check(int columns, LineReader in) throws FileFormatException {
        if (columns != x + 3 && columns != x + 6) {
            throw in.fault(
                    "section Atoms",
                    "a line of style " + name + " must have " + (x + 3) + " or " + (x + 6) + " columns, found "
                            + columns);
        }
    }

    boolean hasImages(int columns) {
        return columns == x + 6;
    }
}
