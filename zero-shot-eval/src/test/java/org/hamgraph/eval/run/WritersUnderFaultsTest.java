package org.hamgraph.eval.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.hamgraph.eval.io.FaultDrill;
import org.hamgraph.eval.io.FaultyFiles;
import org.hamgraph.eval.io.FaultyFiles.Fault;
import org.hamgraph.eval.io.FaultyFiles.Stopped;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Structure;
import org.hamgraph.hgn.io.ModelFile;
import org.hamgraph.hgn.model.HgnTrainer;
import org.hamgraph.hgn.model.TrainedHgn;
import org.hamgraph.hgn.model.TrainerOptions;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.phase.PhaseLayout;
import org.hamgraph.phase.PhaseState;
import org.hamgraph.sim.data.InitialStates;
import org.hamgraph.sim.data.SampledStates;
import org.hamgraph.sim.force.SpringHamiltonian;
import org.hamgraph.sim.io.GraphMl;
import org.hamgraph.sim.io.LammpsBondTables;
import org.hamgraph.sim.io.LammpsData;
import org.hamgraph.sim.io.TrajectoryFiles;
import org.hamgraph.sim.io.TrajectoryWriter;
import org.hamgraph.support.AtomicFiles;
import org.hamgraph.support.GrowingFile;
import org.hamgraph.support.PendingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every writer of the project on a disk that fails at its first call, its second, and so on. */
class WritersUnderFaultsTest {
    private static final int STEPS = 4;
    private static final Structure SQUARE = Structure.square(2, 2, false);
    private static final CompiledGraph GRAPH = SQUARE.compile(1, 10, 1);
    private static final Box BOX = Box.open(2);
    private static final SpringHamiltonian SPRINGS = SpringHamiltonian.of(GRAPH, BOX);
    private static final InitialStates STATES = InitialStates.around(GRAPH, BOX, SQUARE.positions(1), 0.25, 0.75);
    private static final List<TrainedHgn> MODELS = List.of(model(1), model(2));
    private static final List<LammpsBondTables> TABLES = List.of(tables(1), tables(2));

    @TempDir
    private Path folder;

    private static TrainedHgn model(long seed) {
        return HgnTrainer.fit(
                SampledStates.independent(STATES, SPRINGS, seed, "training states", 20),
                TrainerOptions.defaults().withWidth(2).withSeed(seed));
    }

    private static LammpsBondTables tables(double k) {
        return LammpsBondTables.of(
                List.of(new LammpsBondTables.Bond("spring", r -> k * (r - 1) * (r - 1) / 2, r -> -k * (r - 1), 0.5, 2)),
                1e-3);
    }

    private static double[] state(int step) {
        return STATES.draw(1, "states", step);
    }

    private static BodySystem system(int version) {
        return new BodySystem(GRAPH, BOX, PhaseState.copyOf(SPRINGS.layout(), state(version)));
    }

    private static BodySystem inSpace(int version) {
        CompiledGraph graph = Structure.cubic(2, 2, 2, false).compile(1, 10, 1);
        double[] rest = Structure.cubic(2, 2, 2, false).positions(1);
        InitialStates states = InitialStates.around(graph, Box.open(3), rest, 0.2, 0.2);
        return new BodySystem(
                graph, Box.open(3), PhaseState.copyOf(new PhaseLayout(8, 3), states.draw(1, "states", version)));
    }

    private static void write(TrajectoryWriter writer, int version) throws IOException {
        try (writer) {
            double[] forces = new double[SPRINGS.layout().half()];
            for (int k = 0; k <= version; k++) {
                double[] y = state(10 * version + k);
                SPRINGS.force(y, forces, 0);
                writer.write(k, 0.1 * k, y, forces);
            }
            writer.commit();
        }
    }

