package org.hamgraph.eval.cli;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.hamgraph.eval.run.Checkpoint;
import org.hamgraph.eval.run.ConservationLog;
import org.hamgraph.eval.run.Rollout;
import org.hamgraph.eval.run.RolloutResult;
import org.hamgraph.eval.run.RunState;
import org.hamgraph.hgn.model.RangeCounter;
import org.hamgraph.phase.BodySystem;
import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.sim.io.TrajectoryWriter;
import org.hamgraph.support.GrowingFile;
import org.hamgraph.support.PendingFile;

/**
 * What a run leaves behind: the trajectory with the forces of its energy, the log, and checkpoints that hold how far
 * both were written.
 */
final class Recording implements Rollout.Recorder, Rollout.Checkpoints, Closeable {
    private final RunOptions how;
    private final Map<String, String> settings;
    private final SeparableHamiltonian hamiltonian;
    private final Optional<RangeCounter> range;
    private final Optional<Checkpoint> from;
    private final double[] forces;
    private TrajectoryWriter out;
    private ConservationLog log;
    private long recorded = -1;
    private long kept = -1;

    private Recording(
            RunOptions how,
            Map<String, String> settings,
            SeparableHamiltonian hamiltonian,
            Optional<RangeCounter> range,
            Optional<Checkpoint> from) {
        this.how = how;
        this.settings = settings;
        this.hamiltonian = hamiltonian;
        this.range = range;
        this.from = from;
        this.forces = new double[hamiltonian.layout().half()];
    }

    /**
     * Starts a recording, or goes on with one from its checkpoint.
     *
     * @param how what is to be written
     * @param settings everything that determines the run
     * @param system system that is run
     * @param hamiltonian energy whose forces are written
     * @param range counts how far the run leaves what a model saw
     */
    static Recording open(
            RunOptions how,
            Map<String, String> settings,
            BodySystem system,
            SeparableHamiltonian hamiltonian,
            Optional<RangeCounter> range)
            throws IOException {
        Optional<Checkpoint> from =
                how.checkpoints() && how.resumes() ? Optional.of(Checkpoint.read(how.checkpoint())) : Optional.empty();
        Recording recording = new Recording(how, settings, hamiltonian, range, from);
        if (from.isPresent()) {
            recording.goOn();
        } else if (how.checkpoints()) {
            // An old checkpoint goes before the files it speaks of.
            Files.deleteIfExists(how.checkpoint());
        }
        if (!recording.complete()) {
            recording.openFiles(system);
        }
        return recording;
    }

    private void goOn() {
        from.get().requireSettings(how.checkpoint(), settings);
        if (how.steps() < step()) {
            throw new IllegalArgumentException("--steps must be at least " + step() + ", the step of "
                    + how.checkpoint() + ", found " + how.steps());
        }
        recorded = step();
        kept = step();
        range.ifPresent(counter -> counter.restore(from.get().counts()));
    }

    private void openFiles(BodySystem system) throws IOException {
        List<PendingFile.Mark> marks = from.map(Checkpoint::files).orElse(List.of());
        out = how.writer(system.graph(), system.box(), marks.stream().findFirst());
        try {
            log = how.log(hamiltonian, marks.stream().skip(1).findFirst());
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Returns the step the run goes on from. */
    private int step() {
        return from.map(checkpoint -> checkpoint.run().step()).orElse(0);
    }

    /** Returns whether there is nothing left to do. */
    private boolean complete() {
        return from.isPresent() && step() == how.steps() && how.finished();
    }

    /**
     * Runs, and completes the files.
     *
     * @throws ArithmeticException if a state is no longer finite; the message says where what was recorded is
     */
    RolloutResult run(Rollout rollout, Optional<SeparableHamiltonian> truth, IntConsumer progress) throws IOException {
        try {
            RolloutResult result = how.checkpoints()
                    ? rollout.run(hamiltonian, truth, this, progress, this)
                    : rollout.run(hamiltonian, truth, Optional.empty(), this, progress);
            commit();
            return result;
        } catch (ArithmeticException e) {
            ArithmeticException stopped = new ArithmeticException(e.getMessage() + keepUnfinished());
            stopped.initCause(e);
            throw stopped;
        }
    }

    /** Returns what was run, for a message, as in {@code "400 steps of 8 bodies, 7 springs"}. */
    String done(BodySystem system) {
        String steps = how.steps() + " steps of " + system.graph();
        return step() == how.steps() ? steps + ", all before" : step() > 0 ? steps + ", from " + step() + " on" : steps;
    }

    @Override
    public void record(long step, double[] y, Optional<double[]> truth) throws IOException {
        range.ifPresent(counter -> counter.add(y));
        if (out != null) {
            hamiltonian.force(y, forces, 0);
            out.write(step, step * how.dt(), y, forces);
        }
        if (log != null) {
            log.record(step, step * how.dt(), y);
        }
        recorded = step;
    }

    @Override
    public int every() {
        return how.checkpointEvery();
    }

    @Override
    public Optional<RunState> last() {
        return from.map(Checkpoint::run);
    }

    /** The files are on the disk before the checkpoint that speaks of them. */
    @Override
    public void keep(RunState state) throws IOException {
        double[] counts = range.map(RangeCounter::counts).orElse(new double[0]);
        new Checkpoint(settings, state, marks(), counts).write(how.checkpoint());
        kept = state.step();
    }

    private List<PendingFile.Mark> marks() throws IOException {
        List<PendingFile.Mark> marks = new ArrayList<>();
        if (out != null) {
            marks.add(out.mark());
        }
        if (log != null) {
            marks.add(log.mark());
        }
        return marks;
    }

    private void commit() throws IOException {
        if (out != null) {
            out.commit();
        }
        if (log != null) {
            log.commit();
        }
    }

    /** Leaves a run that stopped early behind as far as it came, and returns where. */
    private String keepUnfinished() throws IOException {
        if (recorded < 0 || out == null && log == null) {
            return "";
        }
        String place = "; what was recorded up to step " + recorded + " is in ";
        if (!how.checkpoints()) {
            commit();
            return place + (out == null ? how.log() : how.out());
        }
        marks();
        return place
                + GrowingFile.part(how.out())
                + (kept < 0
                        ? ", there is no checkpoint yet"
                        : ", the checkpoint of step " + kept + " is " + how.checkpoint());
    }

    @Override
    public void close() throws IOException {
        try {
            if (out != null) {
                out.close();
            }
        } finally {
            if (log != null) {
                log.close();
            }
        }
    }
}
