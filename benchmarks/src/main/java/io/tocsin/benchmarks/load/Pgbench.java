package io.tocsin.benchmarks.load;

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

/** The reference by PostgreSQL's own load generator. */
record Pgbench(EventsDatabase database, String version) implements Reference {

    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");

    /** The version of the program on the PATH. */
    static Optional<String> find() {
        var version = Program.run(List.of("pgbench", "--version"));
        return version.succeeded() ? Optional.of(version.output().strip()) : Optional.empty();
    }

    @Override
    public String name() {
        return version;
    }

    @Override
    public double run(Form form, Duration duration) throws Exception {
        var script = Files.createTempFile("reference", ".sql");
        try {
            Files.writeString(script, script(form));
            return rate(run(script, duration));
        } finally {
            Files.delete(script);
        }
    }

    private String run(Path script, Duration duration) throws IOException, InterruptedException {
        var address = URI.create(database.jdbcUrl().substring("jdbc:".length()));
        var pgbench = new ProcessBuilder("pgbench", "-n", "-M", "prepared", "-c", Integer.toString(CLIENTS), "-j", "2",
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

    private static String script(Form form) {
        var sql = new ReferenceSql(":id::bigint");
        var fresh = "\\set id random(%d, %d)\n".formatted(ReferenceSql.firstId(), ReferenceSql.endId());
        return fresh + switch (form) {
            case TRANSACTION -> "begin;\n%s;\n%s;\ncommit;\n".formatted(sql.insertEvent(), sql.insertMessage());
            case STATEMENT -> sql.insertBoth() + ";\n";
        };
    }

    private static double rate(String output) {
        var rate = RATE.matcher(output);
        if (!rate.find()) {
            throw new IllegalStateException("pgbench gave no rate: " + output.strip());
        }
        return Double.parseDouble(rate.group(1));
    }
}
