package org.hamgraph.hgn.solve;

import org.hamgraph.hgn.kernel.Kernels;

/**
 * LSQR on [A; λI] R⁻¹, with R the factor of a sketch of [A; λI], started at the sketch's own solution. One step reads
 * all rows once: A v and Aᵀ of the result are taken in the same pass.
 */
final class Lsqr {
    /** Residuals below this, relative to the right-hand side, are rounding. */
    private static final double ROUNDING = 1e-12;

    /** Steps after which a residual that is rounding must have shrunk by a hundredth. */
    private static final int PATIENCE = 8;

    private final Kernels kernels;
    private final ProductRows rows;
    private final UpperTriangle r;
    private final double lambda;
    private final int threads;
    private final int n;
    private final double[] x;
    private final double[] u;
    private final double[] v;
    private final double[] gradient;
    private final double floor;
    private double residual2;
    private int steps;

    Lsqr(ProductRows rows, RidgeFactor factor, int threads) {
        this.rows = rows;
        this.r = factor.ridged().triangle();
        this.lambda = factor.lambda();
        this.threads = threads;
        this.n = rows.columns();
        this.kernels = Kernels.suitedTo(n);
        this.x = factor.solution();
        this.u = new double[(int) rows.rows()];
        this.v = new double[n];
        this.gradient = new double[n];
        double[] y = rows.rightHandSide();
        this.floor = ROUNDING * Math.sqrt(kernels.dot(y, 0, y, 0, y.length));
    }

    int steps() {
        return steps;
    }

    double[] solution() {
        return x;
    }

    /** Returns |A x − y|², computed from the rows. */
    double residual2() {
        return residual2;
    }

    /** Returns whether the residual came as close to the least as asked for, or down to rounding. */
    boolean run(int mostSteps, double cosine) {
        double before = residual();
        double reached = improve(mostSteps, cosine);
        double after = residual();
        return reached <= cosine && after <= before * (1 + 1e-6) || after <= floor;
    }

    /** Sets u = A x − y and the gradient Aᵀ u; returns |[u; λx]|. */
    private double residual() {
        System.arraycopy(rows.rightHandSide(), 0, u, 0, u.length);
        residual2 = rows.pass(x, 1, u, gradient, threads);
        return Math.sqrt(residual2 + lambda * lambda * kernels.dot(x, 0, x, 0, n));
    }

    private double improve(int mostSteps, double cosine) {
        // u and the part below it start as minus the residual, so that what is found is added to x.
        double[] below = new double[n];
        for (int i = 0; i < n; i++) {
            below[i] = -lambda * x[i];
        }
        double beta = Math.sqrt(residual2 + kernels.dot(below, 0, below, 0, n));
        if (beta == 0) {
            return 0;
        }
        for (int i = 0; i < n; i++) {
            v[i] = -gradient[i] + lambda * below[i];
        }
        for (int i = 0; i < u.length; i++) {
            u[i] = -u[i];
        }
        r.solveTransposed(v);
        double alpha = scale(v, 1 / beta);
        double unit = 1 / beta;
        double[] direction = v.clone();
        double[] sum = new double[n];
        double[] step = new double[n];
        double phiBar = beta;
        double rhoBar = alpha;
        double reached = Double.POSITIVE_INFINITY;
        double checked = phiBar;
        while (steps < mostSteps && reached > cosine && alpha > 0) {
            if (steps % PATIENCE == PATIENCE - 1) {
                if (phiBar <= floor && phiBar > 0.99 * checked) {
                    break;
                }
                checked = phiBar;
            }
            System.arraycopy(v, 0, step, 0, n);
            r.solve(step);
            double square = rows.pass(step, alpha * unit, u, gradient, threads);
            for (int i = 0; i < n; i++) {
                below[i] = lambda * step[i] - alpha * unit * below[i];
                gradient[i] += lambda * below[i];
            }
            beta = Math.sqrt(square + kernels.dot(below, 0, below, 0, n));
            unit = beta > 0 ? 1 / beta : 0;
            r.solveTransposed(gradient);
            for (int i = 0; i < n; i++) {
                v[i] = gradient[i] * unit - beta * v[i];
            }
            alpha = scale(v, 1);
            double rho = Math.hypot(rhoBar, beta);
            double c = rhoBar / rho;
            double s = beta / rho;
            double theta = s * alpha;
            rhoBar = -c * alpha;
            kernels.add(c * phiBar / rho, direction, 0, sum, 0, n);
            phiBar *= s;
            for (int i = 0; i < n; i++) {
                direction[i] = v[i] - theta / rho * direction[i];
            }
            reached = alpha * Math.abs(c);
            steps++;
        }
        r.solve(sum);
        kernels.add(1, sum, 0, x, 0, n);
        return alpha > 0 ? reached : 0;
    }

    /** Multiplies by a factor, then scales to norm 1; returns the norm in between. */
    private double scale(double[] vector, double factor) {
        double norm = factor * Math.sqrt(kernels.dot(vector, 0, vector, 0, n));
        for (int i = 0; i < n && norm > 0; i++) {
            vector[i] *= factor / norm;
        }
        return norm;
    }
}
