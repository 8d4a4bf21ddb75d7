package org.hamgraph.sim.io;

import java.util.Arrays;
import java.util.BitSet;
import org.hamgraph.support.FileFormatException;

/** Rows of atoms as they come, in arrays that grow with what was read and not with what was announced. */
final class AtomRows {
    private final BitSet taken = new BitSet();
    private final int n;
    private int rows;
    private int[] id = new int[0];
    private int[] type = new int[0];
    private double[] value = new double[0];

    AtomRows(int n) {
        this.n = n;
    }

    /** Starts the row of an atom, which must not have had one. */
    void start(int atom, LineReader in) throws FileFormatException {
        if (taken.get(atom)) {
            throw in.fault("id", "atom ids must be distinct, found " + (atom + 1) + " twice");
        }
        taken.set(atom);
        if (rows == id.length) {
            int capacity = (int) Math.min(n, Math.max(16L, 2L * rows));
            id = Arrays.copyOf(id, capacity);
            type = Arrays.copyOf(type, capacity);
            value = Arrays.copyOf(value, 3 * capacity);
        }
        id[rows++] = atom;
    }

    /** Sets the type of the atom whose row was started last. */
    void type(int atomType) {
        type[rows - 1] = atomType;
    }

    /** Sets one of the three numbers of the atom whose row was started last. */
    void value(int axis, double number) {
        value[3 * (rows - 1) + axis] = number;
    }

    /** Returns the types by atom [n]; all rows must be there. */
    int[] types() {
        int[] result = new int[n];
        for (int k = 0; k < n; k++) {
            result[id[k]] = type[k];
        }
        return result;
    }

    /** Returns the numbers by atom [3*n]; all rows must be there. */
    double[] values() {
        double[] result = new double[3 * n];
        for (int k = 0; k < n; k++) {
            System.arraycopy(value, 3 * k, result, 3 * id[k], 3);
        }
        return result;
    }
}
