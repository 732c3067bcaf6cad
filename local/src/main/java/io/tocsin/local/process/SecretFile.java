package io.tocsin.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** A file that only its owner may read. */
public final class SecretFile {

    private static final int RANDOM_BYTES = 32;

    private final Path path;

    public SecretFile(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    public boolean exists() {
        return Files.exists(path);
    }

    public String read() {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new CannotStart("Cannot read " + path + " (" + e.getMessage() + ").", e);
        }
    }

    /** Replaces the content in one step: a reader sees the old or the new, never a part. */
    public void write(String content) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            var fresh = Files.createTempFile(path.toAbsolutePath().getParent(), path.getFileName().toString(), ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, content);
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw CannotStart.cannotWrite(path, e);
        }
    }

    /** Its content, a random word made at the first call. */
    public String readOrMake() {
        if (!exists()) {
            write(random());
        }
        return read();
    }

    /** 256 bits, in letters and digits that need no quoting anywhere. */
    public static String random() {
        var bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
