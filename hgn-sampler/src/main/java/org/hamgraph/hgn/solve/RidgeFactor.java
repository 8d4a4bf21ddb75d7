package org.hamgraph.hgn.solve;

import java.util.random.RandomGenerator;
import org.hamgraph.support.RandomStreams;

/**
 * The triangular factor of [A; λI], λ relative to the largest singular value of A, with what is known of both.
 *
 * @param plain factor of A
 * @param ridged factor of [A; λI]
 * @param lambda ridge
 * @param largest largest singular value of A, to about one in ten
 * @param smallest smallest singular value of A, to about one in five; 0 if it is below rounding
 */
record RidgeFactor(TriangularFactor plain, TriangularFactor ridged, double lambda, double largest, double smallest) {
    private static final double STEP = 100;
    private static final double SLACK = 1.02;

    /** The largest ridge tried, relative to the largest singular value. */
    private static final double LARGEST = 1e-6;

    private static final int PROBES = 16;
    private static final int MOST_EXACT = 256;

    /**
     * Adds a ridge to rows, at first the stated one, then a hundred times larger ones for as long as the variance of
     * the residual, |A c − y|² over the free rows, grows by less than a fiftieth: data that a larger ridge fits as well
     * do not tell what a smaller one would let in. Ridges a hundred times below the smallest singular value, which
     * change nothing, are left out.
     */
    static RidgeFactor of(RowAccumulator rows, double relative) {
        TriangularFactor plain = rows.factor();
        UpperTriangle triangle = plain.triangle();
        double largest = triangle.largestSingularValue();
        double smallest = triangle.smallestSingularValue();
        RidgeFactor best = new RidgeFactor(plain, plain, 0, largest, smallest);
        double next = relative;
        if (next * largest * STEP >= smallest) {
            best = best.raised(rows, next * largest);
            next *= STEP;
        }
        double most = best.variance() * SLACK;
        for (; next <= LARGEST && !best.isZero(); next *= STEP) {
            if (next * largest * STEP < smallest) {
                continue;
            }
            RidgeFactor larger = best.raised(rows, next * largest);
            if (!(larger.variance() <= most)) {
                break;
            }
            best = larger;
        }
        return best;
    }

    /** Adds to rows what makes the ridge larger. */
    private RidgeFactor raised(RowAccumulator rows, double ridge) {
        rows.addRidge(Math.sqrt((ridge - lambda) * (ridge + lambda)));
        return new RidgeFactor(plain, rows.factor(), ridge, largest, smallest);
    }

    private double variance() {
        return isZero() ? 0 : plain.residual2(solution()) / Math.max(1, plain.rows() - effectiveDegrees());
    }

    /** Returns λ over the largest singular value. */
    double relative() {
        return isZero() ? 0 : lambda / largest;
    }

    boolean isZero() {
        return !(largest > 0);
    }

    /** Returns the coefficients that minimise |A c − y|² + λ² |c|², as far as the factor is that of all rows. */
    double[] solution() {
        double[] c = new double[ridged.columns()];
        if (!isZero()) {
            for (int i = 0; i < c.length; i++) {
                c[i] = ridged.z(i);
            }
            ridged.triangle().solve(c);
        }
        return c;
    }

    double condition() {
        return smallest > 0 ? largest / smallest : Double.POSITIVE_INFINITY;
    }

    /**
     * Returns the effective degrees of freedom, n − λ² |R⁻¹|²: exactly up to 256 columns, and with the norm estimated
     * from 16 random sign vectors beyond.
     *
     * <p>Source: M. Hutchinson, A stochastic estimator of the trace of the influence matrix, Commun. Stat. Simul.
     * Comput. 19 (1990).
     */
    double effectiveDegrees() {
        int n = ridged.columns();
        if (isZero()) {
            return 0;
        }
        boolean exact = n <= MOST_EXACT;
        UpperTriangle triangle = ridged.triangle();
        RandomGenerator random = RandomStreams.of(1, "trace-probes", 0);
        double sum = 0;
        int probes = exact ? n : PROBES;
        for (int probe = 0; probe < probes; probe++) {
            double[] x = new double[n];
            for (int i = 0; i < n && !exact; i++) {
                x[i] = random.nextBoolean() ? lambda : -lambda;
            }
            x[probe] = exact ? lambda : x[probe];
            triangle.solveTransposed(x);
            for (double value : x) {
                sum += value * value;
            }
        }
        return Math.max(0, n - (exact ? sum : sum / PROBES));
    }
}
