package org.hamgraph.phase;

import java.util.Objects;
import java.util.Optional;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.sweep.PairClasses;
import org.hamgraph.sweep.PiecewisePolynomial;
import org.hamgraph.sweep.RunPlan;

/**
 * A sum over bodies and springs: every body adds an energy of its momentum's square, every spring an energy of its
 * length.
 *
 * <pre>{@code
 * H(q, p) = sum_i T_i(|p_i|^2) + sum_e V_e(r_e)          r_e = |q_j - q_i|, nearest image on periodic axes
 * dq_i/dt = 2 T_i'(|p_i|^2) p_i                          dp_i/dt = sum_{e at i} V_e'(r_e) (q_j - q_i) / r_e
 * }</pre>
 *
 * Momentum and angular momentum (in open space) are conserved, and permutations and rigid motions respected, by
 * construction. Coincident bodies exert no force on each other. One gradient costs one sweep over the springs; sums
 * run in the graph's own order and repeat bit for bit, however bodies are shared among threads.
 *
 * <p>A spring that was found by a {@link org.hamgraph.graph.PairRule} and is as long as its {@linkplain
 * CompiledGraph#cutoff cutoff} exerts nothing; the energy of a shorter one is V_e(r) − V_e(cutoff).
 *
 * <p>An energy whose slopes are polynomials says so through {@link #pairPolynomial}, and is then swept faster.
 *
 * @since 0.1
 */
public abstract class PairwiseHamiltonian implements DivisibleHamiltonian {
    private static final PiecewisePolynomial HALF = PiecewisePolynomial.polynomial(0, 0.5);

    private final CompiledGraph graph;
    private final Box box;
    private final PhaseLayout layout;
    private volatile EdgeSweep sweep;
    private Optional<RunPlan> plan;

    /**
     * Binds the energy to a system.
     *
     * @param graph bodies and springs
     * @param box dimension and periods of space
     */
    protected PairwiseHamiltonian(CompiledGraph graph, Box box) {
        this.graph = Objects.requireNonNull(graph, "graph");
        this.box = Objects.requireNonNull(box, "box");
        this.layout = new PhaseLayout(graph.nodes(), box.dim());
    }

    /**
     * Returns V_e(r), energy.
     *
     * @param edge edge index
     * @param r length of the edge, zero or positive
     */
    protected abstract double pairEnergy(int edge, double r);

    /**
     * Returns dV_e/dr, force; positive where the edge pulls.
     *
     * @param edge edge index
     * @param r length of the edge, zero or positive
     */
    protected abstract double pairSlope(int edge, double r);

    /**
     * Returns T_i(s), energy; s/(2m) unless overridden.
     *
     * @param body body index
     * @param s squared momentum |p|²
     */
    protected double bodyEnergy(int body, double s) {
        return s / (2 * graph.mass(body));
    }

    /**
     * Returns dT_i/ds, one over mass; 1/(2m) unless overridden.
     *
     * @param body body index
     * @param s squared momentum |p|²
     */
    protected double bodySlope(int body, double s) {
        return 1 / (2 * graph.mass(body));
    }

    /**
     * Returns dV/dr of a kind of spring as a piecewise polynomial of r, the same function as {@link #pairSlope} up to
     * rounding or a stated error; null, unless overridden, if it has no such form.
     *
     * @param species species of spring
     * @param stiffness spring constant
     * @param restLength rest length
     */
    protected PiecewisePolynomial pairPolynomial(int species, double stiffness, double restLength) {
        return null;
    }

    /**
     * Returns the function f of a species of body in dT/ds = w f(w s), with w from {@link #bodyWeight}; the constant
     * 1/2 unless overridden, null if it has no such form. Who overrides {@link #bodySlope} overrides this.
     *
     * @param species species of body
     */
    protected PiecewisePolynomial bodyPolynomial(int species) {
        return HALF;
    }

    /**
     * Returns the weight w of a body in {@link #bodyPolynomial}; 1/m unless overridden.
     *
     * @param body body index
     */
    protected double bodyWeight(int body) {
        return 1 / graph.mass(body);
    }

    /** Returns the plan to sweep the springs by runs, if slopes are polynomials. Made on the first call, O(m log m). */
    public final synchronized Optional<RunPlan> runPlan() {
        if (plan == null) {
            plan = graph.hasCutoffs() ? Optional.empty() : makePlan();
        }
        return plan;
    }

    private Optional<RunPlan> makePlan() {
        PiecewisePolynomial[] slope = new PiecewisePolynomial[graph.bodySpeciesCount()];
        for (int t = 0; t < slope.length; t++) {
            slope[t] = bodyPolynomial(t);
            if (slope[t] == null) {
                return Optional.empty();
            }
        }
        return RunPlan.of(graph, box, this::pairPolynomial, t -> slope[t], this::bodyWeight);
    }

    private EdgeSweep sweep() {
        EdgeSweep result = sweep;
        if (result == null) {
            result = PairClasses.of(graph, this::pairPolynomial)
                    .map(classes -> new EdgeSweep(graph, box, classes))
                    .orElseGet(() -> new EdgeSweep(graph, box, this::pairSlope));
            sweep = result;
        }
        return result;
    }

    /** Returns the bodies and springs. */
    public final CompiledGraph graph() {
        return graph;
    }

    /** Returns the space around them. */
    public final Box box() {
        return box;
    }

    @Override
    public final PhaseLayout layout() {
        return layout;
    }

    @Override
    public double potentialEnergy(double[] y) {
        double sum = 0;
        for (int e = 0; e < graph.edges(); e++) {
            double r = box.distance(y, graph.first(e), graph.second(e));
            double cutoff = graph.cutoff(e);
            if (cutoff == Double.POSITIVE_INFINITY) {
                sum += pairEnergy(e, r);
            } else if (r < cutoff) {
                sum += pairEnergy(e, r) - pairEnergy(e, cutoff);
            }
        }
        return sum;
    }

    @Override
    public double kineticEnergy(double[] y) {
        int dim = layout.dim();
        int half = layout.half();
        double sum = 0;
        for (int i = 0; i < layout.nodes(); i++) {
            sum += bodyEnergy(i, square(y, half + i * dim, dim));
        }
        return sum;
    }

    @Override
    public final void velocity(double[] y, int from, int to, double[] velocityOut, int offset) {
        int dim = layout.dim();
        int half = layout.half();
        for (int i = from; i < to; i++) {
            int place = i * dim;
            double factor = 2 * bodySlope(i, square(y, half + place, dim));
            for (int axis = 0; axis < dim; axis++) {
                velocityOut[offset + place + axis] = factor * y[half + place + axis];
            }
        }
    }

    @Override
    public final void force(double[] y, int from, int to, double[] forceOut, int offset) {
        sweep().force(y, from, to, forceOut, offset);
    }

    private static double square(double[] y, int start, int dim) {
        double sum = 0;
        for (int axis = 0; axis < dim; axis++) {
            sum += y[start + axis] * y[start + axis];
        }
        return sum;
    }
}
