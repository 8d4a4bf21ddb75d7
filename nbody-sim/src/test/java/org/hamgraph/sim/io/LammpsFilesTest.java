package org.hamgraph.sim.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.hamgraph.graph.Box;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.phase.PhaseDataset;
import org.hamgraph.sim.force.SpringHamiltonian;
import org.hamgraph.sim.trajectory.Trajectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** LAMMPS's own numbers, from its files: states, forces and energies agree with ours to rounding. */
class LammpsFilesTest {
    /** The dump has 17 digits: a force of order 1 is a sum of a few terms that each carry a rounding or two. */
    private static final double ROUNDING = 1e-14;

    private static BodySystem system(String name) throws IOException {
        LammpsData data = LammpsData.read(Samples.file(name + ".data"));
        assertTrue(data.springsKnown());
        return data.system(false);
    }

    private static Trajectory trajectory(String name, BodySystem system) throws IOException {
        return TrajectoryFiles.read(Samples.file(name + ".dump.gz"), system.graph(), 3);
    }

    @Test
    void theFirstNumbersAreThoseOfTheFile() throws IOException {
        BodySystem system = system("cubic-2x2x2");
        assertEquals("8 bodies, 12 springs", system.graph().toString());
        assertEquals(10.0, system.graph().stiffness(0));
        assertEquals(1.0, system.graph().restLength(0));
        assertEquals(0.080634362182972097, system.state().q(0, 0));
        assertEquals(-0.19868537175108097, system.state().p(7, 2));
        Trajectory trajectory = trajectory("cubic-2x2x2", system);
        assertEquals(101, trajectory.size());
        assertEquals(200, trajectory.step(100));
        assertTrue(trajectory.time(0).isEmpty());
        assertTrue(trajectory.hasForces());
        assertEquals(Box.open(3), trajectory.box());
        // LAMMPS rounds coordinates of the data file once when it shifts them into its box.
        for (int i = 0; i < 24; i++) {
            assertEquals(system.state().toArray()[i], trajectory.state(0)[i], 1e-14);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chain-8", "square-3x3", "cubic-2x2x2"})
    void recordedForcesAreThoseOfTheStatedSprings(String name) throws IOException {
        BodySystem system = system(name);
        PhaseDataset recorded = trajectory(name, system).dataset(system.graph());
        SpringHamiltonian springs = SpringHamiltonian.of(system.graph(), system.box());
        double[] computed = new double[system.layout().size()];
        for (int k = 0; k < recorded.size(); k++) {
            springs.vectorField(recorded.state(k), computed);
            for (int i = 0; i < computed.length; i++) {
                assertEquals(recorded.derivative(k)[i], computed[i], 100 * ROUNDING, name + " state " + k);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"chain-8", "square-3x3", "cubic-2x2x2"})
    void recordedEnergiesAreThoseOfTheStatedSprings(String name) throws IOException {
        BodySystem system = system(name);
        Trajectory trajectory = trajectory(name, system);
        SpringHamiltonian springs = SpringHamiltonian.of(system.graph(), system.box());
        List<String> rows = Samples.text(name + ".energy.csv").lines().skip(1).toList();
        int n = system.graph().nodes();
        for (int k = 0; k < trajectory.size(); k++) {
            String[] columns = rows.get(k).split(",");
            assertEquals(trajectory.step(k), Long.parseLong(columns[0]));
            double[] y = trajectory.state(k);
            assertEquals(Double.parseDouble(columns[1]), springs.potentialEnergy(y) / n, ROUNDING);
            assertEquals(Double.parseDouble(columns[2]), springs.kineticEnergy(y) / n, ROUNDING);
        }
    }

    @Test
    void aPlanarSystemReadsThePlaneOfAThreeDimensionalDump() throws IOException {
        BodySystem system = system("square-3x3");
        Trajectory plane = TrajectoryFiles.read(Samples.file("square-3x3.dump.gz"), system.graph(), 2);
        Trajectory space = trajectory("square-3x3", system);
        assertEquals(space.state(50)[3], plane.state(50)[2]);
        assertEquals(space.forces(50)[4], plane.forces(50)[3]);
        IOException refused = assertThrows(
                IOException.class, () -> TrajectoryFiles.read(Samples.file("square-3x3.dump.gz"), system.graph(), 1));
        assertTrue(
                refused.getMessage()
                        .contains(
                                "column y: bodies must not move along an axis beyond the 1 of the system, found body 0"),
                refused.getMessage());
    }

    @Test
    void aSystemWithoutBondsHasNoSpringsAndItsDumpKnowsTheBox() throws IOException {
        LammpsData data = LammpsData.read(Samples.file("lj-27.data"));
        assertFalse(data.springsKnown());
        BodySystem system = data.system(true);
        assertEquals(0, system.graph().edges());
        assertEquals(3.6000000010000002, system.box().period(2));
        Trajectory trajectory = TrajectoryFiles.read(Samples.file("lj-27.dump.gz"), system.graph(), 3);
        assertEquals(12, trajectory.size());
        assertEquals(3.6000000010000002, trajectory.box().period(0));
        // A pair force has no net force: the recorded ones sum to zero.
        double sum = 0;
        for (int i = 0; i < 27; i++) {
            sum += trajectory.forces(3)[3 * i];
        }
        assertEquals(0, sum, 1e-12);
    }
}
