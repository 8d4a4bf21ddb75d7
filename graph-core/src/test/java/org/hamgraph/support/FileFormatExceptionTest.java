package org.hamgraph.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileFormatExceptionTest {
    @Test
    void aFaultAtALineNamesFileLineAndField() {
        assertEquals(
                "chain.dump.gz, line 12, column vx: a velocity must be finite, found NaN",
                new FileFormatException(
                                Path.of("chain.dump.gz"), 12, "column vx", "a velocity must be finite, found NaN")
                        .getMessage());
    }

    @Test
    void aFaultWithoutAFieldNamesFileAndLine() {
        assertEquals(
                "a.csv, line 1: a header must come first, found 3",
                new FileFormatException(Path.of("a.csv"), 1, "", "a header must come first, found 3").getMessage());
    }

    @Test
    void aFaultOfTheWholeNamesTheFile() {
        FileFormatException fault =
                new FileFormatException(Path.of("demo.hgn"), "a model must have a header, found none");
        assertEquals("demo.hgn: a model must have a header, found none", fault.getMessage());
        assertInstanceOf(IOException.class, fault);
    }
}
