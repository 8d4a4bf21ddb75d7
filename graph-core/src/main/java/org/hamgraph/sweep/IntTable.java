package org.hamgraph.sweep;

import java.util.Arrays;

/** A growing table of whole numbers. */
final class IntTable {
    private final int columns;
    private int[] cell = new int[0];
    private int size;

    IntTable(int columns) {
        this.columns = columns;
    }

    /** Adds a row and returns its index. */
    int add(int... row) {
        int at = size * columns;
        if (at + columns > cell.length) {
            cell = Arrays.copyOf(cell, Math.max(16 * columns, at + at / 2 + columns));
        }
        System.arraycopy(row, 0, cell, at, columns);
        return size++;
    }

    /** Makes a table of zeros. */
    void fill(int rows) {
        cell = new int[rows * columns];
        size = rows;
    }

    int get(int row, int column) {
        return cell[row * columns + column];
    }

    void set(int row, int column, int value) {
        cell[row * columns + column] = value;
    }

    int size() {
        return size;
    }
}
