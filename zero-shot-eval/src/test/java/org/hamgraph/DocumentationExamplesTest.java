package org.hamgraph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.hamgraph.eval.cli.Main;
import org.hamgraph.eval.plan.PlanFile;
import org.hamgraph.eval.plan.ZeroShotPlan;
import org.hamgraph.graph.Body;
import org.hamgraph.graph.Box;
import org.hamgraph.graph.CompiledGraph;
import org.hamgraph.graph.Spring;
import org.hamgraph.graph.Structure;
import org.hamgraph.hgn.model.HgnTrainer;
import org.hamgraph.hgn.model.TrainedHgn;
import org.hamgraph.hgn.model.TrainerOptions;
import org.hamgraph.phase.PhaseDataset;
import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.sim.data.InitialStates;
import org.hamgraph.sim.data.SampledStates;
import org.hamgraph.sim.force.SpringHamiltonian;
import org.jgrapht.Graph;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of the documents, compiled and run; each stands in its document word for word. */
class DocumentationExamplesTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    @TempDir
    private Path folder;

    @Test
    void theReadmesProgramLearnsTheSprings() throws IOException {
        // README
        Structure lattice = Structure.cubic(2, 2, 2, false);
        Graph<Body, Spring> structure = lattice.graph(1.0, 10.0, 1.0); // JGraphT: edit, inspect, export
        CompiledGraph graph = CompiledGraph.of(structure); // then compute
        InitialStates states = InitialStates.around(graph, Box.open(3), lattice.positions(1.0), 0.25, 0.75);
        PhaseDataset data =
                SampledStates.independent(states, SpringHamiltonian.of(graph, Box.open(3)), 1, "training states", 100);

        TrainedHgn model = HgnTrainer.fit(data, TrainerOptions.defaults()); // no iteration anywhere

        CompiledGraph large = Structure.cubic(16, 16, 16, false).compile(1.0, 10.0, 1.0);
        SeparableHamiltonian learned = model.compiledOn(large, Box.open(3)); // a Hamiltonian like any other
        // end

        Structure grid = Structure.cubic(16, 16, 16, false);
        double[] y = InitialStates.around(large, Box.open(3), grid.positions(1.0), 0.1, 0.3)
                .draw(1, "test states", 0);
        double truth = SpringHamiltonian.of(large, Box.open(3)).energy(y);
        assertEquals(truth, learned.energy(y), 1e-9 * truth);
    }

    @Test
    void theReadmeShowsTheProgramAboveWordForWord() throws IOException {
        Path source = ROOT.resolve("zero-shot-eval/src/test/java/org/hamgraph/DocumentationExamplesTest.java");
        List<String> lines = Files.readAllLines(source);
        int from = lines.indexOf("        // README") + 1;
        int to = lines.indexOf("        // end");
        String squeezed = squeeze(String.join("\n", lines.subList(from, to)));
        assertTrue(to > from + 5
                && squeeze(Files.readString(ROOT.resolve("README.md"))).contains(squeezed));
    }

    /** The formatter decides about white space in sources, a reader's eye in documents. */
    private static String squeeze(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void thePlanInTheFormatsPageRuns() throws IOException {
        String page = Files.readString(ROOT.resolve("docs/formats.md"));
        int from = page.indexOf("```yaml\n") + "```yaml\n".length();
        Path file = folder.resolve("plan.yaml");
        Files.writeString(file, page.substring(from, page.indexOf("```", from)));
        ZeroShotPlan plan = PlanFile.read(file);
        assertEquals("square:3x3", plan.train().system());
        assertEquals(2, plan.sizes().size());
        assertEquals(0.75, plan.train().velocity());
    }

    @Test
    void theProgramsVersionIsStated() {
        StringWriter out = new StringWriter();
        assertEquals(0, Main.run(new PrintWriter(out, true), new PrintWriter(out, true), "--version"));
        assertTrue(out.toString().startsWith("hamgraph "));
    }
}
