package org.hamgraph.sweep;

import org.hamgraph.support.Checks;
import org.hamgraph.support.Team;

/**
 * Kick-drift-kick steps of a system swept by runs, with one array per coordinate. Bodies move as soon as their forces
 * are complete, while their numbers are still close by, and several threads share the blocks of bodies; states do not
 * depend on the number of threads, on the kernels, or on how steps are split among calls.
 *
 * <pre>{@code
 * p += h/2 F(q)        q += h dT/dp(p)        p += h/2 F(q)        for every h of every step
 * }</pre>
 *
 * Not thread-safe.
 *
 * @since 0.1
 */
public final class RunLeapfrog {
    private final RunPlan plan;
    private final SweepKernels kernels;
    private final int threads;
    private final double[][] q;
    private final double[][] p;
    private final double[][] force;
    private final RunForces[] shares;
    private final BodyMoves[] moves;
    /** Null where waves do not pay. */
    private final RunWaves waves;

    /**
     * Takes over a state and computes its forces.
     *
     * @param plan system
     * @param y state [2*n*dim]
     * @param threads most threads, at least 1
     */
    public RunLeapfrog(RunPlan plan, double[] y, int threads) {
        this(plan, y, threads, SweepKernels.suitedTo(plan.nodes), RunWaves.depthThatPays(plan, shares(plan, threads)));
    }

    RunLeapfrog(RunPlan plan, double[] y, int threads, SweepKernels kernels, int depth) {
        this.plan = plan;
        this.kernels = kernels;
        this.threads = Checks.atLeast(threads, 1, "number of threads");
        int dim = plan.period.length;
        int n = plan.nodes;
        Checks.length(y, 2 * n * dim, "state y [2*n*dim]");
        q = new double[dim][n + SweepKernels.MARGIN];
        p = new double[dim][n + SweepKernels.MARGIN];
        force = new double[dim][n + SweepKernels.MARGIN];
        for (int axis = 0; axis < dim; axis++) {
            for (int i = 0; i < n; i++) {
                q[axis][plan.place(i)] = y[i * dim + axis];
                p[axis][plan.place(i)] = y[(n + i) * dim + axis];
            }
        }
        int count = shares(plan, threads);
        shares = new RunForces[count];
        moves = new BodyMoves[count];
        for (int k = 0; k < count; k++) {
            int from = (int) ((long) plan.blocks * k / count);
            int to = (int) ((long) plan.blocks * (k + 1) / count);
            shares[k] = new RunForces(plan, kernels, q, force, from, to);
            moves[k] = new BodyMoves(plan.bodies, kernels, q, p, force);
        }
        waves = depth > 1 ? new RunWaves(plan, kernels, q, force, count, depth) : null;
        Team.forEach(threads, count, k -> {
            shares[k].reachIn();
            for (int block = shares[k].fromBlock; block < shares[k].toBlock; block++) {
                shares[k].block(block);
            }
        });
    }

    private static int shares(RunPlan plan, int threads) {
        return Math.max(1, Math.min(threads, plan.blocks / 2));
    }

    /**
     * Moves the state.
     *
     * @param steps number of steps
     * @param h times of the parts of a step
     */
    public void advance(int steps, double[] h) {
        long parts = (long) Checks.atLeast(steps, 0, "number of steps") * h.length;
        if (parts == 0) {
            return;
        }
        Parts times = new Parts(h, parts);
        if (waves == null) {
            advancePartByPart(times);
        } else {
            advanceInWaves(times);
        }
    }

    /** Times of the parts of all steps. */
    private record Parts(double[] h, long count) {
        /** Returns the time of the half kick that ends a part. */
        double end(long part) {
            return 0.5 * h[(int) (part % h.length)];
        }

        /** Returns the time of the next part; NaN after the last. */
        double next(long part) {
            return part + 1 < count ? h[(int) ((part + 1) % h.length)] : Double.NaN;
        }
    }

    /**
     * Phase 0: the first half of a kick, and a drift. Then for every part: forces and the moves of bodies that no other
     * share reads; the moves of the others.
     */
    private void advancePartByPart(Parts times) {
        Team.inPhases(threads, 1 + 2 * times.count, shares.length, (phase, k) -> {
            long part = (phase - 1) / 2;
            if (phase == 0) {
                begin(k, times.h[0]);
            } else if (phase % 2 == 1) {
                sweep(k, times.end(part), times.next(part));
            } else {
                moveBorders(k, times.end(part), times.next(part));
            }
        });
    }

    /** Phase 0 as above. Then all shares, for every few parts. */
    private void advanceInWaves(Parts times) {
        long passes = (times.count + waves.depth - 1) / waves.depth;
        Team.inPhases(threads, 1 + passes, shares.length, (phase, k) -> {
            if (phase == 0) {
                begin(k, times.h[0]);
                return;
            }
            long first = (phase - 1) * waves.depth;
            int depth = (int) Math.min(waves.depth, times.count - first);
            waves.sweep(k, depth, (block, wave) -> {
                int from = block * RunPlan.BLOCK;
                int to = Math.min(plan.nodes, from + RunPlan.BLOCK);
                moves[k].move(from, to, times.end(first + wave), times.next(first + wave));
            });
        });
    }

    private void begin(int k, double h) {
        for (int block = shares[k].fromBlock; block < shares[k].toBlock; block++) {
            int from = block * RunPlan.BLOCK;
            moves[k].begin(from, Math.min(plan.nodes, from + RunPlan.BLOCK), h);
        }
    }

    private void sweep(int k, double end, double next) {
        RunForces share = shares[k];
        share.reachIn();
        for (int block = share.fromBlock; block < share.toBlock; block++) {
            share.block(block);
            int from = Math.max(share.innerFrom, block * RunPlan.BLOCK);
            int to = Math.min(share.innerTo, (block + 1) * RunPlan.BLOCK);
            moves[k].move(from, to, end, next);
        }
    }

    private void moveBorders(int k, double end, double next) {
        RunForces share = shares[k];
        for (int block = share.fromBlock; block < share.toBlock; block++) {
            int from = block * RunPlan.BLOCK;
            int to = Math.min(plan.nodes, from + RunPlan.BLOCK);
            if (share.innerFrom >= share.innerTo) {
                moves[k].move(from, to, end, next);
            } else {
                moves[k].move(from, Math.min(to, share.innerFrom), end, next);
                moves[k].move(Math.max(from, share.innerTo), to, end, next);
            }
        }
    }

    /**
     * Writes the state.
     *
     * @param y receives it [2*n*dim]
     */
    public void store(double[] y) {
        int dim = q.length;
        int n = plan.nodes;
        for (int i = 0; i < n; i++) {
            int place = plan.place(i);
            for (int axis = 0; axis < dim; axis++) {
                y[i * dim + axis] = q[axis][place];
                y[(n + i) * dim + axis] = p[axis][place];
            }
        }
    }

    /** Returns the forces of the state, axis after axis [dim x n]. */
    double[][] forces() {
        double[][] result = new double[q.length][plan.nodes];
        for (int axis = 0; axis < q.length; axis++) {
            for (int i = 0; i < plan.nodes; i++) {
                result[axis][i] = force[axis][plan.place(i)];
            }
        }
        return result;
    }

    /** Returns the name of the inner loops in use. */
    public String kernels() {
        return kernels.name();
    }
}
