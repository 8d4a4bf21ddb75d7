package org.hamgraph.sim.io;

/** How much a packed file may unpack to: trajectories pack at most some tens to one, files made to exhaust a reader 1000. */
final class Packing {
    /** What the rule is, for messages. */
    static final String RULE = "a packed file must unpack to at most 64 MiB and 300 times its size";

    private static final long ANYWAY = 64L << 20;
    private static final long DENSEST = 300;

    private Packing() {}

    /** Returns the most bytes that a file of some bytes may unpack to. */
    static long most(long packed) {
        return ANYWAY + DENSEST * packed;
    }
}
