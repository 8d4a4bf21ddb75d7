package org.hamgraph.support;

import java.util.Arrays;

/**
 * Argument checks that return the value they checked, so that a field is assigned and checked in one expression.
 *
 * <p>Every message states the rule first and then what was found. NaN never passes.
 *
 * @since 0.1
 */
public final class Checks {
    private Checks() {}

    /**
     * Returns {@code value} if it is positive and finite.
     *
     * @param value number to check
     * @param name what the number is, for the message
     * @throws IllegalArgumentException if {@code value} is zero, negative, infinite or NaN
     */
    public static double positive(double value, String name) {
        if (!(value > 0.0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be positive and finite, found " + value);
        }
        return value;
    }

    /**
     * Returns {@code value} if it is zero or positive, and finite.
     *
     * @param value number to check
     * @param name what the number is, for the message
     * @throws IllegalArgumentException if {@code value} is negative, infinite or NaN
     */
    public static double notNegative(double value, String name) {
        if (!(value >= 0.0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be zero or positive and finite, found " + value);
        }
        return value;
    }

    /**
     * Returns {@code value} if it is neither infinite nor NaN.
     *
     * @param value number to check
     * @param name what the number is, for the message
     * @throws IllegalArgumentException if {@code value} is infinite or NaN
     */
    public static double finite(double value, String name) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " must be finite, found " + value);
        }
        return value;
    }

    /**
     * Returns {@code value} if it is at least {@code least}.
     *
     * @param value number to check
     * @param least smallest allowed value
     * @param name what the number is, for the message
     * @throws IllegalArgumentException if {@code value} is smaller
     */
    public static int atLeast(int value, int least, String name) {
        if (value < least) {
            throw new IllegalArgumentException(name + " must be at least " + least + ", found " + value);
        }
        return value;
    }

    /**
     * Returns {@code value} if it lies in {@code 0..size-1}.
     *
     * @param value index to check
     * @param size number of valid indices
     * @param name what the index is, for the message
     * @throws IllegalArgumentException if the index lies outside
     */
    public static int index(int value, int size, String name) {
        if (value < 0 || value >= size) {
            throw new IllegalArgumentException(name + " must lie in 0.." + (size - 1) + ", found " + value);
        }
        return value;
    }

    /**
     * Returns {@code value} if it is one of the dimensions this library computes in: 1, 2 or 3.
     *
     * @param value dimension of space
     * @throws IllegalArgumentException otherwise
     */
    public static int dimension(int value) {
        if (value < 1 || value > 3) {
            throw new IllegalArgumentException("dimension must be 1, 2 or 3, found " + value);
        }
        return value;
    }

    /**
     * Returns {@code array} if it has the stated length.
     *
     * @param array array to check
     * @param length required length
     * @param nameAndShape name and shape, as in {@code "state y [2*n*dim]"}
     * @throws IllegalArgumentException if the length differs
     */
    public static double[] length(double[] array, int length, String nameAndShape) {
        if (array.length != length) {
            throw new IllegalArgumentException(
                    nameAndShape + " must have length " + length + ", found " + array.length);
        }
        return array;
    }

    /**
     * Returns a copy of {@code array} in which every element was found finite.
     *
     * @param array array to check
     * @param name what the array is, for the message
     * @throws IllegalArgumentException naming the first index that holds an infinity or NaN
     */
    public static double[] copyOfFinite(double[] array, String name) {
        double[] copy = Arrays.copyOf(array, array.length);
        for (int i = 0; i < copy.length; i++) {
            if (!Double.isFinite(copy[i])) {
                throw new IllegalArgumentException(name + " must be finite, found " + copy[i] + " at index " + i);
            }
        }
        return copy;
    }
}
