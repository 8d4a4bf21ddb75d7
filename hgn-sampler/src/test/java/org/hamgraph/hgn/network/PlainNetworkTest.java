package org.hamgraph.hgn.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.hamgraph.hgn.sample.Activation;
import org.hamgraph.hgn.sample.DenseLayer;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.phase.PhaseLayout;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlainNetworkTest {
    private static final double[] MEAN = {0.5, -1, 2, 0};
    private static final double[] SCALE = {2, 0.5, 1, 3};

    private static DenseLayer drawn(int width) {
        Random random = new Random(4);
        return DenseLayer.copyOf(
                4,
                random.doubles(4L * width, -1, 1).toArray(),
                random.doubles(width, -1, 1).toArray());
    }

    private static PlainHamiltonian network(Activation activation, int width, int degree) {
        Monomials terms = new Monomials(4, degree, MEAN, SCALE);
        double[] c = new Random(5).doubles(terms.count() + width, -1, 1).toArray();
        return new PlainHamiltonian(
                new PhaseLayout(2, 1),
                PlainLayer.of(activation, drawn(width), MEAN, SCALE),
                terms,
                c,
                new double[] {1, 2, 3, 4},
                7.5);
    }

    private static double mismatch(Hamiltonian hamiltonian, double[] y, double[] gradient) {
        double worst = 0;
        for (int k = 0; k < y.length; k++) {
            double[] up = y.clone();
            double[] down = y.clone();
            up[k] += 1e-5;
            down[k] -= 1e-5;
            worst = Math.max(worst, Math.abs((hamiltonian.energy(up) - hamiltonian.energy(down)) / 2e-5 - gradient[k]));
        }
        return worst;
    }

    @ParameterizedTest
    @EnumSource(Activation.class)
    void unitsSeeTheScaledState(Activation activation) {
        DenseLayer drawn = drawn(37);
        PlainLayer layer = PlainLayer.of(activation, drawn, MEAN, SCALE);
        double[] y = {0.3, -0.8, 1.1, 2};
        double[] value = new double[40];
        double[] slope = new double[40];
        layer.values(y, value, 3);
        layer.slopes(y, slope, 3);
        for (int a = 0; a < 37; a++) {
            double u = drawn.bias(a);
            for (int k = 0; k < 4; k++) {
                u += drawn.weight(a, k) * (y[k] - MEAN[k]) / SCALE[k];
            }
            assertEquals(activation.value(u), value[3 + a], 1e-14);
            assertEquals(activation.derivative(u), slope[3 + a], 1e-14);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 64, 300})
    void theGradientIsThatOfTheEnergy(int width) {
        PlainHamiltonian network = network(Activation.TANH, width, 2);
        double[] y = {0.2, -0.6, 1.7, 0.4};
        double[] gradient = new double[4];
        network.gradient(y, gradient);
        // Truncation 1e-10 and rounding 1e-16 width / 1e-5.
        assertTrue(mismatch(network, y, gradient) < 1e-8, "width " + width);
        gradient[2] += 1e-6;
        assertTrue(mismatch(network, y, gradient) > 5e-7, "a wrong gradient must be seen");
        assertEquals(7.5, network.energy(new double[] {1, 2, 3, 4}), 1e-12);
    }

    @ParameterizedTest
    @EnumSource(
            value = Activation.class,
            names = {"TANH", "SINE", "SOFTPLUS"})
    void theCorrectedGradientIsThatOfTheCorrectedEnergy(Activation activation) {
        StepCorrectedHamiltonian corrected =
                new StepCorrectedHamiltonian(network(activation, 30, 0), 0.3, new double[] {0, 1, 0, 1}, -2);
        double[] y = {0.2, -0.6, 1.7, 0.4};
        double[] gradient = new double[4];
        corrected.gradient(y, gradient);
        assertTrue(mismatch(corrected, y, gradient) < 1e-8);
        assertEquals(-2, corrected.energy(new double[] {0, 1, 0, 1}), 1e-12);
    }

    @Test
    void monomialsAreAllProductsUpToTheDegree() {
        double[] zero = new double[3];
        double[] one = {1, 1, 1};
        for (int degree = 0; degree <= 4; degree++) {
            int expected = (degree + 1) * (degree + 2) * (degree + 3) / 6 - 1;
            assertEquals(expected, new Monomials(3, degree, zero, one).count(), "degree " + degree);
        }
        Monomials terms = new Monomials(3, 3, zero, one);
        double sum = 0;
        double slope = 0;
        for (int j = 0; j < terms.count(); j++) {
            sum += terms.value(j, new double[] {0.5, 0.5, 0.5});
            slope += terms.derivative(j, 0, new double[] {0.5, 0.5, 0.5});
        }
        // 3 of degree one, 6 of degree two, 10 of degree three.
        assertEquals(3 * 0.5 + 6 * 0.25 + 10 * 0.125, sum, 1e-15);
        assertEquals(1 + (2 * 0.5 + 2 * 0.5) + (3 + 2 * 2 + 3) * 0.25, slope, 1e-15);
    }

    @Test
    void whatDoesNotFitIsRefused() {
        PlainLayer layer = PlainLayer.of(Activation.TANH, drawn(3), MEAN, SCALE);
        Monomials none = new Monomials(4, 0, MEAN, SCALE);
        assertThrows(
                IllegalArgumentException.class,
                () -> new PlainHamiltonian(new PhaseLayout(2, 1), layer, none, new double[4], new double[4], 0));
        assertThrows(
                IllegalArgumentException.class,
                () -> new StepCorrectedHamiltonian(network(Activation.TANH, 3, 0), 0, new double[4], 0));
    }
}
