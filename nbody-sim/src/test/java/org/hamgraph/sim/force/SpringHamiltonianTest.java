package org.hamgraph.sim.force;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Structure;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.OrdinaryDifferentialEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpringHamiltonianTest {
    @Test
    void energyAndForcesOfUnequalBodiesAndSpringsAreThoseWorkedOutByHand() {
        CompiledGraph graph = CompiledGraph.builder(3)
                .body(0, 1.0, 0)
                .body(1, 2.0, 0)
                .body(2, 4.0, 0)
                .spring(0, 1, 10.0, 4.0, 0)
                .spring(1, 2, 6.0, 2.5, 0)
                .build();
        SpringHamiltonian h = SpringHamiltonian.of(graph, Box.open(2));
        // Bodies at (0,0), (3,4) and (3,6): lengths 5 and 2, extensions 1 and -0.5.
        double[] y = {0, 0, 3, 4, 3, 6, /* p */ 2, 0, 0, 4, 4, 4};

        assertEquals(10 * 1 / 2.0 + 6 * 0.25 / 2, h.potentialEnergy(y), 0);
        assertEquals(4 / 2.0 + 16 / 4.0 + 32 / 8.0, h.kineticEnergy(y), 0);
        double[] derivative = new double[12];
        h.vectorField(y, derivative);
        double[] expected = {2, 0, 0, 2, 1, 1, /* forces: pull 10 along (3,4)/5, push 3 along y */ 6, 8, -6, -11, 0, 3};
        assertArrayEquals(expected, derivative, 4 * Math.ulp(11.0));
    }

    @Test
    void theClosedFormOfTwoMassesOnASpringSolvesTheEquationsOfMotion() {
        TwoMasses exact = new TwoMasses(1.0, 3.0, 10.0, 1.5, 0.2);
        double[] derivative = new double[4];
        for (double t = 0; t < 3; t += 0.37) {
            exact.hamiltonian().vectorField(exact.state(t), derivative);
            assertArrayEquals(exact.derivative(t), derivative, 1e-14 * exact.stiffness(), "t=" + t);
        }
    }

    @Test
    void twoMassesOnASpringReturnAfterOnePeriodAndNotBefore() {
        TwoMasses exact = new TwoMasses(1.0, 3.0, 10.0, 1.5, 0.2);
        double period = 2 * Math.PI * Math.sqrt(exact.reducedMass() / exact.stiffness());
        double[] start = exact.state(0);

        assertArrayEquals(start, flow(exact.hamiltonian(), start, period), 1e-11);
        assertNotEquals(start[1], flow(exact.hamiltonian(), start, 0.99 * period)[1], 1e-5);
    }

    private static double[] flow(SpringHamiltonian h, double[] y, double time) {
        DormandPrince853Integrator integrator = new DormandPrince853Integrator(1e-12, 1.0, 1e-13, 1e-13);
        OrdinaryDifferentialEquation equation = new OrdinaryDifferentialEquation() {
            @Override
            public int getDimension() {
                return y.length;
            }

            @Override
            public double[] computeDerivatives(double t, double[] state) {
                double[] derivative = new double[state.length];
                h.vectorField(state, derivative);
                return derivative;
            }
        };
        return integrator.integrate(equation, new ODEState(0, y), time).getPrimaryState();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 16})
    void everyNormalModeOfAChainIsAnEigenvectorOfTheForces(int n) {
        double mass = 2.0;
        double stiffness = 10.0;
        Structure chain = Structure.chain(n, false);
        SpringHamiltonian h = SpringHamiltonian.of(chain.compile(mass, stiffness, 1.0), Box.open(1));
        double[] rest = chain.positions(1.0);
        double amplitude = 0.01;
        double[] y = new double[2 * n];
        double[] force = new double[n];
        for (int mode = 0; mode < n; mode++) {
            for (int i = 0; i < n; i++) {
                y[i] = rest[i] + amplitude * shape(n, mode, i);
            }
            h.force(y, force, 0);
            double omega = 2 * Math.sqrt(stiffness / mass) * Math.sin(Math.PI * mode / (2 * n));
            for (int i = 0; i < n; i++) {
                // Rounding of a position of size n, magnified by two springs.
                double expected = -mass * omega * omega * amplitude * shape(n, mode, i);
                assertEquals(expected, force[i], 4 * stiffness * Math.ulp((double) n), "mode " + mode + ", body " + i);
            }
        }
    }

    private static double shape(int n, int mode, int i) {
        return Math.cos(Math.PI * mode * (i + 0.5) / n);
    }

    @Test
    void anEquallyStretchedPeriodicLatticeFeelsNoForceAndAStretchedOpenOneDoes() {
        Structure closed = Structure.square(4, 5, true);
        double[] y = new double[4 * 20];
        double[] force = new double[2 * 20];
        System.arraycopy(closed.positions(1.0), 0, y, 0, 40);
        SpringHamiltonian.of(closed.compile(1, 10, 1), closed.box(1.0)).force(y, force, 0);
        assertArrayEquals(new double[40], force, 0);

        System.arraycopy(closed.positions(1.25), 0, y, 0, 40);
        SpringHamiltonian.of(closed.compile(1, 10, 1), closed.box(1.25)).force(y, force, 0);
        assertArrayEquals(new double[40], force, 0);

        Structure open = Structure.square(4, 5, false);
        SpringHamiltonian.of(open.compile(1, 10, 1), open.box(1.25)).force(y, force, 0);
        assertEquals(10 * 0.25, force[0], 0);
    }

    @Test
    void aRingInThePlaneAtItsRestLengthFeelsNoForce() {
        Structure ring = Structure.ring(7);
        double[] y = new double[28];
        System.arraycopy(ring.positions(1.0), 0, y, 0, 14);
        double[] force = new double[14];
        SpringHamiltonian.of(ring.compile(1, 10, 1), ring.box(1.0)).force(y, force, 0);
        assertArrayEquals(new double[14], force, 10 * 4 * Math.ulp(2.0));
    }

    @Test
    void coincidentBodiesStoreEnergyAndExertNoForce() {
        SpringHamiltonian h = SpringHamiltonian.of(TwoBodies.joinedBy(10, 2), Box.open(1));
        double[] force = {7, 7};
        h.force(TwoBodies.apart(0), force, 0);
        assertArrayEquals(new double[2], force, 0);
        assertEquals(20, h.energy(TwoBodies.apart(0)), 0);
    }

    @Test
    void aMissingGraphOrBoxIsNamed() {
        CompiledGraph graph = TwoBodies.joinedBy(1, 1);
        assertEquals(
                "graph",
                assertThrows(NullPointerException.class, () -> SpringHamiltonian.of(null, Box.open(1)))
                        .getMessage());
        assertEquals(
                "box",
                assertThrows(NullPointerException.class, () -> SpringHamiltonian.of(graph, null))
                        .getMessage());
    }

    /** Two masses on a line, the spring first stretched by an amplitude and let go. */
    private record TwoMasses(double first, double second, double stiffness, double restLength, double amplitude) {
        SpringHamiltonian hamiltonian() {
            CompiledGraph graph = CompiledGraph.builder(2)
                    .body(0, first, 0)
                    .body(1, second, 0)
                    .spring(0, 1, stiffness, restLength, 0)
                    .build();
            return SpringHamiltonian.of(graph, Box.open(1));
        }

        double reducedMass() {
            return first * second / (first + second);
        }

        double omega() {
            return Math.sqrt(stiffness / reducedMass());
        }

        double[] state(double t) {
            double r = restLength + amplitude * Math.cos(omega() * t);
            double p = -reducedMass() * amplitude * omega() * Math.sin(omega() * t);
            double total = first + second;
            return new double[] {-r * second / total, r * first / total, -p, p};
        }

        double[] derivative(double t) {
            double v = -amplitude * omega() * Math.sin(omega() * t);
            double force = -stiffness * amplitude * Math.cos(omega() * t);
            double total = first + second;
            return new double[] {-v * second / total, v * first / total, -force, force};
        }
    }
}
