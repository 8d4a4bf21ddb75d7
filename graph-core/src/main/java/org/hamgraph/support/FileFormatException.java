package org.hamgraph.support;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file whose content breaks a rule. The message is one line: file, line, field, rule and what was found.
 *
 * <pre>{@code
 * chain.dump.gz, line 12, column vx: a velocity must be finite, found NaN
 * }</pre>
 *
 * @since 0.1
 */
public final class FileFormatException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * Describes a fault of a file as a whole.
     *
     * @param file file that was read
     * @param rule what must hold and what was found
     */
    public FileFormatException(Path file, String rule) {
        super(file + ": " + oneLine(rule));
    }

    /**
     * Describes a fault at a line.
     *
     * @param file file that was read
     * @param line line number, from 1
     * @param field section, column or key; may be empty
     * @param rule what must hold and what was found
     */
    public FileFormatException(Path file, long line, String field, String rule) {
        super(file + ", line " + line + (field.isEmpty() ? "" : ", " + oneLine(field)) + ": " + oneLine(rule));
    }

    /** What is quoted from a file may hold line feeds and codes that terminals obey. */
    private static String oneLine(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
