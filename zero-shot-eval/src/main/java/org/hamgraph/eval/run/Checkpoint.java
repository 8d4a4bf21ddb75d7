package org.hamgraph.eval.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hamgraph.support.FileFormatException;
import org.hamgraph.support.GrowingFile;
import org.hamgraph.support.PendingFile;

/**
 * What a run needs to go on where it was: settings that determine it, its state, how far its files were written, and
 * what was counted. As a file it is binary, big-endian, every number with all its bits, and ends with the SHA-256 of
 * what comes before; a file in which any bit was changed is refused.
 *
 * @since 0.1
 */
public final class Checkpoint {
    private static final byte[] MAGIC = "HamGraph checkpoint, format 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGEST = 32;
    private static final int BUFFER = 1 << 16;

    private final Map<String, String> settings;
    private final RunState run;
    private final List<PendingFile.Mark> files;
    private final double[] counts;

    /**
     * Collects the parts.
     *
     * @param settings names and values of everything that determines the run, in the order to compare them
     * @param run state of the run
     * @param files how far its files were written
     * @param counts what was counted; kept, not copied
     */
    public Checkpoint(Map<String, String> settings, RunState run, List<PendingFile.Mark> files, double[] counts) {
        this.settings = new LinkedHashMap<>(settings);
        this.run = run;
        this.files = List.copyOf(files);
        this.counts = counts;
    }

    /** Returns the state of the run. */
    public RunState run() {
        return run;
    }

    /** Returns how far the files of the run were written. */
    public List<PendingFile.Mark> files() {
        return files;
    }

    /** Returns what was counted. */
    public double[] counts() {
        return counts.clone();
    }

    /**
     * Refuses settings other than those of this checkpoint.
     *
     * @param file file of the checkpoint, for the message
     * @param found settings to compare
     * @throws IllegalArgumentException naming the first that differs
     */
    public void requireSettings(Path file, Map<String, String> found) {
        Map<String, String> names = new LinkedHashMap<>(settings);
        names.putAll(found);
        for (String name : names.keySet()) {
            String wanted = settings.getOrDefault(name, "absent");
            if (!wanted.equals(found.getOrDefault(name, "absent"))) {
                throw new IllegalArgumentException(name + " must be " + wanted + " as in " + file + ", found "
                        + found.getOrDefault(name, "absent"));
            }
        }
    }

    /**
     * Replaces a checkpoint whole: until the new one is on the disk, the old one stays.
     *
     * @param file file to write
     * @throws IOException if the disk refuses; the file is then as it was
     */
    public void write(Path file) throws IOException {
        try (PendingFile pending = GrowingFile.begin(file)) {
            pending.complete(this::writeWhole);
        }
    }

    private void writeWhole(OutputStream file) throws IOException {
        MessageDigest digest = sha256();
        OutputStream buffered = new BufferedOutputStream(file, BUFFER);
        DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new DigestOutputStream(buffered, digest), BUFFER));
        writeTo(out);
        out.flush();
        buffered.write(digest.digest());
        buffered.flush();
    }

    private void writeTo(DataOutputStream out) throws IOException {
        out.write(MAGIC);
        out.writeInt(settings.size());
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            out.writeUTF(setting.getKey());
            out.writeUTF(setting.getValue());
        }
        out.writeInt(run.step());
        out.writeInt(run.lanes().size());
        for (RunState.LaneState lane : run.lanes()) {
            writeNumbers(out, lane.y());
            writeNumbers(out, lane.monitor());
            out.writeLong(lane.nanoseconds());
        }
        out.writeInt(files.size());
        for (PendingFile.Mark mark : files) {
            out.writeLong(mark.length());
            out.writeLong(mark.checksum());
        }
        writeNumbers(out, counts);
    }

    private static void writeNumbers(DataOutputStream out, double[] numbers) throws IOException {
        out.writeInt(numbers.length);
        for (double number : numbers) {
            out.writeDouble(number);
        }
    }

    /**
     * Reads a checkpoint.
     *
     * @param file file that {@link #write} wrote
     * @throws FileFormatException if the file is no checkpoint or was changed
     * @throws IOException if the file cannot be read
     */
    public static Checkpoint read(Path file) throws IOException {
        requireWhole(file);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
            return read(in, file, Files.size(file));
        } catch (EOFException | UTFDataFormatException e) {
            FileFormatException fault = new FileFormatException(file, "a checkpoint must be complete, found its end");
            fault.initCause(e);
            throw fault;
        }
    }

    private static Checkpoint read(DataInputStream in, Path file, long size) throws IOException {
        in.skipNBytes(MAGIC.length);
        Map<String, String> settings = new LinkedHashMap<>();
        for (int k = count(in, file, size / 4); k > 0; k--) {
            String name = in.readUTF();
            settings.put(name, in.readUTF());
        }
        int step = in.readInt();
        List<RunState.LaneState> lanes = new ArrayList<>();
        for (int k = count(in, file, size / 16); k > 0; k--) {
            double[] y = readNumbers(in, file, size);
            double[] monitor = readNumbers(in, file, size);
            lanes.add(new RunState.LaneState(y, monitor, in.readLong()));
        }
        List<PendingFile.Mark> files = new ArrayList<>();
        for (int k = count(in, file, size / 16); k > 0; k--) {
            long length = in.readLong();
            files.add(new PendingFile.Mark(length, in.readLong()));
        }
        return new Checkpoint(settings, new RunState(step, lanes), files, readNumbers(in, file, size));
    }

    private static double[] readNumbers(DataInputStream in, Path file, long size) throws IOException {
        double[] numbers = new double[count(in, file, size / Double.BYTES)];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = in.readDouble();
        }
        return numbers;
    }

    private static int count(DataInputStream in, Path file, long most) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > most) {
            throw new FileFormatException(file, "a count must fit the file, 0.." + most + ", found " + count);
        }
        return count;
    }

    /** Looks at every bit before any of them is believed. */
    private static void requireWhole(Path file) throws IOException {
        long left = Files.size(file) - DIGEST;
        MessageDigest digest = sha256();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            byte[] magic = in.readNBytes(MAGIC.length);
            if (!Arrays.equals(magic, MAGIC) || left < MAGIC.length) {
                throw new FileFormatException(
                        file,
                        "a checkpoint must begin with '" + new String(MAGIC, StandardCharsets.US_ASCII).strip()
                                + "', found another beginning");
            }
            digest.update(magic);
            left -= magic.length;
            byte[] buffer = new byte[BUFFER];
            int count;
            while (left > 0 && (count = in.read(buffer, 0, (int) Math.min(BUFFER, left))) > 0) {
                digest.update(buffer, 0, count);
                left -= count;
            }
            if (!Arrays.equals(digest.digest(), in.readNBytes(DIGEST))) {
                throw new FileFormatException(
                        file, "a checkpoint must have the sha256 it ends with, found another: it was changed");
            }
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform must offer SHA-256", e);
        }
    }
}
