package org.hamgraph.sweep;

/** Springs that lie in no run, by their ends and their class. */
final class LooseSprings {
    final int[] first;
    final int[] second;
    final int[] kind;

    /**
     * Takes the rows of a table in an order.
     *
     * @param springs first end, second end, class
     * @param order rows to take
     */
    LooseSprings(IntTable springs, int[] order) {
        first = new int[order.length];
        second = new int[order.length];
        kind = new int[order.length];
        for (int k = 0; k < order.length; k++) {
            first[k] = springs.get(order[k], 0);
            second[k] = springs.get(order[k], 1);
            kind[k] = springs.get(order[k], 2);
        }
    }

    int size() {
        return first.length;
    }

    /** Returns the spring after the last that follows {@code from} with the same class. */
    int sameKind(int from, int to) {
        int end = from + 1;
        while (end < to && kind[end] == kind[from]) {
            end++;
        }
        return end;
    }
}
