package org.hamgraph.hgn.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.hamgraph.hgn.model.TrainedHgn;
import org.hamgraph.support.AtomicFiles;
import org.hamgraph.support.FileFormatException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Model files: JSON that a person can read, with every number to the last digit and a checksum over every byte.
 *
 * <p>The last member is {@code sha256}, the SHA-256 of the whole file with its own 64 digits taken as zeros. A file
 * in which any bit was changed is refused. Writing the same model gives the same bytes.
 *
 * @since 0.1
 */
public final class ModelFile {
    private static final String BEFORE_DIGITS = "\"sha256\" : \"";
    private static final String AFTER_DIGITS = "\"\n}\n";
    private static final String NO_DIGITS = "0".repeat(64);
    private static final long LARGEST = 1L << 30;

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .defaultPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")))
            .build();

    private ModelFile() {}

    /**
     * Writes a model; an existing file is replaced whole.
     *
     * @param file file to write
     * @param model model to keep
     * @throws IOException if the file cannot be written; it is then as it was
     */
    public static void write(Path file, TrainedHgn model) throws IOException {
        ObjectNode tree = JSON.valueToTree(ModelDocument.of(model));
        tree.put("sha256", NO_DIGITS);
        String text = JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n";
        byte[] sealed = sealed(text.getBytes(StandardCharsets.UTF_8));
        AtomicFiles.write(file, out -> out.write(sealed));
    }

    /** Returns a whole file with the 64 digits at its end set to what they must be. */
    static byte[] sealed(byte[] text) {
        byte[] result = text.clone();
        int at = digitsAt(text.length);
        Arrays.fill(result, at, at + NO_DIGITS.length(), (byte) '0');
        byte[] digits = sha256(result).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, result, at, digits.length);
        return result;
    }

    /**
     * Reads a model.
     *
     * @param file file written by {@link #write} of this or an earlier release
     * @throws FileFormatException if the file is no model file, was changed or is of a later format
     * @throws IOException if the file cannot be read
     */
    public static TrainedHgn read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            throw new FileFormatException(
                    file, "a model file must be at most 1 GiB, found " + Files.size(file) + " bytes");
        }
        return parse(file, Files.readAllBytes(file));
    }

    /** Reads the content of a file, whose name is for messages only. */
    static TrainedHgn parse(Path file, byte[] text) throws FileFormatException {
        checkDigits(file, text);
        try {
            ObjectNode tree = (ObjectNode) JSON.readTree(text);
            int format = tree.path("format").asInt(0);
            if (format < 1 || format > ModelDocument.FORMAT) {
                throw new FileFormatException(
                        file,
                        "model format must be one this release reads, 1.." + ModelDocument.FORMAT + ", found "
                                + format);
            }
            String kind = tree.path("kind").asString("");
            if (!kind.equals(ModelDocument.KIND)) {
                throw new FileFormatException(file, "kind must be " + ModelDocument.KIND + ", found " + kind);
            }
            tree.remove("sha256");
            if (format == 1) {
                // Format 1 did not say why a solver was used: there was no choice but the user's.
                for (JsonNode solve : tree.path("report").path("solves")) {
                    ((ObjectNode) solve).put("reason", "it was asked for");
                }
            }
            if (format < 3) {
                // Before format 3, springs said which bodies act on each other, and a function went by its network as
                // far
                // as training did.
                tree.putNull("pairs");
                takeOverAtTheEndsOfTraining(tree.path("bodyLayers"));
                takeOverAtTheEndsOfTraining(tree.path("edgeLayers"));
            }
            return JSON.treeToValue(tree, ModelDocument.class).model();
        } catch (JacksonException e) {
            throw incomplete(file, place(e) + e.getOriginalMessage(), e);
        } catch (IllegalArgumentException e) {
            throw incomplete(file, e.getMessage(), e);
        }
    }

    private static void takeOverAtTheEndsOfTraining(JsonNode layers) {
        for (JsonNode layer : layers) {
            if (layer.path("tail") instanceof ObjectNode tail && layer.has("range")) {
                tail.set("takeover", layer.get("range"));
            }
        }
    }

    private static FileFormatException incomplete(Path file, String found, RuntimeException cause) {
        FileFormatException fault = new FileFormatException(
                file, "a model must be complete, found: " + found.lines().collect(Collectors.joining(" ")));
        fault.initCause(cause);
        return fault;
    }

    /** Returns, for example, {@code "edgeLayers/0/weights: "}. */
    private static String place(JacksonException e) {
        String path = e.getPath().stream()
                .map(step -> step.getPropertyName() == null ? String.valueOf(step.getIndex()) : step.getPropertyName())
                .collect(Collectors.joining("/"));
        return path.isEmpty() ? "" : path + ": ";
    }

    private static int digitsAt(int length) {
        return length - AFTER_DIGITS.length() - NO_DIGITS.length();
    }

    private static void checkDigits(Path file, byte[] text) throws FileFormatException {
        int at = digitsAt(text.length);
        if (at < BEFORE_DIGITS.length()
                || !ascii(text, at - BEFORE_DIGITS.length(), at).equals(BEFORE_DIGITS)
                || !ascii(text, at + NO_DIGITS.length(), text.length).equals(AFTER_DIGITS)) {
            throw new FileFormatException(file, "a model file must end with its sha256, found another ending");
        }
        String found = ascii(text, at, at + NO_DIGITS.length());
        String wanted = ascii(sealed(text), at, at + NO_DIGITS.length());
        if (!found.equals(wanted)) {
            throw new FileFormatException(
                    file,
                    "sha256 must be " + wanted + ", found " + found + ": the file was changed after it was written");
        }
    }

    private static String ascii(byte[] text, int from, int to) {
        return new String(text, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must offer SHA-256", e);
        }
    }
}
