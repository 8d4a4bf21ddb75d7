package org.hamgraph.eval.rfhgn;

import java.util.ArrayList;
import java.util.List;
import org.hamgraph.eval.run.Findings;
import org.hamgraph.eval.run.FitFigures;
import org.hamgraph.hgn.solve.LeastSquaresFit;

/**
 * The solves of one kind of model, the worst of all seeds.
 *
 * @param table name of the table
 * @param trainedOn training system
 * @param model what was learned, or how
 * @param seeds number of models
 * @param columns columns of all solves of a model
 * @param rank least numerical rank of them
 * @param condition greatest condition of a solve; null if infinite, that is if a column is zero
 * @param regularisation greatest ridge parameter of a solve, relative to its largest singular value
 * @param held whether numbers of these models are held to a target; a peer's are not
 * @param doubts reasons to doubt them, as {@link Findings} has them, the first of every kind; may be empty
 * @since 0.1
 */
public record RfhgnFit(
        String table,
        String trainedOn,
        String model,
        int seeds,
        int columns,
        int rank,
        Double condition,
        double regularisation,
        boolean held,
        List<String> doubts) {
    /** Copies the list. */
    public RfhgnFit {
        doubts = List.copyOf(doubts);
    }

    /**
     * Returns the figures of models.
     *
     * @param table name of the table
     * @param trainedOn training system
     * @param model what was learned, or how
     * @param solves the solves of every model; one model at least
     */
    static RfhgnFit of(String table, String trainedOn, String model, List<List<LeastSquaresFit.Quality>> solves) {
        List<FitFigures> figures = new ArrayList<>();
        Findings findings = new Findings(1);
        for (List<LeastSquaresFit.Quality> ofOne : solves) {
            figures.add(FitFigures.of(ofOne));
            findings.add(ofOne);
        }
        FitFigures worst = FitFigures.worst(figures);
        return new RfhgnFit(
                table,
                trainedOn,
                model,
                solves.size(),
                worst.columns(),
                worst.rank(),
                Double.isFinite(worst.condition()) ? worst.condition() : null,
                worst.regularisation(),
                false,
                findings.firstOfEveryKind());
    }

    /** Returns the same for models whose numbers are held to a target. */
    RfhgnFit ofTargets() {
        return new RfhgnFit(table, trainedOn, model, seeds, columns, rank, condition, regularisation, true, doubts);
    }
}
