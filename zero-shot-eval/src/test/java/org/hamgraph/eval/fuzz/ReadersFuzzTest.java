package org.hamgraph.eval.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.zip.GZIPInputStream;
import org.hamgraph.eval.plan.PlanFile;
import org.hamgraph.eval.plan.PotentialSpec;
import org.hamgraph.eval.plan.SystemSpec;
import org.hamgraph.eval.run.Checkpoint;
import org.hamgraph.hgn.io.ModelFile;
import org.hamgraph.sim.io.GraphMl;
import org.hamgraph.sim.io.LammpsData;
import org.hamgraph.sim.io.NumpyArrays;
import org.hamgraph.sim.io.TrajectoryFiles;

/**
 * Every reader on any bytes: it reads them or refuses them by its own exception that names the file, and takes no more
 * memory than the bytes account for. The corpus of each lies in {@code ReadersFuzzTestInputs}; with {@code
 * JAZZER_FUZZ=1} one of them is fuzzed.
 */
class ReadersFuzzTest {
    private static final String LONG = "10m";
    /** What an archive may unpack to beyond 64 MiB, times its size; none of the corpus comes near. */
    private static final long MOST_UNPACKED = 300;

    @FuzzTest(maxDuration = LONG)
    void modelFile(byte[] data) throws IOException {
        AnyBytes.read("model.json", data, ModelFile::read);
        AnyBytes.read("model.json", Seals.model(data), ModelFile::read);
    }

    @FuzzTest(maxDuration = LONG)
    void checkpoint(byte[] data) throws IOException {
        AnyBytes.read("run.checkpoint", data, Checkpoint::read);
        AnyBytes.read("run.checkpoint", Seals.checkpoint(data), Checkpoint::read);
    }

    @FuzzTest(maxDuration = LONG)
    void planFile(byte[] data) throws IOException {
        AnyBytes.read("plan.yaml", data, PlanFile::read);
    }

    @FuzzTest(maxDuration = LONG)
    void lammpsData(byte[] data) throws IOException {
        AnyBytes.read("system.data", data, LammpsData::read);
    }

    @FuzzTest(maxDuration = LONG)
    void graphMl(byte[] data) throws IOException {
        AnyBytes.read("system.graphml", data, GraphMl::read);
    }

    @FuzzTest(maxDuration = LONG)
    void lammpsDump(byte[] data) throws IOException {
        AnyBytes.read("run.dump", data, ReadersFuzzTest::trajectory);
    }

    @FuzzTest(maxDuration = LONG)
    void packedDump(byte[] data) throws IOException {
        AnyBytes.read("run.dump.gz", data, unpacked(data), ReadersFuzzTest::trajectory);
    }

    @FuzzTest(maxDuration = LONG)
    void extendedXyz(byte[] data) throws IOException {
        AnyBytes.read("run.extxyz", data, ReadersFuzzTest::trajectory);
    }

    @FuzzTest(maxDuration = LONG)
    void numpyArchive(byte[] data) throws IOException {
        AnyBytes.read("run.npz", data, MOST_UNPACKED * data.length, ReadersFuzzTest::trajectory);
    }

    /** An archive in memory, as another program answers. */
    @FuzzTest(maxDuration = LONG)
    void numpyMessage(byte[] data) throws IOException {
        AnyBytes.read(
                "message.npz",
                data,
                MOST_UNPACKED * data.length,
                file -> NumpyArrays.read(Files.readAllBytes(file), file.toString()));
    }

    /** Names on the command line are refused by IllegalArgumentException. */
    @FuzzTest(maxDuration = LONG)
    void names(byte[] data) throws IOException {
        String text = new String(data, StandardCharsets.UTF_8);
        AnyBytes.name(text, PotentialSpec::parse);
        // Sizes that fit a command line, but not this memory, are no fault.
        if (text.length() < 40 && !text.matches(".*\\d{3}.*") && !SystemSpec.isFile(text)) {
            AnyBytes.name(text, name -> {
                try {
                    return new SystemSpec(name, 1, 1, OptionalDouble.empty(), OptionalDouble.empty(), 1)
                            .resolve(Optional.empty());
                } catch (IOException e) {
                    return null;
                }
            });
        }
    }

    private static long unpacked(byte[] data) {
        long count = 0;
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(data))) {
            for (long n = in.skip(1 << 16); n > 0; n = in.skip(1 << 16)) {
                count += n;
            }
        } catch (IOException e) {
            // as far as it goes
        }
        return count + data.length;
    }

    private static Object trajectory(Path file) throws IOException {
        int dim = TrajectoryFiles.dimension(file);
        return TrajectoryFiles.read(file, TrajectoryFiles.bodies(file), dim);
    }
}
