package io.tocsin.http.identity;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.logging.Log;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.mutiny.core.Vertx;

/**
 * The API keys of the mounted key file. It is compared by content, since a Kubernetes Secret is a chain of symbolic links whose
 * swap changes no time stamp that could be trusted. A file that became unreadable or wrong leaves the keys as they were.
 */
@ApplicationScoped
class KeyFile {

    private final IdentityConfig config;
    private final Clock clock;
    private final Vertx vertx;

    private volatile long timer;
    private volatile Keys keys = Keys.NONE;
    private volatile byte[] lastRead;
    private volatile String lastProblem;

    KeyFile(IdentityConfig config, Clock clock, Vertx vertx) {
        this.config = config;
        this.clock = clock;
        this.vertx = vertx;
    }

    /** Reads the file for the first time and watches it from then on. Fails when it cannot be read; does nothing without one. */
    void open() {
        config.keysFile().ifPresent(this::open);
    }

    /** The principal of this key, or null when it is unknown. Fails with {@link Unauthenticated} when it has expired. */
    Principal find(String credential) {
        return keys.find(credential, clock.instant());
    }

    /** Of the file's first entry. */
    Optional<Principal> first() {
        return keys.first();
    }

    private void open(Path file) {
        try {
            read(file);
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigurationException(problem(file, e));
        }
        timer = vertx.setPeriodic(config.keysFileCheck().toMillis(), tick -> check(file));
    }

    @PreDestroy
    void close() {
        vertx.cancelTimer(timer);
    }

    private void check(Path file) {
        vertx.executeBlocking(() -> readAgain(file))
                .subscribe()
                .with(done -> {}, failure -> Log.error("key file: cannot be checked", failure));
    }

    private Void readAgain(Path file) {
        try {
            read(file);
            lastProblem = null;
        } catch (IOException | IllegalArgumentException e) {
            complainOnce(problem(file, e));
        }
        return null;
    }

    private void read(Path file) throws IOException {
        var content = Files.readAllBytes(file);
        if (Arrays.equals(content, lastRead)) {
            return;
        }
        keys = KeyFileParser.parse(content);
        lastRead = content;
        Log.infof("key file: keys=%d file=%s", keys.size(), file);
    }

    private void complainOnce(String problem) {
        if (!problem.equals(lastProblem)) {
            lastProblem = problem;
            Log.errorf("%s; the keys read before stay in force", problem);
        }
    }

    private static String problem(Path file, Exception e) {
        var reason = e instanceof NoSuchFileException ? "it does not exist" : e.getMessage();
        return "tocsin.identity.keys-file: cannot read " + file + ": " + reason;
    }
}
