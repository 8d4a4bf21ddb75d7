package org.hamgraph.eval.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hamgraph.support.FileFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {
    @TempDir
    private Path folder;

    private static final String GOOD = """
            train:
              system: chain:8
              potential: spring:k=10,l=1
            sizes:
              - system: chain:64
            """;

    private ZeroShotPlan read(String text) throws IOException {
        Path file = folder.resolve("plan.yaml");
        Files.writeString(file, text);
        return PlanFile.read(file);
    }

    private void refused(String text, String message) {
        FileFormatException fault = assertThrows(FileFormatException.class, () -> read(text));
        assertEquals(folder.resolve("plan.yaml") + message, fault.getMessage());
    }

    @Test
    void missingKeysGetTheirDefaults() throws IOException {
        ZeroShotPlan plan = read(GOOD);
        assertEquals(1L, plan.seed());
        assertEquals(100, plan.train().samples());
        assertEquals(64, plan.network().width());
        assertEquals(1000, plan.rollout().steps());
        assertEquals(5, plan.sizes().get(0).samples());
        assertEquals(new ZeroShotPlan.Scaling("chain", 100_000), plan.scaling());
    }

    @Test
    void theScalingRunTakesTheFamilyOfTheLastNamedSizeElseOfTheTrainingSystem() throws IOException {
        assertEquals(
                "square,periodic",
                read(GOOD + "  - system: square:4x4,periodic\n  - system: random:N=64\n")
                        .scaling()
                        .family());
        assertEquals(
                "chain", read(GOOD.replace("chain:64", "melt.data")).scaling().family());
        ZeroShotPlan unnamed = read(GOOD.replace("chain:64", "melt.data").replace("chain:8", "small.data"));
        assertEquals(null, unnamed.scaling().family());
        assertEquals(List.of(), unnamed.scaling().ladder());
        assertEquals(unnamed, read(PlanFile.text(unnamed)));
        assertEquals("cubic", PlanFile.builtIn().scaling().family());
    }

    @Test
    void theScalingRunCanBeStated() throws IOException {
        ZeroShotPlan plan = read(GOOD + "scaling: {family: 'square,periodic', maxNodes: 5000}\n");
        assertEquals(new ZeroShotPlan.Scaling("square,periodic", 5000), plan.scaling());
        assertEquals(plan, read(PlanFile.text(plan)));
        assertEquals(
                new ZeroShotPlan.Scaling("square,periodic", 0),
                plan.withMaxNodes(0).scaling());
        assertEquals(plan.scaling(), plan.withSeed(7).relativeTo(folder).scaling());
    }

    @Test
    void aScalingRunThatBreaksARuleIsNamedWithItsLine() {
        refused(
                GOOD + "scaling:\n  maxNodes: 12\n",
                ", line 7: scaling.maxNodes must be at least 1000, or 0 for no scaling run, found 12");
        refused(
                GOOD + "scaling:\n  family: cube\n",
                ", line 7: scaling.family must be chain, ring, square, cubic, triangular or honeycomb, then ,periodic (not"
                        + " a ring) and ,d=3 (a space of more dimensions) if wanted, found cube");
        refused(
                GOOD + "scaling:\n  max-nodes: 4000\n",
                ", line 7: a key must be one of [family, maxNodes], found max-nodes");
    }

    @Test
    void aPlanWrittenWithItsDefaultsReadsAsItself() throws IOException {
        ZeroShotPlan plan = read(GOOD);
        assertEquals(plan, read(PlanFile.text(plan)));
        assertEquals(PlanFile.builtIn(), read(PlanFile.text(PlanFile.builtIn())));
    }

    @Test
    void filesAreTakenRelativeToThePlan() throws IOException {
        ZeroShotPlan plan = read(GOOD.replace("chain:64", "big.data")).relativeTo(folder);
        assertEquals(folder.resolve("big.data").toString(), plan.sizes().get(0).system());
        assertEquals("chain:8", plan.train().system());
    }

    @Test
    void anUnknownKeyIsNamedWithItsLine() {
        refused(
                GOOD + "network:\n  wdith: 32\n",
                ", line 7: a key must be one of [width, sampling, activation, solver], found wdith");
    }

    @Test
    void aValueThatBreaksARuleIsNamed() {
        refused(GOOD + "network:\n  width: 0\n", ", line 7: network.width must be at least 1, found 0");
        refused(
                GOOD + "rollout:\n  integrator: rk4\n",
                ", line 7: integrator must be one of stormer-verlet, yoshida4, symplectic-euler, implicit-midpoint,"
                        + " found rk4");
    }

    @Test
    void aMissingPartIsNamed() {
        refused("sizes:\n  - system: chain:64\n", ": key train must be given, found nothing");
    }

    @Test
    void anEmptyItemIsNamed() {
        refused(GOOD + "  -\n", ": key sizes[1] must be given, found nothing");
    }

    @Test
    void anEmptyPlanIsRefused() {
        refused("", ": a plan must not be empty");
        refused("# nothing yet\n", ": a plan must not be empty");
    }

    @Test
    void aValueOfTheWrongKindIsNamed() {
        refused("train:\n  system: [chain:8]\n", ", line 2: key train.system must hold a text, found something else");
        refused(
                GOOD + "network:\n  width: wide\n",
                ", line 7: key network.width must hold a whole number, found something else");
        refused(GOOD + "rollout: fast\n", ", line 6: key rollout must hold keys and values, found something else");
    }

    @Test
    void brokenYamlIsNamedWithItsLine() {
        FileFormatException fault = assertThrows(FileFormatException.class, () -> read("train:\n  system: 'chain:8\n"));
        assertTrue(fault.getMessage().startsWith(folder.resolve("plan.yaml") + ", line "), fault.getMessage());
        assertEquals(1, fault.getMessage().lines().count());
    }
}
