package org.hamgraph.eval.run;

import java.io.IOException;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.PhaseLayout;

/** How states go to an external program and its answers come back. */
interface Exchange {
    /** What a program says of a state; velocities are null where it gives none. */
    record Answer(double energy, double[] forces, double[] velocities) {}

    /**
     * Writes a state to the program.
     *
     * @throws IOException if the program no longer reads
     */
    void send(CompiledGraph graph, Box box, double[] y) throws IOException;

    /**
     * Reads the answer.
     *
     * @param layout bodies and axes of the state
     * @return the answer; null where the program has ended
     * @throws IOException if the program's output cannot be read
     * @throws IllegalArgumentException if it is no answer; the message says the rule and what was found
     */
    Answer receive(PhaseLayout layout) throws IOException;

    /** A fault of an answer: the rule, and the beginning of what was found. */
    static IllegalArgumentException wrong(String rule, String found, Exception cause) {
        int longest = 80;
        String quote = found.length() <= longest ? found : found.substring(0, longest) + "…";
        return new IllegalArgumentException("answer of the program must have " + rule + ", found " + quote, cause);
    }
}
