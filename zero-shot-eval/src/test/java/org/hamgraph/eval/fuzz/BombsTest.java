package org.hamgraph.eval.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hamgraph.sim.io.TrajectoryFiles;
import org.hamgraph.support.FileFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Small files that unpack to large ones. */
class BombsTest {
    private static final int MEBIBYTE = 1 << 20;

    @TempDir
    private Path folder;

    @Test
    void aGzipFileOfNothingIsRefusedBeforeItFillsTheMemory() throws IOException {
        Path file = folder.resolve("bomb.extxyz.gz");
        String frame = "1\nProperties=species:S:1:pos:R:3:velo:R:3 of=" + "y".repeat(900_000) + "\nC 0 0 0 0 0 0\n";
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (int k = 0; k < 150; k++) {
                out.write(frame.getBytes(StandardCharsets.US_ASCII));
            }
        }
        assertTrue(Files.size(file) < MEBIBYTE / 4);
        FileFormatException refused = assertThrows(
                FileFormatException.class, () -> TrajectoryFiles.read(file, TrajectoryFiles.bodies(file), 3));
        String rule = ": a packed file must unpack to at most 64 MiB and 300 times its size, found more";
        assertTrue(refused.getMessage().startsWith(file + ", line "), refused.getMessage());
        assertTrue(refused.getMessage().endsWith(rule), refused.getMessage());
    }

    @Test
    void anArchiveOfZerosIsRefusedBeforeItIsUnpacked() throws IOException {
        Path file = folder.resolve("bomb.npz");
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + 20 * MEBIBYTE + ", 1, 1), }";
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("positions.npy"));
            zip.write(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) header.length(), 0});
            zip.write(header.getBytes(StandardCharsets.US_ASCII));
            for (int k = 0; k < 160; k++) {
                zip.write(new byte[MEBIBYTE]);
            }
            zip.closeEntry();
        }
        FileFormatException refused = assertThrows(FileFormatException.class, () -> TrajectoryFiles.bodies(file));
        assertEquals(
                file + ": array positions: an array must fit its file, found shape (" + 20 * MEBIBYTE + ", 1, 1)",
                refused.getMessage());
    }
}
