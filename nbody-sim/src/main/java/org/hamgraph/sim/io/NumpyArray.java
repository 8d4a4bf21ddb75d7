package org.hamgraph.sim.io;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.hamgraph.support.FileFormatException;

/** One array in NumPy's format 1.0 (and 2.0 to read): little-endian float64 or int64, C order. */
final class NumpyArray {
    private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final Pattern HEADER = Pattern.compile(
            "\\{\\s*'descr':\\s*'([^']*)',\\s*'fortran_order':\\s*(True|False),\\s*'shape':\\s*\\(([\\d,\\s]*)\\),?\\s*\\}\\s*");

    private final int[] shape;
    private final ByteBuffer bytes;
    private final boolean integers;

    private NumpyArray(int[] shape, ByteBuffer bytes, boolean integers) {
        this.shape = shape;
        this.bytes = bytes.order(ByteOrder.LITTLE_ENDIAN);
        this.integers = integers;
    }

    int[] shape() {
        return shape.clone();
    }

    int length() {
        return bytes.capacity() / 8;
    }

    double number(int k) {
        return integers ? bytes.getLong(8 * k) : bytes.getDouble(8 * k);
    }

    boolean integers() {
        return integers;
    }

    /** Returns a whole number of an array of them. */
    long integer(int k) {
        return bytes.getLong(8 * k);
    }

    /**
     * Reads an array.
     *
     * @param in stream of the array
     * @param file file, for messages
     * @param name name of the array
     * @param most largest plausible number of bytes
     */
    static NumpyArray read(InputStream in, Path file, String name, long most) throws IOException {
        DataInputStream data = new DataInputStream(in);
        try {
            byte[] magic = new byte[6];
            data.readFully(magic);
            int version = data.readUnsignedByte();
            data.readUnsignedByte();
            if (!Arrays.equals(magic, MAGIC) || version < 1 || version > 2) {
                throw fault(file, name, "an array must be in NumPy's format 1 or 2, found another");
            }
            int length = Short.toUnsignedInt(Short.reverseBytes(data.readShort()));
            if (version == 2) {
                length |= Short.toUnsignedInt(Short.reverseBytes(data.readShort())) << 16;
            }
            if (length < 0 || length > 1 << 16) {
                throw fault(file, name, "a header must be at most 64 KiB, found " + length);
            }
            byte[] header = new byte[length];
            data.readFully(header);
            return body(data, new String(header, StandardCharsets.ISO_8859_1), file, name, most);
        } catch (EOFException e) {
            FileFormatException fault = fault(file, name, "an array must be whole, found its end too early");
            fault.initCause(e);
            throw fault;
        }
    }

    private static NumpyArray body(DataInputStream data, String header, Path file, String name, long most)
            throws IOException {
        Matcher matcher = HEADER.matcher(header);
        if (!matcher.matches()) {
            throw fault(
                    file, name, "a header must state descr, fortran_order and shape, found '" + header.strip() + "'");
        }
        String type = matcher.group(1);
        if (!type.equals("<f8") && !type.equals("<i8")) {
            throw fault(file, name, "numbers must be <f8 or <i8, found " + type);
        }
        int[] shape = shape(matcher.group(3), file, name);
        if (matcher.group(2).equals("True") && shape.length > 1) {
            throw fault(file, name, "an array must be in C order, found Fortran order");
        }
        long count = 1;
        for (int length : shape) {
            count *= length;
            if (count > most / 8) {
                throw fault(file, name, "an array must fit its file, found shape (" + matcher.group(3) + ")");
            }
        }
        // Grows with what is there, whatever the header states.
        byte[] bytes = data.readNBytes((int) (8 * count));
        if (bytes.length < 8 * count) {
            throw new EOFException();
        }
        if (data.read() >= 0) {
            throw fault(file, name, "an array must end with its numbers, found more");
        }
        return new NumpyArray(shape, ByteBuffer.wrap(bytes), type.equals("<i8"));
    }

    private static int[] shape(String text, Path file, String name) throws FileFormatException {
        try {
            return Arrays.stream(text.split(","))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
        } catch (NumberFormatException e) {
            FileFormatException fault = fault(file, name, "a shape must be whole numbers, found (" + text + ")");
            fault.initCause(e);
            throw fault;
        }
    }

    /** Returns the entry that holds an array; null if there is none. */
    static ZipEntry entry(ZipFile zip, String name) throws ZipException {
        try {
            return zip.getEntry(name + ".npy");
        } catch (IllegalArgumentException e) {
            // ZipFile decodes the names it compares, and those only then.
            ZipException fault = new ZipException("a name that is not UTF-8");
            fault.initCause(e);
            throw fault;
        }
    }

    static FileFormatException fault(Path file, String name, String rule) {
        return new FileFormatException(file, "array " + name + ": " + rule);
    }

    /** Returns the bytes of an array of doubles. */
    static byte[] of(double[] values, int... shape) {
        ByteBuffer buffer = begin("<f8", values.length, shape);
        for (double value : values) {
            buffer.putDouble(value);
        }
        return buffer.array();
    }

    /** Returns the bytes of an array of whole numbers. */
    static byte[] of(long[] values, int... shape) {
        ByteBuffer buffer = begin("<i8", values.length, shape);
        for (long value : values) {
            buffer.putLong(value);
        }
        return buffer.array();
    }

    private static ByteBuffer begin(String type, int count, int... shape) {
        byte[] header = header(type, shape);
        return ByteBuffer.allocate(header.length + 8 * count)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(header);
    }

    /** Returns the bytes before the numbers of an array; {@code type} is {@code <f8} or {@code <i8}. */
    static byte[] header(String type, int... shape) {
        StringBuilder text = new StringBuilder("{'descr': '" + type + "', 'fortran_order': False, 'shape': (");
        for (int k = 0; k < shape.length; k++) {
            text.append(k == 0 ? "" : " ")
                    .append(shape[k])
                    .append(shape.length == 1 || k + 1 < shape.length ? "," : "");
        }
        text.append("), }");
        while ((MAGIC.length + 4 + text.length() + 1) % 64 != 0) {
            text.append(' ');
        }
        text.append('\n');
        ByteBuffer buffer =
                ByteBuffer.allocate(MAGIC.length + 4 + text.length()).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(MAGIC).put((byte) 1).put((byte) 0).putShort((short) text.length());
        return buffer.put(text.toString().getBytes(StandardCharsets.ISO_8859_1)).array();
    }

    /** Skips what {@link #header} returned. */
    static void skipHeader(DataInputStream in) throws IOException {
        in.skipNBytes(MAGIC.length + 2);
        in.skipNBytes(Short.toUnsignedInt(Short.reverseBytes(in.readShort())));
    }
}
