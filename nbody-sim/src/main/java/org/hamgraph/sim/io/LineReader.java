package org.hamgraph.sim.io;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.hamgraph.support.FileFormatException;

/** Reads the lines of a text file, packed or not, and knows file and line for every message. */
final class LineReader implements Closeable {
    private static final int LONGEST = 1 << 20;
    private static final int LONGEST_RULE = 300;

    /** How other programs write what is not a finite number; Java reads only its own spelling. */
    private static final Pattern NOT_FINITE = Pattern.compile("[-+]?(nan|inf|infinity)", Pattern.CASE_INSENSITIVE);

    private final Path file;
    private final InputStream in;
    private byte[] buffer = new byte[512];
    private long line;
    /** Bytes that packed text may still unpack to. */
    private long left = Long.MAX_VALUE;

    LineReader(Path file) throws IOException {
        this.file = file;
        BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            raw.mark(2);
            boolean packed = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            if (packed) {
                left = Packing.most(Files.size(file));
            }
            in = packed ? new BufferedInputStream(new GZIPInputStream(raw, 1 << 16), 1 << 16) : raw;
        } catch (EOFException | ZipException e) {
            raw.close();
            throw broken(e);
        } catch (IOException e) {
            raw.close();
            throw unreadable(e);
        }
    }

    /** Returns the next line without its end; null behind the last. */
    String next() throws IOException {
        int length = 0;
        int c;
        while ((c = read()) >= 0 && c != '\n') {
            if (length == LONGEST) {
                line++;
                throw fault("", "a line must be at most 1 MiB long, found a longer one");
            }
            if (length == buffer.length) {
                buffer = Arrays.copyOf(buffer, 2 * length);
            }
            buffer[length++] = (byte) c;
        }
        if (c < 0 && length == 0) {
            return null;
        }
        line++;
        if (length > 0 && buffer[length - 1] == '\r') {
            length--;
        }
        return new String(buffer, 0, length, StandardCharsets.UTF_8);
    }

    private int read() throws IOException {
        if (left-- == 0) {
            line++;
            throw fault("", Packing.RULE + ", found more");
        }
        try {
            return in.read();
        } catch (EOFException | ZipException e) {
            throw broken(e);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Returns the next line, which must be there. */
    String require(String what) throws IOException {
        String next = next();
        if (next == null) {
            line++;
            throw fault("", what + " must follow, found the end of the file");
        }
        return next;
    }

    /** Returns the next line that holds more than white space and a comment behind #; null behind the last. */
    String nextMeaningful() throws IOException {
        String next;
        do {
            next = next();
        } while (next != null && withoutComment(next).isEmpty());
        return next;
    }

    static String withoutComment(String text) {
        int hash = text.indexOf('#');
        return (hash < 0 ? text : text.substring(0, hash)).strip();
    }

    Path file() {
        return file;
    }

    long line() {
        return line;
    }

    double number(String text, String field) throws FileFormatException {
        double value;
        try {
            value = Double.parseDouble(decimal(text));
        } catch (NumberFormatException e) {
            String rule = NOT_FINITE.matcher(text).matches()
                    ? "a number must be finite, found " + text
                    : "a number must be given, found '" + text + "'";
            throw caused(fault(field, rule), e);
        }
        if (!Double.isFinite(value)) {
            throw fault(field, "a number must be finite, found " + text);
        }
        return value;
    }

    /** Java alone reads 1f, 1d and 0x1p3 as numbers. */
    private static String decimal(String text) {
        int last = text.length() - 1;
        boolean foreign = last >= 0 && (Character.isLetter(text.charAt(last)) || text.indexOf('x') >= 0);
        if (foreign) {
            throw new NumberFormatException(text);
        }
        return text;
    }

    double positive(String text, String field) throws FileFormatException {
        double value = number(text, field);
        if (!(value > 0)) {
            throw fault(field, "a number must be positive, found " + text);
        }
        return value;
    }

    long integer(String text, String field) throws FileFormatException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw caused(fault(field, "a whole number must be given, found '" + text + "'"), e);
        }
    }

    /** Returns a whole number from {@code least} to {@code greatest}. */
    int integer(String text, String field, long least, long greatest) throws FileFormatException {
        long value = integer(text, field);
        if (value < least || value > greatest) {
            throw fault(field, "a number must lie in " + least + ".." + greatest + ", found " + text);
        }
        return (int) value;
    }

    FileFormatException fault(String field, String rule) {
        String clipped = rule.length() <= LONGEST_RULE ? rule : rule.substring(0, LONGEST_RULE) + "…";
        return new FileFormatException(file, Math.max(1, line), field, clipped);
    }

    private FileFormatException broken(IOException cause) {
        return caused(
                new FileFormatException(
                        file, line + 1, "", "a gzip stream must be whole, found: " + cause.getMessage()),
                cause);
    }

    private IOException unreadable(IOException cause) {
        return new IOException(file + ": a file must be readable, found: " + cause.getMessage(), cause);
    }

    private static FileFormatException caused(FileFormatException fault, Exception cause) {
        fault.initCause(cause);
        return fault;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
