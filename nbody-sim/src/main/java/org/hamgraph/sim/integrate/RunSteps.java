package org.hamgraph.sim.integrate;

import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.sweep.RunLeapfrog;
import org.hamgraph.sweep.RunPlan;

/** Steps made of Störmer–Verlet sub-steps, of a system whose springs are swept by runs. */
final class RunSteps extends Stepper {
    private final RunLeapfrog leapfrog;
    private final double[] substep;

    RunSteps(Hamiltonian hamiltonian, RunPlan plan, double[] y, double dt, int threads, double... fraction) {
        super(hamiltonian, y, dt);
        leapfrog = new RunLeapfrog(plan, y, threads);
        substep = KickDriftKick.times(dt, fraction);
    }

    @Override
    protected void step() {
        steps(1);
    }

    @Override
    protected void steps(int count) {
        leapfrog.advance(count, substep);
        leapfrog.store(y);
    }
}