    private static Checkpoint checkpoint(int step, List<PendingFile.Mark> marks) {
        RunState.LaneState lane = new RunState.LaneState(state(step), new double[] {step}, 0);
        return new Checkpoint(
                Map.of("--dt", "0.1"), new RunState(step, List.of(lane)), marks, new double[] {1.0 / (1 + step)});
    }

    private static void log(PendingFile file, int version) throws IOException {
        try (ConservationLog log = new ConservationLog(file, SPRINGS)) {
            log.record(version, version, state(version));
            log.commit();
        }
    }

    static Stream<Arguments> writers() {
        Stream<Arguments> trajectories = Stream.of("dump", "dump.gz", "extxyz", "extxyz.gz", "npz")
                .flatMap(ending -> Stream.of(
                        writer(
                                "trajectory." + ending,
                                (in, version) -> write(
                                        TrajectoryFiles.writer(in.resolve("run." + ending), GRAPH, BOX, true),
                                        version)),
                        writer(
                                "growing." + ending,
                                (in, version) -> write(
                                        TrajectoryFiles.growing(in.resolve("run." + ending), GRAPH, BOX, true),
                                        version))));
        return Stream.concat(
                trajectories,
                Stream.of(
                        writer(
                                "text",
                                (in, version) -> AtomicFiles.writeText(
                                        in.resolve("made").resolve("a.txt"), "version " + version)),
                        writer(
                                "model",
                                (in, version) -> ModelFile.write(in.resolve("model.json"), MODELS.get(version))),
                        writer("graphml", (in, version) -> GraphMl.write(in.resolve("a.graphml"), system(version))),
                        writer(
                                "lammps data",
                                (in, version) -> LammpsData.write(in.resolve("a.data"), inSpace(version))),
                        writer(
                                "lammps data without coefficients",
                                (in, version) ->
                                        LammpsData.writeWithoutCoefficients(in.resolve("a.data"), inSpace(version))),
                        writer(
                                "bond tables",
                                (in, version) -> TABLES.get(version).write(in.resolve("bonds.table"))),
                        writer(
                                "checkpoint",
                                (in, version) -> checkpoint(version, List.of()).write(in.resolve("run.checkpoint"))),
                        writer("log", (in, version) -> log(PendingFile.create(in.resolve("run.csv")), version)),
                        writer("growing log", (in, version) -> log(GrowingFile.begin(in.resolve("run.csv")), version)),
                        writer(
                                "part of a run",
                                (in, version) -> RunFolder.open(in.resolve("run"), "the plan", true, false)
                                        .finishPart("training", "version " + version))));
    }

