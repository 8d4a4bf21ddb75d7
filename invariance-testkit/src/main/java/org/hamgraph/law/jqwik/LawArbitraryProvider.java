package org.hamgraph.law.jqwik;

import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;
import org.hamgraph.law.SystemRecipe;
import org.hamgraph.phase.BodySystem;

/**
 * Gives {@code @ForAll} parameters of type {@link SystemRecipe} and {@link BodySystem} systems of up to 30 bodies.
 * Found by jqwik itself.
 *
 * @since 0.1
 */
public final class LawArbitraryProvider implements ArbitraryProvider {
    private static final int MOST_BODIES = 30;

    @Override
    public boolean canProvideFor(TypeUsage type) {
        return type.isOfType(SystemRecipe.class) || type.isOfType(BodySystem.class);
    }

    @Override
    public Set<Arbitrary<?>> provideFor(TypeUsage type, SubtypeProvider subtypes) {
        return Set.of(
                type.isOfType(BodySystem.class)
                        ? LawArbitraries.systems(MOST_BODIES)
                        : LawArbitraries.recipes(MOST_BODIES));
    }
}
