package org.hamgraph.eval.run;

import java.util.List;
import java.util.Optional;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.law.Deviation;
import org.hamgraph.law.EnergyModel;
import org.hamgraph.law.Law;
import org.hamgraph.law.LawCheck;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.phase.PhaseState;
import org.hamgraph.sim.data.InitialStates;

/**
 * Measures how far a model on a system is from the laws it should obey, on random states.
 *
 * <p>Deviations are relative to the size of what is compared (see {@link org.hamgraph.law.Law}); the greatest over all
 * states counts. Those of five symmetries stand by themselves as well; null where a law was not asked for or says
 * nothing, as rotation does in a periodic box.
 *
 * @param tries number of random states and transformations
 * @param permutation deviation under renumbering of bodies
 * @param translation deviation under shifts by up to 10 units of length along every axis
 * @param rotation deviation under rotation
 * @param reflection deviation under reflection of the first axis
 * @param timeReversal deviation under p → −p
 * @param laws all laws
 * @since 0.1
 */
public record InvarianceCheck(
        int tries,
        Double permutation,
        Double translation,
        Double rotation,
        Double reflection,
        Double timeReversal,
        List<Row> laws) {
    /**
     * A law.
     *
     * @param law name
     * @param applied number of states of which it says something
     * @param deviation greatest deviation for its tolerance; null if it never applied
     * @param tolerance what it was held to
     * @param holds whether no state broke it
     * @param derivation what the tolerance is made of
     */
    public record Row(String law, int applied, Double deviation, Double tolerance, boolean holds, String derivation) {}

    /**
     * Checks a model.
     *
     * @param model model to check
     * @param laws laws to measure
     * @param states random states of the system
     * @param seed the one seed of a run
     * @param tries number of random states and transformations, at least 1
     * @param threads number of threads; the result does not depend on it
     */
    public static List<LawCheck> measure(
            EnergyModel model, List<Law> laws, InitialStates states, long seed, int tries, int threads) {
        List<LawCheck> checks =
                laws.stream().map(law -> new LawCheck(law, model, seed)).toList();
        CompiledGraph graph = states.graph();
        PhaseLayout layout = new PhaseLayout(graph.nodes(), states.box().dim());
        Workers.each(threads, checks.size(), law -> {
            for (int k = 0; k < tries; k++) {
                PhaseState state = PhaseState.copyOf(layout, states.draw(seed, "invariance check", k));
                checks.get(law).on(new BodySystem(graph, states.box(), state), k);
            }
        });
        return checks;
    }

    /**
     * Returns the result of checks.
     *
     * @param checks one of every law
     * @param tries number of states each was measured on
     */
    public static InvarianceCheck of(List<LawCheck> checks, int tries) {
        List<Row> rows = checks.stream().map(InvarianceCheck::row).toList();
        return new InvarianceCheck(
                tries,
                named("permutation", rows),
                named("translation", rows),
                named("rotation", rows),
                named("reflection", rows),
                named("timeReversal", rows),
                rows);
    }

    private static Double named(String law, List<Row> rows) {
        return rows.stream()
                .filter(row -> row.law.equals(law))
                .findFirst()
                .map(Row::deviation)
                .orElse(null);
    }

    private static Row row(LawCheck check) {
        Optional<Deviation> worst = check.worst().map(LawCheck.Finding::deviation);
        return new Row(
                check.law().name(),
                check.applied(),
                worst.map(Deviation::measured).orElse(null),
                worst.map(Deviation::tolerance).orElse(null),
                check.holds(),
                worst.map(Deviation::derivation).orElse("says nothing of this system"));
    }
}
