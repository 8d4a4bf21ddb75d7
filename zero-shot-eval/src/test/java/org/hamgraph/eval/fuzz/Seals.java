package org.hamgraph.eval.fuzz;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Checksums that are right again, so that fuzzing gets behind them. */
final class Seals {
    private static final int HEX_DIGITS = 64;
    private static final int BYTES = 32;
    /** What follows the digits of a model file. */
    private static final int TAIL = "\"\n}\n".length();

    private Seals() {}

    /** Returns a model file with the digits at its end set to what they must be. */
    static byte[] model(byte[] data) {
        int at = data.length - HEX_DIGITS - TAIL;
        if (at < 0) {
            return data;
        }
        byte[] sealed = data.clone();
        Arrays.fill(sealed, at, at + HEX_DIGITS, (byte) '0');
        byte[] digits = HexFormat.of().formatHex(sha256(sealed)).getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(digits, 0, sealed, at, HEX_DIGITS);
        return sealed;
    }

    /** Returns a checkpoint with the digest at its end set to what it must be. */
    static byte[] checkpoint(byte[] data) {
        if (data.length < BYTES) {
            return data;
        }
        byte[] sealed = data.clone();
        byte[] digest = sha256(Arrays.copyOf(data, data.length - BYTES));
        System.arraycopy(digest, 0, sealed, data.length - BYTES, BYTES);
        return sealed;
    }

    private static byte[] sha256(byte[] data) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(data);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
