package io.tocsin.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.tocsin.test.FreePort;

/** A real PgBouncer in transaction mode, where the machine has one ({@code apt install pgbouncer}). */
final class PgBouncer implements AutoCloseable {

    private static final String PROGRAM = "pgbouncer";

    private final Process process;
    private final int port;

    private PgBouncer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static Optional<Path> program() {
        return Stream.concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, PROGRAM))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Two connections to PostgreSQL, however many clients there are. */
    static PgBouncer before(int postgres, String user, String password) {
        try {
            var folder = Files.createTempDirectory(PROGRAM);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.writeString(folder.resolve("users.txt"), "\"%s\" \"%s\"\n".formatted(user, password));
            var port = FreePort.find();
            var settings = Files.writeString(folder.resolve("pgbouncer.ini"), """
                    [databases]
                    * = host=127.0.0.1 port=%d
                    [pgbouncer]
                    listen_addr = 127.0.0.1
                    listen_port = %d
                    unix_socket_dir =
                    auth_type = plain
                    auth_file = %s
                    pool_mode = transaction
                    default_pool_size = 2
                    """.formatted(postgres, port, folder.resolve("users.txt")));
            return new PgBouncer(start(settings), port).awaitListening();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static Process start(Path settings) throws IOException {
        var command = new ArrayList<>(List.of(program().orElseThrow().toString()));
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(settings.toString());
        return new ProcessBuilder(command).inheritIO().start();
    }

    private PgBouncer awaitListening() {
        while (process.isAlive()) {
            try (var socket = new Socket("127.0.0.1", port)) {
                return this;
            } catch (IOException notYet) {
                Thread.onSpinWait();
            }
        }
        throw new IllegalStateException("pgbouncer ended at once; its words are above");
    }
}
