package org.hamgraph.sim.io;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.hamgraph.support.FileFormatException;

/**
 * Named arrays of float64 and int64 as the bytes of one NumPy archive, for exchange with other programs.
 *
 * <pre>{@code
 * numpy.load(io.BytesIO(bytes))["positions"]          buffer = io.BytesIO(); numpy.savez(buffer, energy=…)
 * }</pre>
 *
 * @since 0.1
 */
public final class NumpyArrays {
    private static final String ENDING = ".npy";

    private final Path source;
    private final Map<String, NumpyArray> arrays = new LinkedHashMap<>();

    private NumpyArrays(Path source) {
        this.source = source;
    }

    /**
     * Reads an archive. Other entries than arrays are passed over.
     *
     * @param archive its bytes
     * @param source where they are from, for messages
     * @throws FileFormatException if they are no archive of arrays of {@code <f8} and {@code <i8}, or unpack to more
     *     than 64 MiB and 300 times their number
     */
    public static NumpyArrays read(byte[] archive, String source) throws FileFormatException {
        NumpyArrays result = new NumpyArrays(Path.of(source));
        long most = Packing.most(archive.length);
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(ENDING)) {
                    String name = entry.getName().substring(0, entry.getName().length() - ENDING.length());
                    NumpyArray array = NumpyArray.read(new BufferedInputStream(zip), result.source, name, most);
                    most -= 8L * array.length();
                    result.arrays.put(name, array);
                }
            }
        } catch (FileFormatException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            // the latter where a name is not UTF-8
            throw notWhole(result.source, e);
        }
        if (result.arrays.isEmpty()) {
            throw new FileFormatException(result.source, "an archive must hold arrays, found none");
        }
        return result;
    }

    private static FileFormatException notWhole(Path source, Exception cause) {
        boolean silent = cause instanceof EOFException || cause.getMessage() == null;
        FileFormatException fault = new FileFormatException(
                source, "an archive must be whole, found: " + (silent ? "its end" : cause.getMessage()));
        fault.initCause(cause);
        return fault;
    }

    /** Returns whether there is an array of a name. */
    public boolean has(String name) {
        return arrays.containsKey(name);
    }

    private NumpyArray required(String name) throws FileFormatException {
        NumpyArray array = arrays.get(name);
        if (array == null) {
            throw NumpyArray.fault(source, name, "it must be there, found none");
        }
        return array;
    }

    /**
     * Returns the shape of an array.
     *
     * @param name name of the array
     * @return length of every dimension; empty for one number
     * @throws FileFormatException if it is missing
     */
    public int[] shape(String name) throws FileFormatException {
        return required(name).shape();
    }

    /**
     * Returns the numbers of an array in C order.
     *
     * @param name name of the array
     * @param shape what its shape must be; empty for one number
     * @throws FileFormatException if it is missing, of another shape, or holds a number that is not finite
     */
    public double[] numbers(String name, int... shape) throws FileFormatException {
        NumpyArray array = required(name);
        if (!Arrays.equals(array.shape(), shape)) {
            throw NumpyArray.fault(
                    source,
                    name,
                    "shape must be " + Arrays.toString(shape) + ", found " + Arrays.toString(array.shape()));
        }
        double[] values = new double[array.length()];
        for (int k = 0; k < values.length; k++) {
            values[k] = array.number(k);
            if (!Double.isFinite(values[k])) {
                throw NumpyArray.fault(source, name, "numbers must be finite, found " + values[k] + " at place " + k);
            }
        }
        return values;
    }

    /** Writes an archive array by array. */
    public static final class Writer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final ZipOutputStream zip = new ZipOutputStream(bytes);

        /**
         * Adds an array of float64.
         *
         * @param name its name
         * @param values numbers in C order
         * @param shape length of every dimension
         * @return this
         */
        public Writer add(String name, double[] values, int... shape) {
            checkLength(values.length, name, shape);
            return add(name, NumpyArray.of(values, shape));
        }

        /** Adds an array of int64, in the same way. */
        public Writer add(String name, long[] values, int... shape) {
            checkLength(values.length, name, shape);
            return add(name, NumpyArray.of(values, shape));
        }

        private Writer add(String name, byte[] array) {
            try {
                NumpyFrames.begin(zip, name);
                zip.write(array);
                zip.closeEntry();
            } catch (ZipException e) {
                throw new IllegalArgumentException("names must be distinct, found " + name + " twice", e);
            } catch (IOException e) {
                throw new UncheckedIOException(e); // memory is no device
            }
            return this;
        }

        private static void checkLength(int found, String name, int... shape) {
            int length = Arrays.stream(shape).reduce(1, Math::multiplyExact);
            if (found != length) {
                throw new IllegalArgumentException(
                        name + " " + Arrays.toString(shape) + " must have length " + length + ", found " + found);
            }
        }

        /** Returns the bytes of the archive; nothing can be added afterwards. */
        public byte[] toBytes() {
            try {
                zip.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toByteArray();
        }
    }
}
