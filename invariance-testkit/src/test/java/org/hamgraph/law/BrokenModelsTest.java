package org.hamgraph.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hamgraph.sim.force.MorseHamiltonian;
import org.hamgraph.sim.force.SpringHamiltonian;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BrokenModelsTest {
    private static final List<SystemRecipe> RECIPES = SystemRecipe.some(80, 30, 7);

    private static Map<String, LawCheck> checks(EnergyModel model) {
        Map<String, LawCheck> checks = new TreeMap<>();
        for (Law law : Laws.all()) {
            LawCheck check = new LawCheck(law, model, 3);
            for (int k = 0; k < RECIPES.size(); k++) {
                check.on(RECIPES.get(k).system(), k);
            }
            checks.put(law.name(), check);
        }
        return checks;
    }

    private static Set<String> broken(Map<String, LawCheck> checks) {
        return checks.values().stream()
                .filter(check -> !check.holds())
                .map(check -> check.law().name())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @EnumSource(BrokenModel.class)
    void everyMistakeBreaksItsLawsAndNoOther(BrokenModel model) {
        Map<String, LawCheck> checks = checks(model);
        assertEquals(
                new TreeSet<>(model.broken()),
                broken(checks),
                () -> checks.values().stream()
                        .map(check -> check.law().name() + " " + check.worst().map(LawCheck.Finding::deviation))
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void everyLawIsBrokenBySomeMistakeButThoseOfAllModels() {
        Set<String> caught = new TreeSet<>();
        for (BrokenModel model : BrokenModel.values()) {
            caught.addAll(model.broken());
        }
        assertEquals(Laws.all().stream().map(Law::name).collect(Collectors.toCollection(TreeSet::new)), caught);
    }

    @Test
    void trueEnergiesObeyAllLaws() {
        List<EnergyModel> models =
                List.of(SpringHamiltonian::of, (graph, box) -> MorseHamiltonian.of(graph, box, 1, 1.5));
        for (EnergyModel model : models) {
            Map<String, LawCheck> checks = checks(model);
            checks.values().forEach(check -> {
                assertTrue(check.applied() >= 20, check.law().name() + " applied to " + check.applied());
                assertTrue(
                        check.holds(),
                        () -> check.law().name() + " " + check.worst().orElseThrow());
            });
        }
    }
}
