package org.hamgraph.eval.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class LammpsExportTest {
    /** Tables agree to 1e-11 of their largest force, and typical forces are a tenth of it or more. */
    private static final double BOUND = 1e-10;

    @TempDir
    private Path folder;

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private void train(String system, String potential) {
        Program.json(
                "train", "--system", system, "--potential", potential, "--samples", "60", "--out", file("model.json"));
    }

    private JsonNode export(String... more) {
        String[] command = {"export", "--model", file("model.json"), "--to", "lammps", "--out", file("out")};
        String[] all = Arrays.copyOf(command, command.length + more.length);
        System.arraycopy(more, 0, all, command.length, more.length);
        return Program.json(all);
    }

    @Test
    void lammpsComputesTheForcesOfTheModel() throws IOException, InterruptedException {
        Path lammps = Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(directory -> Path.of(directory).resolve("lmp"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
        assumeTrue(lammps != null, "LAMMPS (lmp) must be on PATH, found none");
        train("honeycomb:4x4,periodic", "morse:D=1,a=1.5,r0=1");
        assertTrue(export("--system", "honeycomb:8x8,periodic")
                        .get("maxForceError")
                        .doubleValue()
                <= 1e-11);
        Path log = folder.resolve("out/log.txt");
        Process run = new ProcessBuilder(lammps.toString(), "-in", "in.hamgraph", "-log", "none")
                .directory(folder.resolve("out").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertTrue(run.waitFor(60, TimeUnit.SECONDS), "LAMMPS must end");
        assertEquals(0, run.exitValue(), () -> {
            try {
                return Files.readString(log);
            } catch (IOException e) {
                return e.toString();
            }
        });
        JsonNode answer = Program.json(
                "evaluate",
                "--model",
                file("model.json"),
                "--system",
                file("out/system.data") + ",periodic",
                "--trajectory",
                file("out/run.dump"));
        assertEquals(11, answer.get("frames").intValue());
        assertEquals(128, answer.get("nodes").intValue());
        assertTrue(answer.get("relativeForceError").doubleValue() <= BOUND, answer.toString());
        assertTrue(answer.get("relativeForceError").doubleValue() > 0, "an error of exactly 0 is no measurement");
    }

    @Test
    void tablesHoldTheModelAndReachBeyondItsRange() throws IOException {
        train("cubic:2x2x2", "spring:k=10,l=1");
        JsonNode answer = export("--system", "cubic:2x2x2");
        assertEquals(1, answer.get("bondTypes").intValue());
        // Learned from samples with a ridge; few of them are near the largest momentum.
        assertTrue(answer.get("maxVelocityError").doubleValue() < 1e-7, answer.toString());
        String[] lines = Files.readString(folder.resolve("out/bonds.table")).split("\n");
        int points = answer.get("points").intValue();
        assertEquals("# bond_style table spline " + points, lines[0]);
        assertEquals("BOND-1", lines[2]);
        assertTrue(lines[3].startsWith("N " + points + " FP "), lines[3]);
        assertEquals(5 + points, lines.length);
        String[] first = lines[5].split(" ");
        String[] last = lines[4 + points].split(" ");
        for (String[] row : new String[][] {first, last}) {
            double r = Double.parseDouble(row[1]);
            assertEquals(5 * (r - 1) * (r - 1), Double.parseDouble(row[2]), 1e-6, "energy at " + r);
            assertEquals(-10 * (r - 1), Double.parseDouble(row[3]), 1e-6, "force at " + r);
        }
        assertTrue(Double.parseDouble(first[1]) < 0.6 && Double.parseDouble(last[1]) > 1.6);
    }

    @Test
    void withoutASystemThereIsATableForEverySpecies() throws IOException {
        train("chain:8", "spring:k=10,l=1");
        JsonNode answer = export();
        assertEquals(2, answer.get("files").size());
        assertTrue(answer.get("maxVelocityError").isNull());
        String input = Files.readString(folder.resolve("out/in.hamgraph"));
        assertTrue(input.contains("bond_coeff 1 bonds.table BOND-1\n"), input);
        assertFalse(input.contains("read_data"), input);
    }

    @Test
    void whatCannotBeWrittenIsRefused() {
        train("chain:8", "spring:k=10,l=1");
        export();
        String[] again = {"export", "--model", file("model.json"), "--to", "lammps", "--out", file("out")};
        Program.run(again)
                .assertRefused(
                        "--out must not exist yet, found " + file("out/bonds.table") + "; use --force to replace it");
        again[4] = "gromacs";
        Program.run(again).assertRefused("--to must be lammps, found gromacs");
    }
}
