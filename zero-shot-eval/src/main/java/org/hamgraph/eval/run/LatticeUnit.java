package org.hamgraph.eval.run;

import java.io.IOException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.hamgraph.eval.plan.LatticeFamily;
import org.hamgraph.eval.plan.PotentialSpec;
import org.hamgraph.eval.plan.SystemSpec;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.BodySystem;

/**
 * The one kind of body and spring that a system is made of, to make larger lattices of them.
 *
 * @param mass mass of every body
 * @param spacing distance of neighbours
 * @param springs stiffness and rest length of every spring
 */
record LatticeUnit(double mass, double spacing, PotentialSpec springs) {
    /**
     * Returns what a system is made of; empty if its bodies or its springs are not all alike, it has no spring, or a
     * file gives its springs no length.
     *
     * @param text system as the plan states it
     * @param seed the one seed of a run
     * @param potential known energy, which may state stiffness and rest length
     * @throws IOException if a file cannot be read
     */
    static Optional<LatticeUnit> of(String text, long seed, Optional<PotentialSpec> potential) throws IOException {
        SystemSpec spec = new SystemSpec(text, 1, 1, OptionalDouble.empty(), OptionalDouble.empty(), seed);
        CompiledGraph graph = spec.resolve(potential).system().graph();
        if (!alike(graph)) {
            return Optional.empty();
        }
        double length = graph.restLength(0);
        // A lattice by name has spacing 1 whatever its springs; a file says how long they are.
        double spacing = LatticeFamily.isLattice(text) ? 1 : length;
        PotentialSpec springs = PotentialSpec.parse("spring:k=" + graph.stiffness(0) + ",l=" + length);
        return spacing > 0 ? Optional.of(new LatticeUnit(graph.mass(0), spacing, springs)) : Optional.empty();
    }

    private static boolean alike(CompiledGraph graph) {
        return graph.edges() > 0
                && graph.bodySpeciesCount() == 1
                && graph.springSpeciesCount() == 1
                && IntStream.range(0, graph.nodes()).allMatch(i -> graph.mass(i) == graph.mass(0))
                && IntStream.range(0, graph.edges())
                        .allMatch(e ->
                                graph.stiffness(e) == graph.stiffness(0) && graph.restLength(e) == graph.restLength(0));
    }

    /**
     * Returns a lattice of these bodies and springs, in the state that systems by name start from.
     *
     * @param system name of the lattice
     * @param seed the one seed of a run
     */
    BodySystem lattice(String system, long seed) throws IOException {
        return new SystemSpec(system, mass, spacing, OptionalDouble.empty(), OptionalDouble.empty(), seed)
                .resolve(Optional.of(springs))
                .system();
    }
}
