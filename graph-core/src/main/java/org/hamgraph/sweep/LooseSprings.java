package org.hamgraph.sweep;

/** Springs that lie in no run, by their ends and their class. */
final class LooseSprings {
    final int[] first;
    final int[] second;
    final int[] kind;
    /** Spring after the last that follows with the same class. */
    private final int[] end;

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
        end = new int[first.length];
        for (int k = first.length - 1; k >= 0; k--) {
            end[k] = k + 1 < first.length && kind[k + 1] == kind[k] ? end[k + 1] : k + 1;
        }
    }

    int size() {
        return first.length;
    }

    /** Returns the spring after the last, before {@code to}, that follows with the same class. */
    int sameKind(int from, int to) {
        return Math.min(end[from], to);
    }
}
