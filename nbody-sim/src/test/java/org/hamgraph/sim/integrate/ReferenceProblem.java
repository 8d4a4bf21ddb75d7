package org.hamgraph.sim.integrate;

import java.util.List;
import java.util.function.DoubleFunction;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Structure;
import org.hamgraph.phase.PairwiseHamiltonian;
import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.sim.force.RandomSystem;
import org.hamgraph.sim.force.SpringHamiltonian;

/**
 * A motion whose state is known at all times.
 *
 * @param name what moves
 * @param hamiltonian energy
 * @param state state y(t) [2*n*dim]
 */
record ReferenceProblem(String name, SeparableHamiltonian hamiltonian, DoubleFunction<double[]> state) {
    /**
     * All motions take about one time unit to change; each solution comes from elsewhere than an integrator under test.
     */
    static List<ReferenceProblem> all() {
        return List.of(twoMassesOnASpring(), chainInTwoModes(), keplerEllipse(), nonlinearSystem());
    }

    /** Relative coordinate l + A cos(ωt) with ω² = k/µ, µ the reduced mass. */
    static ReferenceProblem twoMassesOnASpring() {
        double k = 3;
        double mu = 1.0 * 3.0 / 4.0;
        double omega = Math.sqrt(k / mu);
        CompiledGraph graph =
                CompiledGraph.builder(2).body(1, 3.0, 0).spring(0, 1, k, 1.5, 0).build();
        return new ReferenceProblem("two masses on a spring", SpringHamiltonian.of(graph, Box.open(1)), t -> {
            double r = 1.5 + 0.4 * Math.cos(omega * t);
            double p = -mu * 0.4 * omega * Math.sin(omega * t);
            return new double[] {-0.75 * r, 0.25 * r, -p, p};
        });
    }

    /** Normal modes cos(π k (i + 1/2)/n) of an open chain with ω = 2 sqrt(k/m) sin(π k/2n). */
    static ReferenceProblem chainInTwoModes() {
        int n = 6;
        int[] mode = {2, 5};
        double[] amplitude = {0.15, 0.05};
        Structure chain = Structure.chain(n, false);
        return new ReferenceProblem("harmonic chain", SpringHamiltonian.of(chain.compile(1, 1, 1), Box.open(1)), t -> {
            double[] y = new double[2 * n];
            for (int i = 0; i < n; i++) {
                y[i] = i;
                for (int j = 0; j < mode.length; j++) {
                    double omega = 2 * Math.sin(Math.PI * mode[j] / (2 * n));
                    double shape = amplitude[j] * Math.cos(Math.PI * mode[j] * (i + 0.5) / n);
                    y[i] += shape * Math.cos(omega * t);
                    y[n + i] -= shape * omega * Math.sin(omega * t);
                }
            }
            return y;
        });
    }

    /**
     * Two equal masses 1 with V = −1/r: relative ellipse of semi-axis 1 and eccentricity 0.3, mean motion sqrt(2), by
     * Kepler's equation.
     */
    static ReferenceProblem keplerEllipse() {
        double e = 0.3;
        double minor = Math.sqrt(1 - e * e);
        double meanMotion = Math.sqrt(2);
        CompiledGraph graph = CompiledGraph.builder(2).spring(0, 1, 1, 1, 0).build();
        PairwiseHamiltonian gravity = new PairwiseHamiltonian(graph, Box.open(2)) {
            @Override
            protected double pairEnergy(int edge, double r) {
                return -1 / r;
            }

            @Override
            protected double pairSlope(int edge, double r) {
                return 1 / (r * r);
            }
        };
        return new ReferenceProblem("Kepler ellipse", gravity, t -> {
            double anomaly = meanMotion * t;
            for (int newton = 0; newton < 50; newton++) {
                anomaly -= (anomaly - e * Math.sin(anomaly) - meanMotion * t) / (1 - e * Math.cos(anomaly));
            }
            double rate = meanMotion / (1 - e * Math.cos(anomaly));
            double x = Math.cos(anomaly) - e;
            double y = minor * Math.sin(anomaly);
            double vx = -Math.sin(anomaly) * rate;
            double vy = minor * Math.cos(anomaly) * rate;
            return new double[] {-x / 2, -y / 2, x / 2, y / 2, -vx / 2, -vy / 2, vx / 2, vy / 2};
        });
    }

    /** Five unequal masses in space on unequal springs with quadratic and cubic forces. */
    static ReferenceProblem nonlinearSystem() {
        RandomSystem system = RandomSystem.of(5, 3, false, 11);
        SeparableHamiltonian h = system.with(RandomSystem.Energy.FPUT);
        return new ReferenceProblem(
                "nonlinear springs", h, t -> t == 0 ? system.y().clone() : Oracle.flow(h, system.y(), t));
    }

    @Override
    public String toString() {
        return name;
    }
}
