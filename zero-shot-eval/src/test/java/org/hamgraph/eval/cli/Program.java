package org.hamgraph.eval.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import org.hamgraph.eval.io.Json;
import tools.jackson.databind.JsonNode;

/** Runs the program inside the test and keeps what it printed. */
record Program(int exit, String out, String err) {
    static Program run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        return new Program(exit, out.toString(), err.toString());
    }

    /** Runs a verb with {@code --json}, which must succeed. */
    static JsonNode json(String... arguments) {
        String[] withJson = Arrays.copyOf(arguments, arguments.length + 1);
        withJson[arguments.length] = "--json";
        Program program = run(withJson);
        assertEquals(0, program.exit, program.err);
        return Json.MAPPER.readTree(program.out);
    }

    /** Asserts that the program refused its input with exactly this line. */
    void assertRefused(String line) {
        assertEquals(line + System.lineSeparator(), err);
        assertEquals(2, exit);
        assertEquals("", out);
    }
}
