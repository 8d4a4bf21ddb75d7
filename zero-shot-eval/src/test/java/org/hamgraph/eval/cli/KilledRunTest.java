package org.hamgraph.eval.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.hamgraph.support.RandomStreams;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program itself, killed by the system without a word. */
class KilledRunTest {
    private static final int KILLS = 4;

    @TempDir
    private Path folder;

    private List<String> arguments(String name) {
        return List.of(
                "simulate",
                "--system",
                "square:6x6",
                "--potential",
                "morse:D=1,a=1.5,r0=1",
                "--steps",
                "160000",
                "--every",
                "800",
                "--checkpoint-every",
                "1600",
                "--out",
                folder.resolve(name + ".extxyz.gz").toString(),
                "--log",
                folder.resolve(name + ".csv").toString(),
                "--resume");
    }

    private Process start(String name) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.hamgraph.eval.cli.Main"));
        command.addAll(arguments(name));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile())
                .start();
    }

    private byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    @Test
    void killedSeveralTimesItEndsWithTheBytesOfARunThatWasNot() throws Exception {
        Program whole = Program.run(arguments("whole").toArray(String[]::new));
        assertEquals(0, whole.exit(), whole.err());
        RandomGenerator random = RandomStreams.of(1, "moments", 0);
        Path kept = folder.resolve("killed.extxyz.gz.checkpoint");
        byte[] before = new byte[0];
        int kills = 0;
        for (int k = 0; k < KILLS; k++) {
            Process process = start("killed");
            while (process.isAlive() && (!Files.exists(kept) || Arrays.equals(before, Files.readAllBytes(kept)))) {
                Thread.sleep(1);
            }
            Thread.sleep(random.nextInt(30));
            process.destroyForcibly();
            assertTrue(process.waitFor(10, TimeUnit.SECONDS));
            kills += process.exitValue() == 0 ? 0 : 1;
            before = Files.readAllBytes(kept);
        }
        assertTrue(kills > 0, "a run of a hundred checkpoints must be killed before it is done");
        Process last = start("killed");
        assertTrue(last.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, last.exitValue(), () -> said());
        assertTrue(said().contains(", from ") || said().contains(", all before"), said());
        assertArrayEquals(bytes("whole.extxyz.gz"), bytes("killed.extxyz.gz"));
        assertArrayEquals(bytes("whole.csv"), bytes("killed.csv"));
    }

    private String said() {
        try {
            return Files.readString(folder.resolve("said.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
