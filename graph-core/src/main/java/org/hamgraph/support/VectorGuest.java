package org.hamgraph.support;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;

/**
 * Chooses between inner loops in plain Java and a guest that uses the Vector API, which Java offers only where the
 * module {@code jdk.incubator.vector} was asked for. The property {@code hamgraph.kernels} says {@code auto}, {@code
 * scalar} or {@code vector}.
 *
 * @since 0.1
 */
public final class VectorGuest {
    private VectorGuest() {}

    /**
     * Returns the guest if the property and the Java runtime allow it, else the plain loops. A guest whose constructor
     * throws an {@code UnsupportedOperationException}, because registers are short, is left out.
     *
     * @param scalar plain loops
     * @param guest makes the guest, by reflection: its class cannot be loaded without the module
     * @param <T> kind of loops
     * @throws IllegalArgumentException if the property has another value, or asks for a guest that the runtime does
     *     not allow
     * @throws IllegalStateException if the guest cannot be made
     */
    public static <T> T choose(T scalar, Callable<T> guest) {
        boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        String wanted = System.getProperty("hamgraph.kernels", "auto");
        return switch (wanted) {
            case "scalar" -> scalar;
            case "auto" -> present ? make(scalar, guest) : scalar;
            case "vector" -> {
                if (!present) {
                    throw new IllegalArgumentException(
                            "vector kernels need the option --add-modules jdk.incubator.vector, found none");
                }
                yield make(scalar, guest);
            }
            default ->
                throw new IllegalArgumentException("hamgraph.kernels must be auto, scalar or vector, found " + wanted);
        };
    }

    private static <T> T make(T scalar, Callable<T> guest) {
        try {
            return guest.call();
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof UnsupportedOperationException) {
                return scalar;
            }
            throw new IllegalStateException("the vector kernels must start, found: " + e.getCause(), e);
        } catch (Exception e) {
            throw new IllegalStateException("the vector kernels must be there, found: " + e, e);
        }
    }
}
