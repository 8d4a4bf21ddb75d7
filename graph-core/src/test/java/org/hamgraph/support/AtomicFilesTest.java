package org.hamgraph.support;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFilesTest {
    @TempDir
    Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aNewFileHoldsTheContent() throws IOException {
        Path target = folder.resolve("result.txt");
        AtomicFiles.writeText(target, "Σ energy = 1\n");
        assertArrayEquals("Σ energy = 1\n".getBytes(StandardCharsets.UTF_8), Files.readAllBytes(target));
        assertEquals(List.of("result.txt"), names());
    }

    @Test
    void anOldFileIsReplacedWhole() throws IOException {
        Path target = folder.resolve("result.txt");
        Files.writeString(target, "a long old content");
        AtomicFiles.write(target, out -> {
            out.write(1);
            out.write(2);
        });
        assertArrayEquals(new byte[] {1, 2}, Files.readAllBytes(target));
        assertEquals(List.of("result.txt"), names());
    }

    @Test
    void missingFoldersAreMade() throws IOException {
        Path target = folder.resolve("a").resolve("b").resolve("result.txt");
        AtomicFiles.writeText(target, "text");
        assertEquals("text", Files.readString(target));
    }

    @Test
    void whenTheWriterFailsTheOldFileIsWholeAndNothingElseIsLeft() throws IOException {
        Path target = folder.resolve("result.txt");
        Files.writeString(target, "old");
        IOException fault = new IOException("disk full");
        IOException thrown = assertThrows(
                IOException.class,
                () -> AtomicFiles.write(target, out -> {
                    out.write("half of the new".getBytes(StandardCharsets.UTF_8));
                    throw fault;
                }));
        assertSame(fault, thrown.getCause());
        assertEquals(target + ": a file must be written whole, found: disk full", thrown.getMessage());
        assertEquals("old", Files.readString(target));
        assertEquals(List.of("result.txt"), names());
    }

    @Test
    void whenTheWriterBreaksDownNoFileAppears() throws IOException {
        Path target = folder.resolve("result.txt");
        ArithmeticException fault = new ArithmeticException("non-finite energy");
        assertSame(
                fault,
                assertThrows(
                        ArithmeticException.class,
                        () -> AtomicFiles.write(target, out -> {
                            throw fault;
                        })));
        assertEquals(List.of(), names());
    }

    @Test
    void theOldContentIsThereWhileTheNewIsWritten() throws IOException {
        Path target = folder.resolve("result.txt");
        Files.writeString(target, "old");
        AtomicFiles.write(target, out -> {
            out.write("new".getBytes(StandardCharsets.UTF_8));
            out.flush();
            assertEquals("old", Files.readString(target));
        });
        assertEquals("new", Files.readString(target));
    }

    @Test
    void aFolderIsNotOverwritten() throws IOException {
        Path target = folder.resolve("taken");
        Files.createDirectory(target);
        assertThrows(IOException.class, () -> AtomicFiles.writeText(target, "text"));
        assertTrue(Files.isDirectory(target));
        assertEquals(List.of("taken"), names());
    }

    @Test
    void theRootIsNotAFileName() {
        Path root = folder.getRoot();
        IOException fault = assertThrows(IOException.class, () -> AtomicFiles.writeText(root, "text"));
        assertEquals("file name must not be a folder, found " + root, fault.getMessage());
    }

    @Test
    void theFileMayBeReadByWhomAnOrdinaryNewFileMay() throws IOException {
        assumeTrue(Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null, "POSIX file system");
        Path ordinary = Files.createFile(folder.resolve("ordinary.txt"));
        Path written = folder.resolve("written.txt");
        AtomicFiles.writeText(written, "text");
        assertEquals(Files.getPosixFilePermissions(ordinary), Files.getPosixFilePermissions(written));
    }
}
