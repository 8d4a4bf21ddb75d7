package org.hamgraph.eval.report;

import java.io.IOException;

/**
 * Thrown where the Java runtime has no font to write into pictures with. Everything but pictures still works there.
 *
 * @since 0.1
 */
public final class MissingFontException extends IOException {
    private static final long serialVersionUID = 1L;

    MissingFontException(Throwable cause) {
        super(
                "pictures need a font: install fontconfig and one font such as DejaVu Sans, and start Java with"
                        + " -Djava.awt.headless=true; found " + cause,
                cause);
    }
}
