package org.hamgraph.sim.integrate;

import org.hamgraph.phase.Hamiltonian;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.GraggBulirschStoerIntegrator;

/** An independent integrator: Gragg–Bulirsch–Stoer extrapolation with error control, by Hipparchus. */
final class Oracle {
    private static final double TOLERANCE = 1e-13;

    private Oracle() {}

    static double[] flow(Hamiltonian hamiltonian, double[] y, double time) {
        OrdinaryDifferentialEquation equation = new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return y.length;
            }

            @Override
            public double[] computeDerivatives(double t, double[] state) {
                double[] derivative = new double[state.length];
                hamiltonian.vectorField(state, derivative);
                return derivative;
            }
        };
        return new GraggBulirschStoerIntegrator(1e-10, 1.0, TOLERANCE, TOLERANCE)
                .integrate(equation, new ODEState(0, y), time)
                .getPrimaryState();
    }
}
