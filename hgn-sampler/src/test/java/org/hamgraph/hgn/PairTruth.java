package org.hamgraph.hgn;

import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.phase.PairwiseHamiltonian;

/** Known energies to learn from: any energy of an edge's length, kinetic energy p²/2m. */
public final class PairTruth extends PairwiseHamiltonian {
    private final Bond bond;

    /** Energy of an edge and its derivative by the length. */
    public interface Bond {
        /** Returns V(r) of an edge of stiffness k and rest length l. */
        double energy(double r, double k, double l);

        /** Returns dV/dr. */
        double slope(double r, double k, double l);
    }

    /** k (r - l)^2 / 2. */
    public static final Bond SPRING = new Bond() {
        @Override
        public double energy(double r, double k, double l) {
            return k * (r - l) * (r - l) / 2;
        }

        @Override
        public double slope(double r, double k, double l) {
            return k * (r - l);
        }
    };

    /** k (1 - exp(-2 (r - l)))^2, which flattens out at large r. */
    public static final Bond MORSE = new Bond() {
        @Override
        public double energy(double r, double k, double l) {
            double x = Math.expm1(-2 * (r - l));
            return k * x * x;
        }

        @Override
        public double slope(double r, double k, double l) {
            double x = Math.exp(-2 * (r - l));
            return 4 * k * (1 - x) * x;
        }
    };

    private PairTruth(CompiledGraph graph, Box box, Bond bond) {
        super(graph, box);
        this.bond = bond;
    }

    /** Returns the energy of a system of such bonds. */
    public static PairTruth of(CompiledGraph graph, Box box, Bond bond) {
        return new PairTruth(graph, box, bond);
    }

    @Override
    protected double pairEnergy(int edge, double r) {
        return bond.energy(r, graph().stiffness(edge), graph().restLength(edge));
    }

    @Override
    protected double pairSlope(int edge, double r) {
        return bond.slope(r, graph().stiffness(edge), graph().restLength(edge));
    }
}
