package org.hamgraph.benchmarks;

import java.util.random.RandomGenerator;
import org.hamgraph.hgn.network.Monomials;
import org.hamgraph.hgn.network.PlainHamiltonian;
import org.hamgraph.hgn.network.PlainLayer;
import org.hamgraph.hgn.sample.Activation;
import org.hamgraph.hgn.sample.DenseLayer;
import org.hamgraph.hgn.sample.LayerInputs;
import org.hamgraph.hgn.sample.UniformSwim;
import org.hamgraph.sim.classic.HenonHeiles;
import org.hamgraph.support.Checks;
import org.hamgraph.support.RandomStreams;
import org.hamgraph.support.Team;

/**
 * The least-squares problem all programs solve: the energy of Hénon and Heiles from exact gradients, in tanh units from
 * pairs of points.
 *
 * <pre>{@code
 * A[4 g + k, a] = (1 - tanh^2(w_a . y_g + b_a)) w_ak      right-hand side dH/dy_k (y_g)
 * w = ln 3 (x2 - x1) / |x2 - x1|^2                        b = -w . x1 - ln(3) / 2
 * }</pre>
 *
 * Points y_g are uniform in [−5, 5]^4. Immutable.
 */
final class Problem {
    /** Numbers of a state, and rows of a point. */
    static final int INPUTS = 4;

    private static final HenonHeiles TRUTH = new HenonHeiles(1);
    private static final double HALF_WIDTH = 5;
    private static final int TEST_POINTS = 4000;

    private final double[][] points;
    private final double[][] testPoints;
    private final DenseLayer drawn;
    private final PlainLayer layer;
    private final double[] weights;
    private final double[] rightHandSide;

    /**
     * Draws points and units.
     *
     * @param count number of points, at least 2
     * @param width number of units, at least 1
     * @param seed seed of all draws
     */
    Problem(int count, int width, long seed) {
        this.points = draw(Checks.atLeast(count, 2, "number of points"), seed, "points");
        this.testPoints = draw(TEST_POINTS, seed, "test points");
        this.drawn = new UniformSwim(1, 0)
                .sample(
                        LayerInputs.copyOf(INPUTS, flat(points), new double[0]),
                        Checks.atLeast(width, 1, "width"),
                        RandomStreams.of(seed, "units", 0));
        this.layer = PlainLayer.of(Activation.TANH, drawn, new double[INPUTS], new double[] {1, 1, 1, 1});
        this.weights = layer.weights();
        this.rightHandSide = new double[count * INPUTS];
        double[] gradient = new double[INPUTS];
        for (int g = 0; g < count; g++) {
            TRUTH.gradient(points[g], gradient);
            System.arraycopy(gradient, 0, rightHandSide, g * INPUTS, INPUTS);
        }
    }

    private static double[][] draw(int count, long seed, String purpose) {
        RandomGenerator random = RandomStreams.of(seed, purpose, 0);
        double[][] y = new double[count][INPUTS];
        for (double[] point : y) {
            for (int k = 0; k < INPUTS; k++) {
                point[k] = random.nextDouble(-HALF_WIDTH, HALF_WIDTH);
            }
        }
        return y;
    }

    private static double[] flat(double[][] rows) {
        double[] all = new double[rows.length * INPUTS];
        for (int g = 0; g < rows.length; g++) {
            System.arraycopy(rows[g], 0, all, g * INPUTS, INPUTS);
        }
        return all;
    }

    int points() {
        return points.length;
    }

    int rows() {
        return rightHandSide.length;
    }

    int width() {
        return layer.width();
    }

    /** Returns a copy of the points [points*4]. */
    double[] pointValues() {
        return flat(points);
    }

    /** Returns a copy of the points for the error [4000*4]. */
    double[] testPointValues() {
        return flat(testPoints);
    }

    /** Returns the energies at the points for the error [4000]. */
    double[] testEnergies() {
        double[] energy = new double[testPoints.length];
        for (int g = 0; g < energy.length; g++) {
            energy[g] = TRUTH.energy(testPoints[g]);
        }
        return energy;
    }

    /** Returns a copy of the weights, input by input [4*width]. */
    double[] weights() {
        return weights.clone();
    }

    /** Returns a copy of the biases [width]. */
    double[] biases() {
        return drawn.biases();
    }

    /** Returns a copy of the right-hand sides [4*points]. */
    double[] rightHandSide() {
        return rightHandSide.clone();
    }

    /**
     * Writes the slopes of all units at some points.
     *
     * @param from first point
     * @param to point after the last
     * @param out receives the slopes [(to-from)*width]
     */
    void slopes(int from, int to, double[] out) {
        for (int g = from; g < to; g++) {
            layer.slopes(points[g], out, (g - from) * width());
        }
    }

    /**
     * Writes rows of A.
     *
     * @param from first point
     * @param to point after the last
     * @param out receives the rows of point g from (g - from) * 4 * width on [4*(to-from)*width]
     * @param threads most threads
     */
    void rows(int from, int to, double[] out, int threads) {
        int width = width();
        Team.forEach(threads, to - from, g -> {
            int start = g * INPUTS * width;
            layer.slopes(points[from + g], out, start);
            for (int k = INPUTS - 1; k >= 0; k--) {
                for (int a = 0; a < width; a++) {
                    out[start + k * width + a] = out[start + a] * weights[k * width + a];
                }
            }
        });
    }

    /** Returns |H − true H| / |true H| over the points for the error, the constant being fixed by H(0) = 0. */
    double relativeEnergyError(double[] coefficients) {
        double[] origin = new double[INPUTS];
        Monomials none = new Monomials(INPUTS, 0, origin, new double[] {1, 1, 1, 1});
        PlainHamiltonian learned = new PlainHamiltonian(TRUTH.layout(), layer, none, coefficients, origin, 0);
        double[] truth = testEnergies();
        double difference = 0;
        double size = 0;
        for (int g = 0; g < truth.length; g++) {
            double miss = learned.energy(testPoints[g]) - truth[g];
            difference += miss * miss;
            size += truth[g] * truth[g];
        }
        return Math.sqrt(difference / size);
    }
}
