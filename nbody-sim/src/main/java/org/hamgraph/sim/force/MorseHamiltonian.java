package org.hamgraph.sim.force;

import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.PairwiseHamiltonian;
import org.hamgraph.support.Checks;

/**
 * Bonds that resist being pressed and give way when pulled: zero at the rest length r0 of the spring, the depth D far
 * away.
 *
 * <pre>{@code
 * V(r) = D (1 - exp(-a x))^2        V'(r) = 2 a D (1 - exp(-a x)) exp(-a x)        x = r - r0
 * }</pre>
 *
 * D and a are common to all bonds; the stiffness of the springs is not used (near r0 a bond is as stiff as 2 D a²).
 * Energy and force keep their relative accuracy both next to r0 and in the tail.
 *
 * <p>Source: P. M. Morse, Diatomic molecules according to the wave mechanics II, Physical Review 34, 1929.
 *
 * @since 0.1
 */
public final class MorseHamiltonian extends PairwiseHamiltonian {
    private final double depth;
    private final double steepness;

    private MorseHamiltonian(CompiledGraph graph, Box box, double depth, double steepness) {
        super(graph, box);
        this.depth = Checks.positive(depth, "depth D");
        this.steepness = Checks.positive(steepness, "steepness a");
    }

    /**
     * Returns the energy of a system.
     *
     * @param graph bodies with their masses, springs with their rest lengths
     * @param box dimension and periods of space
     * @param depth D, energy of a broken bond, positive
     * @param steepness a, one over length, positive
     */
    public static MorseHamiltonian of(CompiledGraph graph, Box box, double depth, double steepness) {
        return new MorseHamiltonian(graph, box, depth, steepness);
    }

    @Override
    protected double pairEnergy(int edge, double r) {
        double step = Math.expm1(-steepness * (r - graph().restLength(edge)));
        return depth * step * step;
    }

    @Override
    protected double pairSlope(int edge, double r) {
        double exponent = -steepness * (r - graph().restLength(edge));
        return -2 * steepness * depth * Math.expm1(exponent) * Math.exp(exponent);
    }
}
