package org.hamgraph.eval.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.hamgraph.eval.plan.SystemSpec;
import org.hamgraph.eval.run.LammpsExport;
import org.hamgraph.hgn.io.ModelFile;
import org.hamgraph.phase.BodySystem;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code export}: a learned pair function for other programs. */
@Command(
        name = "export",
        description =
                "Writes the learned energies of edges as tables for another program, with an input that uses them.",
        footer = {
            "",
            "Examples:",
            "  hamgraph export --model model.json --to lammps --out lammps",
            "  hamgraph export --model model.json --system cubic:32x32x32 --to lammps --out lammps && cd lammps && lmp -in"
                    + " in.hamgraph"
        })
final class ExportCommand extends Verb {
    private static final double VELOCITY_BOUND = 1e-6;

    @Option(names = "--model", required = true, paramLabel = "FILE", description = "Model to export.")
    private Path model;

    @Option(names = "--to", required = true, paramLabel = "PROGRAM", description = "lammps.")
    private String program;

    @ArgGroup(exclusive = false)
    private SystemOptions system;

    @Option(names = "--out", required = true, paramLabel = "FOLDER", description = "Folder for the files.")
    private Path out;

    @Override
    public Integer call() throws IOException {
        if (!program.equals("lammps")) {
            throw new IllegalArgumentException("--to must be lammps, found " + program);
        }
        Optional<BodySystem> given = Optional.empty();
        if (system != null) {
            SystemSpec.Resolved resolved = system.resolve(seed(), Optional.empty());
            given = Optional.of(resolved.system());
        }
        LammpsExport export = new LammpsExport(ModelFile.read(model), given);
        for (Path file : export.files(out)) {
            checkFree(file);
        }
        Files.createDirectories(out);
        LammpsExport.Result result = export.write(out);
        if (!(result.maxForceError() <= LammpsExport.TOLERANCE)) {
            warn("tables must agree with the model to " + LammpsExport.TOLERANCE + " of the largest force, found "
                    + result.maxForceError());
        }
        if (result.maxVelocityError() != null && result.maxVelocityError() > VELOCITY_BOUND) {
            warn("LAMMPS moves bodies with p/m, which must be the model's velocity to " + VELOCITY_BOUND + ", found "
                    + result.maxVelocityError());
        }
        print(result);
        return 0;
    }
}
