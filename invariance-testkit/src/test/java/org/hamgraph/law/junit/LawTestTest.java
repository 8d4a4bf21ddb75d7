package org.hamgraph.law.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.sim.io.GraphMl;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Events;

class LawTestTest {
    private static Events run(String method) {
        return EngineTestKit.engine("junit-jupiter")
                .selectors(selectMethod(HalfTheForce.class, method, LawCase.class.getName()))
                .execute()
                .testEvents();
    }

    @Test
    void everyLawIsATestAndABrokenOneNamesASmallCounterExample() throws IOException {
        List<String> messages = new ArrayList<>();
        Events events = run("halfTheForce");
        events.failed().stream()
                .forEach(event -> messages.add(event.getTestDescriptor().getDisplayName() + " "
                        + event.getRequiredPayload(TestExecutionResult.class)
                                .getThrowable()
                                .orElseThrow()
                                .getMessage()));
        assertEquals(3, events.started().count());
        assertEquals(1, messages.size(), messages::toString);
        Path folder = Path.of("target", "law-test", "HalfTheForce", "halfTheForce");
        Path graph = folder.resolve("gradient.graphml");
        assertTrue(messages.get(0).startsWith("gradient gradient: deviation must be at most "), messages.get(0));
        assertTrue(
                messages.get(0).endsWith("; see " + folder.resolve("gradient.extxyz") + " and " + graph),
                messages.get(0));
        BodySystem smallest = GraphMl.read(graph);
        assertEquals("2 bodies, 1 springs", smallest.graph().toString());
    }

    @Test
    void unknownLawsAreRefused() {
        assertEquals(0, run("unknown").started().count());
    }
}
