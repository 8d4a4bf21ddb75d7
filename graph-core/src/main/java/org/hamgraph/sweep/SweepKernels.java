package org.hamgraph.sweep;

import org.hamgraph.support.VectorGuest;

/**
 * The inner loops of a sweep over runs of springs and of a step, one axis at a time. All implementations give the same
 * bits. Arguments are not checked.
 */
interface SweepKernels {
    /** Numbers that must follow the last one in use, in every array. */
    int MARGIN = 8;

    /** Returns the name used in reports and by the property {@code hamgraph.kernels}: scalar or vector. */
    String name();

    /**
     * Adds the forces of consecutive springs to their ends, spring by spring.
     *
     * <pre>{@code
     * d = q[second + k] - q[first + k]      pull = f(|d|) / (|d| + TINY), 0 in gaps      g = pull d
     * force[first + k] += g                 force[second + k] -= g
     * }</pre>
     *
     * @param f slope dV/dr
     * @param q coordinates, axis after axis
     * @param force forces, axis after axis
     * @param run the springs
     * @param ends which ends receive the forces
     * @param work overwritten
     */
    void sweep(PiecewisePolynomial f, double[][] q, double[][] force, Springs run, Ends ends, Workspace work);

    /**
     * Adds the forces of springs with consecutive first ends, as {@link #sweep} does: first to all first ends, then to
     * the second ends spring by spring.
     *
     * @param f slope dV/dr
     * @param q coordinates, axis after axis
     * @param force forces, axis after axis
     * @param fan the springs
     * @param high body after the last that receives forces
     * @param work overwritten
     */
    void sweepFan(PiecewisePolynomial f, double[][] q, double[][] force, Fan fan, int high, Workspace work);

    /**
     * Adds the forces of springs between any bodies to their ends, spring by spring, as {@link #sweep} does.
     *
     * @param f slope dV/dr
     * @param q coordinates, axis after axis
     * @param force forces, axis after axis
     * @param springs the springs
     * @param from first spring
     * @param n number of springs
     * @param low first body that receives forces; no second end lies before it
     * @param high body after the last that receives forces; no first end lies behind it
     * @param period period of every axis, 0 if it is open
     * @param work overwritten
     */
    void sweepLoose(
            PiecewisePolynomial f,
            double[][] q,
            double[][] force,
            LooseSprings springs,
            int from,
            int n,
            int low,
            int high,
            double[] period,
            Workspace work);

    /**
     * Makes the force of coincident bodies zero, and that of bodies whose distance is lost to underflow, 1e-161 and less,
     * next to zero; changes no force beyond a distance of 1e-133.
     */
    double TINY = 1e-150;

    /** From the differences of springs along one axis to those along the next in a workspace. */
    int STRIDE = RunPlan.BLOCK + MARGIN;

    /** Arrays for the springs in hand, at most a block of them at once. */
    final class Workspace {
        /** Differences, then forces, along every axis. */
        final double[] d = new double[3 * STRIDE];
        /** Lengths. */
        final double[] r = new double[STRIDE];
        /** Slopes, then pulls per length. */
        final double[] pull = new double[STRIDE];
    }

    /** Consecutive springs. */
    final class Springs {
        /** First end of the first spring. */
        int first;
        /** Its second end, above the first. */
        int second;
        /** Number of springs, at most {@link RunPlan#BLOCK}. */
        int n;
        /** First ends without a spring, ascending. */
        IntTable gaps;
        /** The first of the gaps at or behind {@link #first}. */
        int gap;
        /** The gap after the last. */
        int gapEnd;
        /** Period of every axis, 0 if it is open. */
        double[] period;
        /** Whether all axes are open. */
        boolean open;
        /** Whether all axes are periodic. */
        boolean periodic;
    }

    /** Springs with consecutive first ends. */
    final class Fan {
        /** First end of the first spring. */
        int first;
        /** Number of springs with gaps, at most {@link RunPlan#BLOCK}. */
        int n;
        /** Second ends, from {@link #place} on; in a gap the first end. */
        int[] second;
        /** Where the second ends begin. */
        int place;
        /** First ends without a spring, ascending. */
        IntTable gaps;
        /** The first of the gaps. */
        int gap;
        /** The gap after the last. */
        int gapEnd;
        /** Period of every axis, 0 if it is open. */
        double[] period;
        /** Whether all axes are open. */
        boolean open;
    }

    /** The ends of springs that receive their force. */
    enum Ends {
        /** Both. */
        BOTH,
        /** The first. */
        FIRST,
        /** The second. */
        SECOND
    }

    /**
     * Kicks: p += a force.
     *
     * @param p momenta along one axis
     * @param force forces along it
     * @param from first body
     * @param n number of bodies
     * @param a time
     */
    void kick(double[] p, double[] force, int from, int n, double a);

    /**
     * Kicks twice and clears the forces: p += a force, p += b force, force = 0.
     *
     * @param p momenta along one axis
     * @param force forces along it
     * @param from first body
     * @param n number of bodies
     * @param a time of the first kick
     * @param b time of the second kick
     */
    void kickTwice(double[] p, double[] force, int from, int n, double a, double b);

    /**
     * Drifts with one inverse mass for all: q += h p.
     *
     * @param q coordinates of one axis
     * @param p momenta along it
     * @param from first body
     * @param n number of bodies
     * @param h time over mass
     */
    void drift(double[] q, double[] p, int from, int n, double h);

    /**
     * Drifts with an inverse mass for each: q += (h speed[k]) p.
     *
     * @param q coordinates of one axis
     * @param p momenta along it
     * @param from first body
     * @param n number of bodies
     * @param h time
     * @param speed one over mass [n]
     */
    void drift(double[] q, double[] p, int from, int n, double h, double[] speed);

    /**
     * Writes squared momenta: s[k] = |p|² of body from + k.
     *
     * @param p momenta, axis after axis
     * @param from first body
     * @param n number of bodies
     * @param s receives the squares [n]
     */
    void squares(double[][] p, int from, int n, double[] s);

    /**
     * Multiplies by weights: s[k] *= factor weight[from + k].
     *
     * @param weight weights
     * @param from first of them
     * @param n how many
     * @param factor another factor
     * @param s what is multiplied [n]
     */
    void times(double[] weight, int from, int n, double factor, double[] s);

    /**
     * Writes values: out[k] = f(x[k]).
     *
     * @param f function
     * @param x places [n]
     * @param n number of places
     * @param out receives the values [n]; may not be x
     */
    void values(PiecewisePolynomial f, double[] x, int n, double[] out);

    /**
     * Returns the fastest implementation this Java offers: vector, if the module {@code jdk.incubator.vector} is there.
     * Vector code is slow until the compiler has seen it often, so small systems are left to plain code.
     *
     * @param nodes number of bodies
     */
    static SweepKernels suitedTo(int nodes) {
        return nodes < Chosen.FEWEST_NODES ? Chosen.SCALAR : Chosen.KERNELS;
    }

    /** The choice, made once. */
    final class Chosen {
        private static final String GUEST = "org.hamgraph.sweep.VectorSweepKernels";
        private static final int FEWEST_NODES = 512;
        private static final SweepKernels SCALAR = new ScalarSweepKernels();
        private static final SweepKernels KERNELS = VectorGuest.choose(SCALAR, () ->
                (SweepKernels) Class.forName(GUEST).getDeclaredConstructor().newInstance());

        private Chosen() {}
    }
}
