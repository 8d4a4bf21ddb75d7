package org.hamgraph.hgn.model;

import java.util.Arrays;
import org.hamgraph.hgn.network.Monomials;
import org.hamgraph.hgn.network.PlainHamiltonian;
import org.hamgraph.hgn.network.PlainLayer;
import org.hamgraph.hgn.network.StepCorrectedHamiltonian;
import org.hamgraph.hgn.sample.ApproximateSwim;
import org.hamgraph.hgn.sample.DenseLayer;
import org.hamgraph.hgn.sample.LayerInputs;
import org.hamgraph.hgn.sample.UniformSwim;
import org.hamgraph.hgn.sample.WeightScheme;
import org.hamgraph.hgn.solve.DeclaredTerms;
import org.hamgraph.hgn.solve.LeastSquaresFit;
import org.hamgraph.hgn.solve.ProductRows;
import org.hamgraph.hgn.solve.Ridge;
import org.hamgraph.hgn.solve.RowAccumulator;
import org.hamgraph.hgn.solve.SketchedRidge;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.support.RandomStreams;
import org.hamgraph.support.Team;

/**
 * Samples and solves a network on the numbers of a state as they are, without a graph: the way for low-dimensional
 * systems.
 *
 * <pre>{@code
 * rows: dH/dq_k = sum_a c_a sigma'(w_a . y + b_a) w_ak = -dp_k/dt      dH/dp_k = dq_k/dt
 * }</pre>
 *
 * One known energy fixes the constant afterwards: it decouples exactly.
 *
 * <p>Source: arXiv 2411.17511.
 *
 * @since 0.1
 */
public final class PlainTrainer {
    private final PlainStates data;
    private final PlainOptions options;
    private final double[] mean;
    private final double[] scale;
    private final Monomials terms;

    private PlainTrainer(PlainStates data, PlainOptions options) {
        this.data = data;
        this.options = options;
        int size = data.layout().size();
        this.mean = new double[size];
        this.scale = new double[size];
        Arrays.fill(scale, 1);
        if (options.scaled()) {
            data.standardise(mean, scale);
        }
        this.terms = new Monomials(size, options.degree(), mean, scale);
    }

    /**
     * A learned energy and how well its problem was posed and solved.
     *
     * @param hamiltonian learned energy
     * @param quality rank, condition, residual, method
     */
    public record Fit(PlainHamiltonian hamiltonian, LeastSquaresFit.Quality quality) {}

    /**
     * A learned energy from steps, corrected to first order.
     *
     * @param hamiltonian corrected energy
     * @param uncorrected energy as fitted
     * @param quality rank, condition, residual, method
     */
    public record StepFit(
            StepCorrectedHamiltonian hamiltonian, PlainHamiltonian uncorrected, LeastSquaresFit.Quality quality) {}

    /**
     * Fits states with their derivatives.
     *
     * @param data states, derivatives and what is known of their energies
     * @param options choices of the training
     * @throws IllegalArgumentException if the scheme needs the energies of all states and they are not known
     */
    public static Fit fit(PlainStates data, PlainOptions options) {
        return new PlainTrainer(data, options).fit();
    }

    /**
     * Fits pairs of states a fixed step apart, without derivatives.
     *
     * @param data first states of the pairs; their derivatives are not used
     * @param next second states [K x 2*n*dim]
     * @param step step h between them, time
     * @param options choices of the training, without declared terms
     */
    public static StepFit fitSteps(PlainStates data, double[][] next, double step, PlainOptions options) {
        if (options.degree() > 0) {
            throw new IllegalArgumentException(
                    "fitting to steps must be without declared terms, found degree " + options.degree());
        }
        Fit fit = fit(data.steps(next, step), options);
        StepCorrectedHamiltonian corrected =
                new StepCorrectedHamiltonian(fit.hamiltonian(), step, data.knownState(), data.knownEnergy());
        return new StepFit(corrected, fit.hamiltonian(), fit.quality());
    }

