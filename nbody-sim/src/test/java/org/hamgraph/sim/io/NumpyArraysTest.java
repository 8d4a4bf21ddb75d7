package org.hamgraph.sim.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hamgraph.support.FileFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumpyArraysTest {
    private static String faultOf(byte[] archive) {
        return assertThrows(FileFormatException.class, () -> NumpyArrays.read(archive, "answer"))
                .getMessage();
    }

    private static byte[] written() {
        return new NumpyArrays.Writer()
                .add("one", new double[] {Math.PI})
                .add("few", new double[] {1, -2.5, 1e-300, 4, 5, 6}, 2, 3)
                .add("whole", new long[] {-7, 1L << 40}, 2)
                .add("none", new long[0], 0, 2)
                .toBytes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"numpy-savez.npz", "numpy-compressed.npz"})
    void whatNumpyWroteIsRead(String name) throws IOException {
        NumpyArrays read = NumpyArrays.read(Files.readAllBytes(Samples.file(name)), name);
        double[] positions = read.numbers("positions", 2, 3, 2);
        for (int k = 0; k < positions.length; k++) {
            assertEquals(k / 7.0, positions[k]);
        }
        assertEquals(10, read.numbers("step", 2)[1]);
        assertArrayEquals(new int[] {2, 3, 2}, read.shape("velocities"));
    }

    @Test
    void whatIsWrittenIsReadBitForBit() throws IOException {
        NumpyArrays read = NumpyArrays.read(written(), "answer");
        assertArrayEquals(new double[] {Math.PI}, read.numbers("one"));
        assertArrayEquals(new double[] {1, -2.5, 1e-300, 4, 5, 6}, read.numbers("few", 2, 3));
        assertArrayEquals(new double[] {-7, 1L << 40}, read.numbers("whole", 2));
        assertArrayEquals(new double[0], read.numbers("none", 0, 2));
        assertTrue(read.has("one"));
        assertFalse(read.has("two"));
    }

    @Test
    void faultsNameTheArray() throws IOException {
        NumpyArrays read = NumpyArrays.read(written(), "answer");
        assertEquals(
                "answer: array two: it must be there, found none",
                assertThrows(FileFormatException.class, () -> read.numbers("two", 1))
                        .getMessage());
        assertEquals(
                "answer: array few: shape must be [3, 2], found [2, 3]",
                assertThrows(FileFormatException.class, () -> read.numbers("few", 3, 2))
                        .getMessage());
        byte[] infinite = new NumpyArrays.Writer()
                .add("few", new double[] {0, 1 / 0.0}, 2)
                .toBytes();
        assertEquals(
                "answer: array few: numbers must be finite, found Infinity at place 1",
                assertThrows(
                                FileFormatException.class,
                                () -> NumpyArrays.read(infinite, "answer").numbers("few", 2))
                        .getMessage());
    }

    @Test
    void everyCutIsNoticedUntilTheTable() {
        byte[] whole = written();
        int table = new String(whole, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
        for (int length = 0; length < table; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            try {
                NumpyArrays read = NumpyArrays.read(cut, "answer");
                assertFalse(read.has("none"), "cut at " + length);
            } catch (FileFormatException e) {
                assertTrue(e.getMessage().startsWith("answer: "), e.getMessage());
            }
        }
    }

    @Test
    void everyFlippedBitOfANumberIsNoticed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] array = NumpyArray.of(new double[] {1, 2, 3}, 3);
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setLevel(0);
            zip.putNextEntry(new ZipEntry("few.npy"));
            zip.write(array);
        }
        byte[] whole = bytes.toByteArray();
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        int numbers = text.indexOf(new String(array, StandardCharsets.ISO_8859_1)) + array.length - 24;
        for (int bit = 0; bit < 8 * 24; bit++) {
            byte[] flipped = whole.clone();
            flipped[numbers + bit / 8] ^= (byte) (1 << bit % 8);
            assertTrue(faultOf(flipped).contains("an archive must be whole"), "bit " + bit);
        }
    }

    @Test
    void archivesThatHoldNoArraysOrUnpackWithoutEndAreRefused() throws IOException {
        assertEquals(
                "answer: an archive must hold arrays, found none",
                faultOf("Segmentation fault".getBytes(StandardCharsets.US_ASCII)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("zeros.npy"));
            zip.write(NumpyArray.of(new double[30_000_000], 30_000_000));
        }
        assertEquals(
                "answer: array zeros: an array must fit its file, found shape (30000000,)",
                faultOf(bytes.toByteArray()));
    }

    @Test
    void shapesAndNamesAreChecked() {
        NumpyArrays.Writer writer = new NumpyArrays.Writer().add("few", new double[4], 2, 2);
        assertEquals(
                "more [2, 3] must have length 6, found 4",
                assertThrows(IllegalArgumentException.class, () -> writer.add("more", new long[4], 2, 3))
                        .getMessage());
        assertEquals(
                "names must be distinct, found few twice",
                assertThrows(IllegalArgumentException.class, () -> writer.add("few", new double[1]))
                        .getMessage());
    }
}