    private static Arguments writer(String name, FaultDrill.Writer writer) {
        return Arguments.of(name, writer);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("writers")
    void whateverCallFailsFilesAreOldOrNewAndNothingIsLeft(String name, FaultDrill.Writer writer) throws IOException {
        boolean growing = name.startsWith("growing");
        assertEquals(
                List.of(), FaultDrill.complaints(folder, writer, file -> growing && file.endsWith(".part"), 1), name);
    }

    /** Returns whether the drill finds something wrong with a writer. */
    private boolean found(String name, FaultDrill.Writer writer) throws IOException {
        return !FaultDrill.complaints(Files.createDirectory(folder.resolve(name)), writer, file -> false, 1)
                .isEmpty();
    }

    @Test
    void theDrillFindsWritersThatAreWrong() throws IOException {
        assertTrue(found("in place", (in, version) -> Files.writeString(in.resolve("a.txt"), "version " + version)));
        assertTrue(found("not forced", (in, version) -> {
            Path temporary = in.resolve("a.tmp");
            try {
                Files.writeString(temporary, "version " + version);
                Files.move(temporary, in.resolve("a.txt"), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                Files.deleteIfExists(temporary);
                throw new IOException(in + ": " + e.getMessage(), e);
            }
        }));
        assertTrue(found("left over", (in, version) -> {
            try (PendingFile file = GrowingFile.begin(in.resolve("a.txt"))) {
                file.out().write(version);
                file.commit();
            }
        }));
        assertTrue(found("deaf", (in, version) -> {
            try (PendingFile file = PendingFile.create(in.resolve("a.txt"))) {
                try {
                    file.out().write(version);
                } catch (IOException e) {
                    // As a writer that swallows faults would: the new file is not written, and nobody is told.
                    return;
                }
                file.commit();
            }
        }));
    }

    @Test
    void aFaultThatWasOverlookedIsNotCommitted() throws IOException {
        Path target = folder.resolve("a.txt");
        boolean written = false;
        for (int call = 1; !written; call++) {
            Files.deleteIfExists(target);
            try (FaultyFiles layer = FaultyFiles.at(call, Fault.REFUSED)) {
                AtomicFiles.write(layer.of(target), out -> {
                    for (int k = 0; k < 3; k++) {
                        try {
                            out.write(k);
                        } catch (IOException e) {
                            // overlooked
                        }
                    }
                });
                written = !layer.struck();
                assertArrayEquals(new byte[] {0, 1, 2}, Files.readAllBytes(target));
            } catch (IOException e) {
                assertFalse(Files.exists(target));
                assertTrue(e.getMessage().startsWith(folder.toString()), e.getMessage());
            }
        }
    }

    /** A run with checkpoints in the order of {@code rollout}, from the last one if there is one. */
    private static void run(Path in, String ending) throws IOException {
        Path out = in.resolve("run." + ending);
        Path kept = GrowingFile.beside(out, ".checkpoint");
        Optional<Checkpoint> from = Files.exists(kept) ? Optional.of(Checkpoint.read(kept)) : Optional.empty();
        int done = from.map(checkpoint -> checkpoint.run().step()).orElse(-1);
        if (done == STEPS && Files.exists(out) && !Files.exists(GrowingFile.part(out))) {
            return;
        }
        try (TrajectoryWriter writer = from.isPresent()
                ? TrajectoryFiles.resumed(
                        out, GRAPH, BOX, false, from.get().files().get(0))
                : TrajectoryFiles.growing(out, GRAPH, BOX, false)) {
            for (int step = done + 1; step <= STEPS; step++) {
                writer.write(step, 0.1 * step, state(step), null);
                if (step % 2 == 0) {
                    checkpoint(step, List.of(writer.mark())).write(kept);
                }
            }
            writer.commit();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dump.gz", "npz"})
    void aRunThatFailsAnywhereGoesOnToTheSameBytes(String ending) throws IOException {
        Path whole = Files.createDirectory(folder.resolve("whole"));
        run(whole, ending);
        for (Fault fault : Fault.values()) {
            for (boolean powerLost : List.of(false, true)) {
                boolean struck = true;
                for (int call = 1; struck; call++) {
                    String where = fault + ", power lost: " + powerLost + ", call " + call;
                    Path in = Files.createDirectory(folder.resolve(fault + "-" + powerLost + "-" + call));
                    try (FaultyFiles layer = FaultyFiles.at(call, fault)) {
                        try {
                            run(layer.of(in), ending);
                        } catch (IOException | Stopped e) {
                            assertTrue(layer.struck(), where);
                        }
                        struck = layer.struck();
                        if (powerLost) {
                            layer.losePower();
                        }
                    }
                    try (FaultyFiles layer = FaultyFiles.sound()) {
                        run(layer.of(in), ending);
                    }
                    assertArrayEquals(
                            Files.readAllBytes(whole.resolve("run." + ending)),
                            Files.readAllBytes(in.resolve("run." + ending)),
                            where);
                    try (Stream<Path> files = Files.list(in)) {
                        assertEquals(
                                List.of("run." + ending, "run." + ending + ".checkpoint"),
                                files.map(file -> file.getFileName().toString())
                                        .sorted()
                                        .toList(),
                                where);
                    }
                }
            }
        }
    }
}
