package io.tocsin.benchmarks.workbench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;

import io.tocsin.local.process.Program;

/** What a figure was measured on. */
final class Machine {

    private Machine() {}

    static String hardware() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        return "%d cores (%s), %d GiB, %s %s".formatted(
                system.getAvailableProcessors(),
                processor(),
                Math.round(system.getTotalMemorySize() / (double) (1 << 30)),
                system.getName(),
                system.getVersion());
    }

    static String jdk() {
        return System.getProperty("java.vm.vendor") + " " + System.getProperty("java.runtime.version");
    }

    /** The commit, and whether files differ from it. */
    static String commit() {
        var commit = Program.run(List.of("git", "rev-parse", "--short", "HEAD"));
        var changes = Program.run(List.of("git", "status", "--porcelain", "--untracked-files=no"));
        return commit.succeeded()
                ? commit.output().strip() + (changes.output().isBlank() ? "" : " with changes")
                : "unknown";
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }
}
