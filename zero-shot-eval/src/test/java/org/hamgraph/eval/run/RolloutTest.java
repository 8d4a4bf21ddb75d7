package org.hamgraph.eval.run;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hamgraph.eval.plan.PotentialSpec;
import org.hamgraph.eval.plan.SystemSpec;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.sim.integrate.Integrator;
import org.hamgraph.sim.integrate.Integrators;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that goes on from a checkpoint is the run that never stopped. */
class RolloutTest {
    private static final int EVERY = 4;
    private static final int KEEP = 6;

    @TempDir
    private Path folder;

    private static BodySystem system() throws IOException {
        return new SystemSpec("square:3x3", 1.3, 1, OptionalDouble.of(0.2), OptionalDouble.of(0.5), 5)
                .resolve(Optional.empty())
                .system();
    }

    private static SeparableHamiltonian energy(String potential) throws IOException {
        return PotentialSpec.parse(potential).hamiltonian(system().graph(), system().box());
    }

    private static final SeparableHamiltonian MAIN;
    private static final SeparableHamiltonian TRUTH;

    static {
        try {
            MAIN = energy("morse:D=1,a=1.5,r0=1");
            TRUTH = energy("spring:k=4,l=1");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps everything it is shown, checkpoints through a file. */
    private class Memory implements Rollout.Recorder, Rollout.Checkpoints {
        private final Map<Long, double[]> states = new TreeMap<>();
        private final Map<Long, double[]> truths = new TreeMap<>();
        private final List<Integer> kept = new ArrayList<>();
        private final Optional<RunState> last;
        private final Path file = folder.resolve("checkpoint");

        Memory(Optional<RunState> last) {
            this.last = last;
        }

        @Override
        public void record(long step, double[] y, Optional<double[]> truth) {
            assertEquals(null, states.put(step, y.clone()), "a state is recorded once");
            truth.ifPresent(beside -> truths.put(step, beside.clone()));
        }

        @Override
        public int every() {
            return KEEP;
        }

        @Override
        public Optional<RunState> last() {
            return last;
        }

        @Override
        public void keep(RunState state) throws IOException {
            kept.add(state.step());
            new Checkpoint(Map.of(), state, List.of(), new double[0]).write(file);
        }

        RunState read() throws IOException {
            return Checkpoint.read(file).run();
        }
    }

    static Stream<Integrator<? super SeparableHamiltonian>> integrators() {
        return Integrators.forSeparable().stream();
    }

    private static Rollout rollout(Integrator<? super SeparableHamiltonian> integrator, int steps, int threads)
            throws IOException {
        return new Rollout(system(), integrator, 0.02, steps, EVERY, threads);
    }

    private static void assertSame(RolloutResult wanted, RolloutResult found) {
        assertEquals(wanted.steps(), found.steps());
        assertEquals(wanted.relativePositionError(), found.relativePositionError());
        assertEquals(wanted.relativeEnergyDrift(), found.relativeEnergyDrift());
        assertEquals(wanted.trueRelativeEnergyDrift(), found.trueRelativeEnergyDrift());
        assertEquals(wanted.momentumError(), found.momentumError());
        assertEquals(wanted.angularMomentumError(), found.angularMomentumError());
    }

    private static void assertSame(Map<Long, double[]> wanted, Map<Long, double[]> found) {
        assertEquals(wanted.keySet(), found.keySet());
        wanted.forEach((step, y) -> assertArrayEquals(y, found.get(step), "step " + step));
    }

    @ParameterizedTest
    @MethodSource("integrators")
    void twiceTheStepsAreTheStepsAndTheStepsAgain(Integrator<? super SeparableHamiltonian> integrator)
            throws IOException {
        for (Optional<SeparableHamiltonian> truth :
                List.of(Optional.<SeparableHamiltonian>empty(), Optional.of(TRUTH))) {
            Memory whole = new Memory(Optional.empty());
            RolloutResult wanted = rollout(integrator, 24, 1).run(MAIN, truth, whole, done -> {}, whole);
            Memory half = new Memory(Optional.empty());
            rollout(integrator, 12, 2).run(MAIN, truth, half, done -> {}, half);
            Memory rest = new Memory(Optional.of(half.read()));
            RolloutResult found = rollout(integrator, 24, 2).run(MAIN, truth, rest, done -> {}, rest);
            assertSame(wanted, found);
            half.states.putAll(rest.states);
            half.truths.putAll(rest.truths);
            assertSame(whole.states, half.states);
            assertSame(whole.truths, half.truths);
            assertEquals(List.of(6, 12, 18, 24), whole.kept);
            assertEquals(List.of(18, 24), rest.kept);
        }
    }

    @ParameterizedTest
    @MethodSource("integrators")
    void aCheckpointBetweenTwoRecordedStatesServesAlso(Integrator<? super SeparableHamiltonian> integrator)
            throws IOException {
        Memory whole = new Memory(Optional.empty());
        RolloutResult wanted = rollout(integrator, 24, 1).run(MAIN, Optional.of(TRUTH), whole, done -> {}, whole);
        RunState[] at18 = new RunState[1];
        Memory stopped = new Memory(Optional.empty()) {
            @Override
            public void keep(RunState state) throws IOException {
                super.keep(state);
                if (state.step() == 18) {
                    at18[0] = read();
                }
            }
        };
        rollout(integrator, 24, 1).run(MAIN, Optional.of(TRUTH), stopped, done -> {}, stopped);
        Memory rest = new Memory(Optional.of(at18[0]));
        assertSame(wanted, rollout(integrator, 24, 1).run(MAIN, Optional.of(TRUTH), rest, done -> {}, rest));
        assertEquals(List.of(20L, 24L), List.copyOf(rest.states.keySet()));
        assertArrayEquals(whole.states.get(24L), rest.states.get(24L));
    }

    @Test
    void aStateThatIsOffByOneBitIsNoticed() throws IOException {
        Memory whole = new Memory(Optional.empty());
        Integrator<? super SeparableHamiltonian> integrator = Integrators.named("stormer-verlet");
        RolloutResult wanted = rollout(integrator, 24, 1).run(MAIN, Optional.of(TRUTH), whole, done -> {}, whole);
        rollout(integrator, 12, 1).run(MAIN, Optional.of(TRUTH), new Memory(Optional.empty()), done -> {}, whole);
        RunState state = whole.read();
        List<UnaryOperator<double[]>> faults = List.of(
                y -> {
                    y[3] = Math.nextUp(y[3]);
                    return y;
                },
                y -> y.clone());
        for (int k = 0; k < faults.size(); k++) {
            RunState.LaneState lane = state.lanes().get(0);
            RunState.LaneState changed =
                    new RunState.LaneState(faults.get(k).apply(lane.y().clone()), lane.monitor(), lane.nanoseconds());
            Memory rest = new Memory(Optional.of(
                    new RunState(state.step(), List.of(changed, state.lanes().get(1)))));
            RolloutResult found = rollout(integrator, 24, 1).run(MAIN, Optional.of(TRUTH), rest, done -> {}, rest);
            boolean same = found.relativePositionError().equals(wanted.relativePositionError());
            assertEquals(k == 1, same, "only the state itself gives the same error");
        }
    }

    @Test
    void aFinishedRunAnswersAgainWithoutAStep() throws IOException {
        Memory whole = new Memory(Optional.empty());
        Integrator<? super SeparableHamiltonian> integrator = Integrators.named("yoshida4");
        RolloutResult wanted = rollout(integrator, 12, 1).run(MAIN, Optional.of(TRUTH), whole, done -> {}, whole);
        Memory again = new Memory(Optional.of(whole.read()));
        RolloutResult found = rollout(integrator, 12, 1).run(MAIN, Optional.of(TRUTH), again, done -> {}, again);
        assertEquals(wanted, found, "the time it took also");
        assertTrue(again.states.isEmpty() && again.kept.isEmpty());
        assertEquals(
                "steps of a run that goes on from a checkpoint must be at least 12, found 11",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> rollout(integrator, 11, 1)
                                        .run(MAIN, Optional.of(TRUTH), again, done -> {}, again))
                        .getMessage());
    }

    @Test
    void checkpointsChangeNoResult() throws IOException {
        Integrator<? super SeparableHamiltonian> integrator = Integrators.named("stormer-verlet");
        Memory kept = new Memory(Optional.empty());
        Memory plain = new Memory(Optional.empty());
        RolloutResult with = rollout(integrator, 23, 1).run(MAIN, Optional.of(TRUTH), kept, done -> {}, kept);
        RolloutResult without =
                rollout(integrator, 23, 2).run(MAIN, Optional.of(TRUTH), Optional.empty(), plain, done -> {});
        assertSame(without, with);
        assertSame(plain.states, kept.states);
        assertEquals(List.of(6, 12, 18, 23), kept.kept);
        assertEquals(7, without.energies().size());
        assertEquals(7, without.trueEnergies().size());
        assertEquals(List.of(), with.energies());
        assertEquals(without.energies().get(6), MAIN.energy(plain.states.get(23L)), 0);
        assertNotEquals(without.energies().get(0), without.energies().get(6));
    }

    /** Whichever of two threads it is, the message gets through. */
    @Test
    void aRunThatLeavesTheNumbersStopsSoonAndSaysWhere() throws IOException {
        SeparableHamiltonian wild = energy("fput:k=1,alpha=0.25,beta=9,l=1");
        for (int threads : new int[] {1, 2}) {
            Memory memory = new Memory(Optional.empty());
            Rollout rollout = new Rollout(
                    system(), Integrators.named("stormer-verlet"), 5, 2_000_000_000, 2_000_000_000, threads);
            String message = assertThrows(
                            ArithmeticException.class,
                            () -> rollout.run(TRUTH, Optional.of(wild), Optional.empty(), memory, done -> {}))
                    .getMessage();
            assertTrue(
                    message.matches("non-finite state at step \\d+00 \\(t = .*\\): [qp] of body .*; try dt below 2.5"),
                    message);
            assertEquals(1, memory.states.size());
        }
    }
}
