package org.hamgraph.eval.rfhgn;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.hamgraph.eval.run.Evaluation;
import org.hamgraph.hgn.solve.LeastSquaresFit;

/** Pair energies learned from 8 to 27 bodies. */
final class PotentialsTable implements RfhgnTable {
    private static final int SAMPLES = 200;
    private static final int TEST_STATES = 50;
    private static final double TARGET = 1e-9;
    private static final String FORCE = "force error";

    /**
     * One energy.
     *
     * @param published mean squared error of the published network with SWIM; empty if none was published
     */
    private record Case(String potential, String system, OptionalDouble published) {
        Case(String potential, String system) {
            this(potential, system, OptionalDouble.empty());
        }
    }

    private static final List<Case> CASES = List.of(
            new Case("spring:k=10,l=1", "cubic:2x2x2", OptionalDouble.of(3.41e-5)),
            new Case("fput:k=1,alpha=0.25,beta=0.1,l=1", "cubic:2x2x2", OptionalDouble.of(5.23e-4)),
            new Case("fput:k=1,alpha=0.25,beta=0.1,l=1", "chain:8"),
            new Case("morse:D=1,a=1.5,r0=1", "cubic:2x2x2", OptionalDouble.of(1.22e-3)),
            new Case("morse:D=1,a=1.5,r0=1", "square:3x3"),
            new Case("quartic-ring", "ring:8"),
            new Case("gravity:G=1,softening=0.05", "cubic:2x2x2"),
            new Case("lj:cutoff=2.5", "cubic:2x2x2,spacing=1.3"),
            new Case("lj:cutoff=1.7", "cubic:3x3x3,periodic,spacing=1.2"));

    @Override
    public String name() {
        return "potentials";
    }

    @Override
    public String description() {
        return "Trained on 200 random states of 8, 9 or 27 bodies with default settings, compared on 50 fresh states drawn"
                + " alike. Force error: relative, over all states; edges outside the training range count. Mean squared"
                + " error: of all derivatives, velocities and forces. The published values (SWIM) come from other states"
                + " and a network in a local frame: they are landmarks. For Lennard-Jones pairs, about 10 % is published.";
    }

    @Override
    public RfhgnResult run(RfhgnSettings settings) throws IOException {
        List<RfhgnRow> rows = new ArrayList<>();
        List<RfhgnFit> fits = new ArrayList<>();
        for (Case item : settings.quick() ? CASES.subList(0, 3) : CASES) {
            run(item, settings, rows, fits);
        }
        return new RfhgnResult(rows, fits, List.of());
    }

    private void run(Case item, RfhgnSettings settings, List<RfhgnRow> rows, List<RfhgnFit> fits) throws IOException {
        List<List<LeastSquaresFit.Quality>> solves = new ArrayList<>();
        double[] force = new double[settings.seeds()];
        double[] square = new double[settings.seeds()];
        double[] outside = new double[settings.seeds()];
        for (int k = 0; k < force.length; k++) {
            long seed = settings.seed() + k;
            LearnedSystem learned = LearnedSystem.train(item.system, item.potential, SAMPLES, seed);
            solves.add(learned.model().report().solves());
            Evaluation evaluation = learned.evaluate(item.system, true, TEST_STATES, seed, settings.threads());
            force[k] = evaluation.relativeForceError();
            square[k] = evaluation.meanSquaredError();
            outside[k] = evaluation.edgesOutsideTrainingRange();
        }
        String system = item.potential + " on " + item.system;
        RfhgnRow squares = RfhgnRow.of(name(), item.system, system, "mean squared error", square);
        fits.add(RfhgnFit.of(name(), item.system, item.potential, solves).ofTargets());
        rows.add(RfhgnRow.of(name(), item.system, system, FORCE, force)
                .atMost(TARGET)
                .outside(outside));
        rows.add(
                (item.published.isPresent() ? squares.beside(item.published.getAsDouble()) : squares).outside(outside));
    }
}
