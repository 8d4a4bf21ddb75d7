package org.hamgraph.sim.integrate;

import java.util.List;
import java.util.stream.Collectors;
import org.hamgraph.phase.SeparableHamiltonian;

/**
 * The schemes of this package by name.
 *
 * @since 0.1
 */
public final class Integrators {
    private static final List<Integrator<? super SeparableHamiltonian>> ALL =
            List.of(new StormerVerlet(), new Yoshida4(), new SymplecticEuler(), new ImplicitMidpoint());

    private Integrators() {}

    /** Returns every scheme that can move a separable energy; the default one first. */
    public static List<Integrator<? super SeparableHamiltonian>> forSeparable() {
        return ALL;
    }

    /**
     * Returns the scheme of that name.
     *
     * @param name name of a scheme, such as {@code stormer-verlet}
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public static Integrator<? super SeparableHamiltonian> named(String name) {
        for (Integrator<? super SeparableHamiltonian> integrator : ALL) {
            if (integrator.name().equals(name)) {
                return integrator;
            }
        }
        throw new IllegalArgumentException("integrator must be one of "
                + ALL.stream().map(Integrator::name).collect(Collectors.joining(", ")) + ", found " + name);
    }
}
