package org.hamgraph.eval.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hamgraph.eval.io.Json;
import org.hamgraph.law.Laws;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class CheckTest {
    private static final String[] SYSTEM = {"--system", "random:N=6,d=3,cutoff=0.9", "--tries", "3", "--json"};

    @TempDir
    private Path folder;

    private static String external(String way) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return "'" + java + "' -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path") + "' "
                + SpringsProgram.class.getName() + " '" + way + "'";
    }

    private static Program check(String... options) {
        List<String> words = new ArrayList<>(List.of("check"));
        words.addAll(List.of(SYSTEM));
        words.addAll(List.of(options));
        return Program.run(words.toArray(String[]::new));
    }

    private static Set<String> broken(JsonNode answer) {
        Set<String> names = new TreeSet<>();
        answer.get("laws").forEach(row -> {
            if (!row.get("holds").booleanValue()) {
                names.add(row.get("law").stringValue());
            }
        });
        return names;
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole", "potential"})
    void externalSpringsObeyEveryLaw(String way) {
        Program program = check("--external", external(way));
        assertEquals(0, program.exit(), program.err());
        JsonNode answer = Json.MAPPER.readTree(program.out());
        assertEquals(Laws.all().size(), answer.get("laws").size());
        assertTrue(answer.get("rotation").doubleValue() < 1e-13, program.out());
    }

    @Test
    void aProgramThatForgetsOneEndIsFoundOutAndACounterExampleSaved() throws IOException {
        Path found = folder.resolve("found");
        Program program = check("--external", external("one end"), "--save", found.toString());
        assertEquals(1, program.exit());
        assertEquals(
                Set.of("permutation", "gradient", "momentum", "angularMomentum", "symplecticity", "energyOrder"),
                broken(Json.MAPPER.readTree(program.out())));
        assertTrue(Files.size(found.resolve("momentum.graphml")) > 0);
        assertTrue(
                program.err()
                        .contains("see " + found.resolve("momentum.extxyz") + " and "
                                + found.resolve("momentum.graphml")),
                program.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"whole", "potential", "one end"})
    void archivesSayTheSameAsLines(String way) {
        Program lines = check("--external", external(way));
        Program archives = check("--external", external("npz " + way), "--form", "npz");
        assertEquals(lines.exit(), archives.exit(), archives.err());
        assertEquals(lines.out(), archives.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "npz leave | program must answer every state, found that it ended with status 3",
                "nonsense | answer of the program must have a line with the number of bytes of an archive, found Segmentation",
                "npz short | answer of the program: array forces: shape must be [6, 3], found [1, 3]",
                "npz no energy | answer of the program: array energy: it must be there, found none",
                "npz not a number | answer of the program: array energy: numbers must be finite, found NaN at place 0",
                "npz cut | program must read and answer every state, found that it ended with status 0",
                "npz not packed | answer of the program: an archive must hold arrays, found none"
            })
    void wrongArchivesAreRefused(String way, String message) {
        Program program = check("--external", external(way), "--form", "npz");
        assertEquals(2, program.exit());
        assertTrue(program.err().contains(message), program.err());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "leave | program must answer every state, found that it ended with status 3",
                "nonsense | answer of the program must have a JSON object, found Segmentation fault",
                "short | answer of the program must have forces [6 x 3], found {\"energy\": 1, \"forces\": [[0, 0, 0]]}"
            })
    void wrongAnswersAreRefused(String way, String message) {
        Program program = check("--external", external(way));
        assertEquals(2, program.exit());
        assertTrue(program.err().contains(message), program.err());
    }

    @Test
    void lawsCanBeChosen() {
        Program program =
                check("--external", external("one end"), "--laws", "rotation,momentum", "--except", "momentum");
        assertEquals(0, program.exit(), program.err());
        JsonNode answer = Json.MAPPER.readTree(program.out());
        assertEquals(1, answer.get("laws").size());
        assertTrue(answer.get("permutation").isNull());
        check("--external", "true", "--laws", "weather")
                .assertRefused("law must be one of permutation, translation, rotation, reflection, timeReversal, "
                        + "repeatability, galileanBoost, gradient, momentum, angularMomentum, symplecticity, energyOrder, "
                        + "extensivity, locality, zeroShotConsistency, found weather");
        check().assertRefused("one of --model and --external must be given, found neither");
        check("--model", "model.json", "--form", "npz")
                .assertRefused("--form must go with --external, found it with --model");
    }
}
