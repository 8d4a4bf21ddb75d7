package org.hamgraph.eval.plan;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.hamgraph.support.FileFormatException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
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
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder().build())
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .changeDefaultPropertyInclusion(
                    inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
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
        String text = Files.readString(file);
        try {
            ZeroShotPlan plan = YAML.readValue(text, ZeroShotPlan.class);
            if (plan == null) {
                throw new FileFormatException(file, "a plan must not be empty");
            }
            return plan;
        } catch (UnrecognizedPropertyException e) {
            throw fault(file, e, "a key must be one of " + e.getKnownPropertyIds() + ", found " + e.getPropertyName());
        } catch (JacksonException e) {
            throw fault(file, e, e.getCause() == null ? e.getOriginalMessage() : e.getCause().getMessage());
        }
    }

    private static FileFormatException fault(Path file, JacksonException cause, String rule) {
        String field = cause instanceof DatabindException fault
                ? fault.getPath().stream()
                        .map(step -> step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                        .collect(Collectors.joining("."))
                : "";
        long line = cause.getLocation() == null ? 1 : Math.max(1, cause.getLocation().getLineNr());
        String oneLine = rule.lines().findFirst().orElse("the content must be YAML");
        FileFormatException fault = new FileFormatException(file, line, field.isEmpty() ? "" : "key " + field, oneLine);
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
