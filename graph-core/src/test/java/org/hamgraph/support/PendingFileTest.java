package org.hamgraph.support;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PendingFileTest {
    @TempDir
    Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void piecesBecomeTheTargetWhenCommitted() throws IOException {
        Path target = folder.resolve("run.dump");
        Files.writeString(target, "old");
        try (PendingFile file = PendingFile.create(target)) {
            file.out().write(1);
            file.out().write(new byte[] {0, 2, 3, 0}, 1, 2);
            assertEquals("old", Files.readString(target));
            file.commit();
            assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(target));
        }
        assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(target));
        assertEquals(List.of("run.dump"), names());
    }

    @Test
    void withoutACommitTheTargetStaysAndNothingElseIsLeft() throws IOException {
        Path target = folder.resolve("run.dump");
        Files.writeString(target, "old");
        PendingFile file = PendingFile.create(target);
        file.out().write(1);
        assertEquals(2, names().size(), "the pending file lies in the folder of its target");
        file.close();
        file.close();
        assertEquals("old", Files.readString(target));
        assertEquals(List.of("run.dump"), names());
    }

    @Test
    void twoMayBePendingForOneTargetAndTheLastOneCommittedStays() throws IOException {
        Path target = folder.resolve("run.dump");
        try (PendingFile one = PendingFile.create(target);
                PendingFile other = PendingFile.create(target)) {
            one.out().write(1);
            other.out().write(2);
            other.commit();
            one.commit();
        }
        assertArrayEquals(new byte[] {1}, Files.readAllBytes(target));
        assertEquals(List.of("run.dump"), names());
    }

    @Test
    void aFaultOfWritingNamesTheFile() throws IOException {
        Path target = folder.resolve("run.dump");
        PendingFile file = PendingFile.create(target);
        file.close();
        IOException fault = assertThrows(IOException.class, () -> file.out().write(1));
        assertTrue(fault.getMessage().startsWith(target + ": "), fault::getMessage);
        assertFalse(Files.exists(target));
    }
}
