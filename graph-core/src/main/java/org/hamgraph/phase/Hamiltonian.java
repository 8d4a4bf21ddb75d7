package org.hamgraph.phase;

/**
 * An energy on phase space, H(q, p), and its gradient. Known and learned energies alike are Hamiltonians, so every
 * integrator, metric and law test serves both.
 *
 * <p>Implementations are immutable and may be called by several threads at once, each with arrays of its own. They
 * need no checks of the arrays' contents: a state that is not finite gives results that are not finite.
 *
 * @since 0.1
 */
public interface Hamiltonian {
    /** Returns the number of bodies and the dimension of the states this energy is defined on. */
    PhaseLayout layout();

    /**
     * Returns H(y).
     *
     * @param y state [2*n*dim]
     */
    double energy(double[] y);

    /**
     * Computes the gradient of H: dH/dq, then dH/dp.
     *
     * @param y state [2*n*dim]
     * @param gradientOut receives the gradient [2*n*dim]; may not be {@code y}
     */
    void gradient(double[] y, double[] gradientOut);

    /**
     * Computes the motion that H generates: dq/dt = dH/dp, dp/dt = −dH/dq.
     *
     * @param y state [2*n*dim]
     * @param derivativeOut receives dy/dt [2*n*dim]; may not be {@code y}
     */
    default void vectorField(double[] y, double[] derivativeOut) {
        gradient(y, derivativeOut);
        int half = layout().half();
        for (int k = 0; k < half; k++) {
            double force = -derivativeOut[k];
            derivativeOut[k] = derivativeOut[half + k];
            derivativeOut[half + k] = force;
        }
    }
}
