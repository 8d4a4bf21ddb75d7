package org.hamgraph.law.jqwik;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.hamgraph.graph.NodePermutation;
import org.hamgraph.law.SystemRecipe;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.phase.RigidMotion;
import org.hamgraph.support.RandomStreams;

/**
 * What laws are measured on, for jqwik. Everything shrinks towards few bodies, few dimensions, open space, no springs
 * and plain displacements.
 *
 * @since 0.1
 */
public final class LawArbitraries {
    private LawArbitraries() {}

    /**
     * Returns recipes of systems of every topology and arrangement, coincident, collinear and far bodies among them.
     *
     * @param most most bodies, about
     */
    public static Arbitrary<SystemRecipe> recipes(int most) {
        return Arbitraries.of(SystemRecipe.Topology.class)
                .flatMap(topology -> Combinators.combine(
                                Arbitraries.integers().between(1, most),
                                Arbitraries.integers().between(topology.leastDim(), 3),
                                Arbitraries.of(false, true),
                                Arbitraries.of(SystemRecipe.Arrangement.class),
                                Arbitraries.longs().between(0, 1_000_000))
                        .as((bodies, dim, periodic, arrangement, seed) ->
                                new SystemRecipe(topology, bodies, dim, periodic, arrangement, seed)));
    }

    /**
     * Returns systems.
     *
     * @param most most bodies, about
     */
    public static Arbitrary<BodySystem> systems(int most) {
        return recipes(most).map(SystemRecipe::system);
    }

    /**
     * Returns rotations, half of them with a reflection, followed by a shift by up to 10 lengths.
     *
     * @param dim dimension of space
     */
    public static Arbitrary<RigidMotion> motions(int dim) {
        Arbitrary<Double> shift = Arbitraries.doubles().between(-10, 10);
        return Combinators.combine(
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.of(false, true),
                        shift.array(double[].class).ofSize(dim))
                .as((seed, mirrored, offset) -> {
                    RigidMotion turned = RigidMotion.randomRotation(dim, RandomStreams.of(seed, "motions", 0));
                    RigidMotion motion = mirrored ? turned.then(RigidMotion.reflection(dim)) : turned;
                    return motion.then(RigidMotion.translation(offset));
                });
    }

    /**
     * Returns permutations.
     *
     * @param bodies number of bodies
     */
    public static Arbitrary<NodePermutation> permutations(int bodies) {
        return Arbitraries.longs()
                .between(0, 1_000_000)
                .map(seed -> NodePermutation.random(bodies, RandomStreams.of(seed, "permutations", 0)));
    }
}
