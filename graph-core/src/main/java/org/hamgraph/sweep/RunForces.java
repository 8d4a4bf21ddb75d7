package org.hamgraph.sweep;

import java.util.Arrays;

/**
 * The forces on a share of the bodies: those of some blocks. A spring between two shares is computed by both, each
 * adding to its own bodies, so that a body receives its forces in the same order however the bodies are shared.
 */
final class RunForces {
    private final RunPlan plan;
    private final SweepKernels kernels;
    private final double[][] q;
    private final double[][] force;
    final int fromBlock;
    final int toBlock;
    private final int from;
    private final int to;
    /** Pieces of earlier blocks that reach into this share: piece, spring of the piece. */
    private final IntTable reaching = new IntTable(2);

    /** Springs of fans and loose springs that do. */
    private final LooseSprings looseReaching;
    /** Where those of an earlier block begin. */
    private final int[] reachingStart;

    private final SweepKernels.Workspace work = new SweepKernels.Workspace();
    private final SweepKernels.Springs springs = new SweepKernels.Springs();
    private final SweepKernels.Fan fan = new SweepKernels.Fan();
    /** Bodies before this one and from the next one on are read by other shares. */
    final int innerFrom;

    final int innerTo;

    RunForces(RunPlan plan, SweepKernels kernels, double[][] q, double[][] force, int fromBlock, int toBlock) {
        this(plan, kernels, q, force, fromBlock, toBlock, toBlock);
    }

    /** Also adds to bodies of the blocks that follow, before {@code endBlock}. */
    RunForces(
            RunPlan plan,
            SweepKernels kernels,
            double[][] q,
            double[][] force,
            int fromBlock,
            int toBlock,
            int endBlock) {
        this.plan = plan;
        this.kernels = kernels;
        this.q = q;
        this.force = force;
        this.fromBlock = fromBlock;
        this.toBlock = toBlock;
        this.from = fromBlock * RunPlan.BLOCK;
        this.to = Math.min(plan.nodes, endBlock * RunPlan.BLOCK);
        springs.gaps = plan.gaps;
        springs.period = plan.period;
        springs.open = Arrays.stream(plan.period).allMatch(length -> length == 0);
        springs.periodic = Arrays.stream(plan.period).allMatch(length -> length > 0);
        int first = from;
        for (int k = 0; k < plan.pieceStart[fromBlock]; k++) {
            int second = plan.pieces.get(k, 1);
            int end = Math.min(to, second + plan.pieces.get(k, 2));
            if (end > from && second < to) {
                reaching.add(k, Math.max(0, from - second));
                first = Math.max(first, end);
            }
        }
        fan.second = plan.fans.second;
        fan.gaps = plan.fans.gaps;
        fan.period = plan.period;
        fan.open = springs.open;
        IntTable rows = new IntTable(3);
        reachingStart = new int[fromBlock + 1];
        for (int block = 0; block < fromBlock; block++) {
            for (int k = plan.fans.start[block]; k < plan.fans.start[block + 1]; k++) {
                first = Math.max(first, addReaching(k, rows));
            }
            for (int k = plan.looseStart[block]; k < plan.looseStart[block + 1]; k++) {
                int second = plan.loose.second[k];
                if (second >= from && second < to) {
                    rows.add(plan.loose.first[k], second, plan.loose.kind[k]);
                    first = Math.max(first, second + 1);
                }
            }
            reachingStart[block + 1] = rows.size();
        }
        looseReaching = new LooseSprings(rows);
        innerFrom = first;
        innerTo = firstThatReachesOut();
    }

    /** Adds the springs of a fan that reach into this share; returns the body after the last they reach. */
    private int addReaching(int number, IntTable rows) {
        SpringFans all = plan.fans;
        int end = 0;
        for (int k = 0; k < all.fans.get(number, 1); k++) {
            int second = all.second[all.fans.get(number, 3) + k];
            if (second >= from && second < to) {
                rows.add(all.fans.get(number, 0) + k, second, all.fans.get(number, 2));
                end = Math.max(end, second + 1);
            }
        }
        return end;
    }

