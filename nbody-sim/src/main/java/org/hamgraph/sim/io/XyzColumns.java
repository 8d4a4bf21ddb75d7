package org.hamgraph.sim.io;

import java.util.HashMap;
import java.util.Map;
import org.hamgraph.support.FileFormatException;

/**
 * Where the columns of an extended-XYZ line are, by its Properties; −1 for what is not there.
 *
 * @param width number of columns
 * @param position first column of pos
 * @param velocity first column of velo or vel
 * @param force first column of forces or force
 * @param mass column of mass or masses
 * @param id column of id
 */
record XyzColumns(int width, int position, int velocity, int force, int mass, int id) {
    static XyzColumns of(String properties, LineReader in) throws FileFormatException {
        if (properties == null) {
            throw in.fault("key Properties", "columns must be described, found no Properties");
        }
        String[] parts = properties.split(":");
        Map<String, Integer> start = new HashMap<>();
        Map<String, Integer> count = new HashMap<>();
        int width = 0;
        if (parts.length % 3 != 0) {
            throw in.fault("key Properties", "columns must be name:type:count, found " + properties);
        }
        for (int k = 0; k < parts.length; k += 3) {
            start.put(parts[k], width);
            int columns = in.integer(parts[k + 2], "key Properties", 1, 1000);
            count.put(parts[k], columns);
            width += columns;
        }
        int position = column(start, count, 3, in, "pos");
        int velocity = column(start, count, 3, in, "velo", "vel");
        if (position < 0 || velocity < 0) {
            throw in.fault("key Properties", "columns pos and velo must be there, three each, found " + properties);
        }
        return new XyzColumns(
                width,
                position,
                velocity,
                column(start, count, 3, in, "forces", "force"),
                column(start, count, 1, in, "mass", "masses"),
                column(start, count, 1, in, "id"));
    }

    private static int column(
            Map<String, Integer> start, Map<String, Integer> count, int wanted, LineReader in, String... names)
            throws FileFormatException {
        for (String name : names) {
            if (start.containsKey(name)) {
                if (count.get(name) != wanted) {
                    throw in.fault(
                            "key Properties", name + " must have " + wanted + " columns, found " + count.get(name));
                }
                return start.get(name);
            }
        }
        return -1;
    }
}
