package org.hamgraph.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hamgraph.hgn.kernel.Kernels;
import org.hamgraph.support.Checks;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.json.JsonMapper;

/**
 * Solves one least-squares problem, once cold and some times warm, and prints one line of JSON; {@code peers/lstsq}
 * compares such lines with those of other programs.
 *
 * <p>The problem: the energy of Hénon and Heiles from exact gradients at uniform points, in tanh units from pairs of
 * points.
 */
@Command(
        name = "least-squares",
        description = "Solves the energy of Hénon and Heiles by least squares and prints one line of JSON.")
public final class LeastSquares implements Callable<Integer> {
    private static final int[] HASHED_THREADS = {1, 2};

    @Option(names = "--points", defaultValue = "25000", description = "points, four rows each (${DEFAULT-VALUE})")
    private int points;

    @Option(names = "--width", defaultValue = "1024", description = "columns (${DEFAULT-VALUE})")
    private int width;

    @Option(names = "--seed", defaultValue = "1", description = "seed of points and units (${DEFAULT-VALUE})")
    private long seed;

    @Option(
            names = "--form",
            defaultValue = "structured",
            description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE}); small letters will do")
    private Form form;

    @Option(names = "--repeats", defaultValue = "3", description = "warm solutions after the first (${DEFAULT-VALUE})")
    private int repeats;

    @Option(names = "--threads", description = "most threads (all processors)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--hash", description = "print a hash of the coefficients for 1 and 2 threads instead of times")
    private boolean hash;

    @Option(names = "--write", paramLabel = "DIR", description = "write the problem to files instead of solving it")
    private Path directory;

    private LeastSquares() {}

    /** Starts the program; exit code 2 for bad arguments. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs the program and returns its exit code. */
    static int run(String... args) {
        return new CommandLine(new LeastSquares())
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
        System.err.println("least-squares: " + e.getMessage());
        return CommandLine.ExitCode.USAGE;
    }

    @Override
    public Integer call() throws IOException {
        Checks.atLeast(repeats, 0, "number of warm solutions");
        Checks.atLeast(threads, 1, "number of threads");
        Problem problem = new Problem(points, width, seed);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("program", form == Form.EJML ? "ejml" : "hamgraph");
        line.put("form", form.label());
        line.put("points", points);
        line.put("rows", problem.rows());
        line.put("columns", width);
        line.put("seed", seed);
        if (directory != null) {
            ProblemFiles.write(problem, Files.createDirectories(directory));
            line.put("directory", directory.toString());
        } else if (hash) {
            hashes(problem, line);
        } else {
            times(problem, line);
        }
        System.out.println(JsonMapper.builder().build().writeValueAsString(line));
        return CommandLine.ExitCode.OK;
    }

    private void times(Problem problem, Map<String, Object> line) throws IOException {
        double[] assemble = new double[1 + repeats];
        double[] solve = new double[1 + repeats];
        Form.Solution last = null;
        for (int k = 0; k <= repeats; k++) {
            last = form.solve(problem, threads);
            assemble[k] = last.assembleSeconds();
            solve[k] = last.solveSeconds();
        }
        line.put("threads", form == Form.EJML ? 1 : threads);
        line.put("kernels", form == Form.EJML ? "none" : Kernels.suitedTo(width).name());
        line.put("assembleSeconds", assemble);
        line.put("solveSeconds", solve);
        line.put("relativeEnergyError", problem.relativeEnergyError(last.coefficients()));
        line.put("method", last.method());
        line.put("reason", last.reason());
        line.put("peakHeapMegabytes", PeakMemory.heapMegabytes());
        PeakMemory.residentMegabytes().ifPresent(peak -> line.put("peakMegabytes", peak));
    }

    private void hashes(Problem problem, Map<String, Object> line) {
        Map<Integer, String> found = new LinkedHashMap<>();
        for (int count : HASHED_THREADS) {
            found.put(count, hash(form.solve(problem, count).coefficients()));
        }
        line.put("kernels", form == Form.EJML ? "none" : Kernels.suitedTo(width).name());
        line.put("sha256", found);
        line.put("equal", found.values().stream().distinct().count() == 1);
    }

    private static String hash(double[] coefficients) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(ProblemFiles.bytes(coefficients)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256, found none", e);
        }
    }
}
