package org.hamgraph.law.junit;

import java.nio.file.Path;
import java.util.List;
import org.hamgraph.law.EnergyModel;
import org.hamgraph.law.Law;
import org.hamgraph.law.LawCheck;
import org.hamgraph.law.SystemRecipe;

/**
 * One law and the systems to measure it on, as {@link LawTest} states them.
 *
 * @since 0.1
 */
public final class LawCase {
    private final Law law;
    private final List<SystemRecipe> recipes;
    private final long seed;
    private final Path folder;

    LawCase(Law law, List<SystemRecipe> recipes, long seed, Path folder) {
        this.law = law;
        this.recipes = recipes;
        this.seed = seed;
        this.folder = folder;
    }

    /** Returns the law. */
    public Law law() {
        return law;
    }

    /**
     * Measures the law on all systems.
     *
     * @param model model
     * @throws AssertionError if it does not hold; the message names the files of a small counter-example
     */
    public void holdsFor(EnergyModel model) {
        LawCheck check = new LawCheck(law, model, seed);
        for (int k = 0; k < recipes.size(); k++) {
            check.on(recipes.get(k).system(), k);
        }
        check.requireHolds(folder);
    }
}
