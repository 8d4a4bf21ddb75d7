package org.hamgraph.law;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What docs/laws.md shows is what is compiled and run here. */
class GuideTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void theExampleIsTheOneThatRuns() throws IOException {
        String guide = Files.readString(ROOT.resolve("docs/laws.md"));
        int from = guide.indexOf("```java") + "```java".length();
        String shown = squeezed(guide.substring(from, guide.indexOf("```", from)));
        String source = Files.readString(
                ROOT.resolve("invariance-testkit/src/test/java/org/hamgraph/law/junit/OwnModelTest.java"));
        assertEquals(shown, squeezed(source.substring(source.indexOf("class OwnModelTest"))));
    }

    @Test
    void allLawsAreInTheGuide() throws IOException {
        String guide = Files.readString(ROOT.resolve("docs/laws.md"));
        Laws.all().forEach(law -> assertTrue(guide.contains("`" + law.name() + "`"), law.name()));
    }
}
