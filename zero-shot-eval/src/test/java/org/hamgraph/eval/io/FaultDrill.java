package org.hamgraph.eval.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.hamgraph.eval.io.FaultyFiles.Fault;
import org.hamgraph.eval.io.FaultyFiles.Stopped;

/**
 * Runs a writer of files with a fault at its first call of the file system, its second and so on, and collects what it
 * does wrong: files that are neither old nor new, files that are left over, faults that do not say which file it was.
 */
public final class FaultDrill {
    /** Writes files into a folder. */
    @FunctionalInterface
    public interface Writer {
        /**
         * Writes.
         *
         * @param folder folder to write to
         * @param version 0 for the old content, 1 for the new one
         */
        void write(Path folder, int version) throws IOException;
    }

    private final Path scratch;
    private final Writer writer;
    private final Predicate<String> mayStay;
    private final int stride;
    private final List<String> complaints = new ArrayList<>();
    private Map<String, byte[]> before;
    private Map<String, byte[]> after;
    private int runs;

    private FaultDrill(Path scratch, Writer writer, Predicate<String> mayStay, int stride) {
        this.scratch = scratch;
        this.writer = writer;
        this.mayStay = mayStay;
        this.stride = stride;
    }

    /**
     * Returns what a writer does wrong.
     *
     * @param scratch folder to work in
     * @param writer writer to try
     * @param mayStay names of files that a refused writer leaves behind on purpose
     * @param stride calls from one fault to the next
     */
    public static List<String> complaints(Path scratch, Writer writer, Predicate<String> mayStay, int stride)
            throws IOException {
        FaultDrill drill = new FaultDrill(scratch, writer, mayStay, stride);
        drill.run();
        return drill.complaints;
    }

    private void run() throws IOException {
        Path old = withOld();
        before = contents(old);
        Path changed = fresh();
        writer.write(changed, 1);
        after = contents(changed);
        Path folder = withOld();
        try (FaultyFiles layer = FaultyFiles.withShortWrites()) {
            writer.write(layer.of(folder), 1);
            requireNew(folder, "with short writes");
        }
        for (Fault fault : Fault.values()) {
            int call = 1;
            while (struck(fault, call, true) | struck(fault, call, false)) {
                call += stride;
            }
        }
    }

    private Path fresh() throws IOException {
        return Files.createDirectory(scratch.resolve("run-" + runs++));
    }

    private Path withOld() throws IOException {
        Path folder = fresh();
        try (FaultyFiles layer = FaultyFiles.sound()) {
            writer.write(layer.of(folder), 0);
        }
        return folder;
    }

    /** Returns whether the writer came as far as the call that fails. */
    private boolean struck(Fault fault, int call, boolean replaces) throws IOException {
        Path folder = replaces ? withOld() : fresh();
        Throwable thrown = null;
        try (FaultyFiles layer = FaultyFiles.at(call, fault)) {
            try {
                writer.write(layer.of(folder), 1);
            } catch (IOException | Stopped e) {
                thrown = e;
            }
            String where = fault + (replaces ? ", old file there" : ", no old file") + ", call " + call + " of "
                    + layer.calls();
            if (layer.struck()) {
                judge(folder, fault, replaces, thrown, where);
                if (fault == Fault.STOPPED) {
                    layer.losePower();
                    whole(folder, replaces, where + ", then without power");
                }
            } else {
                layer.losePower();
                requireNew(folder, where + ", then without power");
            }
            return layer.struck();
        }
    }

    private void judge(Path folder, Fault fault, boolean replaces, Throwable thrown, String where) throws IOException {
        whole(folder, replaces, where);
        if (fault == Fault.STOPPED) {
            return;
        }
        if (thrown == null) {
            requireNew(folder, where);
        } else if (!thrown.getMessage().contains(folder.toString())) {
            complaints.add(where + ": a fault must name the file, found: " + thrown);
        }
        if (fault == Fault.REFUSED) {
            for (String name : contents(folder).keySet()) {
                if (!known(name) && !mayStay.test(name)) {
                    complaints.add(where + ": left over: " + name);
                }
            }
        }
    }

    private boolean known(String name) {
        return before.containsKey(name) || after.containsKey(name);
    }

    /** Every file that is known by its name is an old or a new one, and one that was there has not vanished. */
    private void whole(Path folder, boolean replaces, String where) throws IOException {
        Map<String, byte[]> found = contents(folder);
        for (Map.Entry<String, byte[]> file : found.entrySet()) {
            String name = file.getKey();
            boolean isOld = replaces && Arrays.equals(before.get(name), file.getValue());
            if (known(name) && !isOld && !Arrays.equals(after.get(name), file.getValue())) {
                complaints.add(where + ": neither old nor new: " + name);
            }
        }
        Set<String> lost = new HashSet<>(replaces ? before.keySet() : Set.of());
        lost.removeAll(found.keySet());
        if (!lost.isEmpty()) {
            complaints.add(where + ": vanished: " + lost);
        }
    }

    private void requireNew(Path folder, String where) throws IOException {
        Map<String, byte[]> found = contents(folder);
        for (Map.Entry<String, byte[]> file : after.entrySet()) {
            if (!Arrays.equals(file.getValue(), found.get(file.getKey()))) {
                complaints.add(where + ": the writer returned, but not new: " + file.getKey());
            }
        }
    }

    private static Map<String, byte[]> contents(Path folder) throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return contents;
    }
}
