package io.tocsin.benchmarks.workbench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import io.tocsin.local.process.Program;

/**
 * PostgreSQL's own load generator, which may be older than the server.
 *
 * @param version of the program on the PATH
 */
public record Pgbench(String version) {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    public static Optional<Pgbench> find() {
        var version = Program.run(List.of("pgbench", "--version"));
        return version.succeeded() ? Optional.of(new Pgbench(version.output().strip())) : Optional.empty();
    }

    /** Runs of the script per second, prepared statements and two threads. */
    public double run(ServiceDatabase database, String script, int clients, Duration duration)
            throws IOException, InterruptedException {
        var file = Files.createTempFile("reference", ".sql");
        try {
            Files.writeString(file, script);
            return rate(output(database, file, clients, duration));
        } finally {
            Files.delete(file);
        }
    }

    private static String output(ServiceDatabase database, Path script, int clients, Duration duration)
            throws IOException, InterruptedException {
        var address = URI.create(database.jdbcUrl().substring("jdbc:".length()));
        var pgbench = new ProcessBuilder("pgbench", "-n", "-M", "prepared", "-c", Integer.toString(clients), "-j", "2",
                "-T", Long.toString(duration.toSeconds()), "-f", script.toString(), "-h", address.getHost(),
                "-p", Integer.toString(address.getPort()), "-U", database.user(), address.getPath().substring(1));
        pgbench.environment().put("PGPASSWORD", database.password());
        pgbench.redirectErrorStream(true);
        var process = pgbench.start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("pgbench failed: " + output.strip());
        }
        return output;
    }

    private static double rate(String output) {
        var rate = RATE.matcher(output);
        if (!rate.find()) {
            throw new IllegalStateException("pgbench gave no rate: " + output.strip());
        }
        return Double.parseDouble(rate.group(1));
    }
}
