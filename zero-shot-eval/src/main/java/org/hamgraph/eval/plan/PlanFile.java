package org.hamgraph.eval.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hamgraph.support.FileFormatException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * Plans as YAML files. Unknown keys are refused; the message names the line.
 *
 * @since 0.1
 */
public final class PlanFile {
    private static final long LARGEST = 1L << 20;
    private static final YAMLMapper YAML = YAMLMapper.builder(
                    YAMLFactory.builder().build())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();

    private PlanFile() {}

    /** Returns the plan that runs when none is given: LAMMPS cubic lattices from 8 to 4096 bodies. */
    public static ZeroShotPlan builtIn() {
        try (InputStream in = PlanFile.class.getResourceAsStream("built-in.yaml")) {
            return YAML.readValue(in, ZeroShotPlan.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a plan; the files it names are taken relative to its folder.
     *
     * @param file YAML file
     * @throws FileFormatException if it breaks a rule
     * @throws IOException if it cannot be read
     */
    public static ZeroShotPlan read(Path file) throws IOException {
        String text = text(file);
        try {
            if (text.lines().allMatch(line -> line.isBlank() || line.strip().startsWith("#"))) {
                throw new FileFormatException(file, "a plan must not be empty");
            }
            return YAML.readValue(text, ZeroShotPlan.class);
        } catch (UnrecognizedPropertyException e) {
            String key = e.getPropertyName();
            throw fault(
                    file, lineOf(key, text), "a key must be one of " + e.getKnownPropertyIds() + ", found " + key, e);
        } catch (MismatchedInputException e) {
            String key = e.getPath().stream()
                    .map(JacksonException.Reference::getPropertyName)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("."));
            String rule = "key " + key + " must hold " + kind(e.getTargetType()) + ", found something else";
            throw fault(file, lineOf(key.substring(key.lastIndexOf('.') + 1), text), rule, e);
        } catch (DatabindException e) {
            String rule =
                    e.getCause() == null ? e.getOriginalMessage() : e.getCause().getMessage();
            String word = rule.split("\\s")[0];
            throw fault(file, lineOf(word.substring(word.lastIndexOf('.') + 1), text), rule, e);
        } catch (JacksonException e) {
            throw fault(file, Math.max(1, e.getLocation().getLineNr()), e.getOriginalMessage(), e);
        }
    }

    private static String text(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new FileFormatException(
                    file, "a plan must be at most " + LARGEST + " bytes, found " + Files.size(file));
        }
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            FileFormatException fault = new FileFormatException(file, "a plan must be UTF-8, found other bytes");
            fault.initCause(e);
            throw fault;
        }
    }

    private static String kind(Class<?> type) {
        if (type == String.class) {
            return "a text";
        }
        if (type == Double.class) {
            return "a number";
        }
        if (type == Integer.class || type == Long.class) {
            return "a whole number";
        }
        return type == List.class ? "a list" : "keys and values";
    }

    /**
     * Returns the first line that sets a key; 0 if there is none. The parser itself knows lines only of where it
     * stopped.
     */
    private static long lineOf(String key, String text) {
        Pattern setting = Pattern.compile("[\\s{,-]*\"?" + Pattern.quote(key) + "\"?\\s*:.*");
        long line = 0;
        for (String content : text.lines().toList()) {
            line++;
            if (setting.matcher(content).matches()) {
                return line;
            }
        }
        return 0;
    }

    private static FileFormatException fault(Path file, long line, String rule, JacksonException cause) {
        String oneLine = rule.lines().findFirst().orElse("the content must be YAML");
        FileFormatException fault =
                line == 0 ? new FileFormatException(file, oneLine) : new FileFormatException(file, line, "", oneLine);
        fault.initCause(cause);
        return fault;
    }

    /**
     * Returns a plan as text, every key stated.
     *
     * @param plan plan
     */
    public static String text(ZeroShotPlan plan) {
        return YAML.writeValueAsString(plan);
    }
}
