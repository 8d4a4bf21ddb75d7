package org.hamgraph.sim.integrate;

import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.phase.SeparableHamiltonian;

/** One body on a line with H = p²/2 + ω²q²/2, which counts its forces. */
final class Oscillator implements SeparableHamiltonian {
    private final double omega2;
    private int forces;

    Oscillator(double omega) {
        this.omega2 = omega * omega;
    }

    int forces() {
        return forces;
    }

    @Override
    public PhaseLayout layout() {
        return new PhaseLayout(1, 1);
    }

    @Override
    public double kineticEnergy(double[] y) {
        return y[1] * y[1] / 2;
    }

    @Override
    public double potentialEnergy(double[] y) {
        return omega2 * y[0] * y[0] / 2;
    }

    @Override
    public void velocity(double[] y, double[] velocityOut, int offset) {
        velocityOut[offset] = y[1];
    }

    @Override
    public void force(double[] y, double[] forceOut, int offset) {
        forces++;
        forceOut[offset] = -omega2 * y[0];
    }
}
