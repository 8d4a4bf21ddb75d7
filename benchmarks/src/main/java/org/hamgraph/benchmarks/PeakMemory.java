package org.hamgraph.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;

/** The most memory this process has held, in megabytes of 10⁶ bytes. */
final class PeakMemory {
    private static final Path STATUS = Path.of("/proc/self/status");

    private PeakMemory() {}

    /** Returns the sum of the peaks of all heap pools. */
    static double heapMegabytes() {
        return 1e-6
                * ManagementFactory.getMemoryPoolMXBeans().stream()
                        .filter(pool -> pool.getType() == MemoryType.HEAP)
                        .map(MemoryPoolMXBean::getPeakUsage)
                        .mapToLong(peak -> peak.getUsed())
                        .sum();
    }

    /** Returns the peak of resident memory where the system tells it (Linux), else nothing. */
    static OptionalDouble residentMegabytes() throws IOException {
        if (!Files.isReadable(STATUS)) {
            return OptionalDouble.empty();
        }
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> 1.024e-3 * Long.parseLong(line.replaceAll("[^0-9]", "")))
                .findFirst();
    }
}
