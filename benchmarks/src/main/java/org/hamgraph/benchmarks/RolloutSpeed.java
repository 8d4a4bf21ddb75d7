package org.hamgraph.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hamgraph.hgn.model.RangeReport;
import org.hamgraph.hgn.model.TrainedHgn;
import org.hamgraph.phase.SeparableHamiltonian;
import org.hamgraph.sim.integrate.Stepper;
import org.hamgraph.sim.integrate.StormerVerlet;
import org.hamgraph.support.Checks;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/**
 * Moves a cubic lattice of springs by Störmer–Verlet steps, after a warm-up, and prints one line of JSON; {@code
 * peers/lammps.sh} compares such lines with those of other programs.
 *
 * <p>Learned energies are trained first, on the lattice of eight bodies; that is no part of the time. The system
 * property {@code hamgraph.sweep} is repeated in the line as its path, {@code default} without one.
 */
@Command(
        name = "rollout-speed",
        description = "Moves a cubic lattice of springs and prints steps per second as one line of JSON.")
public final class RolloutSpeed implements Callable<Integer> {
    @Option(names = "--nodes-per-side", defaultValue = "16", description = "bodies along an axis (${DEFAULT-VALUE})")
    private int side;

    @Option(
            names = "--energy",
            defaultValue = "compiled",
            description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}); small letters will do")
    private EnergyForm form;

    @Option(names = "--width", defaultValue = "64", description = "units of a learned energy (${DEFAULT-VALUE})")
    private int width;

    @Option(names = "--threads", defaultValue = "1", description = "most threads (${DEFAULT-VALUE})")
    private int threads;

    @Option(names = "--steps", defaultValue = "1000", description = "steps that are timed (${DEFAULT-VALUE})")
    private int steps;

    @Option(names = "--warm-up", defaultValue = "1000", description = "steps before them (${DEFAULT-VALUE})")
    private int warmUp;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "choose steps and warm-up so that the time is about this, instead of stating them")
    private Double aim;

    @Option(names = "--start", paramLabel = "DIR", description = "read the state to start from, else draw it")
    private Path start;

    @Option(
            names = "--reference-steps",
            defaultValue = "0",
            description = "steps before the warm-up, after which the state is compared with the reference beside the"
                    + " start; 0 for none (${DEFAULT-VALUE})")
    private int referenceSteps;

    @Option(
            names = "--write-start",
            paramLabel = "DIR",
            description = "write start and reference to files instead of running")
    private Path directory;

    @Option(names = "--lammps", description = "with --write-start: write the data file of LAMMPS too")
    private boolean lammps;

    private RolloutSpeed() {}

    /** Starts the program; exit code 2 for bad arguments. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs the program and returns its exit code. */
    static int run(String... args) {
        return new CommandLine(new RolloutSpeed())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, given) -> refuse(e))
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    if (e instanceof IllegalArgumentException) {
                        return refuse(e);
                    }
                    throw e;
                })
                .execute(args);
    }

    private static int refuse(Exception e) {
        System.err.println("rollout-speed: " + e.getMessage());
        return CommandLine.ExitCode.USAGE;
    }

    @Override
    public Integer call() throws IOException {
        Checks.atLeast(threads, 1, "number of threads");
        Checks.atLeast(steps, 1, "number of steps");
        Checks.atLeast(warmUp, 0, "steps of warm-up");
        if (aim != null) {
            Checks.positive(aim, "seconds");
        }
        Checks.atLeast(referenceSteps, 0, "steps to the reference");
        if (referenceSteps > 0 && start == null && directory == null) {
            throw new IllegalArgumentException(
                    "--reference-steps must go with --start or --write-start, found " + referenceSteps + " without");
        }
        Lattice lattice = new Lattice(side);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("program", "hamgraph");
        line.put("nodes", lattice.graph().nodes());
        line.put("edges", lattice.graph().edges());
        if (directory != null) {
            RolloutFiles.write(lattice, referenceSteps, lammps, Files.createDirectories(directory));
            line.put("directory", directory.toString());
        } else {
            run(lattice, line);
        }
        System.out.println(JsonMapper.builder().build().writeValueAsString(line));
        return CommandLine.ExitCode.OK;
    }

    private void run(Lattice lattice, Map<String, Object> line) throws IOException {
        TrainedHgn model = form.learned() ? Lattice.train(width) : null;
        long begin = System.nanoTime();
        SeparableHamiltonian hamiltonian = form.on(lattice, model);
        double bindSeconds = seconds(begin);
        double[] y = start == null ? lattice.start() : RolloutFiles.start(lattice, start);
        Stepper stepper = new StormerVerlet().start(hamiltonian, y, Lattice.STEP, threads);
        line.put("energyForm", form.label());
        line.put("path", System.getProperty("hamgraph.sweep", "default"));
        line.put("width", form.learned() ? width : 0);
        line.put("threads", threads);
        if (referenceSteps > 0) {
            stepper.advance(referenceSteps);
            compare(hamiltonian, y, RolloutFiles.reference(lattice, start), line);
        }
        if (aim == null) {
            stepper.advance(warmUp);
        } else {
            warmUp(stepper);
        }
        begin = System.nanoTime();
        stepper.advance(steps);
        double seconds = seconds(begin);
        line.put("bindSeconds", bindSeconds);
        line.put("warmUp", warmUp);
        line.put("steps", steps);
        line.put("seconds", seconds);
        line.put("nodeStepsPerSecond", (double) lattice.graph().nodes() * steps / seconds);
        line.put("energy", finite(hamiltonian.energy(y)));
        line.put("checksum", checksum(y));
        if (form.learned()) {
            line.put(
                    "edgesOutside",
                    RangeReport.of(model, lattice.graph(), lattice.box(), new double[][] {y})
                            .edgesOutside());
        }
        PeakMemory.residentMegabytes().ifPresent(peak -> line.put("peakMegabytes", peak));
    }

    /** Doubles the number of steps until they take half the time, which also tells how many fill it. */
    private void warmUp(Stepper stepper) {
        warmUp = 0;
        double seconds = 0;
        int chunk = 1;
        while (seconds < 0.5 * aim) {
            chunk = warmUp + 1;
            long begin = System.nanoTime();
            stepper.advance(chunk);
            seconds = seconds(begin);
            warmUp += chunk;
        }
        steps = (int) Math.max(1, Math.round(chunk * aim / seconds));
    }

    private void compare(SeparableHamiltonian hamiltonian, double[] y, double[] reference, Map<String, Object> line) {
        int half = y.length / 2;
        line.put("referenceSteps", referenceSteps);
        line.put("referenceEnergy", finite(hamiltonian.energy(y)));
        line.put("positionError", largestDifference(y, reference, 0, half));
        line.put("momentumError", largestDifference(y, reference, half, y.length));
    }

    private static double finite(double energy) {
        if (!Double.isFinite(energy)) {
            throw new ArithmeticException("energy must be finite after every run, found " + energy);
        }
        return energy;
    }

    private static double largestDifference(double[] a, double[] b, int from, int to) {
        double largest = 0;
        for (int k = from; k < to; k++) {
            largest = Math.max(largest, Math.abs(a[k] - b[k]));
        }
        return largest;
    }

    /** Returns the sum of all positions. */
    private static double checksum(double[] y) {
        double sum = 0;
        for (int k = 0; k < y.length / 2; k++) {
            sum += y[k];
        }
        return sum;
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) * 1e-9;
    }
}
