package org.hamgraph.eval.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.hamgraph.eval.io.Json;
import org.hamgraph.support.AtomicFiles;
import org.hamgraph.support.FileFormatException;
import org.hamgraph.support.PendingFile;
import tools.jackson.core.JacksonException;

/**
 * The folder of a run and the finished parts in it, which a resumed run takes over.
 *
 * @since 0.1
 */
public final class RunFolder {
    private final Path folder;

    private RunFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Opens a folder for a run.
     *
     * @param folder folder; made if it is missing
     * @param plan text of the resolved plan
     * @param resume whether finished parts in it are taken over
     * @param force whether an earlier run in it may be replaced
     * @throws IllegalArgumentException if the folder holds an earlier run and neither is allowed, or one of another
     *     plan is to be resumed
     * @throws IOException if the folder cannot be read or written
     */
    public static RunFolder open(Path folder, String plan, boolean resume, boolean force) throws IOException {
        try {
            return opened(folder, plan, resume, force);
        } catch (IOException e) {
            throw AtomicFiles.named(folder, e);
        }
    }

    private static RunFolder opened(Path folder, String plan, boolean resume, boolean force) throws IOException {
        Path planFile = folder.resolve("plan.yaml");
        boolean used = Files.exists(planFile);
        RunFolder run = new RunFolder(folder);
        if (used && resume) {
            if (!Files.readString(planFile).equals(plan)) {
                throw new IllegalArgumentException(
                        "a resumed run must have the plan it was started with, found another one in " + planFile);
            }
        } else if (used && !force) {
            throw new IllegalArgumentException("a run must go to a folder of its own, found an earlier one in " + folder
                    + "; use --resume, --force or another --out");
        } else {
            run.deleteParts();
            AtomicFiles.writeText(planFile, plan);
        }
        run.deleteTemporaries(used ? "." : ".plan.yaml.");
        return run;
    }

    /** A run that was killed leaves files behind that it was writing; where there was no run, at most a plan. */
    private void deleteTemporaries(String beginning) throws IOException {
        for (Path place : List.of(folder, folder.resolve("parts"))) {
            if (Files.isDirectory(place)) {
                try (var files = Files.list(place)) {
                    for (Path file : files.filter(PendingFile::isTemporary).toList()) {
                        if (file.getFileName().toString().startsWith(beginning)) {
                            Files.delete(file);
                        }
                    }
                }
            }
        }
    }

    private void deleteParts() throws IOException {
        Path parts = folder.resolve("parts");
        if (Files.isDirectory(parts)) {
            try (var files = Files.list(parts)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.deleteIfExists(file("model.json"));
    }

    /**
     * Returns the path of a file in the folder.
     *
     * @param name file name
     */
    public Path file(String name) {
        return folder.resolve(name);
    }

    /**
     * Returns a part that was finished before.
     *
     * @param name name of the part
     * @param type what it holds
     * @param <T> what it holds
     * @throws FileFormatException if the part is not whole
     */
    public <T> Optional<T> part(String name, Class<T> type) throws IOException {
        Path file = partFile(name);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.MAPPER.readValue(Files.readString(file), type));
        } catch (JacksonException e) {
            FileFormatException fault =
                    new FileFormatException(file, "a finished part must be whole; delete it to compute it again");
            fault.initCause(e);
            throw fault;
        }
    }

    /**
     * Keeps a finished part.
     *
     * @param name name of the part
     * @param value what it holds
     */
    public void finishPart(String name, Object value) throws IOException {
        AtomicFiles.writeText(partFile(name), Json.MAPPER.writeValueAsString(value) + "\n");
    }

    private Path partFile(String name) {
        return folder.resolve("parts").resolve(name + ".json");
    }
}
