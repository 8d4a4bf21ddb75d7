package org.hamgraph.benchmarks;

import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.hamgraph.hgn.solve.LeastSquaresFit;
import org.hamgraph.hgn.solve.ProductRows;
import org.hamgraph.hgn.solve.Ridge;
import org.hamgraph.hgn.solve.RowAccumulator;
import org.hamgraph.hgn.solve.SketchedRidge;
import org.hamgraph.support.Team;

/** How the rows of a {@link Problem} are held and solved. */
enum Form {
    /** Slopes and weights apart, through a sketch. */
    STRUCTURED {
        @Override
        Solution solve(Problem problem, int threads) {
            long start = System.nanoTime();
            ProductRows rows = ProductRows.of(
                    problem.width(), problem.weights(), problem.rightHandSide(), problem::slopes, threads);
            long assembled = System.nanoTime();
            LeastSquaresFit fit = new SketchedRidge(Ridge.defaults(), SKETCH_SEED, threads).solve(rows);
            return Solution.of(fit, seconds(start, assembled), seconds(assembled, System.nanoTime()));
        }
    },

    /** The matrix as it is, through a sketch. */
    DENSE {
        @Override
        Solution solve(Problem problem, int threads) {
            long start = System.nanoTime();
            ProductRows rows = ProductRows.of(matrix(problem, threads), problem.rightHandSide());
            long assembled = System.nanoTime();
            LeastSquaresFit fit = new SketchedRidge(Ridge.defaults(), SKETCH_SEED, threads).solve(rows);
            return Solution.of(fit, seconds(start, assembled), seconds(assembled, System.nanoTime()));
        }
    },

    /** Blocks of rows, folded into one triangular factor as they come. */
    BLOCKED {
        @Override
        Solution solve(Problem problem, int threads) {
            int width = problem.width();
            double[] right = problem.rightHandSide();
            double[] block = new double[POINTS_AT_ONCE * Problem.INPUTS * width];
            double[] blockRight = new double[POINTS_AT_ONCE * Problem.INPUTS];
            RowAccumulator rows = new RowAccumulator(width, threads);
            double assemble = 0;
            long begin = System.nanoTime();
            for (int from = 0; from < problem.points(); from += POINTS_AT_ONCE) {
                int count = Math.min(POINTS_AT_ONCE, problem.points() - from);
                long start = System.nanoTime();
                problem.rows(from, from + count, block, threads);
                System.arraycopy(right, from * Problem.INPUTS, blockRight, 0, count * Problem.INPUTS);
                assemble += seconds(start, System.nanoTime());
                rows.add(block, blockRight, count * Problem.INPUTS);
            }
            LeastSquaresFit fit = Ridge.defaults().solve(rows.factor());
            return Solution.of(fit, assemble, seconds(begin, System.nanoTime()) - assemble);
        }
    },

    /** The matrix as it is, by EJML's Householder QR; it uses one thread. */
    EJML {
        @Override
        Solution solve(Problem problem, int threads) {
            long start = System.nanoTime();
            DMatrixRMaj a = new DMatrixRMaj(problem.rows(), problem.width());
            problem.rows(0, problem.points(), a.data, threads);
            DMatrixRMaj y = DMatrixRMaj.wrap(problem.rows(), 1, problem.rightHandSide());
            DMatrixRMaj c = new DMatrixRMaj(problem.width(), 1);
            long assembled = System.nanoTime();
            LinearSolverDense<DMatrixRMaj> qr = LinearSolverFactory_DDRM.qr(problem.rows(), problem.width());
            if (!qr.setA(a)) {
                throw new ArithmeticException("EJML's QR must take the matrix, found that it refused");
            }
            qr.solve(y, c);
            double solve = seconds(assembled, System.nanoTime());
            return new Solution(
                    c.data,
                    seconds(start, assembled),
                    solve,
                    "EJML " + qr.getClass().getSimpleName(),
                    "it was asked for");
        }
    };

    private static final long SKETCH_SEED = 1;
    private static final int POINTS_AT_ONCE = 64;

    /**
     * Coefficients and what they took.
     *
     * @param coefficients coefficients [width]
     * @param assembleSeconds time to compute the rows
     * @param solveSeconds time from the rows to the coefficients
     * @param method method in words
     * @param reason why this method was used
     */
    record Solution(double[] coefficients, double assembleSeconds, double solveSeconds, String method, String reason) {
        private static Solution of(LeastSquaresFit fit, double assembleSeconds, double solveSeconds) {
            return new Solution(
                    fit.coefficients(),
                    assembleSeconds,
                    solveSeconds,
                    fit.quality().method(),
                    fit.quality().reason());
        }
    }

    /**
     * Assembles and solves.
     *
     * @param problem what to solve
     * @param threads most threads, at least 1
     */
    abstract Solution solve(Problem problem, int threads);

    /** Returns the name used on the command line. */
    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the rows of A [4*points x width]. */
    static double[][] matrix(Problem problem, int threads) {
        int width = problem.width();
        double[][] matrix = new double[problem.rows()][];
        Team.forEach(threads, problem.points(), g -> {
            double[] block = new double[Problem.INPUTS * width];
            problem.rows(g, g + 1, block, 1);
            for (int k = 0; k < Problem.INPUTS; k++) {
                double[] row = new double[width];
                System.arraycopy(block, k * width, row, 0, width);
                matrix[g * Problem.INPUTS + k] = row;
            }
        });
        return matrix;
    }

    private static double seconds(long from, long to) {
        return (to - from) * 1e-9;
    }
}
