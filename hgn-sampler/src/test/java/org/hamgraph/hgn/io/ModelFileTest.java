package org.hamgraph.hgn.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Structure;
import org.hamgraph.hgn.PairTruth;
import org.hamgraph.hgn.TrainingSystem;
import org.hamgraph.hgn.model.HgnTrainer;
import org.hamgraph.hgn.model.TrainedHgn;
import org.hamgraph.hgn.model.TrainerOptions;
import org.hamgraph.hgn.sample.Activation;
import org.hamgraph.phase.Hamiltonian;
import org.hamgraph.support.FileFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelFileTest {
    private static final Path NAME = Path.of("model.json");

    @TempDir
    private Path folder;

    static Stream<TrainedHgn> models() {
        TrainingSystem gas = TrainingSystem.of(
                Structure.square(2, 2, false), CompiledGraph.builder(4).build(), PairTruth.SPRING);
        TrainingSystem ring = TrainingSystem.springs(Structure.chain(5, true));
        TrainerOptions options = TrainerOptions.defaults();
        return Stream.of(
                SampleModels.small(),
                SampleModels.rich(),
                HgnTrainer.fit(gas.data(20, 1), options),
                HgnTrainer.fit(ring.data(20, 1), options.withActivation(Activation.SINE)));
    }

    /** Relu units that nothing switches on are zero columns, which makes the condition infinite. */
    private static TrainedHgn withInfiniteCondition() {
        TrainingSystem square = TrainingSystem.springs(Structure.square(2, 2, false));
        TrainerOptions options = TrainerOptions.defaults().withActivation(Activation.RELU);
        return HgnTrainer.fit(square.data(100, 1), options);
    }

    private byte[] written(TrainedHgn model) throws IOException {
        Path file = folder.resolve("written.json");
        ModelFile.write(file, model);
        return Files.readAllBytes(file);
    }

    @ParameterizedTest
    @MethodSource("models")
    void whatIsReadIsWhatWasWritten(TrainedHgn model) throws IOException {
        byte[] file = written(model);
        TrainedHgn read = ModelFile.read(folder.resolve("written.json"));
        assertArrayEquals(model.coefficients(), read.coefficients(), 0);
        assertEquals(model.network().features(), read.network().features());
        assertEquals(model.bodyTails(), read.bodyTails());
        assertEquals(model.edgeTails(), read.edgeTails());
        assertEquals(model.energyPerBody(), read.energyPerBody(), 0);
        assertEquals(model.report(), read.report());
        assertEquals(model.provenance(), read.provenance());
        assertArrayEquals(file, written(read));
    }

    @Test
    void predictionsAreTheSameToTheBit() throws IOException {
        TrainedHgn model = SampleModels.rich();
        TrainedHgn read = ModelFile.parse(NAME, written(model));
        TrainingSystem system = SampleModels.unlike();
        for (double[] y : system.states(20, 0.4, 1.5, 3)) {
            double[] wanted = new double[y.length];
            double[] found = new double[y.length];
            model.on(system.graph(), system.box()).gradient(y, wanted);
            read.on(system.graph(), system.box()).gradient(y, found);
            assertArrayEquals(wanted, found, 0);
            double energy = model.compiledOn(system.graph(), system.box()).energy(y);
            assertEquals(energy, read.compiledOn(system.graph(), system.box()).energy(y), 0);
        }
    }

    @Test
    void numbersThatAreNotFiniteAreKeptInReports() throws IOException {
        TrainedHgn model = withInfiniteCondition();
        assertTrue(model.report().solves().stream().anyMatch(solve -> Double.isInfinite(solve.condition())));
        assertEquals(model.report(), ModelFile.parse(NAME, written(model)).report());
    }

    @Test
    void everySingleBitCounts() throws IOException {
        byte[] file = written(SampleModels.small());
        for (int k = 0; k < file.length; k++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = file.clone();
                flipped[k] ^= (byte) (1 << bit);
                String place = "byte " + k + ", bit " + bit;
                String message = assertThrows(FileFormatException.class, () -> ModelFile.parse(NAME, flipped), place)
                        .getMessage();
                assertTrue(message.startsWith(NAME + ": "), place + ": " + message);
            }
        }
        assertEquals(
                SampleModels.small().provenance(), ModelFile.parse(NAME, file).provenance());
    }

    @Test
    void everyByteIsNeeded() throws IOException {
        byte[] file = written(SampleModels.small());
        for (int length = 0; length < file.length; length++) {
            byte[] shorter = Arrays.copyOf(file, length);
            assertThrows(FileFormatException.class, () -> ModelFile.parse(NAME, shorter), "length " + length);
            byte[] later = Arrays.copyOfRange(file, file.length - length, file.length);
            assertThrows(FileFormatException.class, () -> ModelFile.parse(NAME, later), "last " + length);
        }
        byte[] longer = Arrays.copyOf(file, file.length + 1);
        longer[file.length] = '\n';
        assertThrows(FileFormatException.class, () -> ModelFile.parse(NAME, longer));
    }

    @Test
    void aChangedDigitIsNamed() throws IOException {
        String text = new String(written(SampleModels.small()), StandardCharsets.US_ASCII);
        Path file = folder.resolve("changed.json");
        Files.writeString(file, text.replaceFirst("\"states\" : 30", "\"states\" : 31"));
        String message = assertThrows(FileFormatException.class, () -> ModelFile.read(file))
                .getMessage();
        String digits = text.substring(text.length() - 68, text.length() - 4);
        assertTrue(message.startsWith(file + ": sha256 must be "), message);
        assertTrue(message.endsWith(", found " + digits + ": the file was changed after it was written"), message);
    }

    @Test
    void anotherFileIsRefused() throws IOException {
        Path file = folder.resolve("other.json");
        Files.writeString(file, "{}\n");
        assertEquals(
                file + ": a model file must end with its sha256, found another ending",
                assertThrows(FileFormatException.class, () -> ModelFile.read(file))
                        .getMessage());
        assertThrows(NoSuchFileException.class, () -> ModelFile.read(folder.resolve("missing.json")));
    }

    @Test
    void anExistingFileIsReplacedWholeAndNothingElseIsLeft() throws IOException {
        Path file = folder.resolve("deeper").resolve("model.json");
        ModelFile.write(file, SampleModels.rich());
        ModelFile.write(file, SampleModels.small());
        assertEquals(SampleModels.small().provenance(), ModelFile.read(file).provenance());
        assertEquals(List.of(file), list(file.getParent()));
    }

    @Test
    void aFileThatCannotBeReplacedStaysAsItWas() throws IOException {
        // A folder that is not empty takes the place of the file.
        Path inside = folder.resolve("model.json").resolve("inside.txt");
        Files.createDirectories(inside.getParent());
        Files.writeString(inside, "kept");
        assertThrows(IOException.class, () -> ModelFile.write(folder.resolve("model.json"), SampleModels.small()));
        assertEquals("kept", Files.readString(inside));
        assertEquals(List.of(folder.resolve("model.json")), list(folder));
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void theFileIsTextAPersonCanRead() throws IOException {
        String text = new String(written(SampleModels.small()), StandardCharsets.UTF_8);
        assertTrue(text.startsWith("{\n  \"kind\" : \"hamgraph-model\",\n  \"format\" : 3,\n  \"provenance\" : {\n"));
        assertTrue(text.matches("(?s).*,\n  \"sha256\" : \"[0-9a-f]{64}\"\n}\n"));
        assertFalse(text.contains("\r") || text.contains("\t"));
    }

    /** Text of a resource beside this class. */
    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ModelFileTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    @Test
    void aFileOfFormatOneKeepsLoadingAndPredicting() throws IOException {
        TrainedHgn model = ModelFile.parse(NAME, resource("model-format-1.json"));
        TrainingSystem system = SampleModels.unlike();
        Hamiltonian h = model.on(system.graph(), system.box());
        List<String[]> lines = new String(resource("model-format-1.csv"), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split(","))
                .toList();
        double[] y = lines.stream()
                .skip(1)
                .mapToDouble(field -> Double.parseDouble(field[0]))
                .toArray();
        double[] wanted = lines.stream()
                .skip(1)
                .mapToDouble(field -> Double.parseDouble(field[1]))
                .toArray();
        double[] found = new double[36];
        h.vectorField(y, found);
        assertArrayEquals(wanted, found, 1e-12);
        assertEquals(Double.parseDouble(lines.get(0)[1]), h.energy(y), 1e-12);
        assertEquals(30, model.provenance().states());
        assertEquals("17.0.15", model.provenance().java());
        assertEquals(4, model.report().blocks().size());
        assertTrue(model.report().forceError() > 0);
    }
}
