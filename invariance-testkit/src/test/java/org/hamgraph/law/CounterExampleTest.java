package org.hamgraph.law;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hamgraph.law.SystemRecipe.Arrangement;
import org.hamgraph.law.SystemRecipe.Topology;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.sim.force.SpringHamiltonian;
import org.hamgraph.sim.io.GraphMl;
import org.hamgraph.sim.io.TrajectoryFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CounterExampleTest {
    private static final Law TRANSLATION = Laws.named("translation");

    @TempDir
    private Path folder;

    private static BodySystem square(int bodies) {
        return new SystemRecipe(Topology.SQUARE, bodies, 2, false, Arrangement.DISPLACED, 1).system();
    }

    private static LawCheck broken(BodySystem system) {
        LawCheck check = new LawCheck(TRANSLATION, BrokenModel.ABSOLUTE_COORDINATES, 1);
        Optional<Deviation> found = check.on(system, 0);
        assertTrue(found.isPresent() && !found.get().holds(), "a lattice in the open, in a field");
        return check;
    }

    @Test
    void everythingThatIsNotNeededIsLeftOut() {
        CounterExample example = CounterExample.of(broken(square(16)));
        assertEquals("translation", example.law());
        assertEquals("1 bodies, 0 springs", example.system().graph().toString());
        assertTrue(!example.deviation().holds());
    }

    @Test
    void springsThatAreNotNeededGoToo() {
        // Forces of the wrong sign need one spring.
        LawCheck check = new LawCheck(Laws.named("gradient"), BrokenModel.WRONG_SIGN, 1);
        check.on(square(9), 0);
        CounterExample example = CounterExample.of(check);
        assertEquals("2 bodies, 1 springs", example.system().graph().toString());
    }

    @Test
    void largeSystemsStayAsTheyAre() {
        BodySystem large = square(240);
        assertTrue(large.graph().nodes() > 200);
        CounterExample example = CounterExample.of(broken(large));
        assertEquals(large, example.system());
        assertNotNull(example.deviation());
        assertEquals(1, CounterExample.of(broken(square(180))).system().graph().nodes());
    }

    @Test
    void filesHoldTheSystem() throws IOException {
        CounterExample example = new CounterExample("rotation", new Deviation(1, 0, "nothing"), square(6));
        CounterExample.Saved saved = example.save(folder.resolve("new"));
        BodySystem graph = GraphMl.read(saved.graph());
        assertEquals(example.system().graph().toString(), graph.graph().toString());
        assertArrayEquals(example.system().state().toArray(), graph.state().toArray());
        assertEquals(
                example.system().graph().nodes(),
                Integer.parseInt(Files.readAllLines(saved.states()).get(0)));
        assertEquals(
                1,
                TrajectoryFiles.read(saved.states(), example.system().graph(), 2)
                        .size());
    }

    @Test
    void aLawOnOneSystemIsRequired() {
        assertDoesNotThrow(() -> LawCheck.requireHolds(TRANSLATION, SpringHamiltonian::of, square(6), folder));
        AssertionError error = assertThrows(
                AssertionError.class,
                () -> LawCheck.requireHolds(TRANSLATION, BrokenModel.ABSOLUTE_COORDINATES, square(6), folder));
        assertTrue(
                error.getMessage()
                        .matches(
                                "translation: deviation must be at most \\S+ \\(precision \\+ rounding of coordinates\\),"
                                        + " found \\S+ on 1 bodies, 0 springs in .* \\(the place of a system means nothing\\); see "
                                        + ".*translation.extxyz and .*translation.graphml"),
                error.getMessage());
        assertTrue(Files.exists(folder.resolve("translation.extxyz")));
    }

    @Test
    void theWorstIsKept() {
        LawCheck check = new LawCheck(TRANSLATION, BrokenModel.ABSOLUTE_COORDINATES, 1);
        assertTrue(check.holds() && check.worst().isEmpty());
        double most = 0;
        long index = -1;
        for (int k = 0; k < 8; k++) {
            double excess = check.on(square(4 + k), k).orElseThrow().excess();
            index = excess > most ? k : index;
            most = Math.max(most, excess);
        }
        assertEquals(8, check.applied());
        assertEquals(index, check.worst().orElseThrow().index());
        assertEquals(most, check.worst().orElseThrow().deviation().excess());
    }
}
