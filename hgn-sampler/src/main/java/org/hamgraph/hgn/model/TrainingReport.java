package org.hamgraph.hgn.model;

import java.util.List;
import java.util.OptionalDouble;
import org.hamgraph.hgn.network.Continuation;
import org.hamgraph.hgn.solve.LeastSquaresFit;

/**
 * What is known about a fit when it is done.
 *
 * @param solves quality of every least-squares solve: one per species of body, then one for all edges
 * @param blocks what became of every learned function
 * @param velocityError relative error of the velocities on the training states
 * @param forceError relative error of the forces on the training states
 * @param acrossMomentum norm of the velocities across the momenta, relative to all; above rounding and noise, the
 *     kinetic energy is not isotropic
 * @param nonCentral norm of the forces that no central pair forces along the edges can reach, relative to all; above
 *     rounding and noise, the energy is not pairwise. Empty where the system has too many edges to tell
 * @param warnings what a user should know before trusting the model; may be empty
 * @since 0.1
 */
public record TrainingReport(
        List<LeastSquaresFit.Quality> solves,
        List<Block> blocks,
        double velocityError,
        double forceError,
        double acrossMomentum,
        OptionalDouble nonCentral,
        List<String> warnings) {
    /** Copies the components. */
    public TrainingReport {
        solves = List.copyOf(solves);
        blocks = List.copyOf(blocks);
        warnings = List.copyOf(warnings);
    }

    /**
     * One learned function.
     *
     * @param name for example "edges of species 0"
     * @param width units of its hidden layer
     * @param continuation how it goes on beyond the training range
     * @param tailError relative error of that continuation on data left out; empty if the data were too few
     * @param amplification how much rounding in the features is amplified in the derivative
     */
    public record Block(
            String name, int width, Continuation continuation, OptionalDouble tailError, double amplification) {}

    /** Returns the number of rows of all solves. */
    public long rows() {
        return solves.stream().mapToLong(LeastSquaresFit.Quality::rows).sum();
    }

    /** Returns the number of columns of all solves. */
    public int columns() {
        return solves.stream().mapToInt(LeastSquaresFit.Quality::columns).sum();
    }

    /** Returns the numerical rank of all solves. */
    public int rank() {
        return solves.stream().mapToInt(LeastSquaresFit.Quality::rank).sum();
    }

    /** Returns the greatest condition of a solve; infinite if a column of one is zero. */
    public double condition() {
        return solves.stream()
                .mapToDouble(LeastSquaresFit.Quality::condition)
                .max()
                .orElse(1);
    }

    /** Returns the greatest ridge parameter of a solve, relative to its largest singular value; 0 without a ridge. */
    public double regularisation() {
        return solves.stream()
                .mapToDouble(LeastSquaresFit.Quality::regularisation)
                .max()
                .orElse(0);
    }

    /** Returns the norm of all residuals relative to that of all right-hand sides. */
    public double relativeResidual() {
        double residual2 =
                solves.stream().mapToDouble(LeastSquaresFit.Quality::residual2).sum();
        double all2 = solves.stream()
                .mapToDouble(LeastSquaresFit.Quality::rightHandSide2)
                .sum();
        return all2 > 0 ? Math.sqrt(residual2 / all2) : 0;
    }
}
