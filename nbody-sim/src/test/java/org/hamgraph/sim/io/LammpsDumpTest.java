package org.hamgraph.sim.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.sim.trajectory.Trajectory;
import org.hamgraph.support.FileFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a LAMMPS dump may say, and how it is understood. */
class LammpsDumpTest {
    private static final CompiledGraph PAIR =
            CompiledGraph.builder(2).body(0, 1, 0).body(1, 3, 0).build();

    @TempDir
    private Path folder;

    private static String frame(int step, String flags, String columns, String... atoms) {
        return "ITEM: TIMESTEP\n" + step + "\nITEM: NUMBER OF ATOMS\n" + atoms.length + "\nITEM: BOX BOUNDS " + flags
                + "\n0 4\n0 5\n-1 1\nITEM: ATOMS " + columns + "\n" + String.join("\n", atoms) + "\n";
    }

    private Trajectory read(int dim, String text) throws IOException {
        Path file = folder.resolve("run.dump");
        Files.writeString(file, text);
        return TrajectoryFiles.read(file, PAIR, dim);
    }

    private String faultOf(int dim, String text) {
        return assertThrows(FileFormatException.class, () -> read(dim, text))
                .getMessage()
                .substring(folder.resolve("run.dump").toString().length());
    }

    @Test
    void columnsAndAtomsComeInAnyOrderWithUnitsAndTime() throws IOException {
        String columns = "fz fy fx vx vy vz c_1 zu yu xu id";
        String text = "ITEM: UNITS\nlj\nITEM: TIME\n0.25\n"
                + frame(50, "pp ff pp", columns, "9 8 7 .5 0 -1 77 3 2 9 2", "6 5 4 0 0 1 77 -3 -2 -1 1");
        Trajectory read = read(3, text);
        assertEquals(50, read.step(0));
        assertEquals(0.25, read.time(0).orElseThrow());
        assertEquals(Box.of(4, 0, 2), read.box());
        assertArrayEquals(new double[] {-1, -2, -3, 9, 2, 3, 0, 0, 1, 1.5, 0, -3}, read.state(0));
        assertArrayEquals(new double[] {4, 5, 6, 7, 8, 9}, read.forces(0));
    }

    @Test
    void anUnwrappedColumnIsPreferredToAScaledOne() throws IOException {
        String text =
                frame(0, "pp pp pp", "id xs ys zs xu yu zu vx vy vz", "1 0 0 0 7 0 0 0 0 0", "2 0 0 0 9 0 0 0 0 0");
        assertEquals(9, read(3, text).state(0)[3]);
    }

    /** Unwrapping must not cost a digit where there is nothing to unwrap: x₀ + (x₁ − x₀) is not x₁. */
    @Test
    void coordinatesThatDoNotWrapAreThoseOfTheFileToTheLastBit() throws IOException {
        String columns = "id x y z vx vy vz";
        String text = frame(0, "pp ff ff", columns, "1 1.1 1.1 0 0 0 0", "2 3.9 1e9 0 0 0 0")
                + frame(1, "pp ff ff", columns, "1 0.3 0.3 0 0 0 0", "2 0.1 0.1 0 0 0 0");
        double[] y = read(3, text).state(1);
        assertNotEquals(0.3, 1.1 + (0.3 - 1.1), "the naive sum must lose the bit this test is about");
        assertEquals(0.3, y[0]);
        assertEquals(0.3, y[1]);
        assertEquals(4.1, y[3], "body 1 left through the upper face");
        assertEquals(0.1, y[4], "an open axis never wraps");
    }

    @Test
    void aDumpWithoutMovementAlongAnAxisIsReadWithoutThatAxis() throws IOException {
        String columns = "id x y z vx vy vz";
        String flat = frame(0, "ff ff pp", columns, "1 1 2 0.5 3 4 0", "2 1 2 0.5 3 4 0");
        assertArrayEquals(new double[] {1, 2, 1, 2, 3, 4, 9, 12}, read(2, flat).state(0));
        String rule = ", line 11, column z: bodies must not move along an axis beyond the 2 of the system, found body 1"
                + " that does";
        assertEquals(rule, faultOf(2, frame(0, "ff ff pp", columns, "1 1 2 0.5 3 4 0", "2 1 2 0.6 3 4 0")));
        assertEquals(rule, faultOf(2, frame(0, "ff ff pp", columns, "1 1 2 0.5 3 4 0", "2 1 2 0.5 3 4 1e-9")));
        String later = faultOf(2, flat + frame(1, "ff ff pp", columns, "1 1 2 0.6 3 4 0", "2 1 2 0.6 3 4 0"));
        assertTrue(later.startsWith(", line 22, column z: bodies must not move"), later);
    }

    @Test
    void faultsAreNamed() {
        String columns = "id x y z vx vy vz";
        String good = frame(0, "pp ff ff", columns, "1 1 0 0 0 0 0", "2 2 0 0 0 0 0");
        assertEquals(
                ", line 11, column vy: mass times velocity must be finite, found Infinity for body 1",
                faultOf(3, good.replace("2 2 0 0 0 0 0", "2 2 0 0 0 1e308 0")));
        assertEquals(
                ", line 6, BOX BOUNDS: bounds must be ascending, a finite length apart, found -1e308 1e308",
                faultOf(3, good.replace("\n0 4\n", "\n-1e308 1e308\n")));
        assertEquals(
                ", line 19, BOX BOUNDS: the box must stay the same, 3d, period 4.0 x open x open, found 3d, period 4.5 x"
                        + " open x open",
                faultOf(3, good + good.replace("\n0 4\n", "\n0 4.5\n")));
        assertEquals(
                ", line 15, NUMBER OF ATOMS: a state must have the 2 bodies of the system, found 1",
                faultOf(3, good + frame(1, "pp ff ff", columns, "1 1 0 0 0 0 0")));
        assertEquals(
                ", line 9, column xs: positions must be x y z or xu yu zu, found scaled ones",
                faultOf(3, good.replace("id x y z", "id xs ys zs")));
        assertEquals(
                ", line 12: a state must start with ITEM: TIMESTEP, found 'that is all'",
                faultOf(3, good + "that is all\n"));
    }

    @Test
    void aLineBeyondReasonIsRefusedWithoutReadingIt() {
        assertEquals(
                ", line 1: a line must be at most 1 MiB long, found a longer one",
                faultOf(3, "x".repeat((1 << 20) + 1)));
    }

    @Test
    void aMessageStaysShortWhateverTheFileHolds() {
        String fault =
                faultOf(3, frame(0, "ff ff ff", "id x y z vx vy vz", "1 " + "9".repeat(9999) + "e 0 0 0 0 0", ""));
        assertTrue(fault.startsWith(", line 10, column x: a number must be given, found '999"), fault);
        assertTrue(fault.length() < 400, () -> "found " + fault.length() + " characters");
    }

    @Test
    void aFolderIsNamed() throws IOException {
        Path file = Files.createDirectory(folder.resolve("folder.dump"));
        String message = assertThrows(IOException.class, () -> TrajectoryFiles.read(file, PAIR, 3))
                .getMessage();
        assertTrue(message.startsWith(file + ": a file must be readable, found: "), message);
    }
}
