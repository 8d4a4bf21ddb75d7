package org.hamgraph.phase;

/**
 * An energy that splits into a kinetic part of the momenta and a potential part of the positions, H(q, p) = T(p) +
 * V(q): what explicit symplectic integrators need.
 *
 * @since 0.1
 */
public interface SeparableHamiltonian extends Hamiltonian {
    /**
     * Returns T(p).
     *
     * @param y state [2*n*dim], of which only the momenta are read
     */
    double kineticEnergy(double[] y);

    /**
     * Returns V(q).
     *
     * @param y state [2*n*dim], of which only the positions are read
     */
    double potentialEnergy(double[] y);

    /**
     * Computes the velocities dq/dt = dT/dp.
     *
     * @param y state [2*n*dim], of which only the momenta are read
     * @param velocityOut receives the velocities [n*dim] from {@code offset} on
     * @param offset first place to write
     */
    void velocity(double[] y, double[] velocityOut, int offset);

    /**
     * Computes the forces dp/dt = −dV/dq.
     *
     * @param y state [2*n*dim], of which only the positions are read
     * @param forceOut receives the forces [n*dim] from {@code offset} on
     * @param offset first place to write
     */
    void force(double[] y, double[] forceOut, int offset);

    @Override
    default double energy(double[] y) {
        return kineticEnergy(y) + potentialEnergy(y);
    }

    @Override
    default void gradient(double[] y, double[] gradientOut) {
        int half = layout().half();
        force(y, gradientOut, 0);
        for (int k = 0; k < half; k++) {
            gradientOut[k] = -gradientOut[k];
        }
        velocity(y, gradientOut, half);
    }

    @Override
    default void vectorField(double[] y, double[] derivativeOut) {
        velocity(y, derivativeOut, 0);
        force(y, derivativeOut, layout().half());
    }
}