    private int firstThatReachesOut() {
        int least = to;
        for (int k = plan.pieceStart[fromBlock]; k < plan.pieceStart[toBlock]; k++) {
            int offset = plan.pieces.get(k, 1) - plan.pieces.get(k, 0);
            if (plan.pieces.get(k, 1) + plan.pieces.get(k, 2) > to) {
                least = Math.min(least, Math.max(plan.pieces.get(k, 0), to - offset));
            }
        }
        for (int k = plan.fans.start[fromBlock]; k < plan.fans.start[toBlock]; k++) {
            for (int spring = 0; spring < plan.fans.fans.get(k, 1); spring++) {
                if (plan.fans.second[plan.fans.fans.get(k, 3) + spring] >= to) {
                    least = Math.min(least, plan.fans.fans.get(k, 0) + spring);
                }
            }
        }
        for (int k = plan.looseStart[fromBlock]; k < plan.looseStart[toBlock]; k++) {
            if (plan.loose.second[k] >= to) {
                least = Math.min(least, plan.loose.first[k]);
            }
        }
        return least;
    }

    /** Adds the forces of springs whose first ends lie before this share; ordered by block, pieces before fans before loose ones. */
    void reachIn() {
        int piece = 0;
        for (int block = 0; block < fromBlock; block++) {
            for (; piece < reaching.size() && reaching.get(piece, 0) < plan.pieceStart[block + 1]; piece++) {
                reachIn(reaching.get(piece, 0), reaching.get(piece, 1));
            }
            sweepLoose(looseReaching, reachingStart[block], reachingStart[block + 1]);
        }
    }

    private void reachIn(int piece, int skip) {
        int n = plan.pieces.get(piece, 2) - skip;
        sweep(piece, skip, Math.min(n, to - plan.pieces.get(piece, 1) - skip), SweepKernels.Ends.SECOND);
    }

    /** Adds the forces of springs whose first ends lie in a block of this share. */
    void block(int block) {
        for (int piece = plan.pieceStart[block]; piece < plan.pieceStart[block + 1]; piece++) {
            int n = plan.pieces.get(piece, 2);
            int inside = Math.max(0, Math.min(n, to - plan.pieces.get(piece, 1)));
            sweep(piece, 0, inside, SweepKernels.Ends.BOTH);
            sweep(piece, inside, n - inside, SweepKernels.Ends.FIRST);
        }
        for (int k = plan.fans.start[block]; k < plan.fans.start[block + 1]; k++) {
            sweepFan(k);
        }
        sweepLoose(plan.loose, plan.looseStart[block], plan.looseStart[block + 1]);
    }

    private void sweepFan(int number) {
        IntTable fans = plan.fans.fans;
        fan.first = fans.get(number, 0);
        fan.n = fans.get(number, 1);
        fan.place = fans.get(number, 3);
        fan.gap = fans.get(number, 4);
        fan.gapEnd = fans.get(number, 5);
        kernels.sweepFan(plan.classes.slope(fans.get(number, 2)), q, force, fan, to, work);
    }

    private void sweep(int piece, int skip, int n, SweepKernels.Ends ends) {
        if (n <= 0) {
            return;
        }
        springs.first = plan.pieces.get(piece, 0) + skip;
        springs.second = plan.pieces.get(piece, 1) + skip;
        springs.n = n;
        springs.gap = plan.pieces.get(piece, 4);
        while (springs.gap < plan.pieces.get(piece, 5) && plan.gaps.get(springs.gap, 0) < springs.first) {
            springs.gap++;
        }
        springs.gapEnd = plan.pieces.get(piece, 5);
        kernels.sweep(plan.classes.slope(plan.pieces.get(piece, 3)), q, force, springs, ends, work);
    }

    private void sweepLoose(LooseSprings springs, int start, int end) {
        for (int k = start; k < end; ) {
            int next = springs.sameKind(k, end);
            kernels.sweepLoose(
                    plan.classes.slope(springs.kind[k]), q, force, springs, k, next - k, from, to, plan.period, work);
            k = next;
        }
    }
}
