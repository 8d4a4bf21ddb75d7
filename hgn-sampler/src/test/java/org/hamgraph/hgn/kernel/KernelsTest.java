package org.hamgraph.hgn.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import org.hamgraph.support.VectorGuest;
import org.junit.jupiter.api.Test;

class KernelsTest {
    @Test
    void smallProblemsAreLeftToPlainCode() {
        assertEquals("scalar", Kernels.suitedTo(191).name());
        assertEquals(Kernels.best().name(), Kernels.suitedTo(192).name());
        assertEquals("scalar", new ScalarKernels().name());
    }

    @Test
    void withoutTheModuleThereAreScalarKernelsOnly() {
        boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        assertTrue(present || Kernels.best().name().equals("scalar"));
    }

    @Test
    void theKernelsAskedForAreUsed() throws Exception {
        assertEquals("scalar", chosen("scalar"));
        assertEquals(Kernels.best().name(), chosen("auto"));
    }

    @Test
    void anyOtherKernelsAreRefused() {
        Throwable thrown = assertThrows(InvocationTargetException.class, () -> chosen("fast"));
        Throwable cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        assertEquals("hamgraph.kernels must be auto, scalar or vector, found fast", cause.getMessage());
    }

    /** Makes the choice anew, in classes loaded for it. */
    private static String chosen(String wanted) throws ReflectiveOperationException, IOException {
        String before = System.getProperty("hamgraph.kernels");
        URL[] classes = {location(Kernels.class), location(VectorGuest.class)};
        System.setProperty("hamgraph.kernels", wanted);
        try (URLClassLoader loader = new URLClassLoader(classes, ClassLoader.getPlatformClassLoader())) {
            Class<?> type = Class.forName(Kernels.class.getName(), true, loader);
            Method best = type.getMethod("best");
            return (String) type.getMethod("name").invoke(best.invoke(null));
        } finally {
            if (before == null) {
                System.clearProperty("hamgraph.kernels");
            } else {
                System.setProperty("hamgraph.kernels", before);
            }
        }
    }

    private static URL location(Class<?> type) {
        return type.getProtectionDomain().getCodeSource().getLocation();
    }
}
