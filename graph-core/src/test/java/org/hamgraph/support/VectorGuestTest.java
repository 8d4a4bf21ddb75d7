package org.hamgraph.support;

import static org.hamgraph.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class VectorGuestTest {
    private static final boolean PRESENT =
            ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();

    private final String before = System.getProperty("hamgraph.kernels");

    @AfterEach
    void restore() {
        if (before == null) {
            System.clearProperty("hamgraph.kernels");
        } else {
            System.setProperty("hamgraph.kernels", before);
        }
    }

    private static String choose(String wanted, Callable<String> guest) {
        System.setProperty("hamgraph.kernels", wanted);
        return VectorGuest.choose("scalar", guest);
    }

    @Test
    void theGuestComesWhereItIsAllowed() {
        assertEquals("scalar", choose("scalar", () -> "vector"));
        assertEquals(PRESENT ? "vector" : "scalar", choose("auto", () -> "vector"));
        if (PRESENT) {
            assertEquals("vector", choose("vector", () -> "vector"));
        } else {
            assertRefused(
                    "vector kernels need the option --add-modules jdk.incubator.vector, found none",
                    () -> choose("vector", () -> "vector"));
        }
    }

    @Test
    void aGuestWhoseRegistersAreShortIsLeftOut() {
        assertEquals("scalar", choose("auto", () -> {
            throw new InvocationTargetException(new UnsupportedOperationException("short"));
        }));
    }

    @Test
    void aGuestThatFailsOtherwiseIsNamed() {
        if (PRESENT) {
            Callable<String> broken = () -> {
                throw new InvocationTargetException(new ArithmeticException("odd"));
            };
            assertEquals(
                    "the vector kernels must start, found: java.lang.ArithmeticException: odd",
                    assertThrows(IllegalStateException.class, () -> choose("auto", broken))
                            .getMessage());
            Callable<String> missing = () -> {
                throw new ClassNotFoundException("there");
            };
            assertEquals(
                    "the vector kernels must be there, found: java.lang.ClassNotFoundException: there",
                    assertThrows(IllegalStateException.class, () -> choose("auto", missing))
                            .getMessage());
        }
    }

    @Test
    void anyOtherChoiceIsRefused() {
        assertRefused(
                "hamgraph.kernels must be auto, scalar or vector, found fast", () -> choose("fast", () -> "vector"));
    }
}
