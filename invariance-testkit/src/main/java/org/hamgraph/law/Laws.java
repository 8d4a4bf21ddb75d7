package org.hamgraph.law;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * All laws, by name.
 *
 * <table>
 * <caption>Laws</caption>
 * <tr><th>name</th><th>law</th></tr>
 * <tr><td>permutation</td><td>numbers of bodies mean nothing</td></tr>
 * <tr><td>translation</td><td>nor does the place; in periodic boxes whole periods of single bodies do not either</td></tr>
 * <tr><td>rotation, reflection</td><td>nor do directions, in open space</td></tr>
 * <tr><td>timeReversal</td><td>H(q, −p) = H(q, p)</td></tr>
 * <tr><td>repeatability</td><td>H depends on the state alone, not on states seen before</td></tr>
 * <tr><td>galileanBoost</td><td>H(q, p + m v) = H + v P + M v²/2</td></tr>
 * <tr><td>gradient</td><td>the gradient is the derivative of the energy</td></tr>
 * <tr><td>momentum, angularMomentum</td><td>are conserved by the motion</td></tr>
 * <tr><td>symplecticity</td><td>Mᵀ J M = J for a step</td></tr>
 * <tr><td>energyOrder</td><td>the energy error falls with the step as its order says</td></tr>
 * <tr><td>extensivity</td><td>two copies far apart have twice the energy</td></tr>
 * <tr><td>locality</td><td>bodies act no farther than the reach of the model</td></tr>
 * <tr><td>zeroShotConsistency</td><td>a body feels the same in the whole system as among those within reach</td></tr>
 * </table>
 *
 * @since 0.1
 */
public final class Laws {
    private static final List<Law> ALL = List.of(
            new NamedLaw("permutation", "numbers of bodies mean nothing", SymmetryLaws::permutation),
            new NamedLaw("translation", "the place of a system means nothing", SymmetryLaws::translation),
            new NamedLaw("rotation", "directions in open space mean nothing", SymmetryLaws::rotation),
            new NamedLaw("reflection", "left and right mean nothing", SymmetryLaws::reflection),
            new NamedLaw("timeReversal", "H(q, -p) = H(q, p)", SymmetryLaws::timeReversal),
            new NamedLaw("repeatability", "H depends on the state alone", SymmetryLaws::repeatability),
            new NamedLaw("galileanBoost", "H(q, p + m v) = H + v P + M v^2 / 2", ConservationLaws::galileanBoost),
            new NamedLaw("gradient", "the gradient is the derivative of the energy", GradientLaw::measure),
            new NamedLaw("momentum", "forces cancel", ConservationLaws::momentum),
            new NamedLaw("angularMomentum", "torques cancel", ConservationLaws::angularMomentum),
            new NamedLaw("symplecticity", "M^T J M = J for a step", StepLaws::symplecticity),
            new NamedLaw("energyOrder", "the energy error falls with the step by its order", StepLaws::energyOrder),
            new NamedLaw("extensivity", "two copies far apart have twice the energy", ScalingLaws::extensivity),
            new NamedLaw("locality", "bodies act no farther than the reach of the model", ScalingLaws::locality),
            new NamedLaw(
                    "zeroShotConsistency",
                    "a body feels the same in the whole system as among those within reach",
                    ScalingLaws::zeroShotConsistency));

    private Laws() {}

    /** Returns all laws. */
    public static List<Law> all() {
        return ALL;
    }

    /**
     * Returns the law of that name.
     *
     * @param name name of a law, such as {@code rotation}
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public static Law named(String name) {
        return ALL.stream().filter(law -> law.name().equals(name)).findFirst().orElseThrow(() -> unknown(name));
    }

    /**
     * Returns all laws but some.
     *
     * @param names names of laws
     * @throws IllegalArgumentException if there is no law of a name
     */
    public static List<Law> except(Collection<String> names) {
        List<Law> rest = new ArrayList<>(ALL);
        names.forEach(name -> rest.remove(named(name)));
        return List.copyOf(rest);
    }

    private static IllegalArgumentException unknown(String name) {
        String names = ALL.stream().map(Law::name).collect(Collectors.joining(", "));
        return new IllegalArgumentException("law must be one of " + names + ", found " + name);
    }
}
