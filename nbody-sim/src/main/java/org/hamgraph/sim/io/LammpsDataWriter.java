package org.hamgraph.sim.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Spring;
import org.hamgraph.phase.BodySystem;

/** Writes a system as the text of a LAMMPS data file, every number to the last digit. */
final class LammpsDataWriter {
    private record AtomType(int species, double mass) {}

    private record BondType(int species, double stiffness, double restLength) {}

    private final BodySystem system;
    private final CompiledGraph graph;
    private final int dim;
    private final Map<AtomType, Integer> atomTypes = new LinkedHashMap<>();
    private final Map<BondType, Integer> bondTypes = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    LammpsDataWriter(BodySystem system) {
        this.system = system;
        this.graph = system.graph();
        this.dim = system.box().dim();
        // Types in the order of species, so that a species with one mass keeps its number.
        for (int species = 0; species < graph.bodySpeciesCount(); species++) {
            for (int i = 0; i < graph.nodes(); i++) {
                if (graph.bodySpecies(i) == species) {
                    atomTypes.putIfAbsent(atomType(i), atomTypes.size() + 1);
                }
            }
        }
        for (int species = 0; species < graph.springSpeciesCount(); species++) {
            for (int e = 0; e < graph.edges(); e++) {
                if (graph.springSpecies(e) == species) {
                    bondTypes.putIfAbsent(bondType(e), bondTypes.size() + 1);
                }
            }
        }
    }

    private AtomType atomType(int i) {
        return new AtomType(graph.bodySpecies(i), graph.mass(i));
    }

    private BondType bondType(int e) {
        return new BondType(graph.springSpecies(e), graph.stiffness(e), graph.restLength(e));
    }

    /** Returns a spring of every type: the one of type t + 1 at place t. */
    List<Spring> bondTypes() {
        return bondTypes.keySet().stream()
                .map(type -> new Spring(0, 1, type.stiffness, type.restLength, type.species))
                .toList();
    }

    String text(boolean coefficients) {
        line("Mass-spring system");
        line("");
        line(graph.nodes() + " atoms");
        line(graph.edges() + " bonds");
        line(atomTypes.size() + " atom types");
        line(bondTypes.size() + " bond types");
        line("");
        for (int axis = 0; axis < 3; axis++) {
            bounds(axis);
        }
        section("Masses");
        atomTypes.forEach((type, number) -> line(number + " " + type.mass));
        if (coefficients && !bondTypes.isEmpty()) {
            section("Bond Coeffs # harmonic");
            bondTypes.forEach((type, number) -> line(number + " " + type.stiffness / 2 + " " + type.restLength));
        }
        section("Atoms # bond");
        for (int i = 0; i < graph.nodes(); i++) {
            line((i + 1) + " 1 " + atomTypes.get(atomType(i)) + coordinates(i, false));
        }
        section("Velocities");
        for (int i = 0; i < graph.nodes(); i++) {
            line((i + 1) + coordinates(i, true));
        }
        if (graph.edges() > 0) {
            section("Bonds");
            for (int e = 0; e < graph.edges(); e++) {
                line((e + 1) + " " + bondTypes.get(bondType(e)) + " " + (graph.first(e) + 1) + " "
                        + (graph.second(e) + 1));
            }
        }
        return text.toString();
    }

    private void line(String content) {
        text.append(content).append('\n');
    }

    private void section(String name) {
        line("");
        line(name);
        line("");
    }

    private String coordinates(int i, boolean velocities) {
        StringBuilder numbers = new StringBuilder();
        for (int axis = 0; axis < 3; axis++) {
            double value = axis >= dim
                    ? 0
                    : velocities
                            ? system.state().p(i, axis) / graph.mass(i)
                            : system.state().q(i, axis);
            numbers.append(' ').append(value);
        }
        return numbers.toString();
    }

    /** The period of a periodic axis; an open one gets a box around the bodies. */
    private void bounds(int axis) {
        double low = 0;
        double high = axis < dim ? system.box().period(axis) : 0;
        if (!(high > 0)) {
            for (int i = 0; axis < dim && i < graph.nodes(); i++) {
                low = i == 0
                        ? system.state().q(i, axis)
                        : Math.min(low, system.state().q(i, axis));
                high = i == 0 ? low : Math.max(high, system.state().q(i, axis));
            }
            low -= 1;
            high += 1;
        }
        String name = String.valueOf("xyz".charAt(axis));
        line(low + " " + high + " " + name + "lo " + name + "hi");
    }
}
