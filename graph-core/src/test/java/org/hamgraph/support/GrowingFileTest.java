package org.hamgraph.support;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.hamgraph.support.PendingFile.Mark;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingFileTest {
    @TempDir
    private Path folder;

    private Path target;
    private Path part;

    @BeforeEach
    void name() {
        target = folder.resolve("run.dump");
        part = folder.resolve("run.dump.part");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void write(GrowingFile file, String text) throws IOException {
        file.out().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Writes a text and a tail behind the mark, and leaves the file unfinished. */
    private Mark unfinished(String text, String tail) throws IOException {
        try (GrowingFile file = GrowingFile.begin(target)) {
            write(file, text);
            Mark mark = file.mark();
            write(file, tail);
            return mark;
        }
    }

    private void finish(Mark mark, String more) throws IOException {
        try (GrowingFile file = GrowingFile.resume(target, mark)) {
            write(file, more);
            file.commit();
        }
    }

    @Test
    void anUnfinishedFileStaysBesideItsTarget() throws IOException {
        Files.writeString(target, "old");
        unfinished("half", " of the new");
        assertEquals("old", Files.readString(target));
        assertEquals("half of the new", Files.readString(part));
        assertEquals(List.of("run.dump", "run.dump.part"), names());
    }

    @Test
    void aMarkIsTheLengthAndTheChecksumOfTheCatalogue() throws IOException {
        // CRC-32 of the digits 1 to 9, the check value every catalogue of CRCs states.
        assertEquals(new Mark(9, 0xCBF43926L), unfinished("123456789", "and more"));
    }

    @Test
    void whatWasWrittenBehindTheMarkIsGone() throws IOException {
        Mark mark = unfinished("one two ", "three, lo");
        finish(mark, "three");
        assertEquals("one two three", Files.readString(target));
        assertEquals(List.of("run.dump"), names());
    }

    @Test
    void marksOfAContinuedFileAreThoseOfOneWrittenInOneGo() throws IOException {
        Mark first = unfinished("one ", "twx");
        Mark second;
        try (GrowingFile file = GrowingFile.resume(target, first)) {
            assertEquals(4, file.length());
            write(file, "two");
            second = file.mark();
        }
        assertEquals(unfinished("one two", ""), second);
    }

    @Test
    void aFinishedFileIsExtendedAndStaysWholeUntilTheLongerOneIsComplete() throws IOException {
        Mark mark = unfinished("one two ", "");
        finish(mark, "");
        try (GrowingFile file = GrowingFile.resume(target, mark)) {
            write(file, "three");
            file.mark();
            assertEquals("one two ", Files.readString(target));
        }
        assertEquals("one two three", Files.readString(part));
        finish(mark, "four");
        assertEquals("one two four", Files.readString(target));
    }

    @Test
    void aCopyThatWasCutOffIsMadeAgain() throws IOException {
        Mark mark = unfinished("one two ", "");
        finish(mark, "");
        for (String left : List.of("", "one", "one xxx ", "something that is longer")) {
            Files.writeString(part, left);
            try (GrowingFile file = GrowingFile.resume(target, mark)) {
                assertEquals("one two ", Files.readString(file.path()));
            }
        }
    }

    @Test
    void aFileThatDoesNotBeginAsItDidIsRefusedAndLeftAsItIs() throws IOException {
        Mark mark = unfinished("one two ", "three");
        for (String changed : List.of("one twx three", "one tw")) {
            Files.writeString(part, changed);
            assertEquals(
                    part + ": a file that is to be continued must begin with the 8 bytes it had, found other ones",
                    assertThrows(FileFormatException.class, () -> GrowingFile.resume(target, mark))
                            .getMessage());
            assertEquals(changed, Files.readString(part));
            Files.writeString(target, "another file");
        }
        assertEquals("another file", Files.readString(target));
    }

    @Test
    void aFileThatIsGoneIsRefusedAndNoneAppears() throws IOException {
        Mark mark = unfinished("one two ", "");
        Files.delete(part);
        assertEquals(
                part + ": a file that is to be continued must be there, found none, nor " + target,
                assertThrows(FileFormatException.class, () -> GrowingFile.resume(target, mark))
                        .getMessage());
        Files.writeString(target, "short");
        assertThrows(FileFormatException.class, () -> GrowingFile.resume(target, mark));
        assertEquals(List.of("run.dump"), names());
    }

    @Test
    void anotherFormOfTheBytesServesAlso() throws IOException {
        Mark mark = unfinished("one two ", "");
        Files.delete(part);
        Files.writeString(target, "1 2");
        try (GrowingFile file =
                GrowingFile.resume(target, mark, out -> out.write("one two ".getBytes(StandardCharsets.US_ASCII)))) {
            write(file, "three");
        }
        assertEquals("one two three", Files.readString(part));
    }

    @Test
    void aSecondWriterIsRefusedAndDisturbsNothing() throws IOException {
        try (GrowingFile file = GrowingFile.begin(target)) {
            write(file, "one");
            Mark mark = file.mark();
            String line = part + ": an unfinished file must have one writer, found another at work";
            assertEquals(
                    line,
                    assertThrows(IOException.class, () -> GrowingFile.begin(target))
                            .getMessage());
            assertEquals(
                    line,
                    assertThrows(IOException.class, () -> GrowingFile.resume(target, mark))
                            .getMessage());
            write(file, " two");
            file.commit();
        }
        assertEquals("one two", Files.readString(target));
    }

    @Test
    void whatIsDiscardedIsGone() throws IOException {
        try (GrowingFile file = GrowingFile.begin(target, ".tmp")) {
            write(file, "one");
            assertEquals(List.of("run.dump.tmp"), names());
            file.discard();
        }
        assertFalse(Files.exists(target));
        assertEquals(List.of(), names());
    }
}
