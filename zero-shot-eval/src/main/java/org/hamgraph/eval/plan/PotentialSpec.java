package org.hamgraph.eval.plan;

import java.util.List;
import java.util.OptionalDouble;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.sim.force.FputHamiltonian;
import org.hamgraph.sim.force.MorseHamiltonian;
import org.hamgraph.sim.force.QuarticRingHamiltonian;
import org.hamgraph.sim.force.SpringHamiltonian;

/**
 * A known pair energy as the command line and plans state it.
 *
 * <pre>{@code
 * spring:k=10,l=1      fput:k=1,alpha=0.25,beta=0.1,l=1      morse:D=1,a=1.5,r0=1      quartic-ring
 * }</pre>
 *
 * Stiffness and rest length that are not stated stay those of the system.
 *
 * @since 0.1
 */
public final class PotentialSpec {
    private enum Kind {
        SPRING,
        FPUT,
        MORSE,
        QUARTIC_RING
    }

    private final String text;
    private final Kind kind;
    private final OptionalDouble stiffness;
    private final OptionalDouble restLength;
    private final double first;
    private final double second;

    private PotentialSpec(
            String text, Kind kind, OptionalDouble stiffness, OptionalDouble restLength, double first, double second) {
        this.text = text;
        this.kind = kind;
        this.stiffness = stiffness;
        this.restLength = restLength;
        this.first = first;
        this.second = second;
    }

    /**
     * Reads a potential.
     *
     * @param text as in the examples above
     * @throws IllegalArgumentException naming what is wrong
     */
    public static PotentialSpec parse(String text) {
        Arguments arguments = Arguments.parse(text);
        PotentialSpec spec = switch (arguments.name()) {
            case "spring" ->
                new PotentialSpec(text, Kind.SPRING, optional(arguments, "k"), optional(arguments, "l"), 0, 0);
            case "fput" ->
                new PotentialSpec(
                        text,
                        Kind.FPUT,
                        optional(arguments, "k"),
                        optional(arguments, "l"),
                        arguments.takeNumber("alpha", 0.25),
                        arguments.takeNumber("beta", 0.1));
            case "morse" ->
                new PotentialSpec(
                        text,
                        Kind.MORSE,
                        OptionalDouble.empty(),
                        optional(arguments, "r0"),
                        arguments.takeNumber("D", 1),
                        arguments.takeNumber("a", 1.5));
            case "quartic-ring" ->
                new PotentialSpec(text, Kind.QUARTIC_RING, OptionalDouble.empty(), OptionalDouble.empty(), 0, 0);
            default ->
                throw new IllegalArgumentException(
                        "potential must be spring, fput, morse or quartic-ring, found " + arguments.name());
        };
        arguments.finish(
                switch (spec.kind) {
                    case SPRING -> List.of("k", "l");
                    case FPUT -> List.of("k", "alpha", "beta", "l");
                    case MORSE -> List.of("D", "a", "r0");
                    case QUARTIC_RING -> List.of();
                });
        return spec;
    }

    private static OptionalDouble optional(Arguments arguments, String key) {
        double value = arguments.takeNumber(key, Double.NaN);
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    /**
     * Returns the system with the stated stiffness and rest length on every spring.
     *
     * @param graph bodies and springs
     */
    public CompiledGraph on(CompiledGraph graph) {
        if (stiffness.isEmpty() && restLength.isEmpty()) {
            return graph;
        }
        CompiledGraph.Builder builder = CompiledGraph.builder(graph.nodes());
        for (int i = 0; i < graph.nodes(); i++) {
            builder.body(i, graph.mass(i), graph.bodySpecies(i));
        }
        for (int e = 0; e < graph.edges(); e++) {
            builder.spring(
                    graph.first(e),
                    graph.second(e),
                    stiffness.orElse(graph.stiffness(e)),
                    restLength.orElse(graph.restLength(e)),
                    graph.springSpecies(e));
        }
        return builder.build();
    }

    /**
     * Returns the exact energy.
     *
     * @param graph bodies and springs, as {@link #on} returned them
     * @param box space around them
     */
    public SeparableHamiltonian hamiltonian(CompiledGraph graph, Box box) {
        return switch (kind) {
            case SPRING -> SpringHamiltonian.of(graph, box);
            case FPUT -> FputHamiltonian.of(graph, box, first, second);
            case MORSE -> MorseHamiltonian.of(graph, box, first, second);
            case QUARTIC_RING -> QuarticRingHamiltonian.of(graph, box);
        };
    }

    /** Returns the text the potential was read from. */
    @Override
    public String toString() {
        return text;
    }
}
