package org.hamgraph.law.junit;

import org.hamgraph.sim.force.MorseHamiltonian;
import org.hamgraph.sim.force.SpringHamiltonian;

/** The example of the guide: one's own model, all laws, ten lines. */
class OwnModelTest {
    @LawTest
    void springs(LawCase law) {
        law.holdsFor(SpringHamiltonian::of);
    }

    @LawTest(systems = 20, bodies = 12, except = "symplecticity", seed = 5)
    void morse(LawCase law) {
        law.holdsFor((graph, box) -> MorseHamiltonian.of(graph, box, 1, 1.5));
    }
}