    private Fit fit() {
        WeightScheme scheme = options.weights();
        if (scheme instanceof ApproximateSwim approximate) {
            Fit first = solve(draw(
                    new UniformSwim(approximate.steepness(), approximate.leastDistance()),
                    new double[0],
                    "plain-first"));
            double[] predicted = new double[data.size()];
            Team.forEach(
                    options.threads(),
                    predicted.length,
                    k -> predicted[k] = first.hamiltonian().energy(data.state(k)));
            return solve(draw(scheme, predicted, "plain-weights"));
        }
        boolean measured = scheme.slopes() == WeightScheme.Slopes.MEASURED;
        if (measured && !data.hasEnergies()) {
            throw new IllegalArgumentException("sampling " + scheme.label()
                    + " must have the energies of all states, found none; aswim predicts them");
        }
        return solve(draw(scheme, measured ? data.energies() : new double[0], "plain-weights"));
    }

    private PlainLayer draw(WeightScheme scheme, double[] energies, String purpose) {
        int size = data.layout().size();
        DenseLayer drawn = options.separable()
                ? joined(scheme, purpose)
                : scheme.sample(
                        LayerInputs.copyOf(size, scaled(0, size), energies),
                        options.width(),
                        RandomStreams.of(options.seed(), purpose, 0));
        return PlainLayer.of(options.activation(), drawn, mean, scale);
    }

    /** Units on positions, then units on momenta. */
    private DenseLayer joined(WeightScheme scheme, String purpose) {
        int half = data.layout().half();
        int size = data.layout().size();
        double[] weight = new double[options.width() * size];
        double[] bias = new double[options.width()];
        int unit = 0;
        for (int part = 0; part < 2; part++) {
            int count = part == 0 ? options.width() / 2 : options.width() - options.width() / 2;
            DenseLayer drawn = scheme.sample(
                    LayerInputs.copyOf(half, scaled(part * half, half), new double[0]),
                    count,
                    RandomStreams.of(options.seed(), purpose, part));
            for (int a = 0; a < count; a++, unit++) {
                for (int k = 0; k < half; k++) {
                    weight[unit * size + part * half + k] = drawn.weight(a, k);
                }
                bias[unit] = drawn.bias(a);
            }
        }
        return DenseLayer.copyOf(size, weight, bias);
    }

    /** Some numbers of every state, scaled [K*count]. */
    private double[] scaled(int first, int count) {
        double[] z = new double[data.size() * count];
        for (int k = 0; k < data.size(); k++) {
            for (int i = 0; i < count; i++) {
                z[k * count + i] = (data.state(k)[first + i] - mean[first + i]) / scale[first + i];
            }
        }
        return z;
    }

    private Fit solve(PlainLayer layer) {
        LeastSquaresFit fit = terms.count() == 0 && options.solver() instanceof Ridge ridge
                ? sketched(layer, ridge)
                : factored(layer);
        return new Fit(
                new PlainHamiltonian(
                        data.layout(), layer, terms, fit.coefficients(), data.knownState(), data.knownEnergy()),
                fit.quality());
    }

    private LeastSquaresFit sketched(PlainLayer layer, Ridge ridge) {
        int width = layer.width();
        int size = data.layout().size();
        double[] right = new double[data.size() * size];
        for (int k = 0; k < data.size(); k++) {
            data.gradient(k, right, k * size);
        }
        ProductRows.Factors slopes = (from, to, out) -> {
            for (int k = from; k < to; k++) {
                layer.slopes(data.state(k), out, (k - from) * width);
            }
        };
        ProductRows rows = ProductRows.of(width, layer.weights(), right, slopes, options.threads());
        return new SketchedRidge(ridge, options.seed(), options.threads()).solve(rows);
    }

    private LeastSquaresFit factored(PlainLayer layer) {
        int width = layer.width();
        int declared = terms.count();
        PhaseLayout layout = data.layout();
        RowAccumulator rows = new RowAccumulator(declared + width, options.threads());
        double[] weights = layer.weights();
        double[] slopes = new double[width];
        double[] right = new double[layout.size()];
        double[] block = new double[layout.size() * (declared + width)];
        for (int k = 0; k < data.size(); k++) {
            double[] y = data.state(k);
            layer.slopes(y, slopes, 0);
            data.gradient(k, right, 0);
            for (int i = 0; i < layout.size(); i++) {
                int start = i * (declared + width);
                for (int j = 0; j < declared; j++) {
                    block[start + j] = terms.derivative(j, i, y);
                }
                for (int a = 0; a < width; a++) {
                    block[start + declared + a] = slopes[a] * weights[i * width + a];
                }
            }
            rows.add(block, right, layout.size());
        }
        return DeclaredTerms.solve(rows.factor(), declared, options.solver());
    }
}
