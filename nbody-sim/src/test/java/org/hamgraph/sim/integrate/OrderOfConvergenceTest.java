package org.hamgraph.sim.integrate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Stream;
import org.hamgraph.phase.SeparableHamiltonian;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OrderOfConvergenceTest {
    private static final double TIME = 1.7;

    static Stream<Arguments> everyIntegratorOnEveryProblem() {
        return Stream.concat(Integrators.forSeparable().stream(), Stream.of(new ExplicitEuler()))
                .flatMap(integrator -> ReferenceProblem.all().stream()
                        .map(problem -> Arguments.of(integrator.name(), problem, integrator)));
    }

    @ParameterizedTest(name = "{0}, {1}")
    @MethodSource("everyIntegratorOnEveryProblem")
    void theErrorFallsWithTheStatedOrder(
            String name, ReferenceProblem problem, Integrator<? super SeparableHamiltonian> integrator) {
        assertEquals(integrator.order(), slope(integrator, problem, TIME), 0.1);
    }

    @Test
    void theErrorOfAVerletWithAStaleForceDoesNot() {
        assertEquals(1, slope(new StaleVerlet(), ReferenceProblem.keplerEllipse(), TIME), 0.1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everyIntegrator")
    void theErrorFallsWithTheStatedOrderBackwardsInTimeToo(
            String name, Integrator<? super SeparableHamiltonian> integrator) {
        assertEquals(integrator.order(), slope(integrator, ReferenceProblem.keplerEllipse(), -TIME), 0.1);
    }

    static Stream<Arguments> everyIntegrator() {
        return Integrators.forSeparable().stream().map(integrator -> Arguments.of(integrator.name(), integrator));
    }

    /**
     * Slope of log error against log dt; steps fine enough for the leading term and coarse enough to stay above
     * rounding.
     */
    private static double slope(
            Integrator<? super SeparableHamiltonian> integrator, ReferenceProblem problem, double time) {
        int coarse = integrator.order() > 2 ? 120 : 1000;
        double ratio =
                endpointError(integrator, problem, time, coarse) / endpointError(integrator, problem, time, 2 * coarse);
        return Math.log(ratio) / Math.log(2);
    }

    private static double endpointError(
            Integrator<? super SeparableHamiltonian> integrator, ReferenceProblem problem, double time, int steps) {
        double[] y = problem.state().apply(0);
        integrator.start(problem.hamiltonian(), y, time / steps).advance(steps);
        double[] exact = problem.state().apply(time);
        double worst = 0;
        for (int k = 0; k < y.length; k++) {
            worst = Math.max(worst, Math.abs(y[k] - exact[k]));
        }
        return worst;
    }
}
