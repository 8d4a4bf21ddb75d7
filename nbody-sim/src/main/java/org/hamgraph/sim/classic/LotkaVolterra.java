package org.hamgraph.sim.classic;

import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.support.Checks;

/**
 * Predators and prey in logarithms of their numbers, in which their equations are those of a Hamiltonian.
 *
 * <pre>{@code
 * H(q, p) = delta e^p - gamma p + beta e^q - alpha q
 * dq/dt = delta e^p - gamma        dp/dt = alpha - beta e^q
 *
 * with x = e^p prey, z = e^q predators:   dx/dt = alpha x - beta x z      dz/dt = delta x z - gamma z
 * }</pre>
 *
 * The state is [q, p], both without unit; so are the numbers of animals. The motion rests at q = ln(α/β),
 * p = ln(γ/δ) if both quotients are positive. The kinetic part is not even in p: turning p over does not turn time
 * over.
 *
 * <p>Source: A. J. Lotka, Elements of Physical Biology, 1925; in logarithms, E. Hairer, C. Lubich, G. Wanner, Geometric
 * Numerical Integration, 2nd ed., 2006, I.1.1; settings of A. Rahma, C. Datar, F. Dietrich, Training Hamiltonian neural
 * networks without backpropagation, arXiv 2411.17511, 2024.
 *
 * @param alpha α, growth rate of the prey, one over time
 * @param beta β, rate at which one predator takes prey, one over time
 * @param gamma γ, death rate of the predators, one over time
 * @param delta δ, rate at which one prey feeds predators, one over time
 * @since 0.1
 */
public record LotkaVolterra(double alpha, double beta, double gamma, double delta) implements SeparableHamiltonian {
    private static final PhaseLayout LAYOUT = new PhaseLayout(1, 1);

    /** Checks the components: all finite, of either sign. */
    public LotkaVolterra {
        Checks.finite(alpha, "alpha");
        Checks.finite(beta, "beta");
        Checks.finite(gamma, "gamma");
        Checks.finite(delta, "delta");
    }

    /**
     * Returns H = −eᵖ + p − e^q + 2q: α = −2, β = γ = δ = −1, a formal setting that rests near the origin, at
     * q = ln 2, p = 0.
     */
    public static LotkaVolterra centred() {
        return new LotkaVolterra(-2, -1, -1, -1);
    }

    /** Returns a setting of real populations, α = 3.5, β = 0.025, γ = 10, δ = 0.07: it rests near q = p = 5. */
    public static LotkaVolterra shifted() {
        return new LotkaVolterra(3.5, 0.025, 10, 0.07);
    }

    @Override
    public PhaseLayout layout() {
        return LAYOUT;
    }

    @Override
    public double kineticEnergy(double[] y) {
        return delta * Math.exp(y[1]) - gamma * y[1];
    }

    @Override
    public double potentialEnergy(double[] y) {
        return beta * Math.exp(y[0]) - alpha * y[0];
    }

    @Override
    public void velocity(double[] y, double[] velocityOut, int offset) {
        velocityOut[offset] = delta * Math.exp(y[1]) - gamma;
    }

    @Override
    public void force(double[] y, double[] forceOut, int offset) {
        forceOut[offset] = alpha - beta * Math.exp(y[0]);
    }
}
