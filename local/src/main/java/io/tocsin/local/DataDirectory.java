package io.tocsin.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;

import io.tocsin.local.key.KeyFile;
import io.tocsin.local.process.CannotStart;
import io.tocsin.local.process.LogFile;
import io.tocsin.local.process.SecretFile;

/** Everything that outlives a run, in one folder that only its owner may enter. One run at a time holds it. */
public final class DataDirectory implements AutoCloseable {

    private static final long NEEDED_BYTES = 512L << 20;

    private final Path path;
    private FileChannel lockFile;

    public DataDirectory(Path path) {
        this.path = path.toAbsolutePath().normalize();
    }

    public Path path() {
        return path;
    }

    public LogFile log(String name) {
        return new LogFile(path.resolve("logs").resolve(name + ".log"));
    }

    /** What only a running system needs. */
    Path run() {
        return path.resolve("run");
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    Path mailbox() {
        return path.resolve("mailbox");
    }

    public KeyFile keys() {
        return new KeyFile(path.resolve("keys.yaml"));
    }

    /** What the heads of the audit log are signed with. */
    public AuditKey auditKey() {
        return new AuditKey(path);
    }

    TocsinEnv env() {
        return new TocsinEnv(new SecretFile(envFile()));
    }

    /** What a shell reads to reach the running system. */
    public Path envFile() {
        return path.resolve("tocsin.env");
    }

    /** The secret by which the services know one another. */
    Path serviceCredential() {
        var file = new SecretFile(path.resolve("service-credential"));
        file.readOrMake();
        return file.path();
    }

    /** Takes the folder for this run, made when it is not there; once taken it stays so until {@link #close}. */
    public DataDirectory open() {
        if (lockFile != null) {
            return this;
        }
        try {
            Files.createDirectories(path.getParent());
            if (!Files.exists(path)) {
                Files.createDirectory(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            requireSpace();
            lock();
            return this;
        } catch (IOException e) {
            throw CannotStart.cannotWrite(path, e);
        }
    }

    /** Gives the folder back; the system does so too when we are killed. */
    @Override
    public void close() {
        try {
            if (lockFile != null) {
                lockFile.truncate(0);
                lockFile.close();
            }
        } catch (IOException e) {
            throw CannotStart.cannotWrite(path, e);
        }
    }

    private void requireSpace() throws IOException {
        var free = Files.getFileStore(path).getUsableSpace();
        if (free < NEEDED_BYTES) {
            throw new CannotStart("Only " + (free >> 20) + " MB are free on the disk of " + path + ", and Tocsin needs "
                    + (NEEDED_BYTES >> 20) + " MB. Free some space, or choose another disk with --data DIR.");
        }
    }

    /** The file says who holds it, for the next one who tries. */
    private void lock() throws IOException {
        var file = path.resolve("lock");
        lockFile = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock() == null) {
            lockFile.close();
            lockFile = null;
            throw new CannotStart("Tocsin already runs on " + path + " (process " + Files.readString(file).strip()
                    + "). Use it, stop it with Ctrl-C there, or choose another folder with --data DIR.");
        }
        lockFile.truncate(0);
        lockFile.write(java.nio.ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    private FileLock tryLock() throws IOException {
        try {
            return lockFile.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
