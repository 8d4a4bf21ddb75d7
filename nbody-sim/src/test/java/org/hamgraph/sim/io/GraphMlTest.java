package org.hamgraph.sim.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.Spring;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.support.FileFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a GraphML file may say, and how it is understood. */
class GraphMlTest {
    private static final String GOOD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
            <key id="k1" for="node" attr.name="x" attr.type="double"/>
            <key id="k2" for="node" attr.name="y" attr.type="double"/>
            <key id="k3" for="node" attr.name="vx" attr.type="double"/>
            <key id="k4" for="node" attr.name="mass" attr.type="double"><default>7</default></key>
            <key id="k5" for="all" attr.name="species" attr.type="int"/>
            <key id="k6" for="edge" attr.name="stiffness" attr.type="double"/>
            <key id="k7" for="edge" attr.name="restLength" attr.type="double"/>
            <graph edgedefault="undirected">
            <node id="left"><data key="k1">0.5</data></node>
            <node id="right-one"><data key="k1">1</data><data key="k2">2</data><data key="k3">0.25</data><data key="k4">2</data></node>
            <node id="c"><data key="k1">3</data><data key="k5">1</data></node>
            <edge source="c" target="left"><data key="k6">10</data><data key="k7">0.75</data><data key="k5">2</data></edge>
            <edge source="left" target="right-one"/>
            </graph></graphml>
            """;

    @TempDir
    private Path folder;

    private BodySystem read(String text) throws IOException {
        Path file = folder.resolve("system.graphml");
        Files.writeString(file, text);
        return GraphMl.read(file);
    }

    private String faultOf(String text) {
        return assertThrows(FileFormatException.class, () -> read(text))
                .getMessage()
                .substring(folder.resolve("system.graphml").toString().length());
    }

    @Test
    void nodesAreNumberedAsTheyAppearAndWhatIsLeftOutHasItsDefault() throws IOException {
        BodySystem system = read(GOOD);
        assertArrayEquals(new double[] {7, 2, 7}, system.graph().masses());
        assertEquals(1, system.graph().bodySpecies(2));
        assertEquals(0, system.graph().bodySpecies(0));
        assertEquals(2, system.graph().edges());
        assertEquals(new Spring(0, 1, 1, 1, 0), system.graph().spring(0));
        assertEquals(new Spring(0, 2, 10, 0.75, 2), system.graph().spring(1));
        assertEquals(Box.open(2), system.box());
        assertArrayEquals(
                new double[] {0.5, 0, 1, 2, 3, 0, 0, 0, 0.5, 0, 0, 0},
                system.state().toArray());
    }

    @Test
    void withoutADeclaredDefaultTheMassIsOne() throws IOException {
        assertEquals(1, read(GOOD.replace("<default>7</default>", "")).graph().mass(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ">2</data></node> | >two</data></node> | : node 'right-one', mass: a number must be given, found 'two'",
                ">2</data></node> | >-2</data></node> | : node 'right-one': mass must be positive and finite, found -2.0",
                ">0.25< | >Infinity< | : node 'right-one', vx: a number must be finite, found Infinity",
                ">10< | >0< | : edge 'c'–'left': stiffness must be positive and finite, found 0.0",
                ">0.75< | >-1< | : edge 'c'–'left': restLength must be zero or positive and finite, found -1.0",
                "k5\">1< | k5\">1.5< | : node 'c', species: a species must be 0, 1, 2, …, found 1.5",
                "target=\"right-one\" | target=\"left\" | : edge 'left'–'left': a spring must join two different bodies, found 0 twice",
                "target=\"right-one\" | target=\"c\" | : two bodies may be joined by one spring at most, found two between 0 and 2",
            })
    void faultsAreNamed(String from, String to, String message) {
        assertTrue(GOOD.contains(from), from);
        assertEquals(message, faultOf(GOOD.replace(from, to)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "target=\"right-one\" | target=\"nobody\" | , line 16: | nobody",
                "id=\"c\" | id=\"left\" | , line 13: | left",
                "</graph> | '' | , line 16: | graph",
            })
    void faultsOfTheFormatAreNamedWithTheirLine(String from, String to, String line, String what) {
        String fault = faultOf(GOOD.replace(from, to));
        assertTrue(fault.startsWith(line + " the content must be GraphML, found: "), fault);
        assertTrue(fault.contains(what), fault);
    }

    @Test
    void withoutNodesOrCoordinatesThereIsNoSystem() {
        String empty = GOOD.substring(0, GOOD.indexOf("<node")) + GOOD.substring(GOOD.indexOf("</graph>"));
        assertEquals(": a system must have nodes, found none", faultOf(empty));
        assertEquals(
                ": nodes must have coordinates x, y or z, found none",
                faultOf(GOOD.replace("\"x\"", "\"a\"").replace("\"y\"", "\"b\"")));
    }

    /** A file from elsewhere must neither read other files nor grow without bound. */
    @Test
    void aFileThatDefinesEntitiesIsRefused() throws IOException {
        Path other = folder.resolve("other.txt");
        Files.writeString(other, "42");
        String entity = "<!DOCTYPE graphml [<!ENTITY e SYSTEM \"" + other.toUri() + "\">]>\n<graphml ";
        String fault = faultOf(GOOD.replaceFirst("<graphml ", entity).replace(">0.5<", ">&e;<"));
        assertTrue(fault.startsWith(", line 2: the content must be GraphML, found: "), fault);
        assertTrue(fault.contains("DOCTYPE"), fault);
    }

    @Test
    void bytesThatAreNoTextAreNamed() throws IOException {
        Path file = folder.resolve("system.graphml");
        byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
        bytes[GOOD.indexOf("left")] = (byte) 0xff;
        Files.write(file, bytes);
        String fault = assertThrows(FileFormatException.class, () -> GraphMl.read(file))
                .getMessage();
        assertTrue(fault.startsWith(file + ": the content must be GraphML, found: "), fault);
    }

    @Test
    void aPeriodicSystemIsNotWritten() {
        BodySystem system = Samples.system(3, 2, 1, true, 1);
        IllegalArgumentException refused = assertThrows(
                IllegalArgumentException.class, () -> GraphMl.write(folder.resolve("out.graphml"), system));
        assertEquals("a system in GraphML must be in open space, found " + system.box(), refused.getMessage());
    }
}
