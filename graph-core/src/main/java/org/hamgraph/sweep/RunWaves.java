package org.hamgraph.sweep;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Several parts of steps behind one another in one pass over the blocks. Each wave keeps as far behind the one before
 * it as springs reach, so the numbers of a body are still close by when its next part comes.
 *
 * <p>With several shares, a wave of a share leaves out the blocks near its borders that wait for the share beyond, one
 * reach more with every wave. The gap that is left around a border is closed with the positions that the share beyond it had
 * at each wave, by whoever comes second: the share before it at its end, or the share beyond it when it is well past
 * its first blocks. A body receives its forces in the same order as without waves.
 *
 * <pre>{@code
 * wave 2   ----------\                 /----------
 * wave 1   ------------\     gap     /------------        lag blocks from one wave to the next
 * wave 0   --------------\         /--------------
 *              share k   border           share k + 1
 * }</pre>
 */
final class RunWaves {
    /** Blocks whose numbers a core's caches hold: 80 blocks of three axes are 3 MB. */
    private static final int NEAR_BLOCKS = 80;
    /** More waves gain nothing measurable. */
    private static final int MOST_WAVES = 8;

    private final RunPlan plan;
    private final double[][] q;
    private final int lag;
    final int depth;
    /** Share by share, wave by wave. */
    private final RunForces[][] within;
    /** Border by border, wave by wave. */
    private final RunForces[][] gap;
    /** Positions behind the gap of a border, by wave, as they were at that wave; axis after axis. */
    private final double[][][][] behind;

    /** How many shares have come to a border so far. */
    private final AtomicInteger[] arrived;

    /** What follows when the forces on a block are complete. */
    interface Completed {
        void block(int block, int wave);
    }

    RunWaves(RunPlan plan, SweepKernels kernels, double[][] q, double[][] force, int shares, int depth) {
        this.plan = plan;
        this.q = q;
        this.lag = plan.reach();
        this.depth = depth;
        within = new RunForces[shares][depth];
        gap = new RunForces[shares - 1][depth];
        behind = new double[shares - 1][depth][q.length][lag * RunPlan.BLOCK];
        arrived = new AtomicInteger[shares - 1];
        Arrays.setAll(arrived, border -> new AtomicInteger());
        for (int k = 0; k < shares; k++) {
            for (int wave = 0; wave < depth; wave++) {
                int from = k == 0 ? 0 : border(k, shares) + (wave + 1) * lag;
                int to = k == shares - 1 ? plan.blocks : border(k + 1, shares) - wave * lag;
                within[k][wave] = new RunForces(plan, kernels, q, force, from, to, Math.min(plan.blocks, to + lag));
                if (k > 0) {
                    int start = border(k, shares) - wave * lag;
                    gap[k - 1][wave] = new RunForces(plan, kernels, q, force, start, from, from);
                }
            }
        }
    }

    /** Gaps are mostly closed by the share before them, which is the smaller for it. */
    private int border(int share, int shares) {
        return (int) ((long) plan.blocks * share / shares) - depth * lag / 2;
    }

    /**
     * Returns the number of waves that pay; 1 where all bodies are close by anyway, or springs reach too far. Gaps are
     * at most a quarter of the work.
     */
    static int depthThatPays(RunPlan plan, int shares) {
        if (plan.blocks <= NEAR_BLOCKS) {
            return 1;
        }
        int few = Math.min(MOST_WAVES, NEAR_BLOCKS / plan.reach());
        return Math.max(1, shares == 1 ? few : Math.min(few, most(plan, shares) / 2));
    }

    /** Returns the largest number of waves for which there is room between the gaps at both borders of a share. */
    static int most(RunPlan plan, int shares) {
        return shares == 1 ? plan.blocks : plan.blocks / shares / plan.reach() / 2;
    }

    /**
     * All waves of a share.
     *
     * @param share which one
     * @param waves how many, at most {@link #depth}
     * @param completed what follows; also for gaps that this share happens to close
     */
    void sweep(int share, int waves, Completed completed) {
        int front = within[share][0].fromBlock;
        int end = within[share][waves - 1].toBlock + (waves - 1) * lag;
        int wellPast = Math.min(end, front + 2 * depth * lag);
        sweep(share, waves, front, wellPast, completed);
        if (share > 0) {
            arrive(share - 1, waves, completed);
        }
        sweep(share, waves, wellPast, end, completed);
        if (share < gap.length) {
            arrive(share, waves, completed);
        }
    }

    private void sweep(int share, int waves, int from, int to, Completed completed) {
        for (int front = from; front < to; front++) {
            for (int wave = 0; wave < waves; wave++) {
                RunForces forces = within[share][wave];
                int block = front - wave * lag;
                if (block < forces.fromBlock || block >= forces.toBlock) {
                    continue;
                }
                if (block == forces.fromBlock && share > 0) {
                    keep(share - 1, wave, block * RunPlan.BLOCK);
                    forces.reachIn();
                }
                forces.block(block);
                completed.block(block, wave);
            }
        }
    }

    private void arrive(int border, int waves, Completed completed) {
        boolean second = arrived[border].getAndIncrement() % 2 != 0;
        for (int wave = 0; second && wave < waves; wave++) {
            close(border, wave, completed);
        }
    }

    private void close(int border, int wave, Completed completed) {
        RunForces forces = gap[border][wave];
        exchange(border, wave, forces.toBlock * RunPlan.BLOCK);
        for (int block = forces.fromBlock; block < forces.toBlock; block++) {
            forces.block(block);
        }
        exchange(border, wave, forces.toBlock * RunPlan.BLOCK);
        for (int block = forces.fromBlock; block < forces.toBlock; block++) {
            completed.block(block, wave);
        }
    }

    private void keep(int border, int wave, int from) {
        for (int axis = 0; axis < q.length; axis++) {
            double[] kept = behind[border][wave][axis];
            System.arraycopy(q[axis], from, kept, 0, Math.min(kept.length, q[axis].length - from));
        }
    }

    private void exchange(int border, int wave, int from) {
        for (int axis = 0; axis < q.length; axis++) {
            double[] kept = behind[border][wave][axis];
            for (int k = 0; k < Math.min(kept.length, q[axis].length - from); k++) {
                double now = q[axis][from + k];
                q[axis][from + k] = kept[k];
                kept[k] = now;
            }
        }
    }
}
