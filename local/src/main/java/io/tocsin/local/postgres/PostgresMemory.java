package io.tocsin.local.postgres;

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;

/** How much of this machine PostgreSQL may keep pages in. */
final class PostgresMemory {

    private static final int LEAST = 128;
    private static final int MOST = 1024;
    private static final int MEGABYTE = 1 << 20;

    private PostgresMemory() {}

    /** For this machine, or for the container in which this program runs. */
    static String sharedBuffers() {
        return sharedBuffers(ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize());
    }

    /**
     * A quarter, as PostgreSQL's manual has it (19.4.1), but no more than the cluster in {@code k8s} has, since services share the
     * machine. It is taken as it is needed. With PostgreSQL's own 128 MB the indexes of a busy hour do not fit, and every insert
     * writes out a page to read another.
     */
    static String sharedBuffers(long bytes) {
        var quarter = bytes / MEGABYTE / 4;
        return Math.max(LEAST, Math.min(MOST, quarter)) + "MB";
    }
}
