package org.hamgraph.hgn.solve;

import java.util.random.RandomGenerator;
import org.hamgraph.support.RandomStreams;

/**
 * The triangular factor of [A; λI], λ relative to the largest singular value of A, with what is known of both.
 *
 * @param plain factor of A
 * @param ridged factor of [A; λI]
 * @param lambda ridge
 * @param largest largest singular value of A, to about one in a hundred
 * @param smallest smallest singular value of A, to about one in ten; 0 if it is below rounding
 */
record RidgeFactor(TriangularFactor plain, TriangularFactor ridged, double lambda, double largest, double smallest) {
    private static final int PROBES = 16;

    static RidgeFactor of(RowAccumulator rows, double relative) {
        TriangularFactor plain = rows.factor();
        UpperTriangle triangle = plain.triangle();
        double largest = triangle.largestSingularValue();
        double smallest = triangle.smallestSingularValue();
        double lambda = relative * largest;
        rows.addRidge(lambda);
        return new RidgeFactor(plain, rows.factor(), lambda, largest, smallest);
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
     * Returns the effective degrees of freedom, n − λ² |R⁻¹|², the norm estimated from 16 random sign vectors.
     *
     * <p>Source: M. Hutchinson, A stochastic estimator of the trace of the influence matrix, Commun. Stat. Simul.
     * Comput. 19 (1990).
     */
    double effectiveDegrees() {
        int n = ridged.columns();
        if (isZero() || lambda == 0) {
            return isZero() ? 0 : n;
        }
        UpperTriangle triangle = ridged.triangle();
        RandomGenerator random = RandomStreams.of(1, "trace-probes", 0);
        double sum = 0;
        double[] x = new double[n];
        for (int probe = 0; probe < PROBES; probe++) {
            for (int i = 0; i < n; i++) {
                x[i] = random.nextBoolean() ? lambda : -lambda;
            }
            triangle.solveTransposed(x);
            for (double value : x) {
                sum += value * value;
            }
        }
        return Math.max(0, n - sum / PROBES);
    }
}
