package org.hamgraph.sweep;

/** Springs that lie in no run, by their ends and their class. */
final class LooseSprings {
    final int[] first;
    final int[] second;
    final int[] kind;

    /**
     * Takes the rows of a table.
     *
     * @param springs first end, second end, class
     */
    LooseSprings(IntTable springs) {
        first = new int[springs.size()];
        second = new int[springs.size()];
        kind = new int[springs.size()];
        for (int k = 0; k < first.length; k++) {
            first[k] = springs.get(k, 0);
            second[k] = springs.get(k, 1);
            kind[k] = springs.get(k, 2);
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
